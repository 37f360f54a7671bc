import Gate
import Reporting

/// What other tools call our verbs and options: words that are no slips of the keyboard.
enum OtherNames {
  /// What may have been meant by a word that is neither a verb nor a path, without the program's name.
  static func verb(_ word: String) -> String? {
    if HookHost(word: word) != nil { return "hook \(word)" }
    return switch word {
    case "scan", "review", "lint", "run", "analyze", "detect", "protect": "check"
    case "staged", "diff": "check --\(word)"
    case "stdin": "check -"
    case "mask", "redact": "filter --mask"
    case "list", "show": "rules \(word)"
    case "index": "licenses index"
    case "install", "uninstall": "hook git --\(word)"
    case "init", "setup": "hook git --install"
    case "man", "manual": "help man"
    case "schema", "report-schema": "help report-schema"
    case "version": "--version"
    default: nil
    }
  }

  /// What may have been meant by an option that is none, with its hyphens.
  static func option(_ bare: String) -> String? {
    if ReportFormat(rawValue: bare) != nil { return "--format \(bare)" }
    if Policy.Preset(rawValue: bare) != nil { return "--preset \(bare)" }
    return switch bare {
    case "f", "output-format": "--format"
    case "o", "out", "output", "output-file": "--report F=FILE"
    case "xml": "--format junit"
    case "c", "config", "config-file": "--policy"
    case "ignore", "skip-files": "--exclude"
    case "no-gitignore", "no-git-ignore": "--no-ignore"
    case "rule", "include", "enable": "--only"
    case "disable", "ignore-rule": "--skip"
    case "severity", "level", "threshold": "--fail-on"
    case "no-fail", "exit-zero", "soft-fail": "--fail-on never"
    case "no-color", "no-colour", "nocolor": "--color never"
    case "colour": "--color"
    case "s", "silent": "--quiet"
    case "debug": "--verbose"
    case "j", "threads", "workers", "parallel": "--jobs"
    case "filename", "stdin-filename", "stdin-name": "--name"
    case "cached", "index": "--staged"
    case "since", "base", "commit", "range": "--diff"
    case "redact": "filter --mask"
    case "?": "--help"
    case "V": "--version"
    default: nil
    }
  }

  /// The format that a file name speaks of by its ending.
  static func format(of path: String) -> ReportFormat? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    return switch ending {
    case "md": .markdown
    case "txt": .text
    case "htm": .html
    case "xml": .junit
    default: ReportFormat(rawValue: ending)
    }
  }
}

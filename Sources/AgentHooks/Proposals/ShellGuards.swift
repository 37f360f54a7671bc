/// The ways in which a command gets past the guards of a repository without writing to a guarded file.
///
/// Each is told as a change of the guard that it gets past.
struct ShellGuards {
  /// The guard's path, and what becomes of it.
  let found: [(path: String, what: String)]

  init(_ writes: ShellWrites) {
    let words = writes.arguments.map(\.string)
    var found: [(String, String)] = []
    switch writes.program {
    case "git": found = Self.git(words)
    case "pre-commit", "prek", "husky", "lefthook", "overcommit":
      if words.contains("uninstall") || words.contains("--uninstall") {
        found = [(Self.hook("commit"), "taken out by \(writes.program) uninstall")]
      }
    case "reviewgate":
      if words.first == "hook", words.contains("--uninstall") {
        found = [(".reviewgate.toml", "passed over by reviewgate hook --uninstall")]
      }
    default: break
    }
    // Settings before the program, or of the whole session (`export HUSKY=0`).
    let settings = writes.settings + (writes.program == "export" ? words : [])
    for setting in settings where Self.switchesOff(setting) {
      let name = setting.prefix { $0 != "=" }
      found.append((Self.hook("commit"), "switched off by \(name)"))
    }
    self.found = found.map { (path: $0.0, what: $0.1) }
  }

  private static func switchesOff(_ setting: String) -> Bool {
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return false }
    switch parts[0] {
    case "HUSKY", "LEFTHOOK", "OVERCOMMIT_DISABLE", "HUSKY_SKIP_HOOKS":
      return (parts[1] == "0" || parts[1] == "false") == !parts[0].contains("_")
    case "SKIP", "PRE_COMMIT_ALLOW_NO_CONFIG", "LEFTHOOK_EXCLUDE", "GIT_CONFIG_GLOBAL",
      "GIT_CONFIG_SYSTEM":
      return true
    default:
      return parts[0].hasPrefix("GIT_CONFIG_") && parts[1].lowercased() == "core.hookspath"
    }
  }

  private static func git(_ words: [String]) -> [(String, String)] {
    var found: [(String, String)] = []
    var rest = words[...]
    // Options of git itself, before the verb.
    while let word = rest.first, word.hasPrefix("-") {
      rest.removeFirst()
      if ["-c", "-C", "--git-dir", "--work-tree", "--config-env"].contains(word),
        let value = rest.popFirst(), word == "-c" || word == "--config-env"
      {
        if setsHooks(value) { found.append((hook("commit"), "passed over by core.hooksPath")) }
      } else if setsHooks(String(word.drop { $0 == "-" })) {
        found.append((hook("commit"), "passed over by core.hooksPath"))
      }
    }
    guard let verb = rest.popFirst() else { return found }
    if verb == "config", rest.contains(where: setsHooks) {
      found.append((hook("commit"), "passed over by core.hooksPath"))
    }
    guard
      ["commit", "push", "merge", "am", "rebase", "cherry-pick", "revert", "pull"].contains(verb)
    else { return found }
    // `-n` is `--no-verify` of a commit only; it may stand among other letters, before one that takes the
    // rest of the word, or the next word, as its value.
    while let word = rest.popFirst(), word != "--" {
      let isLong = word.count > 5 && "--no-verify".hasPrefix(word)
      var isShort = false
      if verb == "commit", word.hasPrefix("-"), !word.hasPrefix("--") {
        let letters = word.dropFirst()
        let flags = letters.prefix { !"mFCcSut".contains($0) }
        isShort = flags.contains("n")
        if flags.count == letters.count - 1, letters.last.map("mFCct".contains) == true {
          _ = rest.popFirst()
        }
      } else if valued.contains(word) {
        _ = rest.popFirst()
      }
      if isLong || isShort {
        found.append((hook(verb), "passed over by \(isLong ? "--no-verify" : "-n")"))
        break
      }
    }
    return found
  }

  /// Options whose value may be the next word.
  private static let valued: Set = [
    "--message", "--file", "--author", "--date", "--template", "--cleanup", "--reuse-message",
    "--reedit-message", "--fixup", "--squash", "--trailer", "--pathspec-from-file",
  ]

  private static func setsHooks(_ word: String) -> Bool {
    word.lowercased().contains("core.hookspath")
  }

  /// The hook that a verb of git would have run.
  private static func hook(_ verb: String) -> String {
    switch verb {
    case "push": ".git/hooks/pre-push"
    case "merge", "pull": ".git/hooks/pre-merge-commit"
    case "am": ".git/hooks/applypatch-msg"
    case "rebase": ".git/hooks/pre-rebase"
    default: ".git/hooks/pre-commit"
    }
  }
}

import SourceText

/// What a command of a shell writes, as far as its words tell.
struct ShellWrites {
  let command: ShellCommand
  /// The program without its folder, after what only starts another one (`sudo`, `env`).
  let program: String
  /// Its arguments.
  let arguments: [ShellWord]
  /// `NAME=value` before the program.
  let settings: [String]

  init(_ command: ShellCommand) {
    self.command = command
    var words = command.words[...]
    var settings: [String] = []
    while let word = words.first {
      let text = word.string
      if Self.isSetting(text) {
        settings.append(text)
      } else if Self.starters.contains(Self.name(of: text)) {
        words.removeFirst()
        while let option = words.first?.string, option.hasPrefix("-") { words.removeFirst() }
        continue
      } else {
        break
      }
      words.removeFirst()
    }
    program = words.first.map { Self.name(of: $0.string) } ?? ""
    arguments = Array(words.dropFirst())
    self.settings = settings
  }

  static func isShell(_ path: String) -> Bool {
    ["sh", "bash", "zsh", "dash", "ksh"].contains(name(of: path))
  }

  private static let starters: Set = [
    "sudo", "env", "command", "exec", "nohup", "builtin", "time", "doas", "nice", "xargs", "if",
    "then", "else", "elif", "do", "while", "until", "!", "{", "}",
  ]

  private static func name(of path: String) -> String {
    String(path.split(separator: "/").last ?? "")
  }

  private static func isSetting(_ text: String) -> Bool {
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return false }
    return text[..<equals].allSatisfy { $0 == "_" || ($0.isASCII && ($0.isLetter || $0.isNumber)) }
  }

  /// The files that take its output as it is.
  var targets: [ShellWord] {
    program == "tee"
      ? command.writes + arguments.filter { !$0.string.hasPrefix("-") } : command.writes
  }

  /// What it puts out where that is known: the text, its places in the script, and whether the shell fills
  /// nothing in.
  var output: (text: [UInt8], places: [Range<Int>], isLiteral: Bool)? {
    switch program {
    case "cat", "tee":
      guard let heredoc = command.heredocs.last else { return nil }
      return (heredoc.text, [heredoc.range], heredoc.isLiteral)
    case "echo", "printf":
      var words = arguments[...]
      var escapes = program == "printf"
      while program == "echo", let option = words.first?.string,
        ["-n", "-e", "-E", "-ne", "-en"].contains(option)
      {
        if option.contains("e") { escapes = true }
        words.removeFirst()
      }
      if program == "printf", words.first?.string == "--" { words.removeFirst() }
      var texts = words.map(\.text)
      if escapes { texts = texts.map(ShellText.unescaped) }
      let text = texts.joined(separator: [program == "printf" ? 0x0A : 0x20]) + [0x0A]
      return (Array(text), words.map(\.range), words.allSatisfy(\.isLiteral))
    default: return nil
    }
  }

  /// The files that it changes by being told their names, and what becomes of them.
  var touched: [(word: ShellWord, what: String)] {
    let names = arguments.filter { !$0.string.hasPrefix("-") }
    switch program {
    case "rm", "unlink", "rmdir", "shred": return names.map { ($0, "deleted") }
    case "mv": return names.map { ($0, "moved") }
    case "cp", "install", "ln", "rsync", "scp":
      return names.suffix(1).map { ($0, program == "ln" ? "made a link" : "written") }
    case "chmod", "chown", "truncate", "touch", "patch":
      return names.map { ($0, "modified") }
    case "sed", "perl", "ruby", "awk", "gawk":
      let isInPlace = arguments.contains {
        $0.string.hasPrefix("-i") || $0.string.hasPrefix("--in-place") || $0.string.hasPrefix("-pi")
      }
      return isInPlace ? names.map { ($0, "modified") } : []
    case "dd":
      return names.compactMap { word in
        guard word.string.hasPrefix("of=") else { return nil }
        var file = word
        file.text.removeFirst(3)
        return (file, "written")
      }
    case "curl", "wget":
      return zip(arguments, arguments.dropFirst()).compactMap { option, value in
        ["-o", "-O", "--output", "--output-document"].contains(option.string)
          ? (value, "written") : nil
      }
    case "git":
      guard let verb = names.first?.string,
        ["rm", "mv", "checkout", "restore", "apply"].contains(verb)
      else { return [] }
      return names.dropFirst().map { ($0, "changed by git \(verb)") }
    default: return []
    }
  }
}

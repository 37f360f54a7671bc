/// One word of a command, with its quotes taken away.
struct ShellWord {
  var text: [UInt8] = []
  /// Where it stands in the script.
  var range: Range<Int> = 0..<0
  /// The shell fills nothing in.
  var isLiteral = true

  /// As the name of a program, an option or a file, none of which is longer.
  var string: String { String(decoding: text.prefix(4096), as: UTF8.self) }
}

struct ShellHeredoc {
  /// Its lines, as the command reads them.
  var text: [UInt8]
  var range: Range<Int>
  var isLiteral: Bool
}

/// A command with its words, and where its input and output come from and go.
struct ShellCommand {
  var words: [ShellWord] = []
  /// The files that its output goes to.
  var writes: [ShellWord] = []
  var heredocs: [ShellHeredoc] = []
  /// Its input is what the command before it puts out.
  var isPiped = false
}

import Checks
import Gate
import Rules
import SourceText

extension SampleReview {
  static var mixedReview: Review {
    let frame = CodeFrame(
      firstLine: 11,
      lines: ["# settings", "token = \"ghp_…(40 characters)\"", "def connect():"], markedLine: 1,
      marked: 9..<29)
    let shell = finding(
      "unsafe-apis/shell-command-from-input", .unsafeAPI, .high, .low,
      title: "Shell command built from input", path: "reply.md",
      region: region(208, 5..<34, offset: 7_012),
      frame: CodeFrame(
        firstLine: 207, lines: ["    name = request.args['name']", "    os.system('ls ' + name)"],
        markedLine: 1, marked: 4..<27),
      zone: .code, within: ["markdown fence 2"],
      why:
        "Whoever controls the input runs commands of their own with the rights of the program, "
        + "reads what it can read and writes what it can write.",
      fix: "Pass the arguments as a list to subprocess.run, without a shell.",
      references: ["CWE-78", "https://docs.python.org/3/library/subprocess.html"])
    return review(
      [
        decided(
          token(path: "app/config.py", line: 12, frame: frame, columns: 10..<50), .block),
        decided(note(line: 3), .approve),
        decided(shell, .flag),
      ], inputs: 3, bytes: 4_711, skipped: [SkippedInput(path: "logo.png", reason: "binary")])
  }

  static var incompleteReview: Review {
    review(
      [], inputs: 2, bytes: 812, isComplete: false,
      skipped: [
        SkippedInput(path: "logo.png", reason: "binary"),
        SkippedInput(path: "node_modules", reason: "ignored by .gitignore"),
        SkippedInput(path: "icon.png", reason: "binary"),
      ],
      errors: [
        ReviewError(path: "gone.py", message: "no such file"),
        ReviewError(path: "big.sql", message: "larger than --max-file-size 10MB"),
      ])
  }

  static var hostileReview: Review {
    let path = "a\u{1B}[2J\u{202E}yp.gpj\nblock: \u{200B}\u{E0041}\u{9B}\u{2028}\u{7F}.py"
    let frame = CodeFrame(
      firstLine: 1,
      lines: ["\u{1B}]0;owned\u{7} x\u{202E} = \"ghp_…\" \\ \"quoted\" \u{2028}\u{FEFF}"],
      markedLine: 0, marked: 16..<21)
    return review(
      [decided(token(path: path, line: 1, frame: frame, columns: 17..<22), .block)], inputs: 1,
      bytes: 40, isComplete: false, skipped: [SkippedInput(path: path, reason: "binary\u{1B}[0m")],
      errors: [ReviewError(path: path, message: "cannot be read\u{1B}[0m")])
  }

  static var wideReview: Review {
    let wide = CodeFrame(
      firstLine: 9,
      lines: ["", "\t鍵 = e\u{301}té(\"ghp_…\") # 🔑", "\t\tpass"], markedLine: 1, marked: 11..<16)
    let long = CodeFrame(
      firstLine: 1_000,
      lines: [
        String(repeating: "a,", count: 80) + "ghp_…" + String(repeating: ",b", count: 17)
      ], markedLine: 0, marked: 160..<165)
    let empty = CodeFrame(firstLine: 5, lines: ["x = 1"], markedLine: 0, marked: 5..<5)
    let past = CodeFrame(firstLine: 7, lines: ["y"], markedLine: 0, marked: 3..<9)
    return review(
      [
        decided(token(path: "wide.py", line: 10, frame: wide, columns: 12..<17), .block),
        decided(token(path: "wide.py", line: 1_000, frame: long, columns: 161..<166), .block),
        decided(token(path: "wide.py", line: 5, frame: empty, columns: 6..<6), .block),
        decided(token(path: "wide.py", line: 7, frame: past, columns: 4..<10), .block),
      ], inputs: 1, bytes: 1_000_000)
  }
}

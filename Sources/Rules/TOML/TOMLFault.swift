import SourceText

/// Something wrong at a place of a TOML file, with all that is needed to show it.
package struct TOMLFault: Error, Sendable, Hashable, CustomStringConvertible {
  package var file: String
  /// From 1; 0 where the fault is of no place in the file, such as that it is missing.
  package var line: Int
  /// From 1, in Unicode scalars.
  package var column: Int
  /// What is wrong and what to do: lower case, without a full stop.
  package var message: String
  /// What stands beside the caret, if anything.
  package var note: String?
  /// The line of the file, without its line end; empty where there is none to show.
  package var sourceLine: String

  package init(
    file: String, line: Int, column: Int, message: String, note: String? = nil,
    sourceLine: String = ""
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.note = note
    self.sourceLine = sourceLine
  }

  init(
    file: String, bytes: [UInt8], lines: LineIndex, offset: Int, message: String, note: String?
  ) {
    let position = lines.position(of: offset, in: bytes)
    var range = lines.range(ofLine: position.line - 1)
    while let last = bytes[range].last, last == 0x0A || last == 0x0D {
      range = range.lowerBound..<range.upperBound - 1
    }
    self.init(
      file: file, line: position.line, column: position.column, message: message, note: note,
      sourceLine: String(decoding: bytes[range], as: UTF8.self))
  }

  /// The place and the message in one line, then the line of the file with a caret below.
  package var description: String {
    let head = line > 0 ? "\(file):\(line):\(column): \(message)" : "\(file): \(message)"
    guard !sourceLine.isEmpty else { return head }
    // A window on very long lines; what cannot be printed is shown as a question mark.
    let scalars = Array(sourceLine.unicodeScalars)
    let start = column > 100 ? column - 60 : 0
    let shown = scalars[min(start, scalars.count)..<min(start + 120, scalars.count)].map {
      scalar -> Unicode.Scalar in
      if scalar == "\t" { return " " }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return "?"
      default: return scalar
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: shown)
    let caret = String(repeating: " ", count: max(column - 1 - start, 0)) + "^"
    return "\(head)\n    \(String(text))\n    \(caret)\(note.map { " " + $0 } ?? "")"
  }
}

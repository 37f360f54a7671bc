// A model that runs out of tokens stops in the middle: brackets, a string or a comment stay open, the fence
// of a reply is never closed. What breaks off is told by the last line first, which costs nothing; only a
// text that ends as none should is taken apart. Honest files whose brackets do not pair anywhere (macros,
// templates, a lexer's mistake) are no evidence, so every bracket but those open at the end must pair.

import SourceText

/// Finds code that ends before it is complete.
enum CutOffCode {
  /// More open brackets than these come from something else.
  private static let mostOpen = 12

  static func recognitions(in scan: DocumentScan) -> [Recognition] {
    let document = scan.document
    guard let end = lastLine(of: scan.bytes) else { return [] }
    if document.isCutOff {
      return [Recognition(range: end, confidence: .medium, evidence: ["the fence is never closed"])]
    }
    guard languages.contains(document.language.id), isWhole(document), !scan.isGuessed,
      scan.bytes[end.lowerBound] != UInt8(ascii: "#"), isDoubtful(end, scan.bytes)
    else { return [] }
    let open = openBrackets(in: scan)
    if let last = open?.last {
      let line = scan.lines.line(at: last)
      let mark = String(decoding: scan.bytes[last...last], as: UTF8.self)
      let count = open?.count ?? 1
      return [
        Recognition(
          range: end, confidence: .medium,
          evidence: [
            count == 1
              ? "`\(mark)` of line \(line + 1) is never closed"
              : "\(count) brackets are never closed, the last is `\(mark)` of line \(line + 1)"
          ])
      ]
    }
    // A comment that ends with its line is closed by it.
    guard !Lexer.opening(after: scan.bytes + [0x0A], as: document.language).isEmpty,
      document.language.id != "php", document.language.id != "css"
    else { return [] }
    return [
      Recognition(
        range: end, confidence: .medium, evidence: ["a string or comment is never closed"])
    ]
  }

  /// Languages whose brackets pair in every file.
  private static let languages: Set<String> = [
    "python", "javascript", "typescript", "java", "kotlin", "csharp", "go", "rust", "swift", "php",
    "c", "cpp", "scala", "dart", "json", "css", "terraform",
  ]

  /// No part of another text, and no piece of a long one.
  private static func isWhole(_ document: Document) -> Bool {
    document.containers.isEmpty && !document.outer.goesOn && document.outer.origin.byteOffset == 0
      && document.outer.lineNumbers == nil
  }

  /// The last line that holds anything, without its ends.
  private static func lastLine(of bytes: [UInt8]) -> Range<Int>? {
    guard let last = bytes.lastIndex(where: { $0 > 0x20 }) else { return nil }
    let limit = max(0, last - 400)
    let feed = bytes[limit...last].lastIndex(of: 0x0A)
    var start = feed.map { $0 + 1 } ?? limit
    while start < last, bytes[start] <= 0x20 || bytes[start] & 0xC0 == 0x80 { start += 1 }
    return start..<(last + 1)
  }

  /// Whether a text may end so only where it breaks off: without a line end, indented, or with a mark
  /// that asks for more.
  private static func isDoubtful(_ end: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let isIndented =
      end.lowerBound > 0
      && (bytes[end.lowerBound - 1] == 0x20
        || bytes[end.lowerBound - 1] == 0x09)
    return isIndented || end.upperBound == bytes.count
      || "{([,+-*/=&|.:<\\".utf8.contains(bytes[end.upperBound - 1])
  }

  /// The places of the brackets that are open at the end; nil where others do not pair either.
  private static func openBrackets(in scan: DocumentScan) -> [Int]? {
    var open: [Int] = []
    var isClosed = false
    for (index, token) in scan.lexed.tokens.enumerated()
    where token.kind == .punctuation && token.end - token.start == 1 {
      switch scan.bytes[Int(token.start)] {
      case 0x28, 0x5B, 0x7B:
        if scan.brackets.partner(of: index) == nil { open.append(Int(token.start)) }
      case 0x29, 0x5D, 0x7D:
        if scan.brackets.partner(of: index) == nil { isClosed = true }
      default: break
      }
      if isClosed || open.count > mostOpen { return nil }
    }
    return open
  }
}

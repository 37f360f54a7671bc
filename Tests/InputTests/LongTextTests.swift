import Foundation
import SourceText
import Testing

@testable import Input

@Suite struct LongTextTests {
  static let sizes = PieceSizes(whole: 100, wholeNotebook: 200, piece: 64, context: 32)

  /// The pieces of a text that is written to a file.
  static func pieces(
    _ raw: [UInt8], name: String, sizes: PieceSizes = sizes
  ) throws -> [LongText.Piece] {
    let folder = try ScratchFolder()
    try folder.write(raw, to: name)
    let list = FileSource.list(
      paths: [folder.path + "/" + name], options: InputOptions(pieces: sizes))
    let result = try #require(list.sources.first).read()
    guard case .long(let text) = result else {
      Issue.record("not long: \(result)")
      return []
    }
    var pieces: [LongText.Piece] = []
    while case .piece(let piece) = text.next() { pieces.append(piece) }
    return pieces
  }

  /// What the pieces own, put together.
  static func owned(_ pieces: [LongText.Piece]) -> String {
    let bytes = pieces.flatMap { piece in
      piece.text.outer.bytes[piece.owned.clamped(to: 0..<piece.text.outer.bytes.count)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let texts: [String] = [
    (0..<60).map { "line \($0) – ü€𝄞\n" }.joined(),
    (0..<60).map { "line \($0)\r\n" }.joined(),
    (0..<60).map { "line \($0)\r" }.joined(),
    String(repeating: "ü€𝄞", count: 200),
    String(repeating: "{\"a\":1},", count: 100),
    String(repeating: "\r\n", count: 300),
    String(repeating: "x", count: 2_000) + "\nend",
  ]

  @Test(arguments: texts)
  func `pieces hold every byte once, in order`(text: String) throws {
    let pieces = try Self.pieces(Array(text.utf8), name: "a.txt")
    #expect(pieces.count > 2)
    #expect(pieces.map(\.number) == Array(0..<pieces.count))
    #expect(Self.owned(pieces) == text)
    #expect(pieces.map(\.text.byteCount).reduce(0, +) == text.utf8.count)
    for piece in pieces {
      #expect(String(validating: piece.text.outer.bytes, as: UTF8.self) != nil)
    }
  }

  @Test(arguments: texts)
  func `places in pieces are those of the whole text`(text: String) throws {
    let whole = OuterText(path: "a.txt", bytes: Array(text.utf8))
    for piece in try Self.pieces(Array(text.utf8), name: "a.txt") {
      let outer = piece.text.outer
      for start in stride(from: 0, to: outer.bytes.count, by: 7)
      where outer.bytes[start] & 0xC0 != 0x80 {
        let region = outer.region(of: start..<(start + 1))
        let place = outer.origin.byteOffset + start
        #expect(region == whole.region(of: place..<(place + 1)))
      }
    }
  }

  @Test(arguments: [70_001, 70_002, 200_000, 1_000_000])
  func `a file above the limit is read to its end`(size: Int) throws {
    let sizes = PieceSizes(whole: 70_000, wholeNotebook: 0, piece: 30_000, context: 5_000)
    let text = String(String(repeating: "value = 1\n", count: size / 10 + 1).prefix(size))
    #expect(Self.owned(try Self.pieces(Array(text.utf8), name: "a.py", sizes: sizes)) == text)
  }

  @Test(arguments: [false, true])
  func `pieces of utf-16 part no scalar`(isBig: Bool) throws {
    let text = (0..<80).map { "a\($0) 𝄞𝄞 = '€'\n" }.joined()
    var raw: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.utf16 {
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      raw += isBig ? bytes : bytes.reversed()
    }
    let pieces = try Self.pieces(raw, name: "a.txt")
    #expect(pieces.count > 5)
    #expect(Self.owned(pieces) == text)
    let whole = try #require(ReviewText.read(raw, path: "a.txt").review).outer
    for piece in pieces {
      let outer = piece.text.outer
      let place = piece.owned.lowerBound
      let region = outer.region(of: place..<(place + 1))
      let line = whole.lines.range(ofLine: region.startLine - 1)
      let inLine = line.lowerBound..<(line.lowerBound + 1)
      #expect(region.startColumn > 1 || region == whole.region(of: inLine))
    }
  }

  @Test func `a stray byte is read alike in every piece`() throws {
    var raw: [UInt8] = []
    for number in 0..<200 { raw += Array("caf\(number) ".utf8) + [0xE9, 0x0A] }
    #expect(
      Self.owned(try Self.pieces(raw, name: "a.txt")) == (0..<200).map { "caf\($0) é\n" }.joined())
  }

  @Test func `a fence that a cut lies in goes on in the next piece`() throws {
    let code = (0..<40).map { "x\($0) = \($0)\n" }.joined()
    let text = "```sh\nls\n```\n\nText.\n\n```python\n" + code + "```\n\nAfter.\n"
    let pieces = try Self.pieces(Array(text.utf8), name: "a.md")
    #expect(pieces.count > 3)
    let inner = pieces[2].text.documents.filter { !$0.containers.isEmpty }
    #expect(inner.map(\.language.id) == ["python"])
    #expect(inner.first?.within(at: 0) == ["markdown fence 2"])
    let last = try #require(pieces.last?.text.documents.first)
    #expect(last.reviewed.hasSuffix("\nAfter.\n"))
  }

  @Test func `the head of a table stands above every piece`() throws {
    let text = "id;phone\n" + (0..<100).map { "\($0);030 1234\n" }.joined()
    let pieces = try Self.pieces(Array(text.utf8), name: "a.csv")
    for piece in pieces.dropFirst() {
      let document = try #require(piece.text.documents.first)
      #expect(document.text.hasPrefix("id;phone\n"))
      #expect(!document.isReviewable(3..<8))
      let place = try #require(document.place(of: "030 1234"))
      #expect(place.outer == "030 1234" && place.line > 1)
    }
  }

  @Test(arguments: [String.Encoding.utf8, .utf16, .utf16BigEndian, .utf32LittleEndian])
  func `a diff is cut before a file`(encoding: String.Encoding) throws {
    let text = (0..<20).map {
      "diff --git a/f\($0).py b/f\($0).py\n--- a/f\($0).py\n+++ b/f\($0).py\n@@ -1 +1,2 @@\n a\n+b\($0)\n"
    }.joined()
    let sizes = PieceSizes(whole: 400, wholeNotebook: 400, piece: 256, context: 32)
    let marked = encoding == .utf16BigEndian || encoding == .utf32LittleEndian
    let raw = try #require(((marked ? "\u{FEFF}" : "") + text).data(using: encoding))
    let pieces = try Self.pieces(Array(raw), name: "a.diff", sizes: sizes)
    #expect(pieces.count > 5)
    #expect(Self.owned(pieces) == text)
    #expect(pieces.allSatisfy { $0.text.problems.isEmpty })
    let names = pieces.flatMap { $0.text.documents.map(\.name) }.filter { $0.hasSuffix(".py") }
    #expect(names == (0..<20).map { "f\($0).py" })
  }

  @Test func `a diff is cut between units of its encoding only`() throws {
    // A line end and a header that begin in the middle of a unit, and no scalars.
    let header = Array("\ndiff -".utf8)
    var raw: [UInt8] = [0xFF, 0xFE, 0, 0]
    for number in 0..<200 { raw += number % 20 == 7 ? [0x41] + header : Array("abcdefgh".utf8) }
    let pieces = try Self.pieces(raw, name: "a.diff")
    #expect(pieces.count > 5)
    let whole = try #require(ReviewText.read(raw, path: "a.diff").review).outer
    #expect(Self.owned(pieces) == String(decoding: whole.bytes, as: UTF8.self))
    #expect(pieces.map(\.text.byteCount).reduce(0, +) == raw.count)
  }

  @Test func `a diff with an endless change is read as text`() throws {
    let header = "diff --git a/f.py b/f.py\n--- a/f.py\n+++ b/f.py\n@@ -0,0 +1,900 @@\n"
    let text = header + (0..<900).map { "+line \($0)\n" }.joined()
    let pieces = try Self.pieces(Array(text.utf8), name: "a.diff")
    #expect(pieces.count > 20)
    #expect(Self.owned(pieces) == text)
    #expect(pieces.allSatisfy { $0.text.problems.isEmpty })
    #expect(pieces.map { $0.text.outer.bytes.count }.max() ?? 0 < 1_000)
  }

  @Test func `a diff without a header is cut like a text, however small its pieces`() throws {
    let text = "\u{FEFF}d, so the one\n" + (0..<40).map { "-no \($0)\n" }.joined()
    let sizes = PieceSizes(whole: 8, wholeNotebook: 8, piece: 26, context: 53)
    let pieces = try Self.pieces(Array(text.utf8), name: "a.diff", sizes: sizes)
    #expect("\u{FEFF}" + Self.owned(pieces) == text)
    #expect(pieces.map(\.text.byteCount).reduce(0, +) == text.utf8.count)
  }

  @Test func `a limit that is reached on the way is an error`() throws {
    let folder = try ScratchFolder()
    try folder.write(String(repeating: "x\n", count: 500), to: "a.txt")
    let descriptor = open(folder.path + "/a.txt", O_RDONLY)
    defer { close(descriptor) }
    let options = InputOptions(maxFileSize: 300, pieces: Self.sizes)
    guard case .long(let text) = StandardInput.read(descriptor: descriptor, options: options)
    else {
      Issue.record("not long")
      return
    }
    var bytes = 0
    while true {
      switch text.next() {
      case .piece(let piece): bytes += piece.text.byteCount
      case .end: Issue.record("the limit was not noticed")
      case .failed(let message):
        #expect(message == "larger than the limit of 300 bytes: what follows was not reviewed")
        #expect(bytes == 300)
        guard case .end = text.next() else {
          Issue.record("it goes on")
          return
        }
        return
      }
    }
  }

  @Test func `binary is told of a long input as well`() throws {
    let folder = try ScratchFolder()
    try folder.write([UInt8](repeating: 1, count: 1_000), to: "a.bin")
    let list = FileSource.list(
      paths: [folder.path + "/a.bin"], options: InputOptions(pieces: Self.sizes))
    #expect(list.sources.first?.read().skipReason == "binary")
  }
}

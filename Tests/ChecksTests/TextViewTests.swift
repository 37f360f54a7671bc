import SourceText
import Testing

@testable import Checks

/// What is joined or encoded in a text, as it reads.
@Suite struct TextViewTests {
  private func views(_ text: String, _ language: String = "python") -> TextViews {
    TextViews(Array(text.utf8), language: Language(id: language))
  }

  private func lines(_ text: DerivedText) -> [String] {
    String(decoding: text.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    ("a = \"one-\" + \"two-three\"", "a = \"one-two-three\""),
    ("a = (\n  \"one-\"\n  \"two-three\"\n)", "a = \"one-two-three\""),
    ("a = \"\".join([\"one-\", \"two-three\"])", "a = \"one-two-three\""),
    ("const a = [\"one\", \"two\", \"three\"].join(\"-\")", "const a = \"one-two-three\""),
    ("f(x, \"one-\" + \"two-three\")", "f(x, \"one-two-three\""),
    ("a = \"o\\x6ee-\" + \"two-three\"", "a = \"one-two-three\""),
    ("s = \"one-\"; s += \"two-three\"", "s = \"one-two-three\""),
    ("a = \"eerht-owt-eno-ylno\"[::-1]", " \"only-one-two-three\""),
  ])
  func `a joined value reads as one assignment`(text: String, reading: String) {
    #expect(lines(views(text).joined).contains(reading), "\(lines(views(text).joined))")
  }

  @Test(arguments: [
    "a = \"one \" + \"two\"", "a = [\"one-two\", \"three-four\"]",
    "a = \"one-two\"\nb = \"three-four\"",
    "f(\"one-two\", \"three-four\")", "a = {\"one-two\": \"three-four\"}", "don't \"one\" don't",
    "a = \"one-two\"; b = \"three-four\"", "if a == \"one-two\" or a == \"three-four\":",
    "x = y = 1", "\"%d%%\" % 4", "\"\"\"one-two\"\"\"",
  ])
  func `what no program joins is not read as one`(text: String) {
    #expect(lines(views(text).joined) == [])
  }

  @Test func `names stand for the literal that they are given once`() {
    let once = views("A = \"a1b2c3d4\"\nB = \"e5f6g7h8\"\nc = A + B\n")
    #expect(lines(once.joined) == ["c = \"a1b2c3d4e5f6g7h8\""])
    let twice = views("A = \"a1b2c3d4\"\nA = \"x1\"\nB = \"e5f6g7h8\"\nc = A + B\n")
    #expect(lines(twice.joined) == [])
    let unknown = views("A = \"a1b2c3d4\"\nc = A + b\n")
    #expect(lines(unknown.joined) == [])
  }

  @Test(arguments: [
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "/usr/local/lib/python3/dist-packages/some/long/path/to/a/file",
    "aVeryLongIdentifierThatNobodyShouldHaveToReadInAnyProgram",
    "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]",
    "[72, 101, 300, 108, 111, 32, 119, 111, 114, 108, 100, 33, 72, 101, 108, 108, 111, 32]",
  ])
  func `what is no text when it is decoded is left alone`(text: String) {
    #expect(lines(views("x = \(text)\n").decoded) == [])
  }

  @Test(arguments: [0, 1, 2, 3, 7, 8, 15, 16, 17, 40])
  func `text in base64 is read wherever it stands`(offset: Int) {
    let text = "twenty-four bytes of text"
    let padding = String(repeating: " ", count: offset)
    let found = views("\(padding)(\(Base64Text.encode(Array(text.utf8))))").decoded
    #expect(lines(found) == [text])
    #expect(found.stretches.first?.place.lowerBound == offset + 1)
  }

  @Test func `base64 goes on with the lines below`() {
    let text = String(repeating: "some text in a message. ", count: 10)
    let encoded = Base64Text.encode(Array(text.utf8))
    var wrapped = ""
    for (index, letter) in encoded.enumerated() {
      if index > 0, index % 76 == 0 { wrapped += "\r\n  " }
      wrapped.append(letter)
    }
    #expect(views(wrapped, "text").decoded.stretches.count == 1)
    #expect(String(decoding: views(wrapped, "text").decoded.bytes, as: UTF8.self) == text + "\n")
  }

  @Test func `marks are found as by looking at every byte`() {
    var random = SystemRandomNumberGenerator()
    let letters = Array("ab\"'`\\%&#$ \u{80}é()".utf8)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)]
      }
      var found: [Int] = []
      bytes.withUnsafeBufferPointer { bytes in ViewMarks.forEach(in: bytes) { found.append($0) } }
      let expected = bytes.indices.filter { "\"'`\\%&".utf8.contains(bytes[$0]) }
      #expect(found == Array(expected))
    }
  }

  @Test func `every byte of a reading leads back to what it came from`() {
    let text =
      "a = \"o\\x6ee-\" + \"two-three\"  # \(Base64Text.encode(Array("text of some length".utf8)))"
    let bytes = Array(text.utf8)
    let joined = views(text).joined
    for (offset, byte) in joined.bytes.enumerated() where byte.isWordByte {
      let place = joined.positions.outer(offset..<(offset + 1))
      #expect(bytes[place].elementsEqual([byte]) || bytes[place].elementsEqual("\\x6e".utf8))
    }
    for (offset, _) in views(text).decoded.bytes.dropLast().enumerated() {
      #expect(views(text).decoded.positions.outer(offset..<(offset + 1)).count <= 4)
    }
  }
}

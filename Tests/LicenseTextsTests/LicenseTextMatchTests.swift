import PatternEngine
import Testing

@testable import LicenseTexts

@Suite struct LicenseTextMatchTests {
  typealias Licenses = SyntheticLicenses

  /// A program around a text.
  static func program(_ text: String) -> String {
    let code = "import os\n\ndef total(items):\n    return sum(item.price for item in items)\n\n"
    return code + text + "\n\n" + code
  }

  static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// Broken over lines of `width` characters, each behind a mark.
  static func wrapped(_ text: String, at width: Int, behind mark: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      if line.utf8.count + word.utf8.count > width {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).map { mark + $0 }.joined(separator: "\n")
  }

  static func dropping(oneIn share: UInt64, of text: String, seed: UInt64) -> String {
    var state = seed
    return words(text).filter { _ in Licenses.next(&state) % share != 0 }.joined(separator: " ")
  }

  @Test(arguments: Licenses.all)
  func `a whole text is found where it stands`(id: String, text: String) throws {
    let document = Self.program(text)
    let matches = Licenses.matches(document)
    try #require(matches.map(\.id) == [id])
    #expect(matches[0].coverage > 0.98)
    #expect(matches[0].score > 0.9)
    let found = Array(document.utf8)[matches[0].range]
    #expect(String(decoding: found, as: UTF8.self) == text.dropLast(while: ". \n"))
  }

  @Test func `ids of the same text are alternatives`() {
    #expect(Licenses.matches(Licenses.alpha).map(\.alternatives) == [["Alpha-old"]])
  }

  @Test(arguments: ["", "# ", "// ", " * ", "-- ", "; ", "% ", "rem ", "dnl ", ".\\\" ", "\t> "])
  func `line ends and marks of comments do not matter`(mark: String) {
    for (id, text) in Licenses.all {
      for width in [40, 72, 200] {
        let wrapped = Self.wrapped(text, at: width, behind: mark)
        #expect(Licenses.matches(Self.program(wrapped)).map(\.id) == [id])
      }
    }
  }

  @Test(arguments: 0..<5)
  func `a third is enough`(part: Int) throws {
    for (id, text) in Licenses.all {
      let words = Self.words(text)
      let start = words.count * 2 / 3 * part / 4
      let third = words[start..<(start + words.count / 3)].joined(separator: " ")
      let match = try #require(Licenses.matches(Self.program(third)).first)
      // A third of a text may be a part of its twin as well.
      #expect(match.id.prefix(4) == id.prefix(4))
      #expect(match.coverage > 0.2 && match.coverage < 0.6)
    }
  }

  @Test(arguments: 1..<5 as Range<UInt64>)
  func `one word in ten may be missing`(seed: UInt64) throws {
    for (id, text) in Licenses.all {
      let matches = Licenses.matches(Self.dropping(oneIn: 10, of: text, seed: seed))
      #expect(matches.map(\.id) == [id])
    }
  }

  @Test func `two licenses in a document are both told`() {
    let document = Self.program(Licenses.alpha + "\n" + Licenses.long)
    #expect(Licenses.matches(document).map(\.id) == ["Alpha-1.0", "Long-1.0"])
    let apart = Licenses.long + String(repeating: "let x = 1\n", count: 400) + Licenses.alpha
    #expect(Licenses.matches(apart).map(\.id) == ["Long-1.0", "Alpha-1.0"])
  }

  @Test func `matches do not overlap and lie in order`() {
    let texts = Licenses.all.map(\.1)
    let document = (texts + texts.reversed()).joined(separator: "\n\n")
    let matches = Licenses.matches(document)
    #expect(matches.count >= 6)
    for (left, right) in zip(matches, matches.dropFirst()) {
      #expect(left.range.upperBound <= right.range.lowerBound)
    }
  }

  @Test func `words of licenses in another order are no license`() {
    #expect(Licenses.matches(Licenses.text(seed: 99, words: 2_000)).isEmpty)
  }

  @Test func `quotes, numbering, spelling and copyright notices do not matter`() throws {
    var state: UInt64 = 8
    var lines = ["Copyright (c) 2001-2024 Ann Example and others. All rights reserved.", ""]
    for sentence in Licenses.beta.split(separator: ".") {
      let number = Licenses.next(&state) % 20
      lines.append(
        "(\(number)) \u{201C}"
          + sentence.trimmingPrefix { $0.isWhitespace }
          .replacing("license", with: "Licence").replacing("holder", with: "owner") + "\u{201D}")
    }
    let match = try #require(Licenses.matches(lines.joined(separator: "\n")).first)
    #expect(match.id == "Beta-1.0")
    #expect(match.coverage > 0.95)
  }

  @Test func `a word may be broken by a hyphen`() throws {
    let broken = Licenses.alpha.replacing("liability", with: "lia-\n *  bility")
    let match = try #require(Licenses.matches(broken).first)
    #expect(match.coverage > 0.98)
  }
}

extension StringProtocol {
  /// Without the characters at the end that are among these.
  func dropLast(while characters: String) -> SubSequence {
    var rest = self[...]
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return rest
  }
}

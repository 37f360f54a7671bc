import SourceText
import Testing

@testable import Input

struct TextDecoderTests {
  static let sample = "key = \"gr\u{FC}n\"\r\n\u{4F60}\u{597D} \u{1F511} end\n"

  /// The same text in each encoding, with the scalars' lengths in it.
  static func encoded(_ name: String) -> [UInt8] {
    switch name {
    case "utf-8": Array(sample.utf8)
    case "utf-8 with a mark": [0xEF, 0xBB, 0xBF] + Array(sample.utf8)
    case "utf-16le with a mark": [0xFF, 0xFE] + units(isBig: false)
    case "utf-16be with a mark": [0xFE, 0xFF] + units(isBig: true)
    case "utf-32le": [0xFF, 0xFE, 0, 0] + scalars(isBig: false)
    case "utf-32be": [0, 0, 0xFE, 0xFF] + scalars(isBig: true)
    default: []
    }
  }

  static func units(isBig: Bool, _ text: String = sample) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }

  static func scalars(isBig: Bool) -> [UInt8] {
    sample.unicodeScalars.flatMap { scalar in
      let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (8 * UInt32($0))) }
      return isBig ? bytes.reversed() : bytes
    }
  }

  @Test(arguments: [
    ("utf-8", 0), ("utf-8 with a mark", 3), ("utf-16le with a mark", 2),
    ("utf-16be with a mark", 2), ("utf-32le", 4), ("utf-32be", 4),
  ])
  func `every scalar leads back to its own bytes`(name: String, start: Int) {
    let raw = Self.encoded(name)
    #expect(!TextDecoder.isBinary(raw))
    let decoded = TextDecoder.decode(raw)
    #expect(String(decoding: decoded.bytes, as: UTF8.self).utf8.elementsEqual(Self.sample.utf8))
    var inner = 0
    var outer = start
    for scalar in Self.sample.unicodeScalars {
      let length = UTF8.encode(scalar)?.count ?? 0
      let outerLength =
        name.hasPrefix("utf-8") ? length : name.hasPrefix("utf-32") ? 4 : 2 * UTF16.width(scalar)
      #expect(decoded.positions.outer(inner..<(inner + length)) == outer..<(outer + outerLength))
      inner += length
      outer += outerLength
    }
    #expect(outer == raw.count)
  }

  @Test func `utf-16 without a mark is known by its zeros`() {
    for isBig in [false, true] {
      let raw = Self.units(isBig: isBig, "password = 'x'\n")
      #expect(!TextDecoder.isBinary(raw))
      #expect(TextDecoder.decode(raw).bytes.elementsEqual("password = 'x'\n".utf8))
    }
  }

  @Test func `a stray byte is read as windows-1252 and hides nothing of the rest`() {
    let raw = Array("caf".utf8) + [0xE9, 0x20, 0x93] + Array("\u{202E}x".utf8) + [0xFF]
    let decoded = TextDecoder.decode(raw)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "caf\u{E9} \u{201C}\u{202E}x\u{FF}")
    #expect(decoded.positions.outer(3..<5) == 3..<4)
    #expect(decoded.positions.outer(6..<9) == 5..<6)
    #expect(decoded.positions.outer(9..<12) == 6..<9)
    #expect(decoded.positions.outer(13..<15) == 10..<11)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF5],
      [0xE2, 0x82],
      [0x80],
    ] as [[UInt8]])
  func `what is no utf-8 is never passed on as such`(bytes: [UInt8]) {
    #expect(!UTF8Check.isValid(bytes[...]))
    let decoded = TextDecoder.decode(Array("a".utf8) + bytes)
    #expect(String(validating: decoded.bytes, as: UTF8.self) != nil)
  }

  @Test func `half a surrogate pair becomes a replacement character`() {
    let raw: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8, 0x42, 0, 0x43]
    let decoded = TextDecoder.decode(raw)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
  }

  @Test func `a long text in utf-16 needs few pieces`() {
    let text = String(repeating: "password = 'x'\n", count: 10_000)
    let decoded = TextDecoder.decode([0xFF, 0xFE] + Self.units(isBig: false, text))
    #expect(decoded.positions.pieces.count < 4)
    #expect(decoded.positions.outer(100_000..<100_010) == 200_002..<200_022)
  }

  @Test func `binary is told by nul and by control characters`() {
    #expect(TextDecoder.isBinary([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]))
    #expect(TextDecoder.isBinary(Array("abc\0def".utf8)))
    #expect(TextDecoder.isBinary([1, 2, 3, 4, 5, 6]))
    #expect(!TextDecoder.isBinary([]))
    #expect(!TextDecoder.isBinary(Array("\u{1B}[31mred\u{1B}[0m\n".utf8)))
  }

  @Test func `one nul does not hide a program`() {
    let text = String(repeating: "token = 'x'\n", count: 50) + "\0"
    #expect(!TextDecoder.isBinary(Array(text.utf8)))
  }
}

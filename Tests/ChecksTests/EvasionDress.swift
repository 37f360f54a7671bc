@testable import Checks

/// What a value can be dressed in: encodings, spellings and disguises.
enum EvasionDress {
  static func dressed(_ bytes: [UInt8], in dress: Substring) -> [UInt8] {
    guard
      let result = encoded(bytes, dress) ?? spelled(bytes, dress) ?? listed(bytes, dress)
        ?? written(bytes, dress) ?? disguised(bytes, dress)
    else { fatalError("there is no dress \(dress)") }
    return result
  }

  // MARK: - Encodings

  private static func encoded(_ bytes: [UInt8], _ dress: Substring) -> [UInt8]? {
    switch dress {
    case "base64": Array(Base64Text.encode(bytes).utf8)
    case "base64ForAddresses":
      Base64Text.encode(bytes).utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: byte
        }
      }
    case "unpadded": bytes.filter { $0 != UInt8(ascii: "=") }
    case "lines76": lines(bytes, of: 76)
    case "base32": base32(bytes)
    case "base85": base85(bytes, alphabet: base85Alphabet)
    case "ascii85": base85(bytes, alphabet: Array(33...117))
    case "utf16": EvasionText.utf16(text(bytes), isBig: false)
    case "utf7": utf7(bytes)
    case "gzip": FixedDeflate.gzip(bytes)
    case "zlib": FixedDeflate.zlib(bytes)
    case "deflate": FixedDeflate.raw(bytes)
    case "exclusiveOr": bytes.map { $0 ^ 42 }
    case "rot13": bytes.map(rotated)
    case "reversed": Array(bytes.reversed())
    default: nil
    }
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func lines(_ bytes: [UInt8], of width: Int) -> [UInt8] {
    let starts = stride(from: 0, to: bytes.count, by: width)
    return Array(
      starts.map { bytes[$0..<min($0 + width, bytes.count)] }.joined(separator: [0x0A]))
  }

  private static func utf7(_ bytes: [UInt8]) -> [UInt8] {
    let units = EvasionText.utf16(text(bytes), isBig: true)
    let letters = text(Array(Base64Text.encode(units).utf8).filter { $0 != UInt8(ascii: "=") })
    return Array("+\(letters)-".utf8)
  }

  private static func rotated(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x41...0x5A: (byte - 0x41 + 13) % 26 + 0x41
    case 0x61...0x7A: (byte - 0x61 + 13) % 26 + 0x61
    default: byte
    }
  }

  private static func base32(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var result: [UInt8] = []
    var bits = 0
    var held = 0
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xFFFF
      held += 8
      while held >= 5 {
        held -= 5
        result.append(alphabet[bits >> held & 31])
      }
    }
    if held > 0 { result.append(alphabet[bits << (5 - held) & 31]) }
    while result.count % 8 != 0 { result.append(UInt8(ascii: "=")) }
    return result
  }

  private static let base85Alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~".utf8)

  /// Four bytes as five digits; of the last group only those that are needed.
  private static func base85(_ bytes: [UInt8], alphabet: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let group = Array(bytes[start..<min(start + 4, bytes.count)])
      var number = 0
      for place in 0..<4 { number = number << 8 | (place < group.count ? Int(group[place]) : 0) }
      var digits = [UInt8](repeating: 0, count: 5)
      for place in 0..<5 {
        digits[4 - place] = alphabet[number % 85]
        number /= 85
      }
      result += digits.prefix(group.count + 1)
    }
    return result
  }

  // MARK: - Escapes

  private static func spelled(_ bytes: [UInt8], _ dress: Substring) -> [UInt8]? {
    switch dress {
    case "hexEscapes": each(bytes) { "\\x" + digits($0, 16, 2) }
    case "octalEscapes": each(bytes) { "\\" + digits($0, 8, 3) }
    case "unicodeEscapes": each(bytes) { "\\u" + digits($0, 16, 4) }
    case "longEscapes": each(bytes) { "\\U" + digits($0, 16, 8) }
    case "braceEscapes": each(bytes) { "\\u{" + digits($0, 16) + "}" }
    case "percent": each(bytes) { "%" + digits($0, 16, 2).uppercased() }
    case "percentTwice": each(bytes) { "%25" + digits($0, 16, 2).uppercased() }
    case "escaped":
      each(bytes) { byte in
        isUnreserved(byte)
          ? text([byte]) : "%" + digits(byte, 16, 2).uppercased()
      }
    case "entities": each(bytes) { "&#" + digits($0, 10) + ";" }
    case "hexEntities": each(bytes) { "&#x" + digits($0, 16) + ";" }
    case "openEntities": each(bytes) { "&#0000" + digits($0, 10) }
    case "namedEntities": each(bytes) { entityNames[$0] ?? text([$0]) }
    case "quotedPrintable": each(bytes) { "=" + digits($0, 16, 2).uppercased() }
    default: nil
    }
  }

  private static func each(
    _ bytes: [UInt8], by separator: String = "", _ spelling: (UInt8) -> String
  ) -> [UInt8] {
    Array(bytes.map(spelling).joined(separator: separator).utf8)
  }

  private static func digits(_ byte: UInt8, _ base: Int, _ width: Int = 0) -> String {
    let digits = String(byte, radix: base)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
    default: false
    }
  }

  private static let entityNames: [UInt8: String] = [
    UInt8(ascii: "."): "&period;", UInt8(ascii: "("): "&lpar;", UInt8(ascii: ")"): "&rpar;",
    UInt8(ascii: "["): "&lbrack;", UInt8(ascii: "]"): "&rbrack;", UInt8(ascii: "_"): "&lowbar;",
  ]

  // MARK: - Lists of numbers

  private static func listed(_ bytes: [UInt8], _ dress: Substring) -> [UInt8]? {
    switch dress {
    case "hex": each(bytes) { digits($0, 16, 2) }
    case "hexWithSpaces": each(bytes, by: " ") { digits($0, 16, 2) }
    case "hexWithColons": each(bytes, by: ":") { digits($0, 16, 2) }
    case "hexList": each(bytes, by: ", ") { "0x" + digits($0, 16, 2) }
    case "binary": each(bytes, by: " ") { digits($0, 2, 8) }
    case "codes": each(bytes, by: ", ") { String($0) }
    case "chrWithPlus": each(bytes, by: "+") { "chr(\($0))" }
    case "chrWithDots": each(bytes, by: ".") { "chr(\($0))" }
    case "arithmetic": each(bytes, by: ", ") { String(3 * Int($0) + 1) }
    case "characters": each(bytes, by: ", ") { "'" + text([$0]) + "'" }
    default: nil
    }
  }

  // MARK: - Texts in texts

  private static func written(_ bytes: [UInt8], _ dress: Substring) -> [UInt8]? {
    switch dress {
    case "inNote": Array("{\"note\": \"\(text(bytes))\"}".utf8)
    case "inLink": Array("https://y.example/s?q=\(text(bytes))".utf8)
    case "jsonEscaped":
      bytes.flatMap { byte -> [UInt8] in
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
          ? [UInt8(ascii: "\\"), byte] : [byte]
      }
    case "spaced": strewn(bytes, " ")
    case "zeroWidthSpaces": strewn(bytes, "\u{200B}")
    case "zeroWidthJoiners": strewn(bytes, "\u{200D}")
    case "wordJoiners": strewn(bytes, "\u{2060}")
    case "softHyphens": strewn(bytes, "\u{AD}")
    case "byteOrderMarks": strewn(bytes, "\u{FEFF}")
    case "graphemeJoiners": strewn(bytes, "\u{34F}")
    case "variationSelectors": strewn(bytes, "\u{FE0F}")
    default: nil
    }
  }

  private static func strewn(_ bytes: [UInt8], _ scalar: Unicode.Scalar) -> [UInt8] {
    each(bytes, by: String(scalar)) { text([$0]) }
  }

  // MARK: - Characters that look alike

  private static func disguised(_ bytes: [UInt8], _ dress: Substring) -> [UInt8]? {
    switch dress {
    case "fullWidth": moved(bytes, upper: 0xFF21, lower: 0xFF41, digit: 0xFF10)
    case "bold": moved(bytes, upper: 0x1D400, lower: 0x1D41A, digit: 0x1D7CE)
    case "monospaced": moved(bytes, upper: 0x1D670, lower: 0x1D68A, digit: 0x1D7F6)
    case "arabic": moved(bytes, digit: 0x660)
    case "devanagari": moved(bytes, digit: 0x966)
    case "segmented": moved(bytes, digit: 0x1FBF0)
    case "circled":
      each(bytes) { $0 == 0x30 ? "\u{24EA}" : text(moved([$0], digit: 0x245F)) }
    case "superscript":
      each(bytes) { byte in
        switch byte {
        case 0x31: "\u{B9}"
        case 0x32, 0x33: scalar(0xB2 + UInt32(byte) - 0x32)
        default: text(moved([byte], digit: 0x2070))
        }
      }
    case "tags": each(bytes) { scalar(0xE0000 + UInt32($0)) }
    case "smuggled": smuggled(bytes)
    case "struck": each(bytes) { text([$0]) + "\u{336}" }
    case "keycaps": each(bytes) { text([$0]) + "\u{FE0F}\u{20E3}" }
    default: nil
    }
  }

  /// Each byte as a variation selector of the same emoji.
  private static func smuggled(_ bytes: [UInt8]) -> [UInt8] {
    let selectors = each(bytes) { scalar(($0 < 16 ? 0xFE00 : 0xE00F0) + UInt32($0)) }
    return Array("\u{1F600}".utf8) + selectors
  }

  /// Letters and digits moved to where another alphabet begins; the rest stays.
  private static func moved(
    _ bytes: [UInt8], upper: UInt32 = 0x41, lower: UInt32 = 0x61, digit: UInt32
  ) -> [UInt8] {
    each(bytes) { byte in
      switch byte {
      case 0x41...0x5A: scalar(upper + UInt32(byte) - 0x41)
      case 0x61...0x7A: scalar(lower + UInt32(byte) - 0x61)
      case 0x30...0x39: scalar(digit + UInt32(byte) - 0x30)
      default: text([byte])
      }
    }
  }

  private static func scalar(_ value: UInt32) -> String {
    Unicode.Scalar(value).map { String($0) } ?? "?"
  }
}

/// Deflate (RFC 1951) in one block of the fixed code, and what is put around it (RFC 1950, RFC 1952).
enum FixedDeflate {
  static func raw(_ bytes: [UInt8]) -> [UInt8] {
    var bits: [UInt8] = [1, 1, 0]
    for byte in bytes {
      let isShort = byte < 144
      let code = isShort ? 0x30 + Int(byte) : 0x190 + Int(byte) - 144
      for place in stride(from: isShort ? 7 : 8, through: 0, by: -1) {
        bits.append(UInt8(code >> place & 1))
      }
    }
    // The end of the block.
    bits += [UInt8](repeating: 0, count: 7)
    while bits.count % 8 != 0 { bits.append(0) }
    return stride(from: 0, to: bits.count, by: 8).map { start -> UInt8 in
      var byte: UInt8 = 0
      for place in 0..<8 where bits[start + place] == 1 { byte |= 1 << UInt8(place) }
      return byte
    }
  }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    let sum = littleEndian(TokenChecksum.crc32(bytes))
    return head + raw(bytes) + sum + littleEndian(UInt32(bytes.count))
  }

  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var low: UInt32 = 1
    var high: UInt32 = 0
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    let sum = Array(littleEndian(high << 16 | low).reversed())
    return [0x78, 0x9C] + raw(bytes) + sum
  }

  private static func littleEndian(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
  }
}

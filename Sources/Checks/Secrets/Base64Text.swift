/// Base64 (RFC 4648, both alphabets), for values that carry text.
package enum Base64Text {
  /// The bytes that a text stands for; nil if it is not base64. Padding may be missing.
  package static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.count * 3 / 4)
    var bits: UInt32 = 0
    var held = 0
    var padding = 0
    for byte in text {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte - 0x41)
      case 0x61...0x7A: value = UInt32(byte - 0x61) + 26
      case 0x30...0x39: value = UInt32(byte - 0x30) + 52
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="):
        padding += 1
        continue
      default: return nil
      }
      guard padding == 0 else { return nil }
      bits = bits << 6 | value
      held += 6
      if held >= 8 {
        held -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return padding <= 2 && held < 6 ? result : nil
  }

  /// The padded form, in the first alphabet.
  package static func encode(_ bytes: some Collection<UInt8>) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      held += 8
      while held >= 6 {
        held -= 6
        result.append(alphabet[Int(bits >> UInt32(held) & 63)])
      }
    }
    if held > 0 { result.append(alphabet[Int(bits << UInt32(6 - held) & 63)]) }
    while result.count % 4 != 0 { result.append(UInt8(ascii: "=")) }
    return String(decoding: result, as: UTF8.self)
  }

  /// The decoded bytes where all of them are printable ASCII or line ends; nil otherwise.
  package static func printable(_ text: some Collection<UInt8>) -> [UInt8]? {
    guard let bytes = decode(text), !bytes.isEmpty else { return nil }
    let isText = bytes.allSatisfy {
      (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
    }
    return isText ? bytes : nil
  }
}

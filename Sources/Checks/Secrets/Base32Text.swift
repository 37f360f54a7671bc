/// Base32 (RFC 4648) without padding, for keys that are written in it.
enum Base32Text {
  /// The whole bytes that a text stands for; nil if it is not base32.
  static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var held = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bits = bits << 5 | UInt32(byte - 0x41)
      case UInt8(ascii: "2")...UInt8(ascii: "7"): bits = bits << 5 | UInt32(byte - 0x32 + 26)
      default: return nil
      }
      held += 5
      if held >= 8 {
        held -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
      }
    }
    return result
  }
}

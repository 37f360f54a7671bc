/// Long runs of base64, in which any short word turns up by chance.
enum EncodedBlob {
  /// How many letters, digits, `+` and `/` without a break make a run that nobody wrote.
  private static let reach = 80

  /// Whether a range stands within such a run: directly after or before one, or with one in it.
  static func holds(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = bytes[max(0, range.lowerBound - reach)..<range.lowerBound]
    if before.count == reach, before.allSatisfy(isBase64) { return true }
    let after = bytes[range.upperBound..<min(bytes.count, range.upperBound + reach)]
    return after.count == reach && after.allSatisfy(isBase64)
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }
}

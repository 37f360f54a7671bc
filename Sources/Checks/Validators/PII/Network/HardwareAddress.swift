/// Addresses of network devices: 48 or 64 bits in pairs or fours of hexadecimal digits, parted all the
/// same way (IEEE 802, clause 8; RFC 9542).
enum HardwareAddress {
  static let validator: Validator = .identifier("mac-address", template: "A4:83:E7:##:5B:##") {
    judge($0)
  }

  static func judge(_ value: [UInt8]) -> Judgement {
    let digits = value.filter { hexadecimal($0) != nil }
    guard digits.count == 12 || digits.count == 16 else { return .refuted }
    let separators = value.filter { hexadecimal($0) == nil }
    guard let first = separators.first, separators.allSatisfy({ $0 == first }) else {
      return .refuted
    }
    let numbers = digits.compactMap(hexadecimal)
    // Nobody's, and everybody's.
    guard numbers.contains(where: { $0 != numbers[0] }) else {
      return .documented("no device has it")
    }
    // RFC 9542, section 2.1.2: 00-00-5E-00-53-00 to FF.
    if numbers.starts(with: [0, 0, 0, 0, 5, 14, 0, 0, 5, 3]) {
      return .documented("address for documentation")
    }
    return .plausible("form of a hardware address")
  }

  private static func hexadecimal(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte - 0x30)
    case 0x41...0x46, 0x61...0x66: Int((byte & 0xDF) - 0x41) + 10
    default: nil
    }
  }
}

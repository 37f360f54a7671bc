/// Addresses of the internet protocol of both versions (RFC 791; RFC 4291, section 2.2), perhaps with
/// the length of a prefix (RFC 4632, section 3.1).
enum InternetAddress {
  static let validator = Validator(
    name: "ip-address",
    example: { argument, random in
      func part(_ count: Int) -> Int { random.number(below: count) }
      return argument == "6"
        ? "2a02:8388:e\(random.text(3, of: "0123456789abcdef"))::5054:fe1b"
        : "84.115.\(1 + part(250)).\(1 + part(250))"
    },
    judge: { judge($0.value) })

  static func judge(_ value: [UInt8]) -> Judgement {
    // What follows names an interface of the machine (RFC 4007, section 11).
    let address = value.prefix { $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "@") }
    let parts = address.split(
      separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts[0]
    let isFour = !text.contains(UInt8(ascii: ":"))
    if parts.count == 2 {
      guard let length = decimal(parts[1]), length <= (isFour ? 32 : 128) else { return .refuted }
    }
    if isFour {
      guard let octets = octets(text) else { return .refuted }
      return isDocumentation(octets)
        ? .documented("address for documentation") : .plausible("IPv4 address")
    }
    guard let groups = groups(text) else { return .refuted }
    // RFC 3849 and RFC 9637.
    let isForBooks =
      groups[0] == 0x2001 && groups[1] == 0xDB8 || groups[0] == 0x3FFF && groups[1] < 0x1000
    return isForBooks ? .documented("address for documentation") : .plausible("IPv6 address")
  }

  /// The blocks of RFC 5737.
  private static func isDocumentation(_ octets: [Int]) -> Bool {
    [[192, 0, 2], [198, 51, 100], [203, 0, 113]].contains(Array(octets[..<3]))
  }

  /// Four decimal numbers up to 255 without leading zeros.
  private static func octets(_ text: ArraySlice<UInt8>) -> [Int]? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap(decimal)
    guard parts.count == 4, numbers.count == 4, numbers.allSatisfy({ $0 <= 255 }) else {
      return nil
    }
    return numbers
  }

  /// Eight groups of up to four hexadecimal digits, one run of zeros written `::`; the last two
  /// perhaps as of version 4.
  private static func groups(_ text: ArraySlice<UInt8>) -> [Int]? {
    let colon = UInt8(ascii: ":")
    var before: [Int] = []
    var after: [Int]?
    let parts = text.split(separator: colon, omittingEmptySubsequences: false)
    guard parts.count >= 3 else { return nil }
    for (index, part) in parts.enumerated() {
      var numbers: [Int]
      if part.isEmpty {
        // The empty parts at the ends stand beside that of `::` itself.
        if index == 0 {
          guard parts[1].isEmpty else { return nil }
          continue
        }
        if index == parts.count - 1 {
          guard parts[index - 1].isEmpty else { return nil }
          continue
        }
        guard after == nil else { return nil }
        after = []
        continue
      } else if part.contains(UInt8(ascii: ".")) {
        guard index == parts.count - 1, let octets = octets(part) else { return nil }
        numbers = [octets[0] << 8 | octets[1], octets[2] << 8 | octets[3]]
      } else {
        guard let number = hexadecimal(part) else { return nil }
        numbers = [number]
      }
      if after == nil { before += numbers } else { after? += numbers }
    }
    guard let after else { return before.count == 8 ? before : nil }
    guard before.count + after.count < 8 else { return nil }
    return before + [Int](repeating: 0, count: 8 - before.count - after.count) + after
  }

  private static func decimal(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...3).contains(text.count), text.allSatisfy(\.isASCIIDigit),
      text.count == 1 || text.first != 0x30
    else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func hexadecimal(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...4).contains(text.count) else { return nil }
    return Int(String(decoding: text, as: UTF8.self), radix: 16)
  }
}

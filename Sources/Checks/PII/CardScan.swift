/// Finds card numbers in a stretch of text, whatever names them.
enum CardScan {
  /// What is thought of each run of 13 to 19 digits that may be parted by single spaces or hyphens.
  static func judgements(in bytes: ArraySlice<UInt8>) -> [Judgement] {
    var result: [Judgement] = []
    var run: [UInt8] = []
    var gap = 0
    for byte in bytes + [0x0A] {
      if byte.isASCIIDigit {
        run.append(byte)
        gap = 0
        continue
      }
      if !run.isEmpty, gap == 0, byte == 0x20 || byte == UInt8(ascii: "-") {
        gap = 1
        continue
      }
      if (13...19).contains(run.count) {
        let judgement = PaymentCard.judge(run)
        if judgement != .refuted { result.append(judgement) }
      }
      run.removeAll(keepingCapacity: true)
      gap = 0
    }
    return result
  }
}

/// Addresses of the internet protocol, version 4.
enum NetworkAddress {
  /// Whether a text holds an address that is routed in public: not private, not for documentation.
  static func hasPublic(in bytes: ArraySlice<UInt8>) -> Bool {
    var octets: [Int] = []
    var current: Int?
    for byte in bytes + [0x20] {
      if byte.isASCIIDigit {
        current = min((current ?? 0) * 10 + Int(byte - 0x30), 1_000)
        continue
      }
      if let number = current { octets.append(number) }
      if byte != UInt8(ascii: ".") || current == nil {
        if octets.count == 4, isPublic(octets) { return true }
        octets.removeAll()
      }
      current = nil
    }
    return false
  }

  /// RFC 6890 lists what is not; RFC 5737 what is kept for documentation.
  static func isPublic(_ octets: [Int]) -> Bool {
    guard octets.allSatisfy({ $0 <= 255 }) else { return false }
    switch (octets[0], octets[1], octets[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): return false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): return false
    case (192, 0, 0), (192, 0, 2), (198, 18...19, _), (198, 51, 100), (203, 0, 113): return false
    // Resolvers that everybody names.
    case (1, 1, 1), (1, 0, 0), (8, 8, 8), (8, 8, 4), (9, 9, 9): return false
    default: return true
    }
  }
}

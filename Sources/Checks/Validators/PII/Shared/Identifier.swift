// What the identifiers of many countries have in common: digits with separators, dates inside them,
// weighted sums. Each validator is a few lines on top of this; their sources stand with them.

/// Digits and letters of an identifier, taken out of their separators.
enum Identifier {
  /// The digits of a value, or nil if there are not `count` of them or anything but digits and the
  /// separators space, no-break space, `-`, `.`, `/`, `(` and `)`.
  static func digits(_ value: [UInt8], _ count: Int) -> [Int]? {
    digits(value, count...count)
  }

  static func digits(_ value: [UInt8], _ counts: ClosedRange<Int>) -> [Int]? {
    let text = compact(value)
    guard counts.contains(text.count) else { return nil }
    var result: [Int] = []
    result.reserveCapacity(text.count)
    for byte in text {
      guard byte.isASCIIDigit else { return nil }
      result.append(Int(byte - 0x30))
    }
    return result
  }

  /// The value in upper case without separators; empty if it holds anything but ASCII letters,
  /// digits and separators.
  static func compact(_ value: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(value.count)
    for byte in value {
      switch byte {
      case 0x30...0x39, 0x41...0x5A: result.append(byte)
      case 0x61...0x7A: result.append(byte - 0x20)
      // The last two are the bytes of a no-break space.
      case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
        UInt8(ascii: "("), UInt8(ascii: ")"), 0xC2, 0xA0:
        break
      default: return []
      }
    }
    return result
  }

  /// The number that decimal digits spell.
  static func number(_ digits: ArraySlice<Int>) -> Int {
    digits.reduce(0) { $0 &* 10 &+ $1 }
  }

  static func number(_ digits: [Int]) -> Int { number(digits[...]) }

  /// The sum of each digit times its weight; the shorter of the two decides how many.
  static func weighted(_ digits: [Int], _ weights: [Int]) -> Int {
    var sum = 0
    for (digit, weight) in zip(digits, weights) { sum += digit * weight }
    return sum
  }

  /// What a checksum that holds makes of an identifier: placeholders and published examples are
  /// told apart from the rest.
  static func settle(
    _ digits: [Int], _ evidence: String, published: Set<String> = []
  ) -> Judgement {
    guard let first = digits.first, digits.contains(where: { $0 != first }) else { return .refuted }
    if isPlaceholder(digits) { return .documented("placeholder digits") }
    if !published.isEmpty, published.contains(text(digits)) {
      return .documented("published example")
    }
    return .proven(evidence)
  }

  /// The digits as a decimal string, as the lists of published examples have them.
  static func text(_ digits: [Int]) -> String {
    String(decoding: digits.map { UInt8(truncatingIfNeeded: 0x30 + $0) }, as: UTF8.self)
  }

  /// Digits that nobody was given: a run of seven counting up or down (`1234567`), or nearly all
  /// of them the same.
  static func isPlaceholder(_ digits: [Int]) -> Bool {
    var counts = [Int](repeating: 0, count: 10)
    var up = 1
    var down = 1
    for (index, digit) in digits.enumerated() where (0...9).contains(digit) {
      counts[digit] += 1
      guard index > 0 else { continue }
      let step = (digit - digits[index - 1] + 10) % 10
      up = step == 1 ? up + 1 : 1
      down = step == 9 ? down + 1 : 1
      if up >= 7 || down >= 7 { return true }
    }
    return digits.count >= 7 && (counts.max() ?? 0) >= digits.count - 3 + (digits.count < 9 ? 1 : 0)
  }

  /// Whether there is such a day. Two-digit years (below 100) may be of any century.
  static func isDate(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if month == 2, day == 29 {
      return year % 4 == 0 && (year < 100 || year % 100 != 0 || year % 400 == 0)
    }
    return day <= lengths[month - 1]
  }
}

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

extension UInt8 {
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  /// The place of an upper-case ASCII letter in the alphabet, from 0.
  var letterIndex: Int { Int(self) - 0x41 }
}

extension Validator {
  /// A validator of an identifier that has one shape.
  ///
  /// `template` makes examples: `#` is a digit, `+` a digit but 0, `@` a letter, `y` and `c` a year
  /// of two and four digits, `m` a month, `d` a day up to 28, all else itself. Fillings are tried
  /// until one is valid, so a template need not know the check digits.
  static func identifier(
    _ name: String, template: String, judge: @escaping @Sendable ([UInt8]) -> Judgement
  ) -> Validator {
    Validator(
      name: name,
      example: { _, random in sample(template, &random, judge) },
      judge: { judge($0.value) })
  }

  /// A filling of a template that `judge` accepts; nil after 20,000 that it does not.
  static func sample(
    _ template: String, _ random: inout ExampleRandom, _ judge: ([UInt8]) -> Judgement
  ) -> String? {
    for _ in 0..<20_000 {
      let value = fill(template, &random)
      switch judge(value) {
      case .proven, .plausible: return String(decoding: value, as: UTF8.self)
      case .refuted, .documented: continue
      }
    }
    return nil
  }

  private static func fill(_ template: String, _ random: inout ExampleRandom) -> [UInt8] {
    var value: [UInt8] = []
    for byte in template.utf8 {
      switch byte {
      case UInt8(ascii: "#"): value.append(0x30 + UInt8(random.number(below: 10)))
      case UInt8(ascii: "+"): value.append(0x31 + UInt8(random.number(below: 9)))
      case UInt8(ascii: "@"): value.append(0x41 + UInt8(random.number(below: 26)))
      case UInt8(ascii: "y"): append(40 + random.number(below: 60), 2, to: &value)
      case UInt8(ascii: "c"): append(1940 + random.number(below: 60), 4, to: &value)
      case UInt8(ascii: "m"): append(1 + random.number(below: 12), 2, to: &value)
      case UInt8(ascii: "d"): append(1 + random.number(below: 28), 2, to: &value)
      default: value.append(byte)
      }
    }
    return value
  }

  private static func append(_ number: Int, _ width: Int, to value: inout [UInt8]) {
    let text = String(number)
    for _ in text.utf8.count..<max(width, text.utf8.count) { value.append(0x30) }
    value += Array(text.utf8)
  }
}

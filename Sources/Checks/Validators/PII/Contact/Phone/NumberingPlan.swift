/// The numbers that exist behind a calling code: for each length the leading digits, and what a
/// number is for.
///
/// A line of the table is `49/0 f5:[34]0|[68]9 m10:16 t10-15:800`: the calling code, the trunk prefix
/// that is dialed before a national number, then blocks. `/0?` tells that people mostly leave the
/// prefix out. A block has one letter or more for what its numbers are for (fixed or internet lines,
/// mobile or personal ones, toll-free ones, those at a special price or of services), the lengths,
/// and the digits that such numbers begin with, as alternatives of digits, classes and groups. The
/// alternatives of a group differ in their first digit.
struct NumberingPlan: Sendable {
  /// What a number is for.
  enum Use: UInt8, Sendable {
    case fixed = 0x66
    case mobile = 0x6D
    case tollFree = 0x74
    case special = 0x70

    /// Whether a person may be reached by such a number.
    var isPersonal: Bool { self == .fixed || self == .mobile }
  }

  private struct Block: Sendable {
    let use: Use
    /// Bit n stands for numbers of n digits.
    let lengths: UInt32
    /// Where the leading digits stand in the table.
    let leading: Range<Int>
  }

  let callingCode: Int
  /// The digits before a number that is dialed within the country; none in most small plans.
  let trunk: [Int]
  /// Whether numbers are mostly written without the trunk prefix.
  let isTrunkOptional: Bool
  /// Those of persons first: where the leading digits leave it open, a number may be one.
  private let blocks: [Block]

  /// What a number without calling code and trunk prefix is for; nil if there is none of its kind.
  func use(of national: ArraySlice<Int>) -> Use? {
    guard hasLength(national.count) else { return nil }
    if callingCode == 1, !Self.isNorthAmerican(national) { return nil }
    return blocks.first {
      $0.lengths & (1 << UInt32(national.count)) != 0 && Self.begins(national, as: $0.leading)
    }?.use
  }

  /// Whether area code and exchange are of the form that the North American plan gives them: they
  /// begin with 2 to 9, and do not end in 11.
  private static func isNorthAmerican(_ national: ArraySlice<Int>) -> Bool {
    let start = national.startIndex
    return [start, start + 3].allSatisfy {
      national.count >= 6 && national[$0] >= 2 && (national[$0 + 1] != 1 || national[$0 + 2] != 1)
    }
  }

  /// Whether some of its numbers have so many digits.
  func hasLength(_ count: Int) -> Bool {
    (0..<32).contains(count) && blocks.contains { $0.lengths & (1 << UInt32(count)) != 0 }
  }

  /// What a number is for that is written as it is dialed within the country.
  func useWithinCountry(of digits: [Int]) -> Use? {
    if !trunk.isEmpty, digits.starts(with: trunk), let use = use(of: digits[trunk.count...]) {
      return use
    }
    return trunk.isEmpty || isTrunkOptional ? use(of: digits[...]) : nil
  }

  // MARK: - The table

  /// The plans by calling code.
  static let all: [Int: NumberingPlan] = {
    var plans: [Int: NumberingPlan] = [:]
    for line in table.indices.split(whereSeparator: { table[$0] == 0x0A }) {
      guard let plan = NumberingPlan(line: line) else { continue }
      plans[plan.callingCode] = plan
    }
    return plans
  }()

  private static let table = Array(NumberingPlanTable.text.utf8)

  private init?(line: Range<Int>) {
    let table = Self.table
    let items = line.split { table[$0] == 0x20 }
    guard let head = items.first else { return nil }
    let parts = table[head].split(separator: UInt8(ascii: "/"))
    callingCode = Self.number(parts[0])
    let prefix = parts.count > 1 ? parts[1] : []
    trunk = prefix.filter(\.isASCIIDigit).map { Int($0) - 0x30 }
    isTrunkOptional = prefix.last == UInt8(ascii: "?")
    var blocks: [Block] = []
    for item in items.dropFirst() {
      guard let colon = item.first(where: { table[$0] == UInt8(ascii: ":") }) else { continue }
      let uses = item.prefix { table[$0].isASCIILetter }
      let lengths = Self.lengths(table[uses.upperBound..<colon])
      for use in uses {
        guard let use = Use(rawValue: table[use]) else { continue }
        blocks.append(
          Block(use: use, lengths: lengths, leading: (colon + 1)..<item.upperBound))
      }
    }
    self.blocks = blocks
  }

  /// The lengths that `5,7-9` tells, as bits.
  private static func lengths(_ text: ArraySlice<UInt8>) -> UInt32 {
    var bits: UInt32 = 0
    for part in text.split(separator: UInt8(ascii: ",")) {
      let ends = part.split(separator: UInt8(ascii: "-")).map(number)
      guard let first = ends.first, let last = ends.last, first <= last, last < 32 else { continue }
      for length in first...last { bits |= 1 << UInt32(length) }
    }
    return bits
  }

  private static func number(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 &* 10 &+ Int($1) &- 0x30 }
  }

  /// Whether digits begin as one of the alternatives at a place of the table says.
  private static func begins(_ digits: ArraySlice<Int>, as leading: Range<Int>) -> Bool {
    var place = leading.lowerBound
    var digit = digits.startIndex
    /// Whether an alternative was entered, so that no other of its group can hold.
    var isChosen = false
    while place < leading.upperBound {
      switch table[place] {
      case UInt8(ascii: "|"), UInt8(ascii: ")"): return true
      case UInt8(ascii: "("):
        isChosen = false
        place += 1
      default:
        guard digit < digits.endIndex else { return false }
        let (holds, next) = readClass(at: place, holding: digits[digit])
        if holds {
          isChosen = true
          digit += 1
          place = next
        } else {
          guard !isChosen, let other = alternative(after: next, in: leading) else { return false }
          place = other
        }
      }
    }
    return true
  }

  /// Whether the digit or the class of digits at a place holds a digit, and where it ends.
  private static func readClass(at place: Int, holding digit: Int) -> (holds: Bool, next: Int) {
    guard table[place] == UInt8(ascii: "[") else {
      return (Int(table[place]) - 0x30 == digit, place + 1)
    }
    let byte = UInt8(truncatingIfNeeded: digit + 0x30)
    var holds = false
    var place = place + 1
    while table[place] != UInt8(ascii: "]") {
      if table[place + 1] == UInt8(ascii: "-") {
        if table[place] <= byte, byte <= table[place + 2] { holds = true }
        place += 3
      } else {
        if table[place] == byte { holds = true }
        place += 1
      }
    }
    return (holds, place + 1)
  }

  /// Where the next alternative of the same group begins.
  private static func alternative(after place: Int, in leading: Range<Int>) -> Int? {
    var depth = 0
    for place in place..<leading.upperBound {
      switch table[place] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return nil }
        depth -= 1
      case UInt8(ascii: "|"): if depth == 0 { return place + 1 }
      default: break
      }
    }
    return nil
  }
}

import Rules

/// How a value is written where it must not be shown.
///
/// A token keeps the prefix that tells its provider (`ghp_…(40 characters)`), a card and an account their
/// last four digits (`•••• 4242`), which PCI DSS 3.4.1 leaves visible and which people know their cards by;
/// of all else no more than the length is told.
struct Mask: Hashable, Sendable {
  /// What stands in place of all that is not shown.
  private enum Cover: Hashable {
    case length
    case dots
  }

  /// How many bytes at the start, and at the end, may be shown.
  let prefix: Int
  let suffix: Int
  /// What the value is, in the words of a rule's id: `payment-card`.
  let name: String

  private var cover: Cover { suffix > 0 ? .dots : .length }

  /// Shows nothing of a value.
  static func all(of rule: Rule) -> Mask { Mask(prefix: 0, suffix: 0, name: name(of: rule)) }

  init(prefix: Int, suffix: Int, name: String) {
    self.prefix = prefix
    self.suffix = suffix
    self.name = name
  }

  /// The mask of a candidate's value.
  init(of candidate: Candidate, in bytes: [UInt8]) {
    let rule = candidate.rule
    let value = bytes[candidate.value]
    name = Self.name(of: rule)
    suffix = Self.shownSuffix(of: value, rule)
    prefix = Self.shownPrefix(of: value, rule)
  }

  /// Of two masks of one value: no more is shown than either shows, and the more telling name counts.
  func combined(with other: Mask) -> Mask {
    Mask(
      prefix: min(prefix, other.prefix), suffix: min(suffix, other.suffix),
      name: name.contains("generic") ? other.name : name)
  }

  /// The same without what it shows.
  var hidden: Mask { Mask(prefix: 0, suffix: 0, name: name) }

  private static func name(of rule: Rule) -> String {
    String(rule.id.text.dropFirst(rule.id.folder.utf8.count + 1))
  }

  private static func shownPrefix(of value: ArraySlice<UInt8>, _ rule: Rule) -> Int {
    guard rule.category == .secret, !rule.isGeneric, case .pattern = rule.matcher, value.count >= 20
    else { return 0 }
    return markedPrefix(of: value)
  }

  /// The length of a prefix that ends in a mark (`ghp_`, `sk-`, `xoxb-`) within the first six characters.
  static func markedPrefix(of value: ArraySlice<UInt8>) -> Int {
    for (distance, byte) in value.prefix(6).enumerated()
    where byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
      return distance + 1
    }
    return 0
  }

  private static func shownSuffix(of value: ArraySlice<UInt8>, _ rule: Rule) -> Int {
    let isAccount = rule.validators.contains { $0 == "card" || $0 == "iban" }
    let isLong = value.count { $0.isASCIIDigit } >= 12
    return isAccount && isLong && value.suffix(4).allSatisfy(\.isASCIIDigit) ? 4 : 0
  }

  // MARK: - Writing

  /// What reports show, of a value with so many scalars.
  func shown(_ value: UnsafeBufferPointer<UInt8>, scalars: Int) -> [UInt8] {
    switch cover {
    case .dots: return Array("•••• ".utf8) + value.suffix(suffix)
    case .length:
      return value.prefix(prefix) + Array("…(\(scalars) character\(scalars == 1 ? "" : "s"))".utf8)
    }
  }

  /// What a text has in place of the value when it is passed on: the last four digits, or what it was.
  func replacement(_ value: ArraySlice<UInt8>) -> [UInt8] {
    switch cover {
    case .dots: Array("•••• ".utf8) + value.suffix(suffix)
    case .length: Array("[\(name)]".utf8)
    }
  }

  /// Whether a value is what masking leaves of one, and so says nothing: no letter but `x` and no digit but
  /// `0`, or what it was by the rule's own name.
  static func isLeft(by value: ArraySlice<UInt8>, of rule: Rule) -> Bool {
    let name = name(of: rule).utf8
    return value.elementsEqual(name) || value.elementsEqual("[\(name)]".utf8) || saysNothing(value)
  }

  /// Whether a value has no letter but `x` and no digit but `0`.
  static func saysNothing(_ value: ArraySlice<UInt8>) -> Bool {
    value.allSatisfy { byte in
      switch byte {
      case 0x30, UInt8(ascii: "x"), UInt8(ascii: "X"): true
      case 0x31...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: false
      default: true
      }
    }
  }

  /// A value of the same length and form that says nothing: digits become `0`, letters `x` or `X`, all
  /// other marks stay. A letter beyond ASCII becomes one `x`.
  static func formKept(_ value: ArraySlice<UInt8>) -> [UInt8] {
    value.compactMap { byte in
      switch byte {
      case 0x30...0x39: UInt8(ascii: "0")
      case 0x41...0x5A: UInt8(ascii: "X")
      case 0x61...0x7A: UInt8(ascii: "x")
      case 0x80...0xBF: nil
      case 0xC0...0xFF: UInt8(ascii: "x")
      default: byte
      }
    }
  }
}

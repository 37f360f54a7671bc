import Rules

/// What may be said of a value without showing it: the prefix that its format gives it, its length, of
/// what kinds of characters it is, and how random they are.
struct ValueWords {
  /// `prefix ghp_`; nil where the format has none.
  let prefix: String?
  /// `23 characters of 4 kinds, 4.1 bits each`; nil for a text of several lines or a whole row.
  let shape: String?

  /// Values of more bytes are told by their length alone.
  private static let limit = 1_024
  /// What is reported by these is more than the value.
  private static let wholeRows = ["column-password", "sql-row-password"]

  init(_ candidate: Candidate, in scan: DocumentScan) {
    let value = Array(scan.bytes[candidate.value])
    prefix = Self.prefix(of: value, candidate.rule)
    let isRow = candidate.rule.validators.contains(where: Self.wholeRows.contains)
    shape = isRow || value.contains(0x0A) ? nil : Self.shape(of: value)
  }

  static func shape(of value: [UInt8]) -> String {
    let shape = ValueShape(value)
    let length = value.count { $0 & 0xC0 != 0x80 }
    let characters = length == 1 ? "1 character" : "\(length) characters"
    guard value.count <= limit else { return characters }
    if shape.isUUID { return "a UUID" }
    let bits = "\(tenths(Entropy.bitsPerByte(value))) bits each"
    if shape.isDigits { return "\(length) digits" }
    if shape.isHex, value.count >= 16 { return "\(length) hexadecimal digits, \(bits)" }
    let kinds = shape.classes == 1 ? "1 kind" : "\(shape.classes) kinds"
    return "\(characters) of \(kinds), \(bits)"
  }

  /// With one digit behind the point.
  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  // MARK: - The prefix

  /// The characters that the rule's pattern asks for at the start of the value, as they stand in it,
  /// and a mode behind them (`live_`): public, since they are the same in all values.
  private static func prefix(of value: [UInt8], _ rule: Rule) -> String? {
    guard rule.category == .secret, !rule.isGeneric, case .pattern(let pattern) = rule.matcher,
      value.count >= 16
    else { return nil }
    let literal = literalPrefix(of: Array(pattern.utf8))
    guard value.count >= literal.count + 8,
      zip(value, literal).allSatisfy({ $0.asciiLowercased == $1.asciiLowercased })
    else { return nil }
    // Addresses and blocks begin with a word, not with a prefix.
    guard !value[literal.count...].prefix(1).contains(where: Self.wordEnds.contains) else {
      return nil
    }
    // `gh[pousr]_`: with one letter of a choice and the mark behind it.
    let marked = Mask.markedPrefix(of: value[...])
    var count = (literal.count..<(literal.count + 3)).contains(marked) ? marked : literal.count
    guard literal.count >= 2 else { return nil }
    for mode in modes where value[count...].starts(with: mode.utf8) { count += mode.utf8.count }
    return "prefix " + String(decoding: value.prefix(count), as: UTF8.self)
  }

  private static let wordEnds = Array("/ :=".utf8)
  private static let modes = ["live_", "test_", "prod_", "live-", "test-"]

  /// The letters, digits and marks that stand for themselves at the start of a pattern's value.
  static func literalPrefix(of pattern: [UInt8]) -> [UInt8] {
    let mark = Array("(?<value>".utf8)
    var rest = pattern[...]
    if let start = pattern.indices.first(where: { pattern[$0...].starts(with: mark) }) {
      rest = pattern[(start + mark.count)...]
    }
    while let skipped = skips.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(skipped.count)
    }
    var literal: [UInt8] = []
    while let byte = rest.first {
      if byte == UInt8(ascii: "\\"), let next = rest.dropFirst().first,
        marks.contains(next)
      {
        literal.append(next)
        rest = rest.dropFirst(2)
      } else if byte.isASCIILetter || (0x30...0x39).contains(byte)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      {
        literal.append(byte)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    // `ab{2}`, `ab?`: the last one is not there just once.
    if let next = rest.first, quantifiers.contains(next) { literal = literal.dropLast() }
    return literal
  }

  private static let skips = ["\\b", "(?i)", "(?:", "^"].map { Array($0.utf8) }
  private static let marks = Array("._-".utf8)
  private static let quantifiers = Array("?*+{".utf8)
}

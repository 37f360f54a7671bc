// How much a literal looks like an issued secret, apart from its name. Issued values are random: many
// different characters, digits among the letters, no words. People's own values are weaker, and half
// of the literals in a program are neither.

/// How much a value looks like a secret.
package enum SecretGrade: Int, Sendable, Comparable {
  /// An identifier, a path, an address, a text for people, a placeholder.
  case none
  /// A word or words: may be a secret that a person made up.
  case weak
  /// Short, or not quite random.
  case moderate
  /// As random as what services issue.
  case strong

  package static func < (left: SecretGrade, right: SecretGrade) -> Bool {
    left.rawValue < right.rawValue
  }

  /// Costs a few passes over the value.
  package init(_ value: [UInt8]) {
    let shape = ValueShape(value)
    guard value.count >= 6, shape.spaces == 0, value.first != UInt8(ascii: "#"),
      !Placeholder.matches(value), !shape.isAddress,
      !shape.isPath, !shape.isConstantName, !Self.isOtherKind(shape)
    else {
      self = .none
      return
    }
    if shape.beyondASCII > 0, shape.beyondASCII > 6 || shape.symbols < 5 {
      // Issued values are ASCII; this is a text in another script.
      self = .none
      return
    }
    if shape.isAccessChain {
      self = .none
      return
    }
    let entropy = Entropy.bitsPerByte(value)
    let isOneCase = shape.upper == 0 || shape.lower == 0
    // Marks of many kinds stand among the words of no sentence and no name.
    if shape.symbols >= 5, Set(value.filter { ValueShape.Kind($0) == .symbol }).count >= 5 {
      self = .moderate
      return
    }
    if value.count < 8, shape.letterDigitChanges >= 4, shape.symbols == 0 {
      self = .moderate
      return
    }
    if WordLikeness(value).isWords || shape.digits == 0 && isOneCase && shape.separators >= 2 {
      self = .weak
      return
    }
    if shape.isUUID {
      self = .moderate
    } else if shape.isDigits {
      self = value.count >= 16 && value.count <= 64 ? .moderate : .none
    } else if value.count >= 16 && entropy >= 3.0 && (shape.digits > 0 || shape.classes >= 2) {
      self = shape.digits > 0 || value.count >= 24 ? .strong : .moderate
    } else if value.count >= 20 && entropy >= 3.5
      || value.count >= 16 && entropy >= 3 && WordLikeness(value).isRandom
    {
      self = .moderate
    } else if value.count >= 8 && shape.classes >= 2 && entropy >= 2.5 {
      self = .moderate
    } else {
      self = .weak
    }
  }

  private static let patternMarks = Needles([
    "(?:", "[a-z", "[A-Z", "[0-9", "[^", "\\d", "\\w", ".*",
  ])

  /// Dates, versions, sizes, media types, addresses of machines, mail addresses, colors.
  private static func isOtherKind(_ shape: ValueShape) -> Bool {
    let bytes = shape.bytes
    if bytes.contains(UInt8(ascii: "@")), let at = bytes.firstIndex(of: UInt8(ascii: "@")), at > 0,
      bytes[(at + 1)...].contains(UInt8(ascii: ".")), shape.symbols == 1,
      WordLikeness(bytes[(at + 1)...]).isWords
    {
      return true
    }
    if bytes.first == UInt8(ascii: "#"), bytes.count <= 9, ValueShape(Array(bytes[1...])).isHex {
      return true
    }
    // 1.2.3, 10.0.0.1, 2024-05-01, 12:30:00
    let marks =
      shape.separators + bytes.count { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    if shape.digits + marks == shape.count, marks > 0 { return true }
    // `required=True`
    if let mark = bytes.firstIndex(of: UInt8(ascii: "=")), mark > 1, mark + 1 < bytes.count,
      bytes[..<mark].allSatisfy(\.isASCIILetter), bytes[(mark + 1)...].allSatisfy(\.isASCIILetter)
    {
      return true
    }
    // A hash of crypt.
    if bytes.count >= 20, bytes[0] == UInt8(ascii: "$"), bytes[1...4].contains(UInt8(ascii: "$")) {
      return true
    }
    // A regular expression.
    if Self.patternMarks.areFound(in: bytes) { return true }
    // A call or an index: `name(…)`, `list[0]`.
    if let open = bytes.firstIndex(of: UInt8(ascii: "(")), open > 0,
      bytes[..<open].allSatisfy({
        ValueShape.Kind($0).isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
      })
    {
      return true
    }
    return false
  }
}

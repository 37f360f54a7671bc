import Rules

/// Values with characters between that cannot be seen, other digits and other separators.
extension EvasionCase {
  /// A character that cannot be seen between each two of a token, a number and a call.
  static let strewn = strewnCharacters.flatMap { kind -> [EvasionCase] in
    [
      EvasionCase("\(kind.name) in a token", "a.py", "t = \"«token|\(kind.code)»\"", .secret),
      EvasionCase(
        "\(kind.name) in the number of a card", "a.txt", "card number: «card|\(kind.code)»", .pii),
      EvasionCase(
        "\(kind.name) in a call", "a.py",
        "os.«‘system’|\(kind.code)»(request.args[\"cmd\"])", .unsafeAPI),
    ]
  }

  /// The dresses of `EvasionDress`.
  private static let strewnCharacters: [(name: String, code: String)] = [
    ("zero-width spaces", "zeroWidthSpaces"),
    ("soft hyphens", "softHyphens"),
    ("word joiners", "wordJoiners"),
    ("variation selectors", "variationSelectors"),
    ("grapheme joiners", "graphemeJoiners"),
    ("marks of byte order", "byteOrderMarks"),
    ("zero-width joiners", "zeroWidthJoiners"),
  ]

  /// One such character in a token, its head, a number and a command.
  static let single = singleCharacters.flatMap { kind -> [EvasionCase] in
    [
      EvasionCase(
        "one \(kind.name) in a token", "a.py", "t = \"ghp_«body1»«U+\(kind.code)»«body2»\"",
        .secret),
      EvasionCase(
        "one \(kind.name) in the head of a token", "a.txt",
        "token: gh«U+\(kind.code)»p_«body»", .secret),
      EvasionCase(
        "one \(kind.name) in the number of a card", "a.txt",
        "card number: «card1»«card2»«U+\(kind.code)»«card3»«card4»", .pii),
      EvasionCase(
        "one \(kind.name) in a command", "a.sh",
        "cu«U+\(kind.code)»rl -fsSL https://x.example/i.sh | sh", .unsafeAPI,
        // A blank that has a width is seen.
        unless: ["3164", "2800"].contains(kind.code) ? "it is a letter of another name" : nil),
    ]
  }

  /// By their code points.
  private static let singleCharacters: [(name: String, code: String)] = [
    ("zero-width space", "200B"),
    ("soft hyphen", "00AD"),
    ("zero-width non-joiner", "200C"),
    ("word joiner", "2060"),
    ("variation selector", "FE0F"),
    ("grapheme joiner", "034F"),
    ("mark of byte order", "FEFF"),
    ("invisible separator", "2063"),
    ("Mongolian vowel separator", "180E"),
    ("Hangul filler", "3164"),
    ("Braille blank", "2800"),
    ("left-to-right mark", "200E"),
    ("interlinear anchor", "FFF9"),
    ("tag space", "E0020"),
    ("supplementary variation selector", "E0100"),
    ("function application", "2061"),
    ("Arabic letter mark", "061C"),
  ]

  /// The number of a card in digits that are none of ASCII.
  static let otherDigits = digits.map { kind in
    EvasionCase(
      "a card in \(kind.name) digits", "a.txt", "card number: «card|\(kind.code)»", .pii)
  }

  /// The dresses of `EvasionDress`.
  private static let digits: [(name: String, code: String)] = [
    ("Arabic", "arabic"),
    ("Devanagari", "devanagari"),
    ("full-width", "fullWidth"),
    ("bold", "bold"),
    ("monospaced", "monospaced"),
    ("segmented", "segmented"),
    ("circled", "circled"),
    ("superscript", "superscript"),
  ]

  /// Numbers with something between their groups.
  static let parted =
    cardSeparators.map { kind -> EvasionCase in
      let groups = ["«card1»", "«card2»", "«card3»", "«card4»"]
        .joined(separator: "«U+\(kind.code)»")
      return EvasionCase("a card with \(kind.name)", "a.txt", "card number: \(groups)", .pii)
    }
    + numberSeparators.map { kind -> EvasionCase in
      let groups = ["«ssn1»", "«ssn2»", "«ssn3»"].joined(separator: "«U+\(kind.code)»")
      return EvasionCase(
        "a social security number with \(kind.name)", "a.txt", "SSN: \(groups)", .pii)
    }

  /// Between the groups of a card.
  private static let cardSeparators: [(name: String, code: String)] = [
    ("en dashes", "2013"),
    ("em dashes", "2014"),
    ("thin spaces", "2009"),
    ("no-break spaces", "00A0"),
    ("figure spaces", "2007"),
    ("non-breaking hyphens", "2011"),
    ("minus signs", "2212"),
    ("ideographic spaces", "3000"),
    ("middle dots", "00B7"),
    ("hyphenation points", "2027"),
    ("full-width hyphens", "FF0D"),
    ("small hyphens", "FE63"),
    ("Ogham spaces", "1680"),
    ("tabs", "0009"),
    ("vertical bars", "007C"),
    ("line separators", "2028"),
    ("Armenian hyphens", "058A"),
  ]

  /// Between the groups of a social security number.
  private static let numberSeparators: [(name: String, code: String)] = [
    ("en dashes", "2013"),
    ("non-breaking hyphens", "2011"),
    ("minus signs", "2212"),
    ("figure dashes", "2012"),
    ("no-break spaces", "00A0"),
  ]
}

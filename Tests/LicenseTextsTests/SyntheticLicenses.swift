import PatternEngine

@testable import LicenseTexts

/// Licenses that nobody has: sentences of license words in an order that a seed decides.
enum SyntheticLicenses {
  private static let vocabulary = """
    license permission granted redistribute copyright warranty liability damages software source
    binary notice conditions without modification provided holder contributors derived works
    commercial purpose agreement terms party rights grant patent claims reproduce distribute
    publish sell merchantability fitness implied express obligations termination governing
    jurisdiction provision severable consent written trademark endorse promote documentation
    accompany materials recipient royalty irrevocable worldwide perpetual sublicense
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  private static let plain = """
    the of and to in any all this that such shall may not must each other which under with from
    for or be is are by on upon
    """.split(whereSeparator: \.isWhitespace).map(String.init)

  /// `count` words from a seed, in sentences of twelve and paragraphs of sixty.
  static func text(seed: UInt64, words count: Int) -> String {
    var state = seed
    var result = ""
    for index in 0..<count {
      let list = index % 2 == 0 ? plain : vocabulary
      var word = list[Int(next(&state) % UInt64(list.count))]
      if index % 12 == 0 { word = word.prefix(1).uppercased() + word.dropFirst() }
      result += word
      result += index % 60 == 59 ? ".\n\n" : index % 12 == 11 ? ". " : " "
    }
    return result
  }

  static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  static let alpha = text(seed: 1, words: 240)
  static let beta = text(seed: 2, words: 360)
  /// Long enough to be taken in part only.
  static let long = text(seed: 3, words: 3_000)
  /// As `beta`, with one more paragraph.
  static let betaWithClause = beta + text(seed: 4, words: 40)
  /// As `long`, with other words in one sentence.
  static let longRevised: String = {
    let words = long.split(separator: " ", omittingEmptySubsequences: false)
    return (words.prefix(1_500) + [text(seed: 5, words: 24)[...]] + words.dropFirst(1_524))
      .joined(separator: " ")
  }()

  static let file: [UInt8] = {
    var builder = LicenseTextIndexBuilder()
    builder.add("Alpha-1.0", text: Array(alpha.utf8))
    builder.add("Alpha-old", text: Array(alpha.uppercased().utf8), isDeprecated: true)
    builder.add("Beta-1.0", text: Array(beta.utf8))
    builder.add("Beta-1.0-clause", text: Array(betaWithClause.utf8))
    builder.add("Long-1.0", text: Array(long.utf8))
    builder.add("Long-1.1", text: Array(longRevised.utf8))
    return builder.build()
  }()

  static func matches(_ text: String) -> [LicenseTextMatch] {
    LicenseTextIndex(PackedBytes(file))?.matches(in: Array(text.utf8)) ?? []
  }

  static let all = [
    ("Alpha-1.0", alpha), ("Beta-1.0", beta), ("Beta-1.0-clause", betaWithClause),
    ("Long-1.0", long), ("Long-1.1", longRevised),
  ]
}

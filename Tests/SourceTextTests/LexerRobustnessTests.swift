import Testing

@testable import SourceText

/// What holds for every text in every language, however broken.
@Suite struct `The lexer` {
  static let mixture = LexingCase.all.map(\.source).joined(separator: "\n")

  @Test(arguments: LexingCase.all)
  func `reads every prefix of a case`(example: LexingCase) {
    let bytes = Array(example.source.utf8)
    for end in 0...bytes.count { expectSound(Array(bytes[..<end]), example.language) }
  }

  @Test(arguments: LanguageTable.all)
  func `reads every other language's cases`(language: Language) {
    for example in LexingCase.all { expectSound(Array(example.source.utf8), language) }
  }

  @Test(arguments: LanguageTable.all)
  func `reads random bytes and random marks`(language: Language) {
    var random = SplitMix(seed: 0x1EC5)
    let marks = Array("\"'`#$@%{}[]()<>/\\*-=:;|!?~ \n\r\tqRrfsa0_\u{E9}".utf8)
    for round in 0..<60 {
      let bytes = (0..<400).map { _ in
        round % 2 == 0 ? UInt8(truncatingIfNeeded: random.next()) : marks[random.below(marks.count)]
      }
      expectSound(bytes, language)
    }
  }

  @Test(arguments: LanguageTable.all)
  func `reads texts cut out of the middle of others`(language: Language) {
    var random = SplitMix(seed: 7)
    let bytes = Array(Self.mixture.utf8)
    for _ in 0..<40 {
      let start = random.below(bytes.count)
      expectSound(Array(bytes[start..<min(bytes.count, start + 1 + random.below(600))]), language)
    }
  }

  @Test(arguments: LanguageTable.all)
  func `reads deeply nested texts`(language: Language) {
    for unit in [
      "\"${", "f\"{", "(", "[{", "/*", "`${", "\"\\(", "<<A ", "'", "<a b=\"", "#\"", "%w(",
    ] {
      expectSound(Array(String(repeating: unit, count: 2000).utf8), language)
    }
  }

  /// Zones cover the text in order; tokens ascend, stay apart and within the text.
  private func expectSound(
    _ bytes: [UInt8], _ language: Language, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let lexed = Lexer.lex(bytes, as: language)
    var faults: [String] = []
    if lexed.zoneStarts.first?.start != 0 { faults.append("the zones do not start at 0") }
    for (one, next) in zip(lexed.zoneStarts, lexed.zoneStarts.dropFirst()) {
      if one.start >= next.start { faults.append("zones do not ascend at \(next.start)") }
      if one.zone == next.zone { faults.append("equal zones meet at \(next.start)") }
      if next.start >= bytes.count { faults.append("a zone starts past the end") }
    }
    var end = 0
    for token in lexed.tokens {
      if Int(token.start) < end || token.end <= token.start || Int(token.end) > bytes.count {
        faults.append("token \(token) after \(end)")
      }
      if token.contentStart > token.contentEnd || Int(token.contentEnd) > bytes.count {
        faults.append("content of \(token)")
      }
      end = Int(token.end)
    }
    let brackets = BracketMap(lexed, bytes: bytes)
    for index in lexed.tokens.indices {
      guard let partner = brackets.partner(of: index) else { continue }
      if brackets.partner(of: partner) != index { faults.append("partner of token \(index)") }
    }
    #expect(
      faults.isEmpty, "\(language.id): \(String(decoding: bytes, as: UTF8.self))",
      sourceLocation: sourceLocation)
  }
}

/// A small repeatable random generator.
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

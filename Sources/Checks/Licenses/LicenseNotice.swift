// Whether the place where a license is named puts something under it, or only talks about it.
//
// The notices that count share a small stock of phrases around the name: "under the terms of",
// "redistribute it and/or modify it", "as published by the Free Software Foundation", "may not use
// this file except in compliance with". Talk has one of its own: "instead of", "compatible with",
// "we chose", a question. The phrases of notices that nobody says otherwise decide at once;
// weaker ones ("licensed under") count where the text is a comment or speaks of itself.

/// How firmly a text puts something under the license that it names.
package enum NoticeStrength: Sendable, Comparable {
  /// It speaks about the license.
  case talk
  /// The name stands there, and nothing says why.
  case mention
  /// It says of something that it is under the license.
  case statement
  /// The wording of the license or of its own notice.
  case wording
}

/// What was read around a license's name.
package struct LicenseNotice: Sendable {
  package var strength: NoticeStrength
  /// It speaks of itself: this file, this program, a heading, a tag.
  package var isAboutItself: Bool
  /// The license that the words name, with its version where they state one.
  package var license: LicenseTable.Entry?
  /// The name is the whole of a string, or starts one.
  package var isQuoted: Bool
  /// The word right before the name; "Lesser" makes another license of the General Public one.
  package var wordBefore: String
  /// The license that asks for less and is offered in its place; without a name where another sentence
  /// has it.
  package var choice: LicenseTable.Entry?
  /// The paragraph states who holds the copyright.
  package var hasCopyright: Bool

  /// Reads at most 420 bytes before and after `name`, within its paragraph.
  package init(of name: Range<Int>, in bytes: [UInt8]) {
    let paragraph = Paragraph.around(name, in: bytes)
    let words = FoldedWords(bytes, in: paragraph)
    let first = words.index(at: name.lowerBound)
    let end = max(first, words.index(at: name.upperBound - 1) + 1)
    let named = first..<min(end, words.count)
    let nearby = max(0, first - 3)..<min(words.count, named.upperBound + 32)
    license = LicenseName.read(FoldedWords(bytes, in: name))
    if let base = license, base.family != .unknown, !nearby.isEmpty {
      let span = words.ranges[first == 0 ? 0 : named.lowerBound].lowerBound
      let until = words.ranges[nearby.upperBound - 1].upperBound
      let around = FoldedWords(bytes, in: min(span, name.lowerBound)..<max(until, name.upperBound))
      // Words after the name tell its version; they must not make another license of it.
      if let wider = LicenseName.read(around), wider.name == base.name { license = wider }
    }
    let sentence = Sentence(bytes, paragraph, words, named)
    isAboutItself = sentence.isAboutItself || sentence.isHeading
    strength = sentence.strength
    isQuoted = sentence.isQuoted
    choice = sentence.choice
    wordBefore = first > 0 && first <= words.count ? words.word(first - 1) : ""
    hasCopyright = Sentence.ownership.isFound(in: words)
  }
}

/// The lines around a place up to an empty one; comment marks alone are empty.
enum Paragraph {
  static let reach = 420

  static func around(_ place: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var start = place.lowerBound
    let least = max(0, place.lowerBound - reach)
    var isEmpty = false
    var lineEnd = start
    while start > least {
      if bytes[start - 1] == 0x0A {
        if isEmpty {
          start = lineEnd
          break
        }
        isEmpty = true
        lineEnd = start
      } else if isLetter(bytes[start - 1]) {
        isEmpty = false
      }
      start -= 1
    }
    var end = place.upperBound
    let most = min(bytes.count, place.upperBound + reach)
    isEmpty = false
    while end < most {
      if bytes[end] == 0x0A {
        if isEmpty { break }
        isEmpty = true
      } else if isLetter(bytes[end]) {
        isEmpty = false
      }
      end += 1
    }
    return start..<end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }
}

/// The sentence in which a license is named.
private struct Sentence {
  let words: FoldedWords
  let named: Range<Int>
  /// The words before and after the name, within its sentence.
  let before: Range<Int>
  let after: Range<Int>
  let isQuestion: Bool
  /// The line holds the name and little else.
  let isHeading: Bool
  /// A quotation mark stands right before the name.
  let isQuoted: Bool
  /// A colon or an equals sign stands right before the name.
  let isTagged: Bool

  init(_ bytes: [UInt8], _ paragraph: Range<Int>, _ words: FoldedWords, _ named: Range<Int>) {
    self.words = words
    self.named = named
    var start = named.lowerBound
    while start > 0, named.lowerBound - start < 40,
      !Self.ends(bytes, words.ranges[start - 1].upperBound..<words.ranges[start].lowerBound)
    {
      start -= 1
    }
    before = start..<named.lowerBound
    var end = named.upperBound
    while end > 0, end < words.count, end - named.upperBound < 40,
      !Self.ends(bytes, words.ranges[end - 1].upperBound..<words.ranges[end].lowerBound)
    {
      end += 1
    }
    after = named.upperBound..<end
    let tail =
      end > 0 && end <= words.count ? words.ranges[end - 1].upperBound : paragraph.upperBound
    isQuestion = bytes[tail..<min(tail + 3, paragraph.upperBound)].contains(UInt8(ascii: "?"))

    var lineStart = named.isEmpty ? paragraph.lowerBound : words.ranges[named.lowerBound].lowerBound
    let nameStart = lineStart
    while lineStart > paragraph.lowerBound, bytes[lineStart - 1] != 0x0A { lineStart -= 1 }
    var lineEnd = named.isEmpty ? lineStart : words.ranges[named.upperBound - 1].upperBound
    while lineEnd < paragraph.upperBound, bytes[lineEnd] != 0x0A { lineEnd += 1 }
    let line = FoldedWords(bytes, in: lineStart..<lineEnd)
    let isBare = (0..<line.count).allSatisfy {
      let hash = line.hashes[$0]
      return Self.filling.holds(hash) || Self.isVersion(line.written($0))
        || words.hashes[named].contains(hash)
    }
    // A quoted name is a value; one after a hyphen is an item of a list.
    isQuoted =
      nameStart > 0
      && (bytes[nameStart - 1] == UInt8(ascii: "\"") || bytes[nameStart - 1] == UInt8(ascii: "'"))
    let isItem = bytes[lineStart..<nameStart].contains(UInt8(ascii: "-"))
    isHeading = isBare && !isQuoted && !isItem && Self.isTelling(line, words, named)
    let gap = bytes[lineStart..<nameStart].suffix(4)
    isTagged = gap.contains(UInt8(ascii: ":")) || gap.contains(UInt8(ascii: "="))
  }

  var strength: NoticeStrength {
    let wide = max(0, named.lowerBound - 40)..<named.lowerBound
    let rest = named.upperBound..<min(words.count, named.upperBound + 40)
    if Self.conditional.isFound(in: words, before) { return .talk }
    if Self.wordingBefore.isFound(in: words, wide)
      || Self.wordingAfter.isFound(in: words, rest)
    {
      return .wording
    }
    let close = named.upperBound..<min(after.upperBound, named.upperBound + 12)
    let isTalk =
      isQuestion || Self.talk.isFound(in: words, before)
      || Self.talkAfter.isFound(in: words, close)
    if isTalk { return .talk }
    if isHeading { return .statement }
    let lead = max(before.lowerBound, named.lowerBound - 14)..<named.lowerBound
    let next = named.upperBound..<min(after.upperBound, named.upperBound + 2)
    if Self.stating.isFound(in: words, lead)
      || Self.statingAfter.isFound(in: words, next)
    {
      return .statement
    }
    let tag = max(before.lowerBound, named.lowerBound - 3)..<named.lowerBound
    if isTagged, Self.tags.isFound(in: words, tag) { return .statement }
    return .mention
  }

  var isAboutItself: Bool {
    Self.itself.isFound(in: words, before) || Self.itself.isFound(in: words, after)
      || isTagged && Self.tags.isFound(in: words, before) && before.count <= 3
  }

  /// Another license that asks for less is named beside it, to choose from.
  var choice: LicenseTable.Entry? {
    let sentence = before.lowerBound..<after.upperBound
    let lighter = Self.lighter.first(in: words, sentence).flatMap {
      LicenseName.read(Self.lighterNames[$0])
    }
    if Self.instead.isFound(in: words, before) {
      return lighter ?? LicenseTable.Entry(id: "LicenseRef-other", family: .unknown)
    }
    guard let lighter else { return nil }
    let isOffered =
      Self.choosing.isFound(in: words, sentence)
      || Self.lighter.isFound(in: words, before.lowerBound..<named.lowerBound)
        && named.lowerBound > 0
        && words.has("or", in: max(0, named.lowerBound - 3)..<named.lowerBound)
    return isOffered ? lighter : nil
  }

  static let ownership = PhraseSet(["copyright", "c", "author", "copying"])

  private static let statingAfter = PhraseSet(["licensed", "licenced", "is what"])

  private static let instead = PhraseSet(["alternatively", "in lieu of"])

  private static let choosing = PhraseSet([
    "dual", "dually", "choice", "either", "or mit", "or bsd",
  ])

  private static let lighterNames = [
    "mit", "bsd", "apache", "x11", "isc", "zlib", "expat", "artistic", "openib.org",
  ]

  private static let lighter = PhraseSet(lighterNames)

  /// A full stop, an exclamation mark or a question mark before white space, between two words.
  private static func ends(_ bytes: [UInt8], _ gap: Range<Int>) -> Bool {
    var isMark = false
    for byte in bytes[gap] {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): isMark = true
      case 0x20, 0x0A, 0x0D, 0x09: if isMark { return true }
      default: isMark = false
      }
    }
    return false
  }

  /// A name alone on its line says something only if it is written out or has a version.
  private static func isTelling(
    _ line: FoldedWords, _ words: FoldedWords, _ name: Range<Int>
  ) -> Bool {
    words.hasPrefix("licen", in: name) || line.hasPrefix("licen")
      || (0..<line.count).contains { line.written($0).contains(where: \.isASCIIDigit) }
      || line.has("gnu")
  }

  private static func isVersion(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "+") || $0 | 0x20 == UInt8(ascii: "v")
        || $0.isASCIIDigit
    }
  }

  private static let filling = PhraseSet([
    "the", "license", "licence", "licenses", "version", "or", "later", "any", "only", "gnu", "gpl",
    "lgpl", "agpl", "mpl", "epl", "cddl", "eupl", "v", "spdx", "file", "see", "text", "copyright",
    "a", "and", "newer", "of", "international", "unported", "deed", "type", "is",
  ])

  private static let tags = PhraseSet([
    "license", "licence", "licenses", "licences", "licensed", "licensing", "copying", "copyright",
    "lizenz", "licencia", "licença", "licenza",
  ])

  private static let itself = PhraseSet([
    "this", "these", "our", "dieses", "diese", "ce", "este", "esta", "questo", "project",
    "all files", "copyright", "redistribute", "the software",
    "the code", "the library", "the program", "keep this notice", "source code form",
  ])

  private static let wordingBefore = PhraseSet([
    "redistribute it and or modify", "redistribute and or modify", "modify it under",
    "distribute it and or modify", "distribute and or modify", "received a copy of the",
    "subject to the terms of", "subject to the terms and conditions of",
    "except in compliance with", "copy of the license is", "made available under the terms",
    "is governed by the", "use of this software is governed", "you may use this file under",
    "this file may be distributed under", "may be used under the terms", "licensed to you under",
    "permission is granted to copy distribute and or modify",
  ])

  private static let wordingAfter = PhraseSet([
    "as published by", "published by the free software", "version 2 of the license",
    "version 3 of the license", "version 2.1 of the license", "either version",
    "everyone is permitted to copy", "at your option any later", "at your option any later version",
    "you may not use this file", "you may obtain a copy", "you can obtain one at",
    "if a copy of the", "terms and conditions for", "the license you may not",
  ])

  private static let stating = PhraseSet([
    "under", "licensed", "licenced", "license is", "licence is", "released", "governed by",
    "covered by", "subject to", "terms of", "conditions of", "distributed", "dual licensed",
    "according to", "license agreement", "is free software", "is provided", "may be used",
    "unter der", "unter den bedingungen",
    "freie software", "lizenz", "lizenziert", "sous licence", "sous la licence", "selon les termes",
    "bajo la licencia", "sob a licença", "rilasciato sotto", "con licenza",
  ])

  /// What follows is said of whatever may be under the license.
  private static let conditional = PhraseSet([
    "to the extent", "open source components", "third party components", "if any part",
    "contributions", "if you contribute", "please ensure",
  ])

  private static let talk = PhraseSet([
    "falls under", "fall under", "goes under", "go under", "doesn't that", "does that mean",
    "since it's",
    "not", "no", "non", "without", "unlike", "than", "instead", "compatible", "incompatible",
    "whether", "why", "question", "questions", "chose", "choose", "choosing", "chosen", "vs",
    "versus", "should", "could", "would", "might", "e.g", "eg", "for example", "such as", "avoid",
    "opt in", "opt out", "remove", "removed", "removes", "relicense", "relicensed", "relicensing",
    "originally",
    "was", "were", "until", "cannot", "can't", "if you", "when", "mapping", "detect", "detects",
    "difference", "compare", "compared", "means", "requires", "allows", "prefer", "consider",
    "recommend", "suggested", "similar", "like", "rather", "similarly", "unless you", "must",
    "while", "others", "view", "print", "type", "install", "added", "add", "adds", "defined by",
    "library exception", "to the extent", "replace", "satisfies", "permit", "reverse engineer",
    "bug in", "referenced", "combine", "combined",
  ])

  private static let talkAfter = PhraseSet([
    "compatible", "incompatible", "question", "questions", "instead", "rather", "vs", "versus",
    "unlike", "and we want", "dependencies", "e.g", "header", "headers", "symbols", "symbol",
    "which", "because", "similar",
  ])
}

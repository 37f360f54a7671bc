// A finding is cleared by what the program does, never by what its author says. Whoever writes the
// text under review can put any word into a comment, a documentation string or a message, so
// conditions that clear a finding are asked of a text in which those are blank.

import Rules
import SourceText

/// A document without what is written for people.
struct ClearingText {
  /// As many as the document has; spaces where something was taken out.
  let bytes: [UInt8]
  /// What was taken out, in order and apart.
  private let blanks: [Range<Int>]

  /// Costs a pass over the document, and the lexer's where it has a language. Strings that are data
  /// may be kept.
  init(_ scan: DocumentScan, keepsStrings: Bool = false) {
    blanks =
      scan.isProse
      ? Self.remarks(in: scan.bytes)
      : Self.freeText(
        of: scan.lexed, scan.bytes,
        keepsStrings: keepsStrings || Self.settingLanguages.contains(scan.document.language.id))
    var bytes = scan.bytes
    for blank in blanks {
      for place in blank where bytes[place] != 0x0A && bytes[place] != 0x0D { bytes[place] = 0x20 }
    }
    self.bytes = bytes
  }

  /// Languages whose strings are settings, none of them written for people.
  private static let settingLanguages: Set<String> = [
    "yaml", "json", "toml", "ini", "properties", "terraform", "hcl", "dockerfile", "nginx",
    "apache",
    "env", "docker-compose",
  ]

  /// Whether something was taken out of a range; costs a binary search.
  func isBlanked(_ range: Range<Int>) -> Bool {
    let first = blanks.indices.partitioningIndex { blanks[$0].upperBound > range.lowerBound }
    return first < blanks.count && blanks[first].lowerBound < range.upperBound
  }

  // MARK: - Of a program

  /// Comments, strings that are statements, and sentences in strings.
  private static func freeText(
    of lexed: LexedSource, _ bytes: [UInt8], keepsStrings: Bool
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for (index, part) in lexed.zoneStarts.enumerated() where part.zone == .comment {
      let end = index + 1 < lexed.zoneStarts.count ? lexed.zoneStarts[index + 1].start : bytes.count
      if part.start < end { result.append(part.start..<end) }
    }
    if keepsStrings { return result }
    let tokens = lexed.tokens
    for (index, token) in tokens.enumerated() where token.kind == .string {
      let content = token.content
      guard token.range.lowerBound <= content.lowerBound,
        content.upperBound <= token.range.upperBound, !content.isEmpty
      else { continue }
      let isAlone =
        (index == 0 || endsStatement(tokens[index - 1], bytes))
        && (index + 1 == tokens.count || tokens[index + 1].kind == .newline)
      if isAlone || isSentence(bytes[content]) { result.append(content) }
    }
    result.sort { $0.lowerBound < $1.lowerBound }
    // A string may hold comments of a language within it.
    var apart: [Range<Int>] = []
    for range in result {
      if let last = apart.last, range.lowerBound < last.upperBound {
        apart[apart.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        apart.append(range)
      }
    }
    return apart
  }

  private static func endsStatement(_ token: Token, _ bytes: [UInt8]) -> Bool {
    if token.kind == .newline { return true }
    guard token.kind == .punctuation, token.range.count == 1 else { return false }
    return ":;{}".utf8.contains(bytes[token.range.lowerBound])
  }

  /// Several words and none of the marks that code has; a query is code.
  private static func isSentence(_ text: ArraySlice<UInt8>) -> Bool {
    var gaps = 0
    var before: UInt8 = 0x20
    for byte in text {
      if "(){}[]=<>|$;`".utf8.contains(byte) { return false }
      if byte <= 0x20, before > 0x20 { gaps += 1 }
      before = byte
    }
    guard gaps > 0 else { return false }
    let first = text.drop { $0 <= 0x20 }.prefix { $0 > 0x20 }.prefix(8)
    return !queries.contains(String(decoding: first.map(\.asciiLowercased), as: UTF8.self))
  }

  private static let queries: Set<String> = [
    "select", "insert", "update", "delete", "create", "alter", "with", "merge", "replace", "grant",
    "drop", "call", "exec", "execute", "set",
  ]

  // MARK: - Of a text without a language

  /// Comments as most languages write them, and lines that are sentences.
  private static func remarks(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let remark = remark(in: bytes[start..<end]) { result.append(remark) }
      start = end + 1
    }
    return result
  }

  private static func remark(in line: ArraySlice<UInt8>) -> Range<Int>? {
    var before: UInt8 = 0x20
    for place in line.indices {
      if before <= 0x20, isMark(line[place...]) { return place..<line.endIndex }
      before = line[place]
    }
    return isSentence(line) && line.count { $0 == 0x20 } >= 2 ? line.indices : nil
  }

  private static func isMark(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "#") { return true }
    return marks.contains { rest.starts(with: $0) }
  }

  private static let marks = ["//", "/*", "--", "<!--", "* ", ";;", "\"\"\""].map {
    Array($0.utf8)
  }
}

extension DocumentScan {
  /// Text for people throughout, or in no language that is known.
  var isProse: Bool { document.language.isProse }

  /// Whether a pattern that clears a finding matches within a stretch, comments aside. The finding's
  /// own bytes count as they are; a document of prose has no comments.
  func isCleared(by pattern: KnownPattern, in stretch: Range<Int>, of match: Range<Int>) -> Bool {
    guard matches(pattern, in: stretch) else { return false }
    guard stretch != match, !isProse, clearing.isBlanked(stretch) else { return true }
    guard clearing.isBlanked(match) else {
      return patterns.clearingAnswer(of: pattern, in: stretch, of: clearing, self)
    }
    // Each candidate has a text of its own here, so that it must be short.
    let near =
      max(
        stretch.lowerBound, match.lowerBound - 200)..<min(
        stretch.upperBound, match.upperBound + 200)
    var text = Array(clearing.bytes[near])
    for place in match.clamped(to: near) { text[place - near.lowerBound] = bytes[place] }
    return matches(pattern, inOther: text)
  }

  /// Whether a pattern that clears findings matches anywhere in the document, comments aside.
  func isClearing(_ pattern: KnownPattern) -> Bool {
    holds(pattern) && patterns.isHeldInClearing(pattern, in: self)
  }

  /// Whether a pattern matches in what a program does within a stretch, comments aside, also where the
  /// stretch is all of a match.
  func isSet(_ pattern: KnownPattern, in stretch: Range<Int>) -> Bool {
    guard matches(pattern, in: stretch) else { return false }
    guard !isProse, clearing.isBlanked(stretch) else { return true }
    return patterns.clearingAnswer(of: pattern, in: stretch, of: clearing, self)
  }

  /// What the pattern of a rule is asked to clear a match by.
  ///
  /// A value is what it is: only what the rule itself has matched speaks of it. A sentence about a
  /// license is read from its begin, a call with the lines that it stands on.
  func clearingStretch(of match: Range<Int>, _ category: RuleCategory) -> Range<Int> {
    switch category {
    case .secret, .pii: return match
    case .license:
      let line = line(at: match.lowerBound)
      var start = match.lowerBound
      let limit = max(line.lowerBound, start - 60)
      while start > limit {
        let isEnd =
          bytes[start - 1] <= 0x20 && start - 2 >= limit && ".!?;".utf8.contains(bytes[start - 2])
        if isEnd { break }
        start -= 1
      }
      return start..<match.upperBound
    case .password, .unsafeAPI, .text, .gate: return wholeLines(of: match)
    }
  }

  /// Whether a range stands within a long run of base64 that is no comment beside it.
  func isInBlob(_ range: Range<Int>) -> Bool {
    EncodedBlob.holds(range, in: bytes)
      && (isProse || clearing.isBlanked(range) || EncodedBlob.holds(range, in: clearing.bytes))
  }

  /// Whether a word for checksums and digests leads up to a value on its line, no comment of it.
  func isNearDigest(_ value: Range<Int>) -> Bool {
    let line = line(at: value.lowerBound)
    let start = max(line.lowerBound, value.lowerBound - 60)
    return isCleared(
      by: Self.digestWords, in: start..<value.lowerBound,
      of: value.lowerBound..<value.lowerBound)
  }

  private static let digestWords = KnownPattern(
    "(?i)sha-?1|sha-?256|sha512|md5|checksum|digest|integrity|commit|revision|etag|fingerprint"
      + "|uses:|hash|cksum")
}

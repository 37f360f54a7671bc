import PatternEngine
import SourceText

/// A document while it is being scanned, with what is worked out of it on demand.
///
/// Belongs to one worker; never shared.
package final class DocumentScan {
  package let document: Document
  package let bytes: [UInt8]
  private var lexedStore: LexedSource?
  private var linesStore: LineIndex?
  private var assignmentsStore: AssignmentIndex?
  private var bracketsStore: BracketMap?
  private var held: [String: Bool] = [:]
  /// What was found out of the passwords named at these bytes.
  var passwordUses: [Int: KnownPasswordUse] = [:]
  /// Whether these functions are called with a password.
  var passwordCallees: [String: Bool] = [:]
  private let patterns: PatternCache

  package init(_ document: Document, patterns: PatternCache) {
    self.document = document
    bytes = document.bytes
    self.patterns = patterns
  }

  /// Tokens and zones; made on first use.
  package var lexed: LexedSource {
    if let lexedStore { return lexedStore }
    let made = Lexer.lex(bytes, as: document.language)
    lexedStore = made
    return made
  }

  /// What is assigned to each name; made on first use.
  package var assignments: AssignmentIndex {
    if let assignmentsStore { return assignmentsStore }
    let made = AssignmentIndex(self)
    assignmentsStore = made
    return made
  }

  /// Which brackets belong together; made on first use.
  package var brackets: BracketMap {
    if let bracketsStore { return bracketsStore }
    let made = BracketMap(lexed, bytes: bytes)
    bracketsStore = made
    return made
  }

  package var lines: LineIndex {
    if let linesStore { return linesStore }
    let made = LineIndex(bytes)
    linesStore = made
    return made
  }

  /// The line that holds the byte at `offset`, without its line end.
  package func line(at offset: Int) -> Range<Int> {
    let range = lines.range(ofLine: lines.line(at: offset))
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }

  /// The whole lines that a range touches, without the last line end, cut to `reach` bytes around it.
  package func wholeLines(of range: Range<Int>, reach: Int = 2_000) -> Range<Int> {
    let first = line(at: range.lowerBound)
    let last = line(at: max(range.lowerBound, range.upperBound - 1))
    let start = max(first.lowerBound, range.lowerBound - reach)
    let end = min(max(last.upperBound, range.upperBound), range.upperBound + reach)
    return start..<max(start, end)
  }

  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Whether a pattern of a rule matches within the range. Unreadable patterns never match; loading has refused them.
  package func matches(_ pattern: String, in range: Range<Int>? = nil) -> Bool {
    guard let range, range.count < bytes.count else {
      return patterns.matches(pattern, in: bytes, range: 0..<bytes.count)
    }
    // A text of its own, so that ^ and $ mean its ends.
    return patterns.matches(pattern, in: Array(bytes[range]), range: 0..<range.count)
  }

  /// Whether a pattern matches anywhere in the document; asked once, remembered.
  package func holds(_ pattern: String) -> Bool {
    if let known = held[pattern] { return known }
    let result = matches(pattern)
    held[pattern] = result
    return result
  }

  /// Whether a pattern matches within bytes that were put together from the document.
  package func matches(_ pattern: String, inOther other: [UInt8]) -> Bool {
    patterns.matches(pattern, in: other, range: 0..<other.count)
  }

  /// Whether a pattern matches the whole of an identifier.
  package func matchesWord(_ pattern: String, _ range: Range<Int>) -> Bool {
    patterns.matchesWholly("(?:" + pattern + ")\\b", in: bytes, range: range)
  }
}

/// Single patterns (of `unless`, `allow` and the like), compiled when first asked for and kept by the worker.
package final class PatternCache {
  private var matchers: [String: Matcher] = [:]

  package init() {}

  package func matches(_ pattern: String, in bytes: [UInt8], range: Range<Int>) -> Bool {
    with(pattern) { matcher in matcher.matches(bytes, range: range) }
  }

  package func matchesWholly(_ pattern: String, in bytes: [UInt8], range: Range<Int>) -> Bool {
    with(pattern) { matcher in matcher.matchesWholly(bytes, range: range) }
  }

  private func with(_ pattern: String, _ body: (inout Matcher) -> Bool) -> Bool {
    if matchers[pattern] == nil { matchers[pattern] = try? Matcher(pattern) }
    guard var matcher = matchers.removeValue(forKey: pattern) else { return false }
    defer { matchers[pattern] = matcher }
    return body(&matcher)
  }
}

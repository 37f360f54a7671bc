// Single patterns that checks and rules ask of small stretches of a document. Each has a number, so
// that finding its matcher costs an index instead of the hash of its text, and each remembers what it
// was asked last: several rules and candidates ask the same of the same line.

import PatternEngine
import Rules
import Synchronization

/// A pattern that is known by its number in all workers.
final class KnownPattern: Sendable {
  let text: String
  fileprivate let number: Int

  private static let count = Atomic<Int>(0)

  init(_ text: String) {
    self.text = text
    number = Self.count.add(1, ordering: .relaxed).oldValue
  }
}

/// The matchers of single patterns, compiled when first asked for and kept by the worker.
package final class PatternCache {
  /// By the number of their pattern.
  private var entries: [Entry?] = []
  private var byText: [String: KnownPattern] = [:]
  private var words: [String: KnownPattern] = [:]
  /// Structural patterns by their text; nil for those that cannot be read.
  private var codePatterns: [String: CompiledPattern?] = [:]
  /// The contexts of rules, by rule.
  private var contexts: [String: ContextSearch] = [:]
  private var documents = 0

  package init() {}

  /// What was asked last: of a stretch of a document, and of a whole one.
  private struct Memo {
    var document = 0
    var range = 0..<0
    var answer = false
    private var heldIn = 0
    private var isHeld = false

    mutating func answer(
      in range: Range<Int>, of document: Int, _ ask: () -> Bool
    ) -> Bool {
      if self.document == document, self.range == range { return answer }
      answer = ask()
      self.document = document
      self.range = range
      return answer
    }

    func knownToBeHeld(in document: Int) -> Bool? { heldIn == document ? isHeld : nil }

    mutating func isHeld(in document: Int, _ ask: () -> Bool) -> Bool {
      if heldIn == document { return isHeld }
      isHeld = ask()
      heldIn = document
      return isHeld
    }
  }

  /// A matcher, and what was asked of it last.
  private final class Entry {
    var matcher: Matcher?
    var asked = Memo()
    /// The same of the documents without what is written for people.
    var askedOfClearing = Memo()
    private let text: String
    private var searches = 0
    private var grams: RequiredGrams?

    init(_ text: String) {
      self.text = text
      matcher = try? Matcher(text)
    }

    /// So many documents are searched before it is worked out what rules others out.
    private static let plainSearches = 8

    /// Whether a document is worth searching.
    func mayBeHeld(in scan: DocumentScan) -> Bool { grams?.areIn(scan.grams) ?? true }

    func isHeld(in scan: DocumentScan) -> Bool {
      guard mayBeHeld(in: scan) else { return false }
      searches += 1
      if searches == Self.plainSearches { grams = RequiredGrams(text) }
      return matches(scan.bytes)
    }

    func matches(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBufferPointer { matcher?.matches($0, range: 0..<$0.count) ?? false }
    }

    /// Whether it matches within a stretch, from `start` of it on. The stretch is a text of its own, so
    /// that ^ and $ mean its ends.
    func matches(_ bytes: [UInt8], in range: Range<Int>, from start: Int = 0) -> Bool {
      bytes.withUnsafeBufferPointer { bytes in
        let stretch = UnsafeBufferPointer(rebasing: bytes[range])
        return matcher?.matches(stretch, range: start..<stretch.count) ?? false
      }
    }
  }

  func nextDocument() -> Int {
    documents += 1
    return documents
  }

  private func entry(of pattern: KnownPattern) -> Entry {
    let number = pattern.number
    if number >= entries.count {
      entries += Array(repeating: nil, count: number + 64 - entries.count)
    }
    if let known = entries[number] { return known }
    let made = Entry(pattern.text)
    entries[number] = made
    return made
  }

  /// The pattern with a text.
  func known(_ text: String) -> KnownPattern {
    if let known = byText[text] { return known }
    let made = KnownPattern(text)
    byText[text] = made
    return made
  }

  func answer(of pattern: KnownPattern, in range: Range<Int>, of scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    return entry.asked.answer(in: range, of: scan.number) { entry.matches(scan.bytes, in: range) }
  }

  func answer(of pattern: KnownPattern, growing range: Range<Int>, of scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    let asked = entry.asked
    let isLonger =
      asked.document == scan.number && asked.range.lowerBound == range.lowerBound
      && asked.range.upperBound < range.upperBound
    guard isLonger else { return answer(of: pattern, in: range, of: scan) }
    if !asked.answer {
      entry.asked.answer = entry.matches(
        scan.bytes, in: range, from: max(0, asked.range.count - 128))
    }
    entry.asked.range = range
    return entry.asked.answer
  }

  func isHeld(_ pattern: KnownPattern, in scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    return entry.asked.isHeld(in: scan.number) { entry.isHeld(in: scan) }
  }

  func mayBeHeld(_ pattern: KnownPattern, in scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    return entry.asked.knownToBeHeld(in: scan.number) ?? entry.mayBeHeld(in: scan)
  }

  func clearingAnswer(
    of pattern: KnownPattern, in range: Range<Int>, of text: ClearingText, _ scan: DocumentScan
  ) -> Bool {
    let entry = entry(of: pattern)
    return entry.askedOfClearing.answer(in: range, of: scan.number) {
      entry.matches(text.bytes, in: range)
    }
  }

  func isHeldInClearing(_ pattern: KnownPattern, in scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    return entry.askedOfClearing.isHeld(in: scan.number) { entry.matches(scan.clearing.bytes) }
  }

  func matches(_ pattern: KnownPattern, in other: [UInt8]) -> Bool {
    entry(of: pattern).matches(other)
  }

  /// The pattern with a text, for whole words.
  func knownWord(_ text: String) -> KnownPattern {
    if let known = words[text] { return known }
    let made = KnownPattern("(?:" + text + ")\\b")
    words[text] = made
    return made
  }

  func matchesWholly(_ pattern: KnownPattern, in bytes: [UInt8], range: Range<Int>) -> Bool {
    entry(of: pattern).matcher?.matchesWholly(bytes, range: range) ?? false
  }

  func matchesWholly(_ pattern: KnownPattern, in other: [UInt8]) -> Bool {
    matchesWholly(pattern, in: other, range: 0..<other.count)
  }

  /// A structural pattern; nil for one that cannot be read, which loading has refused.
  func codePattern(_ text: String) -> CompiledPattern? {
    if let known = codePatterns[text] { return known }
    let made = (try? CodePattern(text)).map { CompiledPattern($0, self) }
    codePatterns[text] = made
    return made
  }

  /// The context of a rule, made ready to be looked for.
  func context(_ context: RuleContext, of rule: RuleID) -> ContextSearch {
    if let known = contexts[rule.text] { return known }
    let made = ContextSearch(context)
    contexts[rule.text] = made
    return made
  }
}

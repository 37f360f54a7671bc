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
  /// The contexts of rules, by rule.
  private var contexts: [String: ContextSearch] = [:]
  private var documents = 0

  package init() {}

  /// A matcher, and what was asked of it last.
  private final class Entry {
    var matcher: Matcher?
    var document = 0
    var range = 0..<0
    var answer = false
    var heldIn = 0
    var isHeld = false
    /// The same of the documents without what is written for people.
    var clearingDocument = 0
    var clearingRange = 0..<0
    var clearingAnswer = false
    var clearingHeldIn = 0
    var isHeldInClearing = false

    init(_ text: String) { matcher = try? Matcher(text) }

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      matcher?.matches(text, range: 0..<text.count) ?? false
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
    if entry.document == scan.number, entry.range == range { return entry.answer }
    // A text of its own, so that ^ and $ mean its ends.
    let answer = scan.bytes.withUnsafeBufferPointer { text in
      entry.matches(UnsafeBufferPointer(rebasing: text[range]))
    }
    entry.document = scan.number
    entry.range = range
    entry.answer = answer
    return answer
  }

  func answer(of pattern: KnownPattern, growing range: Range<Int>, of scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    let isLonger =
      entry.document == scan.number && entry.range.lowerBound == range.lowerBound
      && entry.range.upperBound < range.upperBound
    guard isLonger else { return answer(of: pattern, in: range, of: scan) }
    if !entry.answer {
      let from = max(0, entry.range.count - 128)
      entry.answer = scan.bytes.withUnsafeBufferPointer { text in
        let stretch = UnsafeBufferPointer(rebasing: text[range])
        return entry.matcher?.matches(stretch, range: from..<stretch.count) ?? false
      }
    }
    entry.range = range
    return entry.answer
  }

  func isHeld(_ pattern: KnownPattern, in scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    if entry.heldIn == scan.number { return entry.isHeld }
    entry.isHeld = scan.bytes.withUnsafeBufferPointer { entry.matches($0) }
    entry.heldIn = scan.number
    return entry.isHeld
  }

  func clearingAnswer(
    of pattern: KnownPattern, in range: Range<Int>, of text: ClearingText, _ scan: DocumentScan
  ) -> Bool {
    let entry = entry(of: pattern)
    if entry.clearingDocument == scan.number, entry.clearingRange == range {
      return entry.clearingAnswer
    }
    entry.clearingAnswer = text.bytes.withUnsafeBufferPointer { text in
      entry.matches(UnsafeBufferPointer(rebasing: text[range]))
    }
    entry.clearingDocument = scan.number
    entry.clearingRange = range
    return entry.clearingAnswer
  }

  func isHeldInClearing(_ pattern: KnownPattern, in scan: DocumentScan) -> Bool {
    let entry = entry(of: pattern)
    if entry.clearingHeldIn == scan.number { return entry.isHeldInClearing }
    entry.isHeldInClearing = scan.clearing.bytes.withUnsafeBufferPointer { entry.matches($0) }
    entry.clearingHeldIn = scan.number
    return entry.isHeldInClearing
  }

  func matches(_ pattern: KnownPattern, in other: [UInt8]) -> Bool {
    let entry = entry(of: pattern)
    return other.withUnsafeBufferPointer { entry.matches($0) }
  }

  func matchesWholly(_ pattern: String, in bytes: [UInt8], range: Range<Int>) -> Bool {
    let known: KnownPattern
    if let made = words[pattern] {
      known = made
    } else {
      known = KnownPattern("(?:" + pattern + ")\\b")
      words[pattern] = known
    }
    return entry(of: known).matcher?.matchesWholly(bytes, range: range) ?? false
  }

  /// The context of a rule, made ready to be looked for.
  func context(_ context: RuleContext, of rule: RuleID) -> ContextSearch {
    if let known = contexts[rule.text] { return known }
    let made = ContextSearch(context)
    contexts[rule.text] = made
    return made
  }
}

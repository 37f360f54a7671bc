// Most rules for personal numbers are about digits that stand near a word of a list, and most documents
// hold none of its words; a few are about texts of one line alone. Which rules a document can have is
// told by its length and its grams, before its bytes are searched.

import PatternEngine
import Rules

/// What documents must have for rules to be looked for in them at all.
struct DocumentNeeds: Sendable, Equatable {
  /// The rules with a pattern that ask for a word near each match.
  private var named: [UInt32] = []
  /// Where the slots of each of them end; two slots a word.
  private var ends: [UInt32] = []
  private var slots: [GramTable.Slot] = []
  /// The rules that are about short documents, and how long those may be.
  private var short: [UInt32] = []
  private var lengths: [UInt32] = []

  /// Texts up to this length may be nothing but a value, which no word needs to name.
  private static let unnamedLength = 160

  /// The rules that not every document can have.
  var rules: [Int] { (named + short).map(Int.init) }

  init() {}

  /// Notes what a rule asks of a document.
  mutating func add(_ rule: Rule, _ number: Int) {
    guard case .pattern = rule.matcher else { return }
    if let longest = rule.longest {
      short.append(UInt32(number))
      lengths.append(UInt32(clamping: longest))
    }
    guard let context = rule.context, context.isRequired else { return }
    let words = context.words.map { GramTable.slots(of: ContextWord($0).longestPart) }
    // A word of two letters is everywhere.
    guard words.allSatisfy({ $0 != nil }) else { return }
    named.append(UInt32(number))
    slots += words.flatMap { [$0?.first ?? 0, $0?.last ?? 0] }
    ends.append(UInt32(slots.count))
  }

  /// The rules that a document cannot have a finding of, in no order.
  func ruledOut(of scan: DocumentScan) -> [Int] {
    let length = scan.bytes.count
    var result = short.indices.filter { length > lengths[$0] }.map { Int(short[$0]) }
    // Readings of pieces are short, and what they hold is known by its form.
    if length <= Self.unnamedLength || scan.origin != nil { return result }
    let grams = scan.grams
    func holds(_ place: Int) -> Bool {
      grams.holds(slots[place]) && grams.holds(slots[place + 1])
    }
    var first = 0
    for (rule, end) in zip(named, ends) {
      let places = stride(from: first, to: Int(end), by: 2)
      first = Int(end)
      if !places.contains(where: holds) { result.append(Int(rule)) }
    }
    return result
  }

  // MARK: - Packing

  init(_ reader: inout PackedReader) {
    named = reader.words(of: 3)
    ends = reader.words(of: 3)
    slots = reader.words(of: 3)
    short = reader.words(of: 3)
    lengths = reader.words(of: 3)
  }

  func pack(_ writer: inout PackedWriter) {
    for words in [named, ends, slots, short, lengths] { writer.write(words: words, of: 3) }
  }
}

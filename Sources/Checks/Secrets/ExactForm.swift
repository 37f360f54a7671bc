// A form is exact where it begins with the provider's own letters: `ghp_`, `AKIA`, `xoxb-`. Whatever fills
// such a form whole was meant to show a token, so a mask or a counted-up body is told as an example
// instead of being passed over, and a note of it says more than a guess about a random value.

import PatternEngine
import Rules

/// What the pattern of a rule fixes of its value.
struct ExactForm: Hashable {
  /// The bytes that the value begins with, in every alternative.
  private(set) var lead = 0
  /// Every match of the value is as long as any other of its alternative.
  private(set) var isOfFixedLength = false

  /// Whether the value begins like the values of one provider only.
  var isExact: Bool { lead >= 3 }
  /// Whether a mask behind that beginning is one of such a value: `ACxxxx…` begins with two letters,
  /// `0x0000…` does not.
  func isTold(by value: [UInt8]) -> Bool {
    isExact || lead == 2 && value.prefix(2).allSatisfy { ValueShape.Kind($0).isLetter }
  }

  /// Nothing is fixed.
  init() {}

  init(of rule: Rule) {
    guard case .pattern(let pattern) = rule.matcher else {
      self.init()
      return
    }
    self.init(pattern: pattern)
  }

  /// Costs parsing the pattern.
  init(pattern: String) {
    guard let parsed = try? PatternParser.parse(pattern) else { return }
    let number = parsed.groupNames.firstIndex(of: "value")
    let value = number.flatMap { Self.group($0, in: parsed.syntax) } ?? parsed.syntax
    lead = Self.start(of: value).length
    isOfFixedLength = Self.isFixed(value)
  }

  /// What a value of the form is filled with where it was not issued, for the report; nil where it may
  /// have been. What something was left out of, as in `AKIA...`, is no whole form.
  static func filler(of value: [UInt8]) -> String? {
    guard !Placeholder.contains(value, "..."), !Placeholder.contains(value, "…") else { return nil }
    let body = body(of: value)
    if Placeholder.isRepeated(body) { return "one character over and over" }
    if Placeholder.isMask(value) || Placeholder.isMask(body) { return "masked" }
    if isPeriodic(body) { return "one word over and over" }
    return Placeholder.isSequence(body) ? "counted up, not issued" : nil
  }

  /// `TESTTESTTEST`, `deadbeefdeadbeef`: most of it is what stood a few bytes before.
  private static func isPeriodic(_ body: [UInt8]) -> Bool {
    guard body.count >= 16 else { return false }
    return (2...8).contains { period in
      let again = (period..<body.count).count { body[$0] == body[$0 - period] }
      return again * 3 >= (body.count - period) * 2
    }
  }

  /// What follows the prefix that tells the provider.
  static func body(of value: [UInt8]) -> [UInt8] {
    let start = value.prefix(12).lastIndex {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
    guard let start, value.count - start > 8 else { return value }
    return Array(value[(start + 1)...])
  }

  private static func group(_ number: Int, in syntax: PatternSyntax) -> PatternSyntax? {
    switch syntax {
    case .empty, .bytes, .assertion: nil
    case .concatenation(let parts), .alternation(let parts):
      parts.lazy.compactMap { group(number, in: $0) }.first
    case .repetition(let part, _, _, _): group(number, in: part)
    case .group(let part, let index): index == number ? part : group(number, in: part)
    }
  }

  /// How many bytes at the start are of small sets, and whether that is all of it.
  private static func start(of syntax: PatternSyntax) -> (length: Int, isAll: Bool) {
    switch syntax {
    case .empty, .assertion: return (0, true)
    case .bytes(let set): return set.count <= 8 ? (1, true) : (0, false)
    case .group(let part, _): return start(of: part)
    case .concatenation(let parts):
      var length = 0
      for part in parts {
        let next = start(of: part)
        length += next.length
        if !next.isAll { return (length, false) }
      }
      return (length, true)
    case .alternation(let parts):
      let starts = parts.map { start(of: $0) }
      return (starts.map(\.length).min() ?? 0, starts.allSatisfy(\.isAll))
    case .repetition(let part, let minimum, let maximum, _):
      let one = start(of: part)
      guard minimum > 0, one.isAll else { return (minimum > 0 ? one.length : 0, false) }
      return (one.length * minimum, minimum == maximum)
    }
  }

  private static func isFixed(_ syntax: PatternSyntax) -> Bool {
    switch syntax {
    case .empty, .bytes, .assertion: true
    case .group(let part, _): isFixed(part)
    case .concatenation(let parts), .alternation(let parts): parts.allSatisfy(isFixed)
    case .repetition(let part, let minimum, let maximum, _): minimum == maximum && isFixed(part)
    }
  }
}

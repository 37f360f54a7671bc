/// A pattern as a tree over bytes. Scalars beyond ASCII have become sequences of bytes already, so
/// that everything after the parser works on bytes alone.
package indirect enum PatternSyntax: Hashable, Sendable {
  /// Matches the empty text.
  case empty
  /// One byte of the set; an empty set never matches.
  case bytes(ByteSet)
  case assertion(Assertion)
  case concatenation([PatternSyntax])
  /// The first alternative that leads to a match wins.
  case alternation([PatternSyntax])
  /// `maximum` nil is unbounded.
  case repetition(PatternSyntax, minimum: Int, maximum: Int?, isGreedy: Bool)
  /// A capturing group; groups count from 1.
  case group(PatternSyntax, index: Int)

  /// What must hold between two bytes.
  package enum Assertion: UInt8, Hashable, Sendable, CaseIterable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, notWordBoundary
  }

  /// Whether it can match the empty text, assertions taken to hold.
  package var isNullable: Bool {
    switch self {
    case .empty, .assertion: true
    case .bytes: false
    case .concatenation(let parts): parts.allSatisfy(\.isNullable)
    case .alternation(let parts): parts.contains(where: \.isNullable)
    case .repetition(let part, let minimum, _, _): minimum == 0 || part.isNullable
    case .group(let part, _): part.isNullable
    }
  }

  /// A pattern that matches whatever this one does and more: what may come up to so many times may come
  /// any number of times. An automaton need not count it, and has a few states where this one has
  /// hundreds. Nil where nothing is worth leaving uncounted.
  var relaxed: PatternSyntax? {
    switch self {
    case .empty, .bytes, .assertion: return nil
    case .concatenation(let parts):
      let relaxed = parts.map(\.relaxed)
      guard relaxed.contains(where: { $0 != nil }) else { return nil }
      return .concatenation(zip(relaxed, parts).map { $0 ?? $1 })
    case .alternation(let branches):
      let relaxed = branches.map(\.relaxed)
      guard relaxed.contains(where: { $0 != nil }) else { return nil }
      return .alternation(zip(relaxed, branches).map { $0 ?? $1 })
    case .repetition(let part, let minimum, let maximum, let isGreedy):
      let isCounted = maximum.map { $0 - minimum >= Self.countedLimit } ?? false
      let relaxed = part.relaxed
      guard isCounted || relaxed != nil else { return nil }
      return .repetition(
        relaxed ?? part, minimum: minimum, maximum: isCounted ? nil : maximum, isGreedy: isGreedy)
    case .group(let part, let index): return part.relaxed.map { .group($0, index: index) }
    }
  }

  /// Fewer turns than this are cheaper counted than not.
  private static let countedLimit = 4

  /// The pattern that matches the same texts read backwards.
  var reversed: PatternSyntax {
    switch self {
    case .empty, .bytes: self
    case .assertion(let kind):
      switch kind {
      case .textStart: .assertion(.textEnd)
      case .textEnd: .assertion(.textStart)
      case .lineStart: .assertion(.lineEnd)
      case .lineEnd: .assertion(.lineStart)
      case .wordBoundary, .notWordBoundary: self
      }
    case .concatenation(let parts): .concatenation(parts.reversed().map(\.reversed))
    case .alternation(let branches): .alternation(branches.map(\.reversed))
    case .repetition(let part, let minimum, let maximum, let isGreedy):
      .repetition(part.reversed, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
    case .group(let part, _): part.reversed
    }
  }
}

/// A parsed pattern.
package struct ParsedPattern: Sendable {
  package let syntax: PatternSyntax
  /// The names of the groups by index; index 0 is the whole match and has none.
  package let groupNames: [String?]

  package init(syntax: PatternSyntax, groupNames: [String?]) {
    self.syntax = syntax
    self.groupNames = groupNames
  }
}

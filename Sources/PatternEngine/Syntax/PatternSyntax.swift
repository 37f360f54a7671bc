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

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

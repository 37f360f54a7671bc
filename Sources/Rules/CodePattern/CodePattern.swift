/// A structural pattern: what a piece of code looks like, token by token, with gaps.
package struct CodePattern: Sendable, Hashable {
  package var elements: [Element]
  /// Which element the search starts from, and the texts that it may have.
  package var anchor: Int
  package var anchorTexts: [String]
  /// The elements that are reported; nil for all of them.
  package var reported: Range<Int>?
  /// The elements of the dotted name that the pattern begins with, as in `os.path.join(…)`; empty
  /// without one.
  package var head: Range<Int>
  /// The last byte of the mark right before the anchor, and the first of that right behind it; 0 where
  /// something else stands there.
  package let markBefore: UInt8
  package let markAfter: UInt8
  /// Without gaps before the anchor its distance from the start is known, but for line ends.
  package let hasFixedLead: Bool
  /// What its rule counts as outside input, and what makes it harmless.
  package var sources: [ValueSource] = []
  package var cleaners: [String] = []
  /// What the values that its rule is about do harm in.
  package var harm = HarmKind.other

  /// The search starts within the name that the pattern begins with.
  package var isAnchoredInHead: Bool { head.contains(anchor) }

  package struct Element: Sendable, Hashable {
    package var kind: Kind
    /// How many brackets of the pattern are open before it.
    package var depth: Int
    /// The innermost of them is a brace, which holds statements.
    package var isInBraces: Bool

    package init(kind: Kind, depth: Int, isInBraces: Bool = false) {
      self.kind = kind
      self.depth = depth
      self.isInBraces = isInBraces
    }
  }

  package enum Kind: Sendable, Hashable {
    /// The identifier, keyword or number with that text.
    case word(String)
    /// Marks with that text, over one or more tokens.
    case mark(String)
    /// Any of these tokens.
    case oneOf([String])
    /// An identifier that the pattern matches wholly.
    case wordPattern(String)
    /// A string literal.
    case string(StringTest)
    /// An expression, remembered under the name; of one of the types, unless there are none.
    case metavariable(name: String, kind: ExpressionKind, types: [String])
    /// `...`: any balanced run of tokens.
    case ellipsis
  }

  package enum StringTest: Sendable, Hashable {
    case any
    case content(String)
    case pattern(String)
  }

  /// What an expression must be like; it follows from the metavariable's name.
  package enum ExpressionKind: Sendable, Hashable {
    case any, variable, constant, string, built, identifier, number, password, input

    /// It is told by where values come from, which costs more than a look at the tokens.
    package var isFollowed: Bool {
      switch self {
      case .input, .built, .constant: true
      case .any, .variable, .string, .identifier, .number, .password: false
      }
    }

    /// `VAR2` is a variable, `X` is anything.
    package init(name: String) {
      let stem = String(name.unicodeScalars.prefix { !("0"..."9").contains($0) })
      self =
        switch stem {
        case "VAR": .variable
        case "CONST": .constant
        case "STR": .string
        case "BUILT": .built
        case "ID": .identifier
        case "NUM": .number
        case "PASSWORD": .password
        case "INPUT": .input
        default: .any
        }
    }
  }

  package init(
    elements: [Element], anchor: Int, anchorTexts: [String], reported: Range<Int>? = nil
  ) {
    self.elements = elements
    self.anchor = anchor
    self.anchorTexts = anchorTexts
    self.reported = reported
    head = Self.head(of: elements)
    hasFixedLead = elements[..<anchor].indices.allSatisfy { place in
      switch elements[place].kind {
      case .ellipsis: false
      case .metavariable: place == 0
      case .mark(let mark): mark.utf8.count == 1
      case .word, .oneOf, .wordPattern, .string: true
      }
    }
    func mark(_ index: Int) -> String {
      guard elements.indices.contains(index), case .mark(let mark) = elements[index].kind else {
        return ""
      }
      return mark
    }
    markBefore = mark(anchor - 1).utf8.last ?? 0
    markAfter = mark(anchor + 1).utf8.first ?? 0
  }

  /// Words joined by dots at the start, behind a `new` at most.
  private static func head(of elements: [Element]) -> Range<Int> {
    func isName(_ index: Int) -> Bool {
      guard index < elements.count else { return false }
      switch elements[index].kind {
      case .word, .oneOf, .wordPattern: return true
      case .mark, .string, .metavariable, .ellipsis: return false
      }
    }
    let start = elements.first?.kind == .word("new") ? 1 : 0
    guard isName(start) else { return 0..<0 }
    var end = start + 1
    while end < elements.count, case .mark(let mark) = elements[end].kind,
      [".", "::", "->", "\\"].contains(mark), isName(end + 1)
    {
      end += 2
    }
    return start..<end
  }
}

extension CodePattern {
  /// A structural pattern of a rule, with what the rule says of its values.
  package init(_ text: String, of rule: Rule) throws(CodePatternError) {
    try self.init(text)
    sources = rule.conditions.sources
    cleaners = rule.conditions.cleaners
    harm = HarmKind.of(rule)
  }
}

/// What is wrong with a structural pattern, and at which byte of its text (from 0).
package struct CodePatternError: Error, Sendable, Hashable {
  package let message: String
  package let offset: Int

  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

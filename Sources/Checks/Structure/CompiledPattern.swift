import Rules

/// A structural pattern made ready for matching: its elements without references, its words with their
/// keys. Made once by each worker, never changed.
final class CompiledPattern {
  let source: CodePattern
  let elements: [Element]
  /// What the words of `elements` are.
  let words: [Word]
  let marks: [Mark]
  let wordPatterns: [KnownPattern]
  let stringPatterns: [KnownPattern]
  let variables: [Variable]

  struct Element {
    var kind: Kind
    /// A bracket of the pattern is open before it.
    var isInBrackets: Bool
    /// The innermost bracket around it is a brace, which holds statements.
    var isInBraces: Bool
  }

  /// What an element asks for, by places in the lists of the pattern.
  enum Kind {
    /// One of the words.
    case word(Range<Int>)
    case mark(Int)
    case wordPattern(Int)
    case anyString
    /// A string of one of the words.
    case string(Int)
    case stringPattern(Int)
    case variable(Int)
    case gap
  }

  /// A text that a token is compared with.
  struct Word {
    let bytes: [UInt8]
    /// Its key where the token is a word, and where it is a mark.
    let key: TokenKey
    let markKey: TokenKey

    init(_ text: String) {
      bytes = Array(text.utf8)
      key = TokenKey(word: bytes)
      markKey = TokenKey(mark: bytes)
    }
  }

  struct Mark {
    let bytes: [UInt8]
    let key: TokenKey
    /// A closing bracket, which code that is cut off may lack.
    let isClosing: Bool
  }

  /// A metavariable.
  struct Variable {
    let name: String
    /// The number of its name among the pattern's.
    let slot: Int
    let kind: CodePattern.ExpressionKind
    let types: [String]
  }

  init(_ source: CodePattern, _ patterns: PatternCache) {
    self.source = source
    var words: [Word] = []
    var marks: [Mark] = []
    var wordPatterns: [KnownPattern] = []
    var stringPatterns: [KnownPattern] = []
    var variables: [Variable] = []
    var slots: [String: Int] = [:]
    func add(_ texts: [String]) -> Range<Int> {
      words += texts.map(Word.init)
      return (words.count - texts.count)..<words.count
    }
    elements = source.elements.map { element in
      let kind: Kind
      switch element.kind {
      case .word(let word): kind = .word(add([word]))
      case .oneOf(let texts): kind = .word(add(texts))
      case .mark(let mark):
        let bytes = Array(mark.utf8)
        marks.append(
          Mark(bytes: bytes, key: TokenKey(mark: bytes), isClosing: [")", "]", "}"].contains(mark)))
        kind = .mark(marks.count - 1)
      case .wordPattern(let pattern):
        wordPatterns.append(patterns.knownWord(pattern))
        kind = .wordPattern(wordPatterns.count - 1)
      case .string(.any): kind = .anyString
      case .string(.content(let content)): kind = .string(add([content]).lowerBound)
      case .string(.pattern(let pattern)):
        stringPatterns.append(patterns.known(pattern))
        kind = .stringPattern(stringPatterns.count - 1)
      case .metavariable(let name, let expression, let types):
        let slot = slots[name] ?? slots.count
        slots[name] = slot
        variables.append(Variable(name: name, slot: slot, kind: expression, types: types))
        kind = .variable(variables.count - 1)
      case .ellipsis: kind = .gap
      }
      return Element(kind: kind, isInBrackets: element.depth > 0, isInBraces: element.isInBraces)
    }
    self.words = words
    self.marks = marks
    self.wordPatterns = wordPatterns
    self.stringPatterns = stringPatterns
    self.variables = variables
  }
}

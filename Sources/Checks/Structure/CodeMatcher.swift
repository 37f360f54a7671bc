// Matches structural patterns against the tokens of a document. The search starts where the
// pattern's anchor word occurs, steps back over the elements before it, and then goes forward
// element by element. Gaps (`...`) and expressions (`$X`) are tried shortest first and never cross
// a bracket that they did not open; the whole attempt has a budget of steps, so that hostile text
// costs a bounded amount for each occurrence of an anchor.

import Rules
import SourceText

/// One attempt at a pattern in one document.
struct CodeMatcher {
  /// Steps that one anchor may cost.
  static let budget = 6_000
  /// How far an expression or gap may reach, in tokens.
  static let reach = 600

  struct Result {
    /// Bytes of the document.
    var range: Range<Int>
    var groups: [String: Range<Int>]
  }

  private let scan: DocumentScan
  private let pattern: CodePattern
  private let tokens: [Token]
  private var bindings: [String: Range<Int>] = [:]
  private var steps = 0

  private init(_ pattern: CodePattern, _ scan: DocumentScan) {
    self.pattern = pattern
    self.scan = scan
    tokens = scan.lexed.tokens
  }

  /// The match of a pattern whose anchor is the token at `index`, or nil.
  static func match(_ pattern: CodePattern, anchor index: Int, in scan: DocumentScan) -> Result? {
    var matcher = CodeMatcher(pattern, scan)
    guard matcher.fits(pattern.elements[pattern.anchor].kind, index) else { return nil }
    // Without gaps before the anchor its distance from the start is known.
    let leading = pattern.elements[..<pattern.anchor]
    let isFixed = leading.allSatisfy { element in
      switch element.kind {
      case .ellipsis, .metavariable, .mark: false
      case .word, .oneOf, .wordPattern, .string: true
      }
    }
    let distances = isFixed ? leading.count...leading.count : 0...min(40, index)
    for distance in distances where distance <= index {
      if leading.isEmpty, distance > 0 { break }
      matcher.bindings = [:]
      let start = index - distance
      if tokens(start, are: .newline, matcher.tokens) { continue }
      if let end = matcher.match(element: 0, at: start, anchorAt: index) {
        return matcher.result(start..<end)
      }
      if matcher.steps > budget { return nil }
    }
    return nil
  }

  private static func tokens(_ index: Int, are kind: Token.Kind, _ tokens: [Token]) -> Bool {
    tokens[index].kind == kind
  }

  private func result(_ matched: Range<Int>) -> Result? {
    guard let first = matched.first, let last = matched.last else { return nil }
    var groups: [String: Range<Int>] = [:]
    for (name, range) in bindings { groups[name] = Expression(range, in: scan).bytes }
    return Result(
      range: tokens[first].range.lowerBound..<tokens[last].range.upperBound, groups: groups)
  }

  /// The token index after the match of the elements from `element` on, or nil.
  private mutating func match(element: Int, at position: Int, anchorAt: Int) -> Int? {
    var element = element
    var position = position
    while element < pattern.elements.count {
      steps += 1
      guard steps <= Self.budget else { return nil }
      let current = pattern.elements[element]
      position = skipNewlines(from: position, before: current)
      if element == pattern.anchor, position != anchorAt { return nil }
      // A gap before the anchor may be empty.
      let mayBeEmpty = current.kind == .ellipsis
      if element < pattern.anchor, position > anchorAt || position == anchorAt && !mayBeEmpty {
        return nil
      }
      switch current.kind {
      case .ellipsis:
        return gap(after: element, from: position, anchorAt: anchorAt, name: nil, kind: .any)
      case .metavariable(let name, let kind):
        if element == 0 {
          guard position < tokens.count, isReceiver(position),
            bind(name, position..<(position + 1), kind: kind)
          else { return nil }
          position += 1
          element += 1
          continue
        }
        return gap(after: element, from: position, anchorAt: anchorAt, name: name, kind: kind)
      case .mark(let mark):
        guard let next = matchMark(mark, at: position) else { return nil }
        position = next
      case .word, .oneOf, .wordPattern, .string:
        guard fits(current.kind, position) else { return nil }
        position += 1
      }
      element += 1
    }
    return position
  }

  /// Tries a gap or an expression, shortest first; the last one of a pattern takes all of its statement.
  private mutating func gap(
    after element: Int, from start: Int, anchorAt: Int, name: String?,
    kind: CodePattern.ExpressionKind
  ) -> Int? {
    let isLast = element == pattern.elements.count - 1
    let isInside = pattern.elements[element].depth > 0
    var end = start
    while true {
      // Here the run may end.
      if !isLast, name == nil || end > start {
        let saved = bindings
        if name.map({ bind($0, start..<end, kind: kind) }) ?? true,
          let matched = match(element: element + 1, at: end, anchorAt: anchorAt)
        {
          return matched
        }
        bindings = saved
      }
      steps += 1
      guard steps <= Self.budget, end < tokens.count, end - start < Self.reach else { break }
      let token = tokens[end]
      if token.kind == .newline {
        guard isInside || continues(end + 1) else { break }
      } else if token.kind == .punctuation {
        let byte = scan.bytes[Int(token.start)]
        let isSingle = token.end - token.start == 1
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
          // Nothing ends within a bracket that opens here.
          guard isSingle else { break }
          guard let close = scan.brackets.partner(of: end), close - start < Self.reach else {
            return nil
          }
          end = close
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return finish()
        case UInt8(ascii: ";"): return finish()
        case UInt8(ascii: ",") where name != nil && isSingle: return finish()
        default: break
        }
      }
      end += 1
    }
    return finish()

    func finish() -> Int? {
      guard isLast else { return nil }
      guard let name else { return end }
      guard end > start, bind(name, start..<end, kind: kind) else { return nil }
      return end
    }
  }

  /// Binds a name to a run of tokens of the wanted kind; the same name twice must have the same text.
  private mutating func bind(
    _ name: String, _ range: Range<Int>, kind: CodePattern.ExpressionKind
  ) -> Bool {
    if let known = bindings[name] {
      let first = Expression(known, in: scan).bytes
      let second = Expression(range, in: scan).bytes
      return scan.bytes[first].elementsEqual(scan.bytes[second])
    }
    guard Expression(range, in: scan).satisfies(kind) else { return false }
    bindings[name] = range
    return true
  }

  /// What may stand before the dot that a pattern's leading metavariable is followed by.
  private func isReceiver(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .identifier, .string, .number: return true
    case .punctuation:
      let byte = scan.bytes[Int(token.end) - 1]
      return byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "}")
    case .newline: return false
    }
  }

  /// Newlines within brackets, and before a line that goes on, end nothing.
  private func skipNewlines(from position: Int, before element: CodePattern.Element) -> Int {
    var position = position
    while position < tokens.count, tokens[position].kind == .newline,
      element.depth > 0 || continues(position + 1)
    {
      position += 1
    }
    return position
  }

  /// Whether the line that starts at a token goes on with the statement before it.
  private func continues(_ index: Int) -> Bool {
    guard index < tokens.count, tokens[index].kind == .punctuation else { return false }
    let text = scan.bytes[tokens[index].range]
    return [".", "->", "?.", "+", "||", "&&", "?", ":", "::", "..", "|", "<<"].contains {
      text.elementsEqual($0.utf8)
    }
  }

  /// Whether one token is what an element asks for.
  private func fits(_ kind: CodePattern.Kind, _ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let token = tokens[index]
    let text = scan.bytes[token.range]
    switch kind {
    case .word(let word):
      return token.kind != .string && token.kind != .newline && text.elementsEqual(word.utf8)
    case .oneOf(let words):
      return token.kind != .string && words.contains { text.elementsEqual($0.utf8) }
    case .wordPattern(let pattern):
      return token.kind == .identifier && scan.matchesWord(pattern, token.range)
    case .string(let test):
      guard token.kind == .string else { return false }
      switch test {
      case .any: return true
      case .content(let content): return scan.bytes[token.content].elementsEqual(content.utf8)
      case .pattern(let pattern): return scan.matches(pattern, in: token.content)
      }
    case .mark, .metavariable, .ellipsis: return false
    }
  }

  /// Marks may be cut into tokens otherwise than in the pattern; what counts is their text.
  private func matchMark(_ mark: String, at position: Int) -> Int? {
    var rest = mark.utf8[...]
    var position = position
    while !rest.isEmpty {
      guard position < tokens.count, tokens[position].kind == .punctuation else { return nil }
      let text = scan.bytes[tokens[position].range]
      guard rest.starts(with: text) else { return nil }
      rest = rest.dropFirst(text.count)
      position += 1
    }
    return position
  }
}

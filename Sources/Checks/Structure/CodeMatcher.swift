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

  /// Bytes of the document.
  struct Result {
    var range: Range<Int>
    /// The part that is to be reported.
    var reported: Range<Int>
    var groups: [String: Range<Int>]
  }

  let scan: DocumentScan
  let pattern: CodePattern
  private let tokens: [Token]
  var bindings: [String: Range<Int>] = [:]
  private var steps = 0
  /// The tokens at which the reported elements begin and end.
  private var reportedStart: Int?
  private var reportedEnd: Int?

  /// Whether it is worth following values at all, asked when all else has matched.
  private let mayFollow: () -> Bool

  private init(
    _ pattern: CodePattern, _ scan: DocumentScan, _ mayFollow: @escaping () -> Bool
  ) {
    self.pattern = pattern
    self.scan = scan
    self.mayFollow = mayFollow
    tokens = scan.lexed.tokens
  }

  /// The matches of a pattern whose anchor is the token at `index`. Where the anchor stands in an
  /// import these are the uses of what is imported there.
  ///
  /// `mayFollow` is asked before a value is followed for the first time.
  static func matches(
    _ pattern: CodePattern, anchor index: Int, in scan: DocumentScan,
    mayFollow: @escaping () -> Bool = { true }
  ) -> [Result] {
    let isPossible = isPossible(pattern, anchor: index, in: scan)
    let isInHead = pattern.head.contains(pattern.anchor)
    guard isPossible || isInHead else { return [] }
    var matcher = CodeMatcher(pattern, scan, mayFollow)
    if isPossible, matcher.fits(pattern.elements[pattern.anchor].kind, index),
      let result = matcher.match(anchor: index)
    {
      return [result]
    }
    guard isInHead else { return [] }
    if scan.lexed.tokens[index].kind == .string,
      let result = matcher.matchCall(ofModuleNamedAt: index)
    {
      return [result]
    }
    guard !scan.imports.bindings.isEmpty else { return [] }
    if let result = matcher.matchResolved(from: matcher.pathStart(index)) { return [result] }
    return scan.imports.names(boundAround: index).flatMap { name in
      scan.usesOfImports[name, default: []].compactMap { matcher.matchResolved(from: $0) }
    }
  }

  /// Whether a pattern may match where its anchor stands, as it is written or by a name of the
  /// document's own: most places are ruled out so, without a walk over the pattern.
  static func mayMatch(
    _ pattern: CodePattern, anchor index: Int, in scan: DocumentScan
  ) -> Bool {
    if isPossible(pattern, anchor: index, in: scan) { return true }
    guard pattern.head.contains(pattern.anchor) else { return false }
    return scan.lexed.tokens[index].kind == .string || !scan.imports.bindings.isEmpty
  }

  /// Whether the tokens beside an anchor are what the pattern has beside it.
  private static func isPossible(
    _ pattern: CodePattern, anchor index: Int, in scan: DocumentScan
  ) -> Bool {
    let tokens = scan.lexed.tokens
    if pattern.markAfter != 0 {
      var place = index + 1
      while place < tokens.count, tokens[place].kind == .newline { place += 1 }
      // What is cut off may lack its end.
      if place < tokens.count,
        tokens[place].kind != .punctuation
          || scan.bytes[Int(tokens[place].start)] != pattern.markAfter
      {
        return false
      }
    }
    guard pattern.markBefore != 0 else { return true }
    var place = index - 1
    while place >= 0, tokens[place].kind == .newline { place -= 1 }
    return place >= 0 && tokens[place].kind == .punctuation
      && scan.bytes[Int(tokens[place].end) - 1] == pattern.markBefore
  }

  /// The match that has its anchor at a token as it is written, or nil.
  private mutating func match(anchor index: Int) -> Result? {
    let leading = pattern.anchor
    let distances = pattern.hasFixedLead ? leading...leading + 3 : 0...min(40, index)
    for distance in distances where distance <= index {
      if leading == 0, distance > 0 { break }
      let start = index - distance
      if tokens[start].kind == .newline { continue }
      bindings = [:]
      if let end = match(element: 0, at: start, anchorAt: index) { return result(start..<end) }
      if !pattern.head.isEmpty, !pattern.head.contains(pattern.anchor),
        let result = matchResolved(from: start, anchorAt: index)
      {
        return result
      }
      if steps > Self.budget { return nil }
    }
    return nil
  }

  func result(_ matched: Range<Int>) -> Result? {
    let matched = matched.clamped(to: 0..<tokens.count)
    guard !matched.isEmpty else { return nil }
    var groups: [String: Range<Int>] = [:]
    for (name, range) in bindings { groups[name] = Expression(range, in: scan).bytes }
    let range = bytes(of: matched)
    guard let start = reportedStart, let end = reportedEnd, start < end else {
      return Result(range: range, reported: range, groups: groups)
    }
    return Result(range: range, reported: bytes(of: start..<end), groups: groups)
  }

  /// Takes the tokens of a head that was matched otherwise for those that are reported.
  mutating func markReported(from start: Int, to end: Int) {
    guard let reported = pattern.reported else { return }
    if reported.lowerBound < pattern.head.upperBound { reportedStart = start }
    if reported.upperBound <= pattern.head.upperBound { reportedEnd = end }
  }

  /// The bytes of tokens, without the line ends behind them.
  private func bytes(of matched: Range<Int>) -> Range<Int> {
    var last = matched.upperBound - 1
    while last > matched.lowerBound, tokens[last].kind == .newline { last -= 1 }
    return tokens[matched.lowerBound].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The token index after the match of the elements from `element` on, or nil.
  mutating func match(element: Int, at position: Int, anchorAt: Int) -> Int? {
    var element = element
    var position = position
    while element < pattern.elements.count {
      steps += 1
      guard steps <= Self.budget else { return nil }
      let current = pattern.elements[element]
      if element == pattern.reported?.upperBound { reportedEnd = position }
      position = skipNewlines(from: position, before: current)
      if element == pattern.reported?.lowerBound { reportedStart = position }
      if element == pattern.anchor, position != anchorAt { return nil }
      // A gap before the anchor may be empty.
      let mayBeEmpty = current.kind == .ellipsis
      if element < pattern.anchor, position > anchorAt || position == anchorAt && !mayBeEmpty {
        return nil
      }
      switch current.kind {
      case .ellipsis:
        return gap(after: element, from: position, anchorAt: anchorAt, nil)
      case .metavariable(let name, let kind, let types):
        let variable = Variable(name: name, kind: kind, types: types)
        if element == 0 {
          guard position < tokens.count, isReceiver(position),
            bind(variable, position..<(position + 1))
          else { return nil }
          position += 1
          element += 1
          continue
        }
        return gap(after: element, from: position, anchorAt: anchorAt, variable)
      case .mark(let mark):
        guard let next = matchMark(mark, at: position) else { return nil }
        position = next
      case .word, .oneOf, .wordPattern, .string:
        guard fits(current.kind, position) else { return nil }
        position += 1
      }
      element += 1
    }
    if element == pattern.reported?.upperBound { reportedEnd = position }
    return position
  }

  /// A metavariable of the pattern.
  private struct Variable {
    var name: String
    var kind: CodePattern.ExpressionKind
    var types: [String]
  }

  /// Tries a gap or an expression, shortest first; the last one of a pattern takes all of its statement.
  private mutating func gap(
    after element: Int, from start: Int, anchorAt: Int, _ variable: Variable?
  ) -> Int? {
    let isLast = element == pattern.elements.count - 1
    let isInside = pattern.elements[element].depth > 0
    if let variable, let matched = whole(variable, element, from: start, anchorAt: anchorAt) {
      return matched
    }
    var end = start
    while true {
      // Here the run may end.
      if !isLast, variable == nil || end > start {
        if let matched = rest(after: element, binding: variable, start..<end, anchorAt) {
          return matched
        }
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
          // What is cut off ends with the document.
          let close = scan.brackets.partner(of: end) ?? tokens.count - 1
          guard close - start < Self.reach else { return nil }
          end = close
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return finish()
        case UInt8(ascii: ";"):
          guard variable == nil, pattern.elements[element].isInBraces else { return finish() }
        case UInt8(ascii: ",") where variable != nil && isSingle: return finish()
        default: break
        }
      }
      end += 1
    }
    return finish()

    func finish() -> Int? {
      guard isLast else { return nil }
      if let variable {
        guard end > start, bind(variable, start..<end) else { return nil }
      }
      if element + 1 == pattern.reported?.upperBound { reportedEnd = end }
      return end
    }
  }

  /// Before a gap a metavariable stands for the whole argument, if the pattern matches so.
  private mutating func whole(
    _ variable: Variable, _ element: Int, from start: Int, anchorAt: Int
  ) -> Int? {
    switch variable.kind {
    case .identifier, .number, .string: return nil
    case .any, .variable, .constant, .built, .password, .input: break
    }
    guard element + 1 < pattern.elements.count, pattern.elements[element + 1].kind == .ellipsis,
      pattern.elements[element].depth > 0
    else { return nil }
    let end = AssignmentIndex.valueEnd(from: start, tokens, scan.bytes)
    guard end > start, end - start < Self.reach else { return nil }
    return rest(after: element, binding: variable, start..<end, anchorAt)
  }

  /// Matches what follows a gap or an expression that takes a run of tokens; what it binds is given
  /// back where that fails.
  private mutating func rest(
    after element: Int, binding variable: Variable?, _ range: Range<Int>, _ anchorAt: Int
  ) -> Int? {
    let saved = bindings
    if variable.map({ bind($0, range, isLate: true) }) ?? true,
      let matched = match(element: element + 1, at: range.upperBound, anchorAt: anchorAt),
      variable.map({ isFollowed($0, range) }) ?? true
    {
      return matched
    }
    bindings = saved
    return nil
  }

  /// Binds a name to a run of tokens of the wanted kind; the same name twice must have the same text.
  /// Where `isLate` is said, what costs a walk through the document is asked when all else has matched.
  private mutating func bind(
    _ variable: Variable, _ range: Range<Int>, isLate: Bool = false
  ) -> Bool {
    let name = variable.name
    if let known = bindings[name] {
      let first = Expression(known, in: scan).bytes
      let second = Expression(range, in: scan).bytes
      return scan.bytes[first].elementsEqual(scan.bytes[second])
    }
    let isKind =
      isLate && variable.kind.isFollowed
      ? !Expression(range, in: scan).isConstant || variable.kind == .constant
      : (!variable.kind.isFollowed || mayFollow())
        && Expression(range, in: scan).satisfies(variable.kind, for: pattern)
    guard isKind,
      variable.types.isEmpty
        || scan.types.isValue(endingAt: range.upperBound - 1, of: variable.types)
    else { return false }
    bindings[name] = range
    return true
  }

  /// Whether a metavariable's value is what its kind asks for, where that was left for later.
  private func isFollowed(_ variable: Variable, _ range: Range<Int>) -> Bool {
    !variable.kind.isFollowed
      || mayFollow() && Expression(range, in: scan).satisfies(variable.kind, for: pattern)
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
    case .word, .oneOf:
      return token.kind != .string && token.kind != .newline && isNamed(kind, text)
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

  /// Whether an element is one of words, and a text is one of them.
  func isNamed(_ kind: CodePattern.Kind, _ text: some Collection<UInt8>) -> Bool {
    switch kind {
    case .word(let word): text.elementsEqual(word.utf8)
    case .oneOf(let words): words.contains { text.elementsEqual($0.utf8) }
    case .wordPattern(let pattern):
      scan.matches(
        scan.patterns.known("^(?:" + pattern + ")$"), inOther: Array(text))
    case .mark, .string, .metavariable, .ellipsis: false
    }
  }

  /// Marks may be cut into tokens otherwise than in the pattern; what counts is their text.
  private func matchMark(_ mark: String, at position: Int) -> Int? {
    var rest = mark.utf8[...]
    var position = position
    if position == tokens.count, [")", "]", "}"].contains(mark) { return position }
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

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
  let walk: TokenWalk
  let pattern: CompiledPattern
  /// What metavariables stand for so far, by their slots, as tokens.
  private var bindings: [(slot: Int, range: Range<Int>)] = []
  private var steps = 0
  /// The tokens at which the reported elements begin and end.
  private var reportedStart: Int?
  private var reportedEnd: Int?

  /// Whether it is worth following values at all, asked when all else has matched.
  private let mayFollow: () -> Bool

  private init(
    _ pattern: CompiledPattern, _ scan: DocumentScan, _ mayFollow: @escaping () -> Bool
  ) {
    self.pattern = pattern
    self.scan = scan
    self.mayFollow = mayFollow
    walk = scan.walk
  }

  /// The matches of a pattern whose anchor is the token at `index`. Where the anchor stands in an
  /// import these are the uses of what is imported there.
  ///
  /// `mayFollow` is asked before a value is followed for the first time.
  static func matches(
    _ pattern: CompiledPattern, anchor index: Int, in scan: DocumentScan,
    mayFollow: @escaping () -> Bool = { true }
  ) -> [Result] {
    let source = pattern.source
    let isPossible = AnchorSurroundings(index, in: scan.walk)
      .fit(before: source.markBefore, after: source.markAfter)
    let isInHead = source.isAnchoredInHead
    guard isPossible || isInHead else { return [] }
    var matcher = CodeMatcher(pattern, scan, mayFollow)
    if isPossible, matcher.fits(pattern.elements[source.anchor].kind, index),
      let result = matcher.match(anchor: index)
    {
      return [result]
    }
    guard isInHead else { return [] }
    if scan.walk.tokens[index].kind == .string,
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

  /// The match that has its anchor at a token as it is written, or nil.
  private mutating func match(anchor index: Int) -> Result? {
    let leading = pattern.source.anchor
    let distances =
      leading == 0
      ? 0...0 : pattern.source.hasFixedLead ? leading...leading + 3 : 0...min(40, index)
    for distance in distances where distance <= index {
      let start = index - distance
      if walk.tokens[start].kind == .newline { continue }
      bindings.removeAll(keepingCapacity: true)
      if let end = match(element: 0, at: start, anchorAt: index) { return result(start..<end) }
      if !pattern.source.head.isEmpty, !pattern.source.isAnchoredInHead,
        let result = matchResolved(from: start, anchorAt: index)
      {
        return result
      }
      if steps > Self.budget { return nil }
    }
    return nil
  }

  /// Forgets what an attempt has bound.
  mutating func begin() { bindings.removeAll(keepingCapacity: true) }

  func result(_ matched: Range<Int>) -> Result? {
    let matched = matched.clamped(to: 0..<walk.count)
    guard !matched.isEmpty else { return nil }
    var groups: [String: Range<Int>] = [:]
    for variable in pattern.variables {
      guard let bound = bound(variable.slot) else { continue }
      groups[variable.name] = Expression(bound, in: scan).bytes
    }
    let range = bytes(of: matched)
    guard let start = reportedStart, let end = reportedEnd, start < end else {
      return Result(range: range, reported: range, groups: groups)
    }
    return Result(range: range, reported: bytes(of: start..<end), groups: groups)
  }

  /// What the metavariable of a slot stands for; nil while that is open.
  private func bound(_ slot: Int) -> Range<Int>? {
    for binding in bindings where binding.slot == slot { return binding.range }
    return nil
  }

  /// Takes the tokens of a head that was matched otherwise for those that are reported.
  mutating func markReported(from start: Int, to end: Int) {
    guard let reported = pattern.source.reported else { return }
    let head = pattern.source.head
    if reported.lowerBound < head.upperBound { reportedStart = start }
    if reported.upperBound <= head.upperBound { reportedEnd = end }
  }

  /// The bytes of tokens, without the line ends behind them.
  private func bytes(of matched: Range<Int>) -> Range<Int> {
    let tokens = walk.tokens
    var last = matched.upperBound - 1
    while last > matched.lowerBound, tokens[last].kind == .newline { last -= 1 }
    return tokens[matched.lowerBound].range.lowerBound..<tokens[last].range.upperBound
  }

  /// The token index after the match of the elements from `element` on, or nil.
  mutating func match(element: Int, at position: Int, anchorAt: Int) -> Int? {
    var element = element
    var position = position
    let (anchor, reported) = (pattern.source.anchor, pattern.source.reported)
    while element < pattern.elements.count {
      steps += 1
      guard steps <= Self.budget else { return nil }
      let current = pattern.elements[element]
      if element == reported?.upperBound { reportedEnd = position }
      position = skipNewlines(from: position, before: current)
      if element == reported?.lowerBound { reportedStart = position }
      if element == anchor, position != anchorAt { return nil }
      if element < anchor, position >= anchorAt {
        // A gap before the anchor may be empty.
        guard position == anchorAt, case .gap = current.kind else { return nil }
      }
      switch current.kind {
      case .gap: return gap(after: element, from: position, anchorAt: anchorAt, nil)
      case .variable(let number):
        let variable = pattern.variables[number]
        guard element == 0 else {
          return gap(after: element, from: position, anchorAt: anchorAt, variable)
        }
        guard position < walk.count, isReceiver(position),
          bind(variable, position..<(position + 1))
        else { return nil }
        position += 1
      case .mark(let number):
        guard let next = matchMark(pattern.marks[number], at: position) else { return nil }
        position = next
      case .word, .wordPattern, .anyString, .string, .stringPattern:
        guard fits(current.kind, position) else { return nil }
        position += 1
      }
      element += 1
    }
    if element == reported?.upperBound { reportedEnd = position }
    return position
  }

  private typealias Variable = CompiledPattern.Variable

  /// Tries a gap or an expression, shortest first; the last one of a pattern takes all of its statement.
  private mutating func gap(
    after element: Int, from start: Int, anchorAt: Int, _ variable: Variable?
  ) -> Int? {
    let isLast = element == pattern.elements.count - 1
    let isInside = pattern.elements[element].isInBrackets
    let tokens = walk.tokens
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
        let byte = walk.bytes[Int(token.start)]
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
      if element + 1 == pattern.source.reported?.upperBound { reportedEnd = end }
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
    guard element + 1 < pattern.elements.count, pattern.elements[element].isInBrackets,
      case .gap = pattern.elements[element + 1].kind
    else { return nil }
    let end = AssignmentIndex.valueEnd(from: start, walk.tokens, walk.bytes)
    guard end > start, end - start < Self.reach else { return nil }
    return rest(after: element, binding: variable, start..<end, anchorAt)
  }

  /// Matches what follows a gap or an expression that takes a run of tokens; what it binds is given
  /// back where that fails.
  private mutating func rest(
    after element: Int, binding variable: Variable?, _ range: Range<Int>, _ anchorAt: Int
  ) -> Int? {
    let saved = bindings.count
    if variable.map({ bind($0, range, isLate: true) }) ?? true,
      let matched = match(element: element + 1, at: range.upperBound, anchorAt: anchorAt),
      variable.map({ isFollowed($0, range) }) ?? true
    {
      return matched
    }
    bindings.removeSubrange(saved...)
    return nil
  }

  /// Binds a name to a run of tokens of the wanted kind; the same name twice must have the same text.
  /// Where `isLate` is said, what costs a walk through the document is asked when all else has matched.
  private mutating func bind(
    _ variable: Variable, _ range: Range<Int>, isLate: Bool = false
  ) -> Bool {
    if let known = bound(variable.slot) {
      let first = Expression(known, in: scan).bytes
      let second = Expression(range, in: scan).bytes
      return scan.bytes[first].elementsEqual(scan.bytes[second])
    }
    let isKind =
      isLate && variable.kind.isFollowed
      ? !Expression(range, in: scan).isConstant || variable.kind == .constant
      : (!variable.kind.isFollowed || mayFollow())
        && Expression(range, in: scan).satisfies(variable.kind, for: pattern.source)
    guard isKind,
      variable.types.isEmpty
        || scan.types.isValue(endingAt: range.upperBound - 1, of: variable.types)
    else { return false }
    bindings.append((variable.slot, range))
    return true
  }

  /// Whether a metavariable's value is what its kind asks for, where that was left for later.
  private func isFollowed(_ variable: Variable, _ range: Range<Int>) -> Bool {
    !variable.kind.isFollowed
      || mayFollow() && Expression(range, in: scan).satisfies(variable.kind, for: pattern.source)
  }

  /// What may stand before the dot that a pattern's leading metavariable is followed by.
  private func isReceiver(_ index: Int) -> Bool {
    let token = walk.tokens[index]
    switch token.kind {
    case .identifier, .string, .number: return true
    case .punctuation:
      let byte = walk.bytes[Int(token.end) - 1]
      return byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "?")
        || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "}")
    case .newline: return false
    }
  }

  /// Newlines within brackets, and before a line that goes on, end nothing.
  private func skipNewlines(from position: Int, before element: CompiledPattern.Element) -> Int {
    var position = position
    while position < walk.count, walk.tokens[position].kind == .newline,
      element.isInBrackets || continues(position + 1)
    {
      position += 1
    }
    return position
  }

  /// Whether the line that starts at a token goes on with the statement before it.
  private func continues(_ index: Int) -> Bool {
    walk.isMark(index, [".", "->", "?.", "+", "||", "&&", "?", ":", "::", "..", "|", "<<"])
  }

  /// Whether one token is what an element asks for.
  private func fits(_ kind: CompiledPattern.Kind, _ index: Int) -> Bool {
    guard index < walk.count else { return false }
    let token = walk.tokens[index]
    switch kind {
    case .word(let words):
      let key = walk.keys[index]
      for word in words {
        let isAlike = key.isWord ? pattern.words[word].key == key : isMark(word, index, key)
        if isAlike, isText(word, token.range) { return true }
      }
      return false
    case .wordPattern(let number):
      return token.kind == .identifier
        && scan.matchesWord(pattern.wordPatterns[number], token.range)
    case .anyString: return token.kind == .string
    case .string(let word): return token.kind == .string && isText(word, token.content)
    case .stringPattern(let number):
      return token.kind == .string
        && scan.matches(pattern.stringPatterns[number], in: token.content)
    case .mark, .variable, .gap: return false
    }
  }

  private func isMark(_ word: Int, _ index: Int, _ key: TokenKey) -> Bool {
    walk.tokens[index].kind == .punctuation && pattern.words[word].markKey == key
  }

  private func isText(_ word: Int, _ range: Range<Int>) -> Bool {
    walk.bytes[range].elementsEqual(pattern.words[word].bytes)
  }

  /// Whether an element is one of words, and a text is one of them.
  func isNamed(_ kind: CompiledPattern.Kind, _ text: some Collection<UInt8>) -> Bool {
    switch kind {
    case .word(let words): words.contains { text.elementsEqual(pattern.words[$0].bytes) }
    case .wordPattern(let number):
      scan.patterns.matchesWholly(pattern.wordPatterns[number], in: Array(text))
    case .mark, .anyString, .string, .stringPattern, .variable, .gap: false
    }
  }

  /// Marks may be cut into tokens otherwise than in the pattern; what counts is their text.
  private func matchMark(_ mark: CompiledPattern.Mark, at position: Int) -> Int? {
    guard position < walk.count else {
      return mark.isClosing && position == walk.count ? position : nil
    }
    if mark.key != .none, walk.keys[position] == mark.key { return position + 1 }
    guard mark.bytes.count > 1 else { return nil }
    var rest = mark.bytes[...]
    var position = position
    while !rest.isEmpty {
      guard position < walk.count, walk.tokens[position].kind == .punctuation else { return nil }
      let text = walk.bytes[walk.tokens[position].range]
      guard rest.starts(with: text) else { return nil }
      rest = rest.dropFirst(text.count)
      position += 1
    }
    return position
  }
}

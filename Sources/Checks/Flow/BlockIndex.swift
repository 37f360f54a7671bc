// Which statements stand under which conditions. Blocks are braces, or lines below a line that are
// indented deeper; the words before a block say what it hangs on.

import SourceText

/// The blocks of a document.
final class BlockIndex {
  struct Block {
    /// The block around it, -1 for none.
    var parent: Int
    /// The tokens before it that belong to it: `if (x)`, `else`, `case "a"`.
    var header: Range<Int>
    var body: Range<Int>
  }

  private(set) var blocks: [Block] = []
  /// The innermost block of each token, -1 for none.
  private var blockOf: [Int32] = []
  private let walk: TokenWalk
  private let brackets: BracketMap
  let hasMargins: Bool

  /// One pass over the tokens.
  init(_ scan: DocumentScan) {
    walk = scan.walk
    brackets = scan.brackets
    hasMargins = ["python", "ruby", "lua", "elixir", "crystal"].contains(scan.document.language.id)
    blockOf = Array(repeating: -1, count: walk.count)
    if hasMargins { readMargins() } else { readBraces() }
  }

  /// The blocks around a token, innermost first, at most 40.
  func enclosing(_ token: Int) -> [Int] {
    guard blockOf.indices.contains(token) else { return [] }
    var found: [Int] = []
    var block = Int(blockOf[token])
    while block >= 0, found.count < 40 {
      found.append(block)
      block = blocks[block].parent
    }
    return found
  }

  private func readBraces() {
    var open: [Int] = []
    for index in 0..<walk.count {
      blockOf[index] = Int32(open.last ?? -1)
      switch walk.mark(index) {
      case UInt8(ascii: "{"):
        let end = brackets.partner(of: index) ?? walk.count
        blocks.append(
          Block(
            parent: open.last ?? -1, header: statementStart(index)..<index,
            body: (index + 1)..<max(index + 1, end)))
        open.append(blocks.count - 1)
      case UInt8(ascii: "}"):
        // A brace without a partner closes nothing.
        if let last = open.last, blocks[last].body.upperBound == index {
          open.removeLast()
          blockOf[index] = Int32(open.last ?? -1)
        }
      default: break
      }
    }
  }

  private func readMargins() {
    var open: [(block: Int, margin: Int)] = []
    var lineStart = 0
    var margin = 0
    var depth = 0
    var previousStart = 0
    for index in 0..<walk.count {
      if depth == 0, walk.kind(index) != .newline, let here = walk.indentation(index) {
        while let last = open.last, here <= last.margin {
          blocks[last.block].body = blocks[last.block].body.lowerBound..<index
          open.removeLast()
        }
        if here > margin, index > 0 {
          blocks.append(
            Block(
              parent: open.last?.block ?? -1, header: previousStart..<index,
              body: index..<walk.count))
          open.append((blocks.count - 1, margin))
        }
        margin = here
        lineStart = index
        previousStart = lineStart
      }
      switch walk.mark(index) {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        if brackets.partner(of: index) != nil { depth += 1 }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if brackets.partner(of: index) != nil { depth = max(0, depth - 1) }
      default: break
      }
      blockOf[index] = Int32(open.last?.block ?? -1)
    }
  }

  /// The first token of the statement that a token stands in: after the end of the one before, or
  /// within the bracket around it.
  func statementStart(_ token: Int) -> Int {
    var index = token - 1
    var steps = 0
    while index >= 0, steps < 600 {
      steps += 1
      switch walk.mark(index) {
      case UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
        return index + 1
      case UInt8(ascii: "}"):
        // `} else {` begins with its own word; an object within a statement is stepped over.
        if !walk.isMark(index + 1, [".", ",", ")", "]", "=", "?."]) { return index + 1 }
        guard let open = brackets.partner(of: index) else { return index + 1 }
        index = open
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if let open = brackets.partner(of: index) { index = open }
      case UInt8(ascii: ":") where hasMargins:
        return index + 1
      default:
        if walk.kind(index) == .newline { return index + 1 }
      }
      index -= 1
    }
    return max(0, index + 1)
  }

  /// A condition that must hold, or not, where something is done.
  struct Guard: Equatable {
    /// The tokens of the condition; of a `switch` what is compared.
    var condition: Range<Int>
    var isNegated: Bool
    /// The labels of the cases that lead there; nil for a plain condition.
    var labels: [Range<Int>]?
    /// The cases of the whole `switch`, where the labels hold its default.
    var others: [Range<Int>] = []
    var hasDefault = false
  }

  /// What a token hangs on within a block that is not around `place`: of braces, margins and of
  /// statements without either. The outermost first.
  func guards(of token: Int, awayFrom place: Int) -> [Guard] {
    var found: [Guard] = []
    let start = statementStart(token)
    if !hasMargins { found += plainGuards(start, before: token) }
    for number in enclosing(token) {
      let block = blocks[number]
      if block.body.contains(place) { break }
      found += guards(of: block, around: token)
    }
    return found.reversed()
  }

  /// `if (x) name = …;`, `else name = …;`
  private func plainGuards(_ start: Int, before token: Int) -> [Guard] {
    var index = start
    var found: [Guard] = []
    var steps = 0
    while index < token, steps < 4 {
      steps += 1
      if walk.isWord(index, "else") {
        if let condition = conditionBefore(else: index) {
          found.append(Guard(condition: condition, isNegated: true))
        } else {
          found.append(Guard(condition: index..<index, isNegated: false))
        }
        index += 1
      } else if walk.isWord(index, "if"), walk.isMark(index + 1, "("),
        let close = brackets.partner(of: index + 1), close < token
      {
        found.append(Guard(condition: (index + 2)..<close, isNegated: false))
        index = close + 1
      } else {
        break
      }
    }
    return found
  }

  /// The condition of the `if` that an `else` belongs to.
  private func conditionBefore(else index: Int) -> Range<Int>? {
    var end = index - 1
    while end >= 0, walk.kind(end) == .newline { end -= 1 }
    if walk.isMark(end, "}"), let open = brackets.partner(of: end) {
      return condition(of: statementStart(open)..<open)
    }
    guard walk.isMark(end, ";") else { return nil }
    let start = statementStart(end)
    guard walk.isWord(start, "if"), walk.isMark(start + 1, "("),
      let close = brackets.partner(of: start + 1)
    else { return nil }
    return (start + 2)..<close
  }

  /// The condition in a header `if (x)`, `else if x`, `elif x:`, `while (x)`.
  func condition(of header: Range<Int>) -> Range<Int>? {
    var index = header.lowerBound
    if walk.isWord(index, "else") { index += 1 }
    guard
      walk.isWord(index, "if") || walk.isWord(index, "elif") || walk.isWord(index, "elsif")
        || walk.isWord(index, "while") || walk.isWord(index, "elseif")
        || walk.isWord(index, "unless")
    else { return nil }
    var end = header.upperBound
    while end > index + 1, walk.kind(end - 1) == .newline || walk.isMark(end - 1, ":") { end -= 1 }
    var start = index + 1
    if walk.isMark(start, "("), brackets.partner(of: start) == end - 1 {
      start += 1
      end -= 1
    }
    // Go and C++: `if a := f(); a > 0`
    for place in start..<max(start, end) where walk.isMark(place, ";") { start = place + 1 }
    return start < end ? start..<end : nil
  }

  private func guards(of block: Block, around token: Int) -> [Guard] {
    let header = block.header
    let first = header.lowerBound
    guard first < walk.count else { return [] }
    if walk.isWord(first, "else"), !walk.isWord(first + 1, "if") {
      var condition = conditionBefore(else: first)
      if hasMargins { condition = conditionBeside(first) }
      return [
        condition.map { Guard(condition: $0, isNegated: true) }
          ?? Guard(condition: first..<first, isNegated: false)
      ]
    }
    if let condition = condition(of: header) {
      return [Guard(condition: condition, isNegated: walk.isWord(first, "unless"))]
    }
    if walk.isWord(first, "switch") || walk.isWord(first, "match") {
      if hasMargins { return [] }
      return [caseGuard(in: block, around: token)]
    }
    if walk.isWord(first, "case"), hasMargins, block.parent >= 0 {
      return [matchGuard(block)]
    }
    let isLoop =
      walk.isWord(first, "for") || walk.isWord(first, "foreach") || walk.isWord(first, "catch")
      || walk.isWord(first, "except") || walk.isWord(first, "when") || walk.isWord(first, "select")
      || walk.isWord(first, "rescue")
    return isLoop ? [Guard(condition: first..<first, isNegated: false)] : []
  }

  /// The condition of the `if` or `elif` that stands at the same margin before an `else`.
  private func conditionBeside(_ index: Int) -> Range<Int>? {
    guard let margin = walk.indentation(index) else { return nil }
    var place = index - 1
    var steps = 0
    while place >= 0, steps < 2_000 {
      steps += 1
      if let here = walk.indentation(place), walk.kind(place) != .newline {
        if here < margin { return nil }
        if here == margin {
          var end = place
          while end < walk.count, !walk.isMark(end, ":") || isInBracket(end, from: place),
            end - place < 200
          {
            end += 1
          }
          return condition(of: place..<end)
        }
      }
      place -= 1
    }
    return nil
  }

  private func isInBracket(_ index: Int, from start: Int) -> Bool {
    var place = start
    while place < index {
      if let partner = brackets.partner(of: place), partner > index { return true }
      place += 1
    }
    return false
  }

  /// `switch (x) { case "a": … }`: the labels that lead to a token.
  private func caseGuard(in block: Block, around token: Int) -> Guard {
    var target = (block.header.lowerBound + 1)..<block.header.upperBound
    if walk.isMark(target.lowerBound, "("), !target.isEmpty,
      brackets.partner(of: target.lowerBound) == target.upperBound - 1
    {
      target = (target.lowerBound + 1)..<(target.upperBound - 1)
    }
    var found = Guard(condition: target, isNegated: false, labels: [])
    var isOpen = true
    var index = token
    // Back to the labels before the token.
    while index > block.body.lowerBound {
      index -= 1
      if walk.isMark(index, ["}", ")", "]"]), let open = brackets.partner(of: index) {
        index = open
      }
      if walk.isWord(index, "case") || walk.isWord(index, "default") {
        if isOpen { add(labelAt: index, to: &found) }
      } else if walk.isWord(index, "break") || walk.isWord(index, "return") {
        isOpen = false
      }
    }
    for place in block.body where walk.isWord(place, "case") {
      if let label = label(at: place) { found.others.append(label) }
    }
    return found
  }

  private func add(labelAt index: Int, to found: inout Guard) {
    if walk.isWord(index, "default") {
      found.hasDefault = true
    } else if let label = label(at: index) {
      found.labels?.append(label)
    }
  }

  private func label(at index: Int) -> Range<Int>? {
    var end = index + 1
    while end < walk.count, end - index < 12, !walk.isMark(end, [":", "->"]) { end += 1 }
    return end > index + 1 ? (index + 1)..<end : nil
  }

  /// Python's `match x:` with `case "a":` as a block of its own.
  private func matchGuard(_ block: Block) -> Guard {
    let parent = blocks[block.parent]
    var end = parent.header.upperBound
    while end > parent.header.lowerBound,
      walk.kind(end - 1) == .newline || walk.isMark(end - 1, ":")
    {
      end -= 1
    }
    var found = Guard(
      condition: (parent.header.lowerBound + 1)..<max(parent.header.lowerBound + 1, end),
      isNegated: false, labels: [])
    for label in labels(of: block.header) {
      if walk.isWord(label.lowerBound, "_") {
        found.hasDefault = true
      } else {
        found.labels?.append(label)
      }
    }
    for sibling in blocks where sibling.parent == block.parent {
      found.others += labels(of: sibling.header).filter { !walk.isWord($0.lowerBound, "_") }
    }
    return found
  }

  private func labels(of header: Range<Int>) -> [Range<Int>] {
    header.dropFirst().filter { walk.kind($0) != .newline && !walk.isMark($0, ["|", ":"]) }
      .map { $0..<($0 + 1) }
  }
}

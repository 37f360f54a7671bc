import SourceText

// What an expression is worth: split at the operator that binds least, and put together again.

extension ValueFlow {
  /// An argument of a call or an element of a list.
  struct Argument {
    /// The token of its name: `name=value`, `name: value`.
    var name: Int?
    var value: Range<Int>
  }

  /// The parts of a list between commas, line ends aside.
  func arguments(_ range: Range<Int>) -> [Argument] {
    var found: [Argument] = []
    var start = range.lowerBound
    var index = start
    func add(_ end: Int) {
      var first = start
      var last = end
      while first < last, walk.kind(first) == .newline { first += 1 }
      while last > first, walk.kind(last - 1) == .newline { last -= 1 }
      guard first < last else { return }
      let isNamed =
        last - first > 2 && walk.isIdentifier(first) && walk.isMark(first + 1, ["=", ":"])
      found.append(
        Argument(name: isNamed ? first : nil, value: (isNamed ? first + 2 : first)..<last))
    }
    while index < range.upperBound, found.count < 64 {
      if walk.isMark(index, ["(", "[", "{"]), let close = brackets.partner(of: index) {
        index = min(close, range.upperBound)
      } else if walk.isMark(index, ",") {
        add(index)
        start = index + 1
      }
      index += 1
    }
    add(range.upperBound)
    return found
  }

  /// How loosely an operator binds; the loosest is split at first.
  private enum Level: Int {
    case lambda, ternary, either, both, comparison, bits, sum, product
  }

  private struct Split {
    var level: Level
    var place: Int
  }

  /// The value that tokens write.
  func evaluate(_ whole: Range<Int>, _ frame: Frame?, depth: Int) -> FlowValue {
    guard isWithin(32, depth), step() else { return .unknown }
    let range = trimmed(whole)
    guard let first = range.first else { return FlowValue() }
    if range.count == 1 { return atom(first, frame, depth: depth) }
    if let split = self.split(range) { return value(at: split, range, frame, depth: depth) }
    return chain(range, frame, depth: depth)
  }

  /// Without line ends, brackets around all of it, and words that do not change a value.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    var isChanged = true
    while isChanged, let first = range.first {
      isChanged = false
      let last = range.upperBound - 1
      if walk.kind(first) == .newline || walk.isMark(first, ["...", "&", ";"])
        || walk.isWord(first, "await") || walk.isWord(first, "return")
        || walk.isWord(first, "yield")
        || walk.isWord(first, "mut") || walk.isWord(first, "const") || walk.isWord(first, "echo")
        || walk.isWord(first, "try") && !walk.isMark(first + 1, "{")
        || walk.isMark(first, "*") && range.count > 1
      {
        range = (first + 1)..<range.upperBound
        isChanged = true
      } else if walk.kind(last) == .newline || walk.isMark(last, ["!", "!!", ";", "?"]) {
        range = range.lowerBound..<last
        isChanged = true
      } else if walk.isMark(first, "("), brackets.partner(of: first) == last, range.count > 2,
        !holdsComma((first + 1)..<last)
      {
        range = (first + 1)..<last
        isChanged = true
      } else if let cast = castEnd(range) {
        range = cast..<range.upperBound
        isChanged = true
      } else if range.count > 2,
        let cast = range.dropFirst().first(where: {
          walk.isWord($0, "as") && !(walk.isMark($0 - 1, [".", ","]))
        }), range.prefix(while: { $0 < cast }).allSatisfy({ !walk.isWord($0, "for") })
      {
        range = range.lowerBound..<cast
        isChanged = true
      }
    }
    return range
  }

  private func holdsComma(_ range: Range<Int>) -> Bool { arguments(range).count > 1 }

  /// `(String) value`: where the value begins.
  private func castEnd(_ range: Range<Int>) -> Int? {
    let first = range.lowerBound
    guard walk.isMark(first, "("), let close = brackets.partner(of: first), close - first <= 10,
      close + 1 < range.upperBound, close > first + 1
    else { return nil }
    let isType = ((first + 1)..<close).allSatisfy {
      walk.isIdentifier($0) || walk.isMark($0, [".", "<", ">", "[", "]", ",", "?", "*", "::"])
    }
    let next = close + 1
    let isValue =
      walk.isIdentifier(next) || walk.kind(next) == .string || walk.kind(next) == .number
      || walk.isMark(next, "(") || walk.isMark(next, "&")
    guard isType, isValue, !walk.isWord(next, "in"), !walk.isWord(next, "is"),
      !walk.isWord(next, "if"),
      !walk.isWord(next, "and"), !walk.isWord(next, "or"), !walk.isWord(next, "for"),
      !walk.isWord(next, "not"), !walk.isWord(next, "instanceof"), !walk.isWord(next, "else")
    else { return nil }
    return next
  }

  /// The operator at which an expression comes apart; nil for a chain of calls and members.
  private func split(_ range: Range<Int>) -> Split? {
    var best: Split?
    var index = range.lowerBound
    func offer(_ level: Level, _ place: Int, isRight: Bool = false) {
      if let known = best,
        known.level.rawValue < level.rawValue || known.level == level && isRight
      {
        return
      }
      best = Split(level: level, place: place)
    }
    while index < range.upperBound {
      if walk.isMark(index, ["(", "[", "{"]) {
        guard let close = brackets.partner(of: index), close < range.upperBound else { break }
        index = close
      } else if walk.kind(index) == .punctuation {
        if index > range.lowerBound || walk.isMark(index, "=>") {
          if let level = level(ofMark: index, range) {
            offer(level, index, isRight: level == .ternary || level == .lambda)
          }
        }
      } else if walk.kind(index) == .identifier, index > range.lowerBound {
        if let level = level(ofWord: index) { offer(level, index, isRight: level == .ternary) }
      } else if walk.isWord(index, "lambda") {
        return Split(level: .lambda, place: index)
      }
      index += 1
    }
    return best
  }

  private func level(ofMark index: Int, _ range: Range<Int>) -> Level? {
    let isLast = index + 1 >= range.upperBound
    if isLast { return nil }
    if walk.isMark(index, ["=>"]) { return .lambda }
    if walk.isMark(index, "?") { return isConditional(index, range) ? .ternary : nil }
    if walk.isMark(index, ["||", "??", "?:"]) { return .either }
    if walk.isMark(index, "&&") { return .both }
    if walk.isMark(index, ["==", "!=", "===", "!==", "<=", ">=", "=~", "!~", "<=>"]) {
      return .comparison
    }
    if walk.isMark(index, ["<", ">"]) { return isComparison(index, range) ? .comparison : nil }
    if walk.isMark(index, ["|", "^", "<<"]) { return .bits }
    if walk.isMark(index, ["+", "-", "..", "<>"]) {
      // A sign after another operator.
      return walk.kind(index - 1) == .punctuation && !walk.isMark(index - 1, [")", "]", "}"])
        ? nil : .sum
    }
    if walk.isMark(index, "."),
      language == "php" || language == "perl"
    {
      return .sum
    }
    if walk.isMark(index, "&"),
      ["vb", "vbnet", "lua", "applescript"].contains(language)
    {
      return .sum
    }
    if walk.isMark(index, ["*", "/", "%", "//", "**"]) { return .product }
    return nil
  }

  /// A `?` that has its `:`.
  private func isConditional(_ index: Int, _ range: Range<Int>) -> Bool {
    var place = index + 1
    while place < range.upperBound {
      if walk.isMark(place, ["(", "[", "{"]), let close = brackets.partner(of: place) {
        place = close
      }
      if walk.isMark(place, ":") { return true }
      place += 1
    }
    return false
  }

  /// A `<` that opens no list of types.
  private func isComparison(_ index: Int, _ range: Range<Int>) -> Bool {
    if walk.isMark(index, ">") {
      // The end of a list of types is followed by a call, a member or nothing.
      return !walk.isMark(index + 1, ["(", ".", ")", ">", "::", "{", "["])
    }
    var place = index + 1
    while place < range.upperBound, place - index < 24 {
      if walk.isMark(place, ">") {
        return !walk.isMark(place + 1, ["(", "::", "{", ">", "[", "."])
      }
      let isType =
        walk.isIdentifier(place)
        || walk.isMark(place, [".", ",", "<", "?", "[", "]", "&", "*", "::"])
      if !isType { return true }
      place += 1
    }
    return true
  }

  private func level(ofWord index: Int) -> Level? {
    if walk.isMark(index - 1, [".", "->", "?.", "::"]) { return nil }
    if walk.isWord(index, "if") || walk.isWord(index, "unless") {
      return ["python", "ruby"].contains(language) ? .ternary : nil
    }
    if walk.isWord(index, "for") { return .lambda }
    if walk.isWord(index, "or") { return .either }
    if walk.isWord(index, "and") { return .both }
    if walk.isWord(index, "in") || walk.isWord(index, "instanceof") || walk.isWord(index, "is") {
      return .comparison
    }
    return nil
  }

  private func value(
    at split: Split, _ range: Range<Int>, _ frame: Frame?, depth: Int
  ) -> FlowValue {
    let left = range.lowerBound..<split.place
    let right = (split.place + 1)..<range.upperBound
    switch split.level {
    case .lambda:
      if walk.isWord(split.place, "for") {
        // A list made of another one.
        return evaluate(left, frame, depth: depth + 1).anyElement
      }
      return .unknown
    case .ternary: return conditional(split.place, left, right, frame, depth: depth)
    case .either:
      let first = evaluate(left, frame, depth: depth + 1)
      let second = evaluate(right, frame, depth: depth + 1)
      switch first.constant {
      case .boolean(true)?: return first
      case .boolean(false)?, .null?: return second
      case .text, .number, nil: return first.joined(second)
      }
    case .both:
      let first = evaluate(left, frame, depth: depth + 1)
      let second = evaluate(right, frame, depth: depth + 1)
      switch first.constant {
      case .boolean(false)?: return first
      case .boolean(true)?: return second
      case .text, .number, .null, nil: return first.joined(second)
      }
    case .comparison: return comparison(split.place, left, right, frame, depth: depth)
    case .bits, .sum, .product: return operation(split, left, right, frame, depth: depth)
    }
  }

  /// `a ? b : c`, `a if b else c`, `a if b`
  private func conditional(
    _ place: Int, _ left: Range<Int>, _ right: Range<Int>, _ frame: Frame?, depth: Int
  ) -> FlowValue {
    let condition: Range<Int>
    let yes: Range<Int>
    let no: Range<Int>
    if walk.isMark(place, "?") {
      var colon = place + 1
      var depth = 0
      while colon < right.upperBound {
        if walk.isMark(colon, ["(", "[", "{"]), let close = brackets.partner(of: colon) {
          colon = close
        } else if walk.isMark(colon, "?"), isConditional(colon, colon..<right.upperBound) {
          depth += 1
        } else if walk.isMark(colon, ":") {
          if depth == 0 { break }
          depth -= 1
        }
        colon += 1
      }
      guard colon < right.upperBound else { return .unknown }
      condition = left
      yes = right.lowerBound..<colon
      no = (colon + 1)..<right.upperBound
    } else {
      yes = left
      var other = right.lowerBound
      while other < right.upperBound, !walk.isWord(other, "else") {
        if walk.isMark(other, ["(", "[", "{"]), let close = brackets.partner(of: other) {
          other = close
        }
        other += 1
      }
      condition = right.lowerBound..<min(other, right.upperBound)
      no = min(other + 1, right.upperBound)..<right.upperBound
    }
    switch evaluate(condition, frame, depth: depth + 1).constant {
    case .boolean(true)?: return evaluate(yes, frame, depth: depth + 1)
    case .boolean(false)?: return evaluate(no, frame, depth: depth + 1)
    case .text, .number, .null, nil:
      var value = evaluate(yes, frame, depth: depth + 1)
      if !no.isEmpty { value = value.joined(evaluate(no, frame, depth: depth + 1)) }
      return value
    }
  }

  private func comparison(
    _ place: Int, _ left: Range<Int>, _ right: Range<Int>, _ frame: Frame?, depth: Int
  ) -> FlowValue {
    // Whatever is compared, the result is a truth value.
    guard case let one = evaluate(left, frame, depth: depth + 1), let first = one.constant,
      case let two = evaluate(right, frame, depth: depth + 1), let second = two.constant
    else { return .harmless }
    if walk.isMark(place, ["==", "==="]) || walk.isWord(place, "is") {
      return .literal(.boolean(first == second))
    }
    if walk.isMark(place, ["!=", "!=="]) { return .literal(.boolean(first != second)) }
    guard case .number(let a) = first, case .number(let b) = second else { return .harmless }
    if walk.isMark(place, "<") { return .literal(.boolean(a < b)) }
    if walk.isMark(place, ">") { return .literal(.boolean(a > b)) }
    if walk.isMark(place, "<=") { return .literal(.boolean(a <= b)) }
    if walk.isMark(place, ">=") { return .literal(.boolean(a >= b)) }
    return .harmless
  }

  /// Texts longer than this are not kept as constants.
  private static let longestText = 400

  private func operation(
    _ split: Split, _ left: Range<Int>, _ right: Range<Int>, _ frame: Frame?, depth: Int
  ) -> FlowValue {
    let one = evaluate(left, frame, depth: depth + 1)
    var two = evaluate(right, frame, depth: depth + 1)
    let isFormat = walk.isMark(split.place, "%")
    if isFormat { two = two.anyElement }
    if case .number(let a)? = one.constant, case .number(let b)? = two.constant {
      return .literal(Self.calculated(a, b, split.place, walk).map { .number($0) })
    }
    var result = one.joined(two)
    result.constant = nil
    if !result.isConstant {
      // A sum of what is only numbers is none of texts.
      let isText =
        isFormat && !left.isEmpty && holdsString(left)
        || split.level == .sum
          && (holdsString(left) || holdsString(right) || one.isBuilt || two.isBuilt)
        || split.level == .bits && walk.isMark(split.place, "<<") && holdsString(right)
      if isText { result.isBuilt = true }
      if isText, case .text(let text)? = one.constant, Self.isAnchored(text.utf8) {
        result.safeFor.formUnion(.url)
      } else if one.safeFor.contains(.url), one.isBuilt {
        result.safeFor.formUnion(.url)
      }
      if split.level == .product, !isFormat { return .harmless }
    } else if split.level == .sum, case .text(let a)? = one.constant,
      case .text(let b)? = two.constant,
      a.utf8.count + b.utf8.count < Self.longestText, !walk.isMark(split.place, "-")
    {
      result.constant = .text(a + b)
    }
    return result
  }

  private func holdsString(_ range: Range<Int>) -> Bool {
    range.contains { walk.kind($0) == .string }
  }

  private static func calculated(_ a: Double, _ b: Double, _ place: Int, _ walk: TokenWalk)
    -> Double?
  {
    if walk.isMark(place, "+") { return a + b }
    if walk.isMark(place, "-") { return a - b }
    if walk.isMark(place, "*") { return a * b }
    if walk.isMark(place, "/") { return b == 0 ? nil : a / b }
    if walk.isMark(place, "%") { return b == 0 ? nil : a.truncatingRemainder(dividingBy: b) }
    return nil
  }
}

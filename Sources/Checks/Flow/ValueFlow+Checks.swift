import SourceText

// Values that were checked before they are used: `if name not in ALLOWED: return`.

extension ValueFlow {
  private static let checks = KnownPattern(
    #"(?i)\b(?:in|includes?|contains(?:Key)?|has|starts_?with|has_?prefix|ends_?with|has_?suffix|match(?:es|String)?|full_?match|test|is_?valid\w{0,30}|valid\w{0,30}|\w{0,20}allow\w{0,20}|\w{0,20}whitelist\w{0,20}|is_?safe\w{0,30}|is_?digit|is_?alnum|is_?alpha|is_?numeric|isdecimal|isidentifier|ctype_\w{1,20}|preg_match|index_?of|is_relative_to|in_array|array_key_exists|sanitiz\w{0,20}|verify\w{0,30}|known_\w{1,20}|is_?local\w{0,20}|strpos|strstr|cmpopts|isNaN|Number\.isInteger|isInteger)\b"#
  )
  /// What is looked for in a request is not checked by that.
  private static let requests = KnownPattern(
    #"\b(?:request|req|ctx)(?:\.|->|\[)|\$_(?:GET|POST|REQUEST|COOKIE)\b"#)
  private static let exits: Set<String> = [
    "return", "raise", "throw", "abort", "exit", "die", "continue", "break", "halt", "panic",
    "fail",
    "Fatal", "fatal", "redirect", "sendError", "sendStatus", "error", "http_error", "bail", "next",
    "BadRequest", "Exit",
  ]

  /// The value, harmless where a check of the name leads to the place.
  func checked(_ value: FlowValue, _ name: String, at place: Int, in range: Range<Int>) -> FlowValue
  {
    guard !value.sources.isEmpty, !value.isCarrier else { return value }
    for token in occurrences.tokens(of: name, in: range.lowerBound..<min(place, range.upperBound))
      .suffix(24)
    {
      guard step(), let condition = condition(around: token) else { continue }
      let bytes =
        walk.tokens[condition.lowerBound].range
        .lowerBound..<walk.tokens[condition.upperBound - 1].range.upperBound
      guard bytes.count < 600, scan.matches(Self.checks, in: bytes),
        !scan.matches(Self.requests, in: bytes)
      else { continue }
      let body = self.body(after: condition)
      guard body.lowerBound < place else { continue }
      if body.contains(place) ? !isNegated(condition) : exits(body) { return .harmless }
    }
    return value
  }

  /// Whether a condition holds where a check fails.
  private func isNegated(_ condition: Range<Int>) -> Bool {
    condition.contains {
      walk.isMark($0, ["!", "!=", "!=="]) || walk.isWord($0, "not") || walk.isWord($0, "false")
        || walk.isWord($0, "False")
    } || walk.isWord(condition.lowerBound - 1, "unless")
  }

  /// The condition of an `if` that a token stands in.
  private func condition(around token: Int) -> Range<Int>? {
    var start = blocks.statementStart(token)
    for _ in 0..<6 {
      if walk.isMark(start - 1, "("), let close = brackets.partner(of: start - 1), close > token {
        if walk.isWord(start - 2, "if") || walk.isWord(start - 2, "unless")
          || walk.isWord(start - 2, "while") || walk.isWord(start - 2, "elseif")
        {
          return start..<close
        }
        start = blocks.statementStart(start - 1)
        continue
      }
      break
    }
    guard
      walk.isWord(start, "if") || walk.isWord(start, "elif") || walk.isWord(start, "unless")
        || walk.isWord(start, "guard") || walk.isWord(start, "elsif")
    else { return nil }
    if walk.isMark(start + 1, "("), let close = brackets.partner(of: start + 1),
      !walk.isMark(close + 1, ["&&", "||", "==", "!=", ".", "<", ">", "??"]),
      !walk.isWord(close + 1, "and"), !walk.isWord(close + 1, "or"), !walk.isWord(close + 1, "in"),
      !walk.isWord(close + 1, "not")
    {
      return token > start + 1 && token < close ? (start + 2)..<close : nil
    }
    var end = start + 1
    while end < walk.count, end - start < 120 {
      if walk.isMark(end, ["(", "["]), let close = brackets.partner(of: end) {
        end = close
      } else if walk.isMark(end, [":", "{"]) || walk.kind(end) == .newline
        || walk.isWord(end, "then")
      {
        break
      }
      end += 1
    }
    return token < end && start + 1 < end ? (start + 1)..<end : nil
  }

  /// What is done where a condition holds.
  private func body(after condition: Range<Int>) -> Range<Int> {
    var index = condition.upperBound
    while walk.isMark(index, [")", ":"]) || walk.kind(index) == .newline
      || walk.isWord(index, "then")
      || walk.isWord(index, "else")
    {
      index += 1
    }
    if walk.isMark(index, "{"), let close = brackets.partner(of: index) { return index..<close }
    if blocks.hasMargins {
      let inner = blocks.enclosing(index).first.map { blocks.blocks[$0].body }
      if let inner, inner.lowerBound >= condition.upperBound { return inner }
    }
    var end = index
    while end < walk.count, end - index < 60, !walk.isMark(end, ";"), walk.kind(end) != .newline {
      end += 1
    }
    return index..<end
  }

  private func exits(_ body: Range<Int>) -> Bool {
    body.prefix(200).contains { walk.isIdentifier($0) && Self.exits.contains(walk.text($0)) }
  }
}

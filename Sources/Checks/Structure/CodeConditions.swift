import Rules
import SourceText

/// Whether what a rule asks of the code around a match holds.
enum CodeConditions {
  /// Of `all`, `not`, `inside`, `not-inside`, `where` and `where-not`.
  static func hold(for candidate: Candidate, in scan: DocumentScan) -> Bool {
    let conditions = candidate.rule.conditions
    for text in conditions.texts {
      guard let range = candidate.groups[text.name],
        scan.matches(text.pattern, in: range) || isKnown(range, as: text.pattern, scan)
      else { return false }
    }
    for text in conditions.otherTexts {
      if let range = candidate.groups[text.name],
        scan.matches(text.pattern, in: range) || isKnown(range, as: text.pattern, scan)
      {
        return false
      }
    }
    if !conditions.inside.isEmpty,
      !conditions.inside.contains(where: { isInside($0, candidate, scan) })
    {
      return false
    }
    if conditions.notInside.contains(where: { isInside($0, candidate, scan) }) { return false }
    guard !conditions.all.isEmpty || !conditions.not.isEmpty else { return true }
    let scope = self.scope(of: candidate, scan)
    return conditions.all.allSatisfy { matches($0, within: scope, candidate, scan) }
      && !conditions.not.contains { matches($0, within: scope, candidate, scan) }
  }

  /// Whether a name stands for a text of the document that a pattern matches, quoted or not.
  private static func isKnown(
    _ range: Range<Int>, as pattern: String, _ scan: DocumentScan
  ) -> Bool {
    let tokens = scan.tokens(of: range)
    guard tokens.upperBound <= scan.lexed.tokens.count, tokens.count <= 12,
      tokens.contains(where: { scan.lexed.tokens[$0].kind == .identifier }),
      case .text(let text)? = scan.flow.value(of: tokens).constant
    else { return false }
    let known = scan.patterns.known(pattern)
    return scan.matches(known, inOther: Array(text.utf8))
      || scan.matches(known, inOther: Array("\"\(text)\"".utf8))
  }

  /// The bytes of the function around a match.
  private static func scope(of candidate: Candidate, _ scan: DocumentScan) -> Range<Int> {
    let tokens = scan.lexed.tokens
    let scope = scan.functions.scope(of: scan.lexed.tokenIndex(at: candidate.match.lowerBound))
    guard let first = scope.first, let last = scope.last, last < tokens.count else {
      return 0..<scan.bytes.count
    }
    let range = tokens[first].range.lowerBound..<tokens[last].range.upperBound
    // A match that is larger than the function around its start is its own scope.
    return min(
      range.lowerBound, candidate.match.lowerBound)..<max(
        range.upperBound, candidate.match.upperBound)
  }

  private static func isInside(
    _ pattern: String, _ candidate: Candidate, _ scan: DocumentScan
  ) -> Bool {
    scan.structure.matches(of: pattern).contains { match in
      match.range.lowerBound <= candidate.match.lowerBound
        && match.range.upperBound >= candidate.match.upperBound && match.range != candidate.match
        && agrees(match, candidate, scan)
    }
  }

  private static func matches(
    _ pattern: String, within scope: Range<Int>, _ candidate: Candidate, _ scan: DocumentScan
  ) -> Bool {
    let all = scan.structure.matches(of: pattern)
    return all.contains { match in
      match.range.lowerBound >= scope.lowerBound && match.range.upperBound <= scope.upperBound
        && agrees(match, candidate, scan)
    }
  }

  /// Whether metavariables of one name stand for the same text.
  private static func agrees(
    _ match: CodeMatcher.Result, _ candidate: Candidate, _ scan: DocumentScan
  ) -> Bool {
    match.groups.allSatisfy { name, range in
      guard let own = candidate.groups[name] else { return true }
      return scan.bytes[own].elementsEqual(scan.bytes[range])
    }
  }

  /// Lines that a block may have.
  private static let longestBlock = 400

  /// The block of a match: all of it for a structural pattern, else its line with those below it that
  /// are indented deeper.
  static func block(of match: Range<Int>, _ rule: Rule, _ scan: DocumentScan) -> Range<Int> {
    if case .code = rule.matcher { return match }
    let first = scan.lines.line(at: match.lowerBound)
    let margin = indentation(scan.line(numbered: first), scan)
    var end = scan.line(numbered: first).upperBound
    var number = scan.lines.line(at: max(match.lowerBound, match.upperBound - 1)) + 1
    while number < scan.lines.count, number - first < longestBlock {
      let line = scan.line(numbered: number)
      if !isBlank(line, scan) {
        let here = indentation(line, scan)
        let isClosing = here == margin && "}])".utf8.contains(scan.bytes[line.lowerBound + here])
        guard here > margin || isClosing else { break }
        end = line.upperBound
        if isClosing { break }
      }
      number += 1
    }
    return match.lowerBound..<max(end, match.upperBound)
  }

  private static func isBlank(_ line: Range<Int>, _ scan: DocumentScan) -> Bool {
    scan.bytes[line].prefix(DocumentScan.lineReach).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The bytes before the first that is no space; the mark of a list's item counts as one.
  private static func indentation(_ line: Range<Int>, _ scan: DocumentScan) -> Int {
    var count = 0
    for byte in scan.bytes[line].prefix(DocumentScan.lineReach) {
      guard byte == 0x20 || byte == 0x09 else { break }
      count += 1
    }
    return count
  }
}

@testable import PatternEngine

/// The suites of regular expressions.
enum RegexCases {
  // MARK: - Rust's regex

  static func rust(_ example: Case) throws -> Outcome {
    let (text, label) = (unescaped(example), example.label)
    let isASCII = text.allSatisfy { $0 < 0x80 }
    if let reason = unoffered(example, isASCII: isASCII) { return .outside(reason) }
    let patterns: [String]
    if let one = example.word("regex") {
      patterns = [one]
    } else {
      patterns = label["regexes"] as? [String] ?? label["regex"] as? [String] ?? []
    }
    guard !patterns.isEmpty else { return .exact("no patterns, no matches") }
    let flags = example.flag("case-insensitive") == true ? "(?i)" : ""
    if example.flag("compiles") == false {
      for pattern in patterns {
        do throws(PatternError) { _ = try ProgramCompiler.compile(pattern) } catch {
          return .exact("refused by both")
        }
      }
      return .outside("a pattern that only Rust refuses")
    }
    var range = 0..<text.count
    if let bounds = label["bounds"] as? [Int] { range = bounds[0]..<bounds[1] }
    if let bounds = label["bounds"] as? [String: Int] {
      range = (bounds["start"] ?? 0)..<(bounds["end"] ?? text.count)
    }
    // Of several patterns the first that matches where the search stands is meant: an alternation.
    let pattern =
      patterns.count == 1 ? patterns[0] : patterns.map { "(\($0))" }.joined(separator: "|")
    let isAnchored = example.flag("anchored") ?? false
    let asking = Asking(
      pattern: flags + pattern, text: text, range: range, isAnchored: isAnchored)
    let kind = patterns.count == 1 ? (isAnchored ? "anchored" : "search") : "several as alternation"
    let answers: [(engine: String, matches: [Groups])]
    do throws(PatternError) { _ = try ProgramCompiler.compile(flags + pattern) } catch {
      return .outside("refused: \(error.message)")
    }
    answers = try asking.answers()
    let limit = label["match-limit"] as? Int ?? .max
    for (engine, matches) in answers {
      var found = Array(matches.prefix(limit))
      if patterns.count != 1 {
        // Which pattern it was is told by the first group that took part; only those are compared.
        let numbers = found.map { $0.dropFirst().firstIndex { $0 != nil } ?? 0 }
        let groups = patterns.map { try? PatternParser.parse($0).groupNames.count }
        var starts = [1]
        for count in groups { starts.append(starts[starts.count - 1] + (count ?? 1)) }
        if zip(numbers, ids(label["matches"])).contains(where: { starts[$1] != $0 }) {
          return .differs("\(engine): another pattern")
        }
        found = found.map { [$0[0]] }
      }
      let expected = spans(label["matches"]).map { patterns.count == 1 ? $0 : [$0[0]] }
      guard !agree(found, expected) else { continue }
      let isPerl = ["\\w", "\\W", "\\d", "\\D", "\\s", "\\S", "\\b", "\\B", "[:word:]"].contains {
        pattern.contains($0)
      }
      if isPerl, !isASCII { return .outside("\\w \\d \\s \\b beyond ASCII: ours are ASCII") }
      if !isASCII, (flags + pattern).contains("(?i"), pattern.utf8.allSatisfy({ $0 < 0x80 }) {
        return .outside("an ASCII letter that folds to a scalar beyond ASCII: ours does not")
      }
      return .differs(
        "\(engine) /\(flags + pattern)/ on \(String(decoding: text, as: UTF8.self).debugDescription)"
          + " within \(range): \(written(found)) for \(written(expected))")
    }
    return .exact(kind)
  }

  /// Why a case cannot be asked; nil where it can.
  private static func unoffered(_ example: Case, isASCII: Bool) -> String? {
    if let kind = example.word("match-kind"), kind != "leftmost-first" {
      return "match kind `\(kind)`: ours is leftmost-first"
    }
    if let kind = example.word("search-kind"), kind != "leftmost" {
      return "search kind `\(kind)`: ours finds leftmost matches that lie apart"
    }
    if example.label["line-terminator"] != nil { return "a line terminator other than \\n" }
    // Over ASCII bytes and scalars are the same.
    if example.flag("unicode") == false, !isASCII { return "bytes in place of scalars" }
    if example.flag("utf8") == false, !isASCII { return "empty matches within scalars" }
    return nil
  }

  /// The text, with the escapes of the suite's files taken for bytes.
  private static func unescaped(_ example: Case) -> [UInt8] {
    let text = example.text
    guard example.flag("unescape") == true else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: "\\"), index + 1 < text.count else {
        result.append(text[index])
        index += 1
        continue
      }
      index += 2
      switch text[index - 1] {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "0"): result.append(0)
      case UInt8(ascii: "x") where index + 1 < text.count:
        let digits = String(decoding: text[index...(index + 1)], as: UTF8.self)
        result.append(UInt8(digits, radix: 16) ?? 0)
        index += 2
      default: result += [UInt8(ascii: "\\"), text[index - 1]]
      }
    }
    return result
  }

  /// `[0, 3]`, `[[0, 3], []]`, `{"id": 1, "span": [0, 3]}` or with `spans`.
  private static func spans(_ matches: Any?) -> [Groups] {
    func span(_ pair: Any) -> Range<Int>? {
      guard let pair = pair as? [Int], pair.count == 2 else { return nil }
      return pair[0]..<pair[1]
    }
    return (matches as? [Any] ?? []).map { match in
      if let match = match as? [String: Any] {
        if let one = match["span"] { return [span(one)] }
        return (match["spans"] as? [Any] ?? []).map(span)
      }
      if match is [Int] { return [span(match)] }
      return (match as? [Any] ?? []).map(span)
    }
  }

  private static func ids(_ matches: Any?) -> [Int] {
    (matches as? [Any] ?? []).map { ($0 as? [String: Any])?["id"] as? Int ?? 0 }
  }

  // MARK: - RE2's search tests

  static func re2(_ example: Case) throws -> Outcome {
    let pattern = example.word("regex") ?? ""
    do throws(PatternError) { _ = try ProgramCompiler.compile(pattern) } catch {
      return .outside("refused: \(error.message)")
    }
    let whole = 0..<example.text.count
    let partial = try Asking(pattern: pattern, text: example.text, range: whole).answers()
    let full = try Asking(pattern: "^(?:\(pattern))$", text: example.text, range: whole).answers()
    for (key, answers) in [("partial", partial), ("full", full)] {
      let expected = pairs(example.word(key) ?? "-")
      for (engine, matches) in answers where !agree(Array(matches.prefix(1)), expected) {
        return .differs(
          "\(key), \(engine) /\(pattern)/: \(written(matches)) for \(written(expected))")
      }
    }
    return .exact("first match and whole match, with groups")
  }

  /// `0-3 - 1-2`: group by group; `-` alone is no match.
  private static func pairs(_ text: String) -> [Groups] {
    if text == "-" { return [] }
    return [
      text.split(separator: " ").map { pair in
        let ends = pair.split(separator: "-").compactMap { Int($0) }
        return ends.count == 2 ? ends[0]..<ends[1] : nil
      }
    ]
  }
}

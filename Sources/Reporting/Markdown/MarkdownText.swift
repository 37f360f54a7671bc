import SourceText

// Markdown cannot be escaped as a whole: GitHub and GitLab look for @names, #12, commit ids, bare
// addresses and quick actions in the text that is left after the backslashes are gone. Only code is
// left alone by all of them. So what is under review is written as code spans, and of sentences
// every word that is more than a word.
//
// CommonMark 0.31 section 6.1 (code spans); github.com/github/cmark-gfm, src/inlines.c.

/// Writes text so that nothing of it is taken for markup; the result is one line, and never the
/// begin of one.
enum MarkdownText {
  /// No name or sentence is shown at greater length, in scalars: it must not crowd out what else
  /// there is.
  static let longestCode = 400
  static let longestProse = 1_000

  /// A code span. Backticks cannot be escaped in one: its delimiters are longer than any run inside.
  static func code(_ text: String) -> String { span(visible(text, upTo: longestCode)) }

  /// A sentence: plain words as they are, all others as code.
  static func prose(_ text: String) -> String {
    var pieces: [String] = []
    var code: [String] = []
    for word in visible(text, upTo: longestProse).unicodeScalars.split(separator: " ") {
      if isPlain(word) {
        if !code.isEmpty { pieces.append(span(code.joined(separator: " "))) }
        code.removeAll()
        pieces.append(String(word))
      } else {
        code.append(String(word))
      }
    }
    if !code.isEmpty { pieces.append(span(code.joined(separator: " "))) }
    return pieces.joined(separator: " ")
  }

  /// A code block. No line of it can end it: its fence is longer than any run of backticks inside.
  static func block(_ lines: [String]) -> String {
    let longest = lines.map { longestRun(of: "`", in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return "\(fence)text\n\(lines.joined(separator: "\n"))\n\(fence)\n"
  }

  /// A link, if it is a plain `https` address, else a sentence.
  static func reference(_ text: String) -> String { text.isWebAddress ? "<\(text)>" : prose(text) }

  // MARK: - Code spans

  /// cmark takes no delimiter of more than 80 backticks.
  private static let longestDelimiter = 32

  private static func span(_ text: String) -> String {
    guard !text.isEmpty else { return "" }
    let run = longestRun(of: "`", in: text)
    guard run < longestDelimiter else {
      let shown = text.unicodeScalars.map { $0 == "`" ? #"\u{60}"# : String($0) }
      return span(shown.joined())
    }
    let delimiter = String(repeating: "`", count: run + 1)
    // One space is taken from both ends of a span that has them at both.
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last]
    let gap = ends.contains("`") || ends.contains(" ") ? " " : ""
    return delimiter + gap + text + gap + delimiter
  }

  private static func longestRun(of scalar: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var run = 0
    for other in text.unicodeScalars {
      run = other == scalar ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func visible(_ text: String, upTo longest: Int) -> String {
    let scalars = text.madeVisible.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: longest, limitedBy: scalars.endIndex)
    guard let end, end < scalars.endIndex else { return String(scalars) }
    return String(scalars[..<end]) + "…"
  }

  // MARK: - Words

  /// Letters and digits with an apostrophe, comma, hyphen or slash between them; in parentheses or
  /// quotation marks, with punctuation at the end. No `GH-12`, no commit id, no name of a host.
  private static func isPlain(_ word: Substring.UnicodeScalarView) -> Bool {
    var word = word
    while let first = word.first, first == "(" || first == "\"" || first == "'" {
      word.removeFirst()
    }
    while let last = word.last, ".,;:!?%)\"'".unicodeScalars.contains(last) { word.removeLast() }
    var previous: Unicode.Scalar?
    var hexadecimals = 0
    for scalar in word {
      let isAlphanumeric = scalar.isAlphanumeric
      guard isAlphanumeric || "',-/.".unicodeScalars.contains(scalar) else { return false }
      // No sign in front, no two in a row.
      if !isAlphanumeric, previous?.isAlphanumeric != true { return false }
      if previous == "-", scalar.isDigit { return false }
      // A dot stands only in numbers: else it might be the name of a host.
      if scalar == ".", previous?.isDigit != true { return false }
      if previous == ".", !scalar.isDigit { return false }
      hexadecimals = scalar.properties.isASCIIHexDigit ? hexadecimals + 1 : 0
      // Seven digits are the shortest commit id that GitHub makes a link of.
      if hexadecimals == 7 { return false }
      previous = scalar
    }
    return true
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  /// Of other scripts everything is: Markdown gives a meaning to ASCII alone.
  fileprivate var isAlphanumeric: Bool {
    isDigit || ("a"..."z").contains(self) || ("A"..."Z").contains(self) || value >= 0x80
  }
}

extension String {
  /// An `https` address that needs no escaping in Markdown or HTML: letters, digits and few signs of
  /// RFC 3986, with no user name in it.
  var isWebAddress: Bool {
    let scheme = "https://"
    guard utf8.starts(with: scheme.utf8), utf8.count > scheme.utf8.count, utf8.count <= 500 else {
      return false
    }
    return unicodeScalars.allSatisfy {
      $0.isASCII && ($0.isAlphanumeric || "-._~:/?#=%+".unicodeScalars.contains($0))
    }
  }
}

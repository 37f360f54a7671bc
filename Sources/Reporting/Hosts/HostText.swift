import SourceText

// Hosts refuse what is empty or too long, and show the rest on their pages, in their own markup.

extension String {
  /// At most `limit` scalars, the last of them `…` where something is left out.
  func clipped(to limit: Int) -> String {
    guard utf8.count > limit, unicodeScalars.count > limit else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(limit - 1))) + "…"
  }

  /// One line in which nothing deceives and nothing is a link of Markdown or SARIF: `[a](b)`.
  var asHostText: String {
    var text = ""
    var last: Unicode.Scalar = " "
    for scalar in madeVisible.unicodeScalars {
      if scalar == "(", last == "]" { text.unicodeScalars.append(" ") }
      text.unicodeScalars.append(scalar)
      last = scalar
    }
    return text
  }

  /// Text in Markdown (CommonMark, GitHub's) that shows as it is.
  var asMarkdownText: String {
    var text = ""
    for scalar in madeVisible.unicodeScalars {
      if "\\`*_[]<>&#|~@!".unicodeScalars.contains(scalar) { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

/// The first that says something; the last in any case.
func firstNonEmpty(_ texts: String...) -> String {
  texts.first { !$0.isEmpty } ?? texts.last ?? ""
}

/// Sentences in a row, without those that are empty.
func sentences(_ texts: String...) -> String {
  texts.filter { !$0.isEmpty }.joined(separator: " ")
}

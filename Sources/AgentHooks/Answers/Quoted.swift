import SourceText

/// Text of whoever is under review, for others to read.
enum Quoted {
  /// Bounded, on one line, with every deceptive character shown by its number.
  static func text(_ text: String, limit: Int) -> String {
    let head = text.unicodeScalars.prefix(limit)
    let shown = String(String.UnicodeScalarView(head)).madeVisible
    return head.endIndex == text.unicodeScalars.endIndex ? shown : shown + "…"
  }

  /// A path in quotes which nothing in it can end.
  ///
  /// An agent reads it: a long name made of words could be taken for words of the gate's, so what no
  /// path of a project needs is shown as `_`.
  static func path(_ path: String) -> String {
    var shown = ""
    for scalar in text(path, limit: 160).unicodeScalars {
      switch scalar {
      case "\"", "`", "<", ">", "'": shown += "_"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return "\"\(shown)\""
  }
}

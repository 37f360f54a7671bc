import SourceText

/// A field that is named for a password: whether the class that declares it is a kept account, and not a
/// form or a request.
enum AccountField {
  private static let openers: Set<String> = ["class", "struct", "record", "type", "interface"]

  /// How many tokens back the declaration is looked for.
  private static let reach = 1_500

  static func isKept(_ place: Int, in view: CodeView) -> Bool {
    var index = view.scan.lexed.tokenIndex(at: place)
    let limit = max(0, index - reach)
    while index > limit {
      index -= 1
      guard view.kind(index) == .identifier, openers.contains(view.text(index)),
        view.kind(index + 1) == .identifier
      else { continue }
      return keeps(index + 1, view)
    }
    return false
  }

  private static let bases: Set<String> = [
    "table", "Base", "Model", "Document", "DeclarativeBase", "MappedAsDataclass", "EmbeddedModel",
  ]

  private static func keeps(_ name: Int, _ view: CodeView) -> Bool {
    let words = PasswordWords.words(view.text(name))
    guard view.language == "python" else {
      return PasswordWords.namesAccount(view.text(name))
    }
    // Its bases say that the class is kept.
    guard view.isMark(name + 1, "("), let close = view.brackets.partner(of: name + 1) else {
      return false
    }
    return !words.contains { ["create", "in", "request", "form", "login", "update"].contains($0) }
      && (name + 2..<close).contains { bases.contains(view.text($0)) }
  }
}

/// A language that the lexer knows, by its entry in ``LanguageTable``.
package struct Language: Hashable, Sendable {
  /// The name in rule files and reports: lower case, such as `python`, `cpp`, `csharp`.
  package let id: String

  package init(id: String) { self.id = id }

  /// Text without a syntax: all of it is prose.
  package static let plain = Language(id: "text")
  package static let markdown = Language(id: "markdown")

  /// Text for people throughout, or of a language that is not known.
  package var isProse: Bool { self == .plain || self == .markdown }

  /// Whether what holds for the language `id` holds for this one too: it is that one, or is built on
  /// it, as `typescript` is on `javascript`.
  package func includes(_ id: String) -> Bool {
    self.id == id || LanguageTable.entry(of: self)?.includes.contains(id) == true
  }
}

/// What is known of one language.
package struct LanguageEntry: Sendable {
  package let id: String
  /// Other names that fences of Markdown and modelines call it by; lower case.
  var tags: [String] { Self.words(tagText) }
  /// File name endings without the dot; lower case.
  var extensions: [String] { Self.words(extensionText) }
  /// Whole file names; lower case.
  var fileNames: [String] { Self.words(fileNameText) }
  /// Programs named in a `#!` line, without a version number.
  var interpreters: [String] { Self.words(interpreterText) }
  // Taken apart when they are asked for: most runs ask for the extensions alone.
  private let tagText: String
  private let extensionText: String
  private let fileNameText: String
  private let interpreterText: String
  /// Other languages whose rules hold for it.
  let includes: [String]
  let syntax: Syntax

  init(
    _ id: String, tags: String = "", extensions: String = "", fileNames: String = "",
    interpreters: String = "", includes: [String] = [], _ syntax: Syntax
  ) {
    self.id = id
    tagText = tags
    extensionText = extensions
    fileNameText = fileNames
    interpreterText = interpreters
    self.includes = includes
    self.syntax = syntax
  }

  private static func words(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}

/// All languages. To add one, add its entry to one of the lists and a lexing case to the tests.
package enum LanguageTable {
  static let entries: [LanguageEntry] = compiledLanguages + scriptLanguages + dataLanguages

  package static let all: [Language] = entries.map { Language(id: $0.id) }

  private static let indexOfID = index { [$0.id] }
  private static let indexOfTag = index { [$0.id] + $0.tags + $0.extensions }
  private static let indexOfExtension = index(\.extensions)
  private static let indexOfFileName = index(\.fileNames)
  private static let indexOfInterpreter = index(\.interpreters)

  /// The first entry that claims a name has it.
  private static func index(_ names: (LanguageEntry) -> [String]) -> [String: Int] {
    var result: [String: Int] = [:]
    for (position, entry) in entries.enumerated() {
      for name in names(entry) where result[name] == nil { result[name] = position }
    }
    return result
  }

  /// The language of a rule file's `languages`; nil for an unknown name.
  package static func language(id: String) -> Language? { indexOfID[id].map { all[$0] } }

  /// The language of a Markdown fence's tag, in upper or lower case; nil for an unknown one.
  package static func language(tag: String) -> Language? {
    indexOfTag[tag.lowercased()].map { all[$0] }
  }

  static func language(extension name: String) -> Language? {
    indexOfExtension[name].map { all[$0] }
  }

  static func language(fileName: String) -> Language? { indexOfFileName[fileName].map { all[$0] } }

  static func language(interpreter: String) -> Language? {
    indexOfInterpreter[interpreter].map { all[$0] }
  }

  static func entry(of language: Language) -> LanguageEntry? {
    indexOfID[language.id].map { entries[$0] }
  }

  /// What the lexer runs on, made once for all languages.
  static let compiled: [CompiledSyntax] = entries.map { CompiledSyntax($0.syntax) }

  static func compiledSyntax(of language: Language) -> CompiledSyntax? {
    indexOfID[language.id].map { compiled[$0] }
  }
}

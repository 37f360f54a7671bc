import PatternEngine
import Rules

/// The rules that come with the program: the files of `rules/`, written into it at build time.
package enum BuiltinRules {
  /// The built-in rules without their examples, checked and packed at build time. Costs next to
  /// nothing: a rule is unpacked when it is first asked for.
  package static var catalog: RuleCatalog {
    RuleCatalog(archive: RuleArchive(PackedBytes(packed)))
  }

  /// The files as the loader takes them; copies their bytes.
  package static var ruleFiles: [RuleFile] {
    files.map { file in
      let bytes = file.text.withUTF8Buffer { Array($0) }
      return RuleFile(name: file.name, bytes: bytes, isBuiltin: true)
    }
  }

  /// Loads the built-in rules with their examples from their files; what the build has checked is
  /// not checked again. Costs milliseconds.
  package static func load() throws(RuleError) -> RuleCatalog {
    try RuleCatalog(files: ruleFiles, vocabulary: .trusted)
  }
}

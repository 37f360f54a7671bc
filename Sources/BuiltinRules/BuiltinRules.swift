import Rules

/// The rules that come with the program: the files of `rules/`, written into it at build time.
package enum BuiltinRules {
  /// The files as the loader takes them; copies their bytes.
  package static var ruleFiles: [RuleFile] {
    files.map { file in
      let bytes = file.text.withUTF8Buffer { Array($0) }
      return RuleFile(name: file.name, bytes: bytes, isBuiltin: true)
    }
  }

  /// Loads the built-in rules; the tests have checked their patterns, so only the form is read.
  package static func load() throws(RuleError) -> RuleCatalog {
    try RuleCatalog(files: ruleFiles, vocabulary: .trusted)
  }
}

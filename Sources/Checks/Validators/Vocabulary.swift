import Rules
import SourceText

extension RuleVocabulary {
  /// What rule files may refer to: all languages of the lexer, all validators.
  package static var complete: RuleVocabulary {
    RuleVocabulary(
      languages: Set(LanguageTable.all.map(\.id)), validators: Set(Validator.all.map(\.name)))
  }
}

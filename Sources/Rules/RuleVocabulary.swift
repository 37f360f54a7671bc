import PatternEngine
import SourceText

/// What rule files may refer to, and how their patterns are checked.
///
/// The rules know neither the lexer's languages nor the checks' validators, so both are handed in.
package struct RuleVocabulary: Sendable {
  /// Ids of languages; nil to take any.
  package var languages: Set<String>?
  /// Names of validators; nil to take any.
  package var validators: Set<String>?
  /// Patterns and markers are checked. Costs the reading of every pattern.
  package var checksPatterns: Bool

  package init(languages: Set<String>?, validators: Set<String>?, checksPatterns: Bool = true) {
    self.languages = languages
    self.validators = validators
    self.checksPatterns = checksPatterns
  }

  /// For files that the tests have checked before: only their form is looked at.
  package static let trusted = RuleVocabulary(
    languages: nil, validators: nil, checksPatterns: false)

  /// What is wrong with a pattern, and the byte of it (from 0) where; nil for a good one.
  func fault(inPattern pattern: String) -> (message: String, offset: Int)? {
    guard checksPatterns else { return nil }
    // Also whether it can be run: what unfolds to too many steps would never match.
    do {
      _ = try Matcher(pattern)
      return nil
    } catch {
      return (error.message, error.offset)
    }
  }
}

extension RuleVocabulary {
  /// What is wrong with a structural pattern, and the byte of it (from 0) where; nil for a good one.
  func fault(inCode code: String) -> (message: String, offset: Int)? {
    guard checksPatterns else { return nil }
    do {
      _ = try CodePattern(code)
      return nil
    } catch {
      return (error.message, error.offset)
    }
  }
}

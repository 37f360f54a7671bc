import Checks
import Rules
import SourceText
import Testing

/// Rules written for a test, and what they find.
struct OwnRules {
  private let plan: ScanPlan

  /// A rule named `unsafe-apis/own` with the given keys.
  init(_ keys: String, languages: String) throws {
    let text = """
      [[rule]]
      id = "unsafe-apis/own"
      title = "Found"
      severity = "high"
      confidence = "low"
      languages = ["\(languages)"]
      why = "w"
      fix = "f"
      references = ["CWE-78"]
      match = ['«x»']
      no-match = ['y']
      \(keys)
      """
    let catalog = try RuleCatalog(
      files: [RuleFile(name: "own.toml", bytes: Array(text.utf8))],
      vocabulary: RuleVocabulary(languages: nil, validators: nil))
    plan = try ScanPlan(catalog: catalog)
  }

  /// What is reported, as `text confidence`, in order.
  func found(in text: String, named name: String) -> [String] {
    hits(in: text, named: name).map {
      let value = String(decoding: Array(text.utf8)[$0.value], as: UTF8.self)
      return "\(value) \($0.confidence.rawValue)"
    }
  }

  func hits(in text: String, named name: String) -> [Candidate] {
    var scanner = Scanner(plan)
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    return scanner.scan(document).map(\.candidate)
      .sorted { $0.value.lowerBound < $1.value.lowerBound }
  }
}

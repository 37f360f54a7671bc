import Checks
import Gate
import JSON
import Rules

/// The rules that a SARIF run speaks of: those that found something, by id.
///
/// A rule is described by its first finding; where findings differ in severity or confidence, by
/// the highest of each.
struct SARIFRules {
  private struct Description {
    var finding: Finding
    var severity: Severity
    var confidence: Confidence
  }

  private let descriptions: [Description]
  private let indexes: [RuleID: Int]

  init(_ findings: [DecidedFinding]) {
    var byRule: [RuleID: Description] = [:]
    for decided in findings {
      let finding = decided.finding
      var description =
        byRule[finding.rule]
        ?? Description(
          finding: finding, severity: finding.severity, confidence: finding.confidence)
      description.severity = max(description.severity, finding.severity)
      description.confidence = max(description.confidence, finding.confidence)
      byRule[finding.rule] = description
    }
    descriptions = byRule.values.sorted { $0.finding.rule < $1.finding.rule }
    var indexes: [RuleID: Int] = [:]
    for (index, description) in descriptions.enumerated() {
      indexes[description.finding.rule] = index
    }
    self.indexes = indexes
  }

  /// Where the rule stands in `driver.rules`; -1, which means nowhere, for one without findings.
  func index(of rule: RuleID) -> Int { indexes[rule] ?? -1 }

  func write(to json: inout JSONWriter, _ sink: ([UInt8]) throws -> Void) throws {
    for description in descriptions {
      json.object { json in write(description, to: &json) }
      try json.passOn(to: sink)
    }
  }

  /// GitHub takes descriptions of at most so many characters.
  private static let descriptionLimit = 1_024
  /// GitHub shows so many tags of a rule.
  private static let tagLimit = 10

  private func write(_ description: Description, to json: inout JSONWriter) {
    let finding = description.finding
    let references = References(finding.references)
    let title = firstNonEmpty(finding.title, finding.rule.text).asHostText
    let why = firstNonEmpty(finding.why, finding.message, title).asHostText
    json.key("defaultConfiguration")
    json.object { $0.member("level", Self.level(of: description.severity)) }
    json.text("fullDescription", why.clipped(to: Self.descriptionLimit))
    json.key("help")
    json.object { json in
      json.member("markdown", markdown(finding, references, why: why))
      json.member("text", sentences(why, finding.fix.asHostText))
    }
    if let link = references.links.first { json.member("helpUri", link) }
    json.member("id", finding.rule.text)
    json.key("properties")
    json.object { json in
      json.member("precision", description.confidence.rawValue)
      json.member("security-severity", Self.score(of: description.severity))
      json.member("tags", tags(finding, references))
    }
    json.text("shortDescription", title.clipped(to: Self.descriptionLimit))
  }

  private func markdown(_ finding: Finding, _ references: References, why: String) -> String {
    var paragraphs = [why.asMarkdownText]
    if !finding.fix.isEmpty { paragraphs.append("**Fix:** " + finding.fix.asMarkdownText) }
    if !finding.references.isEmpty {
      let links = Set(references.links)
      paragraphs.append(
        "**See:** "
          + finding.references.map { links.contains($0) ? "<\($0)>" : $0.asMarkdownText }
          .joined(separator: ", "))
    }
    return paragraphs.joined(separator: "\n\n")
  }

  /// CodeQL's form of the tags of weaknesses, which GitHub knows: three digits at least.
  private func tags(_ finding: Finding, _ references: References) -> [String] {
    let weaknesses = references.weaknesses.map { "external/cwe/cwe-\($0.padded(3))" }
    return ["security"] + weaknesses.prefix(Self.tagLimit - 2) + [finding.category.rawValue]
  }

  private static func level(of severity: Severity) -> String {
    switch severity {
    case .critical, .high: "error"
    case .medium: "warning"
    case .low: "note"
    }
  }

  /// In the middle of what GitHub calls critical (above 9.0), high (from 7.0), medium (from 4.0)
  /// and low.
  private static func score(of severity: Severity) -> String {
    switch severity {
    case .critical: "9.5"
    case .high: "8.0"
    case .medium: "5.5"
    case .low: "2.0"
    }
  }
}

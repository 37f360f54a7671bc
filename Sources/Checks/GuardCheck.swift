import Rules
import SourceText

/// Finds changes to what guards a repository: its policy, hooks, pipelines, and what its agents obey.
package struct GuardCheck: Check {
  package let category = RuleCategory.gate

  /// The rule whose findings no policy lowers below a look by a person.
  package static let rule: RuleID = RuleID(folder: .gate, name: "guard-changed")

  package init() {}

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    guard let path = Self.diffPath(of: scan.document), let kind = GuardedPaths.kind(of: path) else {
      return false
    }
    // A patch that someone reads is not applied yet: the change itself will be looked at.
    candidate.severity = .low
    candidate.message = "This changes \(kind.rawValue)."
    return true
  }

  /// In a diff among other text, such as a patch in a reply: the first of the added lines.
  package func recognize(_ recognizer: Rule.Recognizer, in scan: DocumentScan) -> [Recognition] {
    guard recognizer == .guardChange, let path = Self.diffPath(of: scan.document),
      GuardedPaths.kind(of: path) != nil,
      let first = scan.document.reviewable?.first(where: { !$0.isEmpty })
    else { return [] }
    let end = scan.bytes[first].firstIndex(of: 0x0A) ?? first.upperBound
    return [
      Recognition(
        range: first.lowerBound..<max(first.lowerBound + 1, end), confidence: .high,
        evidence: ["the file is \(path)"])
    ]
  }

  /// The path of the file whose new side the document is; nil for a part of it.
  private static func diffPath(of document: Document) -> String? {
    if case .diffFile(let path, _)? = document.containers.last { path } else { nil }
  }

  /// The finding for a change that git tells of; nil where it touches no guard.
  ///
  /// `others` are further guarded paths, such as rule files that the policy names. Another change of the
  /// same file has another fingerprint.
  package static func finding(
    _ change: FileChange, others: [GuardedPath], rule: Rule
  ) -> Finding? {
    guard let kind = kind(of: change, others: others) else { return nil }
    let line = "\(change.what) \(change.content())"
    var ordinals = FingerprintOrdinals()
    var evidence = ["the file is \(change.what)"]
    if let old = change.oldPath { evidence.append("it was \(old)") }
    return Finding(
      rule: rule.id, category: rule.category, severity: rule.severity, confidence: rule.confidence,
      title: rule.title, message: "This changes \(kind.rawValue).", path: change.path,
      region: Region(
        startLine: change.line, startColumn: 1, endLine: change.line, endColumn: 1, byteOffset: 0,
        byteLength: 0),
      language: .plain, zone: .prose, within: [], snippet: "", frame: .none, evidence: evidence,
      why: rule.why, fix: rule.fix, references: rule.references,
      fingerprint: ordinals.fingerprint(
        of: Fingerprint.Key(rule: rule.id, path: change.path, line: line)))
  }

  private static func kind(
    of change: FileChange, others: [GuardedPath]
  ) -> GuardKind? {
    for path in [change.path, change.oldPath].compactMap({ $0 }) {
      if let kind = GuardedPaths.kind(of: path) { return kind }
      if let other = others.first(where: { $0.glob.matches(path) }) { return other.kind }
      if change.mayStandForFolder, let kind = GuardedPaths.kind(below: path) { return kind }
    }
    return nil
  }
}

import JSON
import SourceText

// A model reads the beginning, and what is long it skims: so the verdict comes first, then the worst.
// The words come from the report, which holds no secret in clear; code is not shown, the place is
// told. Everything is made visible and cut, because names and evidence come from whoever is reviewed.

/// A JSON report in words for a model.
struct ReportSummary {
  /// At most ``longest`` UTF-16 units.
  let text: String
  /// Everything was reviewed, and there was something to review.
  let isComplete: Bool

  static let longest = 10_000
  private static let longestField = 600

  /// Nil if it is no report.
  init?(_ report: JSONText) {
    guard let fields = Fields(report.root), let verdict = fields["verdict"]?.string,
      let complete = fields["complete"]?.boolean, let findings = fields["findings"],
      findings.isArray, let summary = fields["summary"].flatMap(Fields.init)
    else { return nil }
    let inputs = summary["inputs"]?.integer ?? 0
    isComplete = complete && inputs > 0
    let all = findings.elements.compactMap(Finding.init)
    guard all.count == findings.elements.count else { return nil }

    var lines = [Self.verdictLine(verdict, all, bytes: summary["bytes"]?.integer ?? 0)]
    if !isComplete {
      lines.append("NOT EVERYTHING WAS REVIEWED. What was not reviewed is not approved.")
    }
    lines += Self.places(fields["errors"], label: "error", reason: "message")
    lines += Self.places(fields["skipped"], label: "left out", reason: "reason")
    // There are few ranks; what is equally bad stays in the order of the report.
    let told = Dictionary(grouping: all.filter { $0.action != .approve }, by: \.rank)
    text = Self.fitted(lines, told.sorted { $0.key > $1.key }.flatMap(\.value))
  }

  private static func verdictLine(_ verdict: String, _ findings: [Finding], bytes: Int) -> String {
    func count(_ action: Finding.Action) -> Int { findings.filter { $0.action == action }.count }
    var counts: [String] = []
    if count(.block) > 0 { counts.append("\(count(.block)) to block") }
    if count(.flag) > 0 { counts.append("\(count(.flag)) to look at") }
    let notes = count(.approve)
    if notes > 0 { counts.append("\(notes) note\(notes == 1 ? "" : "s")") }
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    let advice =
      switch verdict {
      case "approve": ""
      case "flag": " A person must look at this before it is used."
      default: " This must not be used as it is: mend it and have it reviewed again."
      }
    return "verdict: \(verdict.shortened) (\(found) in \(bytes) bytes)." + advice
  }

  /// The first of a list of inputs with what was wrong with them.
  private static func places(
    _ list: JSONText.Value?, label: String, reason: String
  ) -> [String] {
    let elements = list?.elements ?? []
    var lines = elements.prefix(5).map { element in
      let path = element["path"]?.string ?? ""
      return "\(label): \(cut(path)): \(cut(element[reason]?.string ?? ""))"
    }
    if elements.count > 5 { lines.append("\(label): \(elements.count - 5) more") }
    return lines
  }

  /// As many findings as there is room for, and how many there are beside them.
  private static func fitted(_ head: [String], _ findings: [Finding]) -> String {
    var text = head.joined(separator: "\n")
    for (index, finding) in findings.enumerated() {
      let paragraph = "\n\n" + finding.paragraph
      // What stays behind needs its line, too.
      let rest = findings.count - index
      let room = longest - text.utf16.count - more(rest).utf16.count
      guard paragraph.utf16.count <= room else { return text + more(rest) }
      text += paragraph
    }
    return text
  }

  private static func more(_ count: Int) -> String {
    "\n\nand \(count) more; the worst are above"
  }

  /// One line of at most 600 scalars.
  fileprivate static func cut(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(longestField + 1)
    let visible = String(String.UnicodeScalarView(start.prefix(longestField))).madeVisible
    return start.count > longestField ? visible + "..." : visible
  }
}

/// What is told of a finding.
private struct Finding {
  enum Action: String {
    case approve, flag, block
  }

  let action: Action
  /// Higher is worse.
  let rank: Int
  private let fields: Fields

  init?(_ value: JSONText.Value) {
    guard let fields = Fields(value),
      let action = fields["action"]?.string.flatMap(Action.init(rawValue:))
    else { return nil }
    self.fields = fields
    self.action = action
    let severity = Self.order(fields["severity"], ["low", "medium", "high", "critical"])
    let confidence = Self.order(fields["confidence"], ["low", "medium", "high"])
    rank = (action == .block ? 100 : 0) + severity * 10 + confidence
  }

  private static func order(_ value: JSONText.Value?, _ words: [String]) -> Int {
    value?.string.flatMap { words.firstIndex(of: $0) } ?? 0
  }

  var paragraph: String {
    var lines = ["\(action.rawValue): \(word("rule")) (\(word("severity"))) at \(place)"]
    let title = word("title")
    let message = word("message")
    lines.append("  what: " + (message.isEmpty ? title : message))
    let evidence = fields["evidence"]?.elements.compactMap(\.string).joined(separator: "; ") ?? ""
    if !evidence.isEmpty { lines.append("  evidence: " + ReportSummary.cut(evidence)) }
    let fix = word("fix")
    if !fix.isEmpty { lines.append("  fix: " + fix) }
    return lines.joined(separator: "\n")
  }

  private var place: String {
    guard let location = fields["location"].flatMap(Fields.init) else { return "" }
    let path = ReportSummary.cut(location["path"]?.string ?? "")
    let line = location["startLine"]?.integer ?? 0
    let column = location["startColumn"]?.integer ?? 0
    let within = location["within"]?.elements.compactMap(\.string) ?? []
    return "\(path):\(line):\(column)"
      + (within.isEmpty ? "" : ", in " + ReportSummary.cut(within.joined(separator: ", ")))
  }

  private func word(_ name: String) -> String { ReportSummary.cut(fields[name]?.string ?? "") }
}

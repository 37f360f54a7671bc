import Checks
import Gate
import Rules

/// A review in words that an agent can act on.
///
/// What the agent reads is made of the rules' own words, and of the review's places and evidence, quoted
/// and bounded. No line of the reviewed text is in it, so nothing written there can speak to the agent,
/// and no value, masked or not.
struct ReviewWords {
  /// What hosts take of one text, in characters; counted in bytes here, which are never fewer.
  static let limit = 10_000

  private let review: Review
  private let event: AgentEvent

  init(_ review: Review, _ event: AgentEvent) {
    self.review = review
    self.event = event
  }

  /// What blocks, worst first, and how to mend it.
  var blocked: String {
    let findings = ordered(.block)
    let head =
      switch event.moment {
      case .beforeTool:
        "reviewgate denied this: \(Self.count(findings.count, "finding")) that must not pass."
          + " Nothing was done. Mend what you propose and try again; do not look for another way around."
      case .afterTool:
        "reviewgate found \(Self.count(findings.count, "problem")) that must not pass in what was just"
          + " done. It is done already: mend it now."
      case .reply where event.isRetry:
        "reviewgate: the reply still holds \(Self.count(findings.count, "finding")) that must not pass;"
          + " it was sent back once and is let through now. A person must look."
      case .reply where event.isOut:
        "reviewgate: the reply holds \(Self.count(findings.count, "finding")) that must not pass, and is out"
          + " already. A person must look."
      case .reply:
        "reviewgate sent this reply back: \(Self.count(findings.count, "finding")) that must not pass."
          + " Say it again without them."
      case .other: "reviewgate: \(Self.count(findings.count, "finding")) that must not pass."
      }
    return list(findings, under: head)
  }

  /// What a person must look at.
  var flagged: String {
    let findings = ordered(.flag)
    let done = event.moment == .afterTool ? " It is done already." : ""
    return list(
      findings,
      under: "reviewgate: a person must look at \(Self.count(findings.count, "finding")).\(done)")
  }

  /// One line for the user.
  var summary: String {
    let worst = ordered(review.verdict)
    let rules = Set(worst.prefix(50).map(\.finding.rule.text)).sorted().prefix(5)
    let verb = review.verdict == .block ? "blocks" : "flags"
    return "reviewgate \(verb) \(Self.count(worst.count, "finding")): "
      + rules.joined(separator: ", ")
  }

  var incomplete: String {
    var text = Self.failure("the review is not complete", of: event)
    for error in review.errors.prefix(10) {
      text += "\n- \(Quoted.path(error.path)): \(Quoted.text(error.message, limit: 200))"
    }
    if review.errors.count > 10 { text += "\n- and \(review.errors.count - 10) more" }
    return Self.bounded(text)
  }

  /// What is said where something was not reviewed.
  static func failure(_ message: String, of event: AgentEvent?) -> String {
    let consequence =
      switch event?.moment {
      case .beforeTool: " It is denied, since nothing passes that was not reviewed."
      case .afterTool: " What was just done has not been reviewed: a person must look."
      case .reply: " The reply has not been reviewed: a person must look."
      case .other, nil: ""
      }
    return bounded(
      "reviewgate could not review this: \(Quoted.text(message, limit: 1000)).\(consequence)"
        + " Tell the user; `reviewgate check` on the files says more.")
  }

  private func ordered(_ action: Verdict) -> [DecidedFinding] {
    review.findings.enumerated().filter { $0.element.action == action }.sorted { left, right in
      let first = (
        left.element.finding.severity.urgency, left.element.finding.confidence.urgency, left.offset
      )
      let second = (
        right.element.finding.severity.urgency, right.element.finding.confidence.urgency,
        right.offset
      )
      return first < second
    }.map(\.element)
  }

  private func list(_ findings: [DecidedFinding], under head: String) -> String {
    var text = head
    for (index, decided) in findings.enumerated() {
      let entry = "\n\n" + Self.entry(index + 1, decided.finding)
      // Room for the line that says how many are left out.
      guard text.utf8.count + entry.utf8.count <= Self.limit - 40 else {
        return text + "\n\nand \(findings.count - index) more"
      }
      text += entry
    }
    return text
  }

  private static func entry(_ number: Int, _ finding: Finding) -> String {
    let region = finding.region
    var text = "\(number). \(finding.rule.text) (\(finding.severity.rawValue)): "
    text += Quoted.text(finding.title, limit: 120)
    text += "\n   at \(Quoted.path(finding.path)):\(region.startLine):\(region.startColumn)"
    if let within = finding.within.last { text += " in \(Quoted.path(within))" }
    if !finding.evidence.isEmpty {
      let evidence = finding.evidence.prefix(4).map { Quoted.text($0, limit: 100) }
      text += "\n   evidence: \(evidence.joined(separator: "; "))"
    }
    text += "\n   fix: \(Quoted.text(finding.fix, limit: 400))"
    text += "\n   more: reviewgate explain \(finding.rule.text)"
    return text
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  private static func bounded(_ text: String) -> String {
    guard text.utf8.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit / 4)))
  }
}

extension Severity {
  /// 0 for the worst.
  fileprivate var urgency: Int {
    switch self {
    case .critical: 0
    case .high: 1
    case .medium: 2
    case .low: 3
    }
  }
}

extension Confidence {
  fileprivate var urgency: Int {
    switch self {
    case .high: 0
    case .medium: 1
    case .low: 2
    }
  }
}

import Checks
import Gate
import JSON
import Rules

/// The report for GitLab's vulnerability pages: `artifacts:reports:secret_detection`.
///
/// After `secret-detection-report-format.json` 15.0.7 of gitlab-org/security-products/
/// security-report-schemas; a report that breaks the schema is not taken in. It holds secrets and
/// passwords alone: for the rest there is ``GitLabCodeQualityReport``. A review that was not
/// complete says of itself that it failed.
struct GitLabSecretsReport {
  private let review: Review
  private let time: String

  /// `finishedAt` in Unix seconds. The schema demands a time of the start as well; none is known,
  /// so the two are the same.
  init(_ review: Review, finishedAt: Int) {
    self.review = review
    time = UTCTime(unixSeconds: finishedAt).description
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    var ordinals = Ordinals()
    var json = JSONWriter(.pretty)
    try json.object { json in
      json.key("scan")
      try json.object { json in try writeScan(to: &json, sink) }
      json.member("version", "15.0.7")
      json.key("vulnerabilities")
      try json.array { json in
        for decided in review.findings where Self.categories.contains(decided.finding.category) {
          json.vulnerability(
            decided, id: Self.identifier(ordinals.unique(decided.finding.fingerprint)))
          try json.passOn(to: sink)
        }
      }
    }
    json.endLine()
    try sink(json.take())
  }

  private static let categories: Set<RuleCategory> = [.secret, .password]

  private func writeScan(
    to json: inout JSONWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    json.key("analyzer")
    json.tool(review.version)
    json.member("end_time", time)
    if !review.isComplete {
      json.key("messages")
      try json.array { json in
        json.message("Not everything was reviewed; what was not is not approved.")
        for error in review.errors {
          json.message("\(error.path.asHostText): not reviewed: \(error.message.asHostText)")
          try json.passOn(to: sink)
        }
      }
    }
    json.key("scanner")
    json.tool(review.version)
    json.member("start_time", time)
    json.member("status", review.isComplete ? "success" : "failure")
    json.member("type", "secret_detection")
  }

  /// A UUID of version 8 (RFC 9562, section 5.8) that follows from the fingerprint.
  private static func identifier(_ fingerprint: String) -> String {
    var hash = SHA256()
    hash.update("reviewgate gitlab-secrets\0\(fingerprint)")
    var bytes = Array(hash.finish().prefix(16))
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
    return groups.map { SHA256.hexadecimal(Array(bytes[$0])) }.joined(separator: "-")
  }
}

extension JSONWriter {
  fileprivate mutating func tool(_ version: String) {
    object { json in
      json.member("id", "reviewgate")
      json.member("name", "reviewgate")
      json.key("vendor")
      json.object { $0.member("name", "reviewgate") }
      json.member("version", version)
    }
  }

  fileprivate mutating func message(_ text: String) {
    object { json in
      json.member("level", "fatal")
      json.member("value", text)
    }
  }

  /// Limits of lengths are the schema's. There is no excerpt of the source: it would be
  /// `raw_source_code_extract`, which is meant to hold the secret.
  fileprivate mutating func vulnerability(_ decided: DecidedFinding, id: String) {
    let finding = decided.finding
    let references = References(finding.references)
    object { json in
      json.member(
        "description",
        sentences(finding.message, finding.why, "(\(decided.reason))").asHostText
          .clipped(to: 100_000))
      json.member("id", id)
      json.key("identifiers")
      json.array { json in
        json.identifier(
          "reviewgate_rule_id", name: "reviewgate rule \(finding.rule)", finding.rule.text)
        // GitLab takes 20, our own among them.
        for number in references.weaknesses.prefix(19) {
          json.identifier(
            "cwe", name: "CWE-\(number)", "\(number)",
            url: "https://cwe.mitre.org/data/definitions/\(number).html")
        }
      }
      if !references.links.isEmpty {
        json.key("links")
        json.array { json in
          for link in references.links { json.object { $0.member("url", link) } }
        }
      }
      json.key("location")
      json.object { json in
        // The commit is not known; GitLab's own analyzer writes this for a scan of files.
        json.key("commit")
        json.object { $0.member("sha", "0000000") }
        json.member("end_line", finding.region.endLine)
        json.member("file", finding.path.asHostPath)
        json.member("start_line", finding.region.startLine)
      }
      json.member(
        "name", firstNonEmpty(finding.title, finding.rule.text).asHostText.clipped(to: 255))
      json.member("severity", Self.word(for: finding.severity))
      json.member("solution", finding.fix.asHostText.clipped(to: 7_000))
    }
  }

  private mutating func identifier(
    _ type: String, name: String, _ value: String, url: String? = nil
  ) {
    object { json in
      json.member("name", name)
      json.member("type", type)
      if let url { json.member("url", url) }
      json.member("value", value)
    }
  }

  private static func word(for severity: Severity) -> String {
    switch severity {
    case .critical: "Critical"
    case .high: "High"
    case .medium: "Medium"
    case .low: "Low"
    }
  }
}

import Rules

// One notice raises many candidates: a tag, the header below it, "all rights reserved", a disclaimer.
// A reader wants one finding. Candidates that stand close together are one notice when they come
// from the same rule, name the same license, or add nothing to a graver one.

/// Leaves one candidate for each notice.
struct NoticeMerging {
  /// How many bytes may lie between two candidates of one notice.
  static let reach = 2_000
  /// How many earlier notices a candidate is compared with.
  static let memory = 12

  private struct Notice {
    var candidate: Candidate
    var end: Int
    var license: String
  }

  /// `candidates` must be in the order of their places; costs a pass over them.
  static func merge(_ candidates: [Candidate]) -> [Candidate] {
    var notices: [Notice] = []
    let manifests = candidates.count { $0.rule.id.text == "licenses/manifest-license" }
    for var candidate in candidates {
      let license = licenseName(candidate)
      // What a tag's expression says as a whole is what its names say.
      if let last = notices.last, isTag(last.candidate), !isTag(candidate),
        last.candidate.match.overlaps(candidate.match)
      {
        continue
      }
      // Many manifests in one text are a list of what other packages are under.
      if manifests > 3, isTag(candidate) { candidate.severity = min(candidate.severity, .medium) }
      let near = notices.indices.suffix(memory).last {
        candidate.match.lowerBound - notices[$0].end < reach
          && isOneNotice(notices[$0], candidate, license)
      }
      guard let near else {
        notices.append(
          Notice(candidate: candidate, end: candidate.match.upperBound, license: license))
        continue
      }
      notices[near].end = max(notices[near].end, candidate.match.upperBound)
      // The graver tells what the notice is; of equals the first.
      if candidate.severity > notices[near].candidate.severity {
        notices[near].candidate = candidate
        notices[near].license = license
      } else if candidate.severity == notices[near].candidate.severity {
        notices[near].candidate.confidence = max(
          candidate.confidence, notices[near].candidate.confidence)
      }
    }
    let isStated = notices.contains { $0.candidate.severity > .low && !isKnownCode($0.candidate) }
    return notices.map(\.candidate)
      .filter { !isStated || !isKnownCode($0) }
      .sorted { $0.match.lowerBound < $1.match.lowerBound }
  }

  private static func isOneNotice(_ notice: Notice, _ candidate: Candidate, _ license: String)
    -> Bool
  {
    let earlier = notice.candidate
    if isKnownCode(earlier) || isKnownCode(candidate) {
      return isKnownCode(earlier) && isKnownCode(candidate)
    }
    if !license.isEmpty, license == notice.license { return true }
    if earlier.rule.id == candidate.rule.id {
      // Two tags with two licenses are two statements.
      return candidate.severity == .low || license.isEmpty || notice.license.isEmpty
    }
    return earlier.severity == .low || candidate.severity == .low
  }

  /// The name of the license without its version, from the candidate's evidence; empty if unknown.
  private static func licenseName(_ candidate: Candidate) -> String {
    for evidence in candidate.evidence where evidence.hasPrefix("license ") {
      let id = evidence.dropFirst("license ".count)
      return String(id.prefix { !($0 >= "0" && $0 <= "9") && $0 != " " && $0 != "+" })
        .split(separator: "-").joined(separator: "-")
    }
    return ""
  }

  private static func isTag(_ candidate: Candidate) -> Bool {
    switch candidate.rule.id.text {
    case "licenses/spdx-identifier", "licenses/manifest-license", "licenses/license-tag",
      "licenses/package-classifier", "licenses/manifest-license-element":
      true
    default: false
    }
  }

  /// It was known by its code, not by a statement.
  private static func isKnownCode(_ candidate: Candidate) -> Bool {
    candidate.rule.source.file.hasSuffix("known-code.toml")
  }
}

import Rules

// One notice raises many candidates: a tag, the header below it, "all rights reserved", a disclaimer.
// A reader wants one finding. A text that was recognized is one notice with all that stands in it;
// other candidates that stand close together are one when they name the same license, or when one of
// them names none.

/// Leaves one candidate for each notice.
struct NoticeMerging {
  /// How many bytes may lie between two candidates of one notice.
  static let reach = 2_000
  /// How many earlier notices a candidate is compared with.
  static let memory = 12

  private struct Notice {
    var candidate: Candidate
    var end: Int
    /// The licenses it is about, without their versions.
    var names: Set<String>

    /// The graver tells what the notice is; of equals the one that names a license, and the first.
    mutating func take(_ candidate: Candidate, _ names: Set<String>) {
      end = max(end, candidate.match.upperBound)
      let isTold = candidate.license != nil && self.candidate.license == nil
      if candidate.severity > self.candidate.severity
        || candidate.severity == self.candidate.severity && isTold
      {
        self.candidate = candidate
        self.names = names
      } else if candidate.severity == self.candidate.severity {
        self.candidate.confidence = max(candidate.confidence, self.candidate.confidence)
      }
    }
  }

  /// `candidates` must be in the order of their places; costs a pass over them.
  static func merge(_ candidates: [Candidate]) -> [Candidate] {
    let texts = candidates.filter(isText)
    var notices: [Notice] = []
    let manifests = candidates.count { $0.rule.id.text == "licenses/manifest-license" }
    var text = 0
    for var candidate in candidates {
      // What stands in the text of a license is a part of it.
      while text < texts.count, texts[text].match.upperBound <= candidate.match.lowerBound {
        text += 1
      }
      if text < texts.count, !isText(candidate), !isTag(candidate), !isKnownCode(candidate),
        texts[text].match.overlaps(candidate.match)
      {
        continue
      }
      // What a tag's expression says as a whole is what its names say.
      if let last = notices.last, isTag(last.candidate), !isTag(candidate),
        last.candidate.match.overlaps(candidate.match)
      {
        continue
      }
      // Many manifests in one text are a list of what other packages are under.
      if manifests > 3, isTag(candidate) { candidate.severity = min(candidate.severity, .medium) }
      let names = self.names(candidate)
      let near = notices.indices.suffix(memory).last {
        candidate.match.lowerBound - notices[$0].end < reach
          && isOneNotice(notices[$0], candidate, names)
      }
      guard let near else {
        notices.append(
          Notice(candidate: candidate, end: candidate.match.upperBound, names: names))
        continue
      }
      notices[near].take(candidate, names)
    }
    let isStated = notices.contains { $0.candidate.severity > .low && !isKnownCode($0.candidate) }
    return notices.map(\.candidate)
      .filter { !isStated || !isKnownCode($0) }
      .sorted { $0.match.lowerBound < $1.match.lowerBound }
  }

  private static func isOneNotice(_ notice: Notice, _ candidate: Candidate, _ names: Set<String>)
    -> Bool
  {
    let earlier = notice.candidate
    if isKnownCode(earlier) || isKnownCode(candidate) {
      return isKnownCode(earlier) && isKnownCode(candidate)
    }
    if names.isEmpty || notice.names.isEmpty {
      // Of two that are grave each is told.
      return earlier.rule.id == candidate.rule.id || earlier.severity == .low
        || candidate.severity == .low
    }
    return names.isSubset(of: notice.names) || notice.names.isSubset(of: names)
  }

  /// The names of the licenses without their versions; empty where none is known.
  private static func names(_ candidate: Candidate) -> Set<String> {
    guard let license = candidate.license else { return [] }
    return Set(license.expression.terms.map { LicenseTable.name(ofID: $0.id) })
  }

  private static func isText(_ candidate: Candidate) -> Bool {
    if case .recognizer(.licenseText) = candidate.rule.matcher { true } else { false }
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
    if case .recognizer(.copiedCode) = candidate.rule.matcher { return true }
    return candidate.rule.source.file.hasSuffix("known-code.toml")
  }
}

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

    /// The graver tells what the notice is; of equals the one that names more licenses, and the first.
    mutating func take(_ candidate: Candidate, _ names: Set<String>) {
      end = max(end, candidate.match.upperBound)
      let isTold = names.count > self.names.count
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
    let candidates = withoutParts(candidates)
    var notices: [Notice] = []
    let manifests = candidates.count { $0.rule.id.text == "licenses/manifest-license" }
    for var candidate in candidates {
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
    applyExceptions(&notices)
    // Who says what a text is under has said it of the code that is known from elsewhere.
    let stated = notices.map(\.candidate).filter { !isKnownCode($0) }.map(\.severity).max() ?? .low
    return notices.map(\.candidate)
      .filter { stated == .low || !isKnownCode($0) || $0.severity > stated }
      .sorted { $0.match.lowerBound < $1.match.lowerBound }
  }

  /// An exception belongs to the notice of a GNU license beside it.
  private static func applyExceptions(_ notices: inout [Notice]) {
    var granted = Set<Int>()
    for index in notices.indices {
      guard let exception = exception(notices[index].candidate) else { continue }
      let place = notices[index].candidate.match.lowerBound
      func distance(_ other: Int) -> Int {
        abs(notices[other].candidate.match.lowerBound - place)
      }
      let neighbors = max(0, index - memory)..<min(notices.count, index + memory)
      let home = neighbors.filter {
        !notices[$0].names.isDisjoint(with: ["gpl", "lgpl", "agpl"]) && distance($0) < reach
      }.min { distance($0) < distance($1) }
      guard let home else { continue }
      notices[home].candidate.grant(exception)
      granted.insert(index)
    }
    notices = notices.indices.filter { !granted.contains($0) }.map { notices[$0] }
  }

  private static func exception(_ candidate: Candidate) -> String? {
    guard let license = candidate.license, license.expression.terms.count == 1 else { return nil }
    return LicenseTable.exception(license.expression.terms[0].id)?.id
  }

  /// What stands in the text of a license is a part of it. But a notice has much of the texts that quote
  /// it: a small share of a text in which another license is stated is that license's notice. And the
  /// text of a license that asks for little hides no other that asks for more.
  private static func withoutParts(_ candidates: [Candidate]) -> [Candidate] {
    let texts = candidates.filter(isText)
    guard !texts.isEmpty else { return candidates }
    // The text that a candidate stands in. Texts do not overlap, and candidates come in order.
    var next = 0
    let homes = candidates.map { candidate -> Int? in
      while next < texts.count, texts[next].match.upperBound <= candidate.match.lowerBound {
        next += 1
      }
      let isPart =
        next < texts.count && texts[next].match.overlaps(candidate.match) && !isText(candidate)
        && !isTag(candidate) && !isKnownCode(candidate)
      return isPart ? next : nil
    }
    var isNotice = [Bool](repeating: false, count: texts.count)
    for (candidate, home) in zip(candidates, homes) {
      guard let home, texts[home].coverage < mostlyThere else { continue }
      if isStatement(candidate, otherThan: texts[home]) { isNotice[home] = true }
    }
    let notices = Set(texts.indices.filter { isNotice[$0] }.map { texts[$0].match })
    return zip(candidates, homes).compactMap { candidate, home in
      if let home {
        return isNotice[home] || isInserted(candidate, in: texts[home]) ? candidate : nil
      }
      return isText(candidate) && notices.contains(candidate.match) ? nil : candidate
    }
  }

  /// From this share on a text is not taken for a notice of another license.
  private static let mostlyThere = 0.6

  /// It asks for more than the license does in whose text it stands, and is no part of that text.
  private static func isInserted(_ candidate: Candidate, in text: Candidate) -> Bool {
    guard text.severity == .low, candidate.severity > .low,
      isStatement(candidate, otherThan: text), let license = text.license
    else { return false }
    return !license.expression.terms.contains { LicenseTable.isOutspoken($0.id) }
  }

  private static func isStatement(_ candidate: Candidate, otherThan text: Candidate) -> Bool {
    guard let license = candidate.license, license.isStated else { return false }
    return license.expression.family != .unknown && names(candidate).isDisjoint(with: names(text))
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
    // Two tags are two statements.
    if isTag(earlier), isTag(candidate), earlier.rule.id != candidate.rule.id { return false }
    return names.isSubset(of: notice.names) || notice.names.isSubset(of: names)
  }

  /// The names of the licenses without their versions; empty where none is known.
  private static func names(_ candidate: Candidate) -> Set<String> {
    guard let license = candidate.license else { return [] }
    // A grant in words of its own names nothing.
    return Set(license.expression.terms.map { LicenseTable.name(ofID: $0.id) })
      .subtracting(["licenseref-permissive"])
  }

  private static func isText(_ candidate: Candidate) -> Bool {
    if case .recognizer(.licenseText) = candidate.rule.matcher { true } else { false }
  }

  private static func isTag(_ candidate: Candidate) -> Bool {
    switch candidate.rule.id.text {
    case "licenses/spdx-identifier", "licenses/manifest-license", "licenses/license-tag",
      "licenses/package-classifier", "licenses/manifest-license-element",
      "licenses/gnu-dual-license":
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

/// A revision of the Model Context Protocol, by the date that names it.
///
/// Up to 2025-11-25 a session opens with `initialize` (the "legacy" era); from 2026-07-28 on every
/// request says its revision in `_meta` and there is no session ("modern"). A server that speaks both
/// takes its rules from how the client opens (specification 2026-07-28, basic/versioning, "Backward
/// Compatibility with Initialization-Based Versions").
enum Revision: String, CaseIterable, Comparable, Sendable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  case july2026 = "2026-07-28"

  static func < (one: Revision, other: Revision) -> Bool { one.rawValue < other.rawValue }

  /// The revision that a client is offered whose own one is not known (2025-11-25, basic/lifecycle,
  /// "Version Negotiation").
  static let newestWithHandshake = Revision.november2025

  static let all = allCases.sorted(by: >).map(\.rawValue)
  static let modern = allCases.filter { !$0.opensWithHandshake }.sorted(by: >).map(\.rawValue)

  var opensWithHandshake: Bool { self < .july2026 }

  /// Several messages may stand in an array on one line. A server had to take them in this revision
  /// only: 2025-06-18 took them out again (its changelog, pull request 416).
  var hasBatches: Bool { self == .march2025 }

  /// Tools say whether they change anything (2025-03-26, server/tools).
  var hasAnnotations: Bool { self >= .march2025 }

  /// `structuredContent`, `outputSchema` and titles (2025-06-18, server/tools).
  var hasStructuredContent: Bool { self >= .june2025 }

  /// Arguments that a tool cannot use are told to the model, which can do better, and not to the
  /// client as a protocol error (2025-11-25, changelog: SEP-1303).
  var tellsModelOfBadArguments: Bool { self >= .november2025 }
}

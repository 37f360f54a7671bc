/// The family that a rule belongs to. It follows from the first part of the rule's id.
package enum RuleCategory: String, Sendable, CaseIterable {
  case secret
  case password
  case unsafeAPI = "unsafe-api"
  case pii
  case license
  case text
  /// What a change does to its own review.
  case gate

  /// The first part of the ids, and the folder under `rules/`.
  package var folder: String {
    switch self {
    case .secret: "secrets"
    case .password: "passwords"
    case .unsafeAPI: "unsafe-apis"
    case .pii: "pii"
    case .license: "licenses"
    case .text: "text"
    case .gate: "gate"
    }
  }

  package init?(folder: String) {
    guard let found = Self.allCases.first(where: { $0.folder == folder }) else { return nil }
    self = found
  }
}

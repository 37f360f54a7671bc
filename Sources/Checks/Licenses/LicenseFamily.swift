import Rules

/// What a license asks of those who pass the work on; decides how bad it is to find it.
package enum LicenseFamily: String, Sendable, CaseIterable {
  case publicDomain = "public domain"
  case permissive = "permissive"
  /// Not in the list of SPDX, or not understood.
  case unknown = "unknown"
  /// Changes to the files or the library stay under the license: LGPL, MPL, EPL, CDDL, EUPL.
  case weakCopyleft = "weak copyleft"
  /// For texts and data: CC BY-SA, GFDL, ODbL.
  case shareAlike = "share-alike"
  /// No commercial use, or no derived works: CC BY-NC, CC BY-ND.
  case nonCommercial = "non-commercial"
  /// The source may be read, but not used freely: BUSL, Elastic, PolyForm, FSL.
  case sourceAvailable = "source-available"
  /// No license at all for others.
  case proprietary = "proprietary"
  /// The whole program stays under the license: GPL.
  case strongCopyleft = "strong copyleft"
  /// So does a program that is only offered over a network: AGPL, SSPL, OSL.
  case networkCopyleft = "network copyleft"

  package var severity: Severity {
    switch self {
    case .publicDomain, .permissive, .unknown: .low
    case .weakCopyleft, .shareAlike, .nonCommercial: .medium
    case .sourceAvailable, .proprietary, .strongCopyleft, .networkCopyleft: .high
    }
  }

  /// What policies call it: `strong-copyleft`.
  package var category: String { rawValue.split(separator: " ").joined(separator: "-") }

  package init?(category: String) {
    guard let family = Self.allCases.first(where: { $0.category == category }) else { return nil }
    self = family
  }

  /// The order in which families bind: the later in the list of cases, the more.
  package var burden: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

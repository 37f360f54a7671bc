import LicenseTexts
import PatternEngine

/// What checks know beyond the rules.
package struct CheckData: Sendable {
  package var licenseTexts: LicenseTextIndex?

  package init() {}

  /// `licenseTexts` as `LicenseTextIndexBuilder` writes it; what cannot be read is left out.
  package init(licenseTexts: PackedBytes) {
    self.licenseTexts = LicenseTextIndex(licenseTexts)
  }
}

/// Every check there is; a new one is a line here.
package enum AllChecks {
  package static func all(_ data: CheckData = CheckData()) -> [any Check] {
    [
      SecretCheck(), PasswordCheck(), LicenseCheck(data), TextCheck(), PIICheck(), UnsafeAPICheck(),
    ]
  }
}

extension Validator {
  /// Every validator that a rule may name.
  package static let all: [Validator] = secrets + passwords + pii
}

import CopiedCode
import LicenseTexts
import PatternEngine

/// What checks know beyond the rules.
package struct CheckData: Sendable {
  package var licenseTexts: LicenseTextIndex?
  /// Indexes of code that others have written.
  package var codeIndexes: [CodeIndex] = []

  package init() {}

  /// As `LicenseTextIndexBuilder` and `CodeIndexBuilder` write them; what cannot be read is left out.
  /// Costs next to nothing.
  package init(licenseTexts: StaticString, knownCode: StaticString) {
    self.licenseTexts = LicenseTextIndex(PackedBytes(licenseTexts))
    codeIndexes = (try? CodeIndex(IndexBytes(knownCode))).map { [$0] } ?? []
  }
}

/// Every check there is; a new one is a line here.
package enum AllChecks {
  package static func all(_ data: CheckData = CheckData()) -> [any Check] {
    [
      SecretCheck(), PasswordCheck(), LicenseCheck(data), TextCheck(), PIICheck(), UnsafeAPICheck(),
      GuardCheck(),
    ]
  }
}

extension Validator {
  /// Every validator that a rule may name.
  package static let all: [Validator] = secrets + passwords + pii
}

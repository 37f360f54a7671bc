/// Every check there is; a new one is a line here.
package enum AllChecks {
  package static let all: [any Check] = [
    SecretCheck(), PasswordCheck(), LicenseCheck(), TextCheck(), PIICheck(), UnsafeAPICheck(),
  ]
}

extension Validator {
  /// Every validator that a rule may name.
  package static let all: [Validator] = secrets + passwords + pii
}

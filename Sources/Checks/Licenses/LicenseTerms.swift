/// What a notice puts a text under.
package struct LicenseTerms: Sendable, Hashable {
  package var expression: SPDXExpression
  /// The text says so of itself; otherwise it only names the license, for which nothing is decided.
  package var isStated: Bool

  package init(_ expression: SPDXExpression, isStated: Bool = true) {
    self.expression = expression
    self.isStated = isStated
  }

  init(_ license: LicenseTable.Entry, isStated: Bool = true) {
    self.init(SPDXExpression(license), isStated: isStated)
  }

  /// What a report says of them: the licenses and what the one that binds asks for.
  var evidence: [String] {
    let licenses =
      expression.terms.count > 1
      ? ["license expression \(expression.text)", "license \(expression.decisiveText)"]
      : ["license \(expression.decisiveText)"]
    return licenses + [expression.family.rawValue]
  }
}

extension Candidate {
  /// Takes over what a check found out before there was a candidate.
  mutating func take(_ recognition: Recognition) {
    confidence = recognition.confidence
    license = LicenseTerms(recognition.license)
    evidence += recognition.evidence
  }
}

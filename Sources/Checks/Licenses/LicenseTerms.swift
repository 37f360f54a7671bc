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
  /// An exception to its license was found beside it.
  mutating func grant(_ exception: String) {
    guard var terms = license else { return }
    let before = terms.expression.family
    terms.expression = terms.expression.with(exception)
    license = terms
    if terms.expression.family != before {
      severity = min(severity, terms.expression.family.severity)
    }
  }

  /// Takes over what a check found out before there was a candidate.
  mutating func take(_ recognition: Recognition) {
    confidence = recognition.confidence
    coverage = recognition.coverage
    license = recognition.license.map { LicenseTerms($0) }
    evidence += recognition.evidence
  }
}

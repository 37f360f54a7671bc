import LicenseTexts
import Rules

enum LicenseTextRecognition {
  /// The license texts of a document. Costs a look at its grams where there are none.
  static func recognitions(of index: LicenseTextIndex?, in scan: DocumentScan) -> [Recognition] {
    guard let index, LicenseStems.mayStand(in: scan.grams) else { return [] }
    return index.matches(in: scan.bytes).map { match in
      let license =
        LicenseTable.exception(match.id) ?? LicenseTable.entry(match.id)
      let share = Int((match.coverage * 100).rounded())
      var evidence = ["\(share) % of the text of \(match.id)"]
      if !match.alternatives.isEmpty {
        evidence.append("the same text as \(match.alternatives.joined(separator: ", "))")
      }
      return Recognition(
        range: match.range, confidence: match.score >= surely ? .high : .medium,
        coverage: match.coverage, license: SPDXExpression(license), evidence: evidence)
    }
  }

  /// From this score on hardly a passage is of another license.
  private static let surely = 0.6
}

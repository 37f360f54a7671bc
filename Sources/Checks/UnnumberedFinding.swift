/// A finding of an input or of a piece of one, which waits for the rest of the input: for the rows of its
/// column that other pieces have, and for those before it that have the same fingerprint.
package struct UnnumberedFinding: Sendable {
  private var finding: Finding
  /// The path that goes into the fingerprint.
  private let path: String
  /// The column that it is all of.
  private var column: ColumnRows?

  init(finding: Finding, path: String, column: ColumnRows?) {
    self.finding = finding
    self.path = path
    self.column = column
  }

  /// The findings of a whole input, from those of its pieces in their order. Linear.
  package static func identified(_ items: [UnnumberedFinding]) -> [Finding] {
    var ordinals = FingerprintOrdinals()
    return joined(items).map { item in
      var finding = item.finding
      var line = finding.snippet
      if let column = item.column, column.count > 1 {
        let phrase = column.phrase
        finding.evidence.append(phrase)
        // Whoever accepted a column has not seen the rows that are added to it.
        line += "\n" + phrase
      }
      finding.fingerprint = ordinals.fingerprint(
        of: Fingerprint.Key(rule: finding.rule, path: item.path, line: line))
      return finding
    }
  }

  /// Puts the rows of one column that lie in several pieces together.
  private static func joined(_ items: [UnnumberedFinding]) -> [UnnumberedFinding] {
    var told: [ColumnRows.Key: Int] = [:]
    var result: [UnnumberedFinding] = []
    result.reserveCapacity(items.count)
    for item in items {
      guard let column = item.column, let first = told[column.key] else {
        if let column = item.column { told[column.key] = result.count }
        result.append(item)
        continue
      }
      result[first].take(item, column)
    }
    return result
  }

  /// Goes on to the end of another finding of the same column, and is as bad as it.
  private mutating func take(_ other: UnnumberedFinding, _ rows: ColumnRows) {
    column?.count += rows.count
    if (other.finding.severity, other.finding.confidence)
      > (finding.severity, finding.confidence)
    {
      finding.severity = other.finding.severity
      finding.confidence = other.finding.confidence
      finding.evidence = other.finding.evidence
    }
    let start = finding.region.byteOffset
    let end = other.finding.region.byteOffset + other.finding.region.byteLength
    finding.region.endLine = other.finding.region.endLine
    finding.region.endColumn = other.finding.region.endColumn
    finding.region.byteLength = end - start
  }
}

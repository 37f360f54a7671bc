extension FindingAssembly {
  /// What is found in a column, as one. Of like findings the strongest speaks for all; a column has one
  /// finding for each kind of data, and one for its notes.
  func columnsTold(
    _ items: [Placed], _ hits: [Scanner.Hit], _ redaction: Redaction
  ) -> [Placed] {
    guard items.count(where: { hits[$0.hit].candidate.rule.category == .pii }) > 1 else {
      return items
    }
    var finders: [Int: DataColumns] = [:]
    var told: [Int: [ColumnRows.Key: Int]] = [:]
    var result: [Placed] = []
    for item in items {
      let hit = hits[item.hit]
      let column =
        hit.candidate.rule.category == .pii && !hit.isHidden
        ? finders[hit.scan.number, default: DataColumns(hit.scan)].column(of: hit.candidate.value)
        : nil
      guard let column else {
        result.append(item)
        continue
      }
      let isNote = hit.candidate.severity == .low
      let key = ColumnRows.Key(
        within: hit.scan.document.within(at: column.name.lowerBound), place: column.place,
        kind: hit.candidate.title, isNote: isNote)
      guard let first = told[hit.scan.number]?[key], var rows = result[first].column else {
        told[hit.scan.number, default: [:]][key] = result.count
        let isShown = !redaction.masks(hit.scan.document.positions.outer(column.name))
        result.append(item)
        result[result.count - 1].column = ColumnRows(
          key: key, name: isShown ? hit.scan.text(column.name) : "…", first: item.range,
          lastRow: column.row)
        continue
      }
      if rows.lastRow != column.row {
        rows.count += 1
        rows.lastRow = column.row
      }
      let range =
        result[first].range
        .lowerBound..<max(
          result[first].range.upperBound, item.range.upperBound)
      if isStronger(item, than: result[first], hits) { result[first].hit = item.hit }
      result[first].range = range
      result[first].column = rows
    }
    return result
  }
}

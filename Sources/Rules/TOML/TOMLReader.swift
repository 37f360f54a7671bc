/// Takes values out of a TOML document and gathers everything that is wrong with them.
///
/// Each function gives nil for a missing entry, and for a wrong one after it has reported it.
package struct TOMLReader {
  package let document: TOMLDocument
  /// Those of the syntax first.
  package private(set) var faults: [TOMLFault]

  package init(_ document: TOMLDocument) {
    self.document = document
    faults = document.faults
  }

  package mutating func report(_ message: String, at offset: Int, note: String? = nil) {
    faults.append(document.fault(at: offset, message, note: note))
  }

  /// Reports a key that does not belong there.
  package mutating func reportUnknown(
    _ entry: TOMLEntry, in place: String, known: some Sequence<String>
  ) {
    let known = Array(known)
    let note = nearest(to: entry.key, in: known).map { "did you mean `\($0)`?" }
    report(
      "unknown key `\(entry.key)` in \(place)"
        + (note == nil ? "; it may have \(known.joined(separator: ", "))" : ""),
      at: entry.keyOffset, note: note)
  }

  /// Reports the keys of a table that do not belong there.
  package mutating func checkKeys(of table: TOMLTable, in place: String, known: [String]) {
    for entry in table.entries where !known.contains(entry.key) {
      reportUnknown(entry, in: place, known: known)
    }
  }

  private mutating func reportKind(_ wanted: String, _ name: String, _ item: TOMLItem) {
    report("`\(name)` must be \(wanted), not \(item.value.kind)", at: item.start)
  }

  /// A string that is not empty.
  package mutating func string(_ entry: TOMLEntry?) -> String? {
    guard let entry else { return nil }
    return string(entry.item, named: entry.key)
  }

  private mutating func string(_ item: TOMLItem, named name: String) -> String? {
    guard case .string(let text) = item.value else {
      reportKind("a string", name, item)
      return nil
    }
    guard !text.isEmpty else {
      report("`\(name)` must not be empty", at: item.start)
      return nil
    }
    return text
  }

  /// The strings of an array, none of them empty, each with its place.
  package mutating func strings(_ entry: TOMLEntry?) -> [(text: String, item: TOMLItem)]? {
    guard let entry else { return nil }
    guard case .array(let items) = entry.value else {
      reportKind("an array of strings", entry.key, entry.item)
      return nil
    }
    var found: [(text: String, item: TOMLItem)] = []
    found.reserveCapacity(items.count)
    for item in items {
      if let text = string(item, named: entry.key) { found.append((text, item)) }
    }
    return found
  }

  package mutating func boolean(_ entry: TOMLEntry?) -> Bool? {
    guard let entry else { return nil }
    guard case .boolean(let value) = entry.value else {
      reportKind("true or false", entry.key, entry.item)
      return nil
    }
    return value
  }

  package mutating func integer(_ entry: TOMLEntry?, in range: ClosedRange<Int>) -> Int? {
    guard let entry else { return nil }
    guard case .integer(let value) = entry.value else {
      reportKind("an integer", entry.key, entry.item)
      return nil
    }
    guard let value = Int(exactly: value), range.contains(value) else {
      report(
        "`\(entry.key)` must lie between \(range.lowerBound) and \(range.upperBound)",
        at: entry.item.start)
      return nil
    }
    return value
  }

  package mutating func number(_ entry: TOMLEntry?, in range: ClosedRange<Double>) -> Double? {
    guard let entry else { return nil }
    let number: Double
    switch entry.value {
    case .integer(let value): number = Double(value)
    case .float(let value): number = value
    case .string, .boolean, .dateTime, .array, .table, .tables:
      reportKind("a number", entry.key, entry.item)
      return nil
    }
    guard range.contains(number) else {
      report(
        "`\(entry.key)` must lie between \(range.lowerBound) and \(range.upperBound)",
        at: entry.item.start)
      return nil
    }
    return number
  }

  package mutating func table(_ entry: TOMLEntry?) -> TOMLTable? {
    guard let entry else { return nil }
    guard let table = document.table(entry.item) else {
      reportKind("a table", entry.key, entry.item)
      return nil
    }
    return table
  }

  package mutating func tables(_ entry: TOMLEntry?) -> [TOMLTable]? {
    guard let entry else { return nil }
    guard let tables = document.tables(entry.item) else {
      report(
        "`\(entry.key)` must be an array of tables, written as [[\(entry.key)]]",
        at: entry.keyOffset)
      return nil
    }
    return tables
  }

  /// One word out of a fixed list.
  package mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ entry: TOMLEntry?, _ type: Choice.Type = Choice.self
  ) -> Choice? {
    guard let entry, let word = string(entry) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    report(
      "unknown \(entry.key) `\(word)`; it is one of \(known.joined(separator: ", "))",
      at: entry.item.start, note: nearest(to: word, in: known).map { "did you mean `\($0)`?" })
    return nil
  }

  /// Reports a word that is not in a list of names.
  package mutating func checkName(
    _ name: (text: String, item: TOMLItem), of kind: String, known: some Collection<String>
  ) {
    guard !known.contains(name.text) else { return }
    report(
      "unknown \(kind) `\(name.text)`", at: name.item.start,
      note: nearest(to: name.text, in: known.sorted()).map { "did you mean `\($0)`?" })
  }
}

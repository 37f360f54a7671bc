/// Finds the password in a row of a Markdown or CSV table by the names of the columns.
enum TableRow {
  /// The bytes of the cell in the column that is named after passwords; nil where the lines have not the
  /// same columns.
  static func password(columns: [UInt8], row: [UInt8]) -> Range<Int>? {
    for mark in [UInt8(ascii: "|"), UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")] {
      let names = cells(of: columns, by: mark)
      guard names.count >= 2 else { continue }
      let values = cells(of: row, by: mark)
      // The pattern may have cut the names off at the front, never at the end.
      guard values.count >= names.count, values.count <= names.count + 12 else { continue }
      guard
        let place = names.lastIndex(where: {
          CredentialName(Array(columns[$0])).password == .strong && columns[$0].count <= 40
        })
      else { return nil }
      let cell = values[values.count - (names.count - place)]
      return cell.isEmpty ? nil : cell
    }
    return nil
  }

  /// The cells without the white space, quotes and code marks around them.
  private static func cells(of line: [UInt8], by mark: UInt8) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in 0...line.count where index == line.count || line[index] == mark {
      var low = start
      var high = index
      while low < high, isPadding(line[low]) { low += 1 }
      while high > low, isPadding(line[high - 1]) { high -= 1 }
      result.append(low..<high)
      start = index + 1
    }
    return result
  }

  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == UInt8(ascii: "`")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "*")
  }
}

/// Finds the password among the values of an SQL row.
enum InsertedRow {
  /// The bytes of the literal (without its quotes) in the column that holds passwords; nil where that
  /// column has no literal or a hash. `row` starts at its parenthesis.
  static func password(columns: [UInt8], row: [UInt8]) -> Range<Int>? {
    guard let place = column(of: columns) else { return nil }
    var column = 0
    var index = 1
    while index < row.count {
      let byte = row[index]
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        let start = index + 1
        var end = start
        while end < row.count, row[end] != byte { end += 1 }
        if column == place { return isHash(row[start..<end]) ? nil : start..<end }
        index = end
      } else if byte == UInt8(ascii: ",") {
        if column == place { return nil }
        column += 1
      }
      index += 1
    }
    return nil
  }

  /// The number of the first column that is named after passwords.
  static func column(of columns: [UInt8]) -> Int? {
    columns.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).firstIndex {
      CredentialName(Array($0)).password == .strong
    }
  }

  /// A hash, or a text that code builds (`" + name + "`).
  private static func isHash(_ value: ArraySlice<UInt8>) -> Bool {
    let shape = ValueShape(Array(value))
    if Placeholder.contains(Array(value), " + ") || Placeholder.contains(Array(value), "||") {
      return true
    }
    return shape.isHex && shape.count >= 32 || value.first == UInt8(ascii: "$") && shape.count >= 30
      || value.first == UInt8(ascii: "{") || shape.count >= 60 && shape.spaces == 0
  }
}

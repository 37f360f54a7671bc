/// Dates in the middle of Central American numbers, which name no century.
enum DayMonthYear {
  static func isDate(_ digits: ArraySlice<Int>) -> Bool {
    let first = digits.startIndex
    return Identifier.isDate(
      year: Identifier.number(digits[(first + 4)..<(first + 6)]),
      month: Identifier.number(digits[(first + 2)..<(first + 4)]),
      day: Identifier.number(digits[first..<(first + 2)]))
  }
}

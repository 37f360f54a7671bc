/// Numbers that reach nobody: those that regulators keep for film, print and tests, and digits that
/// somebody made up to fill a field.
enum ReservedNumbers {
  /// What is said of a number that reaches nobody.
  static let fictional = Judgement.documented("kept for fiction")

  /// Whether the plan keeps a number for fiction.
  static func isFictional(_ national: [Int], callingCode: Int) -> Bool {
    beginnings[callingCode]?.contains(where: national.starts) ?? false
  }

  /// Whether any plan keeps a number for fiction.
  static func isFictional(_ national: [Int]) -> Bool {
    beginnings.values.contains { $0.contains(where: national.starts) }
  }

  /// What the North American plan says of ten digits; nil for an ordinary number.
  ///
  /// 555-0100 to 555-0199 are kept for fiction (ATIS-0300115); the rest of exchange 555 is no
  /// subscriber's either.
  static func northAmerican(_ digits: [Int]) -> Judgement? {
    guard digits[0] >= 2, digits[3] >= 2 else { return nil }
    if digits[3..<6] == [5, 5, 5] || digits[..<3] == [5, 5, 5] {
      return digits[6] == 0 && digits[7] == 1 ? fictional : .documented("exchange 555")
    }
    if digits[0] == 8, digits[1] == digits[2] || digits[1...2] == [0, 0] {
      return .documented("toll-free number")
    }
    return nil
  }

  /// Digits that count up, or the same three twice.
  static func isPlaceholder(_ digits: [Int]) -> Bool {
    Identifier.isPlaceholder(digits)
      || digits.indices.contains { place in madeUp.contains(where: digits[place...].starts) }
  }

  private static let madeUp = digitLists("12345 123123 98765 000000 111111 99999")

  private static func digitLists(_ text: String) -> [[Int]] {
    text.split(separator: " ").map { $0.utf8.map { Int($0) - 0x30 } }
  }

  /// Beginnings of national numbers, by calling code: Ofcom, ACMA, Arcep, Bundesnetzagentur, PTS and
  /// ComReg publish what they keep for film and print; of China the best-known sample number.
  private static let beginnings: [Int: [[Int]]] = [
    44: """
    7700900 1632960 2079460 1134960 1144960 1154960 1164960 1174960 1184960 1214960 1314960 1414960 \
    1514960 1614960 1914980 2890180 2896496 2920180 8081570 9098790 3069990
    """,
    61: """
    49157 25550 27010 35550 37010 75550 77010 85550 87010 1800160401 180097570 180097571 130097570 \
    130097571
    """,
    33: "19900 26191 35301 46571 53649 63998 80000",
    49: """
    3023125 4066969 2214710 8999998 6990009 1522881738 1522889545 1525459937 1713920 1729968 1734809 \
    1749464 17600000 17604069
    """,
    46: "3139006 4062804 8465004 9803192 7017406",
    353: "2091",
    86: "13800138",
  ].mapValues(digitLists)
}

/// A birth date behind its label: a day between 1900 and 2030, written with numbers in any usual
/// order (ISO 8601, or as countries have it) or with the month's name.
enum BirthDate {
  static let validator = Validator.identifier("birth-date", template: "c-m-d", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    var numbers: [Int] = []
    var widths: [Int] = []
    var current: Int?
    var hasWord = false
    for byte in value + [0x20] {
      if byte.isASCIIDigit {
        if current == nil { widths.append(0) }
        current = (current ?? 0) &* 10 &+ Int(byte - 0x30)
        widths[widths.count - 1] += 1
      } else {
        if let number = current { numbers.append(number) }
        current = nil
        if byte.isASCIILetter || byte >= 0x80 { hasWord = true }
      }
    }
    guard widths.allSatisfy({ $0 <= 8 }) else { return .refuted }
    if numbers.count == 1, widths[0] == 8 {
      numbers = [numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100]
    }
    // 日 and 일 may be followed by a time; only the first three numbers are the date.
    if hasWord, numbers.count == 2 {
      guard let year = numbers.first(where: isYear), let day = numbers.first(where: { $0 != year }),
        (1...31).contains(day)
      else { return .refuted }
      return .plausible("date of a living person's birth")
    }
    guard numbers.count >= 3 else { return .refuted }
    let (first, second, third) = (numbers[0], numbers[1], numbers[2])
    if isYear(first) {
      guard isDay(first, second, third) else { return .refuted }
      return isFiller(first, second, third)
    }
    guard isYear(third) || third < 100 else { return .refuted }
    guard isDay(third, second, first) || isDay(third, first, second) else { return .refuted }
    return isFiller(third, second, first)
  }

  private static func isFiller(_ year: Int, _ month: Int, _ day: Int) -> Judgement {
    // What forms and tests hold for want of a date.
    if month == 1, day == 1, [1900, 1970, 1980, 1990, 2000].contains(year) {
      return .documented("placeholder date")
    }
    return .plausible("plausible birth date")
  }

  private static func isYear(_ number: Int) -> Bool { (1900...2030).contains(number) }

  private static func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    Identifier.isDate(year: year, month: month, day: day)
  }
}

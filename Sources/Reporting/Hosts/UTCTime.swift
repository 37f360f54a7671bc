/// A point in time as `2026-01-31T23:59:59`, in UTC.
struct UTCTime: CustomStringConvertible {
  let year, month, day, hour, minute, second: Int

  /// From the seconds since 1970-01-01T00:00:00 UTC, as POSIX counts them: without leap seconds.
  init(unixSeconds: Int) {
    let secondOfDay = unixSeconds.modulo(86_400)
    hour = secondOfDay / 3_600
    minute = secondOfDay / 60 % 60
    second = secondOfDay % 60
    // Days are counted from 0000-03-01, so that the leap day is the last of its year; 400 years of
    // the Gregorian calendar always have 146,097 days.
    let days = (unixSeconds - secondOfDay) / 86_400 + 719_468
    let dayOfEra = days.modulo(146_097)
    let era = (days - dayOfEra) / 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    // From March, months have 31, 30, 31, 30, 31 days, and again: 153 in five.
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
  }

  var description: String {
    "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
      + "T\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
  }
}

extension Int {
  /// At least `width` digits, filled with zeros.
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
  }

  /// The remainder that is never negative.
  fileprivate func modulo(_ divisor: Int) -> Int {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

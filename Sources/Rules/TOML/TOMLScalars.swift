// Numbers, booleans, dates and times. All of them are one run of letters, digits and marks (a date
// and its time may be parted by one blank), so the run is taken first and judged as a whole.

extension TOMLParser {
  mutating func parseScalar() throws(TOMLProblem) -> TOMLValue {
    let start = index
    takeRun()
    guard index > start else {
      throw fails("expected a value", note: "strings stand in quotes")
    }
    if isDate(at: start), index - start == 10, index + 1 < bytes.count, bytes[index] == 0x20,
      bytes[index + 1].isDigit
    {
      index += 1
      takeRun()
    }
    let run = bytes[start..<index]
    if isDate(at: start) || (run.count >= 3 && run[start + 2] == UInt8(ascii: ":")) {
      guard let value = TOMLDateTime(run) else {
        throw fails("not a date or time (RFC 3339, such as 2026-01-31 or 07:30:00)", at: start)
      }
      return .dateTime(value)
    }
    let word = String(decoding: run, as: UTF8.self)
    switch word {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "inf", "+inf": return .float(.infinity)
    case "-inf": return .float(-.infinity)
    case "nan", "+nan", "-nan": return .float(.nan)
    default: break
    }
    guard let first = run.first,
      first.isDigit || first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
        || first == UInt8(ascii: ".")
    else {
      throw fails("expected a value", at: start, note: "strings stand in quotes")
    }
    return try number(word, at: start)
  }

  private mutating func takeRun() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
        index += 1
      default: return
      }
    }
  }

  private func isDate(at start: Int) -> Bool {
    index - start >= 5 && bytes[start + 4] == UInt8(ascii: "-")
      && bytes[start..<start + 4].allSatisfy(\.isDigit)
  }

  private func number(_ word: String, at start: Int) throws(TOMLProblem) -> TOMLValue {
    let digits = Array(word.utf8)
    let isHexadecimal = word.hasPrefix("0x")
    // An underscore stands between two digits.
    for place in digits.indices where digits[place] == UInt8(ascii: "_") {
      guard place > 0, place + 1 < digits.count,
        [digits[place - 1], digits[place + 1]].allSatisfy({
          isHexadecimal ? $0.isHexDigit : $0.isDigit
        })
      else { throw fails("an underscore in a number must stand between digits", at: start) }
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] where word.hasPrefix(prefix) {
      let body = digits.dropFirst(2)
      guard let first = body.first, first != UInt8(ascii: "_"), first.isHexDigit else { break }
      let plain = String(decoding: body.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
      guard plain.utf8.allSatisfy(\.isHexDigit) else { break }
      guard let value = Int64(plain, radix: radix) else {
        throw fails("not an integer of 64 bits with base \(radix)", at: start)
      }
      return .integer(value)
    }
    var rest = digits[...]
    if let sign = rest.first, !sign.isDigit { rest = rest.dropFirst() }
    let whole = rest.prefix { $0.isDigit || $0 == UInt8(ascii: "_") }
    guard let leading = whole.first, leading != UInt8(ascii: "_") else {
      throw fails("not a number", at: start)
    }
    guard whole.count == 1 || leading != UInt8(ascii: "0") else {
      throw fails("a number must not begin with zeros", at: start)
    }
    let plain = String(decoding: digits.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty {
      guard let value = Int64(plain) else {
        throw fails("the integer does not fit into 64 bits", at: start)
      }
      return .integer(value)
    }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { $0.isDigit || $0 == UInt8(ascii: "_") }
      guard let first = fraction.first, first.isDigit, digits[fraction.endIndex - 1].isDigit else {
        throw fails("a decimal point needs digits on both sides", at: start)
      }
      rest = rest.dropFirst(1 + fraction.count)
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      let power = rest.prefix { $0.isDigit || $0 == UInt8(ascii: "_") }
      guard let first = power.first, first.isDigit else { throw fails("not a number", at: start) }
      rest = rest.dropFirst(power.count)
    }
    guard rest.isEmpty, let value = Double(plain) else { throw fails("not a number", at: start) }
    return .float(value)
  }
}

extension TOMLDateTime {
  /// Nil unless it is a date, a time or both as RFC 3339 writes them, and one that exists.
  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    if rest.count >= 3, rest[rest.startIndex + 2] != UInt8(ascii: ":") {
      guard let year = Self.take(4, &rest), Self.take("-", &rest), let month = Self.take(2, &rest),
        Self.take("-", &rest), let day = Self.take(2, &rest), (1...12).contains(month)
      else { return nil }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard (1...days[month - 1]).contains(day) else { return nil }
      date = Date(year: year, month: month, day: day)
      if rest.isEmpty { return }
      guard Self.take("T", &rest) || Self.take("t", &rest) || Self.take(" ", &rest) else {
        return nil
      }
    }
    guard let hour = Self.take(2, &rest), Self.take(":", &rest), let minute = Self.take(2, &rest),
      Self.take(":", &rest), let second = Self.take(2, &rest), hour < 24, minute < 60, second <= 60
    else { return nil }
    var nanosecond = 0
    if Self.take(".", &rest) {
      let digits = rest.prefix(while: \.isDigit)
      guard !digits.isEmpty else { return nil }
      for place in 0..<9 {
        nanosecond *= 10
        if place < digits.count { nanosecond += Int(digits[digits.startIndex + place] &- 0x30) }
      }
      rest = rest.dropFirst(digits.count)
    }
    time = Time(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
    if rest.isEmpty { return }
    guard date != nil else { return nil }
    if Self.take("Z", &rest) || Self.take("z", &rest) {
      offset = 0
    } else {
      let isWest = rest.first == UInt8(ascii: "-")
      guard Self.take("+", &rest) || Self.take("-", &rest), let hours = Self.take(2, &rest),
        Self.take(":", &rest), let minutes = Self.take(2, &rest), hours < 24, minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (isWest ? -1 : 1)
    }
    guard rest.isEmpty else { return nil }
  }

  /// Takes so many digits off the front.
  private static func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  /// Takes a mark off the front, if it stands there.
  private static func take(_ mark: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: mark) else { return false }
    rest = rest.dropFirst()
    return true
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
}

/// Reads amounts as people type them.
enum Quantity {
  /// Bytes: `4096`, `500KB` (1000 each step), `512K`, `512KiB` (1024 each step); nil if it is none,
  /// is 0 or is more than an `Int` holds.
  static func bytes(_ text: String) -> Int? {
    guard let (number, unit) = split(text), number > 0 else { return nil }
    let factor: Int
    switch unit.uppercased() {
    case "", "B": factor = 1
    case "K", "KIB": factor = 1 << 10
    case "M", "MIB": factor = 1 << 20
    case "G", "GIB": factor = 1 << 30
    case "KB": factor = 1000
    case "MB": factor = 1_000_000
    case "GB": factor = 1_000_000_000
    default: return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : bytes
  }

  /// A time: `500ms`, `30s`, `2m`, `1h`; a bare number counts seconds. Nil if it is none, is 0 or is
  /// more than a year.
  static func duration(_ text: String) -> Duration? {
    guard let (number, unit) = split(text), number > 0 else { return nil }
    let year = 365 * 24 * 3600
    switch unit {
    case "ms": return number <= year * 1000 ? .milliseconds(number) : nil
    case "", "s": return number <= year ? .seconds(number) : nil
    case "m": return number <= year / 60 ? .seconds(number * 60) : nil
    case "h": return number <= year / 3600 ? .seconds(number * 3600) : nil
    default: return nil
    }
  }

  private static func split(_ text: String) -> (number: Int, unit: String)? {
    let digits = text.prefix { "0"..."9" ~= $0 }
    guard let number = Int(digits) else { return nil }
    return (number, String(text.dropFirst(digits.count)))
  }
}

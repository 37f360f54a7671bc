/// Sizes and times as people write them, in policies and on the command line.
package enum Quantity {
  /// `4096`, `512KB`, `10MB`, `1GiB`: bytes; K, M and G are powers of 1000, Ki, Mi and Gi of 1024.
  package static func bytes(_ text: String) -> Int? {
    value(
      text,
      units: [
        "": 1, "b": 1, "k": 1000, "kb": 1000, "m": 1_000_000, "mb": 1_000_000, "g": 1_000_000_000,
        "gb": 1_000_000_000, "ki": 1 << 10, "kib": 1 << 10, "mi": 1 << 20, "mib": 1 << 20,
        "gi": 1 << 30, "gib": 1 << 30,
      ])
  }

  /// `500ms`, `30s`, `2m`, `1h`: milliseconds; a bare number counts seconds.
  package static func milliseconds(_ text: String) -> Int? {
    value(text, units: ["": 1000, "ms": 1, "s": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000])
  }

  /// A positive whole number with a unit; nil for anything else, also what does not fit an `Int`.
  private static func value(_ text: String, units: [String: Int]) -> Int? {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard let number = Int(String(Substring(digits))), number > 0 else { return nil }
    var rest = text.utf8.dropFirst(digits.count)
    if rest.first == UInt8(ascii: " ") { rest = rest.dropFirst() }
    guard let unit = units[String(Substring(rest)).lowercased()] else { return nil }
    let (product, overflows) = number.multipliedReportingOverflow(by: unit)
    return overflows ? nil : product
  }
}

import SourceText

extension String {
  /// The text in lines of at most `width` columns, broken at spaces; a word that is longer than a
  /// line stands alone and is not broken, so that it can be copied.
  package func wrapped(to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in split(separator: " ") {
      let columns = String(word).columns
      if used > 0, used + 1 + columns > width {
        lines.append(line)
        line = ""
        used = 0
      }
      if used > 0 {
        line += " "
        used += 1
      }
      line += word
      used += columns
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }
}

/// `1 note`, `2 notes`.
package func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
  "\(count) " + (count == 1 ? one : many ?? one + "s")
}

/// Bytes for people, in decimal units (SI): `812 bytes`, `4.7 KB`, `48 KB`.
package func byteSize(_ bytes: Int) -> String {
  guard bytes >= 1000 else { return counted(bytes, "byte") }
  var size = 1000
  for unit in ["KB", "MB"] {
    if let text = rounded(bytes, to: size, unit) { return text }
    size *= 1000
  }
  return rounded(bytes, to: size, "GB") ?? "\((bytes + size / 2) / size) GB"
}

/// Nil where it makes 1000 of the unit or more.
private func rounded(_ bytes: Int, to size: Int, _ unit: String) -> String? {
  let (tenth, half) = (size / 10, size / 2)
  let tenths = (bytes / tenth) + (bytes % tenth >= tenth / 2 ? 1 : 0)
  if tenths < 100 { return "\(tenths / 10).\(tenths % 10) \(unit)" }
  let whole = bytes / size + (bytes % size >= half ? 1 : 0)
  return whole < 1000 ? "\(whole) \(unit)" : nil
}

import SourceText

/// Writes XML 1.0 as UTF-8, from the outside in, without holding the elements.
///
/// Every text is escaped here. What XML cannot hold, and what could deceive a reader, is shown by
/// its number, as `\u{1B}`; only line feeds that the caller means stay in a text.
struct XMLWriter {
  /// What was written since the last ``take()``.
  private(set) var bytes = Array(#"<?xml version="1.0" encoding="UTF-8"?>"#.utf8) + [0x0A]
  private var level = 0

  /// Hands over what was written so far; the next piece continues after it.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  /// An empty element.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    begin(name, attributes)
    append("/>\n")
  }

  /// An element with elements in it, each on a line of its own.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>,
    elements: (inout XMLWriter) throws -> Void
  ) rethrows {
    begin(name, attributes)
    append(">\n")
    level += 1
    try elements(&self)
    level -= 1
    indent()
    append("</\(name)>\n")
  }

  /// An element with text in it, and nothing around the text.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>,
    lines: (inout XMLWriter) throws -> Void
  ) rethrows {
    begin(name, attributes)
    append(">")
    try lines(&self)
    append("</\(name)>\n")
  }

  /// A line of text; what breaks lines within it is made visible.
  mutating func line(_ text: String) {
    escape(text)
    bytes.append(0x0A)
  }

  private mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    append("<\(name)")
    for (key, value) in attributes {
      append(" \(key)=\"")
      escape(value)
      append("\"")
    }
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func escape(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "'": append("&apos;")
      case "\u{FFFE}", "\u{FFFF}":
        append("\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
      default:
        if scalar.isDeceptive {
          append(scalar.visible)
        } else {
          bytes.append(contentsOf: scalar.utf8)
        }
      }
    }
  }
}

import SourceText

/// Writes HTML as UTF-8. Markup can only be what is written out in the program: everything that is
/// known when it runs goes through ``text(_:)``.
struct HTMLWriter {
  /// What was written since the last ``take()``.
  private(set) var bytes: [UInt8] = []

  /// Hands over what was written so far.
  mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Text between tags or in a quoted attribute; what deceives the eye is shown by its number.
  mutating func text(_ text: String) {
    for byte in text.madeVisible.utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      default: bytes.append(byte)
      }
    }
  }

  mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  /// A number for people: `4,211`.
  mutating func count(_ number: Int) { bytes.append(contentsOf: grouped(number).utf8) }

  /// `text` in an element; `open` and `close` are its tags.
  mutating func element(_ open: StaticString, _ text: String, _ close: StaticString) {
    markup(open)
    self.text(text)
    markup(close)
  }
}

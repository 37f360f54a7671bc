import SourceText

/// Writes JSON (RFC 8259) as UTF-8, from the outside in, without holding the values.
///
/// Keys must come in ascending order of their bytes, which is checked: so that the same values
/// always give the same bytes. Nesting is the caller's; the writer holds one entry a level.
package struct JSONWriter: Sendable {
  package enum Layout: Sendable {
    /// Every member on a line of its own, two spaces a level.
    case pretty
    /// No white space at all.
    case compact
  }

  /// What was written since the last ``take()``.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var levels: [Level] = []

  private struct Level {
    var isEmpty = true
    var lastKey: String?
    /// A key was written and waits for its value.
    var awaitsValue = false
  }

  package init(_ layout: Layout) { self.layout = layout }

  /// Hands over what was written so far; the next value continues after it.
  package mutating func take() -> [UInt8] {
    let taken = bytes
    bytes.removeAll(keepingCapacity: true)
    return taken
  }

  /// Ends a line, between values of a stream.
  package mutating func endLine() { bytes.append(0x0A) }

  package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
    try nest("{", "}", members)
  }

  package mutating func array(_ elements: (inout JSONWriter) throws -> Void) rethrows {
    try nest("[", "]", elements)
  }

  package mutating func key(_ key: String) {
    let level = levels.count - 1
    precondition(level >= 0 && !levels[level].awaitsValue, "a key where a value belongs")
    if let last = levels[level].lastKey {
      precondition(last.utf8.lexicographicallyPrecedes(key.utf8), "\(key) after \(last)")
    }
    separate()
    levels[level].lastKey = key
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .pretty { bytes.append(UInt8(ascii: " ")) }
    levels[level].awaitsValue = true
  }

  package mutating func string(_ value: String) {
    beginValue()
    quote(value)
  }

  package mutating func integer(_ value: Int) {
    beginValue()
    bytes.append(contentsOf: String(value).utf8)
  }

  package mutating func boolean(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// A value that is JSON already, on one line; it is not looked at.
  package mutating func verbatim(_ json: some Collection<UInt8>) {
    beginValue()
    bytes += json
  }

  package mutating func member(_ key: String, _ value: String) {
    self.key(key)
    string(value)
  }

  package mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    integer(value)
  }

  package mutating func member(_ key: String, _ value: Bool) {
    self.key(key)
    boolean(value)
  }

  package mutating func member(_ key: String, _ values: [String]) {
    self.key(key)
    array { json in for value in values { json.string(value) } }
  }

  private mutating func nest(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar,
    _ body: (inout JSONWriter) throws -> Void
  ) rethrows {
    beginValue()
    bytes.append(UInt8(ascii: open))
    levels.append(Level())
    try body(&self)
    let level = levels.removeLast()
    precondition(!level.awaitsValue, "a key without a value")
    if !level.isEmpty { breakLine() }
    bytes.append(UInt8(ascii: close))
  }

  private mutating func beginValue() {
    guard let level = levels.indices.last else { return }
    if levels[level].awaitsValue {
      levels[level].awaitsValue = false
    } else {
      precondition(levels[level].lastKey == nil, "a value without a key")
      separate()
    }
  }

  private mutating func separate() {
    let level = levels.count - 1
    if !levels[level].isEmpty { bytes.append(UInt8(ascii: ",")) }
    levels[level].isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    guard layout == .pretty else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * levels.count))
  }

  // What JSON demands is escaped, and what a terminal or a reader's eye could be deceived by: the
  // value is the same, and `cat report.json` is safe.
  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes += [0x5C, 0x22]
      case "\\": bytes += [0x5C, 0x5C]
      case "\n": bytes += [0x5C, UInt8(ascii: "n")]
      case "\r": bytes += [0x5C, UInt8(ascii: "r")]
      case "\t": bytes += [0x5C, UInt8(ascii: "t")]
      case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      default:
        if scalar.isDeceptive {
          for unit in scalar.utf16 { escape(unit) }
        } else {
          bytes.append(contentsOf: scalar.utf8)
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ unit: UInt16) {
    bytes += [0x5C, UInt8(ascii: "u")]
    for shift in stride(from: 12, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: (unit >> UInt16(shift)) & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}

import JSON

/// What a client calls its request; the answer carries it as it was written.
struct RequestID: Hashable, Sendable {
  let written: [UInt8]
  /// A string by what it says, so that its escapes do not matter; a number as it is written.
  private let key: [UInt8]
  private let isString: Bool

  /// Nil for what is neither a string nor a number: `null` is none in this protocol (specification
  /// 2026-07-28, basic/index, "Requests").
  init?(_ value: JSONText.Value) {
    written = Array(value.written)
    if let string = value.utf8 {
      key = string
      isString = true
    } else if let first = written.first, first == 0x2D || 0x30...0x39 ~= first {
      key = written
      isString = false
    } else {
      return nil
    }
  }

  static func == (one: RequestID, other: RequestID) -> Bool {
    one.isString == other.isString && one.key == other.key
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(isString)
    hasher.combine(key)
  }
}

extension [UInt8] {
  /// Appends a scalar as UTF-8, one that is none as U+FFFD; the number of bytes.
  @discardableResult
  package mutating func appendScalar(_ value: UInt32) -> Int {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    let before = count
    append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    return count - before
  }
}

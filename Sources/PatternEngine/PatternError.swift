/// What is wrong with a pattern, and where.
package struct PatternError: Error, Sendable, Hashable {
  /// Lower case, without a full stop.
  package let message: String
  /// The byte of the pattern's UTF-8 that the fault is at, from 0.
  package let offset: Int

  package init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

/// Where a pattern was found.
package struct Match: Sendable, Hashable {
  /// The pattern's place in its set.
  package var pattern: Int
  /// Bytes of the text, from 0.
  package var range: Range<Int>
  /// The groups by index, the whole match first; nil for one that took no part.
  package var groups: [Range<Int>?]

  package init(pattern: Int, range: Range<Int>, groups: [Range<Int>?]) {
    self.pattern = pattern
    self.range = range
    self.groups = groups
  }
}

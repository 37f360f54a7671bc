/// A license whose text stands in a document, whole or in part.
package struct LicenseTextMatch: Sendable, Equatable {
  /// Its SPDX identifier, the one in use where several have this text.
  package var id: String
  /// Other identifiers of the same text: deprecated ones, and those that differ in what is said
  /// about the text (`-or-later`).
  package var alternatives: [String]
  /// How sure it is, from 0 to 1: how closely the passage follows the license, and how much of it
  /// there is.
  package var score: Double
  /// The share of the license's text that is there, from 0 to 1.
  package var coverage: Double
  /// Bytes of the document, from the first to the last word that belongs to the license.
  package var range: Range<Int>

  package init(
    id: String, alternatives: [String], score: Double, coverage: Double, range: Range<Int>
  ) {
    self.id = id
    self.alternatives = alternatives
    self.score = score
    self.coverage = coverage
    self.range = range
  }
}

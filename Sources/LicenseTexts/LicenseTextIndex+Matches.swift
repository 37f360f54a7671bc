import PatternEngine

extension LicenseTextIndex {
  /// The license texts that stand in a document, in order of place, none over another.
  ///
  /// Whoever reads many documents does so with one ``LicenseTextSearch``.
  package func matches(in document: [UInt8]) -> [LicenseTextMatch] {
    var search = LicenseTextSearch(self)
    return search.matches(in: document)
  }
}

/// Searches documents, one after the other, for the texts of an index.
package struct LicenseTextSearch {
  private let index: LicenseTextIndex
  private var passages: LicensePassages?

  /// Costs nothing; memory (some 100 KB) is taken when a document first needs it.
  package init(_ index: LicenseTextIndex) { self.index = index }

  /// Pieces of one text that lie no farther apart are one match.
  private static let reach = 2_000

  /// The license texts that stand in a document, in order of place, none over another.
  ///
  /// Costs a look at every fourth byte where no words of licenses stand, and one pass over the words
  /// around them elsewhere. Of more than 2 GiB nothing is read.
  package mutating func matches(in document: [UInt8]) -> [LicenseTextMatch] {
    guard document.count < Int(Int32.max) else { return [] }
    let windows = LicenseStems.windows(in: document)
    if windows.isEmpty { return [] }
    var passages = passages ?? LicensePassages(index)
    self.passages = nil
    var matches: [LicenseTextMatch] = []
    index.bytes.withSpan { file in
      var last: Int?
      for window in windows {
        for passage in passages.find(in: document.span, range: window, file: file) {
          if let known = matches.last, last == passage.license,
            passage.range.lowerBound - known.range.upperBound < Self.reach,
            known.coverage + passage.coverage <= 1.05
          {
            matches[matches.count - 1].range = known.range.lowerBound..<passage.range.upperBound
            matches[matches.count - 1].coverage = min(1, known.coverage + passage.coverage)
            matches[matches.count - 1].score = max(known.score, passage.score)
            continue
          }
          let ids = index.ids(of: passage.license, in: file)
          guard let id = ids.first else { continue }
          last = passage.license
          matches.append(
            LicenseTextMatch(
              id: id, alternatives: Array(ids.dropFirst()), score: passage.score,
              coverage: passage.coverage, range: passage.range))
        }
      }
    }
    self.passages = passages
    return matches
  }
}

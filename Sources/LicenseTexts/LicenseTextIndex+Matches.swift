import PatternEngine

extension LicenseTextIndex {
  /// The license texts that stand in a document, in order of place, none over another.
  ///
  /// Costs a look at every fourth byte where no words of licenses stand together, and one pass over the
  /// words around them elsewhere. Of more than 2 GiB nothing is read.
  package func matches(in document: [UInt8]) -> [LicenseTextMatch] {
    guard document.count < Int(Int32.max) else { return [] }
    let windows = LicenseStems.windows(in: document)
    if windows.isEmpty { return [] }
    var matches: [LicenseTextMatch] = []
    bytes.withSpan { file in
      var finder = LicensePassages(self)
      var last: Int?
      for window in windows {
        for passage in finder.find(in: document.span, range: window, file: file)
        where Self.isSure(passage) {
          let score = Self.score(passage)
          if last == passage.license, let known = matches.last,
            passage.range.lowerBound - known.range.upperBound < 2_000,
            known.coverage + passage.coverage <= 1.05
          {
            // A long text may be read in pieces.
            matches[matches.count - 1].range = known.range.lowerBound..<passage.range.upperBound
            matches[matches.count - 1].coverage = min(1, known.coverage + passage.coverage)
            matches[matches.count - 1].score = max(known.score, score)
            continue
          }
          let ids = ids(of: passage.license, in: file)
          guard let id = ids.first else { continue }
          last = passage.license
          matches.append(
            LicenseTextMatch(
              id: id, alternatives: Array(ids.dropFirst()), score: score,
              coverage: passage.coverage, range: passage.range))
        }
      }
    }
    return matches
  }

  private static func isSure(_ passage: LicensePassages.Passage) -> Bool {
    guard passage.hits >= 6, passage.closeness >= 0.35 else { return false }
    if passage.coverage >= 0.18, passage.wordCount >= 9 { return true }
    return passage.wordCount >= 60
  }

  private static func score(_ passage: LicensePassages.Passage) -> Double {
    let hits = Double(passage.hits)
    return min(1, passage.closeness * 1.1) * hits / (hits + 3)
  }
}

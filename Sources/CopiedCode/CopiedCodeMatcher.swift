import SourceText

/// A passage that stands in an indexed file too.
package struct CopiedCodeMatch: Sendable, Hashable {
  package var project: String
  package var file: String
  /// An SPDX expression.
  package var license: String
  /// How much of the passage the file has, by the fingerprints that are nobody's property left out:
  /// above 0, at most 1.
  package var share: Double
  /// The lines of the passage.
  package var lineCount: Int
  /// Its bytes in the document.
  package var range: Range<Int>
}

/// Finds passages of documents in indexes.
package struct CopiedCodeMatcher: Sendable {
  private let indexes: [CodeIndex]

  package init(indexes: [CodeIndex]) { self.indexes = indexes }

  /// A fingerprint of the document that a file has.
  private struct Hit {
    /// How far the place is ahead of the document, in tokens; equal for what was copied in one piece.
    var shift: Int
    /// Its number among the fingerprints.
    var print: Int
  }

  /// Neighbors whose shifts differ by more than this are no one passage: twice the size of a place,
  /// by which shifts are unsure, and some tokens put in or taken out.
  private static let shiftTolerance = 40
  /// A passage ends where no fingerprint is found for so many tokens, about a dozen lines.
  private static let gapLimit = 72
  /// Fingerprints a passage has at least, and the tokens from the first to the last of them.
  private static let leastPrints = 4
  private static let leastTokens = 20
  /// The part of its fingerprints that the file must have.
  private static let leastShare = 0.5

  /// A passage and how well a file explains it.
  private struct Passage {
    var index: Int
    var file: Int
    /// Numbers of fingerprints, both included.
    var first: Int
    var last: Int
    var found: Int
    var total: Int
    var weight: Double
  }

  /// The passages of a document that indexed files have, in order of place, each with the file that
  /// explains it best.
  ///
  /// Linear in the document but for a sort of what was found; costs less than the lexing did.
  package func matches(
    in lexed: LexedSource, bytes: [UInt8], language: Language
  ) -> [CopiedCodeMatch] {
    guard !indexes.isEmpty, CodeFile.holdsCode(language) else { return [] }
    let prints = CodeFingerprints(lexed, bytes: bytes, language: language)
    let chosen = prints.chosen
    guard chosen.count >= Self.leastPrints else { return [] }
    var passages: [Passage] = []
    for number in indexes.indices { passages += self.passages(of: chosen, in: number) }
    guard !passages.isEmpty else { return [] }
    return best(of: passages, count: chosen.count).map { passage in
      match(passage, chosen, lexed, bytes)
    }
  }

  private func passages(of chosen: [CodeFingerprint], in number: Int) -> [Passage] {
    let index = indexes[number]
    var candidates: [Int32] = []
    for print in chosen.indices where index.mayKnow(chosen[print].hash) {
      candidates.append(Int32(truncatingIfNeeded: print))
    }
    guard candidates.count >= Self.leastPrints else { return [] }
    var hits: [Hit] = []
    var places: [UInt32] = []
    // Common fingerprints up to and including each.
    var common: [Int] = []
    for print in candidates {
      places.removeAll(keepingCapacity: true)
      let fingerprint = chosen[Int(print)]
      switch index.look(up: fingerprint.hash, &places) {
      case .unknown: break
      case .common: common.append(Int(print))
      case .known:
        for place in places {
          hits.append(
            Hit(
              shift: Int(place) * CodeIndexLayout.placeSize - Int(fingerprint.ordinal),
              print: Int(print)))
        }
      }
    }
    guard hits.count >= Self.leastPrints else { return [] }
    hits.sort { ($0.shift, $0.print) < ($1.shift, $1.print) }
    var passages: [Passage] = []
    var start = 0
    while start < hits.count {
      var end = start + 1
      while end < hits.count, hits[end].shift - hits[end - 1].shift <= Self.shiftTolerance {
        end += 1
      }
      if end - start >= Self.leastPrints {
        addPassages(hits[start..<end], chosen, common, number, to: &passages)
      }
      start = end
    }
    return passages
  }

  /// Cuts hits of about one shift where the document has gaps between them, and keeps what is enough.
  private func addPassages(
    _ hits: ArraySlice<Hit>, _ chosen: [CodeFingerprint], _ common: [Int], _ number: Int,
    to passages: inout [Passage]
  ) {
    let sorted = hits.sorted { ($0.print, $0.shift) < ($1.print, $1.shift) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count,
        chosen[sorted[end].print].ordinal - chosen[sorted[end - 1].print].ordinal
          <= Self.gapLimit
      {
        end += 1
      }
      addPassage(sorted[start..<end], chosen, common, number, to: &passages)
      start = end
    }
  }

  private func addPassage(
    _ hits: ArraySlice<Hit>, _ chosen: [CodeFingerprint], _ common: [Int], _ number: Int,
    to passages: inout [Passage]
  ) {
    guard hits.count >= Self.leastPrints, let first = hits.first, let last = hits.last else { return }
    var found = 0
    var before = -1
    var hashes: Set<UInt64> = []
    for hit in hits where hit.print != before {
      before = hit.print
      if hashes.insert(chosen[hit.print].hash).inserted { found += 1 }
    }
    let commonCount =
      common.indices.partitioningIndex { common[$0] > last.print }
      - common.indices.partitioningIndex { common[$0] >= first.print }
    let total = max(last.print - first.print + 1 - commonCount, found)
    let span = Int(chosen[last.print].ordinal - chosen[first.print].ordinal)
    guard found >= Self.leastPrints, span >= Self.leastTokens,
      Double(found) >= Self.leastShare * Double(total)
    else { return }
    let middle = hits[hits.startIndex + hits.count / 2]
    let place = (middle.shift + Int(chosen[middle.print].ordinal)) / CodeIndexLayout.placeSize
    guard let file = indexes[number].fileNumber(ofPlace: UInt32(clamping: place)) else { return }
    passages.append(
      Passage(
        index: number, file: file, first: first.print, last: last.print, found: found, total: total,
        weight: Double(found)))
  }

  /// The best passages that share little with better ones, by place.
  private func best(of passages: [Passage], count: Int) -> [Passage] {
    let ranked = passages.indices.sorted {
      let (one, other) = (passages[$0], passages[$1])
      if one.weight != other.weight { return one.weight > other.weight }
      return ($0) < ($1)
    }
    var taken = [Bool](repeating: false, count: count)
    var result: [Passage] = []
    for position in ranked {
      let passage = passages[position]
      var free = 0
      for print in passage.first...passage.last where !taken[print] { free += 1 }
      guard free * 2 > passage.last - passage.first + 1 else { continue }
      for print in passage.first...passage.last { taken[print] = true }
      result.append(passage)
    }
    return result.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
  }

  private func match(
    _ passage: Passage, _ chosen: [CodeFingerprint], _ lexed: LexedSource, _ bytes: [UInt8]
  ) -> CopiedCodeMatch {
    let firstToken = CodeFingerprints.firstToken(of: chosen[passage.first], lexed, bytes)
    let start = Int(lexed.tokens[firstToken].start)
    let end = Int(lexed.tokens[Int(chosen[passage.last].token)].end)
    var lineCount = 1
    for byte in bytes[start..<max(start, end)] where byte == 0x0A { lineCount += 1 }
    let file = indexes[passage.index].file(passage.file)
    return CopiedCodeMatch(
      project: file.project, file: file.name, license: file.license,
      share: Double(passage.found) / Double(passage.total), lineCount: lineCount,
      range: start..<max(start, end))
  }
}

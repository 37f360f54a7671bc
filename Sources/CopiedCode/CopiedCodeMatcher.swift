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
    var print: Int32
    var hasSameNames: Bool
  }

  /// Neighbors whose shifts differ by more than this are no one passage: twice the size of a place,
  /// by which shifts are unsure, and some tokens put in or taken out.
  private static let shiftTolerance = 40
  /// Fingerprints no farther apart than this in the document are neighbors.
  private static let neighborhood = 3
  /// A passage ends where no fingerprint is found for so many tokens, about a dozen lines.
  private static let gapLimit = 72
  /// Fingerprints a passage has at least.
  private static let leastPrints = 2
  /// What they tell together, in half bits.
  private static let leastWeight = 34
  /// What that grows by for each doubling of a document over `snippetSize` fingerprints.
  private static let weightOfDoubling = 8
  private static let snippetSize = 64
  /// The same for a part of a function.
  private static let leastWeightOfPart = 200
  /// More of a function than this counts as the whole of it.
  private static let leastCoverage = 0.6
  /// The part of its fingerprints that the file must have.
  private static let leastShare = 0.4

  /// A fingerprint of the document that an index may know.
  private struct Candidate {
    var print: Int32
    var entries: Range<Int>
  }

  /// A passage and how well a file explains it.
  private struct Passage {
    var index: Int
    var file: Int
    /// Numbers of fingerprints, both included.
    var first: Int
    var last: Int
    var found: Int
    var total: Int
    var weight: Int
  }

  /// Whether a document of that language and size can have a passage of an index; so cheap that it can
  /// be asked before the document is lexed.
  package func mayMatch(_ language: Language, byteCount: Int) -> Bool {
    !indexes.isEmpty && byteCount >= Self.leastBytes && CodeFile.holdsCode(language)
  }

  /// No passage that tells enough is written in less.
  private static let leastBytes = 100

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
    guard !chosen.isEmpty else { return [] }
    let source = Source(lexed, bytes, language)
    var passages: [Passage] = []
    for number in indexes.indices { passages += self.passages(of: chosen, in: number, source) }
    guard !passages.isEmpty else { return [] }
    return best(of: passages, count: chosen.count).map { passage in
      match(passage, chosen, lexed, bytes)
    }
  }

  private func passages(
    of chosen: [CodeFingerprint], in number: Int, _ source: Source
  ) -> [Passage] {
    let index = indexes[number]
    // In steps, each over all fingerprints, so that the waits for memory overlap.
    var candidates = self.candidates(of: chosen, in: index)
    guard !candidates.isEmpty else { return [] }
    for place in candidates.indices {
      candidates[place].entries = index.entries(besides: chosen[Int(candidates[place].print)].hash)
    }
    var hits: [Hit] = []
    var common: [Int32] = []
    var origins: [CodeIndex.Origin] = []
    for candidate in candidates {
      let print = chosen[Int(candidate.print)]
      origins.removeAll(keepingCapacity: true)
      var answer = index.look(
        up: print.hash, names: print.namedHash, in: candidate.entries, &origins)
      if answer == .common {
        if index.mayKnow(print.namedHash) {
          let entries = index.entries(besides: print.namedHash)
          answer = index.look(
            up: print.namedHash, names: print.namedHash, in: entries, &origins)
        }
        if answer != .known { common.append(candidate.print) }
      }
      for origin in origins {
        let shift = Int(origin.place) * CodeIndexLayout.placeSize - Int(print.ordinal)
        hits.append(
          Hit(shift: shift, print: candidate.print, hasSameNames: origin.hasSameNames))
      }
    }
    guard !hits.isEmpty else { return [] }
    hits.sort { ($0.shift, $0.print) < ($1.shift, $1.print) }
    var passages: [Passage] = []
    var start = 0
    while start < hits.count {
      var end = start + 1
      while end < hits.count, hits[end].shift - hits[end - 1].shift <= Self.shiftTolerance {
        end += 1
      }
      addPassages(hits[start..<end], chosen, common, number, source, to: &passages)
      start = end
    }
    return passages
  }

  /// The fingerprints that an index may know, and of which a neighbor may be known too: alone, they are
  /// evidence only in a text that is hardly longer than they are.
  private func candidates(of chosen: [CodeFingerprint], in index: CodeIndex) -> [Candidate] {
    var result: [Candidate] = []
    // The last one, if it waits for a neighbor.
    var waiting = -1
    var lastTaken = chosen.count <= Self.neighborhood ? 0 : -1 - Self.neighborhood
    for print in chosen.indices where index.mayKnow(chosen[print].hash) {
      if waiting >= 0, print - waiting <= Self.neighborhood {
        result.append(Candidate(print: Int32(truncatingIfNeeded: waiting), entries: 0..<0))
        lastTaken = waiting
        waiting = -1
      }
      if print - lastTaken <= Self.neighborhood {
        result.append(Candidate(print: Int32(truncatingIfNeeded: print), entries: 0..<0))
        lastTaken = print
      } else {
        waiting = print
      }
    }
    return result
  }

  /// Cuts hits of about one shift where the document has gaps between them, and keeps what is enough.
  private func addPassages(
    _ hits: ArraySlice<Hit>, _ chosen: [CodeFingerprint], _ common: [Int32], _ number: Int,
    _ source: Source,
    to passages: inout [Passage]
  ) {
    let sorted = hits.sorted { ($0.print, $0.shift) < ($1.print, $1.shift) }
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count,
        chosen[Int(sorted[end].print)].ordinal
          - chosen[Int(sorted[end - 1].print)].ordinal
          <= Self.gapLimit
      {
        end += 1
      }
      addPassage(sorted[start..<end], chosen, common, number, source, to: &passages)
      start = end
    }
  }

  private func addPassage(
    _ hits: ArraySlice<Hit>, _ chosen: [CodeFingerprint], _ common: [Int32], _ number: Int,
    _ source: Source,
    to passages: inout [Passage]
  ) {
    guard let first = hits.first, let last = hits.last else { return }
    // What the grams found cover, in tokens, and those of them with the same names.
    var found = 0
    var covered = 0
    var named = 0
    var coveredTo = Int32.min
    var namedTo = Int32.min
    var seen: Set<UInt64> = []
    for hit in hits {
      let print = chosen[Int(hit.print)]
      if seen.insert(print.hash).inserted {
        found += 1
        covered += min(Int(print.ordinal) - Int(coveredTo), CodeFingerprints.gramLength)
        coveredTo = print.ordinal
      }
      if hit.hasSameNames, print.ordinal > namedTo {
        named += min(Int(print.ordinal) - Int(namedTo), CodeFingerprints.gramLength)
        namedTo = print.ordinal
      }
    }
    let commonCount =
      common.indices.partitioningIndex { common[$0] > last.print }
      - common.indices.partitioningIndex { common[$0] >= first.print }
    guard found >= (named > 0 ? 1 : Self.leastPrints) else { return }
    var total = max(Int(last.print - first.print) + 1 - commonCount, found)
    if Double(found) < Double(total) {
      // What tells nothing is in no index.
      for print in chosen[Int(first.print)...Int(last.print)]
      where !Information.suffices(print, source.lexed, source.bytes) {
        total -= 1
      }
      total = max(total, found)
    }
    guard Double(found) >= Self.leastShare * Double(total) else { return }
    let tokens =
      CodeFingerprints.firstToken(
        of: chosen[Int(first.print)], source.lexed, source.bytes)...Int(
        chosen[Int(last.print)].token)
    let bits = Information.bits(of: tokens, source)
    let weight = bits * (covered + 3 * named / 2) / max(covered, 1)
    // The more there is to compare, the more will be alike by chance.
    let doublings = Int.bitWidth - (chosen.count / Self.snippetSize).leadingZeroBitCount
    let leastWeight = Self.leastWeight + doublings * Self.weightOfDoubling
    guard weight >= leastWeight,
      weight >= Self.leastWeightOfPart
        || source.functions.coverage(by: tokens) >= Self.leastCoverage
    else { return }
    let middle = hits[hits.startIndex + hits.count / 2]
    let place = (middle.shift + Int(chosen[Int(middle.print)].ordinal)) / CodeIndexLayout.placeSize
    guard let file = indexes[number].fileNumber(ofPlace: UInt32(clamping: place)) else { return }
    passages.append(
      Passage(
        index: number, file: file, first: Int(first.print), last: Int(last.print), found: found,
        total: total, weight: weight))
  }

  /// The best passages that share little with better ones, by place.
  private func best(of passages: [Passage], count: Int) -> [Passage] {
    let ranked = passages.indices.sorted {
      let (one, other) = (passages[$0], passages[$1])
      if one.weight != other.weight { return one.weight > other.weight }
      return $0 < $1
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

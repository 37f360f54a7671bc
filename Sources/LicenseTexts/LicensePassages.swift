// The words of a stretch are looked up by fours: each four that the index knows is a hit of one license or
// many. Then the hits, in their order, are shared out among licenses, so that most are explained by the
// fewest passages: a license that opens costs something, each of its hits pays, hits of others and
// missing ones within a passage cost a little. That is one pass, in which each hit is compared with
// the best that was made of those before it. Of the many licenses that may have a hit only those are
// weighed that have most of the stretch. At last each passage is given to the license that fits it
// best: of near twins the one that has the most of its hits, then the one that lacks the least.

import PatternEngine

/// Finds the passages of licenses in stretches of a document.
struct LicensePassages {
  let index: LicenseTextIndex

  /// A passage, before it is known whether it is one.
  struct Passage {
    var license: Int
    /// Different shingles of the license in the passage.
    var hits: Int
    /// The share of the shingles that the license has.
    var coverage: Double
    /// The share of the shingles that a passage of its length would have.
    var closeness: Double
    /// How many words of the license are there, by `coverage`; no more than the passage has.
    var wordCount: Double
    var range: Range<Int>

    static let leastHits = 7

    /// Whether it is more than a few words that licenses and other texts have in common.
    var isSure: Bool {
      guard hits >= Self.leastHits, closeness >= 0.35, wordCount >= 9 else { return false }
      return coverage >= 0.2
        || closeness >= 0.45 && (coverage >= 0.12 && hits >= 12 || wordCount >= 150)
    }

    /// How sure it is, from 0 to 1.
    var score: Double { min(1, closeness * 1.1) * Double(hits) / Double(hits + 3) }
  }

  private struct Hit {
    var word: Int32
    var entry: Int32
    /// The place in `groups` of the licenses that have it.
    var group: Int32
    /// The hit before it of the same shingle, or -1.
    var previous: Int32
  }

  /// What is made of the hits up to one when a license is taken to go on there.
  private struct Reading {
    var value: Float = 0
    /// The hits it began with and had last; -1 if it never began.
    var first: Int32 = -1
    var last: Int32 = -1
    /// The place in `ends` of what was read before it, or -1.
    var before: Int32 = -1
    /// Shingles of the index for each word of the license.
    var density: Float = 0
  }

  /// What a license has of a stretch of hits.
  private struct Candidate {
    /// Its hits, and how many of them are different.
    var total = 0
    var count = 0
    var first = 0
    var last = 0
  }

  private struct End {
    var first: Int32
    var last: Int32
    var before: Int32
  }

  /// Licenses that have the same shingles of the stretch.
  private struct Group {
    /// As `LicenseTextIndex.holders(ofEntry:in:)` answers.
    var holders: Int
    /// How many different shingles.
    var count: Int
    /// Those of the licenses that may be the one, in `choices`.
    var choices: Range<Int> = 0..<0
  }

  private var words = LicenseWords()
  private var hits: [Hit] = []
  private var groups: [Group] = []
  private var choices: [Int] = []
  /// The group of what `holders(ofEntry:in:)` answers, or -1.
  private var groupNumbers: [Int32]
  /// By license: how many different shingles of it the stretch has.
  private var counts: [Int32]
  /// By license: how much speaks for it, by its count.
  private var worths: [Float]
  private var readings: [Reading]
  private var candidates: [Candidate]
  /// The licenses that have anything in the arrays above.
  private var touched: [Int] = []

  private enum Cost {
    static let opening: Float = 6
    /// Of a license that opens where another one has just ended: most texts are of one alone.
    static let change: Float = 8
    /// How many words before it that is.
    static let closeness = 12
    static let foreign: Float = 0.25
    /// Of each shingle that is missing, but for two.
    static let missing: Float = 0.15
  }

  init(_ index: LicenseTextIndex) {
    self.index = index
    let parts = index.parts
    groupNumbers = [Int32](repeating: -1, count: PrintableNumbers.base * 256 + 256)
    counts = [Int32](repeating: 0, count: parts.licenseCount)
    worths = [Float](repeating: 0, count: parts.licenseCount)
    readings = [Reading](repeating: Reading(), count: parts.licenseCount)
    candidates = [Candidate](repeating: Candidate(), count: parts.licenseCount)
  }

  /// The passages of a stretch, in their order. One pass over it.
  mutating func find(in bytes: Span<UInt8>, range: Range<Int>, file: Span<UInt8>) -> [Passage] {
    words.removeAll()
    words.read(bytes, in: range)
    findHits(file)
    guard hits.count >= Passage.leastHits else { return [] }
    chooseLicenses(file)
    defer { reset() }
    return stretches(file).compactMap { passage(of: $0, file) }
  }

  // MARK: - Hits

  private mutating func findHits(_ file: Span<UInt8>) {
    hits.removeAll(keepingCapacity: true)
    let hashes = words.hashes
    guard hashes.count >= Shingle.length else { return }
    for word in 0...(hashes.count - Shingle.length) {
      let shingle = Shingle(hashes[word], hashes[word + 1], hashes[word + 2], hashes[word + 3])
      guard let entry = index.entry(of: shingle, in: file) else { continue }
      hits.append(
        Hit(
          word: Int32(truncatingIfNeeded: word), entry: Int32(truncatingIfNeeded: entry),
          group: 0, previous: -1)
      )
    }
    linkRepeats()
  }

  /// Notes of each hit which one before it has the same shingle.
  private mutating func linkRepeats() {
    var slots = 16
    while slots < hits.count * 2 { slots *= 2 }
    var last = [Int32](repeating: -1, count: slots)
    for place in hits.indices {
      let entry = hits[place].entry
      var slot = Int((UInt32(bitPattern: entry) &* 0x9E37_79B1) >> 7) & (slots - 1)
      while last[slot] >= 0, hits[Int(last[slot])].entry != entry {
        slot = (slot + 1) & (slots - 1)
      }
      hits[place].previous = last[slot]
      last[slot] = Int32(truncatingIfNeeded: place)
    }
  }

  // MARK: - Choosing

  /// How many licenses are weighed for a shingle that more of them have.
  private static let mostChoices = 8

  /// Finds out which licenses each hit may belong to: a sentence that a hundred licenses have belongs to
  /// one of those that have most of what stands around it.
  private mutating func chooseLicenses(_ file: Span<UInt8>) {
    groups.removeAll(keepingCapacity: true)
    choices.removeAll(keepingCapacity: true)
    touched.removeAll(keepingCapacity: true)
    for place in hits.indices {
      let holders = index.holders(ofEntry: Int(hits[place].entry), in: file)
      if groupNumbers[holders] < 0 {
        groupNumbers[holders] = Int32(truncatingIfNeeded: groups.count)
        groups.append(Group(holders: holders, count: 0))
      }
      hits[place].group = groupNumbers[holders]
      if hits[place].previous < 0 { groups[Int(groupNumbers[holders])].count += 1 }
    }
    for group in groups {
      index.forEachLicense(group.holders, in: file) { license in
        if counts[license] == 0 { touched.append(license) }
        counts[license] += Int32(truncatingIfNeeded: group.count)
      }
    }
    for license in touched {
      let count = Float(counts[license])
      let share = min(1, count / Float(index.shingleCount(of: license, in: file)))
      worths[license] = worth(of: license, count: count, share: share, file)
    }
    for number in groups.indices {
      // The best of the group, in order from `start` on.
      let start = choices.count
      index.forEachLicense(groups[number].holders, in: file) { license in
        let worth = worths[license]
        var place = choices.count
        if place - start == Self.mostChoices {
          guard worths[choices[place - 1]] < worth else { return }
          place -= 1
        } else {
          choices.append(license)
        }
        while place > start, worths[choices[place - 1]] < worth {
          choices[place] = choices[place - 1]
          place -= 1
        }
        choices[place] = license
      }
      groups[number].choices = start..<choices.count
    }
  }

  private mutating func reset() {
    for group in groups { groupNumbers[group.holders] = -1 }
    for license in touched {
      counts[license] = 0
      readings[license].first = -1
    }
  }

  // MARK: - Sharing out

  /// The hits that belong together, in their order.
  private mutating func stretches(_ file: Span<UInt8>) -> [Range<Int>] {
    var ends: [End] = []
    var best: Float = 0
    var bestEnd: Int32 = -1
    for place in hits.indices {
      let hit = hits[place]
      let isChange = place > 0 && Int(hit.word - hits[place - 1].word) <= Cost.closeness
      let opening = best - Cost.opening - (isChange && best > 0 ? Cost.change : 0) + 1
      let before = bestEnd
      for license in choices[groups[Int(hit.group)].choices] {
        var reading = readings[license]
        var value = -Float.infinity
        if reading.first >= 0 {
          let missed = Float(place - Int(reading.last) - 1)
          let gap = Float(hit.word - hits[Int(reading.last)].word - 1)
          value =
            reading.value + 1 - missed * Cost.foreign
            - max(0, gap * reading.density - 2) * Cost.missing
        } else {
          reading.density =
            Float(index.shingleCount(of: license, in: file))
            / Float(index.wordCount(of: license, in: file))
        }
        if opening >= value {
          value = opening
          reading.first = Int32(truncatingIfNeeded: place)
          reading.before = before
        }
        reading.value = value
        reading.last = Int32(truncatingIfNeeded: place)
        readings[license] = reading
        if value > best {
          best = value
          bestEnd = Int32(truncatingIfNeeded: ends.count)
          ends.append(End(first: reading.first, last: reading.last, before: reading.before))
        }
      }
    }
    var result: [Range<Int>] = []
    while bestEnd >= 0 {
      let end = ends[Int(bestEnd)]
      result.append(Int(end.first)..<Int(end.last) + 1)
      bestEnd = end.before
    }
    return result.reversed()
  }

  // MARK: - Judging

  /// How much of its hits a license loses if all but nothing of it is there.
  private static let lackShare: Float = 0.12
  /// That a license is widely used counts as many shingles.
  private static let wideUse: Float = 1
  private static let wideShare: Float = 0.015

  /// How much speaks for a license of which so many shingles are there, and such a share.
  private func worth(
    of license: Int, count: Float, share: Float, _ file: Span<UInt8>
  ) -> Float {
    count * (1 - Self.lackShare * (1 - share))
      + (index.isWidelyUsed(license, in: file) ? Self.wideUse + Self.wideShare * count : 0)
  }

  /// The license that fits a stretch of hits best.
  private mutating func passage(of stretch: Range<Int>, _ file: Span<UInt8>) -> Passage? {
    var licenses: [Int] = []
    for place in stretch {
      let hit = hits[place]
      let isNew = hit.previous < stretch.lowerBound
      for license in choices[groups[Int(hit.group)].choices] {
        var candidate = candidates[license]
        if candidate.total == 0 {
          candidate.first = place
          licenses.append(license)
        }
        candidate.total += 1
        if isNew { candidate.count += 1 }
        candidate.last = place
        candidates[license] = candidate
      }
    }
    defer { for license in licenses { candidates[license] = Candidate() } }
    var best: Passage?
    var bestWorth: Float = 0
    for license in licenses {
      let candidate = candidates[license]
      let passage = passage(
        of: license, hits: candidate.count, total: candidate.total,
        from: hits[candidate.first], to: hits[candidate.last], file)
      guard passage.isSure else { continue }
      let worth = worth(
        of: license, count: Float(candidate.count), share: Float(passage.coverage), file)
      if let known = best {
        guard worth > bestWorth || worth == bestWorth && license < known.license else { continue }
      }
      best = passage
      bestWorth = worth
    }
    return best
  }

  private func passage(
    of license: Int, hits count: Int, total: Int, from first: Hit, to last: Hit,
    _ file: Span<UInt8>
  ) -> Passage {
    let all = Double(index.shingleCount(of: license, in: file))
    let length = Double(index.wordCount(of: license, in: file))
    let coverage = min(1, Double(count) / all)
    let expected = max(1, Double(last.word - first.word + 1) * min(1, all / length))
    let lastWord = Int(last.word) + Shingle.length - 1
    return Passage(
      license: license, hits: count, coverage: coverage,
      closeness: min(1, Double(total) / expected),
      wordCount: min(coverage * length, Double(lastWord + 1) - Double(first.word)),
      range: Int(words.starts[Int(first.word)])..<Int(words.ends[lastWord]))
  }
}

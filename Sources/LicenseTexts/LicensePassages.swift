// The words of a stretch are looked up by fours: each four that the index knows is a hit of one license or
// many. Then the hits, in their order, are shared out among licenses, so that most are explained by the
// fewest passages: a license that opens costs something, each of its hits pays, hits of others and
// missing ones within a passage cost a little. That is one pass, in which each hit is compared with
// the best that was made of those before it. At last each passage is given to the license that fits it
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
    /// How many words of the license are there, by `coverage`.
    var wordCount: Double
    var range: Range<Int>
  }

  private struct Hit {
    var word: Int32
    var entry: Int32
    var holders: Int32
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

  private struct End {
    var first: Int32
    var last: Int32
    var before: Int32
  }

  private var words = LicenseWords()
  private var hits: [Hit] = []
  private var readings: [Reading] = []
  private var touched: [Int] = []

  private enum Cost {
    static let opening: Float = 6
    static let foreign: Float = 0.25
    static let gap: Float = 0.12
  }

  init(_ index: LicenseTextIndex) {
    self.index = index
  }

  /// The passages of a stretch, in their order. One pass over it.
  mutating func find(in bytes: Span<UInt8>, range: Range<Int>, file: Span<UInt8>) -> [Passage] {
    words.removeAll()
    words.read(bytes, in: range)
    findHits(file)
    guard hits.count >= 4 else { return [] }
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
          holders: Int32(truncatingIfNeeded: index.holders(ofEntry: entry, in: file)), previous: -1)
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

  // MARK: - Sharing out

  /// The hits that belong together, in their order.
  private mutating func stretches(_ file: Span<UInt8>) -> [Range<Int>] {
    if readings.isEmpty {
      readings = [Reading](repeating: Reading(), count: index.parts.licenseCount)
    }
    for license in touched { readings[license].first = -1 }
    touched.removeAll(keepingCapacity: true)

    var ends: [End] = []
    var best: Float = 0
    var bestEnd: Int32 = -1
    for place in hits.indices {
      let hit = hits[place]
      let opening = best - Cost.opening + 1
      let before = bestEnd
      index.forEachLicense(Int(hit.holders), in: file) { license in
        var reading = readings[license]
        var value = -Float.infinity
        if reading.first >= 0 {
          let missed = Float(place - Int(reading.last) - 1)
          let gap = Float(hit.word - hits[Int(reading.last)].word - 1)
          value =
            reading.value - missed * Cost.foreign - gap * Cost.gap * reading.density
            + 1
        } else {
          touched.append(license)
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

  /// Of what the license lacks each shingle counts this much of one that it has.
  private static let lackShare = 0.02

  /// The license that fits a stretch of hits best.
  private mutating func passage(of stretch: Range<Int>, _ file: Span<UInt8>) -> Passage? {
    struct Candidate {
      /// Its hits, and how many of them are different.
      var total = 0
      var count = 0
      var first = 0
      var last = 0
    }
    var candidates: [Int: Candidate] = [:]
    for place in stretch {
      let hit = hits[place]
      let isNew = hit.previous < stretch.lowerBound
      index.forEachLicense(Int(hit.holders), in: file) { license in
        var candidate = candidates[license] ?? Candidate(first: place)
        candidate.total += 1
        if isNew { candidate.count += 1 }
        candidate.last = place
        candidates[license] = candidate
      }
    }
    func worth(_ license: Int, _ candidate: Candidate) -> Double {
      let all = index.shingleCount(of: license, in: file)
      return Double(candidate.count) - Self.lackShare * Double(all - candidate.count)
    }
    let best = candidates.max { left, right in
      (worth(left.key, left.value), right.key) < (worth(right.key, right.value), left.key)
    }
    guard let (license, candidate) = best else { return nil }
    let all = Double(index.shingleCount(of: license, in: file))
    let length = Double(index.wordCount(of: license, in: file))
    let coverage = min(1, Double(candidate.count) / all)
    let firstWord = Int(hits[candidate.first].word)
    let lastWord = Int(hits[candidate.last].word) + Shingle.length - 1
    let expected = max(1, Double(lastWord - firstWord - Shingle.length + 2) * all / length)
    return Passage(
      license: license, hits: candidate.count, coverage: coverage,
      closeness: min(1, Double(candidate.total) / expected), wordCount: coverage * length,
      range: Int(words.starts[firstWord])..<Int(words.ends[lastWord]))
  }
}

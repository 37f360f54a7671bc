// The SPDX matching guidelines name words that count as the same:
// https://spdx.org/licenses/equivalentwords.txt. Those of more than one word are told apart from
// nothing else by the word that is left here.

/// Words that are read as others, by their hashes.
struct EquivalentWords: Sendable {
  /// Each line: the word that stands for all, then those that are read as it.
  private static let lists = """
    acknowledgment acknowledgement
    acknowledgments acknowledgements
    analog analogue
    analyze analyse
    artifact artefact
    authorization authorisation
    authorized authorised
    caliber calibre
    canceled cancelled
    capitalizations capitalisations
    catalog catalogue
    categorize categorise
    center centre
    emphasized emphasised
    favor favour
    favorite favourite
    fulfill fulfil
    fulfillment fulfilment
    holder owner
    holders owners
    initialize initialise
    judgment judgement
    labeling labelling
    labor labour
    license licence
    licenses licences
    licensed licenced
    sublicense sublicence
    maximize maximise
    modeled modelled
    modeling modelling
    offense offence
    optimize optimise
    organization organisation
    organizations organisations
    organize organise
    practice practise
    program programme
    realize realise
    recognize recognise
    signaling signalling
    utilization utilisation
    while whilst
    willful wilful
    noncommercial noncommerical
    http https
    """

  /// Words that say nothing: marks of comments that are letters.
  private static let silent = ["rem", "dnl", "br"]

  /// Open addressing by the low bits of the hash; a power of two, at most a quarter full.
  private static let slotCount = 512
  private var keys = [UInt64](repeating: 0, count: slotCount)
  private var values = [UInt64](repeating: 0, count: slotCount)

  static let standard = EquivalentWords()

  private init() {
    for line in Self.lists.split(separator: "\n") {
      let words = line.split(separator: " ").map { LicenseWords.hash(of: $0) }
      for word in words.dropFirst() { insert(word, words[0]) }
    }
    // A hash of 0 stands for no word.
    for word in Self.silent { insert(LicenseWords.hash(of: word), 0) }
  }

  private mutating func insert(_ key: UInt64, _ value: UInt64) {
    var slot = Int(truncatingIfNeeded: key) & (Self.slotCount - 1)
    while keys[slot] != 0 { slot = (slot + 1) & (Self.slotCount - 1) }
    keys[slot] = key
    values[slot] = value
  }

  /// The hash of the word that stands for one; 0 for a word that says nothing.
  @inline(__always)
  func folded(_ hash: UInt64) -> UInt64 {
    var slot = Int(truncatingIfNeeded: hash) & (Self.slotCount - 1)
    while keys[slot] != 0 {
      if keys[slot] == hash { return values[slot] }
      slot = (slot + 1) & (Self.slotCount - 1)
    }
    return hash
  }
}

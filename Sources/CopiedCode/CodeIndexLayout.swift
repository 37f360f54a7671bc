// An index, from its start on:
//
//     magic       8 bytes, "rgcode" and the number of the format in two digits
//     header      words, in the order of `CodeIndexLayout`'s fields
//     filter      blocks of eight bytes; a known fingerprint has set four bits in its block
//     directory   words, one more than there are buckets: how many entries stand before each bucket,
//                 which holds the n-th part of all hashes
//     entries     words, by their hashes: the low bits of a hash above the place it comes from; place 0
//                 says that the fingerprint is common property
//     names       a byte for each entry: bits of the gram's hash with names
//     files       four words each, by their first places: that, and where name, project and license
//                 stand among the texts
//     texts       a length in two bytes of seven bits, then as many bytes of ASCII
//
// A word has four bytes, the lowest first. In an index that is to stand in a text literal, all bytes
// are below 0x80, and each holds seven bits; in others eight. A place is a stretch of 32 tokens
// that count; places go on through all files, from 1. Hashes have 40 bits and spread evenly, so that
// buckets hold about a dozen entries each: a look-up reads one block of the filter, and two cache
// lines more if the fingerprint may be known.

/// Where the parts of an index lie.
struct CodeIndexLayout: Equatable {
  static let magic = Array("rgcode01".utf8)
  static let wordWidth = 4
  static let fileWords = 4
  /// Bytes of a block of the filter: one for each entry.
  static let blockSize = 8
  private static let fieldCount = 7
  static let headerSize = magic.count + fieldCount * wordWidth

  /// Tokens that count to a place.
  static let placeSize = 32
  /// More places than these find no room in an index: 500 million tokens, about 90 million lines.
  static let placeLimit = 1 << 24
  /// More texts than these find no room.
  static let textLimit = 1 << 28
  static let meanBucketSize = 12

  var isSevenBit: Bool
  var placeBits: Int
  var filterSize: Int
  var bucketCount: Int
  var entryCount: Int
  var fileCount: Int
  var textSize: Int

  var bitsOfByte: Int { isSevenBit ? 7 : 8 }
  /// How many low bits of a hash an entry holds; beyond those that its bucket tells, and no more.
  var tagBits: Int { min(Self.wordWidth * bitsOfByte - placeBits, 16) }

  var filterStart: Int { Self.headerSize }
  var directoryStart: Int { filterStart + filterSize }
  var entriesStart: Int { directoryStart + (bucketCount + 1) * Self.wordWidth }
  var namesStart: Int { entriesStart + entryCount * Self.wordWidth }
  var filesStart: Int { namesStart + entryCount }
  var textsStart: Int { filesStart + fileCount * Self.fileWords * Self.wordWidth }
  var size: Int { textsStart + textSize }

  var fields: [Int] {
    [isSevenBit ? 7 : 8, placeBits, filterSize, bucketCount, entryCount, fileCount, textSize]
  }

  /// For so many entries.
  init(
    isSevenBit: Bool, placeCount: Int, entryCount: Int, fileCount: Int, textSize: Int
  ) {
    self.isSevenBit = isSevenBit
    placeBits = Int.bitWidth - placeCount.leadingZeroBitCount
    filterSize = (entryCount / Self.blockSize + 1) * Self.blockSize
    bucketCount = entryCount / Self.meanBucketSize + 1
    self.entryCount = entryCount
    self.fileCount = fileCount
    self.textSize = textSize
  }

  /// Reads the header; nil unless all of it is sound and the parts fill the bytes exactly.
  init?(_ bytes: IndexBytes) {
    guard bytes.count >= Self.headerSize,
      Self.magic.indices.allSatisfy({ bytes[$0] == Self.magic[$0] })
    else { return nil }
    // All fields but the entries' are below 2^28, thus written alike in both forms but for the carry.
    let isSevenBit = bytes[Self.magic.count] == 7
    guard isSevenBit || bytes[Self.magic.count] == 8 else { return nil }
    let fields = (0..<Self.fieldCount).map {
      Int(bytes.word(at: Self.magic.count + $0 * Self.wordWidth, isSevenBit: isSevenBit))
    }
    self.isSevenBit = isSevenBit
    placeBits = fields[1]
    filterSize = fields[2]
    bucketCount = fields[3]
    entryCount = fields[4]
    fileCount = fields[5]
    textSize = fields[6]
    // Each field is below 2^32, so that their sum cannot overflow.
    guard fields[0] == (isSevenBit ? 7 : 8), (1...24).contains(placeBits), filterSize > 0,
      filterSize % Self.blockSize == 0,
      bucketCount > 0, bucketCount <= 1 << 24, size == bytes.count
    else { return nil }
  }

  // MARK: Of a hash

  @inline(__always)
  func bucket(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* UInt64(bucketCount)) &>> CodeFingerprints.hashBits)
  }

  @inline(__always)
  func tag(of hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash) & ((1 << UInt32(tagBits)) - 1)
  }

  /// The bits by which the names of a gram are told.
  @inline(__always)
  func nameBits(of namedHash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: namedHash &>> (CodeFingerprints.hashBits - 7))
  }

  /// The place of a hash's block in the filter, and the bits that it sets there.
  @inline(__always)
  func filterBits(of hash: UInt64) -> (block: Int, mask: UInt64) {
    let blockCount = UInt64(truncatingIfNeeded: filterSize / Self.blockSize)
    let block = ((hash &>> (CodeFingerprints.hashBits - 32)) &* blockCount) &>> 32
    let spread = hash &* TokenHash.factor
    var mask: UInt64 = 0
    for step: UInt64 in 0..<4 {
      let part = spread &>> (40 &+ 6 &* step)
      let bit = ((part & 7) &* UInt64(truncatingIfNeeded: bitsOfByte)) &>> 3
      mask |= 1 &<< (part & 0x38 | bit)
    }
    return (Int(truncatingIfNeeded: block) &* Self.blockSize, mask)
  }
}

/// Hashes of words: a fixed function, for indexes keep what it gives.
enum TokenHash {
  /// Odd, without a pattern: from the digits of the golden ratio.
  static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Spreads the bits of a number over all of it.
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x2545_F491_4F6C_DD1D).multipliedFullWidth(by: factor)
    return product.high ^ product.low
  }

  /// A hash of `start..<end`, in constant time: of a word over 24 bytes its length, its ends and its
  /// middle are looked at. The range lies within `bytes`.
  // `load` keeps to `bytes`, which the face of the only caller (`CodeFingerprints`) checks the
  // tokens against.
  @inline(__always)
  static func hash(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, folding: UInt64 = 0
  ) -> UInt64 {
    let length = end - start
    let first = load(bytes, start) | folding
    if length <= 8 {
      let word = length <= 0 ? 0 : first &<< UInt64(truncatingIfNeeded: 64 - 8 * length)
      return mix(word ^ UInt64(truncatingIfNeeded: length))
    }
    var hash = mix(first) &+ (load(bytes, end - 8) | folding)
    if length > 16 { hash = mix(hash ^ UInt64(length)) &+ load(bytes, start + length / 2 - 4) }
    return mix(hash)
  }

  /// The eight bytes from `index`, the first one lowest; zeros past the end.
  @inline(__always)
  private static func load(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    guard index + 8 <= bytes.count else { return loadAtEnd(bytes, index) }
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index, as: UInt64.self))
  }

  @inline(never)
  private static func loadAtEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    var result: UInt64 = 0
    for offset in 0..<8 where index + offset < bytes.count {
      result |= UInt64(bytes[index + offset]) << UInt64(8 * offset)
    }
    return result
  }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The passes over a text's bytes that every input pays for, many bytes at a step.
package enum ByteScan {
  /// The first place of a byte in `range`, by the system's `memchr`; nil if there is none.
  package static func first(
    _ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int? {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    // Within the buffer, as was just checked.
    guard !range.isEmpty, let base = bytes.baseAddress,
      let found = memchr(base + range.lowerBound, Int32(byte), range.count)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The number of bytes in `range` that continue a scalar of UTF-8.
  package static func continuations(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    let raw = UnsafeRawBufferPointer(bytes)
    var count = 0
    var index = range.lowerBound
    while index + 8 <= range.upperBound {
      // The load ends within the range. A continuation byte has its top bits set to 10.
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      count += (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index += 8
    }
    while index < range.upperBound {
      if bytes[index] & 0xC0 == 0x80 { count += 1 }
      index += 1
    }
    return count
  }
}

/// The bytes of an index, read where they lie: in the program, in memory, or in a mapped file.
// Never written; `owner` keeps them where they are. The face reads 0 outside of the bytes.
package struct IndexBytes: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let owner: AnyObject?

  private final class Copy {
    let memory: UnsafeMutableBufferPointer<UInt8>

    init(_ bytes: [UInt8]) {
      memory = .allocate(capacity: bytes.count)
      _ = memory.initialize(from: bytes)
    }

    deinit { memory.deallocate() }
  }

  /// The bytes of a literal; costs nothing.
  package init(_ literal: StaticString) {
    bytes =
      literal.hasPointerRepresentation
      ? UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
      : UnsafeBufferPointer(start: nil, count: 0)
    owner = nil
  }

  /// A copy.
  package init(_ bytes: [UInt8]) {
    let copy = Copy(bytes)
    self.bytes = UnsafeBufferPointer(copy.memory)
    owner = copy
  }

  /// Memory that stays as it is for as long as `owner` lives, such as a file that is mapped and whose
  /// owner ends that when it goes.
  package init(_ bytes: UnsafeRawBufferPointer, ownedBy owner: any AnyObject & Sendable) {
    self.bytes = bytes.bindMemory(to: UInt8.self)
    self.owner = owner
  }

  package var count: Int { bytes.count }

  subscript(index: Int) -> UInt8 {
    @inline(__always) get { index >= 0 && index < bytes.count ? bytes[index] : 0 }
  }

  /// Eight bytes, the lowest first.
  @inline(__always)
  func block(at index: Int) -> UInt64 {
    guard index >= 0, index <= bytes.count - 8 else { return 0 }
    return UInt64(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index, as: UInt64.self))
  }

  /// Four bytes of 8 or 7 bits each, the lowest first.
  @inline(__always)
  func word(at index: Int, isSevenBit: Bool) -> UInt32 {
    guard index >= 0, index <= bytes.count - 4 else { return 0 }
    let word = UInt32(
      littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
        fromByteOffset: index, as: UInt32.self))
    guard isSevenBit else { return word }
    return word & 0x7F | word >> 1 & 0x3F80 | word >> 2 & 0x1F_C000 | word >> 3 & 0xFE0_0000
  }

  /// The text of a range, as far as it lies within; ill-formed UTF-8 is mended.
  func text(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(rebasing: bytes[range.clamped(to: bytes.indices)]),
      as: UTF8.self)
  }
}

// The built-in rules are packed at build time into one text literal, and read where they lie: what
// no review touches is never unpacked. A literal must be UTF-8, so everything in it is: texts stand
// as they are, numbers as bytes below 0x80, and arbitrary bytes in units of seven bits.

/// Bytes that stay where they are for as long as anything refers to them.
// The memory is never written after `init`: a literal's is immortal, other bytes belong to `owner`.
package struct PackedBytes: @unchecked Sendable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let owner: Owner?

  private final class Owner {
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
    let owner = Owner(bytes)
    self.bytes = UnsafeBufferPointer(owner.memory)
    self.owner = owner
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ owner: Owner?) {
    self.bytes = bytes
    self.owner = owner
  }

  package var count: Int { bytes.count }

  /// 0 outside of the bytes.
  subscript(index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

  /// The part of a range that lies within the bytes.
  package subscript(range: Range<Int>) -> PackedBytes {
    PackedBytes(UnsafeBufferPointer(rebasing: bytes[clamped(range)]), owner)
  }

  /// The text of a range; ill-formed UTF-8 is mended.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[clamped(range)]), as: UTF8.self)
  }

  private func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: bytes.indices) }

  // MARK: - Seven bits a byte

  /// Bytes in units of seven bits, eight units for each seven bytes, so that any bytes are UTF-8.
  package static func sevenBit(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 7 * 8 + 8)
    for start in stride(from: 0, to: bytes.count, by: 7) {
      var word: UInt64 = 0
      for index in start..<min(start + 7, bytes.count) {
        word |= UInt64(bytes[index]) << UInt64((index - start) * 8)
      }
      for unit in 0..<8 { result.append(UInt8(word >> UInt64(unit * 7) & 0x7F)) }
    }
    return result
  }

  /// What `sevenBit` was given, with up to six zeros at the end. Costs one pass.
  package var unpackedSevenBit: [UInt8] {
    let words = bytes.count / 8
    return [UInt8](unsafeUninitializedCapacity: words * 7 + 8) { buffer, count in
      // Each round reads eight bytes below `words * 8` and writes eight at most at `words * 7 - 7`.
      let source = UnsafeRawBufferPointer(bytes)
      let target = UnsafeMutableRawBufferPointer(buffer)
      for index in 0..<words {
        var word = UInt64(
          littleEndian: source.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        word = word & 0x007F_007F_007F_007F | (word & 0x7F00_7F00_7F00_7F00) >> 1
        word = word & 0x0000_3FFF_0000_3FFF | (word & 0x3FFF_0000_3FFF_0000) >> 2
        word = word & 0x0FFF_FFFF | (word & 0x0FFF_FFFF_0000_0000) >> 4
        target.storeBytes(of: word.littleEndian, toByteOffset: index * 7, as: UInt64.self)
      }
      count = words * 7
    }
  }
}

/// Writes what `PackedReader` reads.
package struct PackedWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// A number of 0 or more: six bits a byte, lowest first, the last byte below 0x40.
  package mutating func write(_ number: Int) { write(bits: UInt64(max(number, 0))) }

  package mutating func write(bits: UInt64) {
    var rest = bits
    while rest >= 0x40 {
      bytes.append(UInt8(rest & 0x3F) | 0x40)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  /// Its length in bytes, then the text.
  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  package mutating func write(_ texts: [String]) {
    write(texts.count)
    for text in texts { write(text) }
  }

  package mutating func write(_ numbers: [Int]) {
    write(numbers.count)
    for number in numbers { write(number) }
  }

  package mutating func append(_ other: [UInt8]) { bytes += other }
}

/// Reads packed numbers and texts one after the other; zeros and empty texts beyond the end.
package struct PackedReader {
  private let source: PackedBytes
  private(set) var index: Int

  package init(_ source: PackedBytes, at index: Int = 0) {
    self.source = source
    self.index = index
  }

  package mutating func number() -> Int { Int(truncatingIfNeeded: bits()) }

  mutating func bits() -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64 {
      let byte = source[index]
      index += 1
      result |= UInt64(byte & 0x3F) << shift
      if byte < 0x40 { break }
      shift += 6
    }
    return result
  }

  package mutating func text() -> String { source.text(range()) }

  package mutating func skipText() { _ = range() }

  /// The bytes of the next text.
  mutating func range() -> Range<Int> {
    let length = min(number(), max(source.count - index, 0))
    let start = index
    index += max(length, 0)
    return start..<index
  }

  package mutating func texts() -> [String] { list { $0.text() } }
  package mutating func numbers() -> [Int] { list { $0.number() } }

  /// A count, then as many elements; no more than there are bytes left.
  package mutating func list<Element>(_ element: (inout PackedReader) -> Element) -> [Element] {
    let count = min(number(), max(source.count - index, 0))
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(element(&self)) }
    return result
  }
}

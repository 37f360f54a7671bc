// What is worked out when the program is built is packed into one text literal, and read where it lies:
// what no review touches is never unpacked. A literal must be UTF-8, so everything in it is: texts stand
// as they are, and numbers as bytes below 0x80.

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
  package subscript(index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0 }

  /// The part of a range that lies within the bytes.
  package subscript(range: Range<Int>) -> PackedBytes {
    PackedBytes(UnsafeBufferPointer(rebasing: bytes[clamped(range)]), owner)
  }

  /// The text of a range; ill-formed UTF-8 is mended.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[clamped(range)]), as: UTF8.self)
  }

  /// Hands all bytes to whoever reads many of them; costs nothing.
  package func withSpan(_ body: (Swift.Span<UInt8>) -> Void) { body(bytes.span) }

  /// Numbers of `width` bytes each, five at most, seven bits a byte and the lowest first.
  package func words(in range: Range<Int>, of width: Int) -> [UInt32] {
    let part = UnsafeBufferPointer(rebasing: bytes[clamped(range)])
    // A loop of its own for each width, so that none asks for it again at every number.
    switch width {
    case 1: return Self.words(part, 1) { UInt32($0[$1]) }
    case 2: return Self.words(part, 2) { UInt32($0[$1]) | UInt32($0[$1 + 1]) << 7 }
    case 3:
      return Self.words(part, 3) {
        UInt32($0[$1]) | UInt32($0[$1 + 1]) << 7 | UInt32($0[$1 + 2]) << 14
      }
    case 4:
      return Self.words(part, 4) {
        let low = UInt32($0[$1]) | UInt32($0[$1 + 1]) << 7
        return low | UInt32($0[$1 + 2]) << 14 | UInt32($0[$1 + 3]) << 21
      }
    default:
      return Self.words(part, 5) {
        let low = UInt32($0[$1]) | UInt32($0[$1 + 1]) << 7 | UInt32($0[$1 + 2]) << 14
        return low | UInt32($0[$1 + 3]) << 21 | UInt32($0[$1 + 4]) << 28
      }
    }
  }

  @inline(__always)
  private static func words(
    _ part: UnsafeBufferPointer<UInt8>, _ width: Int,
    _ word: (_ bytes: UnsafePointer<UInt8>, _ place: Int) -> UInt32
  ) -> [UInt32] {
    let count = part.count / width
    guard count > 0, let start = part.baseAddress else { return [] }
    return [UInt32](unsafeUninitializedCapacity: count) { words, written in
      // `place + width` is at most `count * width`, which is at most the part's count.
      var place = 0
      for number in 0..<count {
        words[number] = word(start, place)
        place += width
      }
      written = count
    }
  }

  private func clamped(_ range: Range<Int>) -> Range<Int> { range.clamped(to: bytes.indices) }
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

  /// Numbers of a fixed width, read faster than others: `width` bytes of seven bits each.
  package mutating func write(words: [UInt32], of width: Int) {
    write(words.count)
    for word in words {
      for unit in 0..<UInt32(width) { bytes.append(UInt8(word >> (7 * unit) & 0x7F)) }
    }
  }

  package mutating func append(_ other: [UInt8]) { bytes += other }
}

/// Reads packed numbers and texts one after the other; zeros and empty texts beyond the end.
package struct PackedReader {
  private let source: PackedBytes
  package private(set) var index: Int

  package init(_ source: PackedBytes, at index: Int = 0) {
    self.source = source
    self.index = index
  }

  package mutating func number() -> Int { Int(truncatingIfNeeded: bits()) }

  package mutating func bits() -> UInt64 {
    let first = source[index]
    index += 1
    if first < 0x40 { return UInt64(first) }
    var result = UInt64(first & 0x3F)
    var shift: UInt64 = 6
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
  package mutating func range() -> Range<Int> {
    let length = min(number(), max(source.count - index, 0))
    let start = index
    index += max(length, 0)
    return start..<index
  }

  package mutating func texts() -> [String] { list { $0.text() } }
  package mutating func numbers() -> [Int] { list { $0.number() } }

  /// What `write(words:of:)` wrote.
  package mutating func words(of width: Int) -> [UInt32] {
    let count = min(number(), max(source.count - index, 0) / width)
    let start = index
    index += count * width
    return source.words(in: start..<index, of: width)
  }

  /// The next `count` bytes as they lie.
  package mutating func bytes(_ count: Int) -> PackedBytes {
    let start = index
    index += min(max(count, 0), max(source.count - index, 0))
    return source[start..<index]
  }

  /// A count, then as many elements; no more than there are bytes left.
  package mutating func list<Element>(_ element: (inout PackedReader) -> Element) -> [Element] {
    let count = min(number(), max(source.count - index, 0))
    var result: [Element] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(element(&self)) }
    return result
  }
}

/// A number for the text of a token: equal texts have equal ones. A mark's is its bytes, and so tells
/// all of it; a word's is a hash, and what it says must be looked at again where it matters.
struct TokenKey: Hashable {
  /// Orders the keys of a text; says nothing else.
  let number: UInt32

  private init(_ number: UInt32) { self.number = number }

  /// That of strings, line ends, and marks longer than four bytes.
  static let none = TokenKey(0)

  private static let wordBit: UInt32 = 0x8000_0000

  /// That of a word (FNV-1a, 31 bits).
  init(word: some Sequence<UInt8>) {
    var hash: UInt32 = 0x811C_9DC5
    for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    number = (hash ^ hash >> 15) | Self.wordBit
  }

  /// That of a mark of ASCII.
  init(mark: some Collection<UInt8>) {
    var packed: UInt32 = 0
    for byte in mark.count <= 4 ? mark[...] : mark.prefix(0) {
      guard byte < 0x80 else {
        packed = 0
        break
      }
      packed = packed << 8 | UInt32(byte)
    }
    number = packed
  }

  @inline(__always)
  init(mark: StaticString) {
    number = mark.withUTF8Buffer { bytes in
      var packed: UInt32 = 0
      for byte in bytes { packed = packed << 8 | UInt32(byte) }
      return packed
    }
  }

  var isWord: Bool { number & Self.wordBit != 0 }
  var isMark: Bool { number != 0 && !isWord }

  /// The byte of a mark that has only one, else 0.
  var singleByte: UInt8 { isMark && number < 0x80 ? UInt8(number) : 0 }

  /// How many slots there are.
  static let slotCount = 1 << 14

  /// A number for a table of the words of a text.
  var slot: Int { Int(number) & (Self.slotCount - 1) }
}

/// Reads a list of character codes: `[103, 104, 112]`, `0x67, 0x68, 0x70`, `67 68 70`.
struct CharacterCodes {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The fewest codes that are worth a reading.
  private static let shortest = 12

  /// Adds what the codes of a run say, if all of them are printable.
  func read(_ run: Range<Int>, into text: inout DerivedText) {
    var index = run.lowerBound
    // A run may begin with the end of a word before the list.
    while index < run.upperBound, !isStart(index) { index += 1 }
    let start = index
    let isPairs = !bytes[run].prefix(64).contains(UInt8(ascii: ","))
    var count = 0
    var end = index
    while index < run.upperBound, text.budget > 0 {
      guard let code = code(at: index, upTo: run.upperBound, isPairs) else { break }
      text.append(CollectionOfOne(code.byte), for: index..<code.end)
      count += 1
      end = code.end
      index = code.end
      while index < run.upperBound, isBetween(bytes[index]) {
        index += 1
      }
    }
    if count < Self.shortest {
      text.cancel()
    } else {
      text.end(.characterCodes, place: start..<end)
    }
  }

  private func isBetween(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
  }

  private func isStart(_ index: Int) -> Bool {
    bytes[index].isASCIIDigit && (index == 0 || !bytes[index - 1].isWordByte)
      || bytes[index].hexadecimalValue != nil && index > 0
        && (bytes[index - 1] <= 0x20 || bytes[index - 1] == UInt8(ascii: "\""))
  }

  private func code(
    at start: Int, upTo limit: Int, _ isPairs: Bool
  ) -> (byte: UInt8, end: Int)? {
    var index = start
    var base = isPairs ? 16 : 10
    if index + 2 < limit, bytes[index] == UInt8(ascii: "0"), bytes[index + 1] | 0x20 == 0x78 {
      index += 2
      base = 16
    }
    let first = index
    var value = 0
    while index < limit, let digit = bytes[index].hexadecimalValue, digit < base, index - first < 3
    {
      value = value * base + digit
      index += 1
    }
    guard index > first, !isPairs || index - first == 2, index == limit || !bytes[index].isWordByte,
      value < 0x7F, UInt8(value).isText
    else { return nil }
    return (UInt8(value), index)
  }
}

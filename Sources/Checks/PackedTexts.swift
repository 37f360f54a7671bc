import PatternEngine

/// Texts in one stretch of bytes; each is made when it is asked for.
struct PackedTexts: Sendable {
  private let bytes: PackedBytes
  /// Where each text ends, and the next one begins.
  private let ends: [UInt32]

  init(_ texts: [String]) {
    bytes = PackedBytes(texts.flatMap { Array($0.utf8) })
    var end: UInt32 = 0
    ends = texts.map { text in
      end += UInt32(text.utf8.count)
      return end
    }
  }

  var count: Int { ends.count }

  subscript(index: Int) -> String {
    bytes.text((index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]))
  }

  // MARK: - Packing

  /// Costs a step for each text.
  init(_ reader: inout PackedReader) {
    bytes = reader.bytes(reader.number())
    ends = reader.words(of: 3)
  }

  func pack(_ writer: inout PackedWriter) {
    writer.write(bytes.count)
    writer.append((0..<bytes.count).map { bytes[$0] })
    writer.write(words: ends, of: 3)
  }
}

extension PackedTexts: Equatable {
  static func == (one: PackedTexts, other: PackedTexts) -> Bool {
    one.ends == other.ends && (0..<one.bytes.count).allSatisfy { one.bytes[$0] == other.bytes[$0] }
  }
}

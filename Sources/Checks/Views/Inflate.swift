// Unpacks DEFLATE data (RFC 1951), bare or in the wrapping of zlib (RFC 1950) and gzip (RFC 1952), as far
// as it goes and up to a limit. Checksums are not looked at: what is cut off or damaged is read as well.
// Codes are told by counting, a bit at a step, as the RFC describes them; what is packed in a text is short.

/// Unpacks compressed bytes.
struct Inflate {
  private let input: [UInt8]
  private let limit: Int
  private var position: Int
  private var bits: UInt32 = 0
  private var held = 0
  private var output: [UInt8] = []

  private enum Stop: Error { case end }

  /// What the data says, at most `limit` bytes; nil where its first bytes are no such data. `isBare`
  /// allows for data without any wrapping. Costs no more than the input and the limit.
  static func unpacked(_ input: [UInt8], limit: Int, isBare: Bool = false) -> [UInt8]? {
    guard let start = start(of: input) ?? (isBare ? 0 : nil) else { return nil }
    var inflate = Inflate(input: input, limit: limit, position: start)
    inflate.run()
    return inflate.output.isEmpty ? nil : inflate.output
  }

  private init(input: [UInt8], limit: Int, position: Int) {
    self.input = input
    self.limit = limit
    self.position = position
  }

  /// Where the packed bytes begin behind a header of gzip or zlib.
  private static func start(of input: [UInt8]) -> Int? {
    guard input.count > 10 else { return nil }
    if input[0] == 0x1F, input[1] == 0x8B, input[2] == 8 {
      var place = 10
      let flags = input[3]
      if flags & 4 != 0 {
        guard place + 2 <= input.count else { return nil }
        place += 2 + Int(input[place]) + Int(input[place + 1]) << 8
      }
      for flag in [8, 16] as [UInt8] where flags & flag != 0 {
        // A name and a comment, each ended by a zero byte.
        while place < input.count, input[place] != 0 { place += 1 }
        place += 1
      }
      if flags & 2 != 0 { place += 2 }
      return place < input.count ? place : nil
    }
    let isZlib =
      input[0] & 0x0F == 8 && input[0] >> 4 <= 7 && input[1] & 0x20 == 0
      && (Int(input[0]) << 8 | Int(input[1])) % 31 == 0
    return isZlib ? 2 : nil
  }

  private mutating func run() {
    do {
      var isLast = false
      while !isLast, output.count < limit {
        isLast = try take(1) == 1
        switch try take(2) {
        case 0: try copyStored()
        case 1: try readBlock(Self.fixedLengths, Self.fixedDistances)
        case 2: try readDynamicBlock()
        default: throw Stop.end
        }
      }
    } catch {
      // What was read up to here counts.
    }
  }

  private mutating func take(_ count: Int) throws -> Int {
    while held < count {
      guard position < input.count else { throw Stop.end }
      bits |= UInt32(input[position]) << UInt32(held)
      position += 1
      held += 8
    }
    let value = Int(bits & (1 << UInt32(count) - 1))
    bits >>= UInt32(count)
    held -= count
    return value
  }

  private mutating func copyStored() throws {
    bits = 0
    held = 0
    guard position + 4 <= input.count else { throw Stop.end }
    let count = Int(input[position]) | Int(input[position + 1]) << 8
    let check = Int(input[position + 2]) | Int(input[position + 3]) << 8
    guard count ^ check == 0xFFFF else { throw Stop.end }
    position += 4
    let end = min(position + count, input.count)
    output += input[position..<min(end, position + max(0, limit - output.count))]
    position = end
  }

  private mutating func readDynamicBlock() throws {
    let lengthCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let codeCount = try take(4) + 4
    var order = [UInt8](repeating: 0, count: 19)
    for place in Self.order.prefix(codeCount) { order[place] = UInt8(try take(3)) }
    let codes = Code(order)
    var widths: [UInt8] = []
    while widths.count < lengthCount + distanceCount {
      let symbol = try next(codes)
      switch symbol {
      case 0..<16: widths.append(UInt8(symbol))
      case 16:
        guard let last = widths.last else { throw Stop.end }
        widths += [UInt8](repeating: last, count: try take(2) + 3)
      case 17: widths += [UInt8](repeating: 0, count: try take(3) + 3)
      default: widths += [UInt8](repeating: 0, count: try take(7) + 11)
      }
    }
    guard widths.count == lengthCount + distanceCount else { throw Stop.end }
    try readBlock(Code(widths[..<lengthCount]), Code(widths[lengthCount...]))
  }

  private mutating func readBlock(_ lengths: Code, _ distances: Code) throws {
    while output.count < limit {
      let symbol = try next(lengths)
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return }
      guard symbol - 257 < Self.lengthBases.count else { throw Stop.end }
      let length = Self.lengthBases[symbol - 257] + (try take(Self.lengthBits[symbol - 257]))
      let other = try next(distances)
      guard other < Self.distanceBases.count else { throw Stop.end }
      let distance = Self.distanceBases[other] + (try take(other < 2 ? 0 : other / 2 - 1))
      guard distance <= output.count else { throw Stop.end }
      for _ in 0..<min(length, limit - output.count) {
        output.append(output[output.count - distance])
      }
    }
  }

  private mutating func next(_ code: Code) throws -> Int {
    var value = 0
    var first = 0
    var index = 0
    for width in 1...15 {
      value |= try take(1)
      let count = code.counts[width]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Stop.end
  }

  /// A canonical Huffman code: how many symbols there are of each width, and the symbols in order.
  private struct Code {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ widths: some Collection<UInt8>) {
      for width in widths { counts[Int(width)] += 1 }
      counts[0] = 0
      var starts = [Int](repeating: 0, count: 17)
      for width in 1...15 { starts[width + 1] = starts[width] + counts[width] }
      symbols = [Int](repeating: 0, count: widths.count)
      for (symbol, width) in widths.enumerated() where width > 0 {
        symbols[starts[Int(width)]] = symbol
        starts[Int(width)] += 1
      }
    }
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distanceBases = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let fixedLengths = Code(
    (0..<288).map { symbol -> UInt8 in
      switch symbol {
      case 0..<144: 8
      case 144..<256: 9
      case 256..<280: 7
      default: 8
      }
    })
  private static let fixedDistances = Code([UInt8](repeating: 5, count: 30))
}

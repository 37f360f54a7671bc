// The file is a literal in the program, and text in the repository: numbers are written by printable
// characters that need no escape in either.

/// Numbers of a fixed width, by digits of base 91, the highest first: `#` to `~` without the backslash.
enum PrintableNumbers {
  static let base = 91

  /// How many numbers there are of two and of three digits.
  static let pairs = base * base
  static let triples = base * base * base

  static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
    var rest = number
    var reversed: [UInt8] = []
    for _ in 0..<digits {
      let digit = UInt8(rest % base) + 0x23
      reversed.append(digit >= 0x5C ? digit + 1 : digit)
      rest /= base
    }
    bytes += reversed.reversed()
  }

  /// From 0 to 90 for the characters above; some number below 256 for any other.
  @inline(__always)
  static func digit(_ byte: UInt8) -> Int { Int(byte &- (byte > 0x5C ? 0x24 : 0x23)) }

  @inline(__always)
  static func pair(_ bytes: Span<UInt8>, at place: Int) -> Int {
    digit(bytes[place]) * base + digit(bytes[place + 1])
  }

  @inline(__always)
  static func triple(_ bytes: Span<UInt8>, at place: Int) -> Int {
    pair(bytes, at: place) * base + digit(bytes[place + 2])
  }
}

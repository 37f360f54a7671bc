// GitHub and npm end their tokens in a checksum: the CRC-32 of the thirty random characters before it,
// as six digits of base 62 (GitHub's engineering blog on token formats, 2021). A token whose checksum
// holds was issued; one whose checksum fails may still have been mistyped, so it is kept.

extension Validator {
  /// Confirms the checksum that ends GitHub and npm tokens; makes such a body as an example.
  static let githubChecksum = Validator(
    name: "github-checksum",
    example: { _, random in
      let alphabet: StaticString = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
      let body = random.text(30, of: alphabet)
      return body + String(decoding: TokenChecksum.digits(of: Array(body.utf8)), as: UTF8.self)
    },
    judge: { input in
      let value = input.value
      guard value.count >= 36 else { return .plausible(nil) }
      let body = value.suffix(36)
      let expected = TokenChecksum.digits(of: Array(body.prefix(30)))
      return expected.elementsEqual(body.suffix(6))
        ? .proven("checksum valid") : .plausible("checksum wrong")
    })
}

/// The checksum in six digits of base 62.
enum TokenChecksum {
  private static let alphabet = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

  static func digits(of body: [UInt8]) -> [UInt8] {
    var rest = Int(crc32(body))
    var digits: [UInt8] = []
    for _ in 0..<6 {
      digits.append(alphabet[rest % 62])
      rest /= 62
    }
    return digits.reversed()
  }

  /// So many digits of base 36, filled up with zeros.
  static func base36(_ number: UInt32, count: Int) -> [UInt8] {
    var rest = Int(number)
    var digits: [UInt8] = []
    for _ in 0..<count {
      digits.append(UInt8(rest % 36 < 10 ? 0x30 + rest % 36 : 0x61 + rest % 36 - 10))
      rest /= 36
    }
    return digits.reversed()
  }

  /// CRC-32 as in ISO 3309, bit by bit: tokens are short.
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 {
        register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1
      }
    }
    return ~register
  }
}

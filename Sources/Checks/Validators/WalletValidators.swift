// Wallets end their keys in a checksum, so that a mistyped character is noticed before money is sent. For a
// review it proves the opposite: what holds was made by a wallet.

import Rules

extension Validator {
  /// Proves the checksum of Bech32 (BIP 173) and Bech32m (BIP 350), in which age, Nostr, Sui and
  /// Cardano write their keys.
  static let bech32 = Validator(name: "bech32") { input in
    Bech32.holds(input.value) ? .proven("checksum valid") : .plausible(nil)
  }

  /// Proves the checksum of Base58Check, in which Bitcoin and Tezos write their keys. Keys of a test
  /// network open nothing of worth.
  static let base58Check = Validator(name: "base58check") { input in
    guard let payload = Base58.bitcoin.checked(input.value) else { return .plausible(nil) }
    return isOfTestNetwork(payload)
      ? .documented("a key of a test network") : .proven("checksum valid")
  }

  /// Proves the checksum of a seed of the XRP Ledger (xrpl.org, "base58 Encodings").
  static let xrpSeed = Validator(name: "xrp-seed") { input in
    Base58.ripple.checked(input.value) == nil ? .plausible(nil) : .proven("checksum valid")
  }

  /// Proves the checksum of CB58, in which Avalanche writes its keys behind `PrivateKey-`: four bytes of
  /// one SHA-256 at the end.
  static let avalancheKey = Validator(name: "avalanche-key") { input in
    let dash = input.value.lastIndex(of: UInt8(ascii: "-"))
    let body = Array(input.value[(dash.map { $0 + 1 } ?? 0)...])
    return Base58.bitcoin.checked(body, rounds: 1) == nil
      ? .plausible(nil) : .proven("checksum valid")
  }

  /// Proves the checksum of a Stellar secret seed (SEP-23, "strkeys").
  static let stellarSeed = Validator(name: "stellar-seed") { input in
    StellarKey.isSeed(input.value) ? .proven("checksum valid") : .plausible(nil)
  }

  /// Proves the checksum of a NATS seed (the `nkeys` library, "crc16.go").
  static let natsSeed = Validator(name: "nats-seed") { input in
    StellarKey.isChecked(input.value) ? .proven("checksum valid") : .plausible(nil)
  }

  /// Whether a version says so: 0xEF of a private key (Bitcoin's chainparams.cpp), `tprv` and its kin of
  /// an extended one (BIP 32, SLIP-132).
  private static func isOfTestNetwork(_ payload: [UInt8]) -> Bool {
    switch payload.count {
    case 33, 34: payload[0] == 0xEF
    case 78:
      [[0x04, 0x35, 0x83, 0x94], [0x04, 0x4A, 0x4E, 0x28], [0x04, 0x5F, 0x18, 0xBC]].contains(
        Array(payload[..<4]))
    default: false
    }
  }
}

/// A Stellar key: base32 of a version, 32 bytes and a CRC-16.
enum StellarKey {
  /// Whether it is a secret seed, version and checksum included.
  static func isSeed(_ text: [UInt8]) -> Bool {
    text.count == 56 && isChecked(text) && Base32Text.decode(text)?.first == 18 << 3
  }

  /// Whether base32 ends in the CRC-16 of what is before it, least byte first, as NATS has it too.
  static func isChecked(_ text: [UInt8]) -> Bool {
    guard let bytes = Base32Text.decode(text), bytes.count > 2 else { return false }
    let sum = crc16(bytes.dropLast(2))
    return bytes.suffix(2).elementsEqual([UInt8(truncatingIfNeeded: sum), UInt8(sum >> 8)])
  }

  /// CRC-16/XMODEM: polynomial 0x1021, started at zero.
  static func crc16(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    var register: UInt16 = 0
    for byte in bytes {
      register ^= UInt16(byte) << 8
      for _ in 0..<8 {
        register = register >> 15 == 1 ? register << 1 ^ 0x1021 : register << 1
      }
    }
    return register
  }
}

/// The checksum of BIP 173 and BIP 350.
enum Bech32 {
  private static let alphabet = Array("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let generator: [UInt32] = [
    0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3,
  ]

  /// Whether the last six characters fit the rest, in either version. Upper case counts as lower.
  static func holds(_ text: [UInt8]) -> Bool {
    let lower = text.map(\.asciiLowercased)
    guard let mark = lower.lastIndex(of: UInt8(ascii: "1")), mark > 0, lower.count - mark > 6 else {
      return false
    }
    var data: [UInt8] = lower[..<mark].map { $0 >> 5 } + [0] + lower[..<mark].map { $0 & 31 }
    for byte in lower[(mark + 1)...] {
      guard let value = alphabet.firstIndex(of: byte) else { return false }
      data.append(UInt8(value))
    }
    let rest = remainder(of: data)
    return rest == 1 || rest == 0x2bc8_30a3
  }

  private static func remainder(of data: [UInt8]) -> UInt32 {
    var register: UInt32 = 1
    for value in data {
      let top = register >> 25
      register = (register & 0x1FF_FFFF) << 5 ^ UInt32(value)
      for bit in 0..<5 where top >> UInt32(bit) & 1 == 1 { register ^= generator[bit] }
    }
    return register
  }
}

/// Base 58 with four bytes of a hash at the end.
struct Base58 {
  private let alphabet: [UInt8]

  static let bitcoin = Base58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
  static let ripple = Base58("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz")

  private init(_ alphabet: StaticString) {
    self.alphabet = alphabet.withUTF8Buffer { Array($0) }
  }

  /// The bytes before the checksum; nil where it does not hold, which is that of `rounds` times
  /// SHA-256. Texts of more than 128 characters do not count.
  func checked(_ text: [UInt8], rounds: Int = 2) -> [UInt8]? {
    guard text.count <= 128, let bytes = decode(text), bytes.count > 4 else { return nil }
    let payload = Array(bytes.dropLast(4))
    let sum = (0..<rounds).reduce(payload) { hash, _ in Self.hash(hash) }
    return bytes.suffix(4).elementsEqual(sum.prefix(4)) ? payload : nil
  }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  private func decode(_ text: [UInt8]) -> [UInt8]? {
    // The least digit comes first, so that a carry appends.
    var result: [UInt8] = []
    for byte in text {
      guard var carry = alphabet.firstIndex(of: byte) else { return nil }
      for index in result.indices {
        carry += Int(result[index]) * 58
        result[index] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      while carry > 0 {
        result.append(UInt8(carry & 0xFF))
        carry >>= 8
      }
    }
    let zeros = text.prefix { $0 == alphabet[0] }.count
    return Array(repeating: 0, count: zeros) + result.reversed()
  }
}

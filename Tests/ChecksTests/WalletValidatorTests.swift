import Rules
import Testing

@testable import Checks

struct WalletValidatorTests {
  static let bitcoin = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8)

  /// The payload with its checksum, in base 58.
  static func encoded(_ payload: [UInt8], rounds: Int = 2) -> [UInt8] {
    let sum = (0..<rounds).reduce(payload) { bytes, _ in
      var hash = SHA256()
      hash.update(bytes)
      return hash.finish()
    }
    var rest = payload + sum.prefix(4)
    var digits: [UInt8] = []
    while rest.contains(where: { $0 != 0 }) {
      var remainder = 0
      for index in rest.indices {
        remainder = remainder << 8 | Int(rest[index])
        rest[index] = UInt8(remainder / 58)
        remainder %= 58
      }
      digits.append(bitcoin[remainder])
    }
    let zeros = payload.firstIndex { $0 != 0 } ?? payload.count
    return Array(repeating: bitcoin[0], count: zeros) + digits.reversed()
  }

  static func judged(_ validator: Validator, _ value: [UInt8]) -> Judgement {
    validator.judge(ValidatorInput(value: value))
  }

  static let key = (0..<32).map { UInt8($0 * 7 + 3) }

  /// The address of the first block of Bitcoin.
  @Test func `Base58Check is proven by its checksum`() {
    let address = Array("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa".utf8)
    #expect(Base58.bitcoin.checked(address)?.count == 21)
    var changed = address
    changed[20] = UInt8(ascii: "U")
    #expect(Base58.bitcoin.checked(changed) == nil)
  }

  @Test func `a key of Bitcoin is proven, one of its test network noted`() {
    let main = Self.encoded([0x80] + Self.key + [1])
    #expect([UInt8(ascii: "K"), UInt8(ascii: "L")].contains(main[0]))
    #expect(Self.judged(.base58Check, main) == .proven("checksum valid"))
    let test = Self.encoded([0xEF] + Self.key + [1])
    #expect(Self.judged(.base58Check, test) == .documented("a key of a test network"))
    #expect(Self.judged(.base58Check, Array(main.dropLast()) + [main[5]]) == .plausible(nil))
  }

  @Test func `extended keys tell their network`() {
    let rest = [UInt8](repeating: 0, count: 9) + Self.key + [0] + Self.key
    let main = Self.encoded([0x04, 0x88, 0xAD, 0xE4] + rest)
    #expect(main.starts(with: "xprv".utf8))
    #expect(Self.judged(.base58Check, main) == .proven("checksum valid"))
    let test = Self.encoded([0x04, 0x35, 0x83, 0x94] + rest)
    #expect(test.starts(with: "tprv".utf8))
    #expect(Self.judged(.base58Check, test) == .documented("a key of a test network"))
  }

  /// The prefixes are those of Tezos' `base58.ml`.
  @Test(arguments: [
    ("edsk", [0x0D, 0x0F, 0x3A, 0x07], 32, 54), ("edsk", [0x2B, 0xF6, 0x4E, 0x07], 64, 98),
    ("spsk", [0x11, 0xA2, 0xE0, 0xC9], 32, 54), ("p2sk", [0x10, 0x51, 0xEE, 0xBD], 32, 54),
  ])
  func `keys of Tezos are proven`(start: String, prefix: [Int], size: Int, length: Int) {
    let text = Self.encoded(prefix.map { UInt8($0) } + (Self.key + Self.key).prefix(size))
    #expect(text.starts(with: start.utf8))
    #expect(text.count == length)
    #expect(Self.judged(.base58Check, text) == .proven("checksum valid"))
  }

  @Test func `a key of Avalanche has one round of its hash`() {
    let body = Self.encoded(Self.key, rounds: 1)
    let key = Array("PrivateKey-".utf8) + body
    #expect(Self.judged(.avalancheKey, key) == .proven("checksum valid"))
    let twice = Array("PrivateKey-".utf8) + Self.encoded(Self.key)
    #expect(Self.judged(.avalancheKey, twice) == .plausible(nil))
  }

  /// The seed of the first account, printed in the documentation of the XRP Ledger.
  @Test func `a seed of the XRP Ledger has an alphabet of its own`() {
    let seed = Array("snoPBrXtMeMyMHUVTgbuqAfg1SUTb".utf8)
    #expect(Self.judged(.xrpSeed, seed) == .proven("checksum valid"))
    #expect(Self.judged(.base58Check, seed) == .plausible(nil))
    #expect(Self.judged(.xrpSeed, Array(seed.reversed())) == .plausible(nil))
  }

  @Test func `CRC-16 of nine digits is the one of its catalogue`() {
    #expect(StellarKey.crc16(Array("123456789".utf8)[...]) == 0x31C3)
  }

  @Test func `a seed of Stellar needs its version and its checksum`() {
    func text(version: UInt8) -> [UInt8] {
      let body = [version] + Self.key
      let sum = StellarKey.crc16(body[...])
      let bytes = body + [UInt8(sum & 0xFF), UInt8(sum >> 8)]
      var bits = ""
      for byte in bytes {
        let digits = String(byte, radix: 2)
        bits += String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }
      let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
      let digits = Array(bits.utf8)
      return stride(from: 0, to: digits.count, by: 5).map { start in
        alphabet[digits[start..<(start + 5)].reduce(0) { $0 * 2 + Int($1 - 0x30) }]
      }
    }
    let seed = text(version: 18 << 3)
    #expect(seed.first == UInt8(ascii: "S"))
    #expect(Self.judged(.stellarSeed, seed) == .proven("checksum valid"))
    #expect(Self.judged(.natsSeed, seed) == .proven("checksum valid"))
    let account = text(version: 6 << 3)
    #expect(account.first == UInt8(ascii: "G"))
    #expect(Self.judged(.stellarSeed, account) == .plausible(nil))
    var changed = seed
    changed[9] = changed[9] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
    #expect(Self.judged(.stellarSeed, changed) == .plausible(nil))
    #expect(Self.judged(.natsSeed, changed) == .plausible(nil))
  }
}

struct IssuedTokenValidatorTests {
  static func judged(_ validator: Validator, _ value: String) -> Judgement {
    validator.judge(ValidatorInput(value: Array(value.utf8)))
  }

  @Test func `CRC-32 of nine digits is the one of its catalogue`() {
    #expect(TokenChecksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(TokenChecksum.base36(0xCBF4_3926, count: 7) == Array("1kl8mjq".utf8))
  }

  @Test func `a routable token of GitLab ends in its checksum`() {
    let body = "glpat-" + String(repeating: "bW9", count: 9) + ".01.0r"
    let sum = TokenChecksum.base36(TokenChecksum.crc32(Array(body.utf8)), count: 7)
    let token = body + String(decoding: sum, as: UTF8.self)
    #expect(Self.judged(.gitlabChecksum, token) == .proven("checksum valid"))
    #expect(Self.judged(.gitlabChecksum, String(token.dropLast()) + "_") == .plausible(nil))
    #expect(Self.judged(.gitlabChecksum, "glpat-short") == .plausible(nil))
  }

  @Test func `a token of a Grafana service account ends in its checksum, least byte first`() {
    let body = "glsa_" + String(repeating: "aB3d", count: 8)
    var rest = TokenChecksum.crc32(Array(body.utf8))
    var sum = ""
    for _ in 0..<4 {
      let byte = String(rest & 0xFF, radix: 16)
      sum += byte.utf8.count == 1 ? "0" + byte : byte
      rest >>= 8
    }
    #expect(Self.judged(.grafanaChecksum, "\(body)_\(sum)") == .proven("checksum valid"))
    let other = sum.first == "0" ? "1" : "0"
    #expect(Self.judged(.grafanaChecksum, "\(body)_\(other)\(sum.dropFirst())") == .plausible(nil))
    #expect(Self.judged(.grafanaChecksum, body) == .plausible(nil))
  }

  @Test func `a report of Power BI is no key of Grafana`() {
    let report = Base64Text.encode(
      Array(#"{"k":"12345678-90ab-cdef-1234-567890abcdef","t":"a"}"#.utf8))
    #expect(Self.judged(.grafanaChecksum, report) == .refuted)
    let key = Base64Text.encode(
      Array(#"{"k":"Q2x1YiBvZiBrZXlzIGFuZCBsb2Nrcw","n":"ci","id":1}"#.utf8))
    #expect(Self.judged(.grafanaChecksum, key) == .plausible(nil))
  }

  @Test func `a token of a Sentry organization holds JSON`() {
    let facts = Base64Text.encode(Array(#"{"iat":1700000000.1,"org":"acme"}"#.utf8))
    let signature = String(String(repeating: "aB3+", count: 11).dropLast())
    guard case .proven = Self.judged(.sentryToken, "sntrys_\(facts)_\(signature)") else {
      Issue.record("its facts must be read")
      return
    }
    let other = Base64Text.encode(Array("no facts at all".utf8))
    #expect(Self.judged(.sentryToken, "sntrys_\(other)_\(signature)") == .plausible(nil))
    #expect(Self.judged(.sentryToken, "sntryu_abc") == .plausible(nil))
  }

  @Test func `a token of Discord names an account and its day`() {
    // 175928847299117063 is the example of Discord's reference: 2016-04-30.
    let account = Base64Text.encode(Array("175928847299117063".utf8)).filter { $0 != "=" }
    #expect(
      Self.judged(.discordToken, account + ".abcdef.ghijkl")
        == .proven("of the account 175928847299117063, made on 2016-04-30"))
    let words = Base64Text.encode(Array("seventeen letters".utf8)).filter { $0 != "=" }
    #expect(Self.judged(.discordToken, words + ".abcdef.ghijkl") == .plausible(nil))
  }

  @Test func `a shared access signature says until when it holds`() {
    func judged(_ query: String) -> Judgement {
      Validator.azureSAS.judge(
        ValidatorInput(value: Array("signature".utf8), groups: ["query": Array(query.utf8)]))
    }
    #expect(
      judged("sv=2023-01-03&se=2031-05-01T10%3A00Z&sr=c&sp=rl")
        == .proven("valid until 2031-05-01, for rl"))
    #expect(judged("?se=2031-05-01&sv=2023-01-03") == .proven("valid until 2031-05-01"))
    #expect(judged("use=2031-05-01") == .plausible("signs an address of Azure storage"))
  }

  @Test func `a service's name before an identifier makes it no key`() {
    func judged(_ name: String) -> Judgement? {
      Validator.secrets.first { $0.name == "service-key" }?.judge(
        ValidatorInput(
          value: Array("9mK2vQ8xT4wZ7bN3hJ5g".utf8), groups: ["name": Array(name.utf8)]))
    }
    #expect(judged("_API_KEY") == .plausible(nil))
    #expect(judged("") == .plausible(nil))
    #expect(judged("_PROJECT_ID") == .refuted)
    #expect(judged("UserName") == .refuted)
  }
}

struct ExactFormTests {
  @Test(arguments: [
    "acme_[0-9]{20}", "\\b(?<value>xox[abp]-[a-z]{4,9})", "(?i)x(?<value>acm[0-9]{9})",
  ])
  func `a form begins with letters of its own`(pattern: String) {
    #expect(ExactForm(pattern: pattern).isExact)
  }

  @Test(arguments: [
    "acme[ =](?<value>[0-9a-z]{20})", "(?<value>acme_[a-z]{9}|[0-9]{20})",
    "(?<value>(?:acme)?[a-z]{9})",
  ])
  func `a name before the value makes no form`(pattern: String) {
    #expect(!ExactForm(pattern: pattern).isExact)
  }

  @Test func `a fixed length is told from a range`() {
    #expect(ExactForm(pattern: "acme_[0-9]{20}").isOfFixedLength)
    #expect(!ExactForm(pattern: "acme_[0-9]{20,30}").isOfFixedLength)
  }

  @Test(arguments: [
    ("acme_xxxxxxxxxxxxxxxxxxxx", "masked"), ("AKIAXXXXXXXXXXXXXXXX", "masked"),
    ("acme_0123456789abcdef0123", "counted up, not issued"),
    ("acme_00000000000000000000", "one character over and over"),
    ("acme_EXAMPLETESTTESTTESTTESTTESTTEST", "one word over and over"),
    ("acme_deadbeefdeadbeefdeadbeef", "one word over and over"),
  ])
  func `a form that was filled by hand says with what`(value: String, filler: String) {
    #expect(ExactForm.filler(of: Array(value.utf8)) == filler)
  }

  @Test(arguments: ["acme_9mK2vQ8xT4wZ7bN3hJ5g", "acme_xxxxxxxxxxxx...", "acme_xxxx…xxxxxxxxxxxx"])
  func `what may be issued or leaves something out was not filled`(value: String) {
    #expect(ExactForm.filler(of: Array(value.utf8)) == nil)
  }
}

struct ServiceAccountFileTests {
  static func content(_ key: String) -> ServiceAccountFile.Content? {
    let text = """
      [{"other": 1}, {"type": "service_account", "project_id": "acme", \
      "private_key": "\(key)", "client_id": "1"}]
      """
    let bytes = Array(text.utf8)
    let place = 30
    guard let object = ServiceAccountFile.object(around: place, in: bytes) else { return nil }
    #expect(bytes[object.range].starts(with: #"{"type""#.utf8))
    #expect(bytes[object.range].last == UInt8(ascii: "}"))
    return object.key
  }

  @Test func `a key is told from a mask, and both from a template`() {
    let frame = ("-----BEGIN PRIVATE KEY-----\\n", "\\n-----END PRIVATE KEY-----\\n")
    let body = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC"
    #expect(Self.content(frame.0 + body + frame.1) == .key)
    #expect(Self.content(frame.0 + String(repeating: "x", count: 40) + frame.1) == .masked)
    #expect(Self.content(frame.0 + "..." + frame.1) == nil)
    #expect(Self.content(frame.0 + "${KEY}" + frame.1) == nil)
    #expect(Self.content("no key") == nil)
  }
}

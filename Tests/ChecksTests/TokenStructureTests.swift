import Testing

@testable import Checks

struct TokenStructureTests {
  @Test(arguments: ["123456789012", "000000000001", "029608264753", "999999999999"])
  func `an AWS key id names its account`(account: String) throws {
    // The account is packed into bits 1 to 40 of the 80 behind the prefix, which begin with a one.
    let number = try #require(UInt64(account))
    var bits = (UInt64(1) << 47 | number << 7) << 2
    var body: [UInt8] = []
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    for _ in 0..<10 {
      body.insert(alphabet[Int(bits & 31)], at: 0)
      bits >>= 5
    }
    let id = Array("AKIA".utf8) + body + Array("QWERTZ".utf8)
    #expect(AWSAccount.number(ofKeyID: id) == account)
  }

  @Test func `an AWS key id of the older kind names none`() {
    #expect(
      AWSAccount.number(ofKeyID: Array("AKIA".utf8) + Array("IAAAABBBBCCCCDDDD".utf8.prefix(16)))
        == nil)
  }

  /// The valid strings of BIP 173 and BIP 350.
  @Test(arguments: [
    "A12UEL5L", "a12uel5l", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "A1LQFN3A",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
  ])
  func `Bech32 is proven by its checksum`(text: String) {
    #expect(Bech32.holds(Array(text.utf8)))
    var changed = Array(text.utf8)
    changed[changed.count - 1] = changed.last == 0x71 ? 0x70 : 0x71
    #expect(!Bech32.holds(changed))
  }

  @Test func `a whole macaroon is proven, a cut one is not`() throws {
    func field(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] { [tag, UInt8(value.count)] + value }
    let bytes: [UInt8] =
      [2] + field(1, Array("pypi.org".utf8)) + field(2, Array("identifier".utf8)) + [0, 0]
      + field(6, Array(repeating: 7, count: 32))
    func judged(_ bytes: [UInt8]) -> Judgement {
      let text = "pypi-" + Base64Text.encode(bytes).filter { $0 != "=" }
      return Validator.pypiMacaroon.judge(ValidatorInput(value: Array(text.utf8)))
    }
    #expect(judged(bytes) == .proven("a whole macaroon of pypi.org"))
    #expect(judged(bytes.dropLast(6)) == .plausible("no whole macaroon"))
  }

  @Test(arguments: [
    (0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_615_406_982, "2021-03-10"),
    (4_102_444_799, "2099-12-31"), (-1, "1969-12-31"),
  ])
  func `seconds become a day`(seconds: Int, text: String) {
    #expect(CalendarDay(secondsSince1970: seconds).text == text)
  }
}

struct PrivateKeyBodyTests {
  private static func item(_ tag: UInt8, _ value: [UInt8]) -> [UInt8] {
    [tag, 0x82, UInt8(value.count >> 8), UInt8(value.count & 0xFF)] + value
  }

  private static func body(_ kind: String, _ bytes: [UInt8]) -> PrivateKeyBody {
    let text =
      "-----BEGIN \(kind)-----\n\(Base64Text.encode(bytes))\n-----END \(kind)-----\n"
    return PrivateKeyBody(block: Array(text.utf8)[...])
  }

  private static let rsa = item(
    0x30, item(0x02, [0]) + item(0x02, [0] + Array(repeating: 0xAB, count: 128)))

  @Test func `a whole key is told by its kind and length`() {
    #expect(Self.body("RSA PRIVATE KEY", Self.rsa) == .whole("RSA key of 1024 bits"))
    let ec = Self.item(0x30, Self.item(0x02, [1]) + Self.item(0x04, Array(repeating: 5, count: 32)))
    #expect(Self.body("EC PRIVATE KEY", ec) == .whole("EC key of 256 bits"))
    let wrapped = Self.item(
      0x30,
      Self.item(0x02, [0]) + Self.item(0x30, [0x06, 0x03, 0x2B, 0x65, 0x70])
        + Self.item(0x04, [4, 2, 1, 1]))
    #expect(Self.body("PRIVATE KEY", wrapped) == .whole("Ed25519 key"))
  }

  @Test func `a key that ends early is cut`() {
    let present = Array(Self.rsa.prefix(45))
    #expect(
      Self.body("RSA PRIVATE KEY", present) == .cut(present: 45, length: Self.rsa.count - 4))
  }

  @Test(arguments: [("none", false), ("aes256-ctr", true)])
  func `an OpenSSH key says whether it is locked`(cipher: String, isLocked: Bool) {
    func text(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
    let kind = text(Array("ssh-ed25519".utf8))
    let bytes: [UInt8] =
      Array("openssh-key-v1\0".utf8) + text(Array(cipher.utf8)) + text([]) + text([])
      + [0, 0, 0, 1] + text(kind) + text(Array(repeating: 9, count: 90))
    #expect(
      Self.body("OPENSSH PRIVATE KEY", bytes)
        == (isLocked ? .encrypted(cipher) : .whole("ssh-ed25519 key")))
  }

  @Test func `noise between the lines is nothing known`() {
    #expect(Self.body("PRIVATE KEY", [1, 2, 3, 4, 5, 6]) == .unknown)
    #expect(PrivateKeyBody(block: Array("-----BEGIN PRIVATE KEY-----".utf8)[...]) == .unknown)
    #expect(PrivateKeyBody(block: []) == .unknown)
  }
}

// A private key is a structure with lengths in it, so its own bytes tell whether it is whole, cut off,
// locked with a passphrase, or no key at all between two lines that speak of one.

/// What the body of a PEM block turns out to be.
enum PrivateKeyBody: Hashable {
  /// The structure is there to its end; with a name for it, such as "RSA key of 2048 bits".
  case whole(String)
  /// The structure begins, and says that it is longer than what follows.
  case cut(present: Int, length: Int)
  /// Locked with a passphrase, by a cipher.
  case encrypted(String)
  /// Not a structure that is known here: it may be damaged, masked in part, or of another kind.
  case unknown

  /// Reads a block from its BEGIN line on. Costs a pass over it.
  init(block: ArraySlice<UInt8>) {
    guard let body = Self.decodedBody(of: block) else {
      self = .unknown
      return
    }
    if body.starts(with: Self.openSSHMark) {
      self = Self.openSSH(body.dropFirst(Self.openSSHMark.count))
      return
    }
    var reader = DERReader(body[...])
    guard let outer = reader.next(), outer.tag == 0x30 else {
      self = .unknown
      return
    }
    guard outer.isWhole else {
      self = .cut(present: body.count, length: outer.length)
      return
    }
    self = Self.structure(outer.value)
  }

  private static let openSSHMark = Array("openssh-key-v1\0".utf8)

  /// The base64 between the lines, whatever joins its lines in a program; nil without a letter of it.
  private static func decodedBody(of block: ArraySlice<UInt8>) -> [UInt8]? {
    guard let dashes = Self.endOfBegin(block) else { return nil }
    var text: [UInt8] = []
    var index = dashes
    while index < block.endIndex {
      let byte = block[index]
      if byte == UInt8(ascii: "-"), text.count > 0 { break }
      if byte == UInt8(ascii: "\\"), index + 1 < block.endIndex {
        index += 2
        continue
      }
      let kind = ValueShape.Kind(byte)
      if kind.isLetter || kind == .digit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") {
        text.append(byte)
      }
      index += 1
    }
    // What is left of a last group that was cut is dropped.
    return Base64Text.decode(text.prefix(text.count / 4 * 4 + [0, 0, 2, 3][text.count % 4]))
  }

  /// Behind the dashes that end the BEGIN line.
  private static func endOfBegin(_ block: ArraySlice<UInt8>) -> Int? {
    var run = 0
    var isPastName = false
    for index in block.indices {
      if block[index] == UInt8(ascii: "-") {
        run += 1
        if isPastName, run == 5 { return index + 1 }
      } else {
        if run >= 4 { isPastName = true }
        run = 0
      }
    }
    return nil
  }

  /// After the mark: cipher, function and its options, number of keys (PROTOCOL.key of OpenSSH).
  private static func openSSH(_ rest: ArraySlice<UInt8>) -> PrivateKeyBody {
    var rest = rest
    guard let cipher = string(&rest), string(&rest) != nil, string(&rest) != nil, rest.count > 4
    else { return .cut(present: rest.count, length: rest.count + 1) }
    let name = String(decoding: cipher, as: UTF8.self)
    if name != "none" { return .encrypted(name) }
    rest = rest.dropFirst(4)
    guard var publicKey = string(&rest) else { return .cut(present: 0, length: 1) }
    let kind = string(&publicKey).map { String(decoding: $0, as: UTF8.self) } ?? "SSH"
    var copy = rest
    guard string(&copy) != nil else {
      return .cut(present: rest.count, length: rest.prefix(4).reduce(0) { $0 << 8 | Int($1) })
    }
    return .whole("\(kind) key")
  }

  private static func string(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard rest.count >= 4 else { return nil }
    let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard rest.count - 4 >= length else { return nil }
    let value = rest.dropFirst(4).prefix(length)
    rest = rest.dropFirst(4 + length)
    return value
  }

  /// PKCS #1 (RFC 8017), PKCS #8 (RFC 5958) with its encrypted form, SEC 1 (RFC 5915).
  private static func structure(_ value: ArraySlice<UInt8>) -> PrivateKeyBody {
    var reader = DERReader(value)
    guard let first = reader.next() else { return .unknown }
    if first.tag == 0x30 {
      // EncryptedPrivateKeyInfo begins with the algorithm instead of a version.
      return .encrypted("a passphrase")
    }
    guard first.tag == 0x02, let second = reader.next() else { return .unknown }
    switch second.tag {
    case 0x02:
      let bits = second.value.drop { $0 == 0 }.count * 8
      return .whole("RSA key of \(bits) bits")
    case 0x04: return .whole("EC key of \(second.value.count * 8) bits")
    case 0x30:
      var algorithm = DERReader(second.value)
      guard let name = algorithm.next(), name.tag == 0x06 else { return .unknown }
      return .whole(algorithms[Array(name.value)] ?? "private key")
    default: return .unknown
    }
  }

  /// Object identifiers of RFC 8017, RFC 5480 and RFC 8410.
  private static let algorithms: [[UInt8]: String] = [
    [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]: "RSA key",
    [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]: "EC key",
    [0x2B, 0x65, 0x70]: "Ed25519 key",
    [0x2B, 0x65, 0x6E]: "X25519 key",
  ]
}

/// Reads tags, lengths and values one after the other (X.690, definite lengths only).
struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  struct Item {
    var tag: UInt8
    /// As far as it is there.
    var value: ArraySlice<UInt8>
    /// As its header says.
    var length: Int
    var isWhole: Bool { value.count == length }
  }

  mutating func next() -> Item? {
    guard let tag = rest.popFirst(), let first = rest.popFirst() else { return nil }
    var length = Int(first)
    if first >= 0x80 {
      let count = Int(first & 0x7F)
      guard (1...3).contains(count), rest.count >= count else { return nil }
      length = rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(count)
    }
    defer { rest = rest.dropFirst(min(length, rest.count)) }
    return Item(tag: tag, value: rest.prefix(length), length: length)
  }
}

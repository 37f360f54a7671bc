// Some tokens prove themselves: an address format with a checksum, a list of caveats, an account that
// is packed into an id. All of it is read from the token alone, without a network.

import Rules

extension Validator {
  /// Says whose account an AWS key id belongs to. Refutes masks and words in its place.
  static let awsKeyID = Validator(name: "aws-key-id") { input in
    if let example = KnownExamples.name(of: input.value) { return .documented(example) }
    let body = Array(input.value.dropFirst(4))
    let isWord = ValueShape(body).digits == 0 && WordLikeness(body).isWords
    if Placeholder.isRepeated(body) { return .documented("one character over and over") }
    if Placeholder.isMask(body) { return .refuted }
    if isWord { return .documented("made of words") }
    if Placeholder.isSequence(body) { return .documented("counted up, not issued") }
    if let account = AWSAccount.number(ofKeyID: input.value) {
      return .plausible("of the AWS account \(account)")
    }
    return .plausible("prefix \(String(decoding: input.value.prefix(4), as: UTF8.self))")
  }

  /// Proves a PyPI token: a macaroon of the second version that is whole, location to signature
  /// (the format of libmacaroons, as pypitoken documents it).
  static let pypiMacaroon = Validator(name: "pypi-macaroon") { input in
    guard let dash = input.value.firstIndex(of: UInt8(ascii: "-")),
      let bytes = Base64Text.decode(input.value[(dash + 1)...]), bytes.first == 2
    else { return .plausible("no whole macaroon") }
    var fields = TaggedFields(bytes.dropFirst())
    guard let location = fields.next(), location.tag == 1 else {
      return .plausible("no whole macaroon")
    }
    while let field = fields.next() {
      guard field.tag == 6 else { continue }
      guard field.value.count == 32, fields.isAtEnd else { break }
      return .proven("a whole macaroon of \(String(decoding: location.value, as: UTF8.self))")
    }
    return .plausible("no whole macaroon")
  }
}

/// The account in an AWS key id.
enum AWSAccount {
  /// Twelve digits; nil for an id of the kind that carries none.
  ///
  /// The characters after the prefix are base32; of the first 48 bits, the 40 after the topmost are the
  /// account (Tal Be'ery, "A short note on AWS key ID", 2023). In ids from before about 2019
  /// the topmost bit is not set, and they say nothing.
  static func number(ofKeyID id: [UInt8]) -> String? {
    // Ten characters are fifty bits, of which six bytes are the first forty-eight.
    guard id.count == 20, let bytes = Base32Text.decode(id[4..<14]), bytes[0] >> 7 == 1 else {
      return nil
    }
    let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let number = (bits & 0x7FFF_FFFF_FF80) >> 7
    let digits = String(number)
    guard digits.utf8.count <= 12 else { return nil }
    return String(repeating: "0", count: 12 - digits.utf8.count) + digits
  }
}

/// Fields of a tag, a length and a value, one byte each or as a varint; a zero ends a section.
private struct TaggedFields {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  /// The next field over ends of sections; nil where the bytes end or do not fit.
  mutating func next() -> (tag: UInt8, value: ArraySlice<UInt8>)? {
    while rest.first == 0 { rest = rest.dropFirst() }
    guard let tag = rest.popFirst(), var length = rest.popFirst().map(Int.init) else { return nil }
    if length >= 0x80 {
      guard let high = rest.popFirst(), high < 0x80 else { return nil }
      length = length & 0x7F | Int(high) << 7
    }
    guard rest.count >= length else { return nil }
    defer { rest = rest.dropFirst(length) }
    return (tag, rest.prefix(length))
  }
}

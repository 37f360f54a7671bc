/// Looks into values that only wrap others: JSON web tokens, Basic authorization, base64.
extension Validator {
  /// Accepts a token whose header is JSON (RFC 7519), and says what its claims give away.
  static let jsonWebToken = Validator(
    name: "jwt",
    example: { role, random in
      let header = Base64Text.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
      let subject = random.text(12, of: "abcdefghijklmnopqrstuvwxyz0123456789")
      let claims = Base64Text.encode(
        Array(#"{"sub":"\#(subject)","role":"\#(role)","iat":1700000000}"#.utf8))
      let signature = random.text(
        43, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_")
      return [header, claims].map { $0.prefix { $0 != "=" } }.joined(separator: ".") + "."
        + signature
    },
    judge: { input in
      let parts = input.value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard parts.count == 3, let header = decoded(parts[0]),
        header.first == UInt8(ascii: "{"), Placeholder.contains(header, "\"")
      else { return .refuted }
      guard !Placeholder.isMask(Array(parts[2])), !WordLikeness(parts[2]).isWords else {
        return .refuted
      }
      if let example = KnownExamples.name(of: input.value) { return .documented(example) }
      guard let claims = decoded(parts[1]) else { return .plausible(nil) }
      if Placeholder.contains(claims.filter { $0 != 0x20 }, "\"role\":\"anon\"") {
        return .documented("role anon: made to be public")
      }
      if Placeholder.contains(claims, "service_role") {
        return .proven("it passes the row-level security")
      }
      if Placeholder.contains(claims, "admin") {
        return .proven("claims speak of an administrator")
      }
      return .plausible(validity(of: claims) ?? "it does not expire")
    })

  /// Accepts base64 of `name:password` (RFC 7617) with a password that is none of an example's.
  static let basicAuthorization = Validator(
    name: "basic-auth",
    example: { _, random in
      let password = random.text(
        12, of: "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789")
      return Base64Text.encode(Array("ann:\(password)".utf8))
    },
    judge: { input in
      guard let text = Base64Text.printable(input.value),
        let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > 0 || text.count > 12
      else { return .refuted }
      let password = Array(text[(colon + 1)...])
      if KnownExamples.name(of: input.value) != nil {
        return .documented("example of RFC 7617")
      }
      switch PasswordLiteral(password) {
      case .other:
        return SecretGrade(password) >= .moderate
          ? .plausible("decodes to a name and a password") : .refuted
      case .example: return .documented("decodes to a password that examples use")
      case .plain, .mixed: return .proven("decodes to a name and a password")
      }
    })

  /// Accepts base64 of printable text that is no placeholder.
  static let base64Text = Validator(
    name: "base64-text",
    example: { _, random in
      let word = random.text(9, of: "bcdfghjkmnpqrstvwxz")
      return Base64Text.encode(Array("\(word)-\(random.number(below: 90) + 10)".utf8))
    },
    judge: { input in
      guard let text = Base64Text.printable(input.value), text.count >= 4,
        !Placeholder.matches(text)
      else { return .refuted }
      if let name = input.group("name"), CredentialName(name).words.contains("user"),
        ValueShape(text).digits == 0
      {
        return .refuted
      }
      return .plausible("decodes to text")
    })

  /// When a token ends; nil for one that does not.
  private static func validity(of claims: [UInt8]) -> String? {
    WebTokenFacts.end(of: claims).map { "valid until \($0)" }
  }

  private static func decoded(_ part: ArraySlice<UInt8>) -> [UInt8]? { Base64Text.decode(part) }
}

/// What a JSON web token says of itself (RFC 7519), read without a parser: the claims of others may
/// be of any depth.
struct WebTokenFacts {
  /// The name of the algorithm, `none` for an unsigned one.
  let algorithm: String
  /// The host of the issuer, or its short name, as it stands in the token.
  let issuer: [UInt8]?
  let role: [UInt8]?
  /// The last day on which it is valid.
  let end: String?

  /// Nil where the first part is no header of a token.
  init?(_ token: ArraySlice<UInt8>) {
    let parts = token.split(separator: UInt8(ascii: "."), maxSplits: 2)
    guard parts.count >= 2, let header = Base64Text.decode(parts[0]),
      let algorithm = Self.text(of: "alg", in: header), algorithm.count <= 12,
      algorithm.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit })
    else { return nil }
    self.algorithm = String(decoding: algorithm, as: UTF8.self)
    let claims = Base64Text.decode(parts[1]) ?? []
    issuer = Self.text(of: "iss", in: claims).map(Self.host)
    role = Self.text(of: "role", in: claims)
    end = Self.end(of: claims)
  }

  /// The day of the claim `exp` (seconds since 1970).
  static func end(of claims: [UInt8]) -> String? {
    guard let start = place(behind: "exp", in: claims) else { return nil }
    let digits = claims[start...].prefix { (0x30...0x39).contains($0) }
    guard let seconds = Int(String(decoding: digits.prefix(12), as: UTF8.self)) else { return nil }
    return CalendarDay(secondsSince1970: seconds).text
  }

  private static func host(_ issuer: [UInt8]) -> [UInt8] {
    let parts = issuer.split(separator: UInt8(ascii: "/"))
    return Array(issuer.contains(UInt8(ascii: ":")) && parts.count > 1 ? parts[1] : issuer[...])
  }

  private static func text(of key: String, in json: [UInt8]) -> [UInt8]? {
    guard let start = place(behind: key, in: json), start < json.count,
      json[start] == UInt8(ascii: "\"")
    else { return nil }
    return Array(json[(start + 1)...].prefix { $0 != UInt8(ascii: "\"") })
  }

  /// Where the value of a key begins.
  private static func place(behind key: String, in json: [UInt8]) -> Int? {
    let mark = Array("\"\(key)\"".utf8)
    guard let start = json.place(of: mark) else { return nil }
    return json[(start + mark.count)...].firstIndex { $0 != 0x20 && $0 != UInt8(ascii: ":") }
  }
}

// Tokens of services that say more than their prefix: a checksum, an account, a date. What fails is kept,
// since it may have been mistyped; what holds was issued.

import Rules

extension Validator {
  /// Proves a routable GitLab token: the CRC-32 of all before it, as seven digits of base 36, at the end
  /// (GitLab's design document on routable tokens, and its `RoutableToken`).
  static let gitlabChecksum = Validator(name: "gitlab-checksum") { input in
    guard input.value.count > 16 else { return .plausible(nil) }
    let sum = TokenChecksum.base36(TokenChecksum.crc32(Array(input.value.dropLast(7))), count: 7)
    return input.value.suffix(7).elementsEqual(sum) ? .proven("checksum valid") : .plausible(nil)
  }

  /// Proves a token of a Grafana service account: `glsa_`, 32 characters, `_`, and the CRC-32 of all
  /// before that mark, least byte first (Grafana's `satokengen` package). Refutes reports of Power BI,
  /// whose JSON begins like that of Grafana's older keys, but with a UUID.
  static let grafanaChecksum = Validator(name: "grafana-checksum") { input in
    let value = input.value
    if let head = Base64Text.decode(value.prefix(60)), head.starts(with: #"{"k":""#.utf8),
      head.count >= 42, [14, 19, 24, 29].allSatisfy({ head[$0] == UInt8(ascii: "-") })
    {
      return .refuted
    }
    guard value.starts(with: "glsa_".utf8), value.count == 46 else { return .plausible(nil) }
    var rest = TokenChecksum.crc32(Array(value[..<37]))
    for index in stride(from: 38, to: 46, by: 2) {
      guard let high = value[index].hexDigitValue, let low = value[index + 1].hexDigitValue,
        high << 4 | low == UInt8(truncatingIfNeeded: rest)
      else { return .plausible(nil) }
      rest >>= 8
    }
    return .proven("checksum valid")
  }

  /// Says whose a Sentry organization token is: its middle is base64 of JSON with `iat`, `url` and
  /// `org` (Sentry's `orgauthtoken_token.py`).
  static let sentryToken = Validator(name: "sentry-token") { input in
    guard input.value.starts(with: "sntrys_".utf8),
      let end = input.value.lastIndex(of: UInt8(ascii: "_")), end > 7,
      let facts = Base64Text.printable(input.value[7..<end]), Placeholder.contains(facts, "\"iat\"")
    else { return .plausible(nil) }
    return .proven("names its organization and the time it was made")
  }

  /// Says which account a Discord token is of, and since when that exists: the first part is base64 of
  /// the account's number, whose upper bits are milliseconds since 2015 (Discord's API reference).
  static let discordToken = Validator(name: "discord-token") { input in
    let first = input.value.prefix { $0 != UInt8(ascii: ".") }
    guard let text = Base64Text.printable(first), (17...20).contains(text.count),
      let account = UInt64(String(decoding: text, as: UTF8.self)), account <= UInt64(Int64.max)
    else { return .plausible(nil) }
    let day = CalendarDay(secondsSince1970: Int(account >> 22) / 1000 + 1_420_070_400)
    return .proven("of the account \(account), made on \(day.text)")
  }

  /// Says until when an Azure shared access signature holds, and what for, by the fields beside it
  /// (`se` and `sp` of the service's documentation).
  static let azureSAS = Validator(name: "azure-sas") { input in
    let query = input.group("query") ?? []
    guard let end = field("se", in: query), end.count >= 10 else {
      return .plausible("signs an address of Azure storage")
    }
    let day = String(decoding: end.prefix(10), as: UTF8.self)
    guard let rights = field("sp", in: query) else { return .proven("valid until \(day)") }
    return .proven("valid until \(day), for \(String(decoding: rights.prefix(12), as: UTF8.self))")
  }

  /// What stands behind `name=` in the query of an address, of digits, letters and `-`.
  private static func field(_ name: StaticString, in query: [UInt8]) -> [UInt8]? {
    let marks = [UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: ";")]
    let name = name.withUTF8Buffer { Array($0) } + [UInt8(ascii: "=")]
    for start in query.indices
    where query[start...].starts(with: name) && (start == 0 || marks.contains(query[start - 1])) {
      let value = query[(start + name.count)...].prefix {
        let kind = ValueShape.Kind($0)
        return kind.isLetter || kind == .digit || kind == .separator
      }
      return value.isEmpty ? nil : Array(value)
    }
    return nil
  }
}

import Rules
import SourceText

/// Whose a credential is, as far as the value and the few bytes around it tell: what it is assigned to,
/// the account and the host of an address, live or for tests. None of it is a secret by itself; what the
/// report masks is left out.
struct CredentialOwner {
  let candidate: Candidate
  let scan: DocumentScan
  let places: CredentialEvidence.Places

  /// How far before and behind a value is looked.
  private static let reach = 200

  var phrases: [String] {
    [name, service, mode, account, connection, project, workspace, user].compactMap { $0 }
      + webToken + [end].compactMap { $0 }
  }

  private var value: Range<Int> { candidate.value }

  // MARK: - Names

  /// Whether a name of credentials stands beside it.
  var isNamed: Bool { candidate.groups["name"] != nil || name != nil }

  /// `assigned to db_password`
  private var name: String? {
    if let range = candidate.groups["name"].map(wholeName), let name = shown(range) {
      let between = range.upperBound..<max(range.upperBound, value.lowerBound)
      let isAssigned = scan.bytes[between].prefix(40).contains {
        $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":")
      }
      return (isAssigned ? "assigned to " : "named ") + name
    }
    guard let range = assignedName, let name = shown(range),
      CredentialName(Array(scan.bytes[range])).tellsOfCredential
    else { return nil }
    return "assigned to \(name)"
  }

  /// With what stands before it where the service of a key is part of its name: `mailsac_key`.
  private func wholeName(_ range: Range<Int>) -> Range<Int> {
    guard let service = candidate.groups["service"], service.upperBound == range.lowerBound,
      scan.bytes[range].first.map(Self.isNameByte) == true
    else { return range }
    return service.lowerBound..<range.upperBound
  }

  /// The name before the mark that stands before the value and its quotes; of a key in quotes what is
  /// between them.
  private var assignedName: Range<Int>? {
    let bytes = scan.bytes
    let limit = max(0, value.lowerBound - Self.reach)
    var place = value.lowerBound
    func skip(_ marks: StaticString) {
      while place > limit, marks.holds(bytes[place - 1]) { place -= 1 }
    }
    skip("\"'` \t@$frbuLRN(\\")
    let isMarked = place > limit && "=:>".utf8.contains(bytes[place - 1])
    guard isMarked else { return nil }
    skip("=:> \t?")
    skip("\"'`] \t\\")
    let end = place
    while place > limit, Self.isNameByte(bytes[place - 1]) { place -= 1 }
    return place < end && (place > limit || place == 0) ? place..<end : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// The service that a key is told by, where its form does not tell it.
  private var service: String? {
    guard let range = candidate.groups["service"], let word = shown(range) else { return nil }
    return "beside the name \(word)"
  }

  // MARK: - Live or for tests

  private var mode: String? {
    guard candidate.rule.category == .secret, candidate.rule.severity != .low else { return nil }
    let head = Placeholder.lowercased(Array(scan.bytes[value].prefix(20)))
    let parts = head.split { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
    for part in parts.dropLast().prefix(3) {
      switch String(decoding: part, as: UTF8.self) {
      case "live", "prod", "production": return "live key"
      case "test", "sandbox": return "test key"
      default: continue
      }
    }
    return nil
  }

  // MARK: - Accounts

  /// `user admin at db.internal:5432`: the other parts of an address with user information.
  private var account: String? {
    var host: Range<Int>?
    let bytes = scan.bytes
    var user = candidate.groups["user"]
    if let range = user, NameWords(bytes[range]).namesPassword { user = nil }
    if value.upperBound < bytes.count, bytes[value.upperBound] == UInt8(ascii: "@") {
      let start = value.upperBound + 1
      var end = start
      while end < bytes.count, end - start < 100,
        Self.isNameByte(bytes[end]) || bytes[end] == UInt8(ascii: ":")
      {
        end += 1
      }
      while end > start, !bytes[end - 1].isASCIILetter, !bytes[end - 1].isASCIIDigit { end -= 1 }
      host = start..<end
      user = user ?? userBefore
    }
    return Self.access(user.flatMap(shown), host.flatMap(shown))
  }

  private static func access(_ user: String?, _ host: String?) -> String? {
    switch (user, host) {
    case (let user?, let host?): "user \(user) at \(host)"
    case (let user?, nil): "user \(user)"
    case (nil, let host?): "for \(host)"
    case (nil, nil): nil
    }
  }

  /// `://user:` before the value.
  private var userBefore: Range<Int>? {
    let bytes = scan.bytes
    let limit = max(0, value.lowerBound - Self.reach)
    guard value.lowerBound > limit, bytes[value.lowerBound - 1] == UInt8(ascii: ":") else {
      return nil
    }
    var start = value.lowerBound - 1
    let end = start
    while start > limit, Self.isNameByte(bytes[start - 1]) { start -= 1 }
    guard start >= 3, bytes[(start - 3)..<start].elementsEqual("://".utf8) else { return nil }
    return start..<end
  }

  /// `user sa at db.internal`: the other fields of a connection string.
  private var connection: String? {
    guard candidate.rule.validators.contains("connection-password") else { return nil }
    let near =
      max(
        0, value.lowerBound - Self.reach)..<min(
        scan.bytes.count, value.upperBound + Self.reach)
    let host = field(Self.hostFields, in: near).flatMap(shown)
    let user = field(Self.userFields, in: near).flatMap(shown)
    return Self.access(user, host)
  }

  private static let hostFields = ["server=", "data source=", "host=", "hostname=", "address="]
  private static let userFields = ["user id=", "uid=", "username=", "user=", "user name="]

  /// The value of the first of some fields within a stretch.
  private func field(_ names: [String], in range: Range<Int>) -> Range<Int>? {
    let lower = Placeholder.lowercased(Array(scan.bytes[range]))
    for name in names {
      guard
        let start = lower.place(
          of: Array(name.utf8), where: { $0 == 0 || !Self.isNameByte(lower[$0 - 1]) })
      else { continue }
      let first = range.lowerBound + start + name.utf8.count
      var end = first
      while end < range.upperBound,
        Self.isNameByte(scan.bytes[end]) || scan.bytes[end] == UInt8(ascii: ":")
      {
        end += 1
      }
      if end > first { return first..<end }
    }
    return nil
  }

  /// The project of a Google service account, from the same file.
  private var project: String? {
    guard candidate.rule.id.text == "secrets/private-key" else { return nil }
    let near = max(0, value.lowerBound - 400)..<value.lowerBound
    return field(["\"project_id\": \"", "\"project_id\":\""], in: near).flatMap(shown).map {
      "of the Google project \($0)"
    }
  }

  /// The workspace in the address of a Slack webhook.
  private var workspace: String? {
    guard candidate.rule.id.text == "secrets/slack-webhook" else { return nil }
    let parts = scan.bytes[value].split(separator: UInt8(ascii: "/"))
    guard let team = parts.first(where: { $0.first == UInt8(ascii: "T") && $0.count >= 8 }),
      team.allSatisfy({ $0.isASCIIDigit || (0x41...0x5A).contains($0) })
    else { return nil }
    return "of the Slack workspace \(String(decoding: team, as: UTF8.self))"
  }

  /// The user of `name:password` in base64.
  private var user: String? {
    guard candidate.rule.validators.contains("basic-auth"), value.count <= 400,
      let text = Base64Text.printable(scan.bytes[value]),
      let colon = text.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return Self.shown(text[..<colon]).map { "user \($0)" }
  }

  /// What a JSON web token says of itself: how it is signed, by whom, until when.
  private var webToken: [String] {
    guard value.count <= 8_000, scan.bytes[value].starts(with: "eyJ".utf8),
      let facts = WebTokenFacts(scan.bytes[value])
    else { return [] }
    var phrases = [facts.algorithm == "none" ? "not signed" : "signed by \(facts.algorithm)"]
    if let issuer = facts.issuer.flatMap({ Self.shown($0[...]) }) {
      phrases.append("issuer \(issuer)")
    }
    if let role = facts.role.flatMap({ Self.shown($0[...]) }) { phrases.append("role \(role)") }
    if let end = facts.end { phrases.append("valid until \(end)") }
    return phrases
  }

  /// When the address that a signature belongs to stops being valid.
  private var end: String? {
    guard candidate.rule.id.text == "secrets/azure-sas-signature",
      let range = field(
        ["&se=", "?se=", ";se="], in: scan.wholeLines(of: value, reach: Self.reach)),
      range.count >= 10, let day = Self.shown(scan.bytes[range].prefix(10))
    else { return nil }
    return "valid until \(day)"
  }

  // MARK: - What may be shown

  /// The text of a name of an account, a host or a variable; nil where it is something else, or masked.
  private func shown(_ range: Range<Int>) -> String? {
    guard !range.isEmpty, range.count <= 80, !range.overlaps(value), !places.isMasked(range) else {
      return nil
    }
    return Self.shown(scan.bytes[range])
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String? {
    guard !bytes.isEmpty, bytes.count <= 80,
      bytes.allSatisfy({ Self.isNameByte($0) || $0 == UInt8(ascii: ":") || $0 >= 0x80 })
    else { return nil }
    // What is random is no name.
    let parts = bytes.split { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
    guard parts.allSatisfy({ SecretGrade(Array($0)) < .strong }) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CredentialName {
  /// Whether it is about something that opens a door, or part of it.
  var tellsOfCredential: Bool {
    secret != .none || password != .none || words.contains(where: Self.tellingWords.contains)
  }

  private static let tellingWords: Set<String> = [
    "key", "token", "secret", "password", "pass", "auth", "credential", "credentials", "webhook",
    "dsn", "id", "url", "uri", "pat", "bearer", "cookie", "session",
  ]
}

extension StaticString {
  fileprivate func holds(_ byte: UInt8) -> Bool { withUTF8Buffer { $0.contains(byte) } }
}

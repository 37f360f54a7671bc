import Testing

@testable import Checks

struct SecretValidatorTests {
  static let all = Validator.secrets + Validator.passwords
  static let makers = all.filter { $0.example != nil }.map(\.name)

  static func judge(
    _ name: String, _ value: String, groups: [String: String] = [:]
  ) throws -> Judgement {
    let validator = try #require(all.first { $0.name == name })
    return validator.judge(
      ValidatorInput(
        value: Array(value.utf8), groups: groups.mapValues { Array($0.utf8) }))
  }

  @Test func `no two validators have the same name`() {
    #expect(Set(Self.all.map(\.name)).count == Self.all.count)
  }

  @Test(arguments: makers)
  func `a validator accepts the examples that it makes`(name: String) throws {
    let validator = try #require(Self.all.first { $0.name == name })
    for seed in 0..<50 {
      var random = ExampleRandom(seed: UInt64(seed))
      let example = try #require(validator.example?("user", &random))
      #expect(try Self.judge(name, example).isAccepted, "seed \(seed)")
    }
  }

  @Test func `a changed character breaks the checksum of a token`() throws {
    let validator = try #require(Self.all.first { $0.name == "github-checksum" })
    var random = ExampleRandom(seed: 1)
    let body = try #require(validator.example?("", &random))
    #expect(try Self.judge("github-checksum", body) == .proven("checksum valid"))
    let changed = (body.first == "a" ? "b" : "a") + body.dropFirst()
    #expect(try Self.judge("github-checksum", changed) == .plausible("checksum wrong"))
  }

  @Test func `a web token needs a header that is JSON`() throws {
    #expect(try Self.judge("jwt", "eyJub3RoaW5n.eyJub3RoaW5n.signature") == .refuted)
    #expect(try Self.judge("jwt", "abc.def.ghi") == .refuted)
  }

  @Test func `the role of a web token is evidence`() throws {
    let validator = try #require(Self.all.first { $0.name == "jwt" })
    var random = ExampleRandom(seed: 2)
    let token = try #require(validator.example?("service_role", &random))
    guard case .proven = try Self.judge("jwt", token) else {
      Issue.record("a service role must be proven")
      return
    }
  }

  @Test func `Basic authorization must decode to a name and a password`() throws {
    let pair = Base64Text.encode(Array("ann:Rabe.Turm-7".utf8))
    #expect(try Self.judge("basic-auth", pair).isAccepted)
    let example = Base64Text.encode(Array("user:password".utf8))
    #expect(try Self.judge("basic-auth", example).isDocumented)
    #expect(try Self.judge("basic-auth", Base64Text.encode(Array("realm".utf8))) == .refuted)
    #expect(try Self.judge("basic-auth", "authentication") == .refuted)
  }

  @Test(arguments: [
    ("password", "=", "", "hunter2", true),
    ("password", "=", "form.get(", "password1", false),
    ("get_password", "(", "", "warehouse7", false),
    ("setPassword", "(", "", "hunter2", true),
    ("t.pass", "(", "", "Closed!", false),
    ("password", "=", "getpass(", "Your code 2", false),
  ])
  func `a look-up is no password`(
    name: String, mark: String, wrapper: String, value: String, isAccepted: Bool
  ) throws {
    let judgement = try Self.judge(
      "plausible-password", value, groups: ["name": name, "op": mark, "wrap": wrapper])
    #expect(judgement.isAccepted == isAccepted)
  }

  @Test func `the row of an INSERT is judged by the column of passwords`() throws {
    let row = "('ann', 'Rabe.Turm-7', 'clerk')"
    let judge = { columns in
      try Self.judge("sql-row-password", row, groups: ["columns": columns])
    }
    #expect(try judge("name, password, role").isAccepted)
    #expect(try judge("name, password_hash, role") == .refuted)
    let password = { (row: String) -> String? in
      let bytes = Array(row.utf8)
      return InsertedRow.password(columns: Array("name, password, role".utf8), row: bytes).map {
        String(decoding: bytes[$0], as: UTF8.self)
      }
    }
    #expect(password(row) == "Rabe.Turm-7")
    #expect(password("('Rabe.Turm-7', ?, 'clerk')") == nil)
    #expect(password("('ann', '$2y$10$\(String(repeating: "a", count: 53))', 'clerk')") == nil)
  }

  @Test(arguments: ["", "a", "ab", "abc", "Rabe.Turm-7", "ÄÖÜ"])
  func `base64 decodes what it encodes`(text: String) {
    #expect(Base64Text.decode(Array(Base64Text.encode(Array(text.utf8)).utf8)) == Array(text.utf8))
  }
}

struct SecretJudgementTests {
  static func verdict(_ name: String, _ value: String) -> SecretJudgement {
    SecretJudgement(value: Array(value.utf8), name: Array(name.utf8)) { false }
  }

  @Test func `random values beside names of secrets are found`() {
    var random = ExampleRandom(seed: 9)
    for name in ["api_key", "clientSecret", "AUTH_TOKEN", "SESSION_SECRET"] {
      for _ in 0..<200 {
        let value = random.text(
          32, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
        #expect(Self.verdict(name, value).confidence == .medium)
      }
    }
  }

  @Test(arguments: [
    ("api_key", "settings.apiKey.hint"), ("token", "Bearer"), ("secret", "https://example.com/a"),
    ("api_key", "API_KEY"), ("auth", "/etc/auth/config.yaml"), ("token", "2024-05-01"),
    ("secret_key", "${SECRET_KEY}"), ("session_token", "ann@example.com"), ("token", "dummy-token"),
    ("token_type", "9mK2vQ8xT4wZ7bN3hJ5g"), ("cookie", "theme-preference"),
  ])
  func `names, addresses and templates are no secrets`(name: String, value: String) {
    #expect(Self.verdict(name, value).confidence == nil)
  }

  @Test func `a secret that a person made up is weak evidence`() {
    let judgement = Self.verdict("jwt_secret", "supersecretvalue")
    #expect(judgement.confidence == .low)
    #expect(judgement.isMadeUp)
  }
}

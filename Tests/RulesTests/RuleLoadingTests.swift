import BuiltinRules
import Testing

@testable import Rules

@Suite struct RuleLoadingTests {
  static let vocabulary = RuleVocabulary(
    languages: ["python", "java"], validators: ["luhn", "github-checksum"])

  /// A rule that is right, with lines changed, added (to the end) or taken out by their key.
  static func rule(_ changes: [String: String?] = [:]) -> String {
    var lines: [(key: String, value: String)] = [
      ("id", "'secrets/acme-token'"), ("title", "'ACME token'"), ("severity", "'high'"),
      ("confidence", "'medium'"), ("pattern", "'acme_[a-z]{8}'"), ("why", "'It opens doors.'"),
      ("fix", "'Revoke it.'"), ("references", "['CWE-798']"),
      ("match", "['x = «acme_{lower:8}»']"), ("no-match", "['acme_']"),
    ]
    for (key, value) in changes.sorted(by: { $0.key < $1.key }) {
      let place = lines.firstIndex { $0.key == key }
      if let place, let value {
        lines[place].value = value
      } else if let place {
        lines.remove(at: place)
      } else if let value {
        lines.append((key, value))
      }
    }
    return "[[rule]]\n" + lines.map { "\($0.key) = \($0.value)\n" }.joined()
  }

  static func file(_ text: String, _ name: String = "acme.toml", isBuiltin: Bool = false)
    -> RuleFile
  {
    RuleFile(name: name, bytes: Array(text.utf8), isBuiltin: isBuiltin)
  }

  static func faults(_ text: String) -> [TOMLFault] {
    RuleFileDecoder.decode(file(text), vocabulary: vocabulary).faults
  }

  @Test func `a rule has what its table says`() throws {
    let text = Self.rule([
      "languages": "['python']", "zones": "['string', 'comment']", "paths": "['*.py']",
      "validate": "['luhn']", "context": "{ words = ['key'], required = true }",
      "entropy": "3", "allow": "['acme_example']", "unless": "['test']", "requires": "['import']",
      "absent": "['mock']", "overrides": "true",
    ])
    let decoded = RuleFileDecoder.decode(Self.file(text), vocabulary: Self.vocabulary)
    #expect(decoded.faults.isEmpty)
    let rule = try #require(decoded.rules.first)
    #expect(rule.id.text == "secrets/acme-token")
    #expect(rule.category == .secret)
    #expect(rule.message == "ACME token.")
    #expect(rule.severity == .high && rule.confidence == .medium)
    #expect(rule.zones == [.string, .comment])
    #expect(rule.context?.words == ["key"])
    #expect(rule.context?.isRequired == true)
    #expect(rule.context?.distance == 80)
    #expect(rule.entropy == 3)
    #expect(rule.allow + rule.unless == ["acme_example", "test"])
    #expect(rule.requires + rule.absent == ["import", "mock"])
    #expect(rule.overrides)
    #expect(rule.examples.map(\.isMatch) == [true, false])
    #expect(rule.source == RuleSource(file: "acme.toml", line: 1, column: 1))
    guard case .pattern("acme_[a-z]{8}") = rule.matcher else {
      Issue.record("no pattern")
      return
    }
  }

  @Test(arguments: [
    (
      ["titel": "'x'"] as [String: String?], "unknown key `titel` in a rule",
      "did you mean `title`?"
    ),
    (["why": nil], "the rule lacks `why`", nil),
    (["no-match": nil], "the rule lacks `no-match`", nil),
    (["title": "1"], "`title` must be a string, not an integer", nil),
    (["fix": "''"], "`fix` must not be empty", nil),
    (["references": "'x'"], "`references` must be an array of strings, not a string", nil),
    (
      ["severity": "'hihg'"], "unknown severity `hihg`; it is one of low, medium, high, critical",
      "did you mean `high`?"
    ),
    (
      ["id": "'secrets/Acme'"],
      "`secrets/Acme` is no rule id: a folder, a slash and a name in lower case with single hyphens",
      nil
    ),
    (
      ["id": "'secret/acme'"],
      "unknown folder `secret` of a rule id; it is one of secrets, passwords, unsafe-apis, pii, licenses, text, gate",
      "did you mean `secrets`?"
    ),
    (["languages": "['pyton']"], "unknown language `pyton`", "did you mean `python`?"),
    (["zones": "['comments']"], "unknown zone `comments`", "did you mean `comment`?"),
    (["validate": "['lun']"], "unknown validator `lun`", "did you mean `luhn`?"),
    (["pattern": nil], "the rule needs a `pattern`, `code` or `to`", nil),
    (
      ["code": "'f($X)'"],
      "the rule has a `pattern` already; it may have one of `pattern`, `code` and `to`", nil
    ),
    (
      ["pattern": nil, "code": "'eval($X)'"], "a rule with `code` must name its `languages`", nil
    ),
    (["match": "[]"], "`match` needs at least one example", nil),
    (
      ["match": "['acme_{lower:8}']"], "the example must mark what is to be reported with « and »",
      nil
    ),
    (["match": "['«acme_{lower:8}']"], "the marker « is never closed by »", nil),
    (["match": "['»acme_{lower:8}«']"], "the markers « and » do not pair up", nil),
    (["no-match": "['«x»']"], "an example of `no-match` must not hold « or »", nil),
    (["entropy": "9.5"], "`entropy` must lie between 0.0 and 8.0", nil),
    (["context": "{ word = ['x'] }"], "unknown key `word` in `context`", "did you mean `words`?"),
    (["context": "{ words = [] }"], "`context` needs `words`: at least one", nil),
    (["paths": "['*.{a,b}']"], "braces mean nothing in a glob; write one glob for each", nil),
  ])
  func `each fault is named and pointed at`(
    changes: [String: String?], message: String, note: String?
  ) {
    let faults = Self.faults(Self.rule(changes))
    #expect(faults.contains { $0.message == message && $0.note == note }, "\(faults)")
  }

  @Test func `a bad pattern is pointed at within its string`() throws {
    let single = Self.faults(Self.rule(["pattern": "'''(acme_[a-z]+'''"]))
    #expect(single.map(\.line) == [6])
    let column = try #require(single.first?.column)
    #expect(column >= 14)
    let long = Self.faults(Self.rule(["pattern": "'''(?x)\nacme\n  [z-a]'''"]))
    #expect(long.map(\.line) == [8])
    let listed = Self.faults(Self.rule(["allow": "['ok', '*x']"]))
    #expect(listed.count == 1)
    let code = Self.rule(["pattern": nil, "code": "'eval($X'", "languages": "['python']"])
    #expect(Self.faults(code).contains { $0.message.hasPrefix("bad code pattern: ") })
  }

  @Test func `all faults of a file are reported`() {
    let text = Self.rule(["severity": "'x'", "why": nil]) + Self.rule(["title": "1", "foo": "1"])
    #expect(Self.faults(text).count == 4)
    #expect(Self.faults("rules = 1\n" + Self.rule()).count == 1)
  }

  @Test func `a built-in rule lies in the folder of its id`() {
    let file = Self.file(Self.rule(), "rules/pii/acme.toml", isBuiltin: true)
    let faults = RuleFileDecoder.decode(file, vocabulary: Self.vocabulary).faults
    #expect(
      faults.map(\.message) == ["the id begins with `secrets`, but the file lies in `pii`"])
  }

  @Test func `an id that is taken is refused unless the rule overrides`() throws {
    let builtin = Self.file(Self.rule(), "rules/secrets/acme.toml", isBuiltin: true)
    let same = Self.file(Self.rule(), "mine.toml")
    let error = #expect(throws: RuleError.self) {
      try RuleCatalog(files: [same, builtin], vocabulary: Self.vocabulary)
    }
    let message = try #require(error?.faults.first?.description)
    #expect(message.hasPrefix("mine.toml:1:1: the id secrets/acme-token is taken by the built-in"))
    #expect(message.contains("rules/secrets/acme.toml:1"))

    let override = Self.file(Self.rule(["overrides": "true", "title": "'Mine'"]), "mine.toml")
    let catalog = try RuleCatalog(files: [builtin, override], vocabulary: Self.vocabulary)
    #expect(catalog.rules.map(\.title) == ["Mine"])
    #expect(throws: RuleError.self) {
      try RuleCatalog(files: [builtin, override, override], vocabulary: Self.vocabulary)
    }
    #expect(throws: RuleError.self) {
      try RuleCatalog(files: [override], vocabulary: Self.vocabulary)
    }
  }

  @Test func `rules stand in the order of their ids and are selected by name`() throws {
    let text = ["'text/b'", "'secrets/b-key'", "'pii/a'", "'secrets/a'"]
      .map { Self.rule(["id": $0]) }.joined()
    let catalog = try RuleCatalog(files: [Self.file(text)], vocabulary: Self.vocabulary)
    #expect(catalog.rules.map(\.id.text) == ["pii/a", "secrets/a", "secrets/b-key", "text/b"])
    func ids(_ only: [String], _ skip: [String] = []) -> [String] {
      catalog.selecting(only: only, skip: skip).catalog.rules.map(\.id.text)
    }
    #expect(ids(["secret"]) == ["secrets/a", "secrets/b-key"])
    #expect(ids(["secrets/*"], ["secrets/b*"]) == ["secrets/a"])
    #expect(ids([], ["pii", "text/b"]) == ["secrets/a", "secrets/b-key"])
    #expect(catalog.selecting(only: ["pii", "pij"], skip: ["x/*"]).unmatched == ["pij", "x/*"])
    let id = try #require(RuleID("secrets/b-key"))
    #expect(catalog[id]?.id == id)
    #expect(try catalog[#require(RuleID("secrets/c"))] == nil)
  }

  @Test func `the digest follows what the rules find, not their examples`() throws {
    func digest(_ changes: [String: String?]) throws -> String {
      try RuleCatalog(files: [Self.file(Self.rule(changes))], vocabulary: Self.vocabulary).digest
    }
    let plain = try digest([:])
    #expect(plain.hasPrefix("sha256:") && plain.utf8.count == 71)
    #expect(try digest(["no-match": "['other']"]) == plain)
    #expect(try digest(["pattern": "'acme_[a-z]{9}'"]) != plain)
    #expect(try digest(["unless": "['x']"]) != digest(["allow": "['x']"]))
  }

  @Test func `the built-in rules load, and their patterns are right`() throws {
    let catalog = try BuiltinRules.load()
    #expect(!catalog.rules.isEmpty)
    let vocabulary = RuleVocabulary(languages: nil, validators: nil)
    for file in BuiltinRules.ruleFiles {
      let faults = RuleFileDecoder.decode(file, vocabulary: vocabulary).faults
      #expect(faults.isEmpty, "\(RuleError(faults))")
    }
  }
}

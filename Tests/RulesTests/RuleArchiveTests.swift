import BuiltinRules
import PatternEngine
import Testing

@testable import Rules

@Suite struct RuleArchiveTests {
  /// Every field of a rule but its examples, as text.
  private static func fields(_ rule: Rule) -> [String] {
    Mirror(reflecting: rule).children.compactMap { label, value in
      label == "examples" ? nil : "\(label ?? ""): \(value)"
    }
  }

  @Test func `the packed rules are those of the files but for their examples`() throws {
    let loaded = try BuiltinRules.load()
    let packed = BuiltinRules.catalog
    #expect(packed.count == loaded.count)
    #expect(packed.digest == loaded.digest)
    #expect(packed.names == loaded.names)
    for (packed, loaded) in zip(packed.rules, loaded.rules) {
      #expect(Self.fields(packed) == Self.fields(loaded))
      #expect(packed.examples.isEmpty)
    }
  }

  @Test func `a packed rule is found by its id`() throws {
    let catalog = BuiltinRules.catalog
    for rule in catalog.rules { #expect(catalog[rule.id]?.id == rule.id) }
    #expect(try catalog[#require(RuleID("secrets/no-such-rule"))] == nil)
  }

  @Test(arguments: [
    ([], ["unsafe-apis/*"]), (["pii"], []), (["secrets/*", "text"], ["secrets/g*", "text/b"]),
  ])
  func `a selection of packed rules is that of loaded ones`(
    only: [String], skip: [String]
  ) throws {
    let loaded = try BuiltinRules.load().selecting(only: only, skip: skip)
    let packed = BuiltinRules.catalog.selecting(only: only, skip: skip)
    #expect(packed.catalog.rules.map(\.id) == loaded.catalog.rules.map(\.id))
    #expect(packed.catalog.count == loaded.catalog.rules.count)
    #expect(packed.catalog.digest == loaded.catalog.digest)
    #expect(packed.unmatched == loaded.unmatched)
    let some = try #require(loaded.catalog.rules.first)
    let other = try #require(
      BuiltinRules.catalog.rules.first { loaded.catalog[$0.id] == nil })
    #expect(packed.catalog[some.id]?.id == some.id)
    #expect(packed.catalog[other.id] == nil)
  }

  @Test func `a rule of a file takes a packed rule's place only where it says so`() throws {
    let builtin = BuiltinRules.catalog
    let taken = try #require(builtin.rules.first)
    func file(_ id: String, overrides: Bool) -> RuleFile {
      let text = """
        [[rule]]
        id = "\(id)"
        title = "Mine"
        severity = "low"
        confidence = "low"
        pattern = 'acme_[a-z]{8}'
        why = "It is secret."
        fix = "Take it out."
        references = []
        match = ['«acme_{lower:8}»']
        no-match = ['acme']
        overrides = \(overrides)

        """
      return RuleFile(name: "mine.toml", bytes: Array(text.utf8))
    }
    func load(_ files: [RuleFile]) throws(RuleError) -> RuleCatalog {
      try RuleCatalog(builtin: builtin, files: files, vocabulary: .trusted)
    }
    let error = #expect(throws: RuleError.self) {
      try load([file(taken.id.text, overrides: false)])
    }
    #expect(
      error?.faults.map(\.message) == [
        "the id \(taken.id) is taken by the built-in rule at \(taken.source.file):"
          + "\(taken.source.line); give it another, or say overrides = true"
      ])
    #expect(throws: RuleError.self) { try load([file("pii/no-such-rule", overrides: true)]) }
    let mine = try load([file(taken.id.text, overrides: true)])
    #expect(mine.count == builtin.count)
    #expect(mine.rules.map(\.id) == builtin.rules.map(\.id))
    #expect(mine[taken.id]?.title == "Mine")
    #expect(mine.digest != builtin.digest)
    let own = file(taken.id.text, overrides: true)
    #expect(throws: RuleError.self) { try load([own, own]) }
    let more = try load([file("pii/acme-number", overrides: false)])
    #expect(more.count == builtin.count + 1)
    #expect(more.rules.map(\.id) == more.rules.map(\.id).sorted())
  }

  @Test func `numbers and texts are read as they were written`() {
    let numbers = [0, 1, 63, 64, 4_095, 4_096, 1_000_000, Int.max]
    let texts = ["", "a", "«é»", String(repeating: "x", count: 5_000)]
    var writer = PackedWriter()
    for number in numbers { writer.write(number) }
    writer.write(bits: (7.25).bitPattern)
    writer.write(numbers)
    writer.write(texts)
    #expect(String(validating: writer.bytes, as: UTF8.self) != nil)
    var reader = PackedReader(PackedBytes(writer.bytes))
    for number in numbers { #expect(reader.number() == number) }
    #expect(Double(bitPattern: reader.bits()) == 7.25)
    #expect(reader.numbers() == numbers)
    #expect(reader.texts() == texts)
    // Beyond the end there is nothing, and no way to fail.
    #expect(reader.number() == 0)
    #expect(reader.texts().isEmpty)
  }
}

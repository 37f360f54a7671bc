import Checks
import Rules
import SourceText
import Testing

@testable import Gate

@Suite struct PolicyTests {
  static func finding(
    _ id: String = "secrets/acme-token", _ severity: Severity = .critical,
    _ confidence: Confidence = .high, path: String = "src/a.py", line: Int = 1,
    evidence: [String] = [], license: LicenseTerms? = nil
  ) throws -> Finding {
    let rule = try #require(RuleID(id))
    let category = try #require(RuleCategory(folder: String(rule.folder)))
    let region = Region(
      startLine: line, startColumn: 1, endLine: line, endColumn: 2, byteOffset: 0, byteLength: 1)
    return Finding(
      rule: rule, category: category, severity: severity, confidence: confidence, title: "T",
      message: "M.", path: path, region: region, language: .plain, zone: .prose, within: [],
      snippet: "", frame: CodeFrame(firstLine: 1, lines: [], markedLine: 0, marked: 0..<0),
      license: license, evidence: evidence, why: "", fix: "", references: [], fingerprint: "")
  }

  static func policy(_ text: String) throws -> Policy {
    try PolicyFile.decode(Array(text.utf8), file: ".reviewgate.toml")
  }

  static func faults(_ text: String) -> [TOMLFault] {
    do {
      _ = try policy(text)
      return []
    } catch {
      return (error as? PolicyError)?.faults ?? []
    }
  }

  @Test func `the default preset is the table of the contract`() {
    for severity in Severity.allCases {
      for confidence in Confidence.allCases {
        let expected: Verdict =
          switch severity {
          case .critical, .high: confidence == .low ? .flag : .block
          case .medium: .flag
          case .low: .approve
          }
        #expect(Gate.decide(severity, confidence, by: .default) == expected)
        #expect(Gate.decide(severity, confidence, by: .strict) >= expected)
        #expect(Gate.decide(severity, confidence, by: .advisory) == min(expected, .flag))
      }
    }
    #expect(Gate.decide(.medium, .high, by: .strict) == .block)
    #expect(Gate.decide(.low, .low, by: .strict) == .flag)
  }

  @Test(arguments: [
    (Policy.Preset.gdpr, "GDPR Art. 4"), (.hipaa, "HIPAA 164.514"), (.pci, "PCI DSS 3"),
  ])
  func `a preset is strict about its law and no other`(preset: Policy.Preset, reference: String) {
    #expect(preset.table(for: ["CWE-359", reference]) == .strict)
    #expect(preset.table(for: ["CWE-359"]) == .default)
    #expect(preset.table(for: ["SOX", "PCI", "EU GDPR"]) == .default)
    #expect(Policy.Preset.advisory.table(for: [reference]) == .advisory)
  }

  @Test func `the reason names the line of the policy that decided`() throws {
    let plain = Gate.decide(try Self.finding(), by: Policy())
    #expect(plain.action == .block)
    #expect(
      plain.reason == "critical severity with high confidence: policy default blocks it")
    let policy = try Self.policy(
      """
      [[override]]
      category = "pii"
      action = "block"

      [[override]]
      category = "pii"
      path = "tests/**"
      action = "flag"
      reason = "fixtures hold made-up people"
      """)
    let person = try Self.finding("pii/person", .low, .low, path: "tests/a.csv")
    let decided = Gate.decide(person, by: policy)
    #expect(decided.action == .flag)
    #expect(
      decided.reason
        == ".reviewgate.toml:5: override for pii in tests/** flags it: fixtures hold made-up people"
    )
    #expect(Gate.decide(person, by: policy, path: "src/a.csv").action == .block)
  }

  @Test func `all that an override names must hold`() throws {
    let policy = try Self.policy(
      """
      [[override]]
      rule = "secrets/acme-*"
      severity = "critical"
      confidence = "low"
      action = "approve"
      reason = "known"
      """)
    func action(_ id: String, _ severity: Severity, _ confidence: Confidence) throws -> Verdict {
      Gate.decide(try Self.finding(id, severity, confidence), by: policy).action
    }
    #expect(try action("secrets/acme-token", .critical, .low) == .approve)
    #expect(try action("secrets/acme-token", .critical, .high) == .block)
    #expect(try action("secrets/acme-token", .high, .low) == .flag)
    #expect(try action("secrets/other", .critical, .low) == .flag)
  }

  /// What a policy makes of a notice.
  private static func action(
    _ expression: String, by lists: String, isStated: Bool = true
  ) throws -> Verdict {
    let license = LicenseTerms(try #require(SPDXExpression(expression)), isStated: isStated)
    return Gate.decide(
      try finding(
        "licenses/x", isStated ? license.expression.family.severity : .low, .high,
        license: license),
      by: try policy("[licenses]\n" + lists)
    ).action
  }

  @Test(arguments: [
    ("MIT", Verdict.approve), ("GPL-3.0-only", .block), ("GPL-2.0-only", .approve),
    ("LGPL-2.1-only", .flag), ("SSPL-1.0", .block), ("MPL-2.0", .flag), ("BUSL-1.1", .block),
  ])
  func `licenses are decided by their lists, block first`(id: String, action: Verdict) throws {
    let lists = "allow = ['MIT', 'GPL-*']\nflag = ['LGPL-*']\nblock = ['GPL-3.0-only']"
    #expect(try Self.action(id, by: lists) == action)
  }

  @Test(arguments: [
    ("GPL-2.0-only", "block = ['GPL']", Verdict.block), ("GPL", "flag = ['GPL-*']", .flag),
    ("LGPL-2.1-only", "block = ['GPL']", .flag), ("MPL-2.0", "allow = ['weak-copyleft']", .approve),
    ("MIT", "flag = ['permissive']", .flag),
    ("AGPL-3.0-only", "flag = ['network-copyleft']", .flag),
    ("CC-BY-NC-4.0", "block = ['CC-BY-NC']", .block),
    ("GPL-2.0-only WITH Classpath-exception-2.0", "allow = ['GPL-* WITH Classpath-*']", .approve),
  ])
  func `a list names ids, licenses of any version and what they ask for`(
    expression: String, lists: String, action: Verdict
  ) throws {
    #expect(try Self.action(expression, by: lists) == action)
  }

  @Test(arguments: [
    ("MIT OR GPL-3.0-only", "block = ['GPL']", Verdict.approve),
    ("MIT AND GPL-3.0-only", "flag = ['GPL']", .flag),
    ("MPL-2.0 OR GPL-3.0-only", "block = ['MPL']\nflag = ['GPL']", .flag),
    ("MIT AND (MPL-2.0 OR GPL-3.0-only)", "allow = ['GPL']\nflag = ['MIT']", .flag),
    ("MIT AND (MPL-2.0 OR GPL-3.0-only)", "allow = ['GPL']", .approve),
    ("Apache-2.0 OR MIT", "block = ['Apache']", .approve),
    ("Apache-2.0 AND MIT", "block = ['Apache']", .block),
  ])
  func `of a choice the better counts, of a conjunction the worse`(
    expression: String, lists: String, action: Verdict
  ) throws {
    #expect(try Self.action(expression, by: lists) == action)
  }

  @Test func `a license that is only named is decided by no list`() throws {
    #expect(try Self.action("GPL-3.0-only", by: "block = ['GPL']", isStated: false) == .approve)
  }

  @Test func `a list with a name that no license has is refused`() throws {
    #expect {
      try Self.policy("[licenses]\nblock = ['GPL-3.0-onyl', 'strong copyleft', 'LicenseRef-Acme']")
    } throws: { error in
      let text = "\(error)"
      return text.contains("`GPL-3.0-onyl` is no license") && text.contains("GPL-3.0-only`?")
        && text.contains("`strong copyleft` is no license") && !text.contains("`LicenseRef-Acme`")
    }
  }

  @Test func `a whole policy is read`() throws {
    let policy = try Self.policy(
      """
      preset = "strict"
      fail-on = "never"
      rules = ["extra-rules/"]
      exclude = ["vendor/**"]
      [limits]
      max-file-size = "10MB"
      timeout = "30s"
      jobs = 2
      """)
    #expect(policy.preset == .strict)
    #expect(policy.failOn == .never)
    #expect(policy.rules == ["extra-rules/"])
    #expect(policy.exclude == ["vendor/**"])
    #expect(
      policy.limits == .init(maximumFileSize: 10_000_000, timeout: 30_000, jobs: 2))
    #expect(try Self.policy("").digest == Policy().digest)
    #expect(policy.digest != Policy().digest)
  }

  @Test(arguments: [
    ("perset = 'strict'", 1, 1, "unknown key `perset` in the policy", "did you mean `preset`?"),
    (
      "preset = 'stric'", 1, 10,
      "unknown preset `stric`; it is one of default, strict, advisory, gdpr, hipaa, pci",
      "did you mean `strict`?"
    ),
    ("baseline = 'b.json'", 1, 1, "`baseline` is not supported by this version; take it out", nil),
    ("[waivers]\nx = 1", 1, 2, "`waivers` is not supported by this version; take it out", nil),
    ("[limits]\njobs = 0", 2, 8, "`jobs` must lie between 1 and 1024", nil),
    (
      "[limits]\ntimeout = 'soon'", 2, 11, "`soon` is no value of `timeout`; write it as \"30s\"",
      nil
    ),
    (
      "[limits]\ntimout = '3s'", 2, 1, "unknown key `timout` in [limits]", "did you mean `timeout`?"
    ),
    (
      "[[override]]\npath = 'x'", 1, 1, "the override lacks `action` (approve, flag or block)", nil
    ),
    (
      "[[override]]\nrule = 'x/*'\naction = 'approve'", 1, 1,
      "an override that approves must give its `reason`", nil
    ),
    ("override = 1", 1, 1, "`override` must be an array of tables, written as [[override]]", nil),
    ("exclude = [1]", 1, 12, "`exclude` must be a string, not an integer", nil),
  ])
  func `each fault of a policy is pointed at`(
    text: String, line: Int, column: Int, message: String, note: String?
  ) throws {
    let fault = try #require(Self.faults(text).first)
    #expect(fault.message.hasPrefix(message))
    #expect((fault.line, fault.column) == (line, column))
    if let note { #expect(fault.note == note) }
  }

  @Test func `all faults of a policy are reported`() {
    #expect(Self.faults("a = 1\npreset = 2\n[limits]\njobs = 'x'\n[[override]]").count == 5)
  }

  @Test func `a review has the worst action and its findings in order`() throws {
    let findings = [
      try Self.finding("pii/b", .medium, .high, path: "b.py"),
      try Self.finding("secrets/a", .critical, .high, path: "a.py", line: 10),
      try Self.finding("secrets/a", .low, .high, path: "a.py", line: 9),
    ]
    let review = Gate.review(
      findings, by: Policy(), version: "1", rulesDigest: "sha256:", inputs: 2, bytes: 9)
    #expect(review.verdict == .block)
    #expect(review.isComplete)
    #expect(review.findings.map(\.action) == [.approve, .block, .flag])
    #expect(review.policyDigest == Policy().digest)
  }

  @Test func `what was not wholly reviewed is never approved`() {
    let error = ReviewError(path: "gone.py", message: "no such file")
    let review = Gate.review(
      [], by: Policy(preset: .advisory), version: "1", rulesDigest: "", inputs: 1, bytes: 0,
      errors: [error])
    #expect(review.verdict == .flag)
    #expect(!review.isComplete)
    let cut = Gate.review(
      [], by: Policy(), version: "1", rulesDigest: "", inputs: 1, bytes: 0, isComplete: false)
    #expect(cut.verdict == .flag)
  }

  @Test(arguments: [
    ("10MB", 10_000_000), ("512KiB", 524_288), ("4096", 4096), ("1 GiB", 1 << 30), ("0", nil),
    ("x", nil), ("10XB", nil), ("99999999999GB", nil), ("-1", nil),
  ])
  func `sizes are read with their units`(text: String, expected: Int?) {
    #expect(Quantity.bytes(text) == expected)
  }

  @Test(arguments: [("30s", 30_000), ("500ms", 500), ("2m", 120_000), ("45", 45_000), ("1d", nil)])
  func `times are read with their units`(text: String, expected: Int?) {
    #expect(Quantity.milliseconds(text) == expected)
  }
}

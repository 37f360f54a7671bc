import BuiltinRules
import Checks
import Input
import Rules
import SourceText
import Testing

@Suite struct BuiltinRuleTests {
  /// A document and its parts, as a review would have them.
  static func documents(_ bytes: [UInt8], _ name: String) -> [Document] {
    switch ReviewText.read(bytes, path: name) {
    case .text(let text): text.documents
    case .skipped, .failed, .long: []
    }
  }

  @Test func `names in the rule files are known`() {
    #expect(throws: Never.self) {
      try RuleCatalog(files: BuiltinRules.ruleFiles, vocabulary: .complete)
    }
  }

  @Test(arguments: RuleCategory.allCases)
  func `every example is reported where its markers say`(category: RuleCategory) throws {
    let test = RuleSelfTest(
      checks: AllChecks.all(
        CheckData(
          licenseTexts: BuiltinRules.licenseTexts, knownCode: BuiltinRules.knownCode)),
      takeApart: Self.documents)
    let rules = try BuiltinRules.load().rules.filter { $0.category == category }
    for failure in rules.flatMap({ test.failures(of: $0, seeds: 5) }) {
      Issue.record("\(failure)")
    }
  }

  /// What makes a credential that is known to others useless, or a password unreadable.
  private static let actions = [
    "revoke", "rotate", "replace", "renew", "regenerate", "reset", "change", "roll", "delete",
    "disable", "deactivate", "remove", "withdraw", "cancel", "expire", "end the session",
    "sign out",
    "log out", "make ", "generate", "set a", "move ", "rekey", "pair ", "enrol", "stop ", "give ",
    "get a new", "register", "hash", "send a link", "name of the account", "token rather",
    "invalidate", "deauthorize", "cycle", "create a new", "issue", "refresh", "recreate",
    "ask for a new", "retire", "terminate", "disconnect",
  ]

  @Test func `every credential's rule says what its holder could do and how to replace it`() throws
  {
    for rule in try BuiltinRules.load().rules
    where rule.category == .secret || rule.category == .password {
      #expect(rule.why.utf8.count >= 20 && rule.why.hasSuffix("."), "\(rule.id): why")
      #expect(rule.fix.hasSuffix("."), "\(rule.id): fix")
      // Of what is no secret by itself nothing has to be replaced.
      guard rule.severity != .low else { continue }
      let fix = rule.fix.lowercased()
      #expect(Self.actions.contains(where: fix.contains), "\(rule.id): \(rule.fix)")
    }
  }
}

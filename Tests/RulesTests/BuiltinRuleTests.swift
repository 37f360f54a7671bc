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
    let test = RuleSelfTest(takeApart: Self.documents)
    let rules = try BuiltinRules.load().rules.filter { $0.category == category }
    for failure in rules.flatMap({ test.failures(of: $0, seeds: 5) }) {
      Issue.record("\(failure)")
    }
  }
}

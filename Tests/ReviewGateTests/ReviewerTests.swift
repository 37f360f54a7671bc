import ReviewGate
import Testing

/// The library as a program uses it: nothing but its public face.
@Suite struct ReviewerTests {
  /// A server that asks before it passes an answer on.
  struct Answers {
    let reviewer: Reviewer

    func passedOn(_ answer: String) async throws -> String {
      let review = try await reviewer.review(answer, name: "reply.md", timeout: .seconds(10))
      switch review.verdict {
      case .approve: return answer
      case .flag: return "held back until a person has looked"
      case .block:
        let fixes = review.findings.filter { $0.action == .block }.map(\.fix)
        return "held back: \(fixes.joined(separator: " "))"
      }
    }
  }

  private static let login = """
    Here is the login:

    ```python
    def register(db, name, password):
        db.execute("INSERT INTO users (name, password) VALUES (?, ?)", (name, password))
    ```
    """

  @Test func `an answer is passed on or held back`() async throws {
    let answers = Answers(reviewer: try Reviewer())
    #expect(try await answers.passedOn("Use `sorted(names)`.\n") == "Use `sorted(names)`.\n")
    #expect(try await answers.passedOn(Self.login).hasPrefix("held back: "))
  }

  @Test func `a finding tells rule, place and policy`() async throws {
    let review = try await Reviewer().review(Self.login, name: "reply.md")
    let finding = try #require(review.findings.first { $0.category == "password" })
    #expect(finding.line == 5)
    #expect(finding.action == .block)
    #expect(finding.reason.contains("policy default"))
    #expect(review.json.hasPrefix("{\"complete\":true,"))
    #expect(review.isComplete)
  }

  @Test func `the policy decides`() async throws {
    let reviewer = try Reviewer(policy: "preset = \"advisory\"\n")
    #expect(try await reviewer.review(Self.login, name: "reply.md").verdict == .flag)
  }

  @Test func `a policy with faults is refused with all of them`() {
    #expect {
      try Reviewer(policy: "preset = \"strictest\"\nfail-on = 3\n")
    } throws: { error in
      let text = "\(error)"
      return text.contains("policy:1:") && text.contains("policy:2:")
    }
  }

  @Test(arguments: [
    [], Array("a\u{0}\u{1}\u{2}".utf8) + [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  ])
  func `what cannot be reviewed is never approved`(bytes: [UInt8]) async throws {
    let review = try await Reviewer().review(bytes)
    #expect(!review.isComplete)
    #expect(review.verdict == .flag)
    #expect(!review.problems.isEmpty)
  }

  @Test func `a review that takes too long is cut off, and says so`() async throws {
    let text = String(repeating: "value = compute(1, 2)\n", count: 20_000)
    let review = try await Reviewer().review(text, name: "a.py", timeout: .nanoseconds(1))
    #expect(!review.isComplete)
    #expect(review.verdict == .flag)
  }

  @Test func `a canceled task ends its review`() async throws {
    let reviewer = try Reviewer()
    let text = String(repeating: "value = compute(1, 2)\n", count: 2_000_000)
    let task = Task { try await reviewer.review(text, name: "a.py") }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `many tasks share one reviewer`() async throws {
    let reviewer = try Reviewer()
    try await withThrowingTaskGroup(of: TextReview.Verdict.self) { group in
      for number in 0..<24 {
        let text = number % 2 == 0 ? Self.login : "print(\(number))\n"
        group.addTask { try await reviewer.review(text, name: "reply.md").verdict }
      }
      var blocked = 0
      for try await verdict in group where verdict == .block { blocked += 1 }
      #expect(blocked == 12)
    }
  }
}

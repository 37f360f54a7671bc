import Gate
import Testing

@testable import GateCommand

@Suite struct ExitStatusTests {
  @Test(arguments: [
    (Verdict.approve, Policy.FailureLevel.block, GateCommand.ExitStatus.passed),
    (.flag, .block, .passed),
    (.block, .block, .blocked), (.approve, .flag, .passed), (.flag, .flag, .flagged),
    (.block, .flag, .blocked), (.approve, .never, .passed), (.flag, .never, .passed),
    (.block, .never, .passed),
  ])
  func `the status follows from verdict and level`(
    verdict: Verdict, failOn: Policy.FailureLevel, status: GateCommand.ExitStatus
  ) {
    #expect(GateCommand.ExitStatus(of: verdict, isComplete: true, failOn: failOn) == status)
  }

  @Test(arguments: Verdict.allCases, Policy.FailureLevel.allCases)
  func `what was not wholly reviewed never passes`(verdict: Verdict, failOn: Policy.FailureLevel) {
    #expect(GateCommand.ExitStatus(of: verdict, isComplete: false, failOn: failOn) == .notReviewed)
  }
}

@Suite struct ColorTests {
  @Test func `colors follow the choice, the terminal and NO_COLOR`() {
    func isColored(
      _ choice: ColorChoice, terminal: Bool = true, noColor: String? = nil, name: String? = "xterm"
    ) -> Bool {
      Console.isColored(choice, isTerminal: terminal, noColor: noColor, terminal: name)
    }
    #expect(isColored(.auto))
    #expect(isColored(.auto, noColor: ""))
    #expect(isColored(.auto, name: nil))
    #expect(!isColored(.auto, noColor: "1"))
    #expect(!isColored(.auto, name: "dumb"))
    #expect(!isColored(.auto, terminal: false))
    #expect(!isColored(.never))
    #expect(isColored(.always, terminal: false, noColor: "1", name: "dumb"))
  }
}

@Suite struct SuggestionTests {
  @Test(
    arguments: [
      ("formt", "format"), ("fromat", "format"), ("Format", "format"), ("stage", "staged"),
      ("max-file", "max-file-size"), ("no-color", nil), ("x", nil), ("", nil),
      (String(repeating: "a", count: 1000), nil),
    ] as [(String, String?)])
  func `the nearest name is suggested if it is near`(word: String, name: String?) {
    let names = ["format", "staged", "max-file-size", "timeout"]
    #expect(Suggestion.nearest(to: word, among: names) == name)
  }
}

import Gate
import Testing

@testable import GateCommand

@Suite struct QuantityTests {
  @Test(arguments: [
    ("1", 1), ("4096", 4096), ("512K", 524_288), ("512KiB", 524_288), ("512k", 524_288),
    ("500KB", 500_000), ("10MB", 10_000_000), ("10M", 10_485_760), ("1GiB", 1_073_741_824),
    ("2gb", 2_000_000_000), ("7B", 7),
  ])
  func `sizes are read`(text: String, bytes: Int) { #expect(Quantity.bytes(text) == bytes) }

  @Test(arguments: [
    "", "K", "0", "0K", "-1", "+1", "1.5M", "1 K", "1TB", "9999999999999999999",
    "9999999999G", "١",
  ])
  func `what is no size is refused`(text: String) { #expect(Quantity.bytes(text) == nil) }

  @Test(arguments: [
    ("500ms", Duration.milliseconds(500)), ("30s", .seconds(30)), ("30", .seconds(30)),
    ("2m", .seconds(120)), ("1h", .seconds(3600)),
  ])
  func `times are read`(text: String, time: Duration) { #expect(Quantity.duration(text) == time) }

  @Test(arguments: ["", "0", "s", "-1s", "1.5s", "5d", "9223372036854775807h", "99999999m"])
  func `what is no time is refused`(text: String) { #expect(Quantity.duration(text) == nil) }
}

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

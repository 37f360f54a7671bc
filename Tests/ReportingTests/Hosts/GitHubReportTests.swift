import Gate
import Reporting
import Testing

@Suite struct GitHubReportTests {
  private func lines(_ review: Review) -> [String] {
    let text = String(decoding: ReportFormat.github.bytes(of: review), as: UTF8.self)
    return text.split(separator: "\n").map(String.init)
  }

  /// A command as the runner reads it: actions/runner, ActionCommand.cs, `TryParseV2`.
  private struct Command {
    var name: String
    var properties: [String: String] = [:]
    var data: String

    init?(_ line: String) {
      guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else {
        return nil
      }
      let information = line.dropFirst(2)[..<end.lowerBound]
      name = String(information.prefix { $0 != " " })
      for property in information.dropFirst(name.count + 1).split(separator: ",") {
        let pair = property.split(separator: "=", maxSplits: 1)
        if pair.count == 2 { properties[String(pair[0])] = Self.unescaped(pair[1]) }
      }
      data = Self.unescaped(line[end.upperBound...])
    }

    private static func unescaped(_ text: Substring) -> String {
      String(text).replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        .replacing("%3A", with: ":").replacing("%2C", with: ",").replacing("%25", with: "%")
    }
  }

  @Test(arguments: SampleReview.allCases)
  func `a line is an annotation of ours, or harmless words of ours`(sample: SampleReview) {
    for line in lines(sample.review) {
      if let command = Command(line) {
        #expect(["error", "warning", "notice"].contains(command.name))
        #expect(command.properties["title"] != nil && !command.data.isEmpty)
      } else {
        #expect(line.wholeMatch(of: /(block|flag|approve|and|GitHub) [^:]*|[a-z]+: [^:]*/) != nil)
      }
    }
  }

  @Test func `what is under review cannot give a command`() throws {
    let attack = "x,y:z\n::set-output name=a::b\r##[add-mask]c\u{1B}[0m%0A::stop-commands::d"
    var review = SampleReview.mixedReview
    review.findings.removeLast(2)
    review.findings[0].finding.path = attack
    review.findings[0].finding.title = attack
    review.findings[0].finding.message = attack
    review.findings[0].finding.fix = attack
    review.findings[0].reason = attack
    review.errors = [ReviewError(path: attack, message: attack)]
    let lines = lines(review)
    #expect(lines.count == 3)
    for line in lines {
      #expect(!line.contains("##["))
      #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{7F}" })
    }
    let shown =
      "x,y:z\\n::set-output name=a::b\\r##\\[add-mask]c\\u{1B}[0m%0A::stop-commands::d"
    let command = try #require(Command(lines[0]))
    #expect(command.name == "error")
    #expect(
      Set(command.properties.keys) == ["file", "line", "endLine", "col", "endColumn", "title"])
    #expect(command.properties["file"] == shown)
    #expect(command.properties["title"] == "\(shown) (secrets/github-token)")
    #expect(command.data == "\(shown) \(shown) (\(shown))")
    #expect(Command(lines[1])?.properties["file"] == shown)
    #expect(Command(lines[2]) == nil)
  }

  @Test func `ten annotations of a level are written, the worst first, and the rest counted`() {
    var review = SampleReview.mixedReview
    review.findings = (0..<12).flatMap { _ in review.findings }
    review.findings[32].finding.severity = .critical
    review.findings[32].finding.region.startLine = 1
    let lines = lines(review)
    for name in ["error", "warning", "notice"] {
      #expect(lines.count { $0.hasPrefix("::\(name) ") } == 10)
    }
    #expect(
      lines.first { $0.hasPrefix("::warning") }?.contains("line=1,endLine=208,title=") == true)
    #expect(lines.contains("and 2 more to block") && lines.contains("and 2 more to note"))
    #expect(lines.last == "block: 12 to block, 12 to look at, 12 to note in 3 inputs (4.7 KB)")
  }

  @Test func `what was not reviewed is seen however much is to block`() {
    var review = SampleReview.incompleteReview
    review.findings = Array(repeating: SampleReview.mixedReview.findings[0], count: 20)
    let lines = lines(review)
    #expect(lines.count { $0.hasPrefix("::error ") } == 10)
    #expect(lines.contains("::error file=gone.py,title=Not reviewed::no such file"))
    #expect(lines.contains("and 11 more to block"))
    #expect(lines.contains("and 1 more input not reviewed"))
  }

  @Test func `columns are given only within a line`() throws {
    var review = SampleReview.mixedReview
    review.findings[0].finding.region.endLine = 14
    let command = try #require(Command(lines(review)[0]))
    #expect(command.properties["line"] == "12" && command.properties["endLine"] == "14")
    #expect(command.properties["col"] == nil && command.properties["endColumn"] == nil)
  }
}

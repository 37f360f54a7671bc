import Gate
import TestSupport
import Testing

@testable import Reporting

@Suite struct MarkdownReportTests {
  private func report(
    _ review: Review, _ detail: ReportOptions.Detail = .normal
  ) -> String {
    let bytes = ReportFormat.markdown.bytes(of: review, options: ReportOptions(detail: detail))
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [SampleReview.clean, .mixed, .incomplete, .hostile, .markup, .notes])
  func `the Markdown report reads as its golden file`(sample: SampleReview) throws {
    try expectGolden(ReportFormat.markdown.bytes(of: sample.review), "\(sample).md")
  }

  @Test func `the quiet Markdown report is a line a finding`() {
    let text = report(SampleReview.mixedReview, .quiet)
    #expect(!text.contains("###"))
    #expect(text.contains("- **block** `app/config.py:12:10` `secrets/github-token`: "))
  }

  @Test func `what was not reviewed stands before what was found`() throws {
    var review = SampleReview.mixedReview
    review.isComplete = false
    review.errors = SampleReview.incompleteReview.errors
    let text = report(review)
    let missing = try #require(text.firstRange(of: "### ⛔ NOT EVERYTHING WAS REVIEWED"))
    let finding = try #require(text.firstRange(of: "### block: "))
    #expect(missing.lowerBound < finding.lowerBound)
    #expect(text.contains("- `gone.py`: no such file"))
  }

  // MARK: - Limits

  /// Reviews with more than fits, of everything.
  enum Huge: CaseIterable {
    case plain, hostile

    var review: Review {
      switch self {
      case .plain:
        var review = SampleReview.mixedReview
        review.findings = Array(repeating: review.findings, count: 2_000).flatMap { $0 }
        return review
      case .hostile:
        let path = String(repeating: "\u{1B}`", count: 4_000)
        var review = SampleReview.markupReview
        for index in review.findings.indices {
          review.findings[index].finding.path = path
          review.findings[index].finding.title = path
          review.findings[index].finding.within = Array(repeating: path, count: 50)
          review.findings[index].finding.references = Array(repeating: path, count: 50)
        }
        review.findings = Array(repeating: review.findings, count: 200).flatMap { $0 }
        review.errors = Array(repeating: ReviewError(path: path, message: path), count: 200)
        review.skipped = (0..<20).map { SkippedInput(path: path, reason: "\($0)\(path)") }
        return review
      }
    }
  }

  @Test(
    arguments: Huge.allCases, [ReportOptions.Detail.quiet, .normal, .verbose])
  func `the report stays below the limit and says what it leaves out`(
    huge: Huge, detail: ReportOptions.Detail
  ) {
    let text = report(huge.review, detail)
    #expect(text.utf8.count < MarkdownReport.limit)
    #expect(text.contains(" more to block or to look at**: see the JSON report\n"))
    #expect(text.contains(" more notes**: see the JSON report\n"))
    #expect(text.contains("</details>\n"))
    #expect(text.hasSuffix("</sub>\n"))
  }

  @Test func `what is listed and what is left out make up all`() throws {
    let text = report(Huge.plain.review)
    let shown = text.split(separator: "\n")
      .count { $0.starts(with: "### block") || $0.starts(with: "- **block**") }
    let left = try #require(text.firstMatch(of: /and ([0-9,]+) more to block/)?.output.1)
    let rest = try #require(Int(left.filter { $0 != "," }))
    #expect(shown + rest == 4_000)
  }

  @Test func `the worst comes first, wherever it stands`() throws {
    let mixed = SampleReview.mixedReview.findings
    let (block, flag) = (mixed[0], mixed[2])
    var review = SampleReview.mixedReview
    review.findings = Array(repeating: flag, count: 3_000) + [block]
    let first = report(review).split(separator: "\n").first { $0.starts(with: "### ") }
    #expect(first == "### block: GitHub access token")
  }

  // MARK: - Hostile text

  @Test(arguments: SampleReview.allCases, [ReportOptions.Detail.quiet, .normal, .verbose])
  func `nothing hostile stands outside of code`(
    sample: SampleReview, detail: ReportOptions.Detail
  ) throws {
    var text = outsideCode(report(sample.review, detail))
    for own in [
      "<details>", "</details>", "<summary>", "</summary>", "<sub>", "</sub>",
      "<https://example.org/a?b=c#d>", "<https://docs.python.org/3/library/subprocess.html>",
    ] {
      text = text.replacing(own, with: "")
    }
    for line in text.split(separator: "\n") {
      let body = line.drop { $0 == "#" || $0 == "|" }
      let rest = line.starts(with: "|") ? body.filter { $0 != "|" } : String(body)
      #expect(!rest.contains { "<>@[]#`_~$|&\\".contains($0) }, "\(line)")
    }
    for word in ["octocat", "evil", "GH-12", "deadbeef", "www.", "://", "!12", ":tada:"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    ("a.py", "`a.py`"), ("a`b", "``a`b``"), ("`", "`` ` ``"), ("``", "``` `` ```"),
    (" a", "`  a `"), ("a\nb", #"`a\nb`"#), ("a|b", "`a|b`"), ("", ""), ("@a", "`@a`"),
  ])
  func `a code span is longer than what it holds`(text: String, code: String) {
    #expect(MarkdownText.code(text) == code)
  }

  @Test func `a run of backticks that no renderer takes is shown by its number`() {
    let code = MarkdownText.code(String(repeating: "`", count: 40))
    #expect(code == "`" + String(repeating: #"\u{60}"#, count: 40) + "`")
  }

  @Test(arguments: [
    ("Whoever holds it, acts as its owner.", "Whoever holds it, acts as its owner."),
    ("(or \"more\"): and/or it's 3.7 % well-known", "(or \"more\"): and/or it's 3.7 % well-known"),
    ("ask @octocat now", "ask `@octocat` now"), ("see #12, please", "see `#12,` please"),
    ("GH-12", "`GH-12`"), ("1deadbeef2", "`1deadbeef2`"), ("www.example.org", "`www.example.org`"),
    ("call os.system(x) here", "call `os.system(x)` here"), ("a *b* _c_ d", "a `*b* _c_` d"),
    ("use ` or ``", "use `` ` `` or ``` `` ```"), ("- a", "`-` a"), ("/close", "`/close`"),
    ("a  b", "a b"), ("été 鍵", "été 鍵"), ("", ""),
  ])
  func `of a sentence only plain words are no code`(text: String, prose: String) {
    #expect(MarkdownText.prose(text) == prose)
  }

  @Test(arguments: [
    ("https://example.org/a?b=c#d", true), ("http://example.org", false), ("https://", false),
    ("https://a@example.org", false), ("https://example.org/\">", false),
    ("https://example.org/ a", false), ("HTTPS://example.org", false), ("javascript:x", false),
    ("https://exämple.org", false), ("CWE-798", false),
  ])
  func `only plain https addresses are links`(text: String, isLink: Bool) {
    #expect(text.isWebAddress == isLink)
    #expect(MarkdownText.reference(text).starts(with: "<") == isLink)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (4_211, "4,211"), (1_234_567, "1,234,567"),
  ])
  func `counts are grouped for people`(count: Int, text: String) {
    #expect(grouped(count) == text)
  }

  /// The text without its code blocks and code spans, read as CommonMark 0.31 says (sections 4.5
  /// and 6.1); a span that is not closed stays.
  private func outsideCode(_ text: String) -> String {
    var result = ""
    var fence = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let run = line.prefix { $0 == "`" }.count
      if fence > 0 {
        if run >= fence, line.dropFirst(run).allSatisfy({ $0 == " " }) { fence = 0 }
      } else if run >= 3, !line.dropFirst(run).contains("`") {
        fence = run
      } else {
        result += withoutSpans(Array(line.unicodeScalars)) + "\n"
      }
    }
    return result
  }

  private func withoutSpans(_ line: [Unicode.Scalar]) -> String {
    var result = ""
    var index = 0
    func run(at start: Int) -> Int { line[start...].prefix { $0 == "`" }.count }
    while index < line.count {
      let length = run(at: index)
      guard length > 0 else {
        result.unicodeScalars.append(line[index])
        index += 1
        continue
      }
      var end = index + length
      while end < line.count, run(at: end) != length { end += max(1, run(at: end)) }
      if end < line.count, length <= 80 {
        index = end + length
      } else {
        result += String(repeating: "`", count: length)
        index += length
      }
    }
    return result
  }
}

import Gate
import Reporting
import TestSupport
import Testing

@Suite struct ReportTests {
  @Test(arguments: SampleReview.allCases)
  func `the text report reads as its golden file`(sample: SampleReview) throws {
    try expectGolden(
      ReportFormat.text.bytes(of: sample.review, options: ReportOptions(width: 80)),
      "\(sample).text")
  }

  @Test(arguments: [SampleReview.mixed, .incomplete, .clean, .hostile])
  func `the quiet text report is a line a finding`(sample: SampleReview) throws {
    let bytes = ReportFormat.text.bytes(of: sample.review, options: ReportOptions(detail: .quiet))
    try expectGolden(bytes, "\(sample).quiet.text")
  }

  @Test(arguments: [SampleReview.mixed, .incomplete, .notes])
  func `the verbose text report leaves nothing out`(sample: SampleReview) throws {
    let options = ReportOptions(detail: .verbose)
    try expectGolden(
      ReportFormat.text.bytes(of: sample.review, options: options), "\(sample).verbose.text")
  }

  @Test(arguments: [SampleReview.mixed, .incomplete, .clean])
  func `the colored text report says the same in colors`(sample: SampleReview) throws {
    let colored = ReportFormat.text.bytes(
      of: sample.review, options: ReportOptions(isColored: true, width: 80))
    try expectGolden(colored, "\(sample).color.text")
    let text = String(decoding: colored, as: UTF8.self)
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.replacing(/\ +$/, with: "") }
    let expected = ReportFormat.text.bytes(of: sample.review, options: ReportOptions(width: 80))
    #expect(lines.joined(separator: "\n") == String(decoding: expected, as: UTF8.self))
  }

  @Test(arguments: SampleReview.allCases)
  func `a terminal without an ellipsis gets dots, and carets stand where they stood`(
    sample: SampleReview
  ) {
    var ascii = ReportOptions(width: 80)
    ascii.ellipsis = "..."
    func marked(_ options: ReportOptions) -> (text: String, marks: [String]) {
      let text = String(
        decoding: ReportFormat.text.bytes(of: sample.review, options: options), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let marks = zip(lines, lines.dropFirst()).compactMap { line, carets -> String? in
        guard carets.contains("^"), carets.allSatisfy({ " |^".contains($0) }) else { return nil }
        // What stands above the first caret: enough to see a shift.
        return String(line.dropFirst(carets.prefix { $0 != "^" }.count).prefix(3))
      }
      return (text, marks)
    }
    let (dots, drawn) = (marked(ascii), marked(ReportOptions(width: 80)))
    #expect(!dots.text.contains("…"))
    #expect(dots.marks == drawn.marks)
    for line in dots.text.split(separator: "\n") where line.hasSuffix("...") {
      #expect(line.unicodeScalars.count <= 80, "\(line)")
    }
  }

  @Test(arguments: SampleReview.allCases)
  func `the JSON reports read as their golden files`(sample: SampleReview) throws {
    try expectGolden(ReportFormat.json.bytes(of: sample.review), "\(sample).json")
    try expectGolden(ReportFormat.jsonl.bytes(of: sample.review), "\(sample).jsonl")
  }

  @Test(
    arguments: [SampleReview.mixed, .hostile, .incomplete, .clean],
    [ReportFormat.sarif, .github, .gitlab, .gitlabSecrets, .junit])
  func `the reports for hosts read as their golden files`(
    sample: SampleReview, format: ReportFormat
  ) throws {
    try expectGolden(format.bytes(of: sample.review), "\(sample).\(format.rawValue)")
  }

  @Test(arguments: SampleReview.allCases, ReportFormat.allCases)
  func `nothing that deceives a terminal is written`(sample: SampleReview, format: ReportFormat) {
    let text = String(decoding: format.bytes(of: sample.review), as: UTF8.self)
    let deceptive = text.unicodeScalars.filter {
      guard $0 != "\n" else { return false }
      return [.control, .format, .lineSeparator, .paragraphSeparator]
        .contains($0.properties.generalCategory)
    }
    #expect(deceptive.isEmpty)
  }

  // The one for GitHub is never long.
  @Test(arguments: ReportFormat.allCases.filter { $0 != .github })
  func `a long report is passed on in pieces`(format: ReportFormat) throws {
    let mixed = SampleReview.mixedReview
    var review = mixed
    review.findings = Array(repeating: mixed.findings, count: 500).flatMap { $0 }
    var pieces: [[UInt8]] = []
    try format.write(review, to: { pieces.append($0) })
    // A report with a limit leaves out what would not fit in one piece.
    #expect(pieces.count > 3 || format == .markdown)
    #expect(pieces.allSatisfy { $0.count < 80_000 })
    #expect(pieces.flatMap { $0 } == format.bytes(of: review))
  }

  @Test(arguments: ReportFormat.allCases)
  func `what the sink throws ends the report`(format: ReportFormat) {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try format.write(SampleReview.mixedReview, to: { _ in throw Full() })
    }
  }

  @Test(arguments: [
    (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1.0 KB"), (4_711, "4.7 KB"),
    (9_949, "9.9 KB"), (9_950, "10 KB"), (48_213, "48 KB"), (999_499, "999 KB"),
    (999_500, "1.0 MB"), (12_000_000, "12 MB"), (3_200_000_000, "3.2 GB"),
    (5_000_000_000_000, "5000 GB"),
  ])
  func `sizes are rounded for people`(bytes: Int, text: String) {
    #expect(byteSize(bytes) == text)
  }
}

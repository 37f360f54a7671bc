import Checks
import Gate
import Rules
import SourceText

extension SampleReview {
  /// What must stay text in Markdown and in HTML: tags, links, images, names that would be told,
  /// references to issues and commits, comments and ends of code.
  static let markupText =
    "</code></summary><script>alert(1)</script><img src=x onerror=alert(1)> "
    + "[a](javascript:alert(1)) ![i](https://evil.example/i.png) <https://evil.example> @octocat "
    + "octocat@evil.example #12 GH-12 group/project!12 1deadbeef2 :tada: www.evil.example "
    + "`` ` <!-- --> *b* _c_ ~~d~~ $e$ | f &amp; \"g\" 'h' \\` " + String(repeating: "`", count: 90)
    + " <b>octocat</b>"

  static var markupReview: Review {
    let frame = CodeFrame(
      firstLine: 7, lines: ["```", markupText, "`````", "</ol></details>", "    ~~~"],
      markedLine: 1,
      marked: 23..<40)
    var finding = finding(
      "secrets/github-token", .secret, .critical, .high, title: markupText, path: markupText,
      region: region(8, 24..<41, offset: 90), frame: frame, within: [markupText],
      evidence: ["hidden text: \(markupText)", markupText], why: "# \(markupText)",
      fix: "- \(markupText)",
      references: [
        "https://example.org/a?b=c#d", "javascript:alert(1)", "https://evil.example/\"><b>",
        "https://octocat@evil.example", markupText,
      ])
    finding.language = Language(id: "markdown")
    var note = finding
    note.frame = .none
    note.snippet = markupText
    return review(
      [
        DecidedFinding(finding: finding, action: .block, reason: markupText),
        DecidedFinding(finding: note, action: .approve, reason: markupText),
      ], inputs: 2, bytes: 4_711, isComplete: false,
      skipped: [SkippedInput(path: markupText, reason: markupText)],
      errors: [ReviewError(path: markupText, message: markupText)])
  }
}

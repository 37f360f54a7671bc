import Foundation
import Gate
import Rules
import TestSupport
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  private func page(_ review: Review) -> String {
    String(decoding: ReportFormat.html.bytes(of: review), as: UTF8.self)
  }

  @Test(arguments: [SampleReview.clean, .mixed, .incomplete, .hostile])
  func `the page reads as its golden file`(sample: SampleReview) throws {
    try expectGolden(ReportFormat.html.bytes(of: sample.review), "\(sample).html")
  }

  // MARK: - What may run

  @Test func `the policy lets in the page's style and script and nothing else`() throws {
    let page = page(SampleReview.markupReview)
    let style = try hash(of: "style", in: page)
    let script = try hash(of: "script", in: page)
    let policy =
      "default-src &#39;none&#39;; style-src &#39;\(style)&#39;; script-src &#39;\(script)&#39;; "
      + "base-uri &#39;none&#39;; form-action &#39;none&#39;"
    let element = "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"
    let place = try #require(page.firstRange(of: element))
    // It counts for what follows it.
    #expect(!page[..<place.lowerBound].contains("<style"))
    #expect(!page[..<place.lowerBound].contains("<script"))
  }

  /// As CSP Level 3 has it: the hash of the bytes between the tags, of which there is one pair.
  private func hash(of element: String, in page: String) throws -> String {
    let parts = page.split(separator: "<\(element)>", omittingEmptySubsequences: false)
    try #require(parts.count == 2)
    let end = try #require(parts[1].firstRange(of: "</\(element)>"))
    var hash = SHA256()
    hash.update(String(parts[1][..<end.lowerBound]))
    return "sha256-" + Data(hash.finish()).base64EncodedString()
  }

  @Test func `style and script name no other place`() {
    for part in ["\(HTMLPageParts.style)", "\(HTMLPageParts.script)"] {
      for word in ["url(", "@import", "http", "fetch", "innerHTML", "eval", "</", "<!--"] {
        #expect(!part.contains(word), "\(word)")
      }
    }
  }

  // MARK: - Hostile text

  private static let elements: Set<String> = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "span",
    "strong", "section", "h2", "h3", "ul", "ol", "li", "code", "div", "form", "label", "input",
    "fieldset", "legend", "select", "option", "button", "output", "main", "table", "caption",
    "thead", "tbody", "tr", "th", "td", "details", "summary", "mark", "dl", "dt", "dd", "footer",
    "script",
  ]

  @Test(arguments: SampleReview.allCases)
  func `nothing hostile becomes markup`(sample: SampleReview) throws {
    var text = page(sample.review)
    for part in ["\(HTMLPageParts.style)", "\(HTMLPageParts.script)"] {
      text = text.replacing(part, with: "")
    }
    for (index, piece) in text.split(separator: "<", omittingEmptySubsequences: false).enumerated()
    where index > 0 {
      let end = try #require(piece.firstIndex(of: ">"), "\(piece)")
      let tag = piece[..<end]
      let name = tag.drop { $0 == "/" }.prefix { $0 != " " }
      #expect(Self.elements.contains(String(name)), "\(tag)")
      #expect(tag.firstRange(of: /\ (on[a-z]+|style|src|srcdoc|action)=/) == nil, "\(tag)")
      // Outside of tags, no quotation mark stands as it is.
      #expect(!piece[end...].dropFirst().contains { ">\"'".contains($0) }, "\(piece)")
      // Every attribute is closed.
      #expect(tag.count { $0 == "\"" } % 2 == 0, "\(tag)")
    }
    let links = text.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
    let known: Set = [
      "#main", "https://example.org/a?b=c#d",
      "https://docs.python.org/3/library/subprocess.html",
    ]
    #expect(known.isSuperset(of: links))
    #expect(text.matches(of: /<script/).count == 1)
    #expect(
      text.matches(of: /id="([^"]*)"/).map { String($0.output.1) }.allSatisfy {
        $0.allSatisfy { $0.isLetter }
      })
  }

  @Test func `what a line marks is marked, wherever it lies`() {
    let page = page(SampleReview.wideReview)
    #expect(page.contains("<ol class=\"frame\" start=\"9\"><li><li class=\"m\">    鍵"))
    #expect(
      page.contains("    鍵 = e\u{301}té(&quot;<mark>ghp_…</mark>&quot;) # 🔑<li>        pass</ol>"))
    #expect(page.contains("x = 1<mark> </mark></ol>"))
    #expect(page.contains("y<mark> </mark></ol>"))
  }

  // MARK: - Size and order

  @Test func `a finding takes less than 2 KB`() {
    var review = SampleReview.mixedReview
    let one = page(review).utf8.count
    review.findings = Array(repeating: review.findings, count: 1_000).flatMap { $0 }
    #expect((page(review).utf8.count - one) / 3_000 < 2_000)
  }

  @Test func `files are sections, in order, and many findings are folded`() {
    var review = SampleReview.mixedReview
    let few = page(review)
    #expect(few.matches(of: /<section class="file">/).count == 3)
    #expect(few.matches(of: /<details class="finding [a-z]+"[^>]* open>/).count == 2)
    #expect(few.contains("<body>"))
    review.findings = Array(repeating: review.findings[0], count: 201)
    let many = page(review)
    #expect(many.matches(of: /<section class="file">/).count == 1)
    #expect(many.contains("<span class=\"n\">201 findings</span>"))
    #expect(!many.contains(" open>"))
    #expect(many.contains("<body class=\"many\">"))
  }

  @Test func `a page without findings has nothing to filter and says what was reviewed`() {
    let page = page(SampleReview.clean.review)
    #expect(!page.contains("<form"))
    #expect(page.contains("<dt>inputs<dd>12\n<dt>size<dd>48 KB\n"))
    #expect(page.contains("<dt>rules<dd><code>sha256:5a5a"))
  }

  // MARK: - Contrast

  @Test func `every color is legible on its ground`() throws {
    let style = "\(HTMLPageParts.style)"
    let halves = style.split(separator: "prefers-color-scheme: dark", maxSplits: 1)
    try #require(halves.count == 2)
    for half in halves {
      var colors: [String: Double] = [:]
      for match in half.matches(of: /--([a-z-]+): #([0-9a-f]{6})/) {
        colors[String(match.output.1)] = luminance(String(match.output.2))
      }
      for (ink, ground) in [
        ("ink", "ground"), ("ink", "raised"), ("faint", "ground"), ("faint", "raised"),
        ("link", "ground"), ("block", "ground"), ("on", "block"), ("on", "flag"), ("on", "note"),
        ("on", "approve"), ("mark-ink", "mark"), ("ink", "marked-line"),
      ] {
        let one = try #require(colors[ink])
        let other = try #require(colors[ground])
        #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5, "\(ink) on \(ground)")
      }
    }
  }

  /// The relative luminance of WCAG 2.2.
  private func luminance(_ color: String) -> Double {
    let value = Int(color, radix: 16) ?? 0
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(value >> shift & 255) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}

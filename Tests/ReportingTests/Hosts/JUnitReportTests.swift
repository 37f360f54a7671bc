import Foundation
import Gate
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct JUnitReportTests {
  /// An element as an XML parser reads it.
  private final class Element {
    let name: String
    let attributes: [String: String]
    var elements: [Element] = []
    var text = ""

    init(_ name: String, _ attributes: [String: String]) {
      self.name = name
      self.attributes = attributes
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
    func number(_ attribute: String) -> Int? { attributes[attribute].flatMap { Int($0) } }
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var open = [Element("", [:])]

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      let element = Element(name, attributes)
      open.last?.elements.append(element)
      open.append(element)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) { open.removeLast() }

    func parser(_ parser: XMLParser, foundCharacters text: String) { open.last?.text += text }
  }

  private func suites(_ review: Review) throws -> Element {
    let parser = XMLParser(data: Data(ReportFormat.junit.bytes(of: review)))
    let reader = Reader()
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return try #require(reader.open.first?.elements.first)
  }

  @Test(arguments: SampleReview.allCases)
  func `the counts are those of the cases, and there is a case`(sample: SampleReview) throws {
    let suites = try suites(sample.review)
    #expect(suites.name == "testsuites")
    for suite in suites.elements {
      #expect(suite.name == "testsuite")
      let cases = suite.all("testcase")
      #expect(suite.number("tests") == cases.count)
      #expect(suite.number("failures") == cases.count { !$0.all("failure").isEmpty })
      #expect(suite.number("errors") == cases.count { !$0.all("error").isEmpty })
      #expect(suite.number("skipped") == cases.count { !$0.all("skipped").isEmpty })
      #expect(cases.allSatisfy { Set($0.attributes.keys) == ["classname", "name"] })
    }
    for count in ["tests", "failures", "errors"] {
      #expect(suites.number(count) == suites.elements.compactMap { $0.number(count) }.reduce(0, +))
    }
    #expect(suites.number("tests") ?? 0 > 0)
    #expect(suites.number("errors") == sample.review.errors.count)
  }

  @Test func `what blocks fails, what is flagged or noted passes and is said`() throws {
    let suites = try suites(SampleReview.mixedReview)
    let blocked = try #require(suites.elements.first { $0.attributes["name"] == "app/config.py" })
    let failure = try #require(blocked.all("testcase").first?.all("failure").first)
    #expect(failure.attributes["message"] == "line 12: GitHub access token")
    #expect(failure.text.contains("  text: token = \"ghp_…(40 characters)\"\n"))
    let flagged = try #require(suites.elements.first { $0.attributes["name"] == "reply.md" })
    let testcase = try #require(flagged.all("testcase").first)
    #expect(testcase.all("failure").isEmpty)
    #expect(testcase.all("system-out").first?.text.hasPrefix("reply.md:208:5: flag: ") == true)
  }

  @Test func `what XML cannot hold is shown by its number`() throws {
    var review = SampleReview.mixedReview
    review.findings.removeLast(2)
    review.findings[0].finding.path = "a\u{0}\u{FFFE}<&>\"'\n]]>"
    let suites = try suites(review)
    let shown = "a\\u{0}\\u{FFFE}<&>\"'\\n]]>"
    #expect(suites.elements.first?.attributes["name"] == shown)
    let failure = suites.elements.first?.all("testcase").first?.all("failure").first
    #expect(failure?.text.hasPrefix(shown + ":12:10: block: ") == true)
  }

  @Test func `what is under review cannot attach a file`() {
    var review = SampleReview.mixedReview
    review.findings[0].finding.snippet = "x = a[[1]] # [[ATTACHMENT|/etc/passwd]]"
    review.findings[1].finding.path = "[[[attachment|b]]"
    let text = String(decoding: ReportFormat.junit.bytes(of: review), as: UTF8.self)
    #expect(text.contains("x = a[[1]] # [ [ATTACHMENT|/etc/passwd]]"))
    #expect(text.contains("\n[[[attachment") == false)
    #expect(text.contains("[[ [attachment") || text.contains("[ [[attachment"))
  }

  @Test func `a review that was cut short without an error is one in the report`() throws {
    var review = SampleReview.incompleteReview
    review.errors = []
    #expect(try suites(review).number("errors") == 1)
  }

  @Test func `an error stands in the suite of its file`() throws {
    var review = SampleReview.mixedReview
    review.errors = [ReviewError(path: "reply.md", message: "cut off")]
    let suite = try #require(
      try suites(review).elements.first { $0.attributes["name"] == "reply.md" })
    #expect(suite.number("tests") == 2 && suite.number("errors") == 1)
  }
}

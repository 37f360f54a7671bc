import Reporting
import TestSupport
import Testing

@Suite struct ReportSchemaTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema(ReportSchema.text) }

  @Test(arguments: SampleReview.allCases)
  func `every JSON report keeps to the schema`(sample: SampleReview) throws {
    let report = try JSONValue(ReportFormat.json.bytes(of: sample.review))
    #expect(schema.faults(in: report) == [])
    #expect(report.hasSortedKeys)
    #expect(report["findings"]?.elements.count == sample.review.findings.count)
  }

  @Test(arguments: SampleReview.allCases)
  func `every line of JSON keeps to the schema and says what the JSON report says`(
    sample: SampleReview
  ) throws {
    let lines = ReportFormat.jsonl.bytes(of: sample.review).split(separator: 0x0A)
    let values = try lines.map { try JSONValue($0) }
    let last = try #require(values.last)
    #expect(schema.faults(in: last, definition: "remainder") == [])
    for value in values.dropLast() {
      #expect(schema.faults(in: value, definition: "finding") == [])
    }
    #expect(values.filter { !$0.hasSortedKeys }.isEmpty)

    var report = try JSONValue(ReportFormat.json.bytes(of: sample.review))
    #expect(report["findings"]?.elements == Array(values.dropLast()))
    report["findings"] = nil
    #expect(report == last)
  }

  @Test func `values come through as they were`() throws {
    let review = SampleReview.hostileReview
    let report = try JSONValue(ReportFormat.json.bytes(of: review))
    let finding = try #require(report["findings"]?[0])
    #expect(finding["location"]?["path"]?.string == review.findings[0].finding.path)
    #expect(finding["snippet"]?.string == review.findings[0].finding.snippet)
  }

  /// Ways to break a report that the schema must not let pass.
  enum Damage: CaseIterable {
    case noFindings, extraMember, verdictUnknown, countNegative, countText, lineZero, noPath
    case fingerprintShort, ruleWithoutFolder, otherSchema, waiverText, categoryUpperCase
    case withinText, errorEmpty, findingsObject

    func apply(to report: inout JSONValue) {
      var finding = report["findings"]?[0]
      switch self {
      case .noFindings: report["findings"] = nil
      case .extraMember: report["clock"] = .string("noon")
      case .verdictUnknown: report["verdict"] = .string("pass")
      case .countNegative: report["summary"]?["bytes"] = .integer(-1)
      case .countText: report["summary"]?["inputs"] = .string("3")
      case .otherSchema: report["schema"] = .string("reviewgate.report/2")
      case .categoryUpperCase: report["summary"]?["categories"]?["PII"] = .integer(1)
      case .errorEmpty: report["errors"] = .array([.object([])])
      case .findingsObject: report["findings"] = .object([])
      case .lineZero: finding?["location"]?["startLine"] = .integer(0)
      case .noPath: finding?["location"]?["path"] = nil
      case .fingerprintShort: finding?["fingerprint"] = .string("9f2c")
      case .ruleWithoutFolder: finding?["rule"] = .string("github-token")
      case .waiverText: finding?["waiver"] = .string("because")
      case .withinText: finding?["location"]?["within"] = .string("markdown fence 2")
      }
      if let finding, case .object = report["findings"]?[0] { report["findings"]?[0] = finding }
    }
  }

  @Test(arguments: Damage.allCases)
  func `a damaged report is refused`(damage: Damage) throws {
    var report = try JSONValue(ReportFormat.json.bytes(of: SampleReview.mixedReview))
    damage.apply(to: &report)
    #expect(!schema.faults(in: report).isEmpty)
  }

  @Test func `a keyword that is not checked is a fault`() throws {
    let schema = try JSONSchema(#"{ "maxItems": 2 }"#)
    #expect(!schema.faults(in: .array([])).isEmpty)
  }

  @Test(arguments: ["{", "[1,]", #"{"a":1,"a":2}"#, "\"\u{1}\"", #""\ud800""#, "01", "nul", ""])
  func `what is no JSON is not read`(text: String) {
    #expect(throws: JSONValue.SyntaxError.self) { try JSONValue(text) }
  }
}

import Gate
import Reporting
import Rules
import TestSupport
import Testing

@Suite struct GitLabReportTests {
  private let quality: JSONSchema
  private let secrets: JSONSchema

  init() throws {
    quality = try JSONSchema(Self.qualitySchema)
    secrets = try JSONSchema(Self.secretsSchema)
  }

  @Test(arguments: SampleReview.allCases)
  func `every finding and every error is an issue of its own`(sample: SampleReview) throws {
    let review = sample.review
    let report = try JSONValue(ReportFormat.gitlab.bytes(of: review))
    #expect(quality.faults(in: report) == [])
    #expect(report.elements.count == review.findings.count + review.errors.count)
    #expect(Set(report.elements.map { $0["fingerprint"] }).count == report.elements.count)
  }

  @Test(arguments: [
    (Verdict.block, Severity.critical, "blocker"), (.block, .high, "critical"),
    (.block, .low, "critical"), (.flag, .critical, "major"), (.flag, .high, "major"),
    (.flag, .medium, "minor"), (.flag, .low, "minor"), (.approve, .critical, "info"),
    (.approve, .low, "info"),
  ])
  func `severity follows from action, then severity`(
    action: Verdict, severity: Severity, expected: String
  ) throws {
    var review = SampleReview.mixedReview
    review.findings.removeLast(2)
    review.findings[0].action = action
    review.findings[0].finding.severity = severity
    let report = try JSONValue(ReportFormat.gitlab.bytes(of: review))
    #expect(report[0]?["severity"] == .string(expected))
  }

  @Test func `a review that was cut short without an error is an issue, too`() throws {
    var review = SampleReview.incompleteReview
    review.errors = []
    let report = try JSONValue(ReportFormat.gitlab.bytes(of: review))
    #expect(report[0]?["severity"] == .string("blocker"))
    #expect(report[0]?["check_name"] == .string("reviewgate/not-reviewed"))
  }

  @Test(arguments: SampleReview.allCases)
  func `the secret report holds secrets and passwords alone`(sample: SampleReview) throws {
    let review = sample.review
    let report = try JSONValue(ReportFormat.gitlabSecrets.bytes(of: review))
    #expect(secrets.faults(in: report) == [])
    #expect(report.hasSortedKeys)
    let count = review.findings.count { [.secret, .password].contains($0.finding.category) }
    let vulnerabilities = report["vulnerabilities"]?.elements ?? []
    #expect(vulnerabilities.count == count)
    #expect(Set(vulnerabilities.map { $0["id"] }).count == count)
    let status = review.isComplete ? "success" : "failure"
    #expect(report["scan"]?["status"] == .string(status))
  }

  @Test func `identifiers do not change from review to review`() throws {
    func identifiers(at seconds: Int) throws -> [JSONValue?] {
      let bytes = ReportFormat.gitlabSecrets.bytes(
        of: SampleReview.wideReview, options: ReportOptions(finishedAt: seconds))
      return try JSONValue(bytes)["vulnerabilities"]?.elements.map { $0["id"] } ?? []
    }
    #expect(try identifiers(at: 0) == identifiers(at: 1_000_000))
    #expect(try !identifiers(at: 0).isEmpty)
  }

  // `date -u -d @SECONDS +%FT%T` says the same.
  @Test(arguments: [
    (0, "1970-01-01T00:00:00"), (-1, "1969-12-31T23:59:59"), (951_782_399, "2000-02-28T23:59:59"),
    (951_782_400, "2000-02-29T00:00:00"), (951_868_800, "2000-03-01T00:00:00"),
    (1_709_251_199, "2024-02-29T23:59:59"), (1_767_225_599, "2025-12-31T23:59:59"),
    (1_767_225_600, "2026-01-01T00:00:00"), (4_107_542_400, "2100-03-01T00:00:00"),
    (253_402_300_799, "9999-12-31T23:59:59"),
  ])
  func `times are of the Gregorian calendar, in UTC`(seconds: Int, text: String) throws {
    let bytes = ReportFormat.gitlabSecrets.bytes(
      of: SampleReview.clean.review, options: ReportOptions(finishedAt: seconds))
    let scan = try JSONValue(bytes)["scan"]
    #expect(scan?["end_time"] == .string(text))
    #expect(scan?["start_time"] == .string(text))
  }

  /// As much of Code Climate's issues as GitLab takes.
  private static let qualitySchema = #"""
    {
      "type": "array",
      "items": {
        "type": "object", "additionalProperties": false,
        "required": ["check_name", "description", "fingerprint", "location", "severity"],
        "properties": {
          "check_name": { "type": "string", "minLength": 1 },
          "description": { "type": "string", "minLength": 1 },
          "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{64}$" },
          "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
          "location": {
            "type": "object", "required": ["lines", "path"], "additionalProperties": false,
            "properties": {
              "path": { "type": "string", "minLength": 1 },
              "lines": {
                "type": "object", "required": ["begin", "end"], "additionalProperties": false,
                "properties": {
                  "begin": { "type": "integer", "minimum": 1 },
                  "end": { "type": "integer", "minimum": 1 }
                }
              }
            }
          }
        }
      }
    }
    """#

  /// What we promise of GitLab's secret detection reports, 15.0.7.
  private static let secretsSchema = #"""
    {
      "type": "object", "required": ["scan", "version", "vulnerabilities"],
      "additionalProperties": false,
      "properties": {
        "version": { "const": "15.0.7" },
        "scan": {
          "type": "object", "additionalProperties": false,
          "required": ["analyzer", "end_time", "scanner", "start_time", "status", "type"],
          "properties": {
            "analyzer": { "$ref": "#/$defs/tool" },
            "scanner": { "$ref": "#/$defs/tool" },
            "start_time": { "$ref": "#/$defs/time" },
            "end_time": { "$ref": "#/$defs/time" },
            "status": { "enum": ["success", "failure"] },
            "type": { "const": "secret_detection" },
            "messages": {
              "type": "array",
              "items": {
                "type": "object", "required": ["level", "value"], "additionalProperties": false,
                "properties": {
                  "level": { "const": "fatal" }, "value": { "$ref": "#/$defs/said" }
                }
              }
            }
          }
        },
        "vulnerabilities": {
          "type": "array",
          "items": {
            "type": "object", "additionalProperties": false,
            "required": [
              "description", "id", "identifiers", "location", "name", "severity", "solution"
            ],
            "properties": {
              "id": {
                "type": "string",
                "pattern":
                  "^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
              },
              "name": { "$ref": "#/$defs/said" },
              "description": { "$ref": "#/$defs/said" },
              "solution": { "type": "string" },
              "severity": { "enum": ["Critical", "High", "Medium", "Low"] },
              "links": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["url"], "additionalProperties": false,
                  "properties": { "url": { "type": "string", "pattern": "^https://[!-~]+$" } }
                }
              },
              "identifiers": {
                "type": "array",
                "items": {
                  "type": "object", "required": ["name", "type", "value"],
                  "additionalProperties": false,
                  "properties": {
                    "name": { "$ref": "#/$defs/said" },
                    "type": { "enum": ["reviewgate_rule_id", "cwe"] },
                    "url": { "type": "string", "pattern": "^https://cwe.mitre.org/" },
                    "value": { "$ref": "#/$defs/said" }
                  }
                }
              },
              "location": {
                "type": "object", "additionalProperties": false,
                "required": ["commit", "end_line", "file", "start_line"],
                "properties": {
                  "commit": { "const": { "sha": "0000000" } },
                  "file": { "$ref": "#/$defs/said" },
                  "start_line": { "type": "integer", "minimum": 1 },
                  "end_line": { "type": "integer", "minimum": 1 }
                }
              }
            }
          }
        }
      },
      "$defs": {
        "said": { "type": "string", "minLength": 1 },
        "time": {
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$"
        },
        "tool": {
          "type": "object", "required": ["id", "name", "vendor", "version"],
          "additionalProperties": false,
          "properties": {
            "id": { "$ref": "#/$defs/said" },
            "name": { "$ref": "#/$defs/said" },
            "version": { "$ref": "#/$defs/said" },
            "vendor": {
              "type": "object", "required": ["name"], "additionalProperties": false,
              "properties": { "name": { "$ref": "#/$defs/said" } }
            }
          }
        }
      }
    }
    """#
}

import Gate
import TestSupport
import Testing

@testable import Reporting

@Suite struct SARIFReportTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema(Self.schemaText) }

  /// The one run of a review's report.
  private func run(_ review: Review) throws -> JSONValue {
    let report = try JSONValue(ReportFormat.sarif.bytes(of: review))
    #expect(schema.faults(in: report) == [])
    #expect(report.hasSortedKeys)
    return try #require(report["runs"]?[0])
  }

  @Test(arguments: SampleReview.allCases)
  func `every report has what code scanning requires, and nothing empty`(
    sample: SampleReview
  ) throws {
    let run = try run(sample.review)
    let results = run["results"]?.elements ?? []
    let rules = run["tool"]?["driver"]?["rules"]?.elements ?? []
    #expect(results.count == sample.review.findings.count)
    for result in results {
      guard case .integer(let index)? = result["ruleIndex"] else {
        Issue.record("no ruleIndex")
        continue
      }
      #expect(rules.indices.contains(index) && rules[index]["id"] == result["ruleId"])
    }
    #expect(Set(rules.map { $0["id"] }) == Set(results.map { $0["ruleId"] }))
    let hashes = results.map { $0["partialFingerprints"]?["primaryLocationLineHash"] }
    #expect(Set(hashes).count == results.count)
  }

  @Test func `a report in which something required is missing is refused`() throws {
    var report = try JSONValue(ReportFormat.sarif.bytes(of: SampleReview.mixedReview))
    report["runs"]?[0]?["results"]?[0]?["message"]?["text"] = .string("")
    #expect(!schema.faults(in: report).isEmpty)
    report = try JSONValue(ReportFormat.sarif.bytes(of: SampleReview.mixedReview))
    report["runs"]?[0]?["tool"]?["driver"]?["rules"]?[0]?["properties"]?["security-severity"] =
      .integer(9)
    #expect(!schema.faults(in: report).isEmpty)
  }

  @Test(arguments: [
    ("src/a.py", "src/a.py", true),
    ("./src//./a.py", "src/a.py", true),
    ("/tmp/a b.py", "file:///tmp/a%20b.py", false),
    ("../up.py", "../up.py", false),
    ("..a/b", "..a/b", true),
    ("<stdin>", "%3Cstdin%3E", true),
    ("C:\\x.py", "C%3A%5Cx.py", true),
    ("javascript:alert(1)", "javascript%3Aalert(1)", true),
    ("app/[id]/100%?#.py", "app/%5Bid%5D/100%25%3F%23.py", true),
    ("a\n::error::x", "a%0A%3A%3Aerror%3A%3Ax", true),
    ("café/\u{202E}.py", "caf%C3%A9/%E2%80%AE.py", true),
    ("./", ".", true),
  ])
  func `paths are URI references`(path: String, uri: String, isBelowRoot: Bool) {
    let reference = ArtifactURI(path: path)
    #expect(reference.text == uri)
    #expect(reference.isBelowRoot == isBelowRoot)
  }

  @Test func `what a run cannot hold is said, and the worst comes first`() throws {
    var review = SampleReview.mixedReview
    review.findings = (0..<4).flatMap { _ in review.findings }
    var bytes: [UInt8] = []
    try SARIFReport(review, resultLimit: 6).write { bytes += $0 }
    let run = try #require(try JSONValue(bytes)["runs"]?[0])
    let levels = run["results"]?.elements.compactMap { $0["level"]?.string }
    #expect(levels == ["error", "error", "error", "error", "warning", "warning"])
    let notification = run["invocations"]?[0]?["toolExecutionNotifications"]?[0]
    #expect(notification?["level"] == .string("warning"))
    #expect(notification?["message"]?["text"]?.string?.hasPrefix("12 findings") == true)
    let hashes = run["results"]?.elements.prefix(4).compactMap {
      $0["partialFingerprints"]?["primaryLocationLineHash"]?.string
    }
    #expect(hashes == (1...4).map { "9f2c9f2c9f2c9f2c:\($0)" })
  }

  @Test func `what was not reviewed is said`() throws {
    let invocation = try run(SampleReview.incompleteReview)["invocations"]?[0]
    #expect(invocation?["executionSuccessful"] == .boolean(false))
    let levels = invocation?["toolExecutionNotifications"]?.elements
      .compactMap { $0["level"]?.string }
    #expect(levels == ["error", "error", "error", "note", "note", "note"])
  }

  @Test func `long descriptions are cut, and long lists of tags`() throws {
    var review = SampleReview.mixedReview
    review.findings.removeLast(2)
    review.findings[0].finding.why = String(repeating: "é", count: 2_000)
    review.findings[0].finding.references =
      (20..<40).map { "CWE-\($0)" } + ["https://example.com/a b", "https://example.com/ab"]
    let rule = try run(review)["tool"]?["driver"]?["rules"]?[0]
    #expect(rule?["fullDescription"]?["text"]?.string?.unicodeScalars.count == 1_024)
    #expect(rule?["properties"]?["tags"]?.elements.count == 10)
    #expect(rule?["properties"]?["tags"]?[1] == .string("external/cwe/cwe-020"))
    #expect(rule?["properties"]?["tags"]?[9] == .string("secret"))
    #expect(rule?["helpUri"] == .string("https://example.com/ab"))
  }

  @Test func `nothing in a message is a link, nothing in help is markup`() throws {
    var review = SampleReview.mixedReview
    review.findings.removeLast(2)
    review.findings[0].finding.message = "[click](https://example.com) \u{202E}"
    review.findings[0].finding.why = "<b>*x*</b> [y](https://example.com)"
    let run = try run(review)
    let message = run["results"]?[0]?["message"]?["text"]
    #expect(message == .string("[click] (https://example.com) \\u{202E}"))
    let help = run["tool"]?["driver"]?["rules"]?[0]?["help"]?["markdown"]?.string
    #expect(help?.hasPrefix("\\<b\\>\\*x\\*\\</b\\> \\[y\\] (https") == true)
  }

  /// What we promise of SARIF 2.1.0 and of GitHub's demands; the whole schema allows far more.
  private static let schemaText = #"""
    {
      "type": "object", "required": ["$schema", "runs", "version"], "additionalProperties": false,
      "properties": {
        "$schema": { "const": "https://json.schemastore.org/sarif-2.1.0.json" },
        "version": { "const": "2.1.0" },
        "runs": { "type": "array", "items": { "$ref": "#/$defs/run" } }
      },
      "$defs": {
        "said": { "type": "string", "minLength": 1 },
        "text": {
          "type": "object", "required": ["text"], "additionalProperties": false,
          "properties": { "text": { "$ref": "#/$defs/said" } }
        },
        "run": {
          "type": "object", "additionalProperties": false,
          "required": [
            "automationDetails", "columnKind", "invocations", "originalUriBaseIds", "properties",
            "results", "tool"
          ],
          "properties": {
            "automationDetails": { "const": { "id": "reviewgate/" } },
            "columnKind": { "const": "unicodeCodePoints" },
            "originalUriBaseIds": {
              "type": "object", "required": ["%SRCROOT%"], "additionalProperties": false,
              "properties": {
                "%SRCROOT%": {
                  "type": "object", "properties": { "description": { "$ref": "#/$defs/text" } },
                  "additionalProperties": false
                }
              }
            },
            "properties": { "type": "object" },
            "invocations": {
              "type": "array",
              "items": {
                "type": "object", "required": ["executionSuccessful", "toolExecutionNotifications"],
                "additionalProperties": false,
                "properties": {
                  "executionSuccessful": { "type": "boolean" },
                  "toolExecutionNotifications": {
                    "type": "array", "items": { "$ref": "#/$defs/notification" }
                  }
                }
              }
            },
            "results": { "type": "array", "items": { "$ref": "#/$defs/result" } },
            "tool": {
              "type": "object", "required": ["driver"], "additionalProperties": false,
              "properties": { "driver": { "$ref": "#/$defs/driver" } }
            }
          }
        },
        "notification": {
          "type": "object", "required": ["level", "message"], "additionalProperties": false,
          "properties": {
            "level": { "enum": ["error", "warning", "note"] },
            "message": { "$ref": "#/$defs/text" },
            "locations": {
              "type": "array",
              "items": {
                "type": "object", "required": ["physicalLocation"], "additionalProperties": false,
                "properties": {
                  "physicalLocation": {
                    "type": "object", "required": ["artifactLocation"],
                    "additionalProperties": false,
                    "properties": { "artifactLocation": { "$ref": "#/$defs/artifact" } }
                  }
                }
              }
            }
          }
        },
        "artifact": {
          "type": "object", "required": ["uri"], "additionalProperties": false,
          "properties": {
            "uri": {
              "type": "string",
              "pattern": "^(file:///)?([A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F][0-9A-F])+$"
            },
            "uriBaseId": { "const": "%SRCROOT%" }
          }
        },
        "number": { "type": "integer", "minimum": 1 },
        "result": {
          "type": "object", "additionalProperties": false,
          "required": [
            "level", "locations", "message", "partialFingerprints", "properties", "ruleId",
            "ruleIndex"
          ],
          "properties": {
            "level": { "enum": ["error", "warning", "note"] },
            "message": { "$ref": "#/$defs/text" },
            "ruleId": { "$ref": "#/$defs/said" },
            "ruleIndex": { "type": "integer", "minimum": 0 },
            "properties": { "type": "object" },
            "partialFingerprints": {
              "type": "object", "required": ["primaryLocationLineHash", "reviewgate/v1"],
              "additionalProperties": false,
              "properties": {
                "primaryLocationLineHash": {
                  "type": "string", "pattern": "^[0-9a-f]{16}:[1-9][0-9]*$"
                },
                "reviewgate/v1": { "type": "string", "pattern": "^[0-9a-f]{64}$" }
              }
            },
            "locations": {
              "type": "array",
              "items": {
                "type": "object", "required": ["physicalLocation"], "additionalProperties": false,
                "properties": {
                  "physicalLocation": {
                    "type": "object", "required": ["artifactLocation", "region"],
                    "additionalProperties": false,
                    "properties": {
                      "artifactLocation": { "$ref": "#/$defs/artifact" },
                      "region": {
                        "type": "object", "additionalProperties": false,
                        "required": ["endColumn", "endLine", "startColumn", "startLine"],
                        "properties": {
                          "endColumn": { "$ref": "#/$defs/number" },
                          "endLine": { "$ref": "#/$defs/number" },
                          "snippet": { "$ref": "#/$defs/text" },
                          "startColumn": { "$ref": "#/$defs/number" },
                          "startLine": { "$ref": "#/$defs/number" }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        },
        "driver": {
          "type": "object", "additionalProperties": false,
          "required": ["name", "rules", "semanticVersion", "version"],
          "properties": {
            "name": { "const": "reviewgate" },
            "semanticVersion": { "$ref": "#/$defs/said" },
            "version": { "$ref": "#/$defs/said" },
            "rules": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false,
                "required": [
                  "defaultConfiguration", "fullDescription", "help", "id", "properties",
                  "shortDescription"
                ],
                "properties": {
                  "defaultConfiguration": {
                    "type": "object", "required": ["level"], "additionalProperties": false,
                    "properties": { "level": { "enum": ["error", "warning", "note"] } }
                  },
                  "fullDescription": { "$ref": "#/$defs/text" },
                  "shortDescription": { "$ref": "#/$defs/text" },
                  "help": {
                    "type": "object", "required": ["markdown", "text"],
                    "additionalProperties": false,
                    "properties": {
                      "markdown": { "$ref": "#/$defs/said" }, "text": { "$ref": "#/$defs/said" }
                    }
                  },
                  "helpUri": { "type": "string", "pattern": "^https://[!-~]+$" },
                  "id": { "type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$" },
                  "properties": {
                    "type": "object", "required": ["precision", "security-severity", "tags"],
                    "additionalProperties": false,
                    "properties": {
                      "precision": { "enum": ["high", "medium", "low"] },
                      "security-severity": { "enum": ["9.5", "8.0", "5.5", "2.0"] },
                      "tags": { "type": "array", "items": { "$ref": "#/$defs/said" } }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
    """#
}

/// The JSON Schema (draft 2020-12) of the reports for programs.
///
/// The whole describes `--format json`; of `--format jsonl` a line of a finding is `#/$defs/finding`
/// and the last line `#/$defs/remainder`.
package enum ReportSchema {
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:reviewgate:report:1",
      "title": "reviewgate.report/1",
      "description": "What reviewgate found, and what it says of it.",
      "type": "object",
      "required": [
        "complete", "errors", "findings", "schema", "skipped", "summary", "tool", "verdict"
      ],
      "additionalProperties": false,
      "properties": {
        "complete": { "$ref": "#/$defs/complete" },
        "errors": { "$ref": "#/$defs/errors" },
        "findings": {
          "description": "In path, then position order.",
          "type": "array",
          "items": { "$ref": "#/$defs/finding" }
        },
        "schema": { "$ref": "#/$defs/schema" },
        "skipped": { "$ref": "#/$defs/skipped" },
        "summary": { "$ref": "#/$defs/summary" },
        "tool": { "$ref": "#/$defs/tool" },
        "verdict": { "$ref": "#/$defs/verdict" }
      },
      "$defs": {
        "remainder": {
          "description": "The last line of the jsonl format: everything but the findings.",
          "type": "object",
          "required": [
            "complete", "errors", "schema", "skipped", "summary", "tool", "verdict"
          ],
          "additionalProperties": false,
          "properties": {
            "complete": { "$ref": "#/$defs/complete" },
            "errors": { "$ref": "#/$defs/errors" },
            "schema": { "$ref": "#/$defs/schema" },
            "skipped": { "$ref": "#/$defs/skipped" },
            "summary": { "$ref": "#/$defs/summary" },
            "tool": { "$ref": "#/$defs/tool" },
            "verdict": { "$ref": "#/$defs/verdict" }
          }
        },
        "schema": {
          "description": "The number changes when a reader of this schema could be misled.",
          "const": "reviewgate.report/1"
        },
        "tool": {
          "type": "object",
          "required": ["name", "policy", "rules", "version"],
          "additionalProperties": false,
          "properties": {
            "name": { "const": "reviewgate" },
            "policy": {
              "description": "The policy that decided.",
              "$ref": "#/$defs/digest"
            },
            "rules": {
              "description": "The rules that were in force.",
              "$ref": "#/$defs/digest"
            },
            "version": { "type": "string", "minLength": 1 }
          }
        },
        "digest": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$" },
        "verdict": {
          "description": "The worst action, and at least flag where complete is false.",
          "enum": ["approve", "flag", "block"]
        },
        "complete": {
          "description": "Everything that was asked for was reviewed.",
          "type": "boolean"
        },
        "summary": {
          "type": "object",
          "required": ["actions", "bytes", "categories", "inputs", "skipped"],
          "additionalProperties": false,
          "properties": {
            "actions": {
              "description": "How many findings have each action.",
              "type": "object",
              "required": ["approve", "block", "flag"],
              "additionalProperties": false,
              "properties": {
                "approve": { "$ref": "#/$defs/count" },
                "block": { "$ref": "#/$defs/count" },
                "flag": { "$ref": "#/$defs/count" }
              }
            },
            "bytes": {
              "description": "The bytes of the inputs that were reviewed, as they were given.",
              "$ref": "#/$defs/count"
            },
            "categories": {
              "description": "How many findings each category has; those without any are left out.",
              "type": "object",
              "propertyNames": { "$ref": "#/$defs/category" },
              "additionalProperties": { "type": "integer", "minimum": 1 }
            },
            "inputs": { "$ref": "#/$defs/count" },
            "skipped": { "$ref": "#/$defs/count" }
          }
        },
        "finding": {
          "type": "object",
          "required": [
            "action", "category", "confidence", "evidence", "fingerprint", "fix", "location",
            "message", "reason", "references", "rule", "severity", "snippet", "title", "waiver"
          ],
          "additionalProperties": false,
          "properties": {
            "action": {
              "description": "What the policy makes of this finding.",
              "enum": ["approve", "flag", "block"]
            },
            "category": { "$ref": "#/$defs/category" },
            "confidence": { "enum": ["low", "medium", "high"] },
            "evidence": {
              "description": "Why it is taken for true.",
              "type": "array",
              "items": { "type": "string" }
            },
            "fingerprint": {
              "description": "The same for the same finding in a later review.",
              "type": "string",
              "pattern": "^[0-9a-f]{64}$"
            },
            "fix": { "type": "string" },
            "location": { "$ref": "#/$defs/location" },
            "message": { "type": "string" },
            "reason": {
              "description": "Which line of the policy decided.",
              "type": "string"
            },
            "references": { "type": "array", "items": { "type": "string" } },
            "rule": {
              "type": "string",
              "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
            },
            "severity": { "enum": ["low", "medium", "high", "critical"] },
            "snippet": {
              "description": "The line, with what was found masked.",
              "type": "string"
            },
            "title": { "type": "string", "minLength": 1 },
            "waiver": {
              "description": "The exception that a person made for it, if any.",
              "anyOf": [{ "type": "null" }, { "type": "object" }]
            }
          }
        },
        "category": {
          "description": "secret, password, unsafe-api, pii, license, text, or a later one.",
          "type": "string",
          "pattern": "^[a-z]+(-[a-z]+)*$"
        },
        "location": {
          "description": "Lines and columns count from 1, columns in Unicode scalars; endColumn is exclusive. Bytes count from 0 in the input as it was given.",
          "type": "object",
          "required": [
            "byteLength", "byteOffset", "endColumn", "endLine", "language", "path",
            "startColumn", "startLine", "within", "zone"
          ],
          "additionalProperties": false,
          "properties": {
            "byteLength": { "$ref": "#/$defs/count" },
            "byteOffset": { "$ref": "#/$defs/count" },
            "endColumn": { "$ref": "#/$defs/ordinal" },
            "endLine": { "$ref": "#/$defs/ordinal" },
            "language": { "type": "string", "minLength": 1 },
            "path": { "type": "string", "minLength": 1 },
            "startColumn": { "$ref": "#/$defs/ordinal" },
            "startLine": { "$ref": "#/$defs/ordinal" },
            "within": {
              "description": "What it lies in, outermost first.",
              "type": "array",
              "items": { "type": "string" }
            },
            "zone": { "enum": ["code", "string", "comment", "prose"] }
          }
        },
        "skipped": {
          "description": "Inputs that were left out on purpose.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["path", "reason"],
            "additionalProperties": false,
            "properties": {
              "path": { "type": "string" },
              "reason": { "type": "string", "minLength": 1 }
            }
          }
        },
        "errors": {
          "description": "Inputs that should have been reviewed and were not, or not wholly.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["message", "path"],
            "additionalProperties": false,
            "properties": {
              "message": { "type": "string", "minLength": 1 },
              "path": { "type": "string" }
            }
          }
        },
        "count": { "type": "integer", "minimum": 0 },
        "ordinal": { "type": "integer", "minimum": 1 }
      }
    }

    """#
}

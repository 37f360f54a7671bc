import Checks
import Foundation
import Gate
import Input
import Rules
import SourceText
import Testing

@testable import AgentHooks

/// A payload in the shape that the agent's documentation shows, beside the tests in `Payloads/`.
///
/// Fillers such as `{alnum:36}` are filled in as in the examples of rules.
struct Recorded {
  let agent: Agent
  let bytes: [UInt8]

  init(_ agent: Agent, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Payloads/\(agent.rawValue)/\(name).json")
    self.init(agent, text: try String(contentsOf: file, encoding: .utf8))
  }

  init(_ agent: Agent, text: String) {
    self.agent = agent
    bytes = Array(Self.filled(text).utf8)
  }

  /// A use of a tool by Claude Code.
  init(tool: String, input: String) {
    let text = """
      {"hook_event_name": "PreToolUse", "cwd": "/srv/demo", "tool_name": "\(tool)", "tool_input": \(input)}
      """
    self.init(.claudeCode, text: text)
  }

  /// A command of Claude Code's shell.
  init(command: String) {
    let text = command.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    self.init(tool: "Bash", input: "{\"command\": \"\(text)\"}")
  }

  func event(files: [String: String] = [:]) throws -> AgentEvent {
    try AgentHook(agent).event(bytes) { path in files[path].map { Array($0.utf8) } }
  }

  static func filled(_ text: String) -> String {
    let validators = Dictionary(
      Validator.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return String(
      decoding: ExampleText(text, seed: 1, validators: validators).bytes, as: UTF8.self)
  }

  /// The names of all recorded payloads of an agent.
  static func names(of agent: Agent) -> [String] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Payloads/\(agent.rawValue)")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }
}

extension AgentEvent {
  /// What would be reviewed: paths, each with the text in which findings count.
  var reviewed: [(path: String, text: String)] {
    sources.map { source in
      guard case .text(let text) = source.read(), let whole = text.documents.first else {
        return (source.path, "?")
      }
      let ranges = whole.reviewable ?? [whole.bytes.indices]
      return (
        source.path,
        ranges.map { String(decoding: whole.bytes[$0], as: UTF8.self) }.joined(separator: "|")
      )
    }
  }

  func text(_ path: String) -> String? { reviewed.first { $0.path == path }?.text }

  var touched: [String] { changes.map { "\($0.path) \($0.what)" } }
}

/// Reviews as the gate might hand them over.
enum MadeUp {
  static func finding(
    _ rule: String = "secrets/github-token", severity: Severity = .critical,
    path: String = "app/config.py", line: Int = 3, evidence: [String] = ["prefix ghp_"]
  ) -> Finding {
    guard let id = RuleID(rule) else { preconditionFailure(rule) }
    return Finding(
      rule: id, category: .secret, severity: severity, confidence: .high,
      title: "GitHub access token", message: "A token.", path: path,
      region: Region(
        startLine: line, startColumn: 9, endLine: line, endColumn: 49, byteOffset: 0,
        byteLength: 40),
      language: .plain, zone: .string, within: [], snippet: "token = MASKED-SNIPPET",
      frame: .none, evidence: evidence, why: "Whoever holds it acts as its owner.",
      fix: "Revoke it; read the new one from the environment.", references: [],
      fingerprint: String(repeating: "9f2c", count: 16))
  }

  static func review(
    _ findings: [(Finding, Verdict)], errors: [ReviewError] = []
  ) -> Review {
    let worst = findings.map(\.1).max() ?? .approve
    return Review(
      version: "0.1.0", rulesDigest: "sha256:00", policyDigest: "sha256:00",
      verdict: errors.isEmpty ? worst : max(worst, .flag), isComplete: errors.isEmpty, inputs: 1,
      bytes: 10,
      findings: findings.map { DecidedFinding(finding: $0.0, action: $0.1, reason: "policy") },
      skipped: [], errors: errors)
  }

  static let approval = review([])
  static let flag = review([(finding(), .flag)])
  static let block = review([(finding(), .block)])
  static let incomplete = review([], errors: [ReviewError(path: "a.py", message: "too late")])
}

extension AgentAnswer {
  var output: String { String(decoding: standardOutput, as: UTF8.self) }
  var errors: String { String(decoding: standardError, as: UTF8.self) }
}

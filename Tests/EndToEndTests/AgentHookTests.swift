import Foundation
import TestSupport
import Testing

/// `reviewgate hook AGENT`, started as an agent's host starts it.
@Suite struct AgentHookTests {
  private let folder: ScratchFolder

  init() throws {
    folder = try ScratchFolder()
    try folder.git("init", "-q")
    try folder.write("x = 1\n", to: "a.py")
    try folder.git("add", "a.py")
    try folder.git("commit", "-q", "-m", "a")
  }

  private static let token = CaseFile.filled("ghp_{github-checksum}")

  private func hook(_ agent: String, _ payload: String) throws -> BuiltProgram.Result {
    try BuiltProgram.run(["hook", agent], in: folder, input: Array(payload.utf8))
  }

  private func write(_ text: String, to path: String = "b.py") -> String {
    #"{"hook_event_name":"PreToolUse","cwd":"\#(folder.path)","tool_name":"Write","#
      + #""tool_input":{"file_path":"\#(folder.path)/\#(path)","content":"\#(text)"}}"#
  }

  @Test func `a file with a token is denied with the reason, the fix and no value`() throws {
    let result = try hook("claude-code", write("token = \\\"\(Self.token)\\\"\\n"))
    #expect(result.exit == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("secrets/github-token"))
    #expect(result.errors.contains("at \"b.py\":1:10"))
    #expect(result.errors.contains("Revoke it"))
    #expect(!result.errors.contains(Self.token))
  }

  @Test(arguments: ["claude-code", "codex", "copilot"])
  func `what may pass goes by in silence`(agent: String) throws {
    let result = try hook(agent, write("print(1)\\n"))
    #expect(result.exit == 0)
    #expect(result.output == "" && result.errors == "")
  }

  @Test func `only what an edit brings counts`() throws {
    try folder.write("old = \"\(Self.token)\"\nx = 1\n", to: "a.py")
    func edit(_ new: String) -> String {
      #"{"hook_event_name":"PreToolUse","cwd":"\#(folder.path)","tool_name":"Edit","tool_input":"#
        + #"{"file_path":"\#(folder.path)/a.py","old_string":"x = 1","new_string":"\#(new)"}}"#
    }
    #expect(try hook("claude-code", edit("x = 2")).exit == 0)
    let result = try hook("claude-code", edit("x = \\\"\(Self.token)\\\""))
    #expect(result.exit == 2)
    #expect(result.errors.contains("at \"a.py\":2:6"))
  }

  @Test func `the policy of the last commit decides, and a change of it is asked about`() throws {
    try folder.write("preset = \"advisory\"\n", to: ".reviewgate.toml")
    let token = try hook("claude-code", write("token = \\\"\(Self.token)\\\"\\n"))
    #expect(token.exit == 2)
    let policy = try hook("claude-code", write("preset = 1", to: ".reviewgate.toml"))
    #expect(policy.exit == 0)
    let answer = try JSONValue(policy.output)["hookSpecificOutput"]
    #expect(answer?["permissionDecision"]?.string == "ask")
    #expect(answer?["permissionDecisionReason"]?.string?.contains("gate/guard-changed") == true)
    try folder.git("add", ".reviewgate.toml")
    try folder.git("commit", "-q", "-m", "policy")
    #expect(try hook("claude-code", write("token = \\\"\(Self.token)\\\"\\n")).exit == 0)
  }

  @Test func `the folder that an agent has gone to brings no policy`() throws {
    try folder.write("preset = \"advisory\"\n", to: "below/.reviewgate.toml")
    let payload = write("token = \\\"\(Self.token)\\\"\\n").replacing(
      "\"cwd\":\"\(folder.path)\"", with: "\"cwd\":\"\(folder.path)/below\"")
    #expect(try hook("claude-code", payload).exit == 2)
  }

  @Test func `what cannot be reviewed is denied`() throws {
    #expect(try hook("claude-code", "{").exit == 2)
    #expect(try hook("claude-code", "").exit == 2)
    try folder.write("preset = \"none\"\n", to: ".reviewgate.toml")
    try folder.git("add", ".reviewgate.toml")
    try folder.git("commit", "-q", "-m", "a policy with a fault")
    let result = try hook("claude-code", write("print(1)\\n"))
    #expect(result.exit == 2)
    #expect(result.errors.contains(".reviewgate.toml:1:"))
  }

  @Test(arguments: ["claude-code", "codex", "cursor", "gemini", "copilot"])
  func `settings are shown, written once and taken out again`(agent: String) throws {
    let before = try folder.git("status", "--porcelain", "--untracked-files=all")
    let first = try BuiltProgram.run(["hook", agent, "--install"], in: folder)
    #expect(first.exit == 0)
    #expect(first.output.contains("hook \(agent)"))
    let written = try folder.git("status", "--porcelain", "--untracked-files=all")
    #expect(written != before)
    let second = try BuiltProgram.run(["hook", agent, "--install"], in: folder)
    #expect(second.output.contains("is there already"))
    #expect(try folder.git("status", "--porcelain", "--untracked-files=all") == written)
    #expect(try BuiltProgram.run(["hook", agent, "--uninstall"], in: folder).exit == 0)
    #expect(try folder.git("status", "--porcelain", "--untracked-files=all") == before)
  }

  @Test func `what else stands in the settings is kept`() throws {
    let own = "{\n  \"model\": \"opus\",\n  \"hooks\": {\"Stop\": []}\n}\n"
    try folder.write(own, to: ".claude/settings.json")
    #expect(try BuiltProgram.run(["hook", "claude-code", "--install"], in: folder).exit == 0)
    let settings = try String(contentsOf: folder.url(".claude/settings.json"), encoding: .utf8)
    #expect(settings.hasPrefix("{\n  \"model\": \"opus\",\n"))
    #expect(try JSONValue(settings)["hooks"]?["PreToolUse"]?.elements.count == 1)
    try folder.write("// mine\n{}\n", to: ".claude/settings.json")
    let refused = try BuiltProgram.run(["hook", "claude-code", "--install"], in: folder)
    #expect(refused.exit == 2)
    #expect(refused.errors.contains("by hand"))
  }
}

import JSON
import Testing

@testable import AgentHooks

struct InstallationTests {
  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: Agent.allCases)
  func `a project without settings gets a file that goes again`(agent: Agent) throws {
    let installation = AgentInstallation(agent, program: "reviewgate")
    let bytes = try #require(try installation.installed(into: nil))
    #expect(JSONText(bytes)?.root.isObject == true)
    #expect(text(bytes)?.contains("reviewgate hook \(agent.rawValue)") == true)
    #expect(try installation.installed(into: bytes) == nil)
    #expect(try installation.uninstalled(from: bytes) == .delete)
    #expect(try installation.uninstalled(from: nil) == nil)
    #expect(try installation.installed(into: Array(" \n".utf8)) == bytes)
  }

  /// Settings of a person, each with something that an installation might disturb.
  private static func settings(_ event: String) -> [String] {
    let theirs = #"{ "matcher": "x", "hooks": [ {"type":"command","command":"./mine.sh"} ] }"#
    return [
      "{\n  \"model\": \"m\"\n}\n",
      "{\"a\":1}",
      "{\r\n\t\"hooks\" : {\r\n\t\t\"\(event)\" : [ \(theirs) ]\r\n\t},\r\n\t\"z\" : [1, 2,3]\r\n}",
      "{\n    \"hooks\": {\n        \"Other\": [\(theirs)]\n    }\n}\n",
      "{\"hooks\":{\"\(event)\":[\(theirs),\(theirs)]},\"version\":1}\n\n",
      "{ \"text\": \"a \\\" , ] } \\u00e9 \u{e9}\" }",
    ]
  }

  @Test(arguments: Agent.allCases)
  func `what stood in the settings stays byte for byte`(agent: Agent) throws {
    let installation = AgentInstallation(agent, program: "/opt/tools/reviewgate")
    let event = try #require(HookEntry.all(of: agent, program: "x").first).event
    for settings in Self.settings(event) {
      let file = Array(settings.utf8)
      let bytes = try #require(try installation.installed(into: file))
      #expect(JSONText(bytes) != nil, "\(text(bytes) ?? "")")
      // All of the old bytes are there, in their order.
      var rest = bytes[...]
      for byte in file {
        guard let place = rest.firstIndex(of: byte) else {
          Issue.record("a byte is gone")
          return
        }
        rest = rest[(place + 1)...]
      }
      #expect(try installation.installed(into: bytes) == nil)
      guard case .bytes(let without)? = try installation.uninstalled(from: bytes) else {
        Issue.record("\(agent) \(settings)")
        continue
      }
      let added = agent == .cursor || agent == .copilot
      if settings.contains("hooks") || !added { #expect(text(without) == settings) }
    }
  }

  @Test func `a hook of another place is replaced, with no other touched`() throws {
    let old = AgentInstallation(.claudeCode, program: "/old place/bin/reviewgate")
    let new = AgentInstallation(.claudeCode, program: "reviewgate")
    let theirs = Array(#"{"hooks":{"PreToolUse":[{"hooks":[{"command":"x"}]}]}}"#.utf8)
    let before = try #require(try old.installed(into: theirs))
    #expect(text(before)?.contains("'/old place/bin/reviewgate' hook claude-code") == true)
    let after = try #require(try new.installed(into: before))
    #expect(try new.installed(into: theirs) == after)
    #expect(text(after)?.contains("/old") == false)
  }

  @Test func `of a group only the hook of this program is taken out`() throws {
    let mixed = """
      {"hooks":{"Stop":[{"hooks":[{"command":"a"},{"command":"reviewgate hook claude-code"},{"command":"b"}]}]}}
      """
    let installation = AgentInstallation(.claudeCode, program: "reviewgate")
    let without = try installation.uninstalled(from: Array(mixed.utf8))
    let expected = #"{"hooks":{"Stop":[{"hooks":[{"command":"a"},{"command":"b"}]}]}}"#
    #expect(without == .bytes(Array(expected.utf8)))
  }

  @Test(arguments: [
    "// mine\n{}", "{\"a\": 1,}", "[]", "{", "{\"hooks\": []}", "{\"hooks\": {\"PreToolUse\": {}}}",
    "{\"disableAllHooks\": true}",
  ])
  func `settings that cannot be changed safely are left alone`(settings: String) throws {
    let installation = AgentInstallation(.claudeCode, program: "reviewgate")
    let error = try #require(throws: AgentInstallationError.self) {
      try installation.installed(into: Array(settings.utf8))
    }
    #expect(error.message.contains("add this to .claude/settings.json by hand"))
    #expect(error.message.contains("reviewgate hook claude-code || exit 2"))
  }

  @Test(arguments: [
    ("reviewgate hook codex", true), ("'/a b/reviewgate' hook codex || exit 2", true),
    ("& 'C:\\x\\reviewgate.exe' hook codex", true), ("reviewgate hook claude-code", false),
    ("my-reviewgate hook codex", false), ("reviewgate hook codex --verbose", false),
    ("echo; x hook codex", false),
  ])
  func `only a command that is this hook is taken for it`(command: String, isOurs: Bool) {
    #expect(HookEntry.starts(command, .codex) == isOurs)
  }

  @Test(arguments: Agent.allCases)
  func `a review has ended before the host gives it up`(agent: Agent) {
    #expect(AgentInstallation.deadline < .seconds(AgentInstallation.hostSeconds))
    for entry in HookEntry.all(of: agent, program: "reviewgate") {
      let json = String(decoding: entry.json, as: UTF8.self)
      let seconds = agent == .gemini ? "30000" : "30"
      #expect(json.contains("imeout\":\(seconds)") || json.contains("timeoutSec\":\(seconds)"))
    }
  }

  @Test func `a program that is missing denies what is asked before the fact`() {
    for agent in [Agent.claudeCode, .codex, .gemini] {
      for entry in HookEntry.all(of: agent, program: "reviewgate") {
        let closes = String(decoding: entry.json, as: UTF8.self).contains("|| exit 2")
        #expect(closes == ["PreToolUse", "BeforeTool"].contains(entry.event))
      }
    }
  }
}

// The settings are a person's: all that is written is put in as text, and what stood there stays byte for
// byte. A file that cannot be understood (comments, a fault) is left alone, and what to add is said.

import JSON

/// Why the settings of an agent were left as they are.
package struct AgentInstallationError: Error, Sendable, Equatable {
  /// What is wrong, and what to do.
  package let message: String
}

/// Sets the hook up in the settings of a project.
package struct AgentInstallation: Sendable {
  /// What becomes of the settings when the hook is taken out.
  package enum Removal: Sendable, Equatable {
    case bytes([UInt8])
    /// Nothing else is left in the file.
    case delete
  }

  /// After how long a host gives the hook up.
  package static let hostSeconds = 30
  /// After how long a review must have ended, so that the host hears that it did not.
  package static let deadline = Duration.seconds(20)

  static let closing = " || exit 2"

  package let agent: Agent
  private let program: String

  /// `program` is how the agent is to start it: a name to be found, or a path.
  package init(_ agent: Agent, program: String) {
    self.agent = agent
    self.program = program
  }

  /// From the root of the project.
  package var path: String {
    switch agent {
    case .claudeCode: ".claude/settings.json"
    case .codex: ".codex/hooks.json"
    case .cursor: ".cursor/hooks.json"
    case .gemini: ".gemini/settings.json"
    case .copilot: ".github/hooks/reviewgate.json"
    }
  }

  /// What the user has to do beyond the file; nil for nothing.
  package var note: String? {
    switch agent {
    case .codex: "Codex runs it once you have trusted it: /hooks shows it."
    case .cursor: "Cursor runs it in trusted workspaces; restart Cursor."
    case .copilot:
      "Copilot hands over no text of its final reply: only what it writes and runs is reviewed."
    case .claudeCode, .gemini: nil
    }
  }

  /// The settings with the hook; nil if it is there already. `file` is nil where there is none.
  package func installed(
    into file: [UInt8]?
  ) throws(AgentInstallationError) -> [UInt8]? {
    let entries = HookEntry.all(of: agent, program: program)
    guard let file, file.contains(where: { !$0.isJSONBlank }) else { return fresh(entries) }
    let settings = try HookSettings(file, agent, byHand: byHand)
    if settings.holds(entries) { return nil }
    var bytes = settings.ours.isEmpty ? file : settings.withoutOurs
    for entry in entries {
      let settings = try HookSettings(bytes, agent, byHand: byHand)
      bytes = settings.adding(entry)
    }
    return bytes
  }

  /// The settings without the hook; nil if it is not there.
  package func uninstalled(
    from file: [UInt8]?
  ) throws(AgentInstallationError) -> Removal? {
    guard let file, file.contains(where: { !$0.isJSONBlank }) else { return nil }
    let settings = try HookSettings(file, agent, byHand: "")
    if settings.ours.isEmpty { return nil }
    let bytes = settings.withoutOurs
    guard let rest = JSONText(bytes), rest.root.isObject else { return .bytes(bytes) }
    // What an agent's file of nothing but hooks needs is no reason to keep it.
    let isEmpty = rest.root.members.allSatisfy { $0.name == "version" && needsVersion }
    return isEmpty ? .delete : .bytes(bytes)
  }

  private var needsVersion: Bool { agent == .cursor || agent == .copilot }

  /// A file of its own.
  private func fresh(_ entries: [HookEntry]) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.key("hooks")
      json.object { json in
        for entry in entries.sorted(by: { $0.event < $1.event }) {
          json.key(entry.event)
          json.array { $0.verbatim(entry.json) }
        }
      }
      if needsVersion { json.member("version", 1) }
    }
    return JSONLayout.pretty(json.bytes, indent: "", unit: "  ") + [0x0A]
  }

  private var byHand: String {
    "; add this to \(path) by hand:\n"
      + String(decoding: fresh(HookEntry.all(of: agent, program: program)), as: UTF8.self)
  }
}

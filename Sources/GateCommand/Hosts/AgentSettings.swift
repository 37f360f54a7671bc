import AgentHooks
import Input
import Reporting
import ReviewGate
import SourceText

/// Sets an agent's hook up in the settings of the project, or takes it out.
struct AgentSettings {
  private let agent: Agent
  private let installation: AgentInstallation
  private let path: String

  init(_ agent: Agent) throws(GateError) {
    // The name alone is good on other machines, too, where it leads to this program.
    let here = InstalledProgram.path()
    let isFound = here != nil && InstalledProgram.path(called: "reviewgate") == here
    guard let program = isFound ? "reviewgate" : here else {
      throw GateError("where this program lies is not known: call it by its full path")
    }
    self.agent = agent
    installation = AgentInstallation(agent, program: program)
    path = RepositoryPlace.current().policyFolder + "/" + installation.path
  }

  /// The lines that tell what was done.
  func install() throws(GateError) -> [String] {
    let before = try contents()
    let after: [UInt8]?
    do throws(AgentInstallationError) {
      after = try installation.installed(into: before)
    } catch {
      throw GateError("\(path): \(error.message)")
    }
    guard let after else { return ["\(path): the hook of \(agent.title) is there already"] }
    let shown = shownChange(from: before ?? [], to: after)
    try write { () throws(InputError) in
      _ = try HookFiles.makeFolders(Array(folder.utf8))
      try HookFiles.put(after, at: target, isExecutable: false)
    }
    let note = installation.note.map { [$0] } ?? []
    return ["\(path): the hook of \(agent.title) is set up"] + shown + note
  }

  func uninstall() throws(GateError) -> [String] {
    let before = try contents()
    let removal: AgentInstallation.Removal?
    do throws(AgentInstallationError) {
      removal = try installation.uninstalled(from: before)
    } catch {
      throw GateError("\(path): \(error.message)")
    }
    switch removal {
    case nil: return ["\(path): the hook of \(agent.title) is not there"]
    case .delete:
      try write { () throws(InputError) in try HookFiles.remove(target) }
      return ["\(path): removed: it held nothing but the hook of \(agent.title)"]
    case .bytes(let after):
      try write { () throws(InputError) in
        try HookFiles.put(after, at: target, isExecutable: false)
      }
      return ["\(path): the hook of \(agent.title) is taken out"]
        + shownChange(from: before ?? [], to: after)
    }
  }

  private func contents() throws(GateError) -> [UInt8]? {
    do throws(InputError) {
      return try FileSource.contents(ofFile: path)
    } catch {
      throw GateError("\(path): \(error.message)")
    }
  }

  private func write(_ body: () throws(InputError) -> Void) throws(GateError) {
    do throws(InputError) { try body() } catch { throw GateError("\(path): \(error.message)") }
  }

  private var folder: String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }

  /// Of a link, the file that it leads to.
  private var target: [UInt8] { FileSource.canonical(path) ?? Array(path.utf8) }

  /// The lines that go and come, between those that both have at their beginning and end.
  private func shownChange(from before: [UInt8], to after: [UInt8]) -> [String] {
    func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map(String.init)
    }
    let old = lines(before)
    let new = lines(after)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let most = min(old.count, new.count) - start
    let end = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.prefix(most).count
    return old[start..<(old.count - end)].filter { !$0.isEmpty }.map { "  - \($0.madeVisible)" }
      + new[start..<(new.count - end)].filter { !$0.isEmpty }.map { "  + \($0.madeVisible)" }
  }
}

import Input
import ReviewGate

/// Puts the program's hooks where git looks for them, and takes them away again.
///
/// A hook that is there is kept under another name and run first. Nothing is ever overwritten or
/// removed but what is known to be ours.
struct GitHookInstallation {
  /// What git runs before a commit, and before the commit of a merge.
  static let events = ["pre-commit", "pre-merge-commit"]

  /// What was done, and what could not be.
  struct Outcome: Equatable {
    /// A line each, for standard output.
    var lines: [String] = []
    /// A line each, for standard error.
    var faults: [String] = []
  }

  /// The absolute path that the hooks call the program by; nil where that is not known.
  var program = InstalledProgram.path()

  // MARK: - Installing

  func install() throws(GateError) -> Outcome {
    guard let program else {
      throw GateError("where this program lies is not known: call it by its full path")
    }
    let folder = try folder()
    var outcome = Outcome()
    let made: Int
    do throws(InputError) { made = try HookFiles.makeFolders(folder.path) } catch {
      throw GateError("\(shown(folder.path)): \(error.message)")
    }
    for event in Self.events {
      let script = HookScript(event: event, program: program, madeFolders: made)
      do throws(InputError) {
        outcome.lines.append(try install(script, HookPlaces(folder.path, event)))
      } catch {
        outcome.faults.append(error.message)
      }
    }
    if outcome.lines.isEmpty {
      HookFiles.removeFolders(folder.path, count: made)
      return outcome
    }
    outcome.lines += remarks(on: folder, program)
    return outcome
  }

  /// What was done, as a line.
  private func install(
    _ script: HookScript, _ places: HookPlaces
  ) throws(InputError) -> String {
    let hook = shown(places.hook)
    switch try places.origin(of: places.hook) {
    case nil:
      try put(script, at: places.hook)
      let first = try places.hasKept ? "; \(shown(places.kept)) runs first" : ""
      return "\(hook): installed\(first)"
    case .ours(let made):
      return try renew(script, madeFolders: made, at: places.hook)
    case .changed:
      throw .git(
        "\(hook): was changed since it was installed: move what is yours to a hook of your own")
    case .husky:
      throw .git(
        "\(hook): husky makes this file anew; add the line 'reviewgate hook git' to its"
          + " \(script.event) in the folder above instead")
    case .preCommit:
      if case .ours(let made)? = try places.origin(of: places.legacy) {
        // pre-commit was installed later and runs ours first.
        return try renew(script, madeFolders: made, at: places.legacy)
      }
      return try installAfter(script, places)
    case .other: return try installAfter(script, places)
    }
  }

  private func renew(
    _ script: HookScript, madeFolders: Int, at path: [UInt8]
  ) throws(InputError) -> String {
    var script = script
    script.madeFolders = madeFolders
    if HookFiles.head(of: path) == script.bytes, HookFiles.isExecutable(path) {
      return "\(shown(path)): is installed already; nothing changed"
    }
    try put(script, at: path)
    return "\(shown(path)): was installed already; now calls \(shown(script.program))"
  }

  /// Keeps the hook that is there.
  private func installAfter(
    _ script: HookScript, _ places: HookPlaces
  ) throws(InputError) -> String {
    guard try !places.hasKept else {
      throw .git(
        "\(shown(places.hook)): another hook is there, and \(shown(places.kept)) holds one that was"
          + " there before: join the two into the first, remove the second and try again")
    }
    let wasRun = HookFiles.isExecutable(places.hook)
    do throws(InputError) { try HookFiles.move(places.hook, to: places.kept) } catch {
      throw .git("\(shown(places.hook)): \(error.message)")
    }
    do throws(InputError) { try put(script, at: places.hook) } catch {
      try HookFiles.move(places.kept, to: places.hook)
      throw error
    }
    return "\(shown(places.hook)): installed; the hook that was there "
      + (wasRun ? "runs first, as " : "could not be run and is not: it is kept as ")
      + shown(places.kept)
  }

  private func put(_ script: HookScript, at path: [UInt8]) throws(InputError) {
    do throws(InputError) { try HookFiles.put(script.bytes, at: path) } catch {
      throw .git("\(shown(path)): \(error.message)")
    }
    guard HookFiles.isExecutable(path) else {
      throw .git("\(shown(path)): git will not run it: its file system forbids running files")
    }
  }

  private func remarks(on folder: GitHooksFolder, _ program: String) -> [String] {
    var lines: [String] = []
    if folder.isInWorkTree {
      lines.append(
        "note: the hooks lie in the work tree, where they can be committed; others who clone it need"
          + " reviewgate on the PATH")
    } else if folder.isElsewhere {
      lines.append("note: every repository whose core.hooksPath leads there runs these hooks")
    }
    if RepositoryPlace.current().inRepository(program) != nil {
      lines.append(
        "note: the hooks call \(shown(program)), which a change of this repository could replace")
    }
    return lines
  }

  // MARK: - Uninstalling

  func uninstall() throws(GateError) -> Outcome {
    let folder = try folder()
    var outcome = Outcome()
    var made = 0
    for event in Self.events {
      do throws(InputError) {
        if let done = try uninstall(HookPlaces(folder.path, event), &made) {
          outcome.lines.append(done)
        }
      } catch {
        outcome.faults.append(error.message)
      }
    }
    if outcome.faults.isEmpty { HookFiles.removeFolders(folder.path, count: made) }
    if outcome.lines.isEmpty, outcome.faults.isEmpty {
      outcome.lines.append("\(shown(folder.path)): no hook of reviewgate is there")
    }
    return outcome
  }

  /// What was done, as a line; nil where there was nothing.
  private func uninstall(
    _ places: HookPlaces, _ madeFolders: inout Int
  ) throws(InputError) -> String? {
    let hook = shown(places.hook)
    do throws(InputError) {
      switch try places.origin(of: places.hook) {
      case nil:
        guard try places.hasKept else { return nil }
        try HookFiles.move(places.kept, to: places.hook)
        return "\(hook): was gone; the hook that was there before is back"
      case .ours(let made):
        madeFolders = max(madeFolders, made)
        if try places.hasKept {
          try HookFiles.move(places.kept, to: places.hook)
          return "\(hook): removed; the hook that was there before is back"
        }
        try HookFiles.remove(places.hook)
        return "\(hook): removed"
      case .changed:
        throw .git("was changed since it was installed: left alone, remove it yourself")
      case .preCommit:
        guard case .ours(let made)? = try places.origin(of: places.legacy) else { break }
        madeFolders = max(madeFolders, made)
        return try uninstallLegacy(places)
      case .husky, .other: break
      }
      if try places.hasKept {
        throw .git(
          "another hook took the place of ours: left alone, as is \(shown(places.kept)), which was"
            + " there before")
      }
      return "\(hook): another program's hook; left alone"
    } catch {
      throw .git("\(hook): \(error.message)")
    }
  }

  /// Removes ours where pre-commit was installed later and moved it aside.
  private func uninstallLegacy(_ places: HookPlaces) throws(InputError) -> String {
    let legacy = shown(places.legacy)
    switch try places.origin(of: places.kept) {
    case nil: try HookFiles.remove(places.legacy)
    case .preCommit:
      // Its own hook of before, which it has written anew since.
      try HookFiles.remove(places.legacy)
      try HookFiles.remove(places.kept)
    default:
      try HookFiles.move(places.kept, to: places.legacy)
      return "\(legacy): removed; the hook that was there before is run by pre-commit's"
    }
    return "\(legacy): removed; pre-commit's own hook stays"
  }

  private func folder() throws(GateError) -> GitHooksFolder {
    do throws(InputError) { return try GitPlaces.hooksFolder() } catch {
      throw GateError(error.message)
    }
  }
}

/// The files that belong to one event.
private struct HookPlaces {
  let hook: [UInt8]
  let kept: [UInt8]
  let legacy: [UInt8]

  init(_ folder: [UInt8], _ event: String) {
    hook = folder + Array("/\(event)".utf8)
    kept = hook + Array(HookScript.keptSuffix.utf8)
    legacy = hook + Array(HookScript.legacySuffix.utf8)
  }

  var hasKept: Bool { get throws(InputError) { try HookFiles.kind(of: kept) != .nothing } }

  /// What stands at one of the paths; nil for nothing.
  func origin(of path: [UInt8]) throws(InputError) -> HookScript.Origin? {
    switch try HookFiles.kind(of: path) {
    case .nothing: return nil
    case .file: return HookScript.origin(of: HookFiles.head(of: path))
    case .link:
      // Someone may keep hooks elsewhere and link to them; what cannot be told apart is another's.
      let origin = HookScript.origin(of: HookFiles.head(of: path))
      return origin == .changed ? .other : origin
    case .folder, .other: throw .git("\(shown(path)): is no file: move it away and try again")
    }
  }
}

/// A path for people: what could change how a terminal shows the rest stands as a number.
private func shown(_ path: [UInt8]) -> String { shown(String(decoding: path, as: UTF8.self)) }

private func shown(_ path: String) -> String {
  path.unicodeScalars.map { scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator:
      "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: String(scalar)
    }
  }.joined()
}

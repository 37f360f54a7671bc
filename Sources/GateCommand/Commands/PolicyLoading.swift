import Gate
import Input
import ReviewGate
import Rules

/// Finds and reads the policy that decides.
struct PolicyLoading {
  static let fileName = ".reviewgate.toml"

  let options: CheckOptions
  let place: RepositoryPlace
  let objects: GitObjects

  /// Under `--staged` and `--diff` the policy is that of the base revision: a change has no say in
  /// its own review.
  func policy() throws(GateError) -> Policy {
    var policy = try read() ?? Policy()
    if let preset = options.preset { policy.preset = preset }
    return policy
  }

  /// Under `--staged` and `--diff` the rule files that the policy names, as they are in the base
  /// revision; nil where those of the work tree count.
  func baseRules(of policy: Policy) throws(GateError) -> [RuleFile]? {
    do throws(InputError) {
      guard !policy.rules.isEmpty, let base = try base() else { return nil }
      var files: [RuleFile] = []
      for name in policy.rules {
        // What lies elsewhere is no part of the change.
        guard let path = place.inRepository(name, from: place.policyFolder) else {
          throw .git("\(name) lies outside of the repository, which has no say in a change of it")
        }
        let found = try GitChange.files(below: path, at: base, objects: objects).filter {
          $0.path.hasSuffix(".toml") || $0.path == path
        }
        guard !found.isEmpty else {
          throw .git("the base revision has no rule files at \(name), which the policy names")
        }
        files += found.map { RuleFile(name: $0.path, bytes: $0.bytes) }
      }
      return files
    } catch {
      throw GateError("\(Self.fileName): rules: \(error.message)")
    }
  }

  private func read() throws(GateError) -> Policy? {
    guard options.readsPolicy else { return nil }
    let name = options.policyFile ?? Self.fileName
    do {
      guard let bytes = try contents() else {
        if options.policyFile != nil { throw GateError("\(name): no such policy file") }
        return nil
      }
      return try PolicyFile.decode(bytes, file: name)
    } catch let error as GateError {
      throw error
    } catch let error as PolicyError {
      throw GateError(error.description)
    } catch InputError.git(let message) {
      // Of the change, not of the policy.
      throw GateError(message)
    } catch let error as InputError {
      throw GateError("\(name): \(error.message)")
    } catch {
      throw GateError("\(name): \(error)")
    }
  }

  /// The bytes of the policy: of a change in its base revision, if the file is there.
  private func contents() throws(InputError) -> [UInt8]? {
    let path = options.policyFile ?? place.policyFolder + "/" + Self.fileName
    if let base = try base(), let inside = place.inRepository(path) {
      let bytes = try GitChange.file(inside, at: base, objects: objects)
      // A file that is named may lie where git does not look.
      if bytes != nil || options.policyFile == nil { return bytes }
    }
    return try FileSource.contents(ofFile: path)
  }

  /// The revision that the change under review is counted from; nil where there is none, or no
  /// repository, of which the review itself says what is wrong.
  private func base() throws(InputError) -> String? {
    guard place.root != nil else { return nil }
    switch options.source {
    case .staged: return try GitChange.base(ofRevisions: nil, objects: objects)
    case .diff(let revisions): return try GitChange.base(ofRevisions: revisions, objects: objects)
    case .paths, .diffOnStandardInput: return nil
    }
  }
}

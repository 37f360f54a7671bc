import Gate
import Input

/// Finds and reads the policy that decides.
struct PolicyLoading {
  static let fileName = ".reviewgate.toml"

  let options: CheckOptions
  let place: RepositoryPlace
  let objects: GitObjects

  /// Under `--staged` and `--diff` the policy is that of the base revision: a change has no say in
  /// its own review.
  func policy() throws(CommandError) -> Policy {
    var policy = try read() ?? Policy()
    if let preset = options.preset { policy.preset = preset }
    return policy
  }

  private func read() throws(CommandError) -> Policy? {
    guard options.readsPolicy else { return nil }
    do {
      if let named = options.policyFile {
        guard let bytes = try FileSource.contents(ofFile: named) else {
          throw CommandError("\(named): no such policy file")
        }
        return try PolicyFile.decode(bytes, file: named)
      }
      let bytes: [UInt8]?
      switch options.source {
      case .staged: bytes = try committed(revisions: nil)
      case .diff(let revisions): bytes = try committed(revisions: revisions)
      case .paths, .diffOnStandardInput:
        bytes = try FileSource.contents(ofFile: place.policyFolder + "/" + Self.fileName)
      }
      return try bytes.map { try PolicyFile.decode($0, file: Self.fileName) }
    } catch let error as CommandError {
      throw error
    } catch let error as PolicyError {
      throw CommandError(error.description)
    } catch let error as InputError {
      throw CommandError("\(Self.fileName): \(error.message)")
    } catch {
      throw CommandError("\(Self.fileName): \(error)")
    }
  }

  /// The policy of the base revision; outside of a repository the review itself says what is wrong.
  private func committed(revisions: String?) throws(InputError) -> [UInt8]? {
    guard place.root != nil else { return nil }
    let base = try GitChange.base(ofRevisions: revisions, objects: objects)
    return try GitChange.file(Self.fileName, at: base, objects: objects)
  }
}

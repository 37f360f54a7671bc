import Synchronization

/// Gives objects of the repository from one `git cat-file` that is started when the first is asked for
/// and asked again for the next ones.
package final class GitObjects: Sendable {
  struct Object {
    var id: [UInt8]
    var isBlob: Bool
    var bytes: [UInt8]
  }

  private let running = Mutex<GitCommand.Process?>(nil)

  package init() {}

  deinit { running.withLock { process in _ = process?.end() } }

  /// The objects of names or ids, which hold no line ends; nil for what there is not.
  func objects(_ names: [[UInt8]]) throws(InputError) -> [Object?] {
    try running.withLock { running throws(InputError) -> [Object?] in
      var process: GitCommand.Process
      if let started = running {
        process = started
      } else {
        process = try GitCommand.Process(["cat-file", "--batch"])
      }
      running = nil
      let input = names.reduce(into: [UInt8]()) { $0 += $1 + [0x0A] }
      var output = GitCommand.Output(status: -1, bytes: [], errors: [])
      var answers = Answers(count: names.count)
      guard process.exchange(input, &output, isComplete: { answers.read($0) }) else {
        output.status = process.end()
        throw .git(GitCommand.words(of: output))
      }
      running = process
      return answers.objects(in: output.bytes)
    }
  }

  /// What git answers: `<id> <type> <size>`, the bytes and an LF for each object; for a name that there
  /// is not another line.
  private struct Answers {
    private let count: Int
    private var position = 0
    private var found: [(id: Range<Int>, isBlob: Bool, bytes: Range<Int>)?] = []

    init(count: Int) { self.count = count }

    /// Reads what came since the last call; whether that is all.
    mutating func read(_ bytes: [UInt8]) -> Bool {
      while found.count < count {
        guard let end = bytes[position...].firstIndex(of: 0x0A) else { return false }
        let words = bytes[position..<end].split(separator: 0x20)
        guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
        else {
          found.append(nil)
          position = end + 1
          continue
        }
        guard bytes.count - end - 1 > size else { return false }
        found.append(
          (words[0].indices, words[1].elementsEqual("blob".utf8), (end + 1)..<(end + 1 + size)))
        position = end + 1 + size + 1
      }
      return true
    }

    func objects(in bytes: [UInt8]) -> [Object?] {
      found.map { object in
        object.map {
          Object(id: Array(bytes[$0.id]), isBlob: $0.isBlob, bytes: Array(bytes[$0.bytes]))
        }
      }
    }
  }
}

/// Blobs that are fetched together, when the first is wanted.
final class GitBlobs: Sendable {
  private enum State {
    case waiting
    case fetched([[UInt8]: [UInt8]])
    case failed(InputError)
  }

  private static let batchSize = 128

  private let ids: [[UInt8]]
  private let objects: GitObjects
  private let state = Mutex(State.waiting)

  private init(_ ids: [[UInt8]], _ objects: GitObjects) {
    self.ids = ids
    self.objects = objects
  }

  /// The batch of each id. The first is fetched from `objects`, each other one from a git of its own,
  /// so that workers need not wait for each other.
  static func batches(of ids: [[UInt8]], _ objects: GitObjects) -> [[UInt8]: GitBlobs] {
    var result: [[UInt8]: GitBlobs] = [:]
    var rest = ids[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(batchSize))
      rest = rest.dropFirst(batchSize)
      let batch = GitBlobs(part, result.isEmpty ? objects : GitObjects())
      for id in part { result[id] = batch }
    }
    return result
  }

  func take(_ id: [UInt8], limit: Int?) throws(InputError) -> [UInt8] {
    let found = state.withLock { state -> Result<[UInt8]?, InputError> in
      if case .waiting = state {
        do throws(InputError) {
          var blobs: [[UInt8]: [UInt8]] = [:]
          for case let object? in try objects.objects(ids) where object.isBlob {
            blobs[object.id] = object.bytes
          }
          state = .fetched(blobs)
        } catch {
          state = .failed(error)
        }
      }
      switch state {
      case .waiting: return .success(nil)
      case .fetched(let blobs): return .success(blobs[id])
      case .failed(let error): return .failure(error)
      }
    }
    guard let bytes = try found.get() else { throw .git("git has no such blob: not reviewed") }
    let limit = min(limit ?? FileSystem.largestText, FileSystem.largestText)
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }
}

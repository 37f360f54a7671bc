import Foundation

/// The program as it was built beside the tests, run in a folder of its own.
struct BuiltProgram {
  struct Result {
    var output: String
    var errors: String
    var exit: Int32
  }

  /// Beside the test bundle (on Linux the bundle is its folder), where the package manager puts every product.
  static let path: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? Bundle.main
    var folder = URL(filePath: bundle.bundlePath)
    for _ in 0..<4 {
      let candidate = folder.appending(path: "reviewgate").path
      if FileManager.default.isExecutableFile(atPath: candidate), !isFolder(candidate) {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    fatalError("there is no built reviewgate beside \(bundle.bundlePath)")
  }()

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  /// Runs the program (or another) and waits for its end. Streams go through files, so that no
  /// amount of output can hold it up.
  static func run(
    _ arguments: [String], in folder: ScratchFolder, input: [UInt8]? = nil, program: String? = nil
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: program ?? path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    var environment = ProcessInfo.processInfo.environment
    for name in environment.keys where name.hasPrefix("GIT_") { environment[name] = nil }
    environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
    environment["GIT_CONFIG_SYSTEM"] = "/dev/null"
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    let streams = try ScratchFolder()
    try streams.write(input ?? [], to: "in")
    try streams.write([], to: "out")
    try streams.write([], to: "err")
    process.standardInput = try FileHandle(forReadingFrom: streams.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url("out"))
    process.standardError = try FileHandle(forWritingTo: streams.url("err"))
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: streams.url("out")), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams.url("err")), as: UTF8.self),
      exit: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus)
  }
}

/// A folder that is gone when the test is over.
final class ScratchFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/end-to-end-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url(name))
  }

  /// Runs git here; what it prints.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let result = try BuiltProgram.run(
      [
        "git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c",
        "init.defaultBranch=main", "-c", "commit.gpgsign=false",
      ] + arguments, in: self, program: "/usr/bin/env")
    guard result.exit == 0 else {
      throw CaseFile.Fault(description: "git \(arguments): \(result.errors)")
    }
    return result.output
  }
}

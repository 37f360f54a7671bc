import CopiedCode
import Input
import ReviewGate

/// `reviewgate licenses index`.
struct LicensesCommand {
  let options: LicensesOptions
  let console: Console

  func run() throws(ConsoleError) -> ExitStatus {
    do throws(GateError) {
      var tally = Tally()
      var builder = CodeIndexBuilder()
      for folder in options.folders {
        let project = options.project ?? Self.name(ofFolder: folder)
        builder.begin(project: project, license: options.license)
        try eachFile(below: folder) { name, bytes in
          tally.add(builder.add(file: name, bytes: bytes))
        }
      }
      for folder in options.backgrounds {
        try eachFile(below: folder) { name, bytes in
          builder.addBackground(file: name, bytes: bytes)
        }
      }
      guard tally.added > 0 else {
        throw GateError(
          "\(options.folders.joined(separator: " ")): no source files there that can be indexed")
      }
      let lines = builder.lineCount
      let bytes = builder.build()
      if let failure = OutputFile.write(options.output, { put in try put(bytes) }) {
        throw GateError("\(options.output): \(failure)")
      }
      console.say(
        "reviewgate: \(options.output): \(tally.added) \(tally.added == 1 ? "file" : "files"), \(lines) lines, \(bytes.count) bytes"
          + "\(tally.leftOut)\n")
      return .passed
    } catch {
      console.say(error.text)
      return .notReviewed
    }
  }

  /// What became of the files.
  private struct Tally {
    var added = 0
    var notCode = 0
    var generated = 0
    var tooShort = 0
    var overflowing = 0

    mutating func add(_ outcome: CodeIndexBuilder.Outcome) {
      switch outcome {
      case .added: added += 1
      case .notCode: notCode += 1
      case .generated: generated += 1
      case .tooShort: tooShort += 1
      case .full: overflowing += 1
      }
    }

    /// `; left out: 3 no code, 1 generated`
    var leftOut: String {
      let parts = [
        (notCode, "no code"), (generated, "generated"), (tooShort, "too short"),
        (overflowing, "for which the index has no room"),
      ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      return parts.isEmpty ? "" : "; left out: " + parts.joined(separator: ", ")
    }
  }

  /// Every file below a folder, in the order of paths, by its path below it.
  private func eachFile(
    below folder: String, _ body: (_ name: String, _ bytes: [UInt8]) -> Void
  ) throws(GateError) {
    let list = FileSource.list(
      paths: [folder],
      options: InputOptions(excludes: options.excludes, obeysIgnoreFiles: options.obeysIgnoreFiles))
    var faults = list.errors.map { "\($0.path): \($0.message)" }
    for source in list.sources {
      do throws(InputError) {
        guard let bytes = try FileSource.contents(ofFile: source.path) else { continue }
        body(Self.name(of: source.path, below: folder), bytes)
      } catch {
        faults.append("\(source.path): \(error.message)")
      }
    }
    guard faults.isEmpty else { throw GateError(faults.joined(separator: "\n")) }
  }

  private static func name(of path: String, below folder: String) -> String {
    let folder = folder.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let parts = path.split(separator: "/").joined(separator: "/")
    guard !folder.isEmpty, parts.hasPrefix(folder + "/") else { return parts }
    return String(parts.dropFirst(folder.count + 1))
  }

  private static func name(ofFolder folder: String) -> String {
    let last = folder.split(separator: "/").last { $0 != "." && $0 != ".." }
    return last.map(String.init) ?? folder
  }
}

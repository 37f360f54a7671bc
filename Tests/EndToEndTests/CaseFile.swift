// A case is a Markdown document that a person can follow by hand: what lies in the folder, what is
// run there, what comes out, and how it ends. Its sections are
//
//   ## Files    fences, each after a line that names its file in backticks
//   ## Run      a fence with the arguments, one command; a second fence is standard input
//   ## Output   a fence with the whole standard output, or several fences or list items `- …`
//               of lines that must occur
//   ## Errors   the same for standard error; without it nothing may stand there
//   ## Exit     the status
//
// Fillers such as `{alnum:36}` are filled in as in the examples of rules; `{return}` stands for a
// carriage return, and `{none}` for nothing: it keeps an example from being what it is an example of
// while it lies in this repository.

import Checks
import Foundation
import Testing

/// One case, read from its document.
struct CaseFile: Sendable, CustomTestStringConvertible {
  /// What a stream must hold.
  enum Expectation: Sendable, Equatable {
    case exactly(String)
    case lines([String])
    case nothing
  }

  struct Fault: Error, CustomStringConvertible { let description: String }

  var name: String
  var title = ""
  var files: [(path: String, text: String)] = []
  var arguments: [String] = []
  var standardInput: String?
  var output = Expectation.nothing
  var errors = Expectation.nothing
  var exit: Int32 = 0

  var testDescription: String { name }

  /// All cases beside this file, by name.
  static let all: [CaseFile] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    return files.filter { $0.pathExtension == "md" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        do {
          return try CaseFile(
            name: file.deletingPathExtension().lastPathComponent,
            text: String(contentsOf: file, encoding: .utf8))
        } catch {
          fatalError("\(file.lastPathComponent): \(error)")
        }
      }
  }()

  init(name: String, text: String) throws {
    self.name = name
    var section = ""
    var named: String?
    var fences: [String: [String]] = [:]
    var items: [String: [String]] = [:]
    var words: [String: String] = [:]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("# ") {
        title = String(line.dropFirst(2))
      } else if line.hasPrefix("## ") {
        section = String(line.dropFirst(3))
        guard ["Files", "Run", "Output", "Errors", "Exit"].contains(section) else {
          throw Fault(description: "unknown section \(section)")
        }
      } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
        let marker = line.prefix { $0 == line.first }
        var content = ""
        while let next = lines.popFirst(), next != marker { content += next + "\n" }
        if section == "Files" {
          guard let path = named else { throw Fault(description: "a fence without a file's name") }
          // Rule files bring fillers and markers of their own.
          files.append((path, path.hasSuffix(".toml") ? content : Self.filled(content)))
          named = nil
        } else {
          fences[section, default: []].append(content)
        }
      } else if section == "Files", line.hasPrefix("`"),
        let end = line.dropFirst().firstIndex(of: "`")
      {
        named = String(line[line.index(after: line.startIndex)..<end])
      } else if line.hasPrefix("- ") {
        items[section, default: []].append(String(line.dropFirst(2)))
      } else if !line.isEmpty {
        words[section] = words[section] ?? String(line)
      }
    }
    let run = fences["Run"] ?? []
    guard let command = run.first else { throw Fault(description: "nothing to run") }
    arguments = command.split(whereSeparator: \.isWhitespace).map(String.init)
    guard arguments.removeFirst() == "reviewgate" else {
      throw Fault(description: "the command is not reviewgate")
    }
    standardInput = run.dropFirst().first.map(Self.filled)
    output = Self.expectation(fences["Output"], items["Output"])
    errors = Self.expectation(fences["Errors"], items["Errors"])
    guard let status = words["Exit"].flatMap({ Int32($0) }) else {
      throw Fault(description: "no exit status")
    }
    exit = status
  }

  private static func expectation(_ fences: [String]?, _ items: [String]?) -> Expectation {
    if let fence = fences?.first { return .exactly(fence) }
    if let items { return .lines(items) }
    return .nothing
  }

  /// The text with its fillers filled in, always the same way.
  static func filled(_ text: String) -> String {
    let validators = Dictionary(
      Validator.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let example = ExampleText(
      text.replacing("{none}", with: "").replacing("{return}", with: "\r"), seed: 1,
      validators: validators)
    return String(decoding: example.bytes, as: UTF8.self)
  }
}

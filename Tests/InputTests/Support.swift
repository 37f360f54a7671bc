import Foundation
import SourceText
import Testing

@testable import Input

/// A folder that is gone when the test is over.
final class ScratchFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/input-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  /// The paths that a review of the folder finds, below it.
  func found(_ options: InputOptions = InputOptions(), in below: String = "") -> [String] {
    let list = FileSource.list(paths: [path + below], options: options)
    return list.sources.map { String($0.path.dropFirst(path.count + below.count + 1)) }
  }

  /// Runs git here and gives back what it prints.
  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      [
        "git", "-C", path, "-c", "user.name=A", "-c", "user.email=a@example.org", "-c",
        "init.defaultBranch=main", "-c", "protocol.file.allow=always", "-c", "commit.gpgsign=false",
      ] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}

extension InputResult {
  var review: ReviewText? { if case .text(let text) = self { text } else { nil } }
  var failure: String? { if case .failed(let message) = self { message } else { nil } }
  var skipReason: String? { if case .skipped(let reason) = self { reason } else { nil } }
}

extension Document {
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The reviewable text, its ranges set apart by `|`.
  var reviewed: String {
    guard let reviewable else { return text }
    return reviewable.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "|")
  }

  /// What the report would point to for the first place of `needle`: line, column, and the text
  /// that stands there in the outer text.
  func place(of needle: String) -> (line: Int, column: Int, outer: String)? {
    guard let found = text.utf8.firstRange(of: Array(needle.utf8)) else { return nil }
    let start = text.utf8.distance(from: text.utf8.startIndex, to: found.lowerBound)
    let range = positions.outer(start..<(start + needle.utf8.count))
    let region = outer.region(of: range)
    return (
      region.startLine, region.startColumn, String(decoding: outer.bytes[range], as: UTF8.self)
    )
  }
}

/// The documents of a text of this name; nil for none.
func documents(_ text: String, name: String?) throws -> [Document] {
  let result = ReviewText.read(Array(text.utf8), path: name ?? "<stdin>", name: name)
  return try #require(result.review).documents
}

extension Collection where Element: Equatable {
  fileprivate func firstRange(of other: [Element]) -> Range<Index>? {
    var start = startIndex
    while start != endIndex {
      let rest = self[start...]
      if rest.starts(with: other) { return start..<index(start, offsetBy: other.count) }
      formIndex(after: &start)
    }
    return nil
  }
}

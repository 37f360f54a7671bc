import Foundation
import SourceText
import Testing

@testable import Input

/// The current folder belongs to the whole process, so these run one after another and nothing
/// else here depends on it.
@Suite(.serialized) struct GitChangeTests {
  /// A repository with one commit, the current folder until the body is done.
  func inRepository(_ body: (ScratchFolder) throws -> Void) throws {
    let folder = try ScratchFolder()
    try folder.git("init", "-q")
    try folder.write("one\ntwo\nthree\n", to: "a.py")
    try folder.write("# T\n\n```python\nx = 1\n```\n", to: "docs/r\u{E9}sum\u{E9} \"1\".md")
    try folder.write("keep\n", to: "sub/keep.txt")
    try folder.git("add", "-A")
    try folder.git("commit", "-qm", "first")
    try within(folder.path) { try body(folder) }
  }

  func within(_ path: String, _ body: () throws -> Void) throws {
    let before = FileManager.default.currentDirectoryPath
    #expect(FileManager.default.changeCurrentDirectoryPath(path))
    defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
    try body()
  }

  func reviewed(_ list: InputList) -> [String] {
    list.sources.map { source in
      let result = source.read()
      guard let review = result.review else {
        return "\(source.path): \(result.skipReason ?? result.failure ?? "")"
      }
      return "\(source.path): " + review.documents.map(\.reviewed).joined(separator: "#")
    }
  }

  @Test func `the added lines of the index are reviewed, not the work tree`() throws {
    try inRepository { folder in
      try folder.write("one\nTWO\nthree\nfour\n", to: "a.py")
      try folder.write("new\n", to: "dir/b.js")
      try folder.git("add", "-A")
      try folder.write("later\n", to: "a.py")
      let list = GitChange.staged(options: InputOptions())
      #expect(list.errors.isEmpty)
      #expect(reviewed(list) == ["a.py: TWO\n|four\n", "dir/b.js: new\n"])
      let document = try #require(list.sources[0].read().review?.documents.first)
      #expect(document.text == "one\nTWO\nthree\nfour\n")
      #expect(try #require(document.place(of: "four")) == (4, 1, "four"))
      #expect(reviewed(GitChange.staged(options: InputOptions(excludes: ["dir/"]))).count == 1)
    }
  }

  @Test func `fences are taken apart within the added lines`() throws {
    try inRepository { folder in
      try folder.write(
        "# T\n\n```python\nx = 1\ny = 2\n```\nend\n", to: "docs/r\u{E9}sum\u{E9} \"1\".md")
      try folder.git("add", "-A")
      let list = GitChange.staged(options: InputOptions())
      #expect(reviewed(list) == ["docs/r\u{E9}sum\u{E9} \"1\".md: end\n#y = 2\n"])
    }
  }

  @Test func `removals, renames and modes give nothing, links and submodules are told apart`()
    throws
  {
    try inRepository { folder in
      try folder.git("mv", "a.py", "z.py")
      try folder.git("rm", "-q", "sub/keep.txt")
      try folder.git("update-index", "--chmod=+x", "docs/r\u{E9}sum\u{E9} \"1\".md")
      try folder.link("link", to: "/etc/target")
      try folder.git("add", "link")
      let head = try folder.git("rev-parse", "HEAD").trimmingCharacters(in: .whitespacesAndNewlines)
      try folder.git("update-index", "--add", "--cacheinfo", "160000,\(head),module")
      let list = GitChange.staged(options: InputOptions())
      #expect(reviewed(list) == ["link: /etc/target"])
      #expect(list.skipped.map(\.reason) == ["submodule"])
    }
  }

  @Test func `binary blobs are skipped and attributes hide nothing`() throws {
    try inRepository { folder in
      try folder.write([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 0xFF], to: "x.png")
      try folder.write("*.py -diff\n", to: ".gitattributes")
      try folder.write("one\nhidden\n", to: "a.py")
      try folder.git("config", "diff.noprefix", "true")
      try folder.git("config", "diff.external", "false")
      try folder.git("config", "color.diff", "always")
      try folder.git("add", "-A")
      let list = GitChange.staged(options: InputOptions())
      #expect(
        reviewed(list) == [".gitattributes: *.py -diff\n", "a.py: one\nhidden\n", "x.png: binary"])
    }
  }

  @Test func `before the first commit all of the index is new`() throws {
    let folder = try ScratchFolder()
    try folder.git("init", "-q")
    try folder.write("x\n", to: "a.py")
    try folder.git("add", "-A")
    try within(folder.path) {
      #expect(reviewed(GitChange.staged(options: InputOptions())) == ["a.py: x\n"])
      let base = try GitChange.base(ofRevisions: nil)
      #expect(try GitChange.file("a.py", at: base) == nil)
    }
  }

  @Test func `a change is taken from revisions and the work tree, from any folder`() throws {
    try inRepository { folder in
      try folder.write("one\ntwo\nthree\nfour\n", to: "a.py")
      try folder.git("commit", "-qam", "second")
      try folder.write("one\ntwo\nthree\nfour\nfive\n", to: "a.py")
      try within(folder.path + "/sub") {
        let none = InputOptions()
        #expect(reviewed(GitChange.diff(revisions: "HEAD", options: none)) == ["a.py: five\n"])
        #expect(
          reviewed(GitChange.diff(revisions: "HEAD~1", options: none)) == ["a.py: four\nfive\n"])
        #expect(
          reviewed(GitChange.diff(revisions: "HEAD~1..HEAD", options: none)) == ["a.py: four\n"])
        #expect(GitChange.staged(options: none).sources.isEmpty)
        #expect(try GitChange.root() == folder.path)
        let base = try GitChange.base(ofRevisions: "HEAD~1..HEAD")
        #expect(try GitChange.file("a.py", at: base) == Array("one\ntwo\nthree\n".utf8))
        #expect(try GitChange.file("gone", at: base) == nil)
        #expect(try GitChange.base(ofRevisions: "HEAD~1...HEAD") == base)
      }
    }
  }

  @Test func `a linked work tree is a repository too`() throws {
    try inRepository { folder in
      let other = try ScratchFolder()
      try folder.git("worktree", "add", "-q", other.path + "/tree")
      try Data("x\n".utf8).write(to: URL(fileURLWithPath: other.path + "/tree/n.py"))
      try within(other.path + "/tree") {
        #expect(GitChange.staged(options: InputOptions()).errors.isEmpty)
        let root = try GitChange.root()
        #expect(root == other.path + "/tree")
      }
    }
  }

  @Test func `what git cannot do is said`() throws {
    try inRepository { _ in
      let unknown = GitChange.diff(revisions: "nowhere", options: InputOptions())
      #expect(unknown.errors.map(\.message) == ["git: bad revision 'nowhere'"])
      let option = GitChange.diff(revisions: "--output=x", options: InputOptions())
      #expect(option.errors.count == 1)
    }
    let folder = try ScratchFolder()
    try within(folder.path) {
      #expect(
        GitChange.staged(options: InputOptions()).errors.map(\.message) == [
          "not a git repository: run it inside one, or name files"
        ])
    }
  }

  @Test func `many blobs are fetched from many threads`() throws {
    try inRepository { folder in
      for number in 0..<600 {
        try folder.write(
          String(repeating: "line \(number)\n", count: 300), to: "many/\(number).py")
      }
      try folder.git("add", "-A")
      let sources = GitChange.staged(options: InputOptions()).sources
      #expect(sources.count == 600)
      let wrong = Tally()
      DispatchQueue.concurrentPerform(iterations: sources.count) { index in
        let number = sources[index].path.dropFirst(5).dropLast(3)
        let text = sources[index].read().review?.documents.first?.text
        if text?.hasPrefix("line \(number)\n") != true { wrong.add() }
      }
      #expect(wrong.count == 0)
    }
  }
}

private final class Tally: @unchecked Sendable {
  private let lock = NSLock()
  private(set) var count = 0

  func add() { lock.withLock { count += 1 } }
}

import Foundation
import Testing

@testable import Input

extension GitChangeTests {
  private func shown(_ folder: GitHooksFolder) -> String {
    String(decoding: folder.path, as: UTF8.self)
  }

  @Test func `hooks lie where git looks for them, also from a folder below the root`() throws {
    try inRepository { folder in
      let own = try GitPlaces.hooksFolder()
      #expect(shown(own) == folder.path + "/.git/hooks")
      #expect(!own.isConfigured && !own.isInWorkTree && !own.isElsewhere)
      try folder.git("config", "core.hooksPath", "tools/hooks")
      try within(folder.path + "/sub") {
        let set = try GitPlaces.hooksFolder()
        #expect(shown(set) == folder.path + "/tools/hooks")
        #expect(set.isConfigured && set.isInWorkTree && !set.isElsewhere)
      }
      try folder.git("config", "core.hooksPath", "/nowhere/hooks")
      let elsewhere = try GitPlaces.hooksFolder()
      #expect(shown(elsewhere) == "/nowhere/hooks")
      #expect(elsewhere.isElsewhere)
    }
  }

  @Test func `a linked work tree has the hooks of its repository`() throws {
    try inRepository { folder in
      try folder.git("worktree", "add", "-q", "tree", "-b", "other")
      try within(folder.path + "/tree") {
        let shared = try GitPlaces.hooksFolder()
        #expect(shown(shared) == folder.path + "/.git/hooks")
      }
    }
  }

  @Test func `there are no hooks of commits without a work tree`() throws {
    let folder = try ScratchFolder()
    try within(folder.path) {
      #expect(throws: InputError.self) { try GitPlaces.hooksFolder() }
    }
    try folder.git("init", "-q", "--bare", "bare")
    try folder.git("init", "-q", "tree")
    for name in ["/bare", "/tree/.git"] {
      try within(folder.path + name) {
        #expect(throws: InputError.self) { try GitPlaces.hooksFolder() }
      }
    }
  }

  @Test func `whether something is staged is told from what is not`() throws {
    try inRepository { folder in
      #expect(try !GitPlaces.hasStagedChanges())
      try folder.write("one\n", to: "a.py")
      #expect(try !GitPlaces.hasStagedChanges())
      try folder.git("add", "a.py")
      #expect(try GitPlaces.hasStagedChanges())
    }
  }

  @Test func `a range begins where its ends parted`() throws {
    try inRepository { folder in
      #expect(try GitPlaces.range(from: "HEAD", to: "HEAD") == "HEAD...HEAD")
      try folder.git("checkout", "-q", "--orphan", "other")
      try folder.git("commit", "-qm", "other")
      #expect(try GitPlaces.range(from: "main", to: "other") == "main..other")
    }
  }

  @Test func `a submodule's own settings do not hide that it changes`() throws {
    try inRepository { folder in
      let first = try folder.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      let settings = "[submodule \"m\"]\n\tpath = m\n\turl = ./m\n\tignore = all\n"
      try folder.write(settings, to: ".gitmodules")
      try folder.git("add", ".gitmodules")
      try folder.git("update-index", "--add", "--cacheinfo", "160000,\(first),m")
      try folder.git("commit", "-qm", "module")
      let second = try folder.git("rev-parse", "HEAD").trimmingCharacters(in: .newlines)
      try folder.git("update-index", "--cacheinfo", "160000,\(second),m")
      let list = GitChange.staged(options: InputOptions())
      #expect(list.changes.map(\.path) == ["m"])
      #expect(list.skipped.map(\.reason) == ["submodule"])
      #expect(try GitPlaces.hasStagedChanges())
    }
  }
}

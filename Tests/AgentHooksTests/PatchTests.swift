import Testing

@testable import AgentHooks

struct PatchTests {
  private static let token = Recorded.filled("ghp_{alnum:30}{github-checksum}")

  @Test func `each file of a patch is a proposal of its added lines`() throws {
    let event = try Recorded(.codex, "apply-patch").event()
    #expect(event.reviewed.map(\.path) == ["app/config.py", "notes.md"])
    #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"\n")
    #expect(event.text("notes.md") == "# Notes\n\nNothing yet.\n")
    #expect(
      event.touched == [
        "app/config.py modified", "notes.md added", ".github/workflows/review.yml deleted",
      ])
  }

  @Test func `a hunk is applied to the file, which gives it its lines`() throws {
    let file = "import os\n\nDEBUG = False\nTOKEN = None\n\nEND = 1\n"
    let event = try Recorded(.codex, "apply-patch").event(
      files: ["/srv/demo/app/config.py": file])
    #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"\n")
    #expect(event.changes.first?.line == 4)
    guard case .text(let text)? = event.sources.first?.read() else { return }
    #expect(String(decoding: text.outer.bytes, as: UTF8.self).hasSuffix("\"\n\nEND = 1\n"))
  }

  @Test func `a file that is moved is told with both of its names`() throws {
    let event = try Recorded(.codex, "apply-patch-move").event()
    #expect(event.changes.map(\.path) == [".codex/hooks.json"])
    #expect(event.changes.map(\.oldPath) == ["hooks.json"])
    #expect(event.text(".codex/hooks.json") == "new\n")
  }

  @Test(arguments: [
    "  *** Update File: a.py  \r\n@@\n-x\n+y\n", "*** Update File: a.py\n x\n+y",
    "*** Update File: a.py\n@@ def f():\n x\n+y\n*** End of File\n",
  ])
  func `headers are read as Codex reads them`(patch: String) {
    let files = Patch(Array(patch.utf8)).files
    #expect(files.map(\.path) == ["a.py"])
    let excerpt = files.first?.excerpt
    let added = excerpt?.changed.map { excerpt?.bytes[$0] ?? [] }
    #expect(added?.first?.starts(with: Array("y".utf8)) == true)
  }

  @Test func `a line that is no line of a patch is reviewed`() {
    let files = Patch(Array("*** Update File: a.py\n@@\n x\nstray\n+y\n".utf8)).files
    let excerpt = files.first?.excerpt
    #expect(excerpt.map { String(decoding: $0.bytes, as: UTF8.self) } == "x\nstray\ny\n")
    #expect(excerpt?.changed.count == 2)
  }

  @Test func `what stands around a patch is reviewed as well`() throws {
    let patch =
      #"before it\n*** Begin Patch\n*** Add File: a.py\n+a = 1\n*** End Patch\nbehind it\n"#
    let event = try Recorded(tool: "mcp__x__y", input: "{\"body\": \"\(patch)\"}").event()
    #expect(event.text("patch.txt") == "before it\nbehind it\n")
    #expect(event.text("a.py") == "a = 1\n")
  }

  @Test func `a patch without a newline at its end is added on a line of its own`() throws {
    let patch = "*** Update File: a.py\n@@\n x\n+y\n"
    let file = try #require(Patch(Array(patch.utf8)).files.first)
    let result = try #require(file.applied(to: Array("x".utf8), isDone: false))
    #expect(String(decoding: result.bytes, as: UTF8.self) == "x\ny\n")
    #expect(file.applied(to: Array("z\n".utf8), isDone: false) == nil)
  }

  @Test func `a patch that a shell is given is read as one`() throws {
    let event = try Recorded(.codex, "shell-apply-patch").event()
    #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"\n")
    #expect(event.text("command.sh")?.contains(Self.token) == false)
  }

  @Test func `a unified diff that a shell is given is read as one`() throws {
    let event = try Recorded(.codex, "git-apply").event()
    #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"\n")
    #expect(event.touched == ["app/config.py modified"])
  }

  @Test func `a patch as the whole input of a tool is read as one`() throws {
    let event = try Recorded(.copilot, "apply-patch").event()
    #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"\n")
  }

  @Test func `files are read up to a bound, however often a call names them`() throws {
    var patch = "*** Begin Patch\n"
    for _ in 0..<100 { patch += "*** Update File: a.py\n@@\n-x\n+y\n" }
    let event = try Recorded(
      .copilot,
      text: """
        {"toolName": "apply_patch", "toolArgs": "\(patch.replacing("\n", with: "\\n"))"}
        """
    ).event(files: ["a.py": String(repeating: "z", count: 4 << 20) + "\nx\n"])
    let lines = Set(event.changes.map(\.line))
    #expect(lines == [1, 2])
  }
}

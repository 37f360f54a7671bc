import SourceText
import Testing

@testable import AgentHooks

struct ProposalTests {
  private static let token = Recorded.filled("ghp_{alnum:30}{github-checksum}")

  @Test func `a file that is written is reviewed whole under its name`() throws {
    let event = try Recorded(.claudeCode, "write-secret").event()
    #expect(event.name == "PreToolUse")
    #expect(event.isBeforeTheFact)
    #expect(event.cwd == "/srv/demo")
    #expect(event.text("app/config.py") == "import os\n\nTOKEN = \"\(Self.token)\"\n")
    #expect(event.touched == ["app/config.py added"])
  }

  @Test func `of an edit only what is put in counts, and its context is seen`() throws {
    let file = "import os\nDEBUG = False\nTOKEN = None\n"
    let event = try Recorded(.claudeCode, "edit").event(files: ["/srv/demo/app/config.py": file])
    #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"")
    guard case .text(let text)? = event.sources.first?.read() else {
      Issue.record("no text")
      return
    }
    #expect(String(decoding: text.outer.bytes, as: UTF8.self).hasPrefix("import os\nDEBUG"))
    #expect(event.changes.map(\.line) == [3])
  }

  @Test func `an edit that does not fit is reviewed by its new text`() throws {
    let other = ["/srv/demo/app/config.py": "nothing of the kind\n"]
    for files in [[:], other] {
      let event = try Recorded(.claudeCode, "edit").event(files: files)
      #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"")
    }
  }

  @Test func `several edits are applied one after the other`() throws {
    let file = "DEBUG = False\nTOKEN = None\nEND = 1\n"
    let event = try Recorded(.claudeCode, "multi-edit").event(
      files: ["/srv/demo/app/config.py": file])
    #expect(event.text("app/config.py") == "DEBUG = True|TOKEN = load()")
  }

  @Test func `an edit of what an edit put in keeps the rest of it marked`() throws {
    let edited = try #require(
      EditedFile(
        Array("abc def".utf8),
        [
          FileEdit(old: Array("abc".utf8), new: Array("one two three".utf8)),
          FileEdit(old: Array("two".utf8), new: Array("2".utf8)),
        ], isDone: false))
    #expect(String(decoding: edited.bytes, as: UTF8.self) == "one 2 three def")
    #expect(edited.changed == [0..<11])
  }

  @Test func `every occurrence is marked where every one is replaced`() throws {
    let edited = try #require(
      EditedFile(
        Array("aXbXc".utf8),
        [FileEdit(old: Array("X".utf8), new: Array("YY".utf8), isEverywhere: true)],
        isDone: false))
    #expect(edited.changed == [1..<3, 4..<6])
  }

  @Test func `what comes together where text is taken out counts`() throws {
    let edited = try #require(
      EditedFile(
        Array("ab--cd".utf8), [FileEdit(old: Array("--".utf8), new: [])], isDone: false))
    #expect(edited.changed == [1..<3])
  }

  @Test func `an edit that is done already is found by its new text`() throws {
    let file = "import os\nTOKEN = \"\(Self.token)\"\n"
    let event = try Recorded(.cursor, "after-edit").event(
      files: ["/srv/demo/app/config.py": file])
    #expect(event.moment == .afterTool)
    #expect(event.text("app/config.py") == "TOKEN = \"\(Self.token)\"")
    #expect(event.changes.map(\.line) == [2])
  }

  @Test func `a cell of a notebook is reviewed as the code that it is`() throws {
    let event = try Recorded(.claudeCode, "notebook-edit").event()
    #expect(event.text("explore.ipynb") == "token = \"\(Self.token)\"")
    guard case .text(let text)? = event.sources.first?.read() else { return }
    #expect(text.documents.first?.language.id == "python")
  }

  @Test func `the input of a tool of a server is reviewed with all of its strings`() throws {
    let event = try Recorded(.claudeCode, "mcp").event()
    #expect(event.reviewed.count == 2)
    #expect(event.text("mcp__github__create_issue.body")?.hasPrefix("It fails with this:") == true)
    #expect(event.text("mcp__github__create_issue")?.contains("\"title\"") == true)
    #expect(event.text("mcp__github__create_issue")?.contains(Self.token) == false)
  }

  @Test func `a server's tool that is called as one that reads is not believed`() throws {
    for name in ["mcp__read__file", "read-file", "MCP:read", "mcp__x__grep"] {
      let event = try Recorded(tool: name, input: #"{"text": "abc"}"#).event()
      #expect(!event.sources.isEmpty, "\(name)")
    }
  }

  @Test func `tools that only read propose nothing`() throws {
    for (agent, name) in [
      (Agent.claudeCode, "read"), (.cursor, "read"), (.gemini, "read-file"), (.copilot, "view"),
      (.cursor, "read-file"),
    ] {
      let event = try Recorded(agent, name).event()
      #expect(event.sources.isEmpty && event.changes.isEmpty, "\(agent) \(name)")
    }
  }

  @Test func `a member that is given twice is reviewed twice`() throws {
    let event = try Recorded(
      tool: "Write", input: #"{"file_path": "a.py", "content": "first", "content": "second"}"#
    ).event()
    #expect(event.text("a.py") == "second")
    #expect(event.text("Write")?.contains("first") == true)
  }

  @Test func `what cannot be reviewed as text is no approval`() throws {
    let event = try Recorded(
      tool: "Write",
      input:
        #"{"file_path": "a.py", "content": "\u0000\u0001\u0002\u0000\u0000abc\u0000\u0003\u0000\u0000"}"#
    ).event()
    guard case .failed? = event.sources.first?.read() else {
      Issue.record("it was skipped")
      return
    }
  }

  @Test(arguments: [
    ("/srv/demo/a.py", "a.py"), ("./x/../a.py", "a.py"), ("/srv/other/a.py", "/srv/other/a.py"),
    ("../other/a.py", "/srv/other/a.py"),
    ("/srv/demo/x/../.claude/settings.json", ".claude/settings.json"),
    ("~/.claude/settings.json", "~/.claude/settings.json"),
  ])
  func `paths are told from the agent's folder`(path: String, shown: String) throws {
    let event = try Recorded(
      tool: "Write", input: "{\"file_path\": \"\(path)\", \"content\": \"a\"}"
    ).event()
    #expect(event.changes.map(\.path) == [shown])
  }

  @Test func `input may nest as deep as it likes`() throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let event = try Recorded(tool: "mcp__x__y", input: "{\"a\": \(deep), \"b\": \"text\"}").event()
    #expect(event.sources.count == 1)
  }

  @Test func `searching costs no more where everything nearly matches`() {
    let text = [UInt8](repeating: 0x61, count: 200_000)
    let wanted = [UInt8](repeating: 0x61, count: 10_000) + [0x62]
    #expect(Occurrences.starts(of: wanted, in: text).isEmpty)
    #expect(Occurrences.starts(of: [1, 1], in: [1, 1, 1, 1, 1]) == [0, 2])
    #expect(Occurrences.starts(of: [1, 2, 1, 3], in: [1, 2, 1, 2, 1, 3]) == [2])
  }
}

import SourceText
import Testing

@testable import Input

struct MarkdownFencesTests {
  /// The texts of a Markdown text's fences.
  func fences(_ text: String) throws -> [String] {
    try documents(text, name: "reply.md").filter { $0.containers.count == 1 }.map(\.text)
  }

  @Test(
    arguments: [
      ("```\na\n```\nb\n", ["a\n"]),
      ("~~~\na\n```\nb\n~~~\n", ["a\n```\nb\n"]),
      ("````\n```\na\n```\n````\n", ["```\na\n```\n"]),
      ("   ```\n   a\n     b\n  c\n   ```\n", ["a\n  b\nc\n"]),
      ("    ```\n    a\n", []),
      ("```\na\n", ["a\n"]),
      ("```\n\n\n```", ["\n\n"]),
      ("> ```\n> a\n>b\n> ```\nc\n", ["a\nb\n"]),
      ("> ```\n> a\nb\n```\nc\n```\n", ["a\n", "c\n"]),
      ("- x\n\n  ```\n  a\n\n    b\n  ```\n", ["a\n\n  b\n"]),
      ("- ```\n  a\n  ```\n", ["a\n"]),
      ("1. x\n   - y\n     ```\n     a\n     ```\n", ["a\n"]),
      ("1. x\n\n      ```\n      a\n      ```\n", ["a\n"]),
      ("- > ```\n  > a\n  > ```\n", ["a\n"]),
      ("- x\n  ```\n  a\nb\n", ["a\n"]),
      ("```a`b\nc\n", []),
      ("~~~ a`b\nc\n", ["c\n"]),
      ("```\na\n``\nb\n`````\nc", ["a\n``\nb\n"]),
      ("```\na\n``` x\nb\n```\n", ["a\n``` x\nb\n"]),
      ("``` inline ``` code\na\n", []),
      ("```\r\na\r\n```\r\nb\r\n", ["a\r\n"]),
      ("-\t```\n\ta\n\t```\n", ["a\n"]),
      ("a\n```\nb\n```\n", ["b\n"]),
    ] as [(String, [String])])
  func `fences are those of CommonMark`(text: String, expected: [String]) throws {
    #expect(try fences(text) == expected)
  }

  @Test(arguments: [
    ("python", "python"), ("{.python .numberLines}", "python"), ("py title=\"a.py\"", "python"),
    ("Python", "python"), ("python:src/app.py", "python"), ("src/app.py", "python"),
    ("{python, echo=FALSE}", "python"), ("python{1,3}", "python"), ("js,live", "javascript"),
    ("json", "json"), ("nonsense", "text"), ("", "text"),
  ])
  func `the info string tells the language`(info: String, language: String) throws {
    let parts = try documents("```\(info)\n42\n```\n", name: "a.md")
    #expect(parts.last?.language.id == language)
  }

  @Test func `every place in a fence leads to its place in the reply`() throws {
    let text =
      "Try:\n\n1. This\n\n   ```python\n   import os\n   os.system(x)\n   ```\n> ~~~\n> key\n> ~~~\n"
    let parts = try documents(text, name: nil)
    #expect(parts.count == 3)
    #expect(parts[0].language == .markdown)
    #expect(parts[0].reviewed == "Try:\n\n1. This\n\n   ```python\n|   ```\n> ~~~\n|> ~~~\n")
    #expect(parts[1].language.id == "python")
    #expect(parts[1].containers == [.named("markdown fence 1")])
    let place = try #require(parts[1].place(of: "system(x)"))
    #expect(place == (7, 7, "system(x)"))
    let across = try #require(parts[1].place(of: "import os\nos"))
    #expect(across == (6, 4, "import os\n   os"))
    let quoted = try #require(parts[2].place(of: "key"))
    #expect(quoted == (10, 3, "key"))
  }

  @Test func `markdown in a fence is taken apart again`() throws {
    let text = "````md\nIn:\n```python\nx = 1\n```\n````\n"
    let parts = try documents(text, name: "a.md")
    #expect(parts.map(\.text).last == "x = 1\n")
    #expect(parts.last?.within(at: 0) == ["markdown fence 1", "markdown fence 1"])
    #expect(try #require(parts.last?.place(of: "1")) == (4, 5, "1"))
  }

  @Test func `a program with fences in its comments stays a program`() throws {
    let text =
      "#!/usr/bin/env python3\n\"\"\"Doc.\n\n```python\nrun()\n```\n\"\"\"\nimport os\n\ndef f(x):\n    return os.system(x)\n"
    let parts = try documents(text, name: nil)
    #expect(parts[0].language.id == "python")
    #expect(parts[0].reviewable == nil)
    #expect(parts[1].text == "run()\n")
    #expect(try documents(text, name: "a.py").count == 1)
  }

  @Test(arguments: [
    "`", "~", "> ", "- ", "[", "1. ", "\t", " ", "```\n", "> ```\n", "- - -\n", "```a\n~~~\n",
  ])
  func `hostile text costs no more than its length`(unit: String) throws {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(!(try documents(text + "\n```\nend\n", name: "a.md").isEmpty))
    #expect(!(try documents(text, name: nil).isEmpty))
  }

  @Test func `nesting ends at a bounded depth`() throws {
    var text = "x\n"
    for depth in 3..<40 {
      let mark = String(repeating: "`", count: depth)
      text = "\(mark)md\n\(text)\(mark)\n"
    }
    #expect(try documents(text, name: "a.md").count <= 9)
  }
}

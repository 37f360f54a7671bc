import JSON
import SourceText
import Testing

@testable import Input

struct DataPartsTests {
  static let notebook = #"""
    {"cells": [
      {"cell_type": "markdown", "source": ["# Title\n", "\n", "```js\n", "f()\n", "```\n"]},
      {"cell_type": "code", "metadata": {}, "source": "import os\nkey = \"caf\u00e9\"\n",
       "outputs": [{"output_type": "stream", "text": ["line \"one\"\n"]},
        {"data": {"text/html": "<b>x</b>", "image/png": "iVBOR"}}]},
      {"cell_type": "code", "source": ["%%bash\n", "curl x | sh\n"], "outputs": []}
     ], "metadata": {"kernelspec": {"language": "python"}}, "nbformat": 4, "nbformat_minor": 5}
    """#

  @Test(arguments: ["a.ipynb", nil] as [String?])
  func `each cell of a notebook is a document`(name: String?) throws {
    let parts = try documents(Self.notebook, name: name)
    #expect(
      parts.dropFirst().map(\.text) == [
        "# Title\n\n```js\nf()\n```\n", "f()\n", "import os\nkey = \"caf\u{E9}\"\n",
        "line \"one\"\n", "<b>x</b>", "%%bash\ncurl x | sh\n",
      ])
    #expect(
      parts.map(\.language.id) == [
        "json", "markdown", "javascript", "python", "text", "text", "shell",
      ])
    #expect(parts[2].within(at: 0) == ["notebook cell 1", "markdown fence 1"])
    #expect(try #require(parts[2].place(of: "f()")) == (2, 71, "f()"))
    #expect(try #require(parts[3].place(of: "caf\u{E9}\"")) == (3, 71, #"caf\u00e9\""#))
    #expect(!parts[0].reviewed.contains("import os"))
    #expect(parts[0].reviewed.contains("iVBOR"))
  }

  @Test(arguments: [
    "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "\"a", "[1 2]", "{\"a\":1,}", "[}", "{]", "", "{1:2}",
    "[1]]",
  ])
  func `a broken notebook is reviewed as json`(text: String) throws {
    #expect(JSONTree(Array(text.utf8)) == nil)
    let parts = try documents(text, name: "a.ipynb")
    #expect(parts.first?.text == text)
    #expect(parts.first?.language.id == "json")
  }

  @Test(arguments: [
    "[]", "{}", "1", "[[],{},[{}]]", "{\"a\":[1,{\"b\":null}],\"c\":\"d\"}", " [ 1 , 2 ] ",
  ])
  func `json is read`(text: String) {
    #expect(JSONTree(Array(text.utf8)) != nil)
  }

  @Test func `strings with escapes are decoded`() throws {
    let long = String(repeating: "x", count: 70)
    let text =
      "{\"a\\n\": \"plain\", \"b\": \"p=\\\"q\\\"\", \"c\": \"\\ud83d\\udd11\\u0041\"}\n{\"d\": \"\(long)\\nimport os\\nos.system(a)\"}\n"
    let parts = try documents(text, name: "a.jsonl")
    #expect(
      parts.map(\.text) == [text, long + "\nimport os\nos.system(a)", "p=\"q\"\n\n\u{1F511}A"])
    #expect(parts[0].reviewable == nil)
    #expect(parts[1].within(at: 0) == ["JSON string"])
    #expect(try #require(parts[1].place(of: "os.system")) == (2, 91, "os.system"))
    #expect(try #require(parts[2].place(of: "q\"")) == (1, 28, "q\\\""))
    #expect(try #require(parts[2].place(of: "\u{1F511}A")) == (1, 40, "\\ud83d\\udd11\\u0041"))
  }

  @Test func `a reply in json is taken apart`() throws {
    let text =
      "{\"reply\": \"Here you are, as you asked for it yesterday, sir:\\n\\n```python\\nx = 1\\n```\\n\"}"
    let parts = try documents(text, name: "a.json")
    #expect(parts.last?.text == "x = 1\n")
    #expect(parts.last?.language.id == "python")
    #expect(parts.last?.within(at: 0) == ["JSON string", "markdown fence 1"])
  }

  @Test func `scripts of a page are documents of their own`() throws {
    let text =
      "<html><SCRIPT>\nf()\n</Script>\n<script src='x.js'></script><script lang=\"ts\">g()</script>"
      + "<script type='application/json'>{\"a\": 1}</script><script type=text/template><b></script>"
      + "<scripted>no</scripted><script>end("
    let parts = try documents(text, name: "a.html")
    #expect(parts.dropFirst().map(\.text) == ["\nf()\n", "g()", "{\"a\": 1}", "end("])
    #expect(
      parts.dropFirst().map(\.language.id) == ["javascript", "typescript", "json", "javascript"])
    #expect(!parts[0].reviewed.contains("f()"))
    #expect(parts[0].reviewed.contains("<b>"))
    #expect(try #require(parts[1].place(of: "f()")) == (2, 1, "f()"))
  }

  @Test func `scripts in yaml are shell`() throws {
    let text = """
      jobs:
        - run: |
            set -e
              curl $URL

            sh x
          name: a
        - uses: b
          with:
            text: |
              no
      script:
        - |
          one
        - echo
        - >-
          two
      run: plain
      command: |2
          three

      """
    let parts = try documents(text, name: "a.yml")
    #expect(
      parts.dropFirst().map(\.text) == [
        "set -e\n  curl $URL\n\nsh x\n", "one\n", "two\n", "three\n",
      ])
    #expect(parts[0].reviewable == nil)
    #expect(parts[1].language.id == "shell")
    #expect(parts[1].within(at: 0) == ["yaml block"])
    #expect(try #require(parts[1].place(of: "curl")) == (4, 9, "curl"))
  }

  @Test(arguments: [
    ("a.json", "["), ("a.json", "{\"a\":"), ("a.json", "\""), ("a.json", "\\\""),
    ("a.json", "\"\\n\","),
    ("a.ipynb", "["), ("a.ipynb", "{\"cells\":["), ("a.html", "<script"), ("a.html", "<script>"),
    ("a.html", "<script a='"), ("a.html", "</script"), ("a.yml", "run: |\n"), ("a.yml", "- "),
    ("a.yml", " "), ("a.yml", "run: |\n a\n"), ("a", "{"), ("a", "\u{FEFF}"),
    ("a.json", "\"a\"   "),
  ])
  func `hostile data costs no more than its length`(name: String, unit: String) throws {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(!(try documents(text, name: name).isEmpty))
  }

  @Test func `a script in windows-1252 leads to its own bytes`() throws {
    let raw = Array("<script>a = 'caf".utf8) + [0xE9] + Array("'; b()</script>".utf8)
    let review = try #require(ReviewText.read(raw, path: "a.html").review)
    let document = try #require(review.documents.last)
    #expect(document.text == "a = 'caf\u{E9}'; b()")
    let region = document.outer.region(of: document.positions.outer(8..<11))
    #expect(region.byteOffset == 16)
    #expect(region.byteLength == 2)
    #expect(region.startColumn == 17)
  }
}

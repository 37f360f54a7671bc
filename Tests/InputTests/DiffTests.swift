import SourceText
import Testing

@testable import Input

struct DiffTests {
  static let git = """
    From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001
    Subject: [PATCH] change

    ---
     app/config.py | 4 ++--
    diff --git a/app/config.py b/app/config.py
    index 1111111..2222222 100644
    --- a/app/config.py
    +++ b/app/config.py
    @@ -10,3 +10,4 @@ def f():
     import os
    --- x
    +++ y
    +added = 1
     last = 2
    @@ -30 +31,0 @@
    -gone
    diff --git a/old name.js b/new name.js
    similarity index 90%
    rename from old name.js
    rename to new name.js
    --- a/old name.js\t
    +++ b/new name.js\t
    @@ -1,2 +1,2 @@
    -a()
    +b()
     c()
    \\ No newline at end of file
    diff --git a/gone.py b/gone.py
    deleted file mode 100644
    --- a/gone.py
    +++ /dev/null
    @@ -1 +0,0 @@
    -x
    diff --git a/logo.png b/logo.png
    Binary files a/logo.png and b/logo.png differ
    diff --git a/run.sh b/run.sh
    old mode 100644
    new mode 100755
    --\u{20}
    2.39.5

    """

  @Test func `each file of a patch is a document of its new side`() throws {
    let parts = try documents(Self.git, name: "change.patch")
    #expect(parts.map(\.name) == ["change.patch", "app/config.py", "new name.js"])
    #expect(parts[0].reviewed.hasPrefix("From 0123"))
    #expect(parts[0].reviewed.hasSuffix("2.39.5\n"))
    #expect(!parts[0].reviewed.contains("gone"))
    #expect(parts[1].text == "import os\n++ y\nadded = 1\nlast = 2\n")
    #expect(parts[1].reviewed == "++ y\nadded = 1\n")
    #expect(parts[1].language.id == "python")
    #expect(parts[1].within(at: 16) == ["app/config.py:12"])
    #expect(try #require(parts[1].place(of: "added")) == (14, 2, "added"))
    #expect(parts[2].text == "b()\nc()")
    #expect(parts[2].reviewed == "b()\n")
  }

  @Test func `skipped parts are said`() throws {
    let review = ReviewText.read(Array(Self.git.utf8), path: "a.diff").review
    #expect(review?.skipped == ["logo.png: binary"])
    #expect(review?.problems == [])
  }

  @Test func `a diff on standard input counts in the new files' lines`() throws {
    let list = DiffText.list(Array(Self.git.utf8), options: InputOptions())
    #expect(list.errors.isEmpty)
    #expect(list.skipped.map(\.path) == ["logo.png"])
    #expect(list.sources.map(\.path) == ["app/config.py", "new name.js"])
    let review = try #require(list.sources[0].read().review)
    let document = try #require(review.documents.first)
    #expect(try #require(document.place(of: "added = 1")) == (12, 1, "added = 1"))
    let region = document.outer.region(of: 15..<20)
    let raw = Array(Self.git.utf8)
    let start = region.byteOffset
    #expect(raw[start..<(start + region.byteLength)].elementsEqual("added".utf8))
  }

  @Test(arguments: [
    ("--- a.py\n+++ a.py\n@@ -1 +1 @@\n-x\n+y\n", "a.py", "y\n"),
    ("--- a.py\t2024-01-01 00:00:00\n+++ a.py\t2024-01-01\n@@ -0,0 +1 @@\n+y\n", "a.py", "y\n"),
    (
      "Index: a.py\n===\n--- a.py\t(revision 1)\n+++ a.py\t(working copy)\n@@ -1 +1 @@\n+y\n-x\n",
      "a.py", "y\n"
    ),
    ("--- /dev/null\r\n+++ b/a.py\r\n@@ -0,0 +1,2 @@\r\n+y\r\n+z\r\n", "a.py", "y\r\nz\r\n"),
    (
      "--- \"a/caf\\303\\251.py\"\n+++ \"b/caf\\303\\251.py\"\n@@ -1 +1 @@\n-x\n+y\n",
      "caf\u{E9}.py", "y\n"
    ),
    (
      "diff --cc a.py\nindex 1,2..3\n--- a/a.py\n+++ b/a.py\n@@@ -1,3 -1,1 +1,3 @@@\n  a\n++y\n +z\n- q\n",
      "a.py", "y\nz\n"
    ),
    (
      "*** Begin Patch\n*** Update File: a.py\n@@ def f():\n ctx\n-x\n+y\n*** End Patch\n", "a.py",
      "y\n"
    ),
    ("*** Begin Patch\n*** Add File: a.py\n+y\n+z\n*** End Patch\n", "a.py", "y\nz\n"),
    ("--- a/a.py\n+++ b/a.py\n@@ -1,2 +1,3 @@\n a\n\n+y\n", "a.py", "y\n"),
  ])
  func `forms of diffs`(text: String, path: String, added: String) throws {
    for name in [nil, "x.diff"] as [String?] {
      let parts = try documents(text, name: name)
      #expect(parts.last?.name == path)
      #expect(parts.last?.reviewed == added)
    }
    let list = DiffText.list(Array(text.utf8), options: InputOptions())
    #expect(list.sources.map(\.path) == [path])
    #expect(list.errors.isEmpty)
  }

  @Test(arguments: [
    // Cut off, longer than it says, an unreadable header, none at all, a stray line.
    ("--- a/a.py\n+++ b/a.py\n@@ -1,9 +1,9 @@\n a\n+y\n", "y\n"),
    ("--- a/a.py\n+++ b/a.py\n@@ -1,1 +1,1 @@\n a\n+y\n b\n", "y\nb\n"),
    ("--- a/a.py\n+++ b/a.py\n@@ here @@\n a\n+y\n-z\n", "a\ny\n"),
    ("--- a/a.py\n+++ b/a.py\n+y\n-z\n", "y\n"),
    ("--- a/a.py\n+++ b/a.py\n@@ -1,3 +1,4 @@\n a\ny\n+z\n b\n", "y\nz\n"),
    (
      "--- a/b.py\n+++ b/b.py\n@@ -1,9 +1,9 @@\n a\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n+y\n-z\n",
      "y\n"
    ),
  ])
  func `what a broken hunk holds is reviewed, and said`(text: String, added: String) throws {
    let review = try #require(ReviewText.read(Array(text.utf8), path: "x.diff").review)
    #expect(review.problems.count == 1)
    #expect(review.documents.last?.name == "a.py")
    #expect(review.documents.last?.reviewed == added)
    #expect(!DiffText.list(Array(text.utf8), options: InputOptions()).errors.isEmpty)
  }

  @Test func `a markdown file in a diff is taken apart, in its added lines`() throws {
    let text =
      "diff --git a/d.md b/d.md\n--- a/d.md\n+++ b/d.md\n@@ -1,3 +1,5 @@\n ```python\n a = 1\n+b = 2\n ```\n+c\n"
    let parts = try documents(text, name: "x.diff")
    #expect(parts.map(\.reviewed) == ["c\n", "b = 2\n"])
    #expect(parts.last?.within(at: 6) == ["d.md:3", "markdown fence 1"])
    #expect(try #require(parts.last?.place(of: "b = 2")) == (7, 2, "b = 2"))
  }

  @Test func `a diff in a fence of a reply is read as one`() throws {
    let text = "Do:\n```diff\n--- a/x.py\n+++ b/x.py\n@@ -1 +1 @@\n-a\n+b\n```\n"
    let parts = try documents(text, name: nil)
    #expect(parts.last?.name == "x.py")
    #expect(parts.last?.within(at: 0) == ["markdown fence 1", "x.py:1"])
    #expect(try #require(parts.last?.place(of: "b")) == (7, 2, "b"))
  }

  @Test func `what is no diff is an error where one was promised`() {
    #expect(DiffText.list(Array("hello\n".utf8), options: InputOptions()).errors.count == 1)
    #expect(DiffText.list([], options: InputOptions()).errors.isEmpty)
    let parts = try? documents("3c3\n< a\n---\n> b\n", name: "x.diff")
    #expect(parts?.first?.reviewable == nil)
  }

  @Test(arguments: [
    "--- a\n+++ b\n", "@@ -1 +1 @@\n", "@", "diff --git ", "+",
    "@@ -1,9999999999 +1,9999999999 @@\n+\n", "\\\n",
  ])
  func `hostile diffs cost no more than their length`(unit: String) throws {
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    let start = "--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n"
    let list = DiffText.list(Array((start + text).utf8), options: InputOptions())
    #expect(list.sources.count + list.errors.count > 0)
  }
}

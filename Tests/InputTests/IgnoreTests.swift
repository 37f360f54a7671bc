import Foundation
import Testing

@testable import Input

struct IgnoreTests {
  @Test(arguments: [
    ("*.log", "a/b.log", true), ("/*.log", "a/b.log", false), ("a/**/z", "a/z", true),
    ("a/**/z", "a/b/c/z", true), ("**/z", "z", true), ("a/**", "a", false), ("a/**", "a/b", true),
    ("a*b*c", "a/b/c", false), ("[a-c]x", "bx", true), ("[!a-c]x", "bx", false),
    ("[^a-c]x", "dx", true), ("[]]x", "]x", true), ("[[:digit:]]x", "7x", true),
    ("[a", "[a", false),
    ("\\*", "*", true), ("\\*", "a", false), ("\\!x", "!x", true), ("\\#x", "#x", true),
    ("a\\", "a", false), ("x ", "x", true), ("x\\ ", "x ", true), ("#x", "#x", false),
    ("?", "ab", false),
    ("a//b", "a/b", true), ("**", "a/b", true), ("a**b", "axxb", true), ("a/**b", "a/x/b", false),
    ("x\r", "x", true), ("[a-]x", "-x", true), ("a[/]b", "a/b", false), ("/", "a", false),
  ])
  func `a glob means what git means by it`(glob: String, path: String, matches: Bool) {
    let file = IgnoreFile(Array(glob.utf8))
    let bytes = Array(path.utf8)
    let answer = file.answer(
      bytes, segments: IgnoreScope.segments(of: bytes)[...], isFolder: false)
    #expect((answer == .ignored) == matches)
  }

  @Test func `many stars cost no more than pattern times path`() {
    let glob = String(repeating: "*a", count: 2000) + "b"
    let path = Array(String(repeating: "a", count: 4000).utf8)
    #expect(
      IgnoreFile(globs: [glob]).answer(
        path, segments: IgnoreScope.segments(of: path)[...], isFolder: false) == nil)
    let deep = String(repeating: "**/a/", count: 500) + "b"
    let place = Array(String(repeating: "a/", count: 1000).utf8)
    #expect(
      IgnoreFile(globs: [deep]).answer(
        place, segments: IgnoreScope.segments(of: place)[...], isFolder: false) == nil)
  }

  @Test func `ignore files above a folder hold inside it`() throws {
    let folder = try ScratchFolder()
    try folder.git("init", "-q")
    try folder.write("*.log\n/src/gen/\n", to: ".gitignore")
    try folder.write("!keep.log\n", to: "src/.gitignore")
    try folder.write("secret.txt\n", to: ".git/info/exclude")
    for name in ["src/a.log", "src/keep.log", "src/gen/x.py", "src/sub/secret.txt", "src/sub/b.py"]
    {
      try folder.write("x", to: name)
    }
    #expect(folder.found(in: "/src") == [".gitignore", "keep.log", "sub/b.py"])
    #expect(folder.found(InputOptions(obeysIgnoreFiles: false), in: "/src").count == 6)
    let named = FileSource.list(paths: [folder.path + "/src/a.log"], options: InputOptions())
    #expect(named.sources.count == 1)
  }

  /// Trees of random names and rules, each judged by git and by us.
  @Test(arguments: 0..<12)
  func `a folder is reviewed but for what git would ignore`(seed: Int) throws {
    var random = Seeded(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    let folder = try ScratchFolder()
    try folder.git("init", "-q")
    let names = ["a", "b", "ab", "a.log", "b.txt", "x y", "[a]", "c"]
    let rules = [
      "a", "/a", "a/", "!a", "*.log", "!*.log", "a/b", "**/b", "a/**", "!a/b", "a/**/b", "[ab]",
      "[!a]", "\\[a\\]", "x y", "x*", "?", "/*", "!/c", "b/", "!b/", "*.txt ", "c/*", "!c/a",
      "/a/*/b",
      "*/b", "**", "!**/", "ab/",
    ]
    for _ in 0..<60 {
      let depth = Int(random.next() % 3) + 1
      let path = (0..<depth).map { _ in names[Int(random.next() % UInt64(names.count))] }
      // A name may be taken by a folder already, or the other way round.
      try? folder.write("x", to: path.joined(separator: "/"))
    }
    for place in ["", "a/", "b/", "c/"] where place.isEmpty || random.next() % 2 == 0 {
      let chosen = (0..<4).map { _ in rules[Int(random.next() % UInt64(rules.count))] }
      try? folder.write(chosen.joined(separator: "\n"), to: place + ".gitignore")
    }
    let output = try folder.git(
      "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    let expected = output.split(separator: "\0").map(String.init).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    #expect(folder.found() == expected)
  }
}

/// A generator that gives the same numbers on every run (xorshift64*).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return (state &* 0x2545_F491_4F6C_DD1D) >> 11
  }
}

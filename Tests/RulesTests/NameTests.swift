import Rules
import SourceText
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("sevrity", "severity"), ("tilte", "title"), ("Pattern", "pattern"), ("xyz", nil), ("", nil),
  ])
  func `the nearest name is the one that was meant`(word: String, expected: String?) {
    #expect(nearest(to: word, in: ["severity", "title", "pattern", "why"]) == expected)
  }

  @Test(arguments: [
    ("*.py", "a.py", true), ("*.py", "x/y/a.py", true), ("*.py", "a.pyc", false),
    ("/a.py", "a.py", true), ("/a.py", "x/a.py", false), ("tests/**", "tests/a/b", true),
    ("tests/**", "src/tests/a", true), ("tests/**", "tests", false), ("a/*/c", "a/b/c", true),
    ("a/*/c", "a/b/b/c", false), ("a/**/c", "a/c", true), ("a/**/c", "a/b/b/c", true),
    ("a/**/c", "a/b/cc", false), ("?.c", "é.c", true), ("?", "/", false), ("[a-c]x", "bx", true),
    ("[!a-c]x", "bx", false), ("[]x]", "]", true), ("[x", "[x", true), ("\\*", "*", true),
    ("\\*", "a", false), ("vendor/", "vendor/a/b", true), ("**", "a/b", true), ("*", "a/b", true),
    (".github/workflows/*.yml", "./.github/workflows/ci.yml", true),
    (".github/workflows/*.yml", "/home/x/.github/workflows/ci.yml", true),
    ("Dockerfile*", "docker/Dockerfile.dev", true), ("a**b", "a/x/b", true), ("", "a", false),
  ])
  func `globs match paths`(pattern: String, path: String, matches: Bool) {
    #expect(Glob(pattern).matches(path) == matches)
  }

  @Test(arguments: [
    ("tests/**", "src/tests/a", false), ("tests/**", "tests/a", true), ("*.py", "x/a.py", true),
    ("secrets/*", "secrets/a", true), ("**/a", "x/y/a", true),
  ])
  func `anchored globs with a slash begin at the start`(
    pattern: String, path: String, matches: Bool
  ) {
    #expect(Glob(pattern, anchored: true).matches(path) == matches)
  }

  @Test func `stacked wildcards end`() {
    let pattern = String(repeating: "*a", count: 40) + "b"
    #expect(!Glob(pattern).matches(String(repeating: "a", count: 2000)))
    let deep = String(repeating: "**/a/", count: 20) + "b"
    #expect(!Glob(deep).matches(String(repeating: "a/", count: 500)))
  }
}

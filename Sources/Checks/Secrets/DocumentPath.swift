/// What the name of a file says of its content.
struct DocumentPath: Sendable {
  /// Written by a tool, full of digests: lock files, sums.
  let isLockFile: Bool
  /// A test, a fixture or a mock.
  let isTest: Bool
  /// `.env.example`, `settings.sample.yml`: to be copied and filled in.
  let isSample: Bool
  /// Nothing but a table.
  let isTable: Bool

  private static let folders: Set<String> = [
    "test", "tests", "__tests__", "spec", "specs", "fixtures", "fixture", "testdata", "mocks",
    "__mocks__", "e2e", "cypress",
  ]

  init(_ name: String) {
    let parts = name.utf8.split(separator: UInt8(ascii: "/")).map { part in
      String(decoding: part.map(\.asciiLowercased), as: UTF8.self)
    }
    let file = parts.last ?? ""
    isLockFile =
      [
        "package-lock.json", "pnpm-lock.yaml", "yarn.lock", "go.sum", "cargo.lock", "poetry.lock",
        "composer.lock", "gemfile.lock", "pipfile.lock", "uv.lock", "podfile.lock", "flake.lock",
        "package.resolved", "npm-shrinkwrap.json",
      ].contains(file) || file.hasSuffix(".lock") || file.hasSuffix(".min.js")
      || file.hasSuffix(".svg") || file.hasSuffix("-lock.yaml") || file.hasSuffix("-lock.json")
    isTable = [".csv", ".tsv", ".psv"].contains(where: file.hasSuffix)
    let words = CredentialName(Array((name.utf8.split(separator: UInt8(ascii: "/")).last ?? [])))
      .words
    isTest =
      parts.dropLast().contains(where: Self.folders.contains)
      || words.contains {
        ["test", "tests", "spec", "mock", "mocks", "fixture", "fixtures"].contains($0)
      }
    isSample = file.split(separator: ".").dropFirst().contains {
      ["example", "sample", "template", "dist", "tmpl"].contains($0)
    }
  }
}

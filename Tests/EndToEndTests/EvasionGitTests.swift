import Testing

/// What lies beside a staged token, and would keep a reader of git's own diff from seeing it.
@Suite struct EvasionGitTests {
  private static let program = "import os\ntoken = \"ghp_{github-checksum}\"\n"
  private static let found = "new.py:2:10: block secrets/github-token: GitHub access token\n"

  /// A repository with one commit.
  private func repository() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.git("init", "--quiet")
    try folder.write("import os\n", to: "app.py")
    try folder.git("add", "--all")
    try folder.git("commit", "--quiet", "--message", "first")
    return folder
  }

  @Test(arguments: [
    (".reviewgate.toml", "exclude = [\"**\"]\n"),
    (".reviewgate.toml", "fail-on = \"never\"\n"),
    (".reviewgate.toml", "preset = \"advisory\"\n"),
    ("sub/.reviewgate.toml", "preset = \"advisory\"\n"),
    (".gitattributes", "*.py -diff\n"),
    (".gitattributes", "*.py binary\n"),
    (".gitattributes", "*.py linguist-generated linguist-vendored export-ignore\n"),
    (".gitignore", "*.py\n"),
    (".gitignore", "*\n"),
  ])
  func `no file of the change hides a staged token`(name: String, content: String) throws {
    let folder = try repository()
    try folder.write(content, to: name)
    try folder.write(CaseFile.filled(Self.program), to: "new.py")
    try folder.git("add", "--all", "--force")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(result.output.contains(Self.found))
    #expect(result.exit == 1)
  }

  @Test(arguments: [
    ("diff.external", "true"), ("color.ui", "always"), ("diff.noprefix", "true"),
    ("diff.mnemonicPrefix", "true"), ("diff.none.command", "true"), ("diff.none.textconv", "true"),
    ("core.quotePath", "false"),
  ])
  func `no setting of git hides a staged token`(name: String, value: String) throws {
    let folder = try repository()
    try folder.git("config", name, value)
    try folder.write("*.py diff=none\n", to: ".gitattributes")
    try folder.write(CaseFile.filled(Self.program), to: "new.py")
    try folder.git("add", "--all")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(result.output.hasSuffix(Self.found))
    #expect(result.output.contains(".gitattributes:1:1: flag gate/guard-changed"))
    #expect(result.exit == 1)
  }

  @Test func `the target of a link is read`() throws {
    let folder = try repository()
    let token = CaseFile.filled("ghp_{github-checksum}")
    _ = try BuiltProgram.run(["ln", "-s", token, "link"], in: folder, program: "/usr/bin/env")
    try folder.git("add", "--all")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(result.output == "link:1:1: block secrets/github-token: GitHub access token\n")
    #expect(result.exit == 1)
  }

  @Test func `what git is told to take for unchanged is reviewed`() throws {
    let folder = try repository()
    try folder.write(CaseFile.filled(Self.program), to: "new.py")
    try folder.git("add", "--all")
    try folder.git("update-index", "--assume-unchanged", "new.py")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(result.output == Self.found)
  }

  @Test func `a token of which a later commit adds the second half is whole`() throws {
    let folder = try repository()
    let token = CaseFile.filled("ghp_{github-checksum}")
    let first = "t = \"\(token.prefix(20))\""
    try folder.write("\(first)\n", to: "new.py")
    try folder.git("add", "--all")
    try folder.git("commit", "--quiet", "--message", "second")
    try folder.write("\(first) \\\n  \"\(token.dropFirst(20))\"\n", to: "new.py")
    try folder.git("add", "--all")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(result.output.contains("block secrets/github-token"))
    #expect(result.exit == 1)
  }

  @Test(arguments: [16, 400])
  func `bytes of zero before a program do not let it pass`(count: Int) throws {
    let folder = try repository()
    let zeros = String(repeating: "\u{0}", count: count)
    try folder.write(
      "#!/bin/sh\n\(zeros)\n" + CaseFile.filled("TOKEN=ghp_{github-checksum}\n"), to: "run.sh")
    try folder.git("add", "--all")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(result.exit != 0)
  }
}

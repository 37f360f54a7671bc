import Testing

/// Reviews of what git holds, in repositories made for the purpose.
@Suite struct GitTests {
  private static let token = "token = \"ghp_{github-checksum}\"\n"

  /// A repository with one commit, and a change of it in which every added line holds a key.
  private func repository(policy: String? = nil) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.git("init", "--quiet")
    let removed = CaseFile.filled("old_" + Self.token)
    try folder.write("import os\n" + removed, to: "app.py")
    if let policy { try folder.write(policy, to: ".reviewgate.toml") }
    try folder.git("add", "--all")
    try folder.git("commit", "--quiet", "--message", "first")
    return folder
  }

  @Test func `of what is staged only added lines are reviewed`() throws {
    let folder = try repository()
    let text = "import os\nimport sys\n" + CaseFile.filled(Self.token)
    try folder.write(text, to: "app.py")
    try folder.git("add", "--all")
    try folder.write(text + CaseFile.filled("later_" + Self.token), to: "app.py")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(result.output == "app.py:3:10: block secrets/github-token: GitHub access token\n")
    #expect(result.errors == "")
    #expect(result.exit == 1)
  }

  @Test func `a key that is taken out is not in the way`() throws {
    let folder = try repository()
    try folder.write("import os\n", to: "app.py")
    try folder.git("add", "--all")
    let result = try BuiltProgram.run(["check", "--staged"], in: folder)
    #expect(result.output.hasPrefix("approve: nothing found"))
    #expect(result.exit == 0)
  }

  @Test func `nothing staged is no error`() throws {
    let result = try BuiltProgram.run(["check", "--staged"], in: repository())
    #expect(result.exit == 0)
  }

  @Test func `staged changes are looked for in vain outside of a repository`() throws {
    let result = try BuiltProgram.run(["check", "--staged"], in: ScratchFolder())
    #expect(result.exit == 2)
  }

  @Test func `a staged policy does not decide about the change that brings it`() throws {
    let folder = try repository()
    try folder.write(
      "[[override]]\nrule = \"*\"\naction = \"approve\"\nreason = \"all is well\"\n",
      to: ".reviewgate.toml")
    try folder.write(CaseFile.filled(Self.token), to: "new.py")
    try folder.git("add", "--all")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(
      result.output.contains("new.py:1:10: block secrets/github-token: GitHub access token\n"))
    #expect(result.exit == 1)
  }

  @Test func `the policy of the base revision decides`() throws {
    let folder = try repository(
      policy:
        "[[override]]\nrule = \"secrets/*\"\naction = \"approve\"\nreason = \"all is made up\"\n")
    try folder.write("", to: ".reviewgate.toml")
    try folder.write(CaseFile.filled(Self.token), to: "new.py")
    try folder.git("add", "new.py")
    let result = try BuiltProgram.run(["check", "--staged", "--quiet"], in: folder)
    #expect(!result.output.contains("block"))
    #expect(result.exit == 0)
  }

  @Test func `a range of revisions is reviewed as what changed between them`() throws {
    let folder = try repository()
    try folder.write(CaseFile.filled(Self.token), to: "new.py")
    try folder.git("add", "--all")
    try folder.git("commit", "--quiet", "--message", "second")
    let result = try BuiltProgram.run(["check", "--diff", "HEAD~1..HEAD", "--quiet"], in: folder)
    #expect(result.output == "new.py:1:10: block secrets/github-token: GitHub access token\n")
    #expect(result.exit == 1)
  }

  @Test func `a revision that does not exist is an error`() throws {
    let result = try BuiltProgram.run(["check", "--diff", "nowhere"], in: repository())
    #expect(result.errors.contains("nowhere"))
    #expect(result.exit == 2)
  }
}

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

/// What a change does to what guards the repository.
@Suite struct GuardTests {
  private func repository(_ files: [String: String]) throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.git("init", "--quiet")
    for (path, text) in files { try folder.write(text, to: path) }
    try folder.git("add", "--all")
    try folder.git("commit", "--quiet", "--allow-empty", "--message", "first")
    return folder
  }

  private func staged(
    _ folder: ScratchFolder, _ arguments: [String] = []
  ) throws -> BuiltProgram.Result {
    try folder.git("add", "--all")
    return try BuiltProgram.run(["check", "--staged", "--quiet"] + arguments, in: folder)
  }

  @Test(arguments: [
    ".github/workflows/ci.yml", "AGENTS.md", "docs/CLAUDE.md", ".cursor/rules/style.mdc",
    ".mcp.json", ".pre-commit-config.yaml", "hooks/pre-push", ".husky/commit-msg", ".gitignore",
    "a/.gitattributes", ".reviewgate.toml", ".secrets.baseline", ".gitleaks.toml", "CODEOWNERS",
    ".claude/settings.json", ".GitHub/Workflows/release.yml", "azure-pipelines.yaml",
    ".vscode/tasks.json",
  ])
  func `a change to a guard is flagged`(path: String) throws {
    let folder = try repository(["app.py": "import os\n"])
    try folder.write("", to: path)
    let result = try staged(folder)
    #expect(result.output.contains("\(path):1:1: flag gate/guard-changed"))
    #expect(result.exit == 0)
    #expect(try staged(folder, ["--fail-on", "flag"]).exit == 3)
  }

  @Test func `other files are no guards`() throws {
    let folder = try repository(["app.py": "import os\n"])
    for path in ["src/app.ts", "docs/agents.md.txt", "ci.md", "workflows/a.yml", "settings.json"] {
      try folder.write("a: 1\n", to: path)
    }
    #expect(try staged(folder).output == "")
  }

  @Test func `taking a guard away or moving it is a change too`() throws {
    let long = (1...40).map { "step \($0)\n" }.joined()
    let folder = try repository([
      ".github/workflows/a.yml": long, ".husky/pre-commit": "run\n", "x.py": "import os\n",
    ])
    try folder.git("mv", ".github/workflows/a.yml", "old.yml")
    try folder.git("rm", "--quiet", ".husky/pre-commit")
    let result = try staged(folder)
    #expect(result.output.contains("old.yml:1:1: flag gate/guard-changed"))
    #expect(result.output.contains(".husky/pre-commit:1:1: flag gate/guard-changed"))
  }

  @Test func `no policy approves a change to a guard`() throws {
    let approving =
      "exclude = [\"AGENTS.md\"]\n[[override]]\nrule = \"*\"\naction = \"approve\"\nreason = \"all\"\n"
    let folder = try repository([".reviewgate.toml": approving, "x.py": "import os\n"])
    try folder.write("Be kind.\n", to: "AGENTS.md")
    #expect(try staged(folder).output.contains("AGENTS.md:1:1: flag gate/guard-changed"))
  }

  @Test(arguments: ["ci/gate.toml", "./ci/gate.toml", "src/../ci//gate.toml"])
  func `a policy that is named is read from the base revision`(name: String) throws {
    let folder = try repository(["ci/gate.toml": "preset = \"default\"\n"])
    try folder.write("preset = \"advisory\"\n", to: "ci/gate.toml")
    try folder.write(CaseFile.filled("token = \"ghp_{github-checksum}\"\n"), to: "new.py")
    let result = try staged(folder, ["--policy", name])
    #expect(result.output.contains("ci/gate.toml:1:1: flag gate/guard-changed"))
    #expect(result.output.contains("new.py:1:10: block secrets/github-token"))
    #expect(result.exit == 1)
  }

  @Test func `rules that the policy names are read from the base revision`() throws {
    let rule = """
      [[rule]]
      id = "secrets/acme-word"
      title = "ACME word"
      severity = "high"
      confidence = "high"
      pattern = "acme-word-[0-9]{4}"
      why = "It opens."
      fix = "Take it out."
      references = ["CWE-798"]
      match = ["«acme-word-1234»"]
      no-match = ["acme"]

      """
    let folder = try repository([
      ".reviewgate.toml": "rules = [\"extra/\"]\n", "extra/acme.toml": rule, "x.py": "import os\n",
    ])
    try folder.git("rm", "--quiet", "-r", "extra")
    try folder.write("x = 'acme-word-8319'\n", to: "x.py")
    let result = try staged(folder)
    #expect(result.output.contains("x.py:1:6: block secrets/acme-word"))
    #expect(result.output.contains("extra/acme.toml:1:1: flag gate/guard-changed"))
  }

  @Test func `a diff on standard input tells of guards as well`() throws {
    let folder = try repository(["x.py": "import os\n"])
    let diff = """
      diff --git a/.github/workflows/ci.yml b/.github/workflows/ci.yml
      --- a/.github/workflows/ci.yml
      +++ b/.github/workflows/ci.yml
      @@ -3,2 +3,1 @@
       on: push
      -  check: true
      """ + "\n"
    let result = try BuiltProgram.run(
      ["check", "--diff", "-", "--quiet"], in: folder, input: Array(diff.utf8))
    #expect(result.output.contains(".github/workflows/ci.yml:1:1: flag gate/guard-changed"))
  }

  @Test func `a patch in a reply has a note about guards`() throws {
    let folder = try repository(["x.py": "import os\n"])
    let reply = """
      This speeds the build up:

      ```diff
      --- a/.github/workflows/ci.yml
      +++ b/.github/workflows/ci.yml
      @@ -1,2 +1,3 @@
       on: push
      +concurrency: one
       jobs:
      ```
      """ + "\n"
    let result = try BuiltProgram.run(
      ["check", "-", "--format", "json"], in: folder, input: Array(reply.utf8))
    #expect(result.output.contains("\"rule\": \"gate/guard-changed\""))
    #expect(result.output.contains("\"verdict\": \"approve\""))
  }
}

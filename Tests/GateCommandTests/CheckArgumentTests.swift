import Reporting
import Testing

@testable import GateCommand

@Suite struct CheckArgumentTests {
  @Test func `check is the default verb`() {
    #expect(parse("src").check?.source == .paths(["src"]))
    #expect(parse("check", "src", "a.py").check?.source == .paths(["src", "a.py"]))
    #expect(parse("-q", "check", "src").check?.source == .paths(["src"]))
    #expect(parse("--format", "json", "check", "src").check?.format == .json)
  }

  @Test func `without paths a pipe on standard input is reviewed`() {
    #expect(parse().check?.source == .paths(["-"]))
    #expect(parse("check", "-").check?.source == .paths(["-"]))
    #expect(parse("--name", "app.py").check?.name == "app.py")
  }

  @Test func `a path may have the name of a verb`() {
    #expect(parse("check", "rules").check?.source == .paths(["rules"]))
    #expect(parse("check", "check").check?.source == .paths(["check"]))
    #expect(parse("--", "rules", "--staged").check?.source == .paths(["rules", "--staged"]))
    #expect(parse("check", "baseline").check?.source == .paths(["baseline"]))
  }

  @Test func `changes are sources of their own`() {
    #expect(parse("--staged").check?.source == .staged)
    #expect(parse("check", "--staged", "--staged").check?.source == .staged)
    #expect(parse("--diff", "main..HEAD").check?.source == .diff("main..HEAD"))
    #expect(parse("--diff=HEAD~1").check?.source == .diff("HEAD~1"))
    #expect(parse("--diff", "-").check?.source == .diffOnStandardInput)
  }

  @Test func `every option is read`() throws {
    let options = try #require(
      parse(
        "--exclude", "vendor/**", "--exclude=*.min.js", "--no-ignore", "--allow-empty",
        "--rules", "mine", "--only", "secrets,pii/pesel", "--only=password", "--skip", "*/weak-*",
        "--policy", "p.toml", "--preset", "strict", "--fail-on", "flag", "--format", "jsonl",
        "--report", "json=out/r=1.json", "--report=text=r.txt", "--color", "never", "-v",
        "--no-progress", "--stats", "--jobs", "8", "--max-file-size", "10MB", "--timeout", "500ms",
        "src"
      ).check)
    #expect(options.excludes == ["vendor/**", "*.min.js"])
    #expect(!options.obeysIgnoreFiles && options.allowsEmpty)
    #expect(options.rulePaths == ["mine"])
    #expect(options.only == ["secrets/*", "pii/pesel", "passwords/*"])
    #expect(options.skip == ["*/weak-*"])
    #expect(options.policyFile == "p.toml" && options.preset == .strict && options.readsPolicy)
    #expect(options.failOn == .flag && options.format == .jsonl && options.color == .never)
    #expect(options.reportFiles.map(\.path) == ["out/r=1.json", "r.txt"])
    #expect(options.reportFiles.map(\.format) == [.json, .text])
    #expect(options.detail == .verbose && !options.showsProgress && options.showsStatistics)
    #expect(options.jobs == 8 && options.maxFileSize == 10_000_000)
    #expect(options.timeout == .milliseconds(500))
    #expect(parse("--no-policy", "src").check?.readsPolicy == false)
  }

  @Test func `what is not typed is left to the policy or the default`() throws {
    let options = try #require(parse("src").check)
    #expect(options == CheckOptions(source: .paths(["src"])))
    #expect(options.failOn == nil && options.format == .text && options.jobs == nil)
  }

  @Test func `the last of an option given twice counts`() {
    #expect(parse("--format", "json", "--format", "text", "src").check?.format == .text)
    #expect(parse("--diff", "a", "--diff", "b").check?.source == .diff("b"))
  }

  @Test(arguments: [
    (["--formt", "json"], "unknown option --formt; did you mean --format?"),
    (["--stagd"], "unknown option --stagd; did you mean --staged?"),
    (["-format"], "unknown option -format; did you mean --format?"),
    (["-x"], "unknown option -x"),
    (["--zzzzzz"], "unknown option --zzzzzz"),
    (["--color"], "--color needs a value: --color WHEN, one of auto, always or never"),
    (
      ["--fail-on", "--quiet"],
      "--fail-on needs a value: --fail-on LEVEL, one of block, flag or never"
    ),
    (["--jobs"], "--jobs needs a value: --jobs N"),
    (["--name="], "--name needs a value: --name NAME"),
    (["--quiet=yes"], "--quiet takes no value"),
    (["-qv"], "--quiet and --verbose exclude each other"),
    (["--no-policy", "--policy", "p"], "--no-policy and --policy exclude each other"),
    (["--staged", "--diff", "main"], "--staged and --diff exclude each other"),
    (["--staged", "src"], "--staged reviews a change and takes no paths: src"),
    (["--staged", "--name", "x.py"], "--name is for standard input and does not go with --staged"),
    (["--name", "x.py", "src"], "--name is for standard input, which is not among the paths"),
    (["--diff", "-x"], "--diff -x: not a revision"),
    (["-", "-"], "- was given twice"),
    ([""], "a path is empty"),
    (
      ["--format", "xml"],
      "--format xml: no such format; there are text, json, jsonl, sarif, github, gitlab, "
        + "gitlab-secrets, junit, markdown and html"
    ),
    (["--report", "r.json"], "--report r.json: the format is missing: --report json=r.json"),
    (["--report", "r.md"], "--report r.md: the format is missing: --report markdown=r.md"),
    (["--report", "json"], "--report json: the file is missing: --report json=FILE"),
    (["--report", "json="], "--report json=: the file is missing: --report json=FILE"),
    (["--report", "r"], "--report r: write a format and a file, such as json=report.json"),
    (["--json"], "unknown option --json; did you mean --format json?"),
    (["--strict"], "unknown option --strict; did you mean --preset strict?"),
    (["--ignore", "src"], "unknown option --ignore; did you mean --exclude?"),
    (["-o"], "unknown option -o; did you mean --report F=FILE?"),
    (["--output", "r.json"], "check has no option --output; did you mean --report F=FILE?"),
    (["--mask"], "check has no option --mask; filter has it"),
    (["scan", "src"], "no such verb or path: scan; did you mean check?"),
    (["version"], "no such verb or path: version; did you mean --version?"),
    (["install"], "no such verb or path: install; did you mean hook git --install?"),
    (["--report", "json=-"], "--report json=-: standard output is what --format writes to"),
    (["--report", "json=r", "--report", "text=r"], "--report text=r: r was given twice"),
    (["--fail-on", "warn"], "--fail-on warn: not one of block, flag or never"),
    (
      ["--fail-on", "blok"], "--fail-on blok: not one of block, flag or never; did you mean block?"
    ),
    (["--color", "yes"], "--color yes: not one of auto, always or never"),
    (["--jobs", "0"], "--jobs 0: not a number from 1 to 1024"),
    (["--jobs", "-1"], "--jobs -1: not a number from 1 to 1024"),
    (
      ["--max-file-size", "10 TB"],
      "--max-file-size 10 TB: not a size; write 4096, 512KB, 10MB or 1GiB"
    ),
    (["--timeout", "0s"], "--timeout 0s: not a time; write 500ms, 30s or 2m"),
    (["--only", "secret,,pii"], "--only secret,,pii: an entry of the list is empty"),
    (["--skip", "secrts"], "--skip: no category or rule id: secrts; did you mean secrets?"),
    (
      ["--only", "Everything"],
      "--only: no category or rule id: Everything; categories are secrets, passwords, "
        + "unsafe-apis, pii, licenses, text and gate"
    ),
    (["--baseline", "b.json"], "--baseline is not part of this version yet"),
    (["--baseline=b.json"], "--baseline is not part of this version yet"),
    (
      ["baseline"],
      "baseline is not part of this version yet (to review a path of that name: "
        + "reviewgate check baseline)"
    ),
    (["chekc", "src"], "no such verb or path: chekc; did you mean check?"),
  ])
  func `a fault is said in these words`(arguments: [String], problem: String) {
    let result = Invocation.parse(
      arguments,
      in: Invocation.Surroundings(
        standardInputIsTerminal: false, exists: { ["src", "p"].contains($0) }))
    #expect(result.problems == [problem])
  }

  @Test func `all faults are said at once, and where to read on`() {
    let result = parse("check", "--formt", "json", "--jobs", "many", "--staged", "src")
    let expected = """
      reviewgate: unknown option --formt; did you mean --format?
      reviewgate: --jobs many: not a number from 1 to 1024
      reviewgate: --staged reviews a change and takes no paths: json src
      try reviewgate help check

      """
    guard case .failure(let error) = result else {
      Issue.record("no error")
      return
    }
    #expect(error.message == expected)
  }

  @Test func `an error shows no raw control characters`() {
    guard case .failure(let error) = parse("--\u{1B}[2J") else {
      Issue.record("no error")
      return
    }
    #expect(error.message.hasPrefix("reviewgate: unknown option --\\u{1B}[2J\n"))
  }

  @Test func `a path that exists is no slip, nor one far from every verb`() {
    #expect(parse("chekc", paths: ["chekc"]).check?.source == .paths(["chekc"]))
    #expect(parse("gone.py").check?.source == .paths(["gone.py"]))
  }

  @Test func `without anything to review a terminal is told so`() {
    #expect(
      parse(terminal: true).problems == [
        "nothing to review: name files or folders, or pipe a text in"
      ])
    #expect(parse("--staged", terminal: true).check?.source == .staged)
  }
}

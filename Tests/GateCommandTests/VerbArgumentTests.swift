import Testing

@testable import GateCommand

@Suite struct VerbArgumentTests {
  @Test func `rules are listed, shown and tested`() {
    #expect(parse("rules", "list") == .success(.rules(RulesOptions(action: .list))))
    #expect(
      parse("rules", "show", "pii/pesel")
        == .success(.rules(RulesOptions(action: .show(["pii/pesel"])))))
    #expect(parse("rules", "test") == .success(.rules(RulesOptions(action: .test([])))))
    #expect(
      parse("rules", "test", "mine")
        == .success(.rules(RulesOptions(action: .test(["mine"])))))
    var quiet = RulesOptions(action: .list)
    quiet.detail = .quiet
    quiet.only = ["secrets/*"]
    #expect(parse("rules", "list", "-q", "--only", "secrets") == .success(.rules(quiet)))
  }

  @Test func `the other verbs are read`() {
    #expect(
      parse("explain", "pii/pesel")
        == .success(.explain(.rule(RulesOptions(action: .show(["pii/pesel"]))))))
    var again = CheckOptions(source: .paths(["."]))
    again.detail = .verbose
    #expect(parse("explain", "9F2C41") == .success(.explain(.finding("9f2c41", again))))
    again.source = .staged
    #expect(
      parse("explain", "9f2c41d2", "--staged") == .success(.explain(.finding("9f2c41d2", again))))
    again.source = .paths(["src", "a.py"])
    #expect(
      parse("explain", "9f2c41d2", "src", "a.py")
        == .success(.explain(.finding("9f2c41d2", again))))
    for shell in Shell.allCases {
      #expect(parse("completions", shell.rawValue) == .success(.completions(shell)))
    }
    #expect(parse("help") == .success(.help(.overview)))
    #expect(parse("help", "rules") == .success(.help(.verb(.rules))))
    #expect(parse("help", "report-schema") == .success(.help(.reportSchema)))
    #expect(parse("help", "man") == .success(.help(.manual)))
  }

  @Test func `the verbs of pipes and hosts are read`() {
    let input = CheckOptions(source: .paths(["-"]))
    #expect(parse("filter") == .success(.filter(FilterOptions(review: input))))
    #expect(
      parse("filter", "--mask") == .success(.filter(FilterOptions(review: input, masks: .kinds))))
    #expect(
      parse("filter", "--mask", "--keep-form")
        == .success(.filter(FilterOptions(review: input, masks: .forms))))
    var batch = BatchOptions(review: input)
    batch.fields = BatchOptions.Fields(text: "output", name: "file")
    #expect(
      parse("batch", "--field", "output", "--name-field=file") == .success(.batch(batch)))
    #expect(parse("mcp") == .success(.mcp(input)))
    let staged = CheckOptions(source: .staged)
    #expect(
      parse("hook", "git")
        == .success(.hook(HookOptions(host: .git, action: .run, review: staged))))
    #expect(
      parse("hook", "claude-code", "--install")
        == .success(
          .hook(HookOptions(host: .agent(.claudeCode), action: .install, review: staged))))
    #expect(
      parse("hook", "git", "--uninstall")
        == .success(.hook(HookOptions(host: .git, action: .uninstall, review: staged))))
  }

  @Test func `help and version are heard before anything else`() {
    #expect(parse("--help") == .success(.help(.overview)))
    #expect(parse("-h", "--nonsense") == .success(.help(.overview)))
    #expect(parse("check", "--jobs", "no", "-qh") == .success(.help(.verb(.check))))
    #expect(parse("rules", "--help") == .success(.help(.verb(.rules))))
    #expect(parse("--version") == .success(.version))
  }

  @Test(arguments: [
    (["rules"], "rules needs one of list, show or test"),
    (["rules", "lst"], "no rules lst; did you mean list?"),
    (["rules", "frobnicate"], "no rules frobnicate; there are list, show and test"),
    (["rules", "show"], "rules show needs the id of a rule"),
    (["rules", "list", "x"], "rules list takes no operands: x"),
    (["rules", "list", "--staged"], "rules has no option --staged; check and explain have it"),
    (["rules", "pii/pesel"], "no rules pii/pesel; did you mean rules show pii/pesel?"),
    (["explain"], "explain needs the id of a rule, or the beginning of a fingerprint"),
    (
      ["explain", "12345"],
      "explain 12345: of a fingerprint 6 digits are needed at least; a rule's id has a slash, "
        + "such as secrets/github-token"
    ),
    (["hook", "install"], "hook needs a host, such as reviewgate hook git --install"),
    (["hook", "git", "install"], "hook git takes no operands: install; did you mean --install?"),
    (
      ["filter", "src"],
      "filter reads standard input and takes no paths: src (reviewgate filter < FILE)"
    ),
    (["licenses", "src"], "no licenses src; there is only index"),
    (
      ["licenses", "index", "src", "--output", "o", "--license", "LGPL"],
      "--license LGPL: LGPL is on no list of SPDX; there are LGPL-2.0-only, LGPL-2.0-or-later, "
        + "LGPL-2.1-only, LGPL-2.1-or-later, LGPL-3.0-only and others"
    ),
    (["explain", "a/b", "--staged"], "--staged is for findings, and a/b is a rule"),
    (
      ["filter", "--keep-form"],
      "--keep-form says how --mask replaces values, which is not asked for"
    ),
    (
      ["batch", "a.jsonl"],
      "batch reads standard input and takes no paths: a.jsonl (reviewgate batch < FILE)"
    ),
    (["batch", "--mask"], "batch has no option --mask; filter has it"),
    (["mcp", "x"], "mcp takes no operands: x"),
    (
      ["hook"],
      "hook needs a host: git, claude-code, codex, cursor, gemini or copilot"
    ),
    (["hook", "claude"], "no hook for claude; did you mean claude-code?"),
    (["hook", "git", "x"], "hook git takes no operands: x"),
    (["hook", "git", "--install", "--uninstall"], "--install and --uninstall exclude each other"),
    (["explain", "a/b", "c/d"], "explain takes one rule at a time"),
    (["completions"], "completions needs one shell: bash, zsh or fish"),
    (["completions", "fihs"], "no completions for fihs; did you mean fish?"),
    (["completions", "csh-like"], "no completions for csh-like; there are bash, zsh and fish"),
    (["help", "chek"], "no help on chek; did you mean check?"),
    (["help", "audit"], "audit is not part of this version yet"),
  ])
  func `a fault is said in these words`(arguments: [String], problem: String) {
    let result = Invocation.parse(
      arguments,
      in: Invocation.Surroundings(standardInputIsTerminal: false, exists: { _ in false }))
    #expect(result.problems == [problem])
  }
}

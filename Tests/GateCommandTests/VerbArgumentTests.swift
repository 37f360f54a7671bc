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
    for shell in Shell.allCases {
      #expect(parse("completions", shell.rawValue) == .success(.completions(shell)))
    }
    #expect(parse("help") == .success(.help(.overview)))
    #expect(parse("help", "rules") == .success(.help(.verb(.rules))))
    #expect(parse("help", "report-schema") == .success(.help(.reportSchema)))
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
    (["explain", "a/b", "c/d"], "explain takes one rule at a time"),
    (["completions"], "completions needs one shell: bash, zsh or fish"),
    (["completions", "fihs"], "no completions for fihs; did you mean fish?"),
    (["completions", "csh-like"], "no completions for csh-like; there are bash, zsh and fish"),
    (["help", "chek"], "no help on chek; did you mean check?"),
    (["help", "mcp"], "mcp is not part of this version yet"),
  ])
  func `a fault is said in these words`(arguments: [String], problem: String) {
    let result = Invocation.parse(
      arguments,
      in: Invocation.Surroundings(standardInputIsTerminal: false, exists: { _ in false }))
    #expect(result.problems == [problem])
  }
}

/// A command line that people use, for help pages and the manual page.
struct CommandExample: Sendable {
  /// As it is typed, the program's name included.
  let command: String
  /// What it does, as a phrase.
  let meaning: String
  /// Shown on the overview, not only on the page of its verb.
  let isCommon: Bool

  init(_ command: String, _ meaning: String, isCommon: Bool = false) {
    self.command = command
    self.meaning = meaning
    self.isCommon = isCommon
  }
}

extension Verb {
  /// Whether it ends with the status of a review. A hook ends as its host wants it.
  var isReviewing: Bool { self == .check || self == .filter || self == .batch }

  /// Two or three of each verb, the simplest first.
  var examples: [CommandExample] {
    switch self {
    case .check:
      [
        CommandExample("reviewgate src", "review a folder", isCommon: true),
        CommandExample(
          "reviewgate check --staged", "review what is about to be committed", isCommon: true),
        CommandExample(
          "llm ... | reviewgate --name answer.md", "review an answer of a model", isCommon: true),
        CommandExample(
          "reviewgate --quiet --report html=review.html .",
          "in short, and in full on a page to open in a browser"),
      ]
    case .filter:
      [
        CommandExample(
          "llm ... | reviewgate filter > answer.md", "keep an answer if it may pass",
          isCommon: true),
        CommandExample(
          "reviewgate filter --mask < log > clean", "take out secrets and addresses", isCommon: true
        ),
        CommandExample(
          "reviewgate filter --name a.py < a.py | python3", "run a script only if it may pass"),
      ]
    case .batch:
      [
        CommandExample(
          "reviewgate batch < in.jsonl > out.jsonl", "review records", isCommon: true),
        CommandExample(
          "reviewgate batch --quiet --field answer < in.jsonl > out.jsonl",
          "review the members named answer, in short"),
      ]
    case .hook:
      [
        CommandExample(
          "reviewgate hook git --install", "have git ask before each commit", isCommon: true),
        CommandExample(
          "reviewgate hook claude-code --install", "have an agent ask before it writes",
          isCommon: true),
        CommandExample("reviewgate hook git --uninstall", "take it back"),
      ]
    case .mcp:
      [
        CommandExample("reviewgate mcp", "as the command of a server in an agent's settings"),
        CommandExample("reviewgate mcp --preset strict", "review by a preset"),
      ]
    case .rules:
      [
        CommandExample("reviewgate rules list --only pii", "the rules on personal data"),
        CommandExample("reviewgate rules show pii/iban", "a rule, with its examples"),
        CommandExample("reviewgate rules test my-rules", "try rules of your own"),
      ]
    case .explain:
      [
        CommandExample(
          "reviewgate explain secrets/github-token", "what a rule finds, and what to do",
          isCommon: true),
        CommandExample(
          "reviewgate explain 9f2c41d0 src", "a finding in src, by the beginning of its id"),
      ]
    case .licenses:
      [
        CommandExample(
          "reviewgate licenses index ../old --license LicenseRef-Old --output old.index",
          "index a product whose code must not be copied"),
        CommandExample(
          "reviewgate licenses index linux --license GPL-2.0-only --output linux.index",
          "index code under a license that your code cannot take"),
      ]
    case .completions:
      [
        CommandExample("source <(reviewgate completions bash)", "in ~/.bashrc"),
        CommandExample(
          "reviewgate completions zsh > ~/.zfunc/_reviewgate", "if ~/.zfunc is in $fpath"),
        CommandExample(
          "reviewgate completions fish > ~/.config/fish/completions/reviewgate.fish", "for fish"),
      ]
    case .help:
      [
        CommandExample("reviewgate help filter", "all on one verb"),
        CommandExample("reviewgate help man | man -l -", "read the manual page"),
        CommandExample(
          "reviewgate help report-schema > report.json", "for programs that check reports"),
      ]
    }
  }
}

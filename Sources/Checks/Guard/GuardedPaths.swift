// The files of a repository that decide over its changes or that agents obey. The list is part of the
// program and not of the rule files: a review by the base revision's rules must know them all.

import SourceText

/// What a file has to say about changes.
package enum GuardKind: String, Sendable {
  case policy = "the policy of this review"
  case acceptance = "what this review accepts"
  case scanner = "the settings of a scanner"
  case hook = "a git hook"
  case pipeline = "a CI definition"
  case owners = "who must approve changes"
  case ignored = "what git or a scanner leaves out"
  case agentSettings = "the settings of a coding agent"
  case agentInstructions = "the instructions of coding agents"
}

/// Paths that guard one repository beyond those that guard any.
package struct GuardedPath: Sendable {
  package var glob: Glob
  package var kind: GuardKind

  package init(_ glob: Glob, _ kind: GuardKind) {
    self.glob = glob
    self.kind = kind
  }
}

/// Tells the files that guard a repository by their paths.
package enum GuardedPaths {
  /// What a file at a path from the repository's root has to say about changes; nil for most.
  ///
  /// Case does not count: there are file systems for which it does not. Costs a step for each pattern.
  package static func kind(of path: String) -> GuardKind? {
    let path = path.lowercased()
    for group in groups where group.globs.contains(where: { $0.matches(path) }) {
      return group.kind
    }
    return nil
  }

  /// What guarded files would lie below a path, were it a folder; for links and submodules that take the
  /// place of one.
  package static func kind(below path: String) -> GuardKind? {
    let folder = path.lowercased() + "/"
    for group in groups where group.globs.contains(where: { Self.leads($0.pattern, folder) }) {
      return group.kind
    }
    return nil
  }

  private static func leads(_ pattern: String, _ folder: String) -> Bool {
    (pattern.hasPrefix("/") ? String(pattern.dropFirst()) : pattern).hasPrefix(folder)
  }

  private struct Group: Sendable {
    let kind: GuardKind
    let globs: [Glob]

    init(_ kind: GuardKind, _ globs: [String]) {
      self.kind = kind
      self.globs = globs.map { Glob($0) }
    }
  }

  /// Names without a slash count in every folder; those that begin with one only at the root.
  private static let groups: [Group] = [
    Group(
      .policy,
      [
        ".reviewgate.toml", "/.reviewgate/**",
      ]),
    Group(
      .acceptance,
      [
        ".reviewgate-baseline*", ".reviewgate-waivers*", "reviewgate-baseline*",
        "reviewgate-waivers*",
      ]),
    Group(
      .hook,
      [
        ".pre-commit-config.yaml", ".pre-commit-config.yml", ".pre-commit-hooks.yaml", "prek.toml",
        "/.husky/**", ".git/config", ".git/hooks/**", ".gitconfig", "/.githooks/**", "/githooks/**",
        "/.git-hooks/**", "/git-hooks/**",
        "/.hooks/**", ".lefthook.{yml,yaml,toml,json}", "lefthook.{yml,yaml,toml,json}",
        "lefthook-local.{yml,yaml,toml,json}", ".lintstagedrc*", "lint-staged.config.*",
        ".overcommit.yml", "captainhook.json", "grumphp.yml", "grumphp.yml.dist", ".huskyrc*",
        "pre-commit", "pre-push", "pre-receive", "pre-rebase", "pre-merge-commit", "commit-msg",
        "prepare-commit-msg", "post-commit", "post-checkout", "post-merge", "post-receive",
        "post-rewrite", "applypatch-msg", "pre-applypatch",
      ]),
    Group(
      .owners,
      [
        "CODEOWNERS", "/.github/settings.yml", "/.github/rulesets/**",
        "/.github/branch-protection*", "/.mergify.yml", "/.github/mergify.yml", "/.bulldozer.yml",
        "/.policy.yml", "/.kodiak.toml", "/.asf.yaml", "/.gitlab/merge_request_approval*",
        "/.gitlab/security-policies/**",
      ]),
    Group(
      .pipeline,
      [
        "/.github/workflows/**", "/.github/actions/**", "/.github/dependabot.{yml,yaml}",
        "/renovate.json*", "/.github/renovate.json*", "/.renovaterc*", "action.{yml,yaml}",
        "/.gitlab-ci.{yml,yaml}", "*.gitlab-ci.{yml,yaml}", "/.gitlab/ci/**", "/.circleci/**",
        "Jenkinsfile", "Jenkinsfile.*", "*.jenkinsfile", "azure-pipelines*.{yml,yaml}",
        "/.azure-pipelines/**", "/.azuredevops/**", "/.pipelines/**",
        "bitbucket-pipelines.{yml,yaml}", ".travis.{yml,yaml}", ".drone.{yml,yaml,star,jsonnet}",
        "/.woodpecker/**", ".woodpecker.{yml,yaml}", "appveyor.{yml,yaml}", ".appveyor.{yml,yaml}",
        "/.buildkite/**", "/buildkite/**", "/.teamcity/**", "cloudbuild*.{yml,yaml,json}",
        "buildspec*.{yml,yaml}", "/.semaphore/**", "/.forgejo/workflows/**", "/.gitea/workflows/**",
        "/.ci/**", "/.tekton/**", ".cirrus.{yml,yaml,star}", "codemagic.yaml", "bitrise.yml",
        "wercker.yml", "/.builds/*.{yml,yaml}", "/.build.yml", "/.harness/**", "/.concourse/**",
        "/.argo/**", "/.screwdriver.yaml", "screwdriver.yaml",
      ]),
    Group(
      .scanner,
      [
        ".gitleaks.toml", "gitleaks.toml", ".gitleaks.yaml", ".betterleaks.toml",
        ".gitguardian.{yml,yaml}", ".secrets.baseline", ".secretlintrc*", ".talismanrc",
        ".trufflehog*", "trufflehog*.{yml,yaml}", ".semgrep.{yml,yaml}", "/.semgrep/**",
        "semgrep.{yml,yaml}", ".bandit", "bandit.{yml,yaml}", ".bandit.{yml,yaml}",
        "sonar-project.properties", ".sonarcloud.properties", ".checkov.{yml,yaml}",
        ".tfsec.{yml,yaml,json}", "/.tfsec/**", "trivy.{yml,yaml}", ".trivy.{yml,yaml}",
        "trivy-secret.yaml", ".snyk", ".hadolint.{yml,yaml}", "zizmor.{yml,yaml}",
        ".zizmor.{yml,yaml}", "actionlint.{yml,yaml}", "osv-scanner.toml", ".grype.{yml,yaml}",
        ".kics.config", "kics.config", ".gosec*", "gosec.json", "brakeman.yml", "brakeman.ignore",
        ".brakeman.ignore", "/.github/codeql/**", "codeql-config.yml", ".lgtm.yml", "bearer.yml",
        ".bearer.yml", "bearer.ignore", ".mobsf", ".njsscan", "nosec.yml", "horusec-config.json",
        "dependency-check-suppression*.xml", "/.conftest/**", ".kingfisher.yml", "megalinter.yml",
        ".mega-linter.yml", ".codacy.{yml,yaml}", ".deepsource.toml", "/.trunk/**",
      ]),
    Group(
      .ignored,
      [
        ".gitignore", ".gitattributes", "/.git/info/**", ".ignore", ".rgignore", ".fdignore",
        ".semgrepignore", ".gitleaksignore", ".betterleaksignore", ".trivyignore*", ".snykignore",
        ".secretlintignore", ".eslintignore", ".dockerignore", ".banditignore", ".checkovignore",
        ".tfsecignore", ".nosecignore", ".horusecignore", ".kicsignore", ".gptignore",
        ".cursorignore", ".cursorindexingignore", ".aiexclude", ".aiignore", ".codeiumignore",
        ".geminiignore", ".claudeignore", ".copilotignore", ".clineignore", ".rooignore",
        ".aiderignore",
      ]),
    Group(
      .agentSettings,
      [
        ".mcp.json", "mcp.json", "mcp_config.json", "mcp-config.json", ".claude.json",
        ".claude/settings*.json", ".claude/hooks/**", ".claude/agents/**", ".claude-plugin/**",
        "claude_desktop_config.json", ".codex/**", ".cursor/mcp.json", ".cursor/hooks*",
        ".cursor/environment.json", ".cursor/cli.json", ".cursor/permissions.json",
        ".gemini/settings.json", ".gemini/hooks/**", ".gemini/policies/**",
        ".vscode/{settings,tasks,mcp,extensions,launch}.json", ".devcontainer/**",
        ".devcontainer.json", ".aider.conf.{yml,yaml}", ".continue/**", ".continuerc.json",
        ".kiro/**", ".amazonq/**", ".q/**", ".qwen/**", ".opencode/**", "opencode.json*",
        ".goose/**", ".roomodes", ".zed/settings.json", ".zed/tasks.json", ".idea/workspace.xml",
        ".github/hooks/**", ".github/copilot/**", ".copilot/**", ".factory/**", ".crush.json",
        "crush.json",
        ".openhands/**", ".agents/**", ".agent/**", ".augment/**", ".trae/**", ".warp/**",
      ]),
    Group(
      .agentInstructions,
      [
        "AGENTS.md", "AGENTS.override.md", "AGENT.md", "CLAUDE.md", "CLAUDE.local.md", "GEMINI.md",
        "QWEN.md", "WARP.md", "CRUSH.md", "CODEX.md", "COPILOT.md", "REPLIT.md", "SKILL.md",
        "/.github/copilot-instructions.md", "/.github/instructions/**", "/.github/prompts/**",
        "/.github/agents/**", "/.github/chatmodes/**", "/.github/skills/**", "*.instructions.md",
        "*.prompt.md", "*.chatmode.md", "*.agent.md", ".claude/**", ".cursor/**", ".cursorrules",
        "*.mdc", ".gemini/**", ".windsurfrules", ".windsurf/**", ".clinerules", ".clinerules/**",
        ".roo/**", ".roorules*", ".junie/**", ".goosehints", ".rules", ".replit.md",
        ".augment-guidelines", ".tabnine/**", ".codeium/**", ".sourcegraph/**", ".llms.txt",
        "llms-instructions.txt",
      ]),
  ].map { group in Group(group.kind, group.globs.flatMap { expanded($0.pattern.lowercased()) }) }

  /// `a.{b,c}` as `a.b` and `a.c`.
  private static func expanded(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern[open...].firstIndex(of: "}")
    else { return [pattern] }
    let choices = pattern[pattern.index(after: open)..<close].split(separator: ",")
    return choices.flatMap { choice in
      expanded("\(pattern[..<open])\(choice)\(pattern[pattern.index(after: close)...])")
    }
  }
}

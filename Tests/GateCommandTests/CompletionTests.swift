import Testing

@testable import GateCommand

/// What can be said of the scripts without shells; `Tests/Hosts/shells` asks the shells themselves.
@Suite struct CompletionTests {
  @Test(arguments: Verb.allCases)
  func `bash is offered the options of the verb and no others`(verb: Verb) throws {
    let head = "      \(verb.rawValue)) _reviewgate_words '"
    let lines = Shell.bash.completionScript.split(separator: "\n")
    let line = try #require(lines.first { $0.hasPrefix(head) })
    let words = line.dropFirst(head.count).prefix { $0 != "'" }.split(separator: " ")
    let expected = verb.options.compactMap(CommandOption.named).flatMap(\.spellings)
    #expect(Set(words.map(String.init)) == Set(expected))
  }

  @Test(arguments: CommandOption.all.map(\.name))
  func `fish is told whose an option is`(name: OptionName) throws {
    let lines = Shell.fish.completionScript.split(separator: "\n")
    let line = try #require(lines.first { $0.contains(" -l \(name.rawValue) ") })
    let users = Verb.allCases.filter { $0.options.contains(name) }.map(\.rawValue)
    #expect(line.contains("'__reviewgate_verb \(users.joined(separator: " "))'"))
  }

  @Test(arguments: Verb.allCases)
  func `zsh describes the options of the verb`(verb: Verb) throws {
    let script = Shell.zsh.completionScript
    let start = try #require(script.range(of: "    \(verb.rawValue))\n      _arguments"))
    let part = script[start.upperBound...]
    let end = try #require(part.range(of: ";;"))
    for option in CommandOption.all {
      let isListed = part[..<end.lowerBound].contains(
        "'*\(option.name.typed)\(option.placeholder == nil ? "[" : "=")")
      #expect(isListed == verb.options.contains(option.name), "\(option.name)")
    }
  }

  @Test(arguments: Verb.allCases.filter { !$0.words.isEmpty })
  func `the words of a verb are its first operand`(verb: Verb) throws {
    let entry = try #require(OperandCase.all.first { $0.pattern == "\(verb.rawValue):0:*" })
    #expect(entry.offer == .words(verb.words))
  }

  @Test(arguments: [Shell.bash, .zsh])
  func `what stands behind an option with a value is no operand`(shell: Shell) {
    let script = shell.completionScript
    for name in CommandOption.withValues {
      #expect(["|\(name)|", " \(name)|", "|\(name))"].contains(where: script.contains), "\(name)")
    }
  }
}

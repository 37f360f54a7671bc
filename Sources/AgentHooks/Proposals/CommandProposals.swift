// A command is reviewed as the script that it is. What it writes to files with its own words is reviewed as
// those files as well, by their languages; those words are then left out of the script, so that nothing is
// said twice, unless the shell would run something in them.

extension ProposalList {
  mutating func add(command script: [UInt8], _ dialect: ShellDialect) {
    var left: [Range<Int>] = []
    // PowerShell's quotes and redirections are near enough to find the names of files.
    read(script, depth: 0, &left)
    let rest = Self.outside(left, count: script.count)
    add(text: script, path: dialect.fileName, name: dialect.fileName, changed: rest)
  }

  /// Finds what a script writes; `taken` are its places that are reviewed as files.
  private mutating func read(_ script: [UInt8], depth: Int, _ taken: inout [Range<Int>]) {
    let commands = ShellReader(script).commands.map(ShellWrites.init)
    for (index, writes) in commands.enumerated() {
      var output = writes.output
      // `cat <<EOF | tee file`
      if writes.command.isPiped, writes.command.heredocs.isEmpty, index > 0,
        writes.program == "tee" || writes.program == "cat"
      {
        output = commands[index - 1].output
      }
      for target in writes.targets where target.string != "/dev/null" {
        guard let (text, places, isLiteral) = output else {
          touch(target.string, what: "written by a command")
          continue
        }
        add(file: target.string, text: text, what: "written")
        if isLiteral { taken += places }
      }
      for (word, what) in writes.touched {
        touch(word.string, what: what, isLink: writes.program == "ln")
      }
      for (path, what) in ShellGuards(writes).found { touch(path, what: what) }
      let piped = writes.command.isPiped && index > 0 ? commands[index - 1].output : nil
      addInner(of: writes, input: piped?.text, depth: depth, &taken)
    }
  }

  /// Patches and scripts that a command is given.
  private mutating func addInner(
    of writes: ShellWrites, input: [UInt8]?, depth: Int, _ taken: inout [Range<Int>]
  ) {
    let words = writes.arguments
    let heredoc = writes.command.heredocs.last?.text ?? input
    switch writes.program {
    case "apply_patch", "applypatch":
      if let patch = heredoc ?? words.first?.text { add(patchOrDiff: patch) }
      if let own = writes.command.heredocs.last, own.isLiteral { taken.append(own.range) }
    case "patch":
      if let heredoc, Self.isDiff(heredoc) { add(diff: heredoc) }
    case "git":
      if let heredoc, ["apply", "am"].contains(words.first?.string), Self.isDiff(heredoc) {
        add(diff: heredoc)
      }
    case "codex":
      if let flag = words.firstIndex(where: { $0.string == "--codex-run-as-apply-patch" }),
        flag + 1 < words.count
      {
        add(patchOrDiff: words[flag + 1].text)
      }
    case _ where ShellWrites.isShell(writes.program) || writes.program == "eval":
      guard depth < 3 else { return }
      var unused: [Range<Int>] = []
      if writes.program == "eval" {
        read(Array(words.map(\.text).joined(separator: [0x20])), depth: depth + 1, &unused)
      } else if let flag = words.firstIndex(where: {
        $0.string.hasPrefix("-") && $0.string.hasSuffix("c")
      }),
        flag + 1 < words.count
      {
        read(words[flag + 1].text, depth: depth + 1, &unused)
      } else if let heredoc {
        read(heredoc, depth: depth + 1, &unused)
      }
    default: break
    }
  }

  private static func outside(_ ranges: [Range<Int>], count: Int) -> [Range<Int>]? {
    if ranges.isEmpty { return nil }
    var result: [Range<Int>] = []
    var place = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > place { result.append(place..<range.lowerBound) }
      place = max(place, range.upperBound)
    }
    if place < count { result.append(place..<count) }
    return result
  }
}

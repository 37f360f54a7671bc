import Rules
import SourceText

// Names that stand for something imported: `from subprocess import run as r` makes `r(…)` a match of
// `subprocess.run(…)`.

extension CodeMatcher {
  /// The match that begins with a name of the document's own for the pattern's head.
  mutating func matchResolved(from start: Int, anchorAt: Int = -1) -> Result? {
    guard let binding = scan.imports.binding(at: start), !isMember(start) else { return nil }
    return match(head: binding.path, name: start..<(start + 1), anchorAt: anchorAt)
  }

  /// `require("child_process").exec(…)`, `__import__("os").system(…)`: the anchor is the module's name.
  mutating func matchCall(ofModuleNamedAt index: Int) -> Result? {
    guard walk.kind(index) == .string, walk.isMark(index - 1, "("), walk.isMark(index + 1, ")")
    else {
      return nil
    }
    let isImport =
      walk.isWord(index - 2, "require") || walk.isWord(index - 2, "import")
      || walk.isWord(index - 2, "__import__") || walk.isWord(index - 2, "import_module")
    guard isImport else { return nil }
    return match(
      head: ImportTable.modulePath(walk.content(index)), name: (index - 2)..<(index + 2),
      anchorAt: -1)
  }

  /// Matches the pattern's head against a path that the tokens of `name` stand for and the members
  /// that follow it, and then the rest.
  private mutating func match(head path: [String], name: Range<Int>, anchorAt: Int) -> Result? {
    let head = pattern.source.head
    let wanted = stride(from: head.lowerBound, to: head.upperBound, by: 2).map {
      pattern.elements[$0].kind
    }
    let isMade = head.lowerBound == 1
    if isMade, name.lowerBound == 0 || !isWord(name.lowerBound - 1, "new") { return nil }
    for first in path.indices where path.count - first <= wanted.count {
      let known = path[first...]
      guard zip(wanted, known).allSatisfy({ isNamed($0, $1.utf8) }),
        let end = members(wanted.dropFirst(known.count), from: name.upperBound)
      else { continue }
      begin()
      let start = isMade ? name.lowerBound - 1 : name.lowerBound
      markReported(from: start, to: end)
      if let end = match(element: head.upperBound, at: end, anchorAt: anchorAt) {
        return result(start..<end)
      }
    }
    return nil
  }

  /// The token behind members of those names.
  private func members(_ names: ArraySlice<CompiledPattern.Kind>, from start: Int) -> Int? {
    var index = start
    for name in names {
      guard walk.isJoint(index), walk.isIdentifier(index + 1),
        isNamed(name, walk.bytes[walk.tokens[index + 1].range])
      else { return nil }
      index += 2
    }
    return index
  }

  /// The first name of the dotted name around a token.
  func pathStart(_ index: Int) -> Int {
    var start = index
    while index - start < 24, walk.isJoint(start - 1),
      walk.isIdentifier(start - 2)
    {
      start -= 2
    }
    return start
  }

  private func isMember(_ index: Int) -> Bool {
    walk.isJoint(index - 1)
  }

  private func isWord(_ index: Int, _ word: StaticString) -> Bool {
    walk.isWord(index, word)
  }
}

// Judges calls by what they are given. A rule says which argument matters (`$VAR`, `$BUILT`); here it
// is followed back: constants and quoted values are no finding, texts put together from unknown parts
// make the finding surer, and outside input makes it sure. Settings that depend on their surroundings
// (the last USER of an image, the ports beside an open address range) are looked at here as well.

import Rules
import SourceText

/// Tells calls with dangerous arguments from calls with harmless ones.
package struct UnsafeAPICheck: Check {
  package let category = RuleCategory.unsafeAPI

  package init() {}

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    switch candidate.rule.id.text {
    case "unsafe-apis/container-root-user":
      return ImageUser.isLast(candidate.value, in: scan)
    case "unsafe-apis/workflow-script-injection":
      guard WorkflowScript.holds(candidate.value, in: scan) else { return false }
      if scan.matches(Self.inputs, in: candidate.value) { candidate.severity = .medium }
      return true
    case "unsafe-apis/cloud-port-open-to-world", "unsafe-apis/cloud-formation-open-port":
      return OpenPort.judge(&candidate, in: scan)
    default: break
    }
    switch candidate.rule.matcher {
    case .code:
      guard isCallOfThatFunction(candidate, scan) else { return false }
      return follow(&candidate, argument(candidate, scan), scan)
    case .recognizer: return true
    case .pattern:
      let harm = HarmKind.of(candidate.rule)
      guard !harm.isDisjoint(with: [.sql, .xpath, .ldap]),
        !["sql", "text", "markdown"].contains(scan.document.language.id),
        isString(at: candidate.value.lowerBound, scan)
      else { return true }
      // The values of a format function follow its text.
      let crossing = candidate.rule.id.text.contains("printf")
      return follow(&candidate, statement(of: candidate.value, scan, crossing: crossing), scan)
    }
  }

  private static let inputs = KnownPattern(#"inputs\."#)

  /// Of findings that overlap, the worst one is told; the others say the same less exactly.
  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    var kept: [Candidate] = []
    for candidate in candidates.sorted(by: { $0.value.lowerBound < $1.value.lowerBound }) {
      guard let last = kept.last, last.value.overlaps(candidate.value),
        !Self.isOfBlock(last, candidate, scan)
      else {
        kept.append(candidate)
        continue
      }
      if Self.isWorse(candidate, last) { kept[kept.count - 1] = candidate }
    }
    return kept
  }

  /// Whether two speak of a block of settings and of one setting within it.
  private static func isOfBlock(
    _ outer: Candidate, _ inner: Candidate, _ scan: DocumentScan
  ) -> Bool {
    guard outer.rule.id != inner.rule.id else { return false }
    if !outer.rule.conditions.lacks.isEmpty, !inner.rule.conditions.lacks.isEmpty { return true }
    return outer.value != inner.value && settingLanguages.contains(scan.document.language.id)
  }
  private static let settingLanguages: Set<String> = [
    "terraform", "hcl", "yaml", "json", "toml", "xml", "dockerfile", "nginx", "ini", "properties",
  ]

  private static func isWorse(_ one: Candidate, _ other: Candidate) -> Bool {
    one.severity != other.severity
      ? one.severity > other.severity
      : one.confidence != other.confidence
        ? one.confidence > other.confidence
        : one.rule.confidence != other.rule.confidence
          ? one.rule.confidence > other.rule.confidence : one.value.count > other.value.count
  }

  /// Adjusts a candidate by where its arguments come from.
  private func follow(
    _ candidate: inout Candidate, _ arguments: [Range<Int>], _ scan: DocumentScan
  ) -> Bool {
    guard !arguments.isEmpty else { return true }
    let conditions = candidate.rule.conditions
    let flow = scan.flow(clearedBy: conditions.cleaners)
    let kind = HarmKind.of(candidate.rule)
    let wanted = FlowValue.Sources.wanted(conditions.sources, for: kind)
    let values = arguments.map { flow.value(of: $0) }.filter { $0.safeFor.isDisjoint(with: kind) }
    let outside = values.filter { $0.comes(from: wanted, harming: kind) }
    if let value = outside.first(where: { !$0.isIndirect }) ?? outside.first {
      candidate.confidence = value.isIndirect ? max(candidate.confidence, .medium) : .high
      let kinds = value.sources.intersection(wanted).all.map(\.rawValue)
      candidate.evidence.append("outside input: \(kinds.joined(separator: ", "))")
      candidate.trace = value.trace.map { step in
        Candidate.TraceStep(
          place: scan.lexed.tokens[step.token].range.lowerBound, name: step.name)
      }
      return true
    }
    guard values.contains(where: \.isUnknown) else {
      // What is copied is of a known size; the function stays one to look at.
      guard kind == .memory else { return false }
      candidate.makeNote("a constant argument")
      return true
    }
    if values.contains(where: { $0.isBuilt && $0.isUnknown }) {
      candidate.confidence = max(candidate.confidence, .medium)
      candidate.evidence.append("put together from parts")
    }
    return true
  }

  /// The arguments that the rule says matter, as tokens.
  private func argument(_ candidate: Candidate, _ scan: DocumentScan) -> [Range<Int>] {
    candidate.groups.compactMap { name, range in
      switch CodePattern.ExpressionKind(name: name) {
      case .variable, .built, .input: scan.tokens(of: range)
      case .identifier: isArgument(range, scan) ? scan.tokens(of: range) : nil
      case .any, .constant, .string, .number, .password: nil
      }
    }
  }

  /// Whether a name is all of an argument.
  private func isArgument(_ range: Range<Int>, _ scan: DocumentScan) -> Bool {
    let walk = scan.walk
    let index = scan.lexed.tokenIndex(at: range.lowerBound)
    return walk.isMark(index - 1, ["(", ","]) && walk.isMark(index + 1, [")", ","])
  }

  private func isString(at offset: Int, _ scan: DocumentScan) -> Bool {
    let index = scan.lexed.tokenIndex(at: offset)
    return index < scan.lexed.tokens.count && scan.lexed.tokens[index].kind == .string
  }

  /// The expression that begins with the string at the start of a value, to the end of its statement or
  /// bracket; with what follows its commas where the value goes on behind them.
  private func statement(
    of value: Range<Int>, _ scan: DocumentScan, crossing: Bool
  ) -> [Range<Int>] {
    var first = scan.lexed.tokenIndex(at: value.lowerBound)
    let tokens = scan.lexed.tokens
    // Of a key and its value the value is meant.
    if first + 2 < tokens.count,
      scan.walk.isMark(first + 1, [":", "=>"])
    {
      first += 2
    }
    var end = AssignmentIndex.valueEnd(from: first, tokens, scan.bytes)
    guard end > first else { return [] }
    guard crossing || end < tokens.count && tokens[end].range.lowerBound < value.upperBound else {
      return [first..<end]
    }
    end = AssignmentIndex.valueEnd(from: first, tokens, scan.bytes, crossing: true)
    return scan.flow.arguments(first..<end).map(\.value)
  }

  /// Functions of the language itself, whose name others give to methods of their own.
  private static let plainFunctions: Set<String> = [
    "eval", "exec", "system", "popen", "compile", "gets", "open", "redirect", "text", "md5", "sha1",
    "hash", "copy", "file", "extract", "assert", "require", "header", "crypt", "mail", "load",
    "err",
    "warn", "Template", "Markup", "printf", "Function", "unserialize", "access", "urlopen",
    "import",
    "Popen", "spawn", "strcpy", "strcat", "sprintf", "scanf", "passthru", "rmdir", "unlink",
    "fetch",
    "mktemp", "MD5", "SHA1", "alloca", "memcpy", "Redirect", "passthru", "readfile", "fopen",
  ]
  private static let plainReceivers: Set<String> = [
    "window", "std", "globalThis", "global", "Kernel", "builtins", "__builtins__", "self", "os",
    "http",
    "child_process", "cp", "io",
  ]
  /// Words that may stand before a call and do not make it a declaration.
  private static let wordsBeforeCalls: Set<String> = [
    "return", "else", "do", "case", "throw", "await", "yield", "in", "and", "or", "not", "if",
    "print",
    "echo", "puts", "then", "when", "unless", "while", "until", "try", "new", "go", "defer", "elif",
    "lambda", "from", "default", "p", "raise", "typeof", "void", "delete", "is", "catch", "except",
  ]

  /// Whether a match that begins with a plain function's name is a call of it, and neither a method
  /// of that name nor a declaration.
  private func isCallOfThatFunction(_ candidate: Candidate, _ scan: DocumentScan) -> Bool {
    let tokens = scan.lexed.tokens
    let first = scan.lexed.tokenIndex(at: candidate.match.lowerBound)
    guard first > 0, first + 1 < tokens.count, tokens[first].kind == .identifier,
      scan.walk.isMark(first + 1, "(")
    else { return true }
    if isPrototype(first, scan) { return false }
    guard Self.plainFunctions.contains(text(tokens[first], scan)) else { return true }
    let before = tokens[first - 1]
    // What ends the line before says nothing of this one.
    let between = scan.bytes[Int(before.end)..<Int(tokens[first].start)]
    guard !between.contains(0x0A) || before.kind == .punctuation else { return true }
    switch before.kind {
    case .punctuation:
      let mark = text(before, scan)
      guard [".", "->", "?.", "::", "!."].contains(mark) else { return true }
      guard first > 1, tokens[first - 2].kind == .identifier else { return mark == "::" }
      return Self.plainReceivers.contains(text(tokens[first - 2], scan))
    case .identifier:
      let word = text(before, scan)
      if ["def", "function", "func", "fun", "fn", "sub", "async", "class"].contains(word) {
        return false
      }
      let declares = ["c", "cpp", "java", "csharp", "objective-c", "typescript", "dart", "kotlin"]
        .contains(scan.document.language.id)
      return !declares
        || Self.wordsBeforeCalls.contains(word)
          && word != "void"
        || word == "void" && scan.document.language.id == "typescript"
    case .number, .string, .newline: return true
    }
  }

  /// `char *name(…);`, `#define name(…)`: names what is declared elsewhere or here.
  private func isPrototype(_ name: Int, _ scan: DocumentScan) -> Bool {
    guard ["c", "cpp", "objective-c"].contains(scan.document.language.id) else { return false }
    let walk = scan.walk
    if walk.isWord(name - 1, "define") { return true }
    // Directives end with their lines, and stand in no statement.
    var start = name
    while start > 0, name - start < 12, !walk.endsLine(start - 1),
      !walk.isMark(start - 1, [";", "{", "}"])
    {
      start -= 1
    }
    guard start < name, walk.isIdentifier(start), !walk.endsLine(name - 1),
      walk.isIdentifier(name - 1) || walk.isMark(name - 1, ["*", "&"]),
      !Self.wordsBeforeCalls.contains(walk.text(start)),
      (start..<name).allSatisfy({
        walk.isIdentifier($0) || walk.isMark($0, ["*", "&", "::", "<", ">"])
      }),
      let close = scan.brackets.partner(of: name + 1)
    else { return false }
    return walk.isMark(close + 1, [";", "{"]) || walk.isIdentifier(close + 1)
  }

  private func text(_ token: Token, _ scan: DocumentScan) -> String {
    String(decoding: scan.bytes[token.range], as: UTF8.self)
  }
}

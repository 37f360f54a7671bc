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
    case .pattern:
      guard candidate.rule.id.text.hasPrefix("unsafe-apis/sql-"),
        !["sql", "text", "markdown"].contains(scan.document.language.id)
      else { return true }
      // The values of a format function follow its text.
      let crossing = candidate.rule.id.text.contains("printf")
      return follow(
        &candidate, statement(from: candidate.value.lowerBound, scan, crossing: crossing), scan)
    }
  }

  private static let inputs = KnownPattern(#"inputs\."#)

  /// Of findings that overlap, the worst one is told; the others say the same less exactly.
  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    var kept: [Candidate] = []
    for candidate in candidates.sorted(by: { $0.value.lowerBound < $1.value.lowerBound }) {
      guard let last = kept.last, last.value.overlaps(candidate.value) else {
        kept.append(candidate)
        continue
      }
      if Self.isWorse(candidate, last) { kept[kept.count - 1] = candidate }
    }
    return kept
  }

  private static func isWorse(_ one: Candidate, _ other: Candidate) -> Bool {
    one.severity != other.severity
      ? one.severity > other.severity
      : one.confidence != other.confidence
        ? one.confidence > other.confidence
        : one.rule.confidence != other.rule.confidence
          ? one.rule.confidence > other.rule.confidence : one.value.count > other.value.count
  }

  /// Adjusts a candidate by where its argument comes from.
  private func follow(
    _ candidate: inout Candidate, _ arguments: [Range<Int>], _ scan: DocumentScan
  ) -> Bool {
    guard !arguments.isEmpty else { return true }
    var tracer = OriginTracer(scan)
    let worst = arguments.map { tracer.origin(of: $0) }.max() ?? .unknown
    switch worst {
    case .constant, .cleaned: return false
    case .unknown: return true
    case .built:
      candidate.confidence = max(candidate.confidence, .medium)
      candidate.evidence.append("put together from parts")
    case .argument, .input:
      candidate.confidence = .high
      candidate.evidence.append("from outside input")
    }
    return true
  }

  /// The arguments that the rule says matter, as tokens.
  private func argument(_ candidate: Candidate, _ scan: DocumentScan) -> [Range<Int>] {
    candidate.groups.compactMap { name, range in
      switch CodePattern.ExpressionKind(name: name) {
      case .variable, .built, .input, .identifier: tokens(of: range, scan)
      case .any, .constant, .string, .number, .password: nil
      }
    }
  }

  /// The whole argument that begins where a metavariable was bound: it binds as little as will do.
  private func tokens(of range: Range<Int>, _ scan: DocumentScan) -> Range<Int> {
    let first = scan.lexed.tokenIndex(at: range.lowerBound)
    let end = AssignmentIndex.valueEnd(from: first, scan.lexed.tokens, scan.bytes)
    return first..<max(end, first + 1)
  }

  /// The expression that begins with the string at `offset`, to the end of its statement or bracket.
  private func statement(
    from offset: Int, _ scan: DocumentScan, crossing: Bool
  ) -> [Range<Int>] {
    let first = scan.lexed.tokenIndex(at: offset)
    let end = AssignmentIndex.valueEnd(
      from: first, scan.lexed.tokens, scan.bytes, crossing: crossing)
    return end > first ? [first..<end] : []
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
    guard first > 0, first + 1 < tokens.count,
      Self.plainFunctions.contains(text(tokens[first], scan)),
      AssignmentIndex.isMark(tokens[first + 1], "(", scan.bytes)
    else { return true }
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

  private func text(_ token: Token, _ scan: DocumentScan) -> String {
    String(decoding: scan.bytes[token.range], as: UTF8.self)
  }
}

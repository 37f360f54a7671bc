import Rules
import SourceText

/// Finds text that hides something, commands the model that reads it, or defrauds a person.
package struct TextCheck: Check {
  package let category = RuleCategory.text

  package init() {}

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    switch candidate.rule.id.text {
    case "text/bidi-control": return judgeBidi(&candidate, in: scan)
    case "text/tag-characters":
      guard let text = HiddenCharacters.tagText(candidate.value, in: scan.bytes) else {
        return false
      }
      if !text.isEmpty { candidate.evidence.append("hidden text: \(text)") }
      return true
    case "text/zero-width-in-word":
      // In a name of a program it makes two names of one.
      if isCode(candidate, in: scan) { candidate.severity = .high }
      return true
    case "text/homoglyph": return judgeHomoglyph(&candidate, in: scan)
    case let id where Self.injections.contains(id): return judgeInjection(&candidate, in: scan)
    default: return true
    }
  }

  private static let injections: Set<String> = [
    "text/prompt-injection", "text/prompt-injection-translated", "text/agent-directive",
    "text/role-takeover", "text/system-prompt-request", "text/instruction-to-hide",
    "text/encoded-instruction",
  ]

  /// Whether a rule's finding is one also where it is encoded, in a document of some language.
  static func isWorthDecoding(_ rule: Rule, in language: Language) -> Bool {
    injections.contains(rule.id.text) && !isProgram(language)
  }

  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    oneForEachLine(FraudSigns.settle(candidates, in: scan), in: scan)
  }

  private func judgeBidi(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let line = scan.line(at: candidate.value.lowerBound)
    guard !HiddenCharacters.isBalancedRightToLeft(line, in: scan.bytes) else { return false }
    switch zone(of: candidate, in: scan) {
    case .code: break
    case .comment, .string:
      if HiddenCharacters.isBalanced(line, in: scan.bytes) { candidate.severity = .medium }
    case .prose:
      guard !HiddenCharacters.isBalanced(line, in: scan.bytes) else { return false }
      candidate.severity = .medium
    }
    return true
  }

  private func judgeHomoglyph(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let word = HiddenCharacters.word(around: candidate.match, in: scan.bytes)
    let result = HiddenCharacters.isLookAlike(word, in: scan.bytes)
    guard result.isMixed else { return false }
    if isCode(candidate, in: scan) {
      candidate.severity = .high
    } else {
      guard result.latin >= 3 else { return false }
    }
    candidate.value = word
    return true
  }

  private func judgeInjection(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let start = max(0, candidate.match.lowerBound - 40)
    let lead = FoldedWords(scan.bytes, in: start..<candidate.match.lowerBound)
    // "If you use Docker, ignore the instructions above" speaks to a reader.
    let speaksToModel = lead.hasOne(of: [
      "model", "models", "ai", "llm", "assistant", "agent", "bot",
    ])
    if !speaksToModel,
      lead.has("if you") || lead.has("you", in: max(0, lead.count - 2)..<lead.count)
        || lead.has("to", in: max(0, lead.count - 1)..<lead.count)
    {
      // Its author chose those words, so a person still looks at it.
      candidate.severity = min(candidate.severity, .medium)
      candidate.confidence = .low
      return true
    }
    if zone(of: candidate, in: scan) == .string, Self.isProgram(scan.document.language) {
      // A program that handles such sentences, a test or a guard.
      candidate.severity = min(candidate.severity, .medium)
      candidate.confidence = .low
    }
    if InjectionTalk.isTalk(candidate.match, in: scan.bytes) {
      if zone(of: candidate, in: scan) == .comment {
        // Quotation marks in a comment cost nothing; a model reads what stands between them.
        candidate.severity = min(candidate.severity, .medium)
        candidate.confidence = .low
      } else {
        candidate.severity = .low
      }
    }
    return true
  }

  /// Several characters or words of one kind on one line are one finding; the first is kept.
  private func oneForEachLine(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    // Those of one rule and line stand together in the order of places, hardly another between.
    var last: [String: Int] = [:]
    return candidates.filter { candidate in
      let line = scan.lines.line(at: candidate.value.lowerBound)
      return last.updateValue(line, forKey: candidate.rule.id.text) != line
    }
  }

  private func isCode(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    zone(of: candidate, in: scan) == .code && Self.isProgram(scan.document.language)
  }

  private func zone(of candidate: Candidate, in scan: DocumentScan) -> Zone {
    if scan.isProse { return .prose }
    return scan.lexed.zone(at: candidate.value.lowerBound)
  }

  /// A language in which people write programs, not data or text.
  private static func isProgram(_ language: Language) -> Bool {
    switch language.id {
    case "text", "markdown", "html", "xml", "json", "yaml", "toml", "ini", "env", "properties",
      "css":
      false
    default: true
    }
  }
}

// Words to a model are commands; who reports, forbids or explains them uses the same words. What leads up
// to a match tells: a person who is spoken to ("if you use Docker, ignore the instructions above"), someone
// else who tells a model something, a "never" before it. Nobody is excused by words alone where a model
// would obey: what is doubtful is looked at by a person.

import Rules
import SourceText

/// Judges instructions to a model by the words around them.
enum InstructionJudge {
  /// Whether a rule is about words to a model that may also be reported or quoted.
  static func isAbout(_ id: String) -> Bool {
    rules.contains(id) || id.hasPrefix("text/prompt-injection-")
  }

  private static let rules: Set<String> = [
    "text/prompt-injection", "text/guardrails-bypass", "text/earlier-words-ignored",
    "text/instructions-above-ignored", "text/replaced-instructions", "text/real-task",
    "text/role-takeover", "text/system-prompt-request", "text/instruction-to-hide",
    "text/agent-directive", "text/claimed-review", "text/grade-request", "text/agent-command",
    "text/exfiltration-request", "text/forged-turn", "text/spaced-out-instruction",
    "text/leetspeak-instruction", "text/reversed-instruction", "text/encoded-instruction",
  ]

  /// So many bytes before a match are read for what leads up to it.
  private static let lead = 60

  /// Lowers what is talk; false for what says the opposite.
  static func judge(
    _ candidate: inout Candidate, zone: Zone, isProgram: Bool, in scan: DocumentScan
  ) -> Bool {
    let bytes = scan.bytes
    let start = max(0, candidate.match.lowerBound - lead)
    let words = FoldedWords(bytes, in: start..<candidate.match.lowerBound)
    let last = max(0, words.count - 3)..<words.count
    if negations.contains(where: { words.has($0, in: last) }) { return false }
    let isAboutTalk = InjectionTalk.isTopic(around: candidate.match, in: bytes)
    if isReported(words), isAboutTalk {
      candidate.severity = .low
      return true
    }
    let speaksToModel = words.hasOne(of: models)
    if !speaksToModel, isSpokenToPerson(words, candidate, in: bytes) {
      // Its author chose those words, so a person still looks at it.
      lower(&candidate)
      return true
    }
    if zone == .string, isProgram {
      // A program that handles such sentences: a guard, or its test.
      lower(&candidate)
      if scan.path.isTest || isAboutTalk { candidate.severity = .low }
    }
    if InjectionTalk.isTalk(candidate.match, in: bytes) {
      // Quotation marks in a comment cost nothing; a model reads what stands between them.
      if zone == .comment { lower(&candidate) } else { candidate.severity = .low }
    }
    return true
  }

  private static func lower(_ candidate: inout Candidate) {
    candidate.severity = min(candidate.severity, .medium)
    candidate.confidence = .low
  }

  private static let models: [StaticString] = [
    "model", "models", "ai", "llm", "assistant", "agent", "bot",
  ]

  private static let negations: [StaticString] = [
    "never", "without", "not", "nicht", "niemals", "jamais", "nunca", "never to", "not to",
  ]

  /// Whether someone else makes a model do it: "the page tells the assistant to …".
  private static func isReported(_ words: FoldedWords) -> Bool {
    guard words.hasOne(of: models) || words.has("it") || words.has("chatbot") else { return false }
    return words.hasOne(of: [
      "tells", "telling", "instructs", "instructing", "asks", "asking", "tricks", "tricking",
      "makes", "making", "causes", "causing", "convinces", "convincing", "gets", "getting",
      "persuades", "orders", "says", "commands",
    ])
  }

  /// Whether the words before or behind speak to a person who uses something.
  private static func isSpokenToPerson(
    _ words: FoldedWords, _ candidate: Candidate, in bytes: [UInt8]
  ) -> Bool {
    let count = words.count
    if words.has("if you") || words.has("when you")
      || words.has("you", in: max(0, count - 2)..<count)
      || words.has("to", in: max(0, count - 1)..<count)
    {
      return true
    }
    guard candidate.rule.id.text == "text/instructions-above-ignored" else { return false }
    let end = min(bytes.count, candidate.match.upperBound + lead)
    let tail = FoldedWords(bytes, in: candidate.match.upperBound..<end)
    return tail.has("if you") || tail.has("when you") || words.has("users can")
      || words.has("users may")
  }
}

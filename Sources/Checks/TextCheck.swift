import Rules
import SourceText

/// Finds text that hides something, commands the model that reads it, or defrauds a person.
package struct TextCheck: Check {
  package let category = RuleCategory.text

  /// Whether a single sign of fraud is none.
  private var countsSigns = true

  package init() {}

  package var forExamples: any Check {
    var check = self
    check.countsSigns = false
    return check
  }

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    switch candidate.rule.id.text {
    case "text/bidi-control": return judgeBidi(&candidate, in: scan)
    case "text/tag-characters":
      guard !HiddenCharacters.isFlag(candidate.value, in: scan.bytes) else { return false }
      tellMessage(of: &candidate, in: scan)
      return true
    case "text/variation-selector-run":
      tellMessage(of: &candidate, in: scan)
      return true
    case "text/zero-width-run":
      guard !HiddenCharacters.isSpelling(candidate.value, in: scan) else { return false }
      tellMessage(of: &candidate, in: scan)
      return true
    case "text/zero-width-in-word": return judgeInvisible(&candidate, in: scan)
    case "text/homoglyph": return judgeHomoglyph(&candidate, in: scan)
    case "text/styled-name":
      tell(
        HiddenCharacters.read(
          HiddenCharacters.word(around: candidate.match, in: scan.bytes), in: scan.bytes),
        of: &candidate)
      return true
    case "text/elided-code", "text/elided-code-translated", "text/ellipsis-comment":
      judgeElision(&candidate, in: scan)
      return true
    case "text/cut-off-code":
      if scan.document.isCutOff { candidate.message = "The text ends within a fence." }
      return true
    case "text/link-names-other-host", "text/anchor-names-other-host",
      "text/reference-names-other-host":
      return judgeHosts(&candidate, in: scan)
    case "text/chat-template-token", "text/forged-turn":
      // A fence shows it, a template is made of it.
      if scan.document.isShown || scan.document.name.hasSuffix(".jinja") {
        candidate.severity = .low
      }
      return true
    case let id where InstructionJudge.isAbout(id):
      return InstructionJudge.judge(
        &candidate, zone: zone(of: candidate, in: scan),
        isProgram: Self.isProgram(scan.document.language), in: scan)
    default: return true
    }
  }

  /// Whether a rule is about words to a model, which may be disguised.
  static func isInstruction(_ rule: Rule) -> Bool { InstructionJudge.isAbout(rule.id.text) }

  /// Whether a rule's finding is one also where it is encoded, in a document of some language.
  static func isWorthDecoding(_ rule: Rule, in language: Language) -> Bool {
    InstructionJudge.isAbout(rule.id.text) && !isProgram(language)
  }

  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    oneForEachLine(
      countsSigns ? FraudSigns.settle(candidates, in: scan) : candidates, in: scan)
  }

  // MARK: - Hidden characters

  private func judgeBidi(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let line = scan.line(at: candidate.value.lowerBound)
    let directions = scan.directions(of: line)
    candidate.evidence += directions.controls.prefix(4).map(InvisibleCharacters.label)
    if let first = directions.controls.first {
      candidate.message =
        "\(InvisibleCharacters.label(first)) changes the order in which text is seen."
    }
    let isQuiet = !directions.hasOverride && directions.isBalanced
    if isQuiet, directions.hasRightToLeft { return false }
    if isCode(candidate, in: scan) { return true }
    if directions.hasRightToLeft || HiddenCharacters.isNearRightToLeft(line, in: scan) {
      // People who write from right to left leave marks open, and override the order of times; Latin
      // words that are turned round are another matter.
      let isTurning = directions.hasOverride && directions.hasLatinWord
      candidate.severity = isTurning ? .medium : .low
      return true
    }
    switch zone(of: candidate, in: scan) {
    case .code, .comment, .string: if isQuiet { candidate.severity = .medium }
    case .prose:
      guard !isQuiet else { return false }
      candidate.severity = .medium
    }
    return true
  }

  private func judgeInvisible(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let range = candidate.groups["value"] ?? candidate.groups["lead"] ?? candidate.value
    let bytes = scan.bytes
    let isBeside = range.lowerBound > 0 && bytes[range.lowerBound - 1].isWordByte
    let isBefore = range.upperBound < bytes.count && bytes[range.upperBound].isWordByte
    let isInCode = isCode(candidate, in: scan)
    guard isBeside && isBefore || isInCode else { return false }
    guard !HiddenCharacters.isSpelling(range, in: scan) else { return false }
    let labels = HiddenCharacters.labels(of: range, in: bytes)
    guard let first = labels.first else { return false }
    candidate.value = range
    candidate.evidence += labels
    candidate.message = "\(first) stands inside a word and shows nothing."
    if isInCode {
      // In a name of a program it makes two names of one.
      candidate.severity = .high
    } else if scan.isProse, Self.isTypographic(bytes[range]) {
      // A place where a word may be parted, letters that must not be joined, a product.
      candidate.severity = .low
    }
    tellMessage(of: &candidate, in: scan)
    return true
  }

  /// A soft hyphen, a non-joiner or an operator of mathematics, once.
  private static func isTypographic(_ character: ArraySlice<UInt8>) -> Bool {
    character.elementsEqual([0xC2, 0xAD]) || character.elementsEqual([0xE2, 0x80, 0x8C])
      || character.count == 3 && character.starts(with: [0xE2, 0x81])
        && (0xA1...0xA4).contains(character[character.endIndex - 1])
  }

  private func judgeHomoglyph(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let range = HiddenCharacters.word(around: candidate.match, in: scan.bytes)
    let isCalled =
      range.upperBound < scan.bytes.count
      && scan.bytes[range.upperBound] == UInt8(ascii: "(")
    let word = HiddenCharacters.read(range, in: scan.bytes)
    let isInCode = isCode(candidate, in: scan)
    guard word.isMixed || word.isForeign && isInCode && isCalled,
      !HiddenCharacters.isBehindCommand(range, in: scan.bytes)
    else { return false }
    if isInCode {
      candidate.severity = .high
    } else {
      guard word.latin >= 3 else { return false }
      if HiddenCharacters.isWrittenAround(range, word.alike, in: scan) {
        candidate.severity = .low
      }
    }
    candidate.value = range
    tell(word, of: &candidate)
    return true
  }

  private func tell(_ word: HiddenCharacters.Word, of candidate: inout Candidate) {
    candidate.evidence += word.alike.prefix(4).map { InvisibleCharacters.label($0) }
    candidate.evidence.append("reads as \(word.reading.prefix(60))")
    if let first = word.alike.first {
      candidate.message = "The word holds \(InvisibleCharacters.label(first))."
    }
  }

  private func tellMessage(of candidate: inout Candidate, in scan: DocumentScan) {
    let labels = HiddenCharacters.labels(of: candidate.value, in: scan.bytes)
    for label in labels where !candidate.evidence.contains(label) {
      candidate.evidence.append(label)
    }
    if let text = HiddenCharacters.message(candidate.value, in: scan.bytes), !text.isEmpty {
      candidate.evidence.append("hidden text: \(text)")
    }
  }

  // MARK: - What is left out

  package func recognize(_ recognizer: Rule.Recognizer, in scan: DocumentScan) -> [Recognition] {
    recognizer == .cutOffCode ? CutOffCode.recognitions(in: scan) : []
  }

  /// What a comment says to be there still is gone where the change takes lines away for it.
  private func judgeElision(_ candidate: inout Candidate, in scan: DocumentScan) {
    let removed = scan.document.removedLines(at: candidate.value.lowerBound)
    guard removed >= Self.manyLines else { return }
    candidate.severity = .high
    candidate.confidence = .medium
    candidate.message = "The change deletes what the comment says to be there still."
    candidate.evidence.append("takes the place of \(removed) lines")
  }

  private static let manyLines = 3

  // MARK: - Links

  private func judgeHosts(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    guard let shown = candidate.groups["shown"], let target = candidate.groups["target"] else {
      return true
    }
    let rest = scan.bytes[target.upperBound...].prefix(400).prefix {
      $0 > 0x20 && !"\")>'".utf8.contains($0)
    }
    switch LinkHosts.judge(
      shown: scan.text(shown), target: scan.text(target),
      rest: String(decoding: rest, as: UTF8.self)[...], isBare: candidate.groups["lead"] == nil)
    {
    case .same: return false
    case .told: candidate.severity = .low
    case .other: break
    }
    candidate.evidence.append("shows \(scan.text(shown)), leads to \(scan.text(target))")
    return true
  }

  // MARK: - All of a text

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
      && !scan.isGuessed
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

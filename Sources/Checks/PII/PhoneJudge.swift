import Rules
import SourceText

/// Tells the telephone number of a person from those of companies and from other numbers.
enum PhoneJudge {
  /// Of a number with a label more is taken for one.
  static func judge(
    _ candidate: inout Candidate, _ around: Surroundings, isLabeled: Bool
  ) -> Bool {
    let scan = around.scan
    guard !around.isEmbedded, !around.isInURL else { return false }
    if !isLabeled {
      if around.isAboutOtherNumber { return false }
      let language = scan.document.language
      if language != .plain, language != .markdown,
        scan.lexed.zone(at: candidate.value.lowerBound) == .code, isProgram(language)
      {
        return false
      }
      if candidate.rule.id.text == "pii/phone-number-national", isAmongGroups(candidate.value, scan)
      {
        return false
      }
    }
    if around.isAboutSamplePerson(before: 4, after: 0) || around.isOnPublicLine
      || around.isAboutCompany
    {
      candidate.severity = .low
    }
    return true
  }

  /// Whether other digits stand one space before or behind a number, as in a table or an account.
  private static func isAmongGroups(_ value: Range<Int>, _ scan: DocumentScan) -> Bool {
    let bytes = scan.bytes
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place) && bytes[place].isASCIIDigit
    }
    func isSpace(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place] == 0x20 }
    return isSpace(value.lowerBound - 1) && isDigit(value.lowerBound - 2)
      && isDigit(value.lowerBound - 3)
      || isSpace(value.upperBound)
        && (1...3).allSatisfy { isDigit(value.upperBound + $0) }
  }

  /// Leaves a note of a number that is all of a text. Within other text it may be any number.
  static func judgeAlone(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    guard LoneValue.isAlone(candidate.value, in: scan) else { return false }
    candidate.makeNote("nothing names it")
    return true
  }

  private static func isProgram(_ language: Language) -> Bool {
    !["yaml", "json", "toml", "html", "xml", "ini", "env", "properties", "sql"].contains(
      language.id)
  }
}

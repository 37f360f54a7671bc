import Rules
import SourceText

/// Tells what concerns a person with a name from declarations, forms and talk in general.
enum PersonalMatterJudge {
  /// The number of a patient's record.
  static func judgeRecordNumber(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded else { return false }
    if around.isAboutPerson(before: 6, after: 6) || around.hasNameOnLine {
      candidate.evidence.append("beside a person's name")
      if around.isAboutSamplePerson(before: 4, after: 4) { candidate.severity = .low }
      return true
    }
    // Without a name the number alone leads nobody to the record.
    candidate.severity = min(candidate.severity, .medium)
    return true
  }

  /// What a label says of a person's health, faith, pay and the like.
  static func judge(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    let scan = around.scan
    guard !Self.isDeclaration(scan.bytes[candidate.value]),
      around.isAboutPerson(before: 14, after: 6)
    else { return false }
    if around.isAboutSamplePerson(before: 14, after: 6) { candidate.severity = .low }
    // Games have races too.
    if scan.bytes[candidate.match.lowerBound] | 0x20 == UInt8(ascii: "r"),
      Address.lowercased(scan.bytes[candidate.match].prefix(4)) == "race",
      !scan.matches(Self.origin, in: candidate.value)
    {
      return false
    }
    candidate.evidence.append("about a person with a name")
    return true
  }

  private static let origin = KnownPattern(
    #"(?i)\b(?:white|black|asian|hispanic|latin[oax]|african|caucasian|native|pacific|arab|roma|jewish|indian|mixed|multiracial)\b"#
  )

  /// What stands after a label in declarations, schemas and forms.
  private static let typeNames: Set<String> = [
    "str", "string", "text", "int", "integer", "number", "float", "double", "bool", "boolean",
    "null",
    "none", "nil", "undefined", "true", "false", "optional", "varchar", "char", "date", "any",
    "object", "list", "array", "enum", "required", "unknown", "n/a", "na", "self", "this", "new",
    "await", "request", "data", "form", "props", "yes", "no", "tbd", "z", "models", "db", "column",
  ]

  /// Whether what follows a label declares a field rather than filling it in.
  private static func isDeclaration(_ value: ArraySlice<UInt8>) -> Bool {
    if value.contains(where: { "(){}=".utf8.contains($0) }) { return true }
    let word = value.prefix { $0 > 0x20 && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "|") }
    return typeNames.contains(Address.lowercased(word))
  }
}

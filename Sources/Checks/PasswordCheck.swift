import Rules
import SourceText

/// Judges literals that seem to be passwords, and leaves what handles passwords to its rules.
package struct PasswordCheck: Check {
  package let category = RuleCategory.password

  /// Validators that have looked at a literal; the other rules of the category are about code.
  private static let literalValidators: Set<String> = [
    "plausible-password", "prose-password", "strong-password", "login-pair", "url-password",
    "connection-password", "shell-password", "option-password", "credential-argument",
    "sql-row-password", "column-password",
  ]

  package init() {}

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    if PasswordFlow.judges(candidate.rule) { return PasswordFlow.judge(&candidate, in: scan) }
    guard candidate.rule.validators.contains(where: Self.literalValidators.contains) else {
      return true
    }
    let path = scan.path
    guard !path.isLockFile, !SecretCheck.isOneOfSeveral(candidate, in: scan),
      !SecretCheck.isCommand(candidate, in: scan),
      !EncodedBlob.holds(candidate.match, in: scan.bytes)
    else { return false }
    // The whole row is reported; its validator has judged the cell.
    if candidate.rule.validators.contains("column-password") { return true }
    if candidate.rule.validators.contains("sql-row-password"),
      let columns = candidate.groups["columns"]
    {
      let row = candidate.value
      guard
        let place = InsertedRow.password(
          columns: Array(scan.bytes[columns]), row: Array(scan.bytes[row]))
      else { return false }
      // The row is reported; what must not be shown is in it.
      let value = Array(scan.bytes[row])[place]
      return Self.judge(&candidate, value: Array(value), name: [], path: path)
    }
    if candidate.rule.validators.contains("connection-password"),
      !["text", "markdown"].contains(scan.document.language.id),
      scan.lexed.zone(at: candidate.value.lowerBound) == .code
    {
      // `connect(user=name, password=secret)` is code, not a connection string.
      return false
    }
    let value = Array(scan.bytes[candidate.value])
    let name = candidate.groups["name"].map { Array(scan.bytes[$0]) } ?? []
    if candidate.severity == .low { return true }
    return Self.judge(&candidate, value: value, name: name, path: path)
  }

  /// Sets the confidence by what the literal is; false if it is none.
  static func judge(
    _ candidate: inout Candidate, value: [UInt8], name: [UInt8], path: DocumentPath
  ) -> Bool {
    switch PasswordLiteral(value, name: name) {
    case .other:
      // Its validator knew better, as of a phrase in quotes.
      guard
        candidate.rule.validators.contains("prose-password")
          || candidate.rule.validators.contains("url-password")
      else { return false }
    case .example: candidate.makeNote("a password that examples use")
    case .plain:
      candidate.confidence = .low
      candidate.evidence.append("a plain word")
      if path.isTest { candidate.makeNote("in a test") }
    case .mixed:
      if path.isTest {
        candidate.confidence = .low
        candidate.evidence.append("in a test")
      }
    }
    return true
  }
}

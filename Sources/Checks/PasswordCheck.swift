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
    guard !SecretCheck.isOneOfSeveral(candidate, in: scan),
      !SecretCheck.isCommand(candidate, in: scan),
      !scan.isInBlob(candidate.match)
    else { return false }
    if PasswordRows.isOfTable(candidate.rule) {
      // The row is reported; what must not be shown is in it.
      return PasswordRows.settleOnFirst(&candidate, in: scan) {
        Self.acceptsCell(&$0, $1, path: path)
      }
    }
    if candidate.rule.validators.contains("connection-password"),
      !["text", "markdown"].contains(scan.document.language.id),
      scan.lexed.zone(at: candidate.value.lowerBound) == .code
    {
      // `connect(user=name, password=secret)` is code, not a connection string.
      return false
    }
    if isTalk(candidate, in: scan) || isUnquotedNeighbor(candidate, in: scan) { return false }
    cutBeforeNextOption(&candidate, in: scan)
    let value = Array(scan.bytes[candidate.value])
    let name = candidate.groups["name"].map { Array(scan.bytes[$0]) } ?? []
    if candidate.severity == .low { return true }
    let mark = candidate.groups["op"].map { Array(scan.bytes[$0]) }
    return Self.judge(
      &candidate, value: value, name: name, path: path,
      isAssigned: Assignment(mark: mark, wrapper: nil).isEquals)
  }

  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    var result = candidates
    var told = Set<Int>()
    for candidate in candidates where PasswordRows.isOfTable(candidate.rule) {
      guard told.insert(candidate.value.lowerBound).inserted else { continue }
      let others = PasswordRows.further(candidate, in: scan) {
        Self.acceptsCell(&$0, $1, path: scan.path)
      }
      for other in others where told.insert(other.value.lowerBound).inserted {
        result.append(other)
      }
    }
    return result
  }

  /// Whether a cell of a column of passwords holds one.
  private static func acceptsCell(
    _ candidate: inout Candidate, _ cell: [UInt8], path: DocumentPath
  ) -> Bool {
    let shape = ValueShape(cell)
    if candidate.rule.validators.contains("column-password") {
      // Columns of settings are named so as well: `| password | string | 8 to 64 |`.
      guard shape.count >= 6, shape.letters >= 2, shape.digits > 0, shape.spaces == 0,
        !shape.isHex || shape.count < 32
      else { return false }
    }
    return judge(&candidate, value: cell, name: [], path: path)
  }

  /// `Adds a --password option to the parser.`: a word of a sentence, not a value.
  private func isTalk(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    guard candidate.rule.validators.contains("option-password"), !scan.isProse,
      scan.clearing.isBlanked(candidate.value)
    else { return false }
    return scan.bytes[candidate.value].allSatisfy { $0.isASCIILetter || $0 == 0x2E }
  }

  /// `decode(password, "base64")`: a variable and another argument.
  private func isUnquotedNeighbor(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    guard let mark = candidate.groups["op"], scan.bytes[mark].elementsEqual(",".utf8),
      let name = candidate.groups["name"]
    else { return false }
    let before = name.lowerBound > 0 ? scan.bytes[name.lowerBound - 1] : 0
    if "\"'`".utf8.contains(before) { return false }
    if before == UInt8(ascii: "(") {
      // `strcmp(password, "…")`, `put(password, "…")`
      let callee = scan.bytes[..<(name.lowerBound - 1)].suffix(40).reversed().prefix {
        $0.isASCIILetter || $0 == UInt8(ascii: "_")
      }
      if Self.pairing.areFound(in: callee.reversed().map(\.asciiLowercased)) { return false }
    }
    return scan.bytes[name].contains { (0x61...0x7A).contains($0) }
  }

  /// Parts of the names of functions that take a name and its value, or two that are compared.
  private static let pairing = Needles([
    "cmp", "equal", "compare", "put", "set", "define", "insert",
  ])

  /// `Password=x,Other=y` are two settings.
  private func cutBeforeNextOption(_ candidate: inout Candidate, in scan: DocumentScan) {
    guard candidate.groups["op"] == nil, candidate.groups["name"] != nil else { return }
    let value = candidate.value
    for place in value where scan.bytes[place] == UInt8(ascii: ",") && place > value.lowerBound {
      let rest = scan.bytes[(place + 1)..<value.upperBound]
      let name = rest.prefix { $0.isASCIILetter || $0 == UInt8(ascii: "_") }
      guard name.count >= 4, name.endIndex < value.upperBound,
        scan.bytes[name.endIndex] == UInt8(ascii: "=")
      else { continue }
      candidate.value = value.lowerBound..<place
      return
    }
  }

  /// Sets the confidence by what the literal is; false if it is none.
  static func judge(
    _ candidate: inout Candidate, value: [UInt8], name: [UInt8], path: DocumentPath,
    isAssigned: Bool = false
  ) -> Bool {
    switch PasswordLiteral(value, name: name, isAssigned: isAssigned) {
    case .other:
      // Its validator knew better, as of a phrase in quotes.
      guard
        candidate.rule.validators.contains("prose-password")
          || candidate.rule.validators.contains("url-password")
      else { return false }
    case .example: candidate.makeNote("a password that examples use")
    case .plain where path.isLockFile: return false
    case .plain:
      candidate.confidence = .low
      candidate.evidence.append("a plain word")
      if path.isTest { candidate.evidence.append(CredentialEvidence.inTest) }
    case .mixed:
      if path.isLockFile {
        // Written by a tool, mostly.
        guard ValueShape(value).digits > 0 else { return false }
        candidate.confidence = .low
      }
      if path.isTest {
        candidate.confidence = .low
        candidate.evidence.append(CredentialEvidence.inTest)
      }
    }
    return true
  }
}

import Rules
import SourceText

/// Judges candidates of the rules about what is done with passwords: the rule points at a name, the
/// code around it says what becomes of it.
enum PasswordFlow {
  /// What the rules name as their validators: one for each outcome of the judgement, one for fields of
  /// classes, and one for patterns that need no more than code which is no test.
  static let validators: Set<String> = [
    "clear-password-stored", "clear-password-compared", "clear-password-logged",
    "clear-password-sent", "password-encrypted", "fast-password-hash", "account-field",
    "password-query",
  ]

  /// Whether a rule is judged here.
  static func judges(_ rule: Rule) -> Bool { rule.validators.contains(where: validators.contains) }

  /// Whether what a rule reports is code or the name of a column, which may be shown.
  static func showsNoValue(_ rule: Rule) -> Bool {
    judges(rule)
      || ["passwords/clear-password-", "passwords/fast-password-hash"].contains {
        rule.id.text.hasPrefix($0)
      }
  }

  /// False if the place is not what the rule is about.
  static func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    guard let wanted = candidate.rule.validators.first(where: validators.contains) else {
      return true
    }
    guard !scan.path.isTest, !scan.path.isLockFile else { return false }
    // The pattern has said it all.
    if wanted == "password-query" {
      switch candidate.rule.id.text {
      case "passwords/clear-password-query":
        return !isFollowed(candidate.value, as: PasswordQuery.comparison, reach: 120, in: scan)
      case "passwords/clear-password-update":
        return !isFollowed(candidate.value, as: PasswordQuery.writing, reach: 12, in: scan)
      default: return true
      }
    }
    if wanted == "account-field" {
      return AccountField.isKept(candidate.value.lowerBound, in: scan.code)
    }
    if let known = scan.passwordUses[candidate.value.lowerBound], wanted != "fast-password-hash",
      known.use?.kind.rawValue != wanted
    {
      return false
    }
    let view = scan.code
    if wanted == "fast-password-hash" {
      guard let found = FastPasswordHash.judge(candidate.value.lowerBound, in: view) else {
        return false
      }
      candidate.value = found.range
      candidate.evidence.append(found.evidence)
      return true
    }
    guard let use = use(at: candidate.value.lowerBound, in: view), use.kind.rawValue == wanted
    else {
      return false
    }
    candidate.value = use.range
    candidate.evidence.append(use.evidence)
    switch use.certainty {
    case .sure: candidate.confidence = .high
    case .likely: candidate.confidence = .medium
    case .unsure: candidate.confidence = .low
    }
    return true
  }

  /// Whether the value that a query is about is found where it is handed over, and so reported there.
  private static func isFollowed(
    _ range: Range<Int>, as evidence: String, reach: Int, in scan: DocumentScan
  ) -> Bool {
    let view = scan.code
    let first = scan.lexed.tokenIndex(at: range.lowerBound)
    guard followed.contains(view.language), view.kind(first) == .string else { return false }
    func isUsed(at place: Int) -> Bool {
      use(at: place, in: view)?.evidence == evidence
    }
    for index in first..<min(view.tokens.count, first + reach) {
      let token = view.tokens[index]
      switch token.kind {
      case .identifier where NameWords.mayNamePassword(scan.bytes, token.range):
        if isUsed(at: token.range.lowerBound) { return true }
      case .string where token.isInterpolated || index > first:
        for place in token.content
        where NameWords.mayNamePassword(
          scan.bytes, place..<min(place + 9, token.content.upperBound))
        {
          if place == token.content.lowerBound || !scan.bytes[place - 1].isASCIILetter,
            isUsed(at: place)
          {
            return true
          }
        }
      case .identifier, .string, .number, .punctuation, .newline: continue
      }
    }
    return false
  }

  /// Languages whose code the other rules follow.
  private static let followed: Set<String> = [
    "python", "javascript", "typescript", "java", "kotlin", "c", "cpp", "csharp", "go", "rust",
    "swift", "php", "ruby", "scala", "dart", "groovy", "perl",
  ]

  /// What becomes of the password named at a byte; kept with the scan, as several rules ask.
  static func use(at place: Int, in view: CodeView) -> PasswordUse? {
    if let known = view.scan.passwordUses[place] { return known.use }
    let use = PasswordValue(at: place, in: view).flatMap { PasswordTrace($0).use }
    view.scan.passwordUses[place] = KnownPasswordUse(use: use)
    return use
  }
}

/// A judgement that was made, also of nothing.
struct KnownPasswordUse {
  let use: PasswordUse?
}

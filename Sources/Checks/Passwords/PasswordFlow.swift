import Rules
import SourceText

/// Judges candidates of the rules about what is done with passwords: the rule points at a name, the
/// code around it says what becomes of it.
enum PasswordFlow {
  /// What the rules name as their validators; each stands for one outcome of the judgement.
  static let validators: Set<String> = [
    "clear-password-stored", "clear-password-compared", "clear-password-logged",
    "clear-password-sent", "password-encrypted", "fast-password-hash",
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

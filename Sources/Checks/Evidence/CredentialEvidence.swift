// A finding is believed when it says why. What its validators and its check found out comes first; here
// is added what can be seen of any credential: its form and randomness, the name beside it, whose it is,
// what speaks for less, and what the confidence rests on. All of it is worked out for findings only, so
// that a text without any pays nothing, and none of it shows more of a value than its prefix and length.

import Rules
import SourceText

/// Words the evidence of secrets and passwords.
struct CredentialEvidence {
  let candidate: Candidate
  let scan: DocumentScan
  let zone: Zone
  /// Where a stretch of the document lies in the report.
  let places: Places

  /// What is known of places in the whole input.
  struct Places {
    /// Whether the report masks some of a stretch of the document.
    let isMasked: (Range<Int>) -> Bool
    /// The number of the line that holds a byte of the document.
    let line: (Int) -> Int
  }

  /// The phrases in the order in which they are told: why it is real, whose it is, what speaks for
  /// less, what the confidence rests on. Short, in lower case, each once. Costs some passes over the
  /// value, and a few hundred bytes or tokens around it.
  var phrases: [String] {
    switch candidate.rule.category {
    case .secret, .password: break
    case .unsafeAPI, .pii, .license, .text, .gate: return candidate.evidence
    }
    var phrases: [String] = []
    func add(_ phrase: String?) {
      guard let phrase, !phrase.isEmpty,
        !phrases.contains(where: { $0 == phrase || $0.hasPrefix(phrase + ",") })
      else { return }
      phrases.append(phrase)
    }
    let isHandling = PasswordFlow.showsNoValue(candidate.rule)
    let owner = CredentialOwner(candidate: candidate, scan: scan, places: places)
    if isHandling {
      let origin = PasswordOrigin(scan: scan, places: places)
      add(
        candidate.evidence.isEmpty
          ? origin.name(in: candidate.value) : origin.phrase(for: candidate.value))
      candidate.evidence.forEach(add)
    } else {
      candidate.evidence.forEach(add)
      let value = ValueWords(candidate, in: scan)
      if !candidate.evidence.contains(where: { $0.hasPrefix("prefix ") }) { add(value.prefix) }
      add(value.shape)
      owner.phrases.forEach(add)
    }
    if !candidate.evidence.contains(Self.inTest), scan.path.isTest { add(Self.inTest) }
    if scan.path.isSample { add("in an example file") }
    if zone == .comment { add("in a comment") }
    add(confidence(isHandling: isHandling, isNamed: owner.isNamed))
    return phrases
  }

  /// What checks say where they think less of a value for it.
  static let inTest = "in a test"

  /// Why the confidence is what it is; nil for a note, of which the evidence has said why.
  private func confidence(isHandling: Bool, isNamed: Bool) -> String? {
    guard candidate.severity != .low else { return nil }
    let level = candidate.confidence
    let ground: String
    if candidate.isProven {
      ground = "the value proves itself"
    } else if isHandling {
      ground =
        switch (level, candidate.evidence.isEmpty) {
        case (.high, false): "each step is in sight"
        case (.high, true): "the statement says it"
        case (.medium, false): "the usual way, not every step of which is in sight"
        case (.medium, true): "the name says it, what is kept there is not in sight"
        case (.low, _): "it may be meant otherwise"
        }
    } else if level > candidate.rule.confidence {
      ground = "raised by what stands around it"
    } else if level < candidate.rule.confidence {
      ground = "lowered by what the value is or where it stands"
    } else if knowsForm {
      ground =
        switch level {
        case .high: "little else has this form"
        case .medium: "few other things have this form in this place"
        case .low: "other things have this form too"
        }
    } else if candidate.groups["service"] != nil {
      ground = "only the name beside it tells"
    } else {
      ground =
        switch (level, isNamed) {
        case (.high, _): "the place says that it is one"
        case (.medium, true): "name and value agree"
        case (.medium, false): "the place asks for one, and the value fits"
        case (.low, true): "name or value is weak"
        case (.low, false): "the value may be something else"
        }
    }
    return "\(level.rawValue) confidence: \(ground)"
  }

  /// Whether the rule is about a form rather than about a name.
  private var knowsForm: Bool {
    candidate.rule.category == .secret && !candidate.rule.isGeneric
      && candidate.groups["name"] == nil
  }
}

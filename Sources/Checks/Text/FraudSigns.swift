// A single sign of fraud stands in many honest letters. Three different ones in one text are rare
// there, and with a request for credentials or for payment elsewhere they are what fraud is made of.

import Rules

/// Counts the signs of fraud in a text and keeps them where they are enough.
enum FraudSigns {
  /// How many different signs make a text suspect.
  static let enough = 3

  private static let names: Set<String> = [
    "text/phishing-urgency", "text/phishing-threat", "text/phishing-verify",
    "text/phishing-credential-request", "text/phishing-secrecy", "text/phishing-greeting",
    "text/payment-pressure", "text/changed-bank-details", "text/advance-fee",
  ]

  static func settle(_ candidates: [Candidate]) -> [Candidate] {
    let signs = Set(candidates.map(\.rule.id.text).filter(names.contains))
    guard !signs.isEmpty else { return candidates }
    let isSuspect = signs.count >= enough
    let wantsCredentials = signs.contains("text/phishing-credential-request")
    return candidates.compactMap { candidate in
      guard names.contains(candidate.rule.id.text) else { return candidate }
      guard isSuspect else { return nil }
      var candidate = candidate
      candidate.severity = wantsCredentials ? .high : .medium
      candidate.evidence.append("\(signs.count) different signs of fraud in the text")
      return candidate
    }
  }
}

// A single sign of fraud stands in many honest letters. Three different ones in one text are rare
// there, and with a request for credentials or for payment elsewhere they are what fraud is made of.
// Who warns of fraud shows its signs too, but in quotation marks or as a list, and calls it by its name.

import Rules

/// Counts the signs of fraud in a text and keeps them where they are enough.
enum FraudSigns {
  /// How many different signs make a text suspect.
  static let enough = 3

  private static let names: Set<String> = [
    "text/phishing-urgency", "text/phishing-threat", "text/phishing-verify",
    "text/phishing-credential-request", "text/phishing-secrecy", "text/phishing-greeting",
    "text/phishing-impersonation", "text/payment-pressure", "text/changed-bank-details",
    "text/advance-fee",
  ]

  static func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    let found = candidates.filter { names.contains($0.rule.id.text) }
    let signs = Set(found.map(\.rule.id.text))
    guard signs.count >= enough else {
      return candidates.filter { !names.contains($0.rule.id.text) }
    }
    var severity: Severity =
      signs.contains("text/phishing-credential-request") ? .high : .medium
    if scan.matches(#"(?i)\b(?:phishing|scam(?:s|mers?)?|fraudsters?)\b"#) {
      let shown = found.count { isShown($0.match, in: scan) }
      severity = shown * 2 >= found.count ? .low : .medium
    }
    return candidates.map { candidate in
      guard names.contains(candidate.rule.id.text) else { return candidate }
      var candidate = candidate
      candidate.severity = severity
      candidate.evidence.append("\(signs.count) different signs of fraud in the text")
      return candidate
    }
  }

  /// Whether a sign stands in quotation marks or in a list.
  private static func isShown(_ match: Range<Int>, in scan: DocumentScan) -> Bool {
    let line = scan.line(at: match.lowerBound)
    let first = scan.bytes[line].first { $0 != 0x20 && $0 != 0x09 }
    let isItem =
      first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "|")
    return isItem || InjectionTalk.isQuoted(match, in: scan.bytes)
  }
}

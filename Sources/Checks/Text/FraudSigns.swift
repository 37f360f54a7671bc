// A single sign of fraud stands in many honest letters. Three different ones in one text are rare
// there, and with a request for credentials they are what phishing is made of. Who warns of fraud
// shows its signs too, but in quotation marks or as a list, and calls it by its name.

import Rules

/// Counts the signs of fraud in a text and keeps them where they are enough.
enum FraudSigns {
  /// How many different signs make a text suspect.
  static let enough = 3

  /// The signs, by the names of the groups in the patterns, and what each is called.
  private static let titles = [
    "urgency": "Phishing: false urgency", "threat": "Phishing: threat to an account",
    "verify": "Phishing: request to confirm details",
    "credentials": "Phishing: request for card data, PIN or codes",
    "greeting": "Phishing: nameless greeting", "secrecy": "Fraud: asks not to check back",
    "office": "Fraud: claims an office", "pressure": "Fraud: pressure to pay",
    "account": "Fraud: changed bank details", "promise": "Fraud: promise of money",
  ]

  static func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    let found = candidates.filter { isSign($0) }
    guard !found.isEmpty else { return candidates }
    let signs = Set(found.compactMap { name(of: $0) })
    guard signs.count >= enough else { return candidates.filter { !isSign($0) } }
    var severity: Severity = signs.contains("credentials") ? .high : .medium
    if scan.holds(warning) {
      let shown = found.count { isShown($0.match, in: scan) }
      severity = shown * 2 >= found.count ? .low : .medium
    }
    return candidates.map { candidate in
      guard isSign(candidate), let name = name(of: candidate) else { return candidate }
      var candidate = candidate
      candidate.severity = severity
      candidate.title = titles[name] ?? candidate.title
      candidate.message = candidate.title + "."
      candidate.evidence.append("\(signs.count) different signs of fraud in the text")
      return candidate
    }
  }

  private static let warning = KnownPattern(
    #"(?i)\b(?:phishing|scam(?:s|mers?)?|fraudsters?)\b"#)

  private static func isSign(_ candidate: Candidate) -> Bool { isSign(candidate.rule) }

  /// Whether a rule finds signs of fraud, all of which are counted.
  static func isSign(_ rule: Rule) -> Bool {
    rule.id.text == "text/phishing" || rule.id.text == "text/payment-fraud"
  }

  private static func name(of candidate: Candidate) -> String? {
    candidate.groups.keys.first { titles[$0] != nil }
  }

  /// Whether a sign stands in quotation marks or in a list.
  private static func isShown(_ match: Range<Int>, in scan: DocumentScan) -> Bool {
    let line = scan.line(at: match.lowerBound)
    let first = scan.bytes[line].prefix(DocumentScan.lineReach).first { $0 != 0x20 && $0 != 0x09 }
    let isItem =
      first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "|")
    return isItem || InjectionTalk.isQuoted(match, in: scan.bytes)
  }
}

// A single sign of fraud stands in many honest letters. Three different ones near each other are rare
// there, and with a request for credentials they are what phishing is made of. Who warns of fraud shows
// its signs too, but in quotation marks or as a list, and calls it by its name. A short message has its
// address for a third sign.

import Rules

/// Counts the signs of fraud in a text and keeps them where they are enough.
enum FraudSigns {
  /// How many different signs make a text suspect.
  static let enough = 3
  /// A letter is so long, in bytes: signs farther apart are of different ones.
  private static let letter = 4_000

  /// The signs, by the names of the groups in the patterns, and what each is called.
  private static let titles = [
    "urgency": "Phishing: false urgency", "threat": "Phishing: threat to an account",
    "verify": "Phishing: request to confirm details",
    "credentials": "Phishing: request for card data, PIN or codes",
    "greeting": "Phishing: nameless greeting", "remote": "Phishing: asks for control of a device",
    "secrecy": "Fraud: asks not to check back", "office": "Fraud: claims an office",
    "pressure": "Fraud: pressure to pay", "account": "Fraud: changed bank details",
    "promise": "Fraud: promise of money",
    "untraceable": "Fraud: payment that cannot be taken back", "extortion": "Fraud: blackmail",
    "kinship": "Fraud: claims to be a relative or friend in need",
  ]

  /// What honest letters have most often, of which two are no sign more.
  private static let usual: Set<String> = ["greeting", "urgency", "office"]

  static func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    let places = candidates.indices.filter {
      isSign(candidates[$0]) && !isOption(candidates[$0].match, in: scan)
    }
    guard places.count >= 2 else { return candidates.filter { !isSign($0) } }
    let links = candidates.filter { isDeceivingLink($0.rule) }.map(\.match.lowerBound).sorted()
    var kept = candidates
    var told = Set<Int>()
    for (index, place) in places.enumerated() {
      // In the order of their places: a letter holds a bounded number of them.
      let start = candidates[place].match.lowerBound
      let near = places[index...].prefix { candidates[$0].match.lowerBound < start + letter }
      let signs = Set(near.compactMap { name(of: candidates[$0]) })
      let link = links.indices.partitioningIndex { links[$0] > start - letter }
      let hasLink = link < links.count && links[link] < start + letter
      guard signs.count + (hasLink ? 1 : 0) >= enough, !signs.isSubset(of: usual) else { continue }
      let severity = severity(of: signs, near.map { candidates[$0] }, in: scan)
      for other in near where told.insert(other).inserted {
        guard let name = name(of: candidates[other]) else { continue }
        kept[other].severity = severity
        kept[other].title = titles[name] ?? kept[other].title
        kept[other].message = kept[other].title + "."
        kept[other].evidence.append("\(signs.count) different signs of fraud in the text")
      }
    }
    return kept.indices.filter { !isSign(kept[$0]) || told.contains($0) }.map { kept[$0] }
  }

  private static func severity(
    of signs: Set<String>, _ found: [Candidate], in scan: DocumentScan
  ) -> Severity {
    guard scan.holds(warning) else { return signs.contains("credentials") ? .high : .medium }
    let shown = found.count { isShown($0.match, in: scan) }
    return shown * 2 >= found.count ? .low : .medium
  }

  private static let warning = KnownPattern(
    #"(?i)\b(?:phishing|scam(?:s|mers?)?|fraudsters?)\b"#)

  private static func isSign(_ candidate: Candidate) -> Bool { isSign(candidate.rule) }

  /// Whether a rule finds signs of fraud, all of which are counted.
  static func isSign(_ rule: Rule) -> Bool {
    rule.id.text.hasPrefix("text/phishing-") || rule.id.text.hasPrefix("text/payment-fraud-")
  }

  /// Whether a rule finds addresses that pass for others.
  private static func isDeceivingLink(_ rule: Rule) -> Bool {
    deceivingLinks.contains(rule.id.text)
  }

  private static let deceivingLinks: Set<String> = [
    "text/look-alike-host", "text/host-borrows-name", "text/host-hidden-in-subdomain",
    "text/host-of-warnings", "text/link-to-ip-address", "text/address-with-host-as-user",
    "text/link-names-other-host", "text/anchor-names-other-host",
    "text/reference-names-other-host", "text/punycode-link",
  ]

  /// Whether a line explains an option of a program: `-e, --expire`.
  private static func isOption(_ match: Range<Int>, in scan: DocumentScan) -> Bool {
    let line = scan.line(at: match.lowerBound)
    let text = scan.bytes[line].prefix(DocumentScan.lineReach).drop { $0 == 0x20 || $0 == 0x09 }
    guard text.first == UInt8(ascii: "-"), let next = text.dropFirst().first else { return false }
    return next == UInt8(ascii: "-") || next.isASCIILetter
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

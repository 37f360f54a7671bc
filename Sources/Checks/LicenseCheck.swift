import CopiedCode
import LicenseTexts
import Rules
import SourceText

/// Finds what puts code or text under a license that a product may not be able to keep.
///
/// The rules find names, tags and phrases; the check reads the sentence around them, drops what
/// only talks about a license, weighs SPDX expressions, and leaves one finding for each notice.
package struct LicenseCheck: Check {
  package let category = RuleCategory.license

  private let texts: LicenseTextIndex?
  private let knownCode: CopiedCodeMatcher

  package init(_ data: CheckData = CheckData()) {
    texts = data.licenseTexts
    knownCode = CopiedCodeMatcher(indexes: data.codeIndexes)
  }

  package func recognize(_ recognizer: Rule.Recognizer, in scan: DocumentScan) -> [Recognition] {
    switch recognizer {
    case .licenseText: LicenseTextRecognition.recognitions(of: texts, in: scan)
    case .copiedCode: CopiedCodeRecognition.recognitions(by: knownCode, in: scan)
    case .guardChange, .cutOffCode: []
    }
  }

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    if case .recognizer = candidate.rule.matcher {
      if let license = candidate.license { candidate.severity = license.expression.family.severity }
      return true
    }
    switch LicenseRule(candidate.rule.id.text) {
    case .tag: return judgeTag(&candidate, in: scan)
    case .manifest: return judgeManifest(&candidate, in: scan)
    case .name: return judgeName(&candidate, in: scan)
    case .origin: return judgeOrigin(&candidate, in: scan)
    case .link: return judgeLink(&candidate, in: scan)
    case .header: return judgeHeader(&candidate, in: scan)
    case .heading: return judgeHeading(&candidate, in: scan)
    case .words:
      readWords(of: &candidate, in: scan)
      return true
    case .other:
      applyRule(to: &candidate)
      return true
    }
  }

  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    NoticeMerging.merge(candidates).map { candidate in
      var candidate = candidate
      if let license = candidate.license {
        candidate.evidence.insert(contentsOf: license.evidence, at: 0)
      }
      return candidate
    }
  }

  /// The words of a match, or the last part of an address, may name a license.
  private func readWords(of candidate: inout Candidate, in scan: DocumentScan) {
    let text = scan.text(candidate.match).lowercased()
    let license: LicenseTable.Entry?
    if text.contains("://") {
      let parts = text.split(separator: "/")
      license = parts.count > 2 ? parts.last.flatMap { LicenseName.read(link: String($0)) } : nil
    } else {
      let end = min(scan.bytes.count, candidate.match.upperBound + 20)
      license = LicenseName.read(FoldedWords(scan.bytes, in: candidate.match.lowerBound..<end))
    }
    candidate.license = license.map { LicenseTerms($0, isStated: false) }
  }

  /// What a rule is about is under the license that the rule states.
  private func applyRule(to candidate: inout Candidate) {
    guard candidate.license == nil, let text = candidate.rule.license else { return }
    candidate.license = SPDXExpression.stated(text).map { LicenseTerms($0) }
  }

  // MARK: An SPDX tag

  private func judgeTag(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    guard let expression = SPDXExpression.stated(scan.text(candidate.value)) else { return false }
    apply(expression, to: &candidate)
    let line = scan.line(at: candidate.match.lowerBound)
    let lead = scan.bytes[line.lowerBound..<candidate.match.lowerBound].suffix(
      DocumentScan.lineReach)
    guard lead.contains(where: Self.isLetter) || lead.contains(UInt8(ascii: "`")) else {
      return true
    }
    // After other words on its line a tag may be an example or the output of a generator.
    switch zone(of: candidate, in: scan) {
    case .comment: return true
    case .code, .string, .prose:
      candidate.confidence = .low
      return candidate.severity > .low
    }
  }

  private func apply(_ expression: SPDXExpression, to candidate: inout Candidate) {
    candidate.severity = expression.family.severity
    candidate.license = LicenseTerms(expression)
    // What a package keeps to itself is for its owner to choose; nobody else's terms are in it.
    if expression.identifiers == ["UNLICENSED"] { candidate.severity = .low }
    if expression.family == .unknown,
      expression.decisiveText.lowercased().hasPrefix("licenseref-")
    {
      candidate.severity = .medium
    }
  }

  // MARK: A manifest's field

  private func judgeManifest(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let isLock = scan.document.name.lowercased().contains("lock")
    let text = scan.text(candidate.value)
    guard let expression = Self.expression(inField: text) else { return false }
    // After "Copyright:" stands an owner, unless it is an identifier and nothing else.
    let label = candidate.match.lowerBound..<candidate.value.lowerBound
    if FoldedWords(scan.bytes, in: label).has("copyright") {
      guard LicenseTable.listed(text) != nil else { return false }
    }
    apply(expression, to: &candidate)
    // What a package keeps to itself is for its owner to choose.
    if expression.family == .proprietary, expression.terms.count == 1 { candidate.severity = .low }
    guard isLock else { return true }
    // In a lock file each dependency states its own.
    guard candidate.severity > .low else { return false }
    candidate.severity = .medium
    return true
  }

  /// What a field states: an expression, an exception, or names as people write them.
  private static func expression(inField text: String) -> SPDXExpression? {
    let text = text.split(separator: "%20").joined(separator: " ")
    let expression = SPDXExpression.stated(text)
    let isKnown = expression.map { $0.family != .unknown } ?? false
    if isKnown, expression?.isWhole == true { return expression }
    return LicenseName.expression(text.split(separator: "_").joined(separator: " "))
      ?? (isKnown ? expression : nil)
  }

  /// Under a heading stands whatever the author has to say; a name comes first.
  private func judgeHeading(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let expression = LicenseName.expression(scan.text(candidate.value), startingWithin: 1)
    guard let expression else { return false }
    apply(expression, to: &candidate)
    return true
  }

  // MARK: A license by name

  private func judgeName(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    if Self.isWithinIdentifier(candidate.value, scan.bytes) { return false }
    let notice = LicenseNotice(of: candidate.value, in: scan.bytes)
    // The rule of the narrower license finds it under its whole name.
    let isNarrower = ["lesser", "library", "affero", "nethack"].contains(notice.wordBefore)
    guard !isNarrower || candidate.rule.id.text != "licenses/gpl-notice" else { return false }
    if let license = notice.license {
      candidate.license = LicenseTerms(license)
      if license.family != .unknown { candidate.severity = license.family.severity }
    } else {
      applyRule(to: &candidate)
    }
    if let choice = notice.choice, choice.name != notice.license?.name {
      candidate.severity = .low
      candidate.evidence.append("offered by choice")
      if let license = notice.license {
        candidate.license = SPDXExpression(oneOf: [license, choice]).map { LicenseTerms($0) }
      }
    }
    switch notice.strength {
    case .talk: return false
    case .wording: return true
    case .mention:
      let zone = zone(of: candidate, in: scan)
      if zone == .comment, notice.hasCopyright, hasVersion(candidate, in: scan) { break }
      guard isFullName(candidate, in: scan) || isUnmistakable(candidate, in: scan), !notice.isQuoted
      else { return false }
      candidate.severity = .low
      candidate.license?.isStated = false
      return zone == .prose || zone == .comment
    case .statement: break
    }
    switch zone(of: candidate, in: scan) {
    case .comment: break
    case .code: return false
    case .string:
      // A documentation string speaks for its file; another is what the program says or handles.
      guard isLongString(at: candidate.value.lowerBound, in: scan) else {
        candidate.severity = min(candidate.severity, .low)
        candidate.license?.isStated = false
        return notice.isAboutItself && !notice.isQuoted
      }
    case .prose:
      if notice.strength == .statement, Self.isListed(candidate.value, scan.bytes) { return false }
      if !notice.isAboutItself {
        candidate.severity = .low
        candidate.license?.isStated = false
      }
    }
    candidate.confidence = min(candidate.confidence, .medium)
    return true
  }

  /// It is a part of a name with hyphens, such as `contains-full-apache-2-license`.
  private static func isWithinIdentifier(_ name: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return name.lowerBound > 1 && bytes[name.lowerBound - 1] == hyphen
      && isLetter(bytes[name.lowerBound - 2]) && bytes[name].contains(hyphen)
      && !bytes[name].contains(0x20)
  }

  /// It stands in a short quoted text that code goes on after: a value, a key.
  private static func isListed(_ name: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let quotes: [UInt8] = [UInt8(ascii: "'"), UInt8(ascii: "\"")]
    let line = bytes[..<name.lowerBound].suffix(60).split(separator: 0x0A).last ?? []
    guard let open = line.lastIndex(where: quotes.contains) else { return false }
    let isOpening = open == line.startIndex || !isLetter(bytes[open - 1])
    let rest = bytes[name.upperBound...].prefix(60)
    guard isOpening, let close = rest.firstIndex(of: bytes[open]),
      !bytes[name.upperBound..<close].contains(0x0A)
    else { return false }
    let next = bytes[(close + 1)...].first { $0 != 0x20 } ?? 0x0A
    return [0x2C, 0x3A, 0x3B, 0x5D, 0x29].contains(next)
  }

  /// The name is written out, not abbreviated.
  private func isFullName(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    FoldedWords(scan.bytes, in: candidate.value).hasPrefix("licen")
  }

  /// A short name that is no other word, such as `Unlicense`, of a license that asks for little.
  private func isUnmistakable(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    guard candidate.rule.severity == .low else { return false }
    let words = FoldedWords(scan.bytes, in: candidate.value)
    return words.hasOne(of: ["unlicense", "wtfpl", "public"])
  }

  private func hasVersion(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    scan.bytes[candidate.value].contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
  }

  private func zone(of candidate: Candidate, in scan: DocumentScan) -> Zone {
    if scan.isProse { return .prose }
    return scan.lexed.zone(at: candidate.value.lowerBound)
  }

  private func isLongString(at offset: Int, in scan: DocumentScan) -> Bool {
    let index = scan.lexed.tokenIndex(at: offset)
    guard index < scan.lexed.tokens.count else { return false }
    let token = scan.lexed.tokens[index]
    guard token.kind == .string, token.range.contains(offset) else { return false }
    return scan.bytes[token.range].prefix(4_000).contains(0x0A)
  }

  // MARK: A link to a license

  private func judgeLink(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let text = scan.text(candidate.match)
    let last = text.split(separator: "/").last.map(String.init) ?? text
    let listed = LicenseTable.entry(Self.withoutSuffix(last))
    let license =
      listed.family == .unknown ? LicenseName.read(link: text.lowercased()) : listed
    if let license {
      candidate.license = LicenseTerms(license)
      candidate.severity = min(license.family.severity, .medium)
    }
    // A link in a text for people points out what to read; in a comment it stands for the notice.
    if zone(of: candidate, in: scan) == .prose {
      let notice = LicenseNotice(of: candidate.match, in: scan.bytes)
      if notice.strength < .statement {
        candidate.severity = .low
        candidate.license?.isStated = false
      }
    }
    return true
  }

  private static func withoutSuffix(_ name: String) -> String {
    for suffix in [".html", ".txt", ".en", ".php", ".htm"] where name.hasSuffix(suffix) {
      return withoutSuffix(String(name.dropLast(suffix.count)))
    }
    return name
  }

  // MARK: A notice that forbids

  private static let ownership: [StaticString] = [
    "copyright", "confidential", "proprietary", "company", "inc",
  ]

  /// In a text for people such words are often about the text itself: a letter, a contract.
  private func judgeHeader(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    applyRule(to: &candidate)
    let words = FoldedWords(scan.bytes, in: Paragraph.around(candidate.match, in: scan.bytes))
    // Programs have parts that are for internal use; only an owner's are somebody's property.
    let isAboutUse = FoldedWords(scan.bytes, in: candidate.match).has("for internal use only")
    if isAboutUse, !words.hasOne(of: Self.ownership) { return false }
    let zone = zone(of: candidate, in: scan)
    // Neighbors of a list of words say nothing together.
    if zone == .string, scan.bytes[candidate.match].contains(UInt8(ascii: "\"")) { return false }
    guard zone == .prose else { return true }
    candidate.confidence = min(candidate.confidence, .medium)
    return words.hasOne(of: ["software", "source", "code", "file", "program", "copyright", "c"])
  }

  // MARK: Where code comes from

  private func judgeOrigin(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let end = min(scan.bytes.count, candidate.match.upperBound + 80)
    let around = FoldedWords(scan.bytes, in: candidate.match.lowerBound..<end)
    guard let license = LicenseName.read(around) else {
      applyRule(to: &candidate)
      return true
    }
    candidate.license = LicenseTerms(license)
    candidate.severity = max(candidate.severity, license.family.severity)
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80
  }
}

/// How the check reads the candidates of a rule.
private enum LicenseRule {
  case tag, manifest, name, link, header, heading, origin, words, other

  init(_ id: String) {
    switch id {
    case "licenses/spdx-identifier": self = .tag
    case "licenses/manifest-license", "licenses/manifest-license-element",
      "licenses/package-classifier", "licenses/license-tag", "licenses/license-badge":
      self = .manifest
    case "licenses/license-heading": self = .heading
    case "licenses/named-license", "licenses/license-reference": self = .words
    case "licenses/copied-from-copyleft-project", "licenses/copied-from-forum": self = .origin
    case "licenses/license-link", "licenses/share-alike-link", "licenses/non-commercial-link":
      self = .link
    case "licenses/proprietary-header", "licenses/copying-forbidden": self = .header
    default: self = id.hasSuffix("-notice") ? .name : .other
    }
  }
}

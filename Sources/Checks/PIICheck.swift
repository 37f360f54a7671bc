import Rules
import SourceText

/// Judges numbers and addresses that may be a person's: what surrounds them decides whether they are.
package struct PIICheck: Check {
  package let category = RuleCategory.pii

  package init() {}

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    if Mask.isLeft(by: scan.bytes[candidate.value], of: candidate.rule) { return false }
    let around = Surroundings(scan: scan, value: candidate.value)
    guard weighContext(&candidate, in: scan) else { return false }
    let name = candidate.rule.id.text.dropFirst(candidate.rule.id.folder.utf8.count + 1)
    switch name {
    case "email-address": return EmailJudge.judge(&candidate, around)
    case "ip-address-of-user": return judgeIPAddress(candidate, around)
    case "ip-address-of-person": return NetworkAddress.hasPublic(in: scan.bytes[candidate.value])
    case "bank-identifier-code": return AccountJudge.judgeBankCode(&candidate, around)
    case "bank-account": return AccountJudge.judgeAccount(&candidate, around)
    case "diagnosis-code", "health-in-record":
      return around.hasNameOnLine && !around.isAboutSamplePerson(before: 0, after: 0)
    case "phone-number", "phone-number-national":
      return PhoneJudge.judge(&candidate, around, isLabeled: false)
    case "phone-number-labeled", "phone-number-in-sentence", "phone-number-in-column":
      return PhoneJudge.judge(&candidate, around, isLabeled: true)
    case "phone-number-alone": return PhoneJudge.judgeAlone(&candidate, in: scan)
    case "postal-address", "postal-address-european": return judgeAddress(&candidate, around)
    case "birth-date", "birth-date-in-column": return judgeBirthDate(&candidate, around)
    case "payment-card": return AccountJudge.judgeCard(&candidate, around)
    case "card-security-code": return AccountJudge.judgeSecurityCode(&candidate, around)
    case "iban": return AccountJudge.judgeIBAN(&candidate, around)
    case "medical-record-number": return PersonalMatterJudge.judgeRecordNumber(&candidate, around)
    case "health-information", "health-in-letter", "medication-of-person", "special-category",
      "salary-of-person":
      return PersonalMatterJudge.judge(&candidate, around)
    default:
      // Names are judged when it is known what they stand beside.
      if PersonNames.isAbout(candidate.rule) { return true }
      return judgeNumber(&candidate, around)
    }
  }

  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    PersonNames.settle(candidates, in: scan)
  }

  // MARK: - Words that name a number

  /// Lets a number that nothing names count for no more than its rule says, and drops bare digits.
  private func weighContext(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    guard let context = candidate.rule.context, !context.isRequired else { return true }
    let search = scan.patterns.context(context, of: candidate.rule.id)
    if search.first(near: candidate.match, in: scan) != nil { return true }
    if let word = ColumnContext.first(of: search, for: candidate.value, in: scan) {
      candidate.evidence.append("in the column or file \"\(word)\"")
      candidate.confidence = max(candidate.confidence, candidate.rule.confidence.raised)
      return true
    }
    candidate.confidence = min(candidate.confidence, candidate.rule.confidence)
    // A bank account is judged by its label and its owner.
    if candidate.rule.id.text == "pii/bank-account" { return true }
    let value = scan.bytes[candidate.value]
    if value.count > 12 || !value.allSatisfy(\.isASCIIDigit) { return true }
    return LoneValue.isAlone(candidate.value, in: scan) && LoneValue.note(&candidate, in: scan)
  }

  private static let sine = KnownPattern(#"\bsinf?\("#)

  // MARK: - By kind

  private func judgeNumber(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded, !around.isInURL else { return false }
    if candidate.confidence == .low, around.isAboutOtherNumber { return false }
    let value = around.scan.bytes[candidate.value]
    switch candidate.rule.id.text {
    case "pii/swedish-personal-number":
      // `240612-1430` and `20240612-1430` are times of our day.
      let year = value.dropFirst(value.count > 11 ? 2 : 0).prefix(2)
      return candidate.confidence > .low || !(year.first == 0x31 || year.first == 0x32)
        || !Self.isTime(value.suffix(4))
    case "pii/canadian-social-insurance-number":
      // The sine is called so, too.
      return !value.allSatisfy(\.isASCIIDigit)
        || !around.clears(Self.sine, in: around.lines(before: 12, after: 12))
    default: return true
    }
  }

  /// Whether four digits are hours and minutes.
  private static func isTime(_ digits: ArraySlice<UInt8>) -> Bool {
    let number = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    return number < 2_400 && number % 100 < 60
  }

  private func judgeBirthDate(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    let scan = around.scan
    let label = scan.bytes[candidate.match.lowerBound..<candidate.value.lowerBound]
    // "She was born 9 December 1906" tells history; a record says `born: 1939-10-11`.
    let isVerb =
      "bgnfu".utf8.contains((label.first ?? 0) | 0x20)
      && !label.contains(where: { $0 == 0x3A || $0 == 0x3D })
    let value = scan.bytes[candidate.value]
    if isVerb, value.contains(where: \.isASCIILetter) { return false }
    if around.isAboutSamplePerson(before: 4, after: 0) { candidate.severity = .low }
    return true
  }

  private func judgeAddress(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    let scan = around.scan
    if scan.matches(Self.sampleAddress, in: candidate.value) { return false }
    if around.isAboutSamplePerson(before: 4, after: 0) || around.isAboutCompany
      || around.isOnPublicLine || around.isInNotice
    {
      candidate.severity = .low
      return true
    }
    if around.lineMatches(Self.addressLabel) || around.isAboutPerson(before: 4, after: 4)
      || around.hasNameOnLine || around.isBelowName
    {
      candidate.evidence.append("beside a person or a label")
    } else {
      // Shops, offices and monuments have addresses too.
      candidate.severity = .low
    }
    return true
  }

  private static let sampleAddress = KnownPattern(
    #"(?i)\b(?:main st|anytown|springfield|example|muster|sample|fake|evergreen terrace|baker st|pennsylvania ave|infinite loop|amphitheatre|downing|elm st|any ?street|some ?street|your|test)"#
  )
  private static let addressLabel = KnownPattern(
    #"(?i)\b(?:address|addr|street|home|residence|lives? (?:at|in)|anschrift|adresse|stra(?:ß|ss)e|wohnhaft|domicile|direcci[oó]n|domicilio|calle|indirizzo|residente|endereço|morada|adres|adresa|osoite|domiciliat|delivery|ship to|shipping)|住所|地址|주소|адрес|Адрес|العنوان|כתובת|पता|ที่อยู่|địa chỉ|Địa chỉ"#
  )

  private func judgeIPAddress(_ candidate: Candidate, _ around: Surroundings) -> Bool {
    let bytes = around.scan.bytes[candidate.match]
    guard NetworkAddress.hasPublic(in: bytes), let email = EmailJudge.firstAddress(in: bytes) else {
      return false
    }
    switch Email.judge(email) {
    case .plausible, .proven: return true
    case .refuted, .documented: return false
    }
  }
}

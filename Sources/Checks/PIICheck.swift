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
    case "bank-identifier-code": return judgeBankCode(&candidate, around)
    case "bank-account": return judgeAccount(&candidate, around)
    case "diagnosis-code", "health-in-record":
      return around.hasNameOnLine && !around.isAboutSamplePerson(before: 0, after: 0)
    case "phone-number", "phone-number-national":
      return judgePhone(&candidate, around, isLabeled: false)
    case "phone-number-labeled", "phone-number-in-sentence", "phone-number-in-column":
      return judgePhone(&candidate, around, isLabeled: true)
    case "phone-number-alone": return judgeLonePhone(&candidate, in: scan)
    case "postal-address", "postal-address-european": return judgeAddress(&candidate, around)
    case "birth-date", "birth-date-in-column": return judgeBirthDate(&candidate, around)
    case "payment-card": return judgeCard(&candidate, around)
    case "card-security-code": return judgeSecurityCode(&candidate, around)
    case "iban": return judgeIBAN(&candidate, around)
    case "medical-record-number": return judgeRecordNumber(&candidate, around)
    case "health-information", "health-in-letter", "medication-of-person", "special-category",
      "salary-of-person":
      return judgePersonalMatter(&candidate, around)
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

  /// Whether one of the words of its rule's context stands near.
  private func isNamed(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    guard let context = candidate.rule.context else { return false }
    return scan.patterns.context(context, of: candidate.rule.id)
      .first(near: candidate.match, in: scan) != nil
  }

  private static let otherNumber = KnownPattern(
    #"""
    (?i)\b(?:(?:order|tracking|invoice|parcel|shipment|waybill|ean|gtin|upc|isbn|issn|sku|barcode|serial|article|artikel|bestell(?:ung|nummer)|auftrag(?:s?nummer)?|sendung(?:s?nummer)?|rechnung(?:s?nummer)?|seriennummer|commande|facture|suivi|colis|code-barres|pedido|factura|fatura|rastreo|rastreio|encomenda|ordine|fattura|spedizione|bestelling|bestelnummer|factuur(?:nummer)?|zam[oó]wieni[ea]|faktur[ay]|przesy[lł]k[ai]|objedn[aá]vk[ay]|faktura|ordernummer|ordrenummer|fakturanummer|sendingsnummer|tilausnumero|lasku|rendel[eé]s|számla sorszáma|comandă|sipari[sş]|pesanan|faktur|đơn hàng|hóa đơn|timestamp|epoch|commit|revision|checksum|prüfsumme|somme de contr[oô]le|hash|crc|build|ticket|batch|lot|version|doi|asin)(?:[ _-]?(?:no|nr|n[°º]|number|num|id|code|nummer))?)\b|(?:номер|№) (?:заказа|накладной|сч[её]та-фактуры|замовлення)|(?:заказа?|накладная) №|трек-номер|αριθμός (?:παραγγελίας|τιμολογίου)|رقم (?:الطلب|الفاتورة|الشحنة)|شماره (?:سفارش|فاکتور)|מספר (?:הזמנה|חשבונית)|ऑर्डर (?:नंबर|संख्या)|(?:เลขที่|หมายเลข)คำสั่งซื้อ|注文番号|注文ID|伝票番号|追跡番号|請求書番号|订单(?:号|编号|ID)|訂單(?:號|編號)|发票号|發票號|运单号|快递单号|주문 ?번호|송장 ?번호|운송장
    """#
  )

  private static let sine = KnownPattern(#"\bsinf?\("#)

  // MARK: - By kind

  private func judgeNumber(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded, !around.isInURL else { return false }
    if candidate.confidence == .low, around.lineClears(Self.otherNumber) { return false }
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

  private func judgeCard(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded, !around.isInURL else { return false }
    let scan = around.scan
    let isNamed = isNamed(candidate, in: scan)
    if !isNamed {
      if around.lineClears(Self.otherNumber) || isInHexadecimalTable(candidate.value, scan) {
        return false
      }
      // Sixteen digits are most often something else.
      if scan.bytes[candidate.value].allSatisfy(\.isASCIIDigit) { candidate.confidence = .low }
    }
    return true
  }

  /// Whether a number in groups of four has another group beside it: `542D 5751 5994 6333 7841 727C`.
  private func isInHexadecimalTable(_ value: Range<Int>, _ scan: DocumentScan) -> Bool {
    func isGroup(_ range: Range<Int>) -> Bool {
      range.lowerBound >= 0 && range.upperBound <= scan.bytes.count
        && scan.bytes[range].allSatisfy {
          $0.isASCIIDigit || (0x41...0x46).contains($0 & 0xDF)
        }
    }
    func isSpace(_ place: Int) -> Bool {
      scan.bytes.indices.contains(place) && scan.bytes[place] == 0x20
    }
    let (start, end) = (value.lowerBound, value.upperBound)
    return isSpace(start - 1) && isGroup((start - 5)..<(start - 1))
      || isSpace(end) && isGroup((end + 1)..<(end + 5))
  }

  private func judgeSecurityCode(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    let judgements = around.scan.cardJudgements(in: around.lines(before: 6, after: 6))
    guard !judgements.isEmpty else { return false }
    if judgements.allSatisfy({ if case .documented = $0 { true } else { false } }) {
      candidate.severity = .low
      candidate.evidence.append("beside a published test card")
    } else {
      candidate.evidence.append("beside a card number")
    }
    return true
  }

  private func judgeIBAN(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded else { return false }
    if candidate.severity > .medium, around.isAboutCompany {
      candidate.severity = .medium
      candidate.evidence.append("account of a company")
    }
    return true
  }

  /// The code of a bank is public; beside an account it says whom to debit.
  private func judgeBankCode(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded, !around.isInURL else { return false }
    if !candidate.isDocumented,
      AccountScan.holdsIBAN(around.scan.bytes[around.lines(before: 4, after: 4)])
    {
      candidate.severity = .medium
      candidate.evidence.append("beside an account number")
    }
    return true
  }

  private func judgeAccount(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded else { return false }
    if isNamed(candidate, in: around.scan) { return true }
    // An account may be one of a cloud or a game, but a person's is theirs.
    candidate.severity = .medium
    return around.isCustomerOnLine && !around.isAboutSamplePerson(before: 0, after: 0)
  }

  private func judgeRecordNumber(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    guard !around.isEmbedded else { return false }
    if around.isAboutPerson(before: 6, after: 6) || around.hasNameOnLine {
      candidate.evidence.append("beside a person's name")
      return !around.isAboutSamplePerson(before: 4, after: 4) || lower(&candidate, to: .low)
    }
    // Without a name the number alone leads nobody to the record.
    candidate.severity = min(candidate.severity, .medium)
    return true
  }

  private func judgePersonalMatter(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    let scan = around.scan
    guard !Self.isDeclaration(scan.bytes[candidate.value]),
      around.isAboutPerson(before: 14, after: 6)
    else { return false }
    if around.isAboutSamplePerson(before: 14, after: 6) { candidate.severity = .low }
    // Games have races too.
    if scan.bytes[candidate.match.lowerBound] | 0x20 == UInt8(ascii: "r"),
      Address.lowercased(scan.bytes[candidate.match].prefix(4)) == "race",
      !scan.matches(Self.origin, in: candidate.value)
    {
      return false
    }
    candidate.evidence.append("about a person with a name")
    return true
  }

  private static let origin = KnownPattern(
    #"(?i)\b(?:white|black|asian|hispanic|latin[oax]|african|caucasian|native|pacific|arab|roma|jewish|indian|mixed|multiracial)\b"#
  )

  /// What stands after a label in declarations, schemas and forms.
  private static let typeNames: Set<String> = [
    "str", "string", "text", "int", "integer", "number", "float", "double", "bool", "boolean",
    "null",
    "none", "nil", "undefined", "true", "false", "optional", "varchar", "char", "date", "any",
    "object", "list", "array", "enum", "required", "unknown", "n/a", "na", "self", "this", "new",
    "await", "request", "data", "form", "props", "yes", "no", "tbd", "z", "models", "db", "column",
  ]

  /// Whether what follows a label declares a field rather than filling it in.
  private static func isDeclaration(_ value: ArraySlice<UInt8>) -> Bool {
    if value.contains(where: { "(){}=".utf8.contains($0) }) { return true }
    let word = value.prefix { $0 > 0x20 && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "|") }
    return typeNames.contains(Address.lowercased(word))
  }

  private func judgePhone(
    _ candidate: inout Candidate, _ around: Surroundings, isLabeled: Bool
  ) -> Bool {
    let scan = around.scan
    guard !around.isEmbedded, !around.isInURL else { return false }
    if !isLabeled {
      if around.lineClears(Self.otherNumber) { return false }
      let language = scan.document.language
      if language != .plain, language != .markdown,
        scan.lexed.zone(at: candidate.value.lowerBound) == .code, isProgram(language)
      {
        return false
      }
      if candidate.rule.id.text == "pii/phone-number-national", isAmongGroups(candidate.value, scan)
      {
        return false
      }
    }
    if around.isAboutSamplePerson(before: 4, after: 0) || around.lineClears(Self.publicLine)
      || around.isAboutCompany
    {
      candidate.severity = .low
    }
    return true
  }

  /// Whether other digits stand one space before or behind a number, as in a table or an account.
  private func isAmongGroups(_ value: Range<Int>, _ scan: DocumentScan) -> Bool {
    let bytes = scan.bytes
    func isDigit(_ place: Int) -> Bool {
      bytes.indices.contains(place) && bytes[place].isASCIIDigit
    }
    func isSpace(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place] == 0x20 }
    return isSpace(value.lowerBound - 1) && isDigit(value.lowerBound - 2)
      && isDigit(value.lowerBound - 3)
      || isSpace(value.upperBound)
        && (1...3).allSatisfy { isDigit(value.upperBound + $0) }
  }

  /// Leaves a note of a number that is all of a text. Within other text it may be any number.
  private func judgeLonePhone(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    guard LoneValue.isAlone(candidate.value, in: scan) else { return false }
    candidate.makeNote("nothing names it")
    return true
  }

  /// A line that people are invited to call or write to.
  private static let publicLine = KnownPattern(
    #"(?i)\b(?:hotline|offices? at|headquarters|located at|help ?line|support|customer (?:service|care)|press|media contact|presse|reservations|switchboard|zentrale|service|emergency|toll|fax|impressum|office hours)\b"#
  )

  private func isProgram(_ language: Language) -> Bool {
    !["yaml", "json", "toml", "html", "xml", "ini", "env", "properties", "sql"].contains(
      language.id)
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
      || around.lineClears(Self.publicLine) || around.isInNotice
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

  private func lower(_ candidate: inout Candidate, to severity: Severity) -> Bool {
    candidate.severity = min(candidate.severity, severity)
    return true
  }
}

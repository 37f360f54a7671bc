import SourceText

/// What stands around a candidate: whether it is a piece of something longer, and whom it is about.
struct Surroundings {
  let scan: DocumentScan
  let value: Range<Int>

  private var bytes: [UInt8] { scan.bytes }

  /// The lines from `before` lines above to `after` lines below, at most some kilobytes.
  func lines(before: Int, after: Int) -> Range<Int> {
    let index = scan.lines
    let first = max(0, index.line(at: value.lowerBound) - before)
    let last = min(
      index.count - 1, index.line(at: max(value.lowerBound, value.upperBound - 1)) + after)
    let stretch =
      index.range(ofLine: first).lowerBound..<index.range(ofLine: last).upperBound
    return scan.cut(stretch, around: value, reach: 4_000)
  }

  /// The line of the value, at most some kilobytes around it.
  var line: Range<Int> { lines(before: 0, after: 0) }

  func lineMatches(_ pattern: KnownPattern) -> Bool { scan.matches(pattern, in: line) }

  /// Whether a pattern that makes less of the value matches within a stretch. What stands beside a
  /// value in a comment says nothing of one in code.
  func clears(_ pattern: KnownPattern, in stretch: Range<Int>) -> Bool {
    guard scan.matches(pattern, in: stretch) else { return false }
    guard !scan.isProse, scan.uncommented.isBlanked(stretch), !scan.uncommented.isBlanked(value)
    else { return true }
    return scan.patterns.clearingAnswer(of: pattern, in: stretch, of: scan.uncommented, scan)
  }

  /// The same of the line.
  func lineClears(_ pattern: KnownPattern) -> Bool { clears(pattern, in: line) }

  // MARK: - A piece of something longer

  /// Whether a number belongs to a longer word: a hash, a float, a UUID, a path.
  var isEmbedded: Bool {
    if value.lowerBound > 0, joins(value.lowerBound - 1, value.lowerBound - 2) { return true }
    return value.upperBound < bytes.count && joins(value.upperBound, value.upperBound + 1)
  }

  /// Whether the byte at `place` ties the value to what lies at `beyond`.
  private func joins(_ place: Int, _ beyond: Int) -> Bool {
    let byte = bytes[place]
    if byte == UInt8(ascii: "_") || byte.isASCIIDigit || byte.isASCIILetter {
      // `\n` and `\t` of a string that is quoted in JSON or in code.
      let isEscape = place < value.lowerBound && beyond >= 0 && bytes[beyond] == UInt8(ascii: "\\")
      return !isEscape
    }
    guard bytes.indices.contains(beyond) else { return false }
    let other = bytes[beyond]
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "+"):
      guard other.isASCIIDigit || other.isASCIILetter else { return false }
      // A sentence may end without a space, and `tel.030` is an abbreviation.
      return !(byte == UInt8(ascii: ".") && other.isASCIILetter)
    default: return false
    }
  }

  /// The run of bytes without spaces and quotes that the value lies in, at most 500 each way.
  var token: Range<Int> {
    func isEnd(_ byte: UInt8) -> Bool {
      byte <= 0x20 || "\"'`<>()[]{},;|".utf8.contains(byte)
    }
    var start = value.lowerBound
    while start > 0, value.lowerBound - start < 500, !isEnd(bytes[start - 1]) { start -= 1 }
    var end = value.upperBound
    while end < bytes.count, end - value.upperBound < 500, !isEnd(bytes[end]) { end += 1 }
    return start..<end
  }

  /// Whether the value is part of an address of the web or of a remote machine, but not of its query.
  var isInURL: Bool {
    let before = bytes[token.lowerBound..<value.lowerBound]
    guard contains("://", in: before) else { return false }
    return !before.contains(UInt8(ascii: "?"))
  }

  private func contains(_ text: StaticString, in part: ArraySlice<UInt8>) -> Bool {
    let wanted = text.withUTF8Buffer { Array($0) }
    guard part.count >= wanted.count else { return false }
    return (part.startIndex...(part.endIndex - wanted.count)).contains {
      part[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }

  // MARK: - Whom it is about

  /// Whether a person with a name is spoken of near: as the value of a label, or with a title.
  func isAboutPerson(before: Int, after: Int) -> Bool {
    let range = lines(before: before, after: after)
    return scan.matches(Self.labeledName, in: range) || scan.matches(Self.titledName, in: range)
  }

  /// Whether a name is written out on the line of the value, even without a label.
  var hasNameOnLine: Bool {
    scan.matches(Self.fullName, in: line) || scan.matches(Self.labeledName, in: line)
  }

  /// Whether one of the lines above is nothing but a name, as on an envelope.
  var isBelowName: Bool {
    scan.matches(Self.nameLine, in: lines(before: 2, after: 0))
  }

  private static let nameLine = KnownPattern(
    #"(?m)^[ \t>*+-]{0,8}[A-ZÀ-Þ][a-zß-ÿ'’-]{1,20}(?: [A-Z]\.)?(?: [A-ZÀ-Þ][A-Za-zß-ÿ'’-]{1,25}){1,2}[ \t,]{0,4}\r?$"#
  )

  /// Whether the lines around are a license or a notice, which name their holders.
  var isInNotice: Bool {
    clears(Self.notice, in: lines(before: 10, after: 5))
  }

  private static let notice = KnownPattern(
    #"(?i)\b(?:copyright|licen[cs]e[ds]?|warrant(?:y|ies)|redistribut)"#)

  /// Whether the line is one that people are invited to call or write to.
  var isOnPublicLine: Bool { lineClears(Self.publicLine) }

  private static let publicLine = KnownPattern(
    #"(?i)\b(?:hotline|offices? at|headquarters|located at|help ?line|support|customer (?:service|care)|press|media contact|presse|reservations|switchboard|zentrale|service|emergency|toll|fax|impressum|office hours)\b"#
  )

  /// Whether the line names a number that is no person's: of an order, a product, a commit.
  var isAboutOtherNumber: Bool { lineClears(Self.otherNumber) }

  private static let otherNumber = KnownPattern(
    #"""
    (?i)\b(?:(?:order|tracking|invoice|parcel|shipment|waybill|ean|gtin|upc|isbn|issn|sku|barcode|serial|article|artikel|bestell(?:ung|nummer)|auftrag(?:s?nummer)?|sendung(?:s?nummer)?|rechnung(?:s?nummer)?|seriennummer|commande|facture|suivi|colis|code-barres|pedido|factura|fatura|rastreo|rastreio|encomenda|ordine|fattura|spedizione|bestelling|bestelnummer|factuur(?:nummer)?|zam[oó]wieni[ea]|faktur[ay]|przesy[lł]k[ai]|objedn[aá]vk[ay]|faktura|ordernummer|ordrenummer|fakturanummer|sendingsnummer|tilausnumero|lasku|rendel[eé]s|számla sorszáma|comandă|sipari[sş]|pesanan|faktur|đơn hàng|hóa đơn|timestamp|epoch|commit|revision|checksum|prüfsumme|somme de contr[oô]le|hash|crc|build|ticket|batch|lot|version|doi|asin)(?:[ _-]?(?:no|nr|n[°º]|number|num|id|code|nummer))?)\b|(?:номер|№) (?:заказа|накладной|сч[её]та-фактуры|замовлення)|(?:заказа?|накладная) №|трек-номер|αριθμός (?:παραγγελίας|τιμολογίου)|رقم (?:الطلب|الفاتورة|الشحنة)|شماره (?:سفارش|فاکتور)|מספר (?:הזמנה|חשבונית)|ऑर्डर (?:नंबर|संख्या)|(?:เลขที่|หมายเลข)คำสั่งซื้อ|注文番号|注文ID|伝票番号|追跡番号|請求書番号|订单(?:号|编号|ID)|訂單(?:號|編號)|发票号|發票號|运单号|快递单号|주문 ?번호|송장 ?번호|운송장
    """#
  )

  /// Whether the line names a customer.
  var isCustomerOnLine: Bool {
    lineMatches(Self.customer)
  }

  private static let customer = KnownPattern(
    #"\b(?i:customer|client|kunde|kundin|cliente|account holder|patient|member)\b:? [A-ZÀ-Þ][a-zß-ÿ'’-]{1,20} [A-ZÀ-Þ]"#
  )

  /// Whether the person is one that everybody uses in samples.
  ///
  /// Records may share a line, so that only what stands close counts.
  func isAboutSamplePerson(before: Int, after: Int) -> Bool {
    let range = lines(before: before, after: after)
    let start = max(range.lowerBound, value.lowerBound - 240)
    let end = min(range.upperBound, value.upperBound + (after > 0 ? 240 : 40))
    return clears(Self.sampleName, in: start..<max(start, end))
  }

  /// Whether the number belongs to a company rather than to a person.
  var isAboutCompany: Bool {
    clears(Self.company, in: lines(before: 3, after: 1))
      && !isAboutPerson(before: 4, after: 2)
  }

  /// `name: "Ottilie Brandvold"`, `Patient: Casimir Bielawski`, `nombre: 'Remedios Echeverri'`.
  private static let labeledName = KnownPattern(
    #"""
    (?m)(?:^|[^A-Za-z])(?i:(?:full|first|last|display|legal|contact|patient|customer|client|guest|employee|user|card_?holder)?[ _-]?name|nachname|vorname|surname|nom|pr[eé]nom|nombre|apellidos?|nome|cognome|imi[eę]|nazwisko|patient(?:in|e)?|paziente|paciente|pacjent|employee|mitarbeiter(?:in)?|guest|holder|cardholder|account holder|kontoinhaber|customer|client|cliente|klient|beneficiary|kunde|kundin|resident|applicant|candidate|bewerber(?:in)?|student|member|person|passenger|tenant|driver|holder|insured|assuré|subscriber|naam|navn|namn|nimi|jméno|név|isim|claimant|recipient|employee_name)(?:["']?\s{0,3}[:=(]>?|>)\s{0,20}["']?(?:(?:Mr|Mrs|Ms|Dr|Herr|Frau)\.? )?[A-ZÀ-Þ][A-Za-zß-ÿĀ-ſ'’-]{1,25}[ ,][^\n]{0,3}[A-ZÀ-Þ]
    """#)
  /// `Mr. Castellane`, `Frau Mommsen-Haas`.
  private static let titledName = KnownPattern(
    #"\b(?:Mr|Mrs|Ms|Miss|Herrn?|Frau|Mme|Monsieur|Madame|Señora?|Sra?|Sig\.?ra|Pani?)\.? [A-ZÀ-Þ][a-zß-ÿĀ-ſ'’-]{2,25}"#
  )
  /// Two or three capitalized words at the start of a field.
  private static let fullName = KnownPattern(
    #"(?m)(?:^|["'>,;:|\t*(]) {0,3}[A-ZÀ-Þ][a-zß-ÿĀ-ſ'’]{1,20}(?: [A-Z]\.)?(?:[ -][A-ZÀ-Þ][A-Za-zß-ÿĀ-ſ'’-]{1,25}){1,3}"#
  )
  private static let sampleName = KnownPattern(
    #"(?i)\b(?:(?:john|jane|jon|johnny)[ .,_]{1,2}(?:q\.? )?(?:doe|smith|public|appleseed|roe)|(?:max|erika|maria) muster|mustermann|musterfrau|mario rossi|juan p[eé]rez|jean dupont|jan kowalski|joe bloggs|jan novák|ivan ivanov|alice (?:example|smith)|bob (?:example|smith)|foo bar|test (?:user|patient|guest|customer|person|employee)|(?:example|sample|demo|dummy) (?:user|patient|person|customer))"#
  )
  private static let company = KnownPattern(
    #"(?m)(?:^|[^A-Za-z])(?:GmbH|AG|KG|UG|Ltd\.?|LLC|LLP|Inc\.?|Corp\.?|PLC|S\.A\.?|S\.L\.|SARL|SAS|OU|OÜ|B\.V\.|BV|NV|S\.r\.l\.|S\.p\.A\.|SpA|Oy|AB|ApS|Ltda|S\.A\. de C\.V\.|sp\. z o\.o\.|s\.r\.o\.|Kft|Pty|e\.V\.|Verein|Foundation|Stiftung)(?:[^A-Za-z]|$)"#
  )
}

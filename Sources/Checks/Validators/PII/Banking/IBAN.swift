/// International bank account numbers (ISO 13616): the country's length and structure as the SWIFT
/// registry has them, and the check digits (ISO/IEC 7064, MOD 97-10), which let one wrong value
/// in 97 pass.
enum IBAN {
  static let validator = Validator(
    name: "iban",
    example: { argument, random in example(argument.isEmpty ? "DE" : argument, &random) },
    judge: { judge($0.value) })

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count >= 15, text[0].isASCIILetter, text[1].isASCIILetter, text[2].isASCIIDigit,
      text[3].isASCIIDigit, let structure = structures[String(decoding: text[..<2], as: UTF8.self)],
      matches(text[4...], structure), CheckDigits.mod97(text[4...] + text[..<4]) == 1
    else { return .refuted }
    let account = text[4...].filter(\.isASCIIDigit).map { Int($0 - 0x30) }
    if published.contains(String(decoding: text, as: UTF8.self)) {
      return .documented("published example")
    }
    if Identifier.isPlaceholder(account) { return .documented("placeholder digits") }
    return .proven("length, structure and check digits valid")
  }

  /// Whether a country's part has its structure: runs of digits (`n`), letters (`a`) and either (`c`).
  private static func matches(_ part: ArraySlice<UInt8>, _ structure: String) -> Bool {
    var rest = part
    for run in runs(structure) {
      guard rest.count >= run.count else { return false }
      for byte in rest.prefix(run.count) {
        switch run.kind {
        case UInt8(ascii: "n"): guard byte.isASCIIDigit else { return false }
        case UInt8(ascii: "a"): guard byte.isASCIILetter else { return false }
        default: break
        }
      }
      rest = rest.dropFirst(run.count)
    }
    return rest.isEmpty
  }

  private static func runs(_ structure: String) -> [(count: Int, kind: UInt8)] {
    var result: [(Int, UInt8)] = []
    var count = 0
    for byte in structure.utf8 {
      if byte.isASCIIDigit {
        count = count * 10 + Int(byte - 0x30)
      } else {
        result.append((count, byte))
        count = 0
      }
    }
    return result
  }

  private static func example(_ country: String, _ random: inout ExampleRandom) -> String? {
    guard let structure = structures[country] else { return nil }
    var account: [UInt8] = []
    for run in runs(structure) {
      for _ in 0..<run.count {
        account.append(
          run.kind == UInt8(ascii: "a")
            ? 0x41 + UInt8(random.number(below: 26)) : 0x30 + UInt8(random.number(below: 10)))
      }
    }
    let head = Array(country.utf8)
    let check = 98 - CheckDigits.mod97(account + head + [0x30, 0x30])
    let digits = [0x30 + UInt8(check / 10), 0x30 + UInt8(check % 10)]
    return String(decoding: head + digits + account, as: UTF8.self)
  }

  /// The structure of the part after the check digits, by country: the SWIFT IBAN registry, release 99, and
  /// the countries that number accounts in the same way without being in it (the last three lines, as their
  /// central banks and the EPC's lists of formats have them).
  private static let structures: [String: String] = [
    "AD": "8n12c", "AE": "19n", "AL": "8n16c", "AT": "16n", "AZ": "4a20c", "BA": "16n",
    "BE": "12n", "BG": "4a6n8c", "BH": "4a14c", "BI": "23n", "BR": "23n1a1c", "BY": "4c4n16c",
    "CH": "5n12c", "CR": "18n", "CY": "8n16c", "CZ": "20n", "DE": "18n", "DJ": "23n", "DK": "14n",
    "DO": "4c20n", "EE": "16n", "EG": "25n", "ES": "20n", "FI": "14n", "FK": "2a12n",
    "FO": "14n", "FR": "10n11c2n", "GB": "4a14n", "GE": "2a16n", "GI": "4a15c", "GL": "14n",
    "GR": "7n16c", "GT": "24c", "HN": "4a20n", "HR": "17n", "HU": "24n", "IE": "4a14n",
    "IL": "19n", "IQ": "4a15n", "IS": "22n", "IT": "1a10n12c", "JO": "4a4n18c", "KW": "4a22c",
    "KZ": "3n13c", "LB": "4n20c", "LC": "4a24c", "LI": "5n12c", "LT": "16n", "LU": "3n13c",
    "LV": "4a13c", "LY": "21n", "MC": "10n11c2n", "MD": "20c", "ME": "18n", "MK": "3n10c2n",
    "MN": "16n", "MR": "23n", "MT": "4a5n18c", "MU": "4a19n3a", "NI": "4a20n", "NL": "4a10n",
    "NO": "11n", "OM": "3n16c", "PK": "4a16c", "PL": "24n", "PS": "4a21c", "PT": "21n",
    "QA": "4a21c", "RO": "4a16c", "RS": "18n", "RU": "14n15c", "SA": "2n18c", "SC": "4a20n3a",
    "SD": "14n", "SE": "20n", "SI": "15n", "SK": "20n", "SM": "1a10n12c", "SO": "19n",
    "ST": "21n", "SV": "4a20n", "TL": "19n", "TN": "20n", "TR": "6n16c", "UA": "6n19c",
    "VA": "18n", "VG": "4a16n", "XK": "16n", "YE": "4a4n18c",
    "AO": "21n", "BF": "2c22n", "BJ": "2c22n", "CF": "23n", "CG": "23n", "CI": "2c22n",
    "CM": "23n", "CV": "21n", "DZ": "22n", "GA": "23n", "GQ": "23n", "GW": "2c19n", "IR": "22n",
    "KM": "23n", "MA": "24n", "MG": "23n", "ML": "2c22n", "MZ": "21n", "NE": "2c22n", "SN": "2c22n",
    "TD": "23n", "TG": "2c22n",
  ]

  /// The registry's examples, and those that banks and payment providers print in their documentation.
  private static let published: Set<String> = [
    "AD1200012030200359100100", "AE070331234567890123456", "AL47212110090000000235698741",
    "AT611904300234573201", "AZ21NABZ00000000137010001944", "BA391290079401028494",
    "BE68539007547034", "BE71096123456769", "BG80BNBG96611020345678", "BH67BMAG00001299123456",
    "BR1800360305000010009795493C1", "BR9700360305000010009795493P1",
    "BY13NBRB3600900000002Z00AB00", "CH9300762011623852957", "CH5604835012345678009",
    "CR05015202001026284066", "CY17002001280000001200527600", "CZ6508000000192000145399",
    "CZ9455000000001011038930", "DE89370400440532013000", "DE91100000000123456789",
    "DE75512108001245126199", "DE02120300000000202051", "DE02500105170137075030",
    "DE02100500000054540402", "DE02300209000106531065", "DE88100900001234567892",
    "DE27100777770209299700", "DE62370400440532013001", "DE12500105170648489890",
    "DE68210501700012345678", "DE44500105175407324931", "DE21301204000000015228",
    "DK5000400440116243", "DO28BAGR00000001212453611324", "EE382200221020145685",
    "EG380019000500000000263180002", "ES9121000418450200051332", "ES7921000813610123456789",
    "ES8023100001180000012345", "FI2112345600000785", "FI1410093000123458",
    "FO6264600001631634", "FR1420041010050500013M02606", "FR7630006000011234567890189",
    "FR7630004000031234567890143", "FR7630001007941234567890185", "GB29NWBK60161331926819",
    "GB82WEST12345698765432", "GB33BUKB20201555555555", "GB94BARC10201530093459",
    "GB98MIDL07009312345678", "GB15MIDL40051512345678", "GB15CLRB04066800000435",
    "GE29NB0000000101904917", "GI75NWBK000000007099453", "GL8964710001000206",
    "GR1601101250000000012300695", "GT82TRAJ01020000001210029690", "HR1210010051863000160",
    "HR1723600001101234565", "HU42117730161111101800000000", "IE29AIBK93115212345678",
    "IE64IRCE92050112345678", "IL620108000000099999999", "IQ98NBIQ850123456789012",
    "IS140159260076545510730339", "IT60X0542811101000000123456", "JO94CBJO0010000000000131000302",
    "KW81CBKU0000000000001234560101", "KZ86125KZT5004100100", "LB62099900000001001901229114",
    "LC55HEMM000100010012001200023015", "LI21088100002324013AA", "LT121000011101001000",
    "LU280019400644750000", "LV80BANK0000435195001", "LV97HABA0012345678910",
    "MC5811222000010123456789030", "MD24AG000225100013104168", "ME25505000012345678951",
    "MK07250120000058984", "MR1300020001010000123456753", "MT84MALT011000012345MTLCAST001S",
    "MT31MALT01100000000000000000123", "MU17BOMM0101101030300200000MUR", "NL91ABNA0417164300",
    "NL02ABNA0123456789", "NL39RABO0300065264", "NO9386011117947", "NO8330001234567",
    "PK36SCBL0000001123456702", "PL61109010140000071219812874", "PL10105000997603123456789123",
    "PS92PALS000000000400123456702", "PT50000201231234567890154", "PT50002700000001234567833",
    "QA58DOHB00001234567890ABCDEFG", "RO49AAAA1B31007593840000", "RO09BCYP0000001234567890",
    "RS35260005601001611379", "SA0380000000608010167519", "SC18SSCB11010000000000001497USD",
    "SE4550000000058398257466", "SI56191000000123438", "SI56263300012039086",
    "SK3112000000198742637541", "SM86U0322509800000000270100", "ST68000100010051845310112",
    "SV62CENR00000000000000700025", "TL380080012345678910157", "TN5910006035183598478831",
    "TR330006100519786457841326", "UA213223130000026007233566001", "UA903052992990004149123456789",
    "VA59001123000012345678", "VG96VPVG0000012345678901", "XK051212012345678906",
  ]
}

/// Telephone numbers: E.164 length by calling code, and the numbers kept for fiction.
enum Phone {
  static let validator = Validator(
    name: "phone",
    example: { argument, random in
      let templates = [
        "": "+49 30 9########", "US": "+1 (+##) +##-####", "UK": "+44 7911 ######",
        "FR": "+33 6 ## ## ## ##",
      ]
      guard let template = templates[argument] else { return nil }
      // A leading + is the sign, not a place to be filled.
      let sign = template.dropFirst()
      let filled = Validator.sample(String(sign), &random) { judge([UInt8(ascii: "+")] + $0) }
      return filled.map { "+\($0)" }
    },
    judge: { judge($0.value) })

  static func judge(_ value: [UInt8]) -> Judgement {
    var isInternational = value.first == UInt8(ascii: "+")
    guard var digits = Identifier.digits(Array(value.drop { $0 == UInt8(ascii: "+") }), 7...17)
    else { return .refuted }
    if !isInternational, digits.count >= 11, digits[0] == 0, digits[1] == 0 {
      digits.removeFirst(2)
      isInternational = true
    }
    if isInternational { return judgeInternational(digits) }
    guard let first = digits.first, digits.contains(where: { $0 != first }) else { return .refuted }
    if isPlaceholder(digits) { return .documented("placeholder digits") }
    // Written without a calling code, it may belong to any plan that keeps numbers for fiction.
    let national = first == 0 ? Array(digits.dropFirst()) : digits
    if digits.count == 10, first != 0, let judgement = northAmerican(digits) { return judgement }
    if digits.count == 11, first == 1,
      let judgement = northAmerican(Array(digits.dropFirst()))
    {
      return judgement
    }
    if first == 0, fictional.values.contains(where: { isPrefixed(national, by: $0) }) {
      return .refuted
    }
    return .plausible(nil)
  }

  private static func judgeInternational(_ digits: [Int]) -> Judgement {
    guard let code = (1...3).first(where: { lengths[Identifier.number(digits[..<$0])] != nil })
    else { return .refuted }
    let callingCode = Identifier.number(digits[..<code])
    var national = Array(digits[code...])
    // `+44 (0)20 …`: the trunk zero is often left in.
    if national.first == 0, callingCode != 39, callingCode != 225, callingCode != 242 {
      national.removeFirst()
    }
    guard let range = lengths[callingCode], range.contains(national.count) else { return .refuted }
    guard let first = national.first, national.contains(where: { $0 != first }) else {
      return .refuted
    }
    if callingCode == 1 {
      guard national[0] >= 2, national[3] >= 2 else { return .refuted }
      if let judgement = northAmerican(national) { return judgement }
    }
    if let prefixes = fictional[callingCode], isPrefixed(national, by: prefixes) { return .refuted }
    if isPlaceholder(national) { return .documented("placeholder digits") }
    if callingCode == 800 { return .documented("toll-free number") }
    return .plausible("length fits calling code \(callingCode)")
  }

  /// What the North American plan says of ten digits; nil for an ordinary number.
  ///
  /// 555-0100 to 555-0199 are kept for fiction (ATIS-0300115); the rest of exchange 555 is no
  /// subscriber's either.
  private static func northAmerican(_ digits: [Int]) -> Judgement? {
    guard digits[0] >= 2, digits[3] >= 2 else { return nil }
    if digits[3..<6] == [5, 5, 5] || digits[..<3] == [5, 5, 5] {
      return digits[6] == 0 && digits[7] == 1 ? .refuted : .documented("exchange 555")
    }
    if digits[0] == 8, digits[1] == digits[2] || digits[1...2] == [0, 0] {
      return .documented("toll-free number")
    }
    return nil
  }

  /// Digits that count up, or the same three twice.
  private static func isPlaceholder(_ digits: [Int]) -> Bool {
    if Identifier.isPlaceholder(digits) { return true }
    let text = Identifier.text(digits)
    return ["12345", "123123", "98765", "000000", "111111", "99999"].contains { text.contains($0) }
  }

  private static func isPrefixed(_ digits: [Int], by prefixes: String) -> Bool {
    let text = Identifier.text(digits)
    return prefixes.split(separator: " ").contains { text.hasPrefix($0) }
  }

  /// Beginnings of numbers that the regulators keep for film and print: Ofcom, ACMA, Arcep,
  /// Bundesnetzagentur, PTS, ComReg; and the best-known sample numbers.
  private static let fictional: [Int: String] = [
    44: """
    7700900 1632960 2079460 1134960 1144960 1154960 1164960 1174960 1184960 1214960 1314960 1414960 \
    1514960 1614960 1914980 2890180 2920180 8081570 9098790 3069990
    """,
    61: "49157 25550 27010 35550 37010 75550 77010 85550 87010 1800160401 1800975707",
    33: "19900 26191 35301 46571 53649 63998 80000",
    49: """
    3023125 4066969 2214710 8999998 6990009 1522881738 1522889545 1525459937 1713920 1729968 1734809 \
    1749464 17600000
    """,
    46: "3139006 4062804 8465004 9803192 7017406",
    353: "2091",
    86: "13800138",
  ]

  /// The least and the most digits of a national number, by calling code.
  private static let lengths: [Int: ClosedRange<Int>] = {
    var table: [Int: ClosedRange<Int>] = [:]
    for entry in plan.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let numbers = entry.split(whereSeparator: { $0 == ":" || $0 == "-" }).compactMap { Int($0) }
      guard numbers.count == 3, numbers[1] <= numbers[2] else { continue }
      table[numbers[0]] = numbers[1]...numbers[2]
    }
    return table
  }()

  /// Calling code, then the lengths (ITU-T E.164 and the national numbering plans).
  private static let plan = """
    1:10-10 7:10-14 20:8-10 27:6-10 30:10-12 31:6-11 32:8-9 33:9-9 34:9-9 36:8-9 39:6-12 40:6-9
    41:9-9 43:6-13 44:7-10 45:8-8 46:6-10 47:6-8 48:7-10 49:6-13 51:8-9 52:10-10 53:6-10 54:10-11
    55:8-11 56:9-11 57:8-11 58:10-10 60:8-10 61:6-12 62:7-13 63:6-13 64:6-10 65:8-11 66:8-13
    81:8-13 82:6-13 84:7-10 86:7-12 90:7-13 91:8-13 92:8-12 93:9-9 94:9-9 95:6-10 98:6-10 211:9-9
    212:9-9 213:8-9 216:8-8 218:9-9 220:7-7 221:9-9 222:8-8 223:8-8 224:8-9 225:10-10 226:8-8
    227:8-8 228:8-8 229:8-10 230:7-10 231:7-9 232:8-8 233:8-9 234:10-12 235:8-8 236:8-8 237:8-9
    238:7-7 239:7-7 240:9-9 241:7-8 242:9-9 243:7-10 244:9-9 245:7-9 246:7-7 247:5-6 248:7-7
    249:9-9 250:8-9 251:9-9 252:6-9 253:8-8 254:7-10 255:9-9 256:9-9 257:8-8 258:8-9 260:9-9
    261:9-9 262:9-9 263:6-10 264:8-9 265:7-9 266:8-8 267:7-10 268:8-9 269:7-7 290:4-5 291:7-7
    297:7-7 298:6-6 299:6-6 350:8-8 351:9-9 352:6-11 353:7-10 354:7-9 355:6-9 356:8-8 357:8-8
    358:6-12 359:6-12 370:8-8 371:8-8 372:7-10 373:8-8 374:8-8 375:6-11 376:6-9 377:8-9 378:8-10
    380:9-10 381:6-12 382:8-9 383:8-12 385:7-9 386:6-8 387:8-9 389:8-8 420:9-9 421:6-9 423:7-9
    500:5-5 501:7-11 502:8-11 503:7-11 504:8-11 505:8-8 506:8-10 507:7-11 508:6-9 509:8-8 590:9-9
    591:8-9 592:7-7 593:8-11 594:9-9 595:6-11 596:9-9 597:6-7 598:6-12 599:7-8 670:7-8 672:6-6
    673:7-7 674:7-7 675:7-8 676:6-7 677:6-7 678:6-7 679:7-11 680:7-7 681:6-9 682:5-5 683:6-7
    685:6-10 686:6-8 687:6-6 688:6-7 689:6-9 690:6-7 691:7-7 692:7-7 800:8-8 808:8-8 850:8-10
    852:6-11 853:7-8 855:8-10 856:8-10 870:9-12 878:12-12 880:6-10 881:9-10 882:7-12 883:8-12
    886:7-11 888:11-11 960:7-10 961:7-8 962:8-9 963:8-9 964:8-10 965:7-8 966:9-10 967:7-9 968:7-9
    970:8-10 971:6-12 972:7-12 973:8-8 974:7-11 975:7-8 976:8-10 977:8-11 979:9-9 992:9-9 993:8-8
    994:9-9 995:9-9 996:9-10 998:9-9
    """
}

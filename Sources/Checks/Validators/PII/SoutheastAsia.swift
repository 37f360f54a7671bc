/// Identifiers of Singapore, Thailand, Malaysia, Indonesia, the Philippines and Vietnam.
enum SoutheastAsia {
  static let validators: [Validator] = [
    .identifier("nric-sg", template: "S#######@", judge: singaporean),
    .identifier("thai-id", template: "1############", judge: thai),
    .identifier("thai-id-grouped", template: "1-####-#####-##-#", judge: thai),
    .identifier("mykad", template: "ymd-14-####", judge: malaysian),
    .identifier("mykad-undivided", template: "ymd14####", judge: malaysian),
    .identifier("uen", template: "2014#####@", judge: singaporeanEntity),
    .identifier("uen-business", template: "5#######@", judge: singaporeanEntity),
    .identifier("npwp", template: "0#.###.###.#-0##.000", judge: indonesianTax),
    .identifier("npwp-undivided", template: "0########0##000", judge: indonesianTax),
    .identifier("nik", template: "3175##dmy####", judge: indonesian),
    .identifier("ph-tin", template: "+##-###-###-000", judge: philippineTax),
    .identifier("ph-tin-undivided", template: "+########000", judge: philippineTax),
    .identifier("ph-benefit-number", template: "0#-#######-#", judge: philippineBenefit),
    .identifier("cccd", template: "0791y######", judge: vietnamese),
  ]

  /// NRIC and FIN: a letter for kind and century, seven digits, a check letter modulo 11 (ICA).
  static func singaporean(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9, text[8].isASCIILetter,
      let digits = Identifier.digits(Array(text[1..<8]), 7)
    else { return .refuted }
    let sum = Identifier.weighted(digits, [2, 7, 6, 5, 4, 3, 2])
    let letters: String
    let offset: Int
    switch text[0] {
    case UInt8(ascii: "S"): (letters, offset) = ("JZIHGFEDCBA", 0)
    case UInt8(ascii: "T"): (letters, offset) = ("JZIHGFEDCBA", 4)
    case UInt8(ascii: "F"): (letters, offset) = ("XWUTRQPNMLK", 0)
    case UInt8(ascii: "G"): (letters, offset) = ("XWUTRQPNMLK", 4)
    case UInt8(ascii: "M"): (letters, offset) = ("XWUTRQPNJLK", 3)
    default: return .refuted
    }
    guard Array(letters.utf8)[(sum + offset) % 11] == text[8] else { return .refuted }
    return Identifier.settle(digits, "check letter valid")
  }

  /// Thai national id: thirteen digits, the last checks the others modulo 11 (Department of
  /// Provincial Administration).
  static func thai(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13), (1...8).contains(digits[0]),
      isThaiProvince(digits[1] * 10 + digits[2])
    else { return .refuted }
    let sum = Identifier.weighted(digits, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    guard (11 - sum % 11) % 10 == digits[12] else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["1101700230673"])
  }

  /// MyKad: birth date and place of birth (Jabatan Pendaftaran Negara). No check digit.
  static func malaysian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    let place = digits[6] * 10 + digits[7]
    guard ![0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97].contains(place) else {
      return .refuted
    }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("birth date and place valid")
  }

  /// Whether a province has that number (TIS 1099): they are counted from 10 in each region.
  private static func isThaiProvince(_ number: Int) -> Bool {
    switch number {
    case 10...27, 30...58, 60...67, 70...77, 80...86, 90...96: true
    default: false
    }
  }

  /// Unique entity number of businesses (eight digits), companies (year and five digits) and others
  /// (`T08LL1234X`), each with a check letter modulo 11 (ACRA).
  static func singaporeanEntity(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 9 || text.count == 10, let last = text.last else { return .refuted }
    let body = Array(text.dropLast())
    if let digits = Identifier.digits(body, 8...9) {
      let check: Bool
      if digits.count == 8 {
        let sum = Identifier.weighted(digits, [10, 4, 9, 3, 8, 2, 7, 1])
        check = Array("XMKECAWLJDB".utf8)[sum % 11] == last
      } else {
        let sum = Identifier.weighted(digits, [10, 8, 6, 4, 9, 7, 5, 3, 1])
        check =
          Array("ZKCMDNERGWH".utf8)[sum % 11] == last
          && (1900...2035).contains(Identifier.number(digits[..<4]))
      }
      return check ? Identifier.settle(digits, "check letter valid") : .refuted
    }
    let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWX0123456789".utf8)
    guard body.count == 9, "RST".utf8.contains(body[0]), body[3].isASCIILetter,
      body[4].isASCIILetter, let digits = Identifier.digits(Array(body[1...2] + body[5...]), 6)
    else { return .refuted }
    var numbers: [Int] = []
    for byte in body {
      guard let number = alphabet.firstIndex(of: byte) else { return .refuted }
      numbers.append(number)
    }
    let sum = Identifier.weighted(numbers, [4, 3, 5, 3, 10, 2, 2, 5, 7])
    guard alphabet[(sum + 6) % 11] == last else { return .refuted }
    return Identifier.settle(digits, "check letter valid")
  }

  /// NPWP: kind of taxpayer, serial, Luhn's check digit over nine digits, tax office, branch
  /// (Direktorat Jenderal Pajak, PER-04/PJ/2020).
  static func indonesianTax(_ value: [UInt8]) -> Judgement {
    guard var digits = Identifier.digits(value, 15...16) else { return .refuted }
    if digits.count == 16 {
      guard digits.removeFirst() == 0 else { return .refuted }
    }
    let head = Array(digits[..<9])
    guard CheckDigits.luhn(head), Identifier.number(head) > 0,
      Identifier.number(digits[9..<12]) > 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// NIK: province, regency and district, birth date (day plus 40 for women), serial (Ministry of
  /// Home Affairs, Law 24 of 2013). No check digit.
  static func indonesian(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 16) else { return .refuted }
    switch digits[0] * 10 + digits[1] {
    case 11...19, 21, 31...36, 51...53, 61...65, 71...76, 81, 82, 91...96: break
    default: return .refuted
    }
    let day = digits[6] * 10 + digits[7]
    guard digits[2] * 10 + digits[3] > 0,
      Identifier.isDate(
        year: digits[10] * 10 + digits[11], month: digits[8] * 10 + digits[9],
        day: day > 40 ? day - 40 : day), Identifier.number(digits[12...]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("province and birth date valid")
  }

  /// Taxpayer identification number: nine digits, of which the last checks the others by a rule that is
  /// not public, and the branch in three or five (Bureau of Internal Revenue).
  static func philippineTax(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 9...14), [9, 12, 14].contains(digits.count),
      Identifier.number(digits[..<9]) > 0
    else { return .refuted }
    return Identifier.isPlaceholder(Array(digits[..<9]))
      ? .documented("placeholder digits") : .plausible(nil)
  }

  /// Numbers of social insurance: SSS (2-7-1 digits), PhilHealth (2-9-1), the common reference number
  /// of the UMID card (4-7-1), Pag-IBIG (4-4-4), the PhilSys card (4-4-4-4). Their check digits'
  /// rules are not public.
  static func philippineBenefit(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10...16),
      [10, 11, 12, 16].contains(digits.count), digits.contains(where: { $0 != digits[0] })
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }

  /// Citizen identity card: province of birth, century and sex, year of birth, six random digits
  /// (Circular 59/2021/TT-BCA).
  static func vietnamese(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12),
      (1...96).contains(Identifier.number(digits[..<3])), digits[3] <= 3,
      // 2 and 3 are of the century from 2000 on.
      digits[3] < 2 || digits[4] <= 3
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible("province and year of birth valid")
  }
}

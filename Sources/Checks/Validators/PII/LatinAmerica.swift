/// Identifiers of Brazil, Argentina, Chile and Mexico.
enum LatinAmerica {
  static let validators: [Validator] = [
    .identifier("cpf", template: "###.###.###-##", judge: brazilianPerson),
    .identifier("cpf-grouped", template: "#########-##", judge: brazilianPerson),
    .identifier("cnpj", template: "##.###.###/0001-##", judge: brazilianCompany),
    .identifier("cuit", template: "20-########-#", judge: argentine),
    .identifier("rut", template: "+#.###.###-#", judge: chilean),
    .identifier("curp", template: "@E@@ymdHDF@@@##", judge: mexicanPerson),
    .identifier("clabe", template: "032###############", judge: mexicanAccount),
  ]

  /// CPF: nine digits and two check digits modulo 11 (Receita Federal, IN RFB 1548).
  static func brazilianPerson(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      brazilianCheck(digits[..<9], [10, 9, 8, 7, 6, 5, 4, 3, 2]) == digits[9],
      brazilianCheck(digits[..<10], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) == digits[10]
    else { return .refuted }
    return Identifier.settle(
      digits, "check digits valid",
      published: [
        "11144477735", "52998224725", "12345678909", "39053344705", "22233366638", "23100299900",
      ])
  }

  /// CNPJ of a company: twelve digits, since 2026 also letters, which count as their ASCII code less
  /// 48, and two check digits modulo 11 (IN RFB 1863 and 2229).
  static func brazilianCompany(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 14, text[12...].allSatisfy(\.isASCIIDigit) else { return .refuted }
    let digits = text.map { Int($0) - 0x30 }
    guard
      brazilianCheck(digits[..<12], [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == digits[12],
      brazilianCheck(digits[..<13], [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) == digits[13]
    else { return .refuted }
    if text.contains(where: \.isASCIILetter) {
      // That of the instruction.
      return String(decoding: text, as: UTF8.self) == "12ABC34501DE35"
        ? .documented("published example") : .proven("check digits valid")
    }
    return Identifier.settle(
      digits, "check digits valid",
      published: ["11222333000181", "11444777000161", "00000000000191", "12345678000195"])
  }

  private static func brazilianCheck(_ digits: ArraySlice<Int>, _ weights: [Int]) -> Int {
    let rest = Identifier.weighted(Array(digits), weights) % 11
    return rest < 2 ? 0 : 11 - rest
  }

  /// CUIT and CUIL: a prefix that is in use and a check digit modulo 11 (AFIP, RG 10/97).
  static func argentine(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11),
      [20, 23, 24, 25, 26, 27, 30, 33, 34].contains(digits[0] * 10 + digits[1]),
      Identifier.weighted(digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
    else { return .refuted }
    return Identifier.settle(digits, "check digit valid", published: ["20055361682"])
  }

  /// RUT: seven or eight digits and a check digit modulo 11, K for ten (Servicio de Registro Civil).
  static func chilean(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 8 || text.count == 9, let check = text.last,
      let digits = Identifier.digits(Array(text.dropLast()), 7...8)
    else { return .refuted }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() { sum += digit * (2 + index % 6) }
    guard Array("0K987654321".utf8)[sum % 11] == check else { return .refuted }
    if digits.count == 8, digits[0] >= 5 { return .plausible("check digit valid, of a company") }
    return Identifier.settle(digits, "check digit valid")
  }

  /// CURP: names, birth date, sex, state, consonants, and a check digit over the whole (RENAPO,
  /// instructivo normativo).
  static func mexicanPerson(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, text[..<4].allSatisfy(\.isASCIILetter),
      let date = Identifier.digits(Array(text[4..<10]), 6), "HMX".utf8.contains(text[10]),
      states.contains(String(decoding: text[11..<13], as: UTF8.self)),
      text[13..<16].allSatisfy(\.isASCIILetter), text[17].isASCIIDigit,
      Identifier.isDate(
        year: date[0] * 10 + date[1], month: date[2] * 10 + date[3], day: date[4] * 10 + date[5])
    else { return .refuted }
    var sum = 0
    for (index, byte) in text[..<17].enumerated() {
      // The alphabet has an Ñ after N, which is never written.
      let place = byte.isASCIIDigit ? Int(byte - 0x30) : byte.letterIndex + 10
      sum += (byte > UInt8(ascii: "N") ? place + 1 : place) * (18 - index)
    }
    guard (10 - sum % 10) % 10 == Int(text[17] - 0x30) else { return .refuted }
    if ["BOXW310820HNERXN09", "HEGG560427MVZRRL04", "BADD110313HCMLNS09"]
      .contains(String(decoding: text, as: UTF8.self))
    {
      return .documented("published example")
    }
    return .proven("birth date, state and check digit valid")
  }

  private static let states: Set<String> = [
    "AS", "BC", "BS", "CC", "CL", "CM", "CS", "CH", "DF", "DG", "GT", "GR", "HG", "JC", "MC", "MN",
    "MS", "NT", "NL", "OC", "PL", "QT", "QR", "SP", "SL", "SR", "TC", "TS", "TL", "VZ", "YN", "ZS",
    "NE",
  ]

  /// CLABE of a bank account: 17 digits and a check digit with the weights 3, 7, 1, each product
  /// modulo 10 (Asociación de Bancos de México).
  static func mexicanAccount(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 18), digits[0] + digits[1] + digits[2] > 0 else {
      return .refuted
    }
    var sum = 0
    for (index, digit) in digits[..<17].enumerated() { sum += digit * [3, 7, 1][index % 3] % 10 }
    guard (10 - sum % 10) % 10 == digits[17] else { return .refuted }
    return Identifier.settle(
      digits, "check digit valid",
      published: ["032180000118359719", "002115016003269411", "646180110400000007"])
  }
}

/// Further identifiers of Brazil and Mexico, beside their tax and register numbers.
enum BrazilAndMexico {
  static let validators: [Validator] = [
    .identifier("pis", template: "1##.#####.##-#", judge: brazilianWorker),
    .identifier("cnh", template: "###########", judge: brazilianDriver),
    .identifier("titulo-eleitor", template: "########01##", judge: brazilianVoter),
    .identifier("rfc", template: "GODEymd##A", judge: mexicanTax),
    .identifier("nss-mx", template: "###########", judge: mexicanInsured),
    .identifier("clave-elector", template: "RMRZJNymd09H###", judge: mexicanVoter),
  ]

  /// PIS, PASEP, NIT and NIS: ten digits and a check digit modulo 11 (Caixa Econômica Federal).
  static func brazilianWorker(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    let rest = Identifier.weighted(digits, [3, 2, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    guard (rest < 2 ? 0 : 11 - rest) == digits[10] else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Registration number of the CNH: nine digits and two check digits modulo 11; the second is less by
  /// two where the first came out as ten (SENATRAN).
  static func brazilianDriver(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11) else { return .refuted }
    let first = Identifier.weighted(Array(digits[..<9]), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 11
    var second = Identifier.weighted(Array(digits[..<9]), [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11
    if first == 10 { second += second < 2 ? 9 : -2 }
    guard first % 10 == digits[9], second % 10 == digits[10] else { return .refuted }
    return Identifier.settle(digits, "check digits valid")
  }

  /// Voter's number: eight digits, the state (01 to 28), and two check digits modulo 11, which are
  /// never 0 in São Paulo and Minas Gerais (Tribunal Superior Eleitoral, Resolução 21.538).
  static func brazilianVoter(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 12) else { return .refuted }
    let state = digits[8] * 10 + digits[9]
    guard (1...28).contains(state) else { return .refuted }
    func check(_ sum: Int) -> Int {
      let rest = sum % 11 % 10
      return rest == 0 && sum % 11 == 0 && state <= 2 ? 1 : rest
    }
    guard check(Identifier.weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9])) == digits[10],
      check(digits[8] * 7 + digits[9] * 8 + digits[10] * 9) == digits[11]
    else { return .refuted }
    return Identifier.settle(digits, "state and check digits valid")
  }

  /// RFC of a person: four letters of the names, the birth date, and three characters of which the
  /// last checks the others (SAT). Some that were given by hand do not check.
  static func mexicanTax(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 13, text[..<4].allSatisfy(\.isASCIILetter),
      let date = Identifier.digits(Array(text[4..<10]), 6),
      Identifier.isDate(
        year: date[0] * 10 + date[1], month: date[2] * 10 + date[3], day: date[4] * 10 + date[5])
    else { return .refuted }
    let name = String(decoding: text, as: UTF8.self)
    // The first two stand for the public and for foreigners; the last is that of the SAT's guides.
    if ["XAXX010101000", "XEXX010101000", "GODE561231GR8"].contains(name) {
      return .documented("published example")
    }
    var sum = 0
    for (index, byte) in text[..<12].enumerated() {
      // The alphabet has an & after N.
      let place = byte.isASCIIDigit ? Int(byte - 0x30) : byte.letterIndex + 10
      sum += (byte > UInt8(ascii: "N") ? place + 1 : place) * (13 - index)
    }
    guard Array("0A987654321".utf8)[sum % 11] == text[12] else {
      return .plausible("birth date valid")
    }
    return .proven("birth date and check digit valid")
  }

  /// NSS: delegation, years of registration and birth, a serial number, and Luhn over the whole
  /// (Instituto Mexicano del Seguro Social).
  static func mexicanInsured(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.luhn(digits) else {
      return .refuted
    }
    return Identifier.settle(digits, "check digit valid")
  }

  /// Clave de elector: six consonants of the names, the birth date, the state of birth, the sex, and
  /// three digits (Instituto Nacional Electoral).
  static func mexicanVoter(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 18, text[..<6].allSatisfy(\.isASCIILetter),
      let digits = Identifier.digits(Array(text[6..<14]), 8), "HM".utf8.contains(text[14]),
      Identifier.digits(Array(text[15...]), 3) != nil,
      Identifier.isDate(
        year: digits[0] * 10 + digits[1], month: digits[2] * 10 + digits[3],
        day: digits[4] * 10 + digits[5])
    else { return .refuted }
    let state = digits[6] * 10 + digits[7]
    guard (1...32).contains(state) || (87...88).contains(state) else { return .refuted }
    return .proven("birth date, state and sex valid")
  }
}

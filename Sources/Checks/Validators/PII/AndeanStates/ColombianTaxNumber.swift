/// NIT: six to nine digits (of people ten, their cédula) and a check digit modulo 11 with primes as
/// weights (DIAN, Orden Administrativa 4 of 1989).
enum ColombianTaxNumber {
  static let validator = Validator.identifier("co-nit", template: "###.###.###-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 7...11), let check = digits.last else {
      return .refuted
    }
    let weights = [3, 7, 13, 17, 19, 23, 29, 37, 41, 43]
    let rest = Identifier.weighted(Array(digits.dropLast().reversed()), weights) % 11
    guard (rest < 2 ? rest : 11 - rest) == check else { return .refuted }
    return Identifier.settle(digits, "check digit valid")
  }
}

/// NSS: delegation, years of registration and birth, a serial number, and Luhn over the whole
/// (Instituto Mexicano del Seguro Social).
enum MexicanSocialSecurityNumber {
  static let validator = Validator.identifier("nss-mx", template: "###########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.luhn(digits) else {
      return .refuted
    }
    return Identifier.settle(digits, "check digit valid")
  }
}

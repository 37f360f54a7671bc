/// OIB: eleven digits with the check digit of ISO/IEC 7064, MOD 11,10 (Zakon o OIB, 2008).
enum CroatianPersonalNumber {
  static let validator = Validator.identifier("oib", template: "+##########", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 11), CheckDigits.mod11And10(digits) else {
      return .refuted
    }
    return Identifier.settle(
      digits, "check digit valid", published: ["33392005961", "69435151530", "94577403194"])
  }
}

/// Numbers of social insurance: SSS (2-7-1 digits), PhilHealth (2-9-1), the common reference number
/// of the UMID card (4-7-1), Pag-IBIG (4-4-4), the PhilSys card (4-4-4-4). Their check digits'
/// rules are not public.
enum PhilippineBenefitNumber {
  static let validator = Validator.identifier(
    "ph-benefit-number", template: "0#-#######-#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 10...16),
      [10, 11, 12, 16].contains(digits.count), digits.contains(where: { $0 != digits[0] })
    else { return .refuted }
    return Identifier.isPlaceholder(digits)
      ? .documented("placeholder digits") : .plausible(nil)
  }
}

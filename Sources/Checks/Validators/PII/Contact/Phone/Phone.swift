/// Telephone numbers, judged by the numbering plans.
enum Phone {
  /// `phone` takes numbers that exist; `phone-named` also those of a likely length that the plans do
  /// not know, since plans change and a label says what they are.
  static let validators = [
    Validator(
      name: "phone", example: example, judge: { judge($0.value) }),
    Validator(
      name: "phone-named", example: example, judge: { judge($0.value, isNamed: true) }),
  ]

  private static let example: @Sendable (String, inout ExampleRandom) -> String? = {
    argument, random in
    let templates = [
      "": "+49 30 9########", "US": "+1 (+##) +##-####", "UK": "+44 7911 ######",
      "FR": "+33 6 ## ## ## ##",
    ]
    guard let template = templates[argument] else { return nil }
    // A leading + is the sign, not a place to be filled.
    let sign = template.dropFirst()
    let filled = Validator.sample(String(sign), &random) { judge([UInt8(ascii: "+")] + $0) }
    return filled.map { "+\($0)" }
  }

  static func judge(_ value: [UInt8], isNamed: Bool = false) -> Judgement {
    var isInternational = value.first == UInt8(ascii: "+")
    guard
      var digits = Identifier.digits(Array(value.drop { $0 == UInt8(ascii: "+") }), 6...19)
    else { return .refuted }
    if !isInternational, digits.count >= 11, digits[0] == 0, digits[1] == 0 {
      digits.removeFirst(2)
      isInternational = true
    }
    return isInternational
      ? judgeInternational(digits, isNamed: isNamed || hasTrunkInBrackets(value))
      : judgeNational(digits, isNamed: isNamed)
  }

  // MARK: - With a calling code

  private static func judgeInternational(_ digits: [Int], isNamed: Bool) -> Judgement {
    let plans = NumberingPlan.all
    guard
      let width = (1...3).first(where: {
        digits.count > $0 && plans[Identifier.number(digits[..<$0])] != nil
      }), let plan = plans[Identifier.number(digits[..<width])]
    else { return .refuted }
    var national = Array(digits[width...])
    // `+44 (0)20 …`: the trunk zero is often left in.
    var use = plan.use(of: national[...])
    if use == nil, national.first == 0, plan.trunk == [0] {
      national.removeFirst()
      use = plan.use(of: national[...])
    }
    guard let first = national.first, national.contains(where: { $0 != first }) else {
      return .refuted
    }
    if plan.callingCode == 1, national.count == 10,
      let judgement = ReservedNumbers.northAmerican(national)
    {
      return judgement
    }
    if ReservedNumbers.isFictional(national, callingCode: plan.callingCode) {
      return ReservedNumbers.fictional
    }
    guard let use else {
      return isNamed && plan.hasLength(national.count) ? .plausible(nil) : .refuted
    }
    if ReservedNumbers.isPlaceholder(national) { return .documented("placeholder digits") }
    switch use {
    case .tollFree: return .documented("toll-free number")
    case .special: return .documented("number of a service")
    case .fixed: return .plausible("a number in the plan of +\(plan.callingCode)")
    case .mobile:
      // One range serves both in North America.
      let kind = plan.callingCode == 1 ? "number" : "mobile number"
      return .plausible("a \(kind) in the plan of +\(plan.callingCode)")
    }
  }

  /// Whether a value holds `(0)`, as only people write it, and only in telephone numbers.
  private static func hasTrunkInBrackets(_ value: [UInt8]) -> Bool {
    value.indices.dropFirst(2).contains {
      value[$0] == UInt8(ascii: ")") && value[$0 - 1] == UInt8(ascii: "0")
        && value[$0 - 2] == UInt8(ascii: "(")
    }
  }

  // MARK: - As dialed within a country

  private static func judgeNational(_ digits: [Int], isNamed: Bool) -> Judgement {
    guard let first = digits.first, digits.contains(where: { $0 != first }) else { return .refuted }
    // It may belong to any plan that keeps numbers for fiction.
    let national = first == 0 ? Array(digits.dropFirst()) : digits
    if digits.count == 10, first != 0, let judgement = ReservedNumbers.northAmerican(digits) {
      return ReservedNumbers.isPlaceholder(digits) ? placeholder : judgement
    }
    if digits.count == 11, first == 1,
      let judgement = ReservedNumbers.northAmerican(Array(digits.dropFirst()))
    {
      return judgement
    }
    if first == 0, ReservedNumbers.isFictional(national) { return ReservedNumbers.fictional }
    var uses: [NumberingPlan.Use] = []
    for plan in NumberingPlan.all.values {
      if let use = plan.useWithinCountry(of: digits) {
        if use.isPersonal {
          return ReservedNumbers.isPlaceholder(digits) ? placeholder : .plausible(nil)
        }
        uses.append(use)
      }
    }
    if ReservedNumbers.isPlaceholder(digits) {
      return isNamed || !uses.isEmpty ? placeholder : .refuted
    }
    if uses.isEmpty {
      // The sign before a calling code may be left out.
      if digits.count >= 11,
        case .plausible(let evidence) = judgeInternational(digits, isNamed: false)
      {
        return .plausible(evidence)
      }
      return isNamed && digits.count >= 7 ? .plausible(nil) : .refuted
    }
    return .documented(uses.contains(.special) ? "number of a service" : "toll-free number")
  }

  private static let placeholder = Judgement.documented("placeholder digits")
}

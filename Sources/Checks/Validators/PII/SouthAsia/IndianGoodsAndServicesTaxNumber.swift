/// GST identification number: state, the holder's PAN, which of its registrations, mostly a Z, and
/// a check character modulo 36 with the weights 1 and 2 in turn, the products' digits added up
/// (Goods and Services Tax Network).
enum IndianGoodsAndServicesTaxNumber {
  static let validator = Validator.identifier("gstin", template: "27@@@P@####@1Z#", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 15, let state = Identifier.digits(Array(text[..<2]), 2) else {
      return .refuted
    }
    let number = state[0] * 10 + state[1]
    guard (1...38).contains(number) || number == 97 || number == 99 else { return .refuted }
    if text[2..<12].elementsEqual("ABCDE1234F".utf8) { return .documented("placeholder") }
    guard IndianPermanentAccountNumber.judge(Array(text[2..<12])) != .refuted else {
      return .refuted
    }
    var sum = 0
    for (index, byte) in text.dropLast().enumerated() {
      let product = byte.base36 * (index % 2 + 1)
      sum += product / 36 + product % 36
    }
    guard (36 - sum % 36) % 36 == text[14].base36 else { return .refuted }
    return .proven("check character valid")
  }
}

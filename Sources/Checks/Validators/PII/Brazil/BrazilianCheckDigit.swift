/// The check digit modulo 11 of CPF and CNPJ: remainders of 0 and 1 are written 0 (Receita Federal,
/// IN RFB 1548).
enum BrazilianCheckDigit {
  static func digit(_ digits: ArraySlice<Int>, _ weights: [Int]) -> Int {
    let rest = Identifier.weighted(Array(digits), weights) % 11
    return rest < 2 ? 0 : 11 - rest
  }
}

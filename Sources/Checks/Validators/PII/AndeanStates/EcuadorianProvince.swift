/// The provinces that Ecuador's numbers begin with: 01 to 24, 30 and 50 for those abroad (Dirección
/// General de Registro Civil).
enum EcuadorianProvince {
  static func contains(_ digits: [Int]) -> Bool {
    let province = digits[0] * 10 + digits[1]
    return (1...24).contains(province) || province == 30 || province == 50
  }
}

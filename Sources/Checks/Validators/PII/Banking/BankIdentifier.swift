/// Business identifier codes (ISO 9362): four letters of the bank, the country, two places of the
/// location and perhaps three of the branch. No check digit.
enum BankIdentifier {
  static let validator: Validator = .identifier("bic", template: "@@@@DE@@", judge: judge)

  static func judge(_ value: [UInt8]) -> Judgement {
    let text = Identifier.compact(value)
    guard text.count == 8 || text.count == 11, text[..<6].allSatisfy(\.isASCIILetter),
      countries.contains(UInt16(text[4]) << 8 | UInt16(text[5]))
    else { return .refuted }
    // A 0 in the last place of the location marks the codes of test systems.
    if text[7] == 0x30 { return .documented("test code") }
    return .plausible("form and country valid")
  }

  /// The codes of ISO 3166-1 and, as SWIFT has it, of Kosovo.
  private static let countries: Set<UInt16> = {
    let codes =
      "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCM"
      + "CNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGW"
      + "GYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMD"
      + "MEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPW"
      + "PYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUG"
      + "UMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW"
    let bytes = Array(codes.utf8)
    return Set(
      stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
    )
  }()
}

/// Numbers of documents that their issuers print in descriptions of them, and so are nobody's; of any
/// other nothing is said.
enum SpecimenDocument {
  static let validator = Validator.identifier(
    "specimen-document", template: "@@#######"
  ) { isOne($0) ? .documented("specimen") : .plausible(nil) }

  static func isOne(_ value: [UInt8]) -> Bool {
    numbers.contains(String(decoding: Identifier.compact(value), as: UTF8.self))
  }

  private static let numbers: Set<String> = [
    // ICAO Doc 9303, parts 4 and 5, with and without the check digit.
    "L898902C", "L898902C3", "L898902C36", "D23145890", "D231458907",
    // The specimens of the German identity card and passport (Bundesministerium des Innern).
    "T22000129", "T220001293", "L01X00T47", "L01X00T471", "C01X00T47", "C01X00T478", "C01X0006H",
    "C01X0006H1",
    // The driver's number of the DVLA's specimen licences.
    "MORGA657054SM9IJ", "MORGA753116SM9IJ", "MORGA607054SM9IJ",
    // Specimens of the Dutch and Spanish documents in PRADO, the public register of documents of the
    // Council of the European Union.
    "SPECI2014", "SPECI2021", "BAA000589", "ZAB000254",
  ]
}

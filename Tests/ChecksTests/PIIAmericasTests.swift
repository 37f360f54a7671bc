import Checks
import Testing

/// Identifiers of the Americas: numbers that hold and numbers that do not.
struct PIIAmericasTests {
  /// Valid numbers of documentation and of the tests of public validation libraries.
  @Test(arguments: [
    Published("pe-cui", "06009893-5"), Published("pe-cui", "10586119B"),
    Published("pe-cui", "42189197-0"), Published("pe-ruc", "20512333797"),
    Published("ec-cedula", "1714307103"), Published("ec-ruc", "1792060346-001"),
    Published("ec-ruc", "1760001550001"), Published("co-nit", "213.123.432-1"),
    Published("ve-rif", "V-11470283-4"), Published("uy-rut", "21-100342-001-7"),
    Published("py-ruc", "80028061-0"), Published("gt-nit", "576937-K"),
    Published("sv-nit", "0614-050707-104-8"), Published("do-cedula", "00113918213"),
    Published("do-rnc", "1-01-85004-3"), Published("cr-cedula", "1-0054-1023"),
    Published("cr-cedula", "0701610395"),
    Published("ar-cbu", "0 1400 236 \u{2013} 01 5068 0262 5874"),
    Published("ar-cbu", "0 1 4 0 3 3 9 6   0 1 6 3 0 2 0 1 3 8 1 2 7 6"),
    Published("ar-cbu", "2850376730000059833142"), Published("titulo-eleitor", "004356870906"),
    Published("bc-phn", "9698 658 215"), Published("itin", "911-53-1234"),
    Published("itin", "911-701234"), Published("mbi", "2AG9-XC4-NN22"),
    Published("npi", "1245319599"), Published("aba-routing", "0711-0130-7"),
    Published("sin", "435 418 165"), Published("sin", "347-677-452"),
    Published("ssn", "078 05 1123"), Published("curp", "AAMG890608HDFLJL00"),
  ])
  func `a valid number is accepted`(example: Published) throws {
    let judgement = try judge(example.name, example.value)
    #expect(judgement.isAccepted, "\(judgement)")
  }

  @Test(arguments: [
    Published("pe-cui", "10812543-3x"), Published("pe-cui", "108125H3-3"),
    Published("pe-cui", "06009893-4"), Published("pe-cui", "20240612-1"),
    Published("pe-ruc", "20512333798"), Published("ec-cedula", "1714307104"),
    Published("ec-cedula", "9914307103"), Published("ec-ruc", "1792060347-001"),
    Published("co-nit", "213.123.432-2"), Published("ve-rif", "V-11470283-3"),
    Published("ve-rif", "X-11470283-4"), Published("uy-rut", "21-100342-001-8"),
    Published("py-ruc", "80028061-1"), Published("gt-nit", "576937-3"),
    Published("sv-nit", "0614-050707-104-7"), Published("do-cedula", "00114272368"),
    Published("do-rnc", "1-01-85004-4"), Published("cr-cedula", "30-1234-1234"),
    Published("ar-cbu", "2850376730000059833143"), Published("ar-cbu", "0000000000000000000000"),
    Published("itin", "911-89-1234"), Published("mbi", "1SG4-TE5-MK73"),
    Published("ein", "07-1234567"), Published("pa-cedula", "8-12-2024"),
    Published("hn-dni", "0801-1899-00123"), Published("ni-cedula", "123-456789-0123A"),
    Published("cnpj", "12ABC34501DE00"), Published("sin", "130 692 545"),
    Published("bc-phn", "9123456780"), Published("vin", "1M8GDM9AYKP042788"),
    Published("ramq", "ABCD 9013 4512"),
  ])
  func `a number that does not hold is refused`(example: Published) throws {
    #expect(try judge(example.name, example.value) == .refuted)
  }

  /// Specimens of authorities.
  @Test(arguments: [
    Published("rfc", "GODE561231GR8"), Published("rfc", "XAXX010101000"),
    Published("vin", "1M8GDM9AXKP042788"), Published("cnpj", "12.ABC.345/01DE-35"),
    Published("mbi", "1eg4-te5-mk73"), Published("npi", "1234-567-893"),
  ])
  func `a specimen is a note`(example: Published) throws {
    #expect(try judge(example.name, example.value).isDocumented)
  }
}

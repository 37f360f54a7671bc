import Checks
import Testing

/// Numbers of European states and businesses, as authorities and number libraries print them.
struct PIIEuropeTests {
  @Test(arguments: [
    Published("vat-number", "DE136695976"), Published("vat-number", "DE 129 273 398"),
    Published("vat-number", "de-136-695-976"), Published("vat-number", "ATU13585627"),
    Published("vat-number", "CY10259033P"), Published("vat-number", "FR83404833048"),
    Published("vat-number", "ESM2812345C"), Published("vat-number", "CHE-116.281.710 MWST"),
    Published("partita-iva", "01333550323"), Published("se-orgnr", "556703-7485"),
    Published("handelsregister", "HRB 12345"), Published("handelsregister", "HRA 99999"),
    Published("steuernummer", "013 815 08153"), Published("steuernummer", "162/107/03482"),
    Published("steuernummer", "2475081508152"), Published("bsnr", "021234568"),
    Published("lanr", "100000601"), Published("kvnr", "M123456785"),
    Published("de-document-number", "T22000129"), Published("de-document-number", "CZ6311T03"),
    Published("de-driving-license", "B072RRE2I55"), Published("de-plate", "HH-AB-1234"),
    Published("uk-utr", "1955839661"), Published("uk-utr", "4748949890"),
    Published("uk-plate", "LN14-HGT"), Published("uk-plate", "AB51 ABC"),
    Published("at-tax-number", "91 166/9307"), Published("at-tax-number", "98-360/1303"),
    Published("cy-tic", "99652156X"), Published("gr-afm", "032792320"),
    Published("mt-id", "34581M"), Published("pt-cc", "101490801ZY0"),
    Published("it-driving-license", "U1K711J11M"), Published("bic", "ANZBSBSB"),
    Published("bic", "DABAFIHHHAM"), Published("iban", "MC11 1273 9000 7000 1111 1000 h79"),
    Published("iban", "ME 25 5403 0000 2379 9201 09"),
    Published("iban", "ES10 0075 0080 11 0600658108"), Published("ppsn", "1234577WW"),
    Published("ppsn", "1234577IA"), Published("emso", "1211981500126"),
  ])
  func `a valid number is accepted or a published example`(example: Published) throws {
    #expect(try judge(example.name, example.value) != .refuted)
  }

  @Test(arguments: [
    Published("vat-number", "DE136695977"), Published("vat-number", "AT123456789"),
    Published("vat-number", "DE1234567890"), Published("vat-number", "FR123456789"),
    Published("vat-number", "CZ1234567890"), Published("vat-number", "IE 1234567"),
    Published("vat-number", "ZZ123456789"), Published("vat-number", "DE"),
    Published("partita-iva", "00000000000"), Published("se-orgnr", "55670x-7485"),
    Published("handelsregister", "HR 12345"), Published("handelsregister", "HRB 1234567"),
    Published("steuernummer", "0081508150001"), Published("bsnr", "000000000"),
    Published("bsnr", "02123456A"), Published("lanr", "234567601"),
    Published("kvnr", "A123456787"), Published("de-document-number", "C0123456A"),
    Published("de-document-checked", "C01234567"),
    Published("de-driving-license", "B12345678A"), Published("uk-plate", "I123 BCD"),
    Published("uk-plate", "AB30 ABC"), Published("at-tax-number", "98-123/4561"),
    Published("cy-tic", "99652156A"), Published("gr-afm", "054100005"),
    Published("mt-id", "0000000M"), Published("fr-spi", "3023217500053"),
    Published("lu-matricule", "2016023005732"), Published("pl-id-card", "ABA400000"),
    Published("pt-cc", "101490801ZY1"), Published("bic", "S23CKENXXXX"),
    Published("bic", "ABNNZZS2"), Published("ppsn", "1234577WWW"),
    Published("uk-utr", "2955839661"), Published("al-nid", "J05231034K0"),
  ])
  func `what is no such number is refuted`(example: Published) throws {
    #expect(try judge(example.name, example.value) == .refuted)
  }

  @Test(arguments: [
    Published("lu-matricule", "1893120105732"), Published("fr-spi", "30 23 217 600 053"),
    Published("at-tax-number", "93-173/6581"), Published("pl-id-card", "ABA300000"),
    Published("lanr", "999999901"),
  ])
  func `a published example is a note`(example: Published) throws {
    #expect(try judge(example.name, example.value).isDocumented)
  }
}

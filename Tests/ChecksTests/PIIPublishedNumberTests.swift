import Checks
import Testing

/// A number that an authority or a project publishes as a valid example, and its validator.
struct Published: CustomTestStringConvertible, Sendable {
  var name: String
  var value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  var testDescription: String { "\(name) \(value)" }
}

struct PIIPublishedNumberTests {
  /// What stands in so much documentation that it must not stop a review.
  @Test(arguments: [
    Published("card", "4111 1111 1111 1111"), Published("card", "4242424242424242"),
    Published("card", "5555-5555-5555-4444"), Published("card", "378282246310005"),
    Published("card", "4000000760000002"), Published("iban", "GB82 WEST 1234 5698 7654 32"),
    Published("iban", "DE89 3704 0044 0532 0130 00"),
    Published("iban", "FR14 2004 1010 0505 0001 3M02 606"), Published("ssn", "078-05-1120"),
    Published("ssn", "219-09-9999"), Published("ssn", "987-65-4321"),
    Published("ssn", "123-45-6789"), Published("nino", "QQ 12 34 56 C"),
    Published("nino", "AB123456C"), Published("nhs-number", "943 476 5919"),
    Published("nhs-number", "9990000018"), Published("pesel", "44051401359"),
    Published("steuer-id", "36 574 261 809"), Published("dni-nie", "12345678Z"),
    Published("codice-fiscale", "RSSMRA80A01H501U"), Published("bsn", "123456782"),
    Published("personnummer", "811218-9876"), Published("personnummer", "19121212-1212"),
    Published("hetu", "131052-308T"), Published("ahv", "756.9217.0769.85"),
    Published("isikukood", "37605030299"), Published("tckn", "10000000146"),
    Published("cpf", "111.444.777-35"), Published("cnpj", "11.222.333/0001-81"),
    Published("sin", "046 454 286"), Published("tfn", "123 456 782"),
    Published("aadhaar", "2341 2341 2346"), Published("cn-resident-id", "11010519491231002X"),
    Published("tw-id", "A123456789"), Published("hkid", "A123456(3)"),
    Published("npi", "1234567893"), Published("mbi", "1EG4-TE5-MK73"),
    Published("dea", "AB1234563"), Published("imei", "49-015420-323751-8"),
    Published("curp", "HEGG560427MVZRRL04"), Published("clabe", "032180000118359719"),
    Published("egn", "7523169263"), Published("oib", "33392005961"),
    Published("amka", "01013099997"), Published("emso", "0101006500006"),
    Published("personas-kods", "161175-19997"), Published("cuit", "20-05536168-2"),
    Published("email", "info@gmail.com"), Published("email", "john.doe@company.com"),
    Published("phone", "+1 800 275 2273"), Published("phone", "+33 6 12 34 56 78"),
  ])
  func `a published example is a note`(example: Published) throws {
    let judgement = try judge(example.name, example.value)
    #expect(judgement.isDocumented, "\(judgement)")
  }

  /// Valid numbers from specifications and from the documentation of python-stdnum and its like.
  @Test(arguments: [
    Published("aba-routing", "111000025"), Published("nir", "2 95 10 99 126 111 93"),
    Published("codice-fiscale", "RCCMNL83S18D969H"), Published("pt-nif", "501964843"),
    Published("be-rrn", "85.07.30-033.28"), Published("hetu", "311280-888Y"),
    Published("fodselsnummer", "15108695088"), Published("cpr", "211062-5629"),
    Published("rodne-cislo", "710319/2745"), Published("cnp", "1630615123457"),
    Published("ppsn", "6433435F"), Published("ppsn", "6433435OA"),
    Published("il-id", "03933742-3"), Published("za-id", "7503305044089"),
    Published("mykad", "770305-02-1234"), Published("kr-rrn", "971013-9019902"),
    Published("ird", "4909185-0"),
    Published("medicare-au", "2428 77813 2 1"), Published("kennitala", "450401-3150"),
    Published("at-svnr", "1237 010180"), Published("tw-id", "A800000014"),
    Published("nric-sg", "S0000001I"),
  ])
  func `a valid number is not refused`(example: Published) throws {
    let judgement = try judge(example.name, example.value)
    #expect(judgement != .refuted)
  }

  @Test(arguments: [
    Published("card", "4111 1111 1111 1112"), Published("card", "9111111111111111"),
    Published("iban", "GB82 WEST 1234 5698 7654 33"),
    Published("iban", "GB82 1234 1234 5698 7654 32"),
    Published("iban", "DE89 3704 0044 0532 0130"), Published("ssn", "000-12-3456"),
    Published("ssn", "666-12-3456"), Published("ssn", "900-12-3456"),
    Published("ssn", "151-00-3456"), Published("ssn", "151-06-0000"),
    Published("nino", "GB123456A"), Published("nino", "AO123456A"), Published("nino", "JB671734E"),
    Published("pesel", "44051401358"), Published("personnummer", "811318-9876"),
    Published("hetu", "131352-308T"), Published("za-id", "7513305044089"),
    Published("cn-resident-id", "110105194912310021"), Published("npi", "3234567893"),
    Published("cpf", "111.111.111-11"), Published("birth-date", "1990-13-41"),
    Published("birth-date", "31.02.1985"), Published("document-number", "00000000"),
    Published("email", "jane@example.com"), Published("email", "jane@mail.example.org"),
    Published("email", "icon@2x.png"), Published("email", "git@github.com"),
    Published("email", "noreply@gmail.com"), Published("email", "a..b@gmail.com"),
    Published("email", "root@db.internal"), Published("email", "kim@fedora.localdomain"),
    Published("phone", "+999 1234567"), Published("phone", "+1 123 456 7890"),
    Published("phone", "0000000000"),
  ])
  func `what is no number is refused`(example: Published) throws {
    let judgement = try judge(example.name, example.value)
    #expect(judgement == .refuted)
  }

  @Test(arguments: [
    Published("birth-date", "1985-03-12"), Published("birth-date", "12.03.1985"),
    Published("birth-date", "06/19/1957"), Published("birth-date", "November 8, 1974"),
    Published("birth-date", "8 novembre 1974"), Published("birth-date", "19850312"),
    Published("document-number", "C2WY23050"), Published("document-number", "4471-90-226"),
    Published("email", "ottilie.brandvold@posteo.net"), Published("email", "kw\u{e4}lz@gmx.at"),
    Published("phone", "+49 (0)30 90182-0347"), Published("phone", "0049 30 90182034"),
    Published("phone", "030 90182034"), Published("phone", "+7 812 571-34-69"),
  ])
  func `values that their label makes personal are plausible`(example: Published) throws {
    let judgement = try judge(example.name, example.value)
    #expect(judgement.isAccepted, "\(judgement)")
  }
}

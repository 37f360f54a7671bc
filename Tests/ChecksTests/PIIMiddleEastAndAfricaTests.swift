import Checks
import Testing

/// Identifiers of Turkey, the former Soviet Union, the Middle East and Africa.
struct PIIMiddleEastAndAfricaTests {
  @Test(arguments: [
    Published("tr-plate", "06 A 123"), Published("tr-plate", "35 JK 12"),
    Published("tr-plate", "34 abc 1234"), Published("tr-plate", "07 AB 123"),
    Published("ng-plate", "APP-456CV"), Published("ng-plate", "KJA 999PZ"),
    Published("rntrc", "2057604994"), Published("rntrc", "3451517675"),
    Published("kuwait-civil-id", "288020122596"), Published("kuwait-civil-id", "227081660516"),
    Published("code-melli", "0499370899"), Published("code-melli", "006-774982-8"),
    Published("libya-id", "120024679875"), Published("za-id", "5306060050180"),
    Published("mu-nid", "A2103451905713"), Published("mu-nid", "B120106274060E"),
    Published("mu-nid", "v180331350210a"), Published("kz-iin", "750224370311"),
    Published("ru-passport", "45 06 № 035417"), Published("emirates-id", "784-1976-0354174-3"),
  ])
  func `a number of the region is accepted`(number: Published) throws {
    #expect(try judge(number.name, number.value).isAccepted)
  }

  @Test(arguments: [
    Published("vkn", "4540536920"), Published("ru-inn", "500100732259"),
    Published("ru-inn-company", "7707083893"), Published("snils", "112-233-445 95"),
    Published("rntrc", "1759013776"), Published("za-tax-number", "0843/089/84/8"),
    Published("ghana-card", "GHA-123456789-0"), Published("emirates-id", "784-1990-1234567-1"),
    Published("ru-passport", "45 08 123456"),
  ])
  func `an example of the region is a note`(number: Published) throws {
    let judgement = try judge(number.name, number.value)
    #expect(judgement.isDocumented, "\(judgement)")
  }

  @Test(arguments: [
    Published("tr-plate", "00 ABC 123"), Published("tr-plate", "82 ABC 123"),
    Published("tr-plate", "34 QWX 12"), Published("tr-plate", "34 ABC 12345"),
    Published("ng-plate", "AB-12CD"), Published("ng-plate", "APP-000CV"),
    Published("rntrc", "1759013770"), Published("rntrc", "12345"),
    Published("code-melli", "9999999991"), Published("code-melli", "1260293040"),
    Published("libya-id", "012345678912"), Published("za-tax-number", "12345"),
    Published("za-tax-number", "4843089848"), Published("vkn", "4540536921"),
    Published("snils", "001-001-998 00"), Published("egypt-id", "27613260154174"),
    Published("egypt-id", "27603269954174"), Published("kz-iin", "751324370311"),
    Published("kg-pin", "20903189354174"), Published("qatar-id", "17663403541"),
    Published("bahrain-cpr", "761335417"), Published("rwanda-nid", "1197690354174927"),
    Published("tanzania-nida", "19761326-54174-92793-34"),
    Published("uganda-nin", "XM76035417SBSL"), Published("ghana-card", "GHA-111111111-1"),
    Published("emirates-id", "784-1890-0354174-9"), Published("by-number", "3090393Z541PB7"),
  ])
  func `what no authority would give out is refused`(number: Published) throws {
    #expect(try judge(number.name, number.value) == .refuted)
  }
}

import Checks
import Testing

/// Numbers of Asia and the Pacific: those that authorities and projects publish, and near misses.
struct PIIAsiaPacificTests {
  @Test(arguments: [
    Published("npwp", "01.001.634.3-093.000"), Published("npwp", "813195435017000"),
    Published("npwp", "0813195435017000"), Published("thai-id", "1 1101 00152 64 1"),
    Published("thai-id", "1-1002-00439-84-4"), Published("thai-id", "1100900359657"),
    Published("mykad", "770305-02-1234"), Published("mykad", "880229875542"),
    Published("uen", "53125226D"), Published("uen", "201434292D"), Published("uen", "S57TU0392K"),
    Published("kr-rrn", "931112-6271351"), Published("kr-rrn", "870316-1692085"),
    Published("kr-rrn", "000505-3637892"), Published("kr-rrn-undivided", "0005056637892"),
    Published("kr-brn", "104-82-13138"), Published("kr-brn", "1048656659"),
    Published("kr-driver-number", "13-22-123456-12"), Published("kr-passport", "M345E9012"),
    Published("kr-passport", "d11223344"), Published("hkid", "A494866[4]"),
    Published("hkid", "k348609(5)"), Published("tw-business-number", "73251209"),
    Published("tw-business-number", "10458575"),
    Published("cn-credit-code", "91110000600037341L"),
    Published("cn-credit-code", "91350100M000100Y43"), Published("pan-india", "ACUPA7085R"),
    Published("gstin", "27AAPFU0939F1ZV"), Published("epic-india", "MUP5632811"),
    Published("vehicle-india", "KA99ME3456"), Published("vehicle-india", "KA 01 M 3456"),
    Published("cnic", "45504-4185771-3"), Published("lk-nic", "993151225x"),
    Published("lk-nic", "199931512253"), Published("aadhaar", "2984:4886:3364"),
    Published("abn", "51 824 753 556"), Published("acn", "004 085 616"),
    Published("nz-bank-account", "01 0745 0314717 29"),
    Published("nz-bank-account", "06 – 0177 – 0140 367 – 01"),
    Published("nz-bank-account", "38 9013 000 98 73 00"),
    Published("nz-bank-account", "12-3123-0008807-000"),
  ])
  func `a valid number is accepted`(example: Published) throws {
    let judgement = try judge(example.name, example.value)
    #expect(judgement.isAccepted, "\(judgement)")
  }

  @Test(arguments: [
    Published("aadhaar", "3123:4567:8909"), Published("gstin", "27ABCDE1234F1Z5"),
    Published("kr-rrn", "960121-1234567"), Published("ph-tin", "000-123-456-000"),
    Published("acn", "000 000 019"), Published("nhi", "ZAC5361"), Published("nhi", "ZBN77VL"),
    Published("thai-id", "3456789012347"), Published("medicare-au", "2123456701"),
    Published("tfn", "565051603"), Published("lk-nic", "722222222v"),
  ])
  func `a placeholder or a number for tests is a note`(example: Published) throws {
    let judgement = try judge(example.name, example.value)
    #expect(judgement.isDocumented, "\(judgement)")
  }

  @Test(arguments: [
    Published("npwp", "01.001.634.4-093.000"), Published("npwp", "12345678901234"),
    // No such province, month and day.
    Published("nik", "2075244509900001"), Published("nik", "3175244513900001"),
    Published("nik", "3175248209900001"), Published("thai-id", "1-2345-45678-78-11"),
    Published("thai-id", "1884567890124"), Published("mykad", "771305-02-1234"),
    Published("mykad", "810909805542"), Published("ph-tin", "000-000-000-000"),
    Published("cccd", "097195094703"), Published("cccd", "079595094703"),
    Published("uen", "53125226E"), Published("uen", "S57TU0392L"),
    Published("kr-rrn", "001332-1234567"), Published("kr-rrn", "051102-9234110"),
    // Without the hyphen and without a check digit any number looks like this.
    Published("kr-rrn", "9311126271352"), Published("kr-brn", "104-82-13139"),
    Published("kr-driver-number", "11-22-123456-1"),
    Published("kr-driver-number", "40-22-184356-12"), Published("kr-passport", "M1234A567"),
    Published("hkid", "C503134(5)"), Published("tw-resident-certificate", "PE12345678"),
    Published("tw-business-number", "73251207"),
    Published("cn-credit-code", "91110000600037341M"), Published("gstin", "27AAPFU0939F1ZW"),
    Published("gstin", "77AAPFU0939F1ZV"), Published("vehicle-india", "MN2412"),
    Published("vehicle-india", "ZZ01AB3456"), Published("driver-india", "MH12 18115094703"),
    Published("cnic", "51234-98765-2"), Published("lk-nic", "199931512253X"),
    Published("lk-nic", "023345621v"), Published("lk-nic", "934005621v"),
    Published("np-citizenship", "78-01-70-04321"), Published("abn", "52 824 753 556"),
    Published("acn", "004 085 617"), Published("nz-bank-account", "01 0745 0314718 29"),
    // Bank 01 has no such branch.
    Published("nz-bank-account", "01 1045 0314717 29"), Published("nhi", "ZBN77VM"),
    Published("nhi", "AIO1234"),
  ])
  func `a number that cannot be is refused`(example: Published) throws {
    #expect(try judge(example.name, example.value) == .refuted)
  }
}

import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// Telephone numbers by the numbering plans, and what the rules make of them in texts.
struct PhoneTests {
  // MARK: - With a calling code

  /// Beginnings of numbers that exist, with the digits that `#` stands for filled in.
  @Test(arguments: [
    "+1 415 6##-####", "+1 787 2##-####", "+7 495 7##-##-##", "+7 701 ### ####", "+20 10 ########",
    "+27 82 ### ####", "+30 210 #######", "+31 6 2#######", "+32 47# ## ## ##", "+33 6 7# ## ## ##",
    "+34 6## ## ## ##", "+36 30 ### ####", "+39 06 ########", "+39 34# #######", "+40 72# ### ###",
    "+41 79 ### ## ##", "+43 664 #######", "+44 20 7### ####", "+44 79## ######", "+45 3# ## ## ##",
    "+46 70 2## ## ##", "+47 9## ## ###", "+48 60# ### ###", "+49 171 #######", "+49 30 ########",
    "+51 9## ### ###", "+52 55 #### ####", "+54 9 11 #### ####", "+55 11 9####-####",
    "+56 9 #### ####", "+57 31# ### ####", "+58 412 #######", "+60 12-### ####", "+61 41# ### ###",
    "+62 812-####-####", "+63 917 ### ####", "+64 21 ### ####", "+65 91## ####", "+66 8# ### ####",
    "+81 90-####-####", "+82 10-####-####", "+84 91 ### ## ##", "+86 139 #### ####",
    "+90 532 ### ## ##", "+91 98### #####", "+92 30# #######", "+94 77 ### ####",
    "+98 912 ### ####",
    "+212 66# ######", "+234 803 ### ####", "+254 72# ######", "+351 91# ### ###",
    "+353 87 ### ####",
    "+354 69# ####", "+358 40 #######", "+370 6## #####", "+380 50 ### ## ##", "+385 91 ### ####",
    "+420 602 ### ###", "+421 90# ### ###", "+852 91## ####", "+880 17##-######",
    "+886 912 ### ###",
    "+966 50 ### ####", "+971 50 ### ####", "+972 50-###-####", "+998 90 ### ## ##",
  ])
  func `a number that its plan knows is taken`(template: String) throws {
    for seed in 0..<12 {
      let value = filled(template, seed)
      let judgement = try judge("phone", value)
      #expect(judgement != .refuted, "\(value)")
    }
  }

  @Test(arguments: [
    "+1 212 555 0147", "+44 20 7946 0321", "+44 161 496 0721", "+44 7700 900461",
    "+44 28 9649 6321",
    "+61 2 5550 4821", "+61 491 570 158", "+33 6 39 98 41 27", "+33 1 99 00 41 27",
    "+49 30 23125 482", "+49 176 04069 041", "+46 70 174 06 41", "+46 8 465 004 21",
    "+353 20 913 4827",
    "07700 900461", "(02) 5550 4821", "01 99 00 41 27", "415-555-0147",
  ])
  func `a number that is kept for fiction is a note`(value: String) throws {
    #expect(try judge("phone", value) == .documented("kept for fiction"))
  }

  @Test(arguments: [
    // No such area or network.
    "+1 211 482 3956", "+1 415 148 3956", "+33 0 82 39 56 41", "+34 248 23 95 64",
    "+44 6382 395641", "+41 15 482 39 56", "+86 120 4823 9564", "+81 10 4823 9564",
    "+7 148 239 5641",
    // No such length, no such calling code.
    "+45 482 395", "+47 4823 95641", "+44 20 7972 41395", "+1 415 682 395", "+65 648 2395",
    "+210 482 3956", "+699 482 3956",
  ])
  func `a number that nobody can have is refuted`(value: String) throws {
    #expect(try judge("phone", value) == .refuted)
  }

  @Test(arguments: ["+1 211 482 3956", "+41 15 482 39 56", "+81 10 4823 9564", "04931-49 26"])
  func `a label names what a plan does not know yet`(value: String) throws {
    #expect(try judge("phone-named", value).isAccepted)
  }

  @Test func `the trunk zero in brackets is a person's hand`() throws {
    #expect(try judge("phone", "+41 (0)15 482 39 56").isAccepted)
    #expect(try judge("phone", "+44 (0)20 7946 0321") == .documented("kept for fiction"))
  }

  @Test(arguments: [
    "+1 888 482 3956", "+44 800 482 3956", "+49 800 4823956", "+800 4823 9564", "+49 900 3482395",
    "+33 892 48 23 95", "+31 900 4823",
  ])
  func `a line that is nobody's is a note`(value: String) throws {
    #expect(try judge("phone", value).isDocumented)
  }

  @Test func `random digits seldom make a number`() throws {
    var random = ExampleRandom(seed: 11)
    var taken = 0
    for _ in 0..<4_000 {
      let digits = random.text(7 + random.number(below: 9), of: "0123456789")
      if try judge("phone", "+\(digits)").isAccepted { taken += 1 }
    }
    #expect(taken < 400, "\(taken)")
  }

  // MARK: - As dialed within a country

  @Test(arguments: [
    "020 7972 4139", "0171 9482395", "06 74 82 39 56", "0412 682 395", "09012345670",
    "8 495 748-23-95",
    "139 4682 3956", "06 30 482 3956", "021 482 39 56", "(415) 682-3956", "912 48 23 95",
  ])
  func `a number of some country is taken`(value: String) throws {
    #expect(try judge("phone", value) != .refuted)
  }

  @Test(arguments: [
    "0000000", "48239564827395641",
  ])
  func `a number of no country is refuted`(value: String) throws {
    #expect(try judge("phone", value) == .refuted)
  }

  // MARK: - In texts

  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules.filter { $0.category == .pii })
  }

  /// The telephone rules that find something in a text, with its severity.
  private func told(_ text: String, named name: String) throws -> Set<String> {
    var scanner = Scanner(try Self.plan.get())
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    let found = scanner.scan(document).map(\.candidate)
    return Set(
      found.filter { $0.rule.id.text.hasPrefix("pii/phone-number") }.map {
        "\($0.rule.id.text.dropFirst(16)) \($0.severity.rawValue)"
      })
  }

  @Test(arguments: [
    "020 7972 4139", "01714823956", "4156823956", "8123456", " 482395 \n", "+49 30 90182034\n",
  ])
  func `a number alone is a note`(text: String) throws {
    #expect(try told(text, named: "a.txt").contains("-alone low"))
    #expect(try !told("It was \(text)", named: "a.txt").contains("-alone low"))
    #expect(try !told(text, named: "a.py").contains("-alone low"))
  }

  @Test(arguments: [
    "2024-11-22", "20241122", "22.11.2024", "192.168.10.12", "3.14159265", "1.200.000",
    "1700000000",
    "48239", "2019-2024",
  ])
  func `another number alone is none`(text: String) throws {
    #expect(try !told(text, named: "a.txt").contains("-alone low"))
  }

  @Test(arguments: [
    "Phone: 020 7972 4139", "home_phone = \"02079724139\"", "homePhone: '020 7972 4139'",
    "Telefonnummer: 030 90182034", "numéro de téléphone : 06 74 82 39 56",
    "teléfono móvil: 612 48 23 95",
    "telemóvel: 912 482 396", "numero di telefono: 347 482 3956", "telefoonnummer: 06-48239564",
    "mobilnr: 70 48 23 95", "telefonnummer: 070-248 23 95", "puhelinnumero: 040 4823956",
    "símanúmer: 581 2395", "tālrunis: 29482395", "telefono numeris: 8 612 48239",
    "numer telefonu: 602 482 395", "telefonní číslo: 602 482 395", "telefonszám: 06 30 482 3956",
    "număr de telefon: 0722 482 395", "broj telefona: 091 482 3956",
    "telefonska številka: 041 482 395",
    "telefon numarası: 0532 482 39 56", "nomor telepon: 0812-4823-9564", "no_hp: 081248239564",
    "số điện thoại: 0912 482 395", "nambari ya simu: 0722 482395", "rhif ffôn: 029 2087 4139",
    "номер телефона: 8 (495) 748-23-95", "номер телефону: 050 482 39 56",
    "Телефонен номер: 088 482 3956",
    "утас: 9911 4823", "τηλέφωνο: 210 482 3956", "טלפון: 050-482-3956", "رقم الهاتف: 0504823956",
    "شماره تلفن: 09124823956", "فون نمبر: 03004823956", "फ़ोन नंबर: 9848239564", "ফোন: 01748239564",
    "தொலைபேசி எண்: 9848239564", "ఫోన్ నంబర్: 9848239564", "หมายเลขโทรศัพท์: 081-482-3956",
    "電話番号: 03-4823-9564", "携帯電話：090-4823-9564", "手机号码：13948239564", "연락처: 010-4823-9564",
    "հեռախոս: 091 482395", "ტელეფონის ნომერი: 599 48 23 95", "ስልክ ቁጥር: 0911482395",
  ])
  func `a label names a number in any language`(text: String) throws {
    let found = try told(text + "\n", named: "a.txt")
    #expect(found.contains { $0.hasPrefix("-labeled") }, "\(found)")
  }

  @Test(arguments: [
    "ring 020 7972 4139 today", "on 01535 482395 today", "unter 089/48239564 zu",
    "au 06.74.82.39.56 vite",
    "(089) 4823 956 oder", "write 090-4823-9564 now", "ask 010-4823-9564 now",
    "1-415-682-3956 is it",
    "(11) 94823-9564 hoje", "8 (495) 748-23-95 звони", "139 4682 3956 好", "050-4823956 now",
    "0532 482 39 56 ara", "0412 682 395 mate", "612 48 23 95 hoy", "070-248 23 95 ring",
  ])
  func `groups tell a number without a label`(text: String) throws {
    #expect(try told(text + "\n", named: "a.md") == ["-national medium"])
  }

  @Test(arguments: [
    "released 01-12-2024 and 2024.11.22", "version 0.123.456.789", "ISBN 978-3-16-148410-0",
    "sums 1 200 000 and 250 300 1000", "LT12 1000 0111 0100 1001", "0930 20240101 backup",
    "046 454 286 is not it", "order 020 7972 4139", "x = 0x0412682395", "10 20 30 40 50 60",
    "from 10.0.0.1 to 172.16.254.10", "a 4823-9564 b", "2079724139 rows",
  ])
  func `other groups of digits are no number`(text: String) throws {
    #expect(try told(text + "\n", named: "a.md").isEmpty)
  }

  /// The template with digits that do not count up and are not all the same.
  private func filled(_ template: String, _ seed: Int) -> String {
    var random = ExampleRandom(seed: UInt64(seed))
    let digits = [2, 4, 6, 8, 3, 7, 9, 5]
    var last = -1
    return String(
      template.map { character -> Character in
        guard character == "#" else { return character }
        var digit = last
        while digit == last { digit = digits[random.number(below: digits.count)] }
        last = digit
        return Character("\(digit)")
      })
  }
}

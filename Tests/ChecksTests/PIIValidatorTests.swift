import Checks
import Testing

/// The judgement of the validator of that name, which must exist.
func judge(_ name: String, _ value: String) throws -> Judgement {
  let validator = try #require(Validator.pii.first { $0.name == name })
  return validator.judge(ValidatorInput(value: Array(value.utf8)))
}

/// Holds a validator of that name to what its scheme promises: in its own examples no digit can be
/// another one.
func expectEachWrongDigitIsRefused(
  _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let validator = try #require(Validator.pii.first { $0.name == name })
  for seed in 0..<5 {
    var random = ExampleRandom(seed: UInt64(seed))
    let example = Array(try #require(validator.example?("", &random)).utf8)
    for index in example.indices where (0x30...0x39).contains(example[index]) {
      // A letter's place may be taken by a digit in few schemes only, so digits stay digits.
      for digit in UInt8(0x30)...0x39 where digit != example[index] {
        var wrong = example
        wrong[index] = digit
        let judgement = validator.judge(ValidatorInput(value: wrong))
        #expect(
          !judgement.isAccepted, "\(String(decoding: wrong, as: UTF8.self))",
          sourceLocation: sourceLocation)
      }
    }
  }
}

extension Judgement {
  var isAccepted: Bool {
    switch self {
    case .proven, .plausible: true
    case .refuted, .documented: false
    }
  }

  var isDocumented: Bool {
    if case .documented = self { return true }
    return false
  }
}

struct PIIValidatorTests {
  static let makers = Validator.pii.filter { $0.example != nil }.map(\.name)

  @Test func `no two validators have the same name`() {
    #expect(Set(Validator.pii.map(\.name)).count == Validator.pii.count)
  }

  @Test(arguments: makers)
  func `a validator accepts the examples that it makes`(name: String) throws {
    let validator = try #require(Validator.pii.first { $0.name == name })
    for seed in 0..<20 {
      var random = ExampleRandom(seed: UInt64(seed))
      let example = try #require(validator.example?("", &random))
      let judgement = validator.judge(ValidatorInput(value: Array(example.utf8)))
      #expect(judgement.isAccepted, "\(example) of seed \(seed)")
    }
  }

  @Test(arguments: [
    "visa", "mastercard", "amex", "discover", "jcb", "diners", "unionpay",
  ])
  func `cards are made for each network`(network: String) throws {
    let validator = try #require(Validator.pii.first { $0.name == "card" })
    var random = ExampleRandom(seed: 7)
    let example = try #require(validator.example?(network, &random))
    #expect(try judge("card", example).isAccepted)
  }

  @Test(arguments: ["AT", "BE", "CH", "DE", "ES", "FR", "GB", "IT", "MT", "NL", "NO", "PL", "SC"])
  func `account numbers are made for each country`(country: String) throws {
    let validator = try #require(Validator.pii.first { $0.name == "iban" })
    var random = ExampleRandom(seed: 11)
    let example = try #require(validator.example?(country, &random))
    #expect(try judge("iban", example).isAccepted)
  }

  /// Schemes that promise to find every single wrong digit.
  @Test(arguments: [
    "card", "iban", "aba-routing", "npi", "nhs-number", "steuer-id", "nir", "dni-nie", "bsn",
    "personnummer", "hetu", "fodselsnummer", "pesel", "ahv", "amka", "oib", "emso",
    "il-id", "za-id", "cuit", "rut", "clabe", "sin", "tfn", "aadhaar", "cn-resident-id", "hkid",
    "nric-sg", "imei", "codice-fiscale",
  ])
  func `a single wrong digit is refused`(name: String) throws {
    try expectEachWrongDigitIsRefused(name)
  }

  /// Schemes that promise to find every two neighbors that changed places.
  @Test(arguments: [
    "nhs-number", "bsn", "dni-nie", "hetu", "fodselsnummer", "aadhaar", "cn-resident-id", "iban",
    "nir", "rut", "cuit",
  ])
  func `neighbors that changed places are refused`(name: String) throws {
    let validator = try #require(Validator.pii.first { $0.name == name })
    for seed in 0..<25 {
      var random = ExampleRandom(seed: UInt64(seed))
      let example = Array(try #require(validator.example?("", &random)).utf8)
      for index in example.indices.dropLast() {
        let (left, right) = (example[index], example[index + 1])
        guard left != right, (0x30...0x39).contains(left), (0x30...0x39).contains(right) else {
          continue
        }
        var wrong = example
        wrong.swapAt(index, index + 1)
        let judgement = validator.judge(ValidatorInput(value: wrong))
        #expect(!judgement.isAccepted, "\(String(decoding: wrong, as: UTF8.self))")
      }
    }
  }

  @Test(arguments: Validator.pii.map(\.name))
  func `no value makes a validator trap`(name: String) throws {
    let validator = try #require(Validator.pii.first { $0.name == name })
    var random = ExampleRandom(seed: 2_654_435_761)
    let alphabet = Array("0123456789012345678901234567890 -./+@()AXZaz\u{e9}\u{65e5}".utf8)
    var accepted = 0
    for _ in 0..<600 {
      let count = random.number(below: 30)
      var value = (0..<count).map { _ in alphabet[random.number(below: alphabet.count)] }
      if validator.judge(ValidatorInput(value: value)).isAccepted { accepted += 1 }
      guard let example = validator.example?("", &random) else { continue }
      value = Array(example.utf8)
      value[random.number(below: value.count)] = UInt8(random.number(below: 256))
      _ = validator.judge(ValidatorInput(value: value))
      value.removeLast(random.number(below: value.count))
      _ = validator.judge(ValidatorInput(value: value))
    }
    // Random bytes are hardly ever an identifier; any number may be one of a document.
    #expect(accepted < 60 || name == "document-number")
  }
}

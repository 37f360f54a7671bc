import Checks
import Testing

/// The judgement of the validator of that name, which must exist.
func judge(_ name: String, _ value: String) throws -> Judgement {
  let validator = try #require(Validator.pii.first { $0.name == name })
  return validator.judge(ValidatorInput(value: Array(value.utf8)))
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

  @Test(arguments: Validator.pii.map(\.name))
  func `no value makes a validator trap`(name: String) throws {
    let validator = try #require(Validator.pii.first { $0.name == name })
    var random = ExampleRandom(seed: 2_654_435_761)
    let alphabet = Array("0123456789012345678901234567890 -./+@()AXZaz\u{e9}\u{65e5}".utf8)
    var accepted = 0
    var example: [UInt8] = []
    for round in 0..<600 {
      let count = random.number(below: 30)
      var value = (0..<count).map { _ in alphabet[random.number(below: alphabet.count)] }
      if validator.judge(ValidatorInput(value: value)).isAccepted { accepted += 1 }
      // Examples are found by trial, which takes longest.
      if round % 20 == 0 { example = Array((validator.example?("", &random) ?? "").utf8) }
      guard !example.isEmpty else { continue }
      value = example
      value[random.number(below: value.count)] = UInt8(random.number(below: 256))
      _ = validator.judge(ValidatorInput(value: value))
      value.removeLast(random.number(below: value.count))
      _ = validator.judge(ValidatorInput(value: value))
    }
    // Random bytes are hardly ever an identifier; any number may be one of a document.
    #expect(accepted < 60 || ["document-number", "specimen-document"].contains(name))
  }
}

import Checks
import Testing

/// Holds every validator that proves its examples to what its check digits promise.
struct PIICheckDigitTests {
  /// The examples that a validator makes of itself and proves, by its name.
  private static let examples: [String: [[UInt8]]] = {
    var result: [String: [[UInt8]]] = [:]
    for validator in Validator.pii {
      var proven: [[UInt8]] = []
      for seed in UInt64(0)..<120 where proven.count < 40 {
        var random = ExampleRandom(seed: seed)
        guard let example = validator.example?("", &random) else { continue }
        if validator.judge(ValidatorInput(value: Array(example.utf8))).isProven {
          proven.append(Array(example.utf8))
        }
      }
      if !proven.isEmpty { result[validator.name] = proven }
    }
    return result
  }()

  static let names = examples.keys.sorted()

  @Test(arguments: names)
  func `a single wrong digit is refused`(name: String) throws {
    var tally = Tally(try judging(name))
    for example in try #require(Self.examples[name]).prefix(10) {
      for index in example.indices where example[index].isDigit {
        // A letter's place may be taken by a digit in few schemes only, so digits stay digits.
        for digit in UInt8(0x30)...0x39 where digit != example[index] {
          var wrong = example
          wrong[index] = digit
          tally.try(wrong)
        }
      }
    }
    expect(tally, name, BlindSpot.digits)
  }

  @Test(arguments: names)
  func `neighbors that changed places are refused`(name: String) throws {
    var tally = Tally(try judging(name))
    for example in try #require(Self.examples[name]) {
      for (left, right) in Self.neighbors(example) {
        let pair = [example[left] - 0x30, example[right] - 0x30].sorted()
        // Such pairs neither scheme tells from their reverse.
        if BlindSpot.luhn.contains(name), pair == [0, 9] { continue }
        if BlindSpot.fives.contains(name), pair[1] - pair[0] == 5 { continue }
        var wrong = example
        wrong.swapAt(left, right)
        tally.try(wrong)
      }
    }
    expect(tally, name, BlindSpot.neighbors)
  }

  @Test func `each exception is about a validator that proves its examples`() {
    let excepted =
      (BlindSpot.digits + BlindSpot.neighbors).flatMap(\.most.keys) + BlindSpot.luhn
      + BlindSpot.fives + BlindSpot.keepers
    #expect(excepted.filter { !Self.names.contains($0) }.isEmpty)
  }

  /// The places of unequal digits that follow one another, perhaps with a separator between them.
  private static func neighbors(_ example: [UInt8]) -> [(Int, Int)] {
    let places = example.indices.filter { example[$0].isDigit || example[$0].isLetter }
    return zip(places, places.dropFirst()).filter { left, right in
      example[left].isDigit && example[right].isDigit && example[left] != example[right]
    }
  }

  /// Whether the validator of that name takes a wrong value for a right one.
  private func judging(_ name: String) throws -> ([UInt8]) -> Bool {
    let validator = try #require(Validator.pii.first { $0.name == name })
    let isKeeper = BlindSpot.keepers.contains(name)
    return { value in
      let judgement = validator.judge(ValidatorInput(value: value))
      return isKeeper ? judgement.isProven : judgement.isAccepted
    }
  }

  private func expect(_ tally: Tally, _ name: String, _ spots: [BlindSpot]) {
    let spot = spots.first { $0.most[name] != nil }
    let most = spot?.most[name] ?? 0
    #expect(
      tally.missed * 100 <= tally.tried * most,
      """
      \(tally.missed) of \(tally.tried) pass, such as \(tally.first); at most \(most) % may: \
      \(spot?.reason ?? "the scheme promises to find all")
      """)
  }
}

/// How many wrong values were tried and how many of them passed.
private struct Tally {
  private let passes: ([UInt8]) -> Bool
  private(set) var tried = 0
  private(set) var missed = 0
  private(set) var first = ""

  init(_ passes: @escaping ([UInt8]) -> Bool) { self.passes = passes }

  mutating func `try`(_ wrong: [UInt8]) {
    tried += 1
    guard passes(wrong) else { return }
    if missed == 0 { first = String(decoding: wrong, as: UTF8.self) }
    missed += 1
  }
}

/// Something that check digits cannot tell, and how many of a hundred wrong values that lets pass.
private struct BlindSpot {
  let reason: String
  /// The most in a hundred, by the validator's name.
  let most: [String: Int]

  init(_ reason: String, _ most: [String: Int]) {
    self.reason = reason
    self.most = most
  }

  init(_ reason: String, _ names: [String], most: Int) {
    self.init(reason, Dictionary(uniqueKeysWithValues: names.map { ($0, most) }))
  }

  /// Luhn's scheme does not tell 09 from 90.
  static let luhn: Set<String> = [
    "card", "imei", "npi", "sin", "ohip", "ca-bn", "nss-mx", "do-cedula", "ec-cedula", "siren",
    "partita-iva", "pt-cc", "personnummer", "se-orgnr", "at-tax-number", "amka", "oms-policy",
    "il-id", "emirates-id", "saudi-id", "za-id", "za-tax-number", "npwp", "npwp-undivided",
  ]

  /// Modulo 10, weights of neighbors that differ by an even number do not tell digits that are five
  /// apart: 7, 3 and 1; 1, 3, 7 and 9; 1 and 3; 7 and −1.
  static let fives: Set<String> = [
    "aba-routing", "aba-hyphenated", "clabe", "ar-cbu", "de-identity-card", "de-document-number",
    "de-document-checked", "pesel", "pl-id-card", "ahv", "unzr", "pinfl", "by-number", "idnp",
    "tckn",
  ]

  /// Numbers without a check digit, or with a wrong one, are in use, so that these stay plausible.
  static let keepers: Set<String> = ["rfc", "cpr", "emirates-id", "kr-rrn", "kr-rrn-undivided"]

  /// Remainders of ten (of a hundred in Russia's SNILS), for which no digit is left, are written as
  /// one that has its own remainder, or are settled by a second round.
  private static let folded = [
    "ird", "pe-cui", "pe-ruc", "pe-ruc-company", "co-nit", "ve-rif", "ve-rif-plain", "cpf",
    "cpf-grouped", "cnpj", "pis", "cnh", "titulo-eleitor", "py-ruc", "pt-nif", "isikukood",
    "personas-kods", "rodne-cislo", "cnp", "egn", "gr-afm", "ru-inn-company", "snils", "rntrc",
    "code-melli", "my-number", "sv-nit",
  ]

  private static let foldedTwice = ["do-rnc", "uk-utr", "kr-rrn", "kr-rrn-undivided"]

  static let digits = [
    BlindSpot("two remainders share a check digit", folded, most: 5),
    BlindSpot("several remainders share a check digit", foldedTwice, most: 7),
    BlindSpot(
      "modulo 10, a weight that is even or five makes digits count the same",
      [
        "dea": 6, "acn": 12, "sv-dui": 12, "uy-ci": 7, "uy-ci-plain": 7, "curp": 8, "tw-id": 12,
        "tw-resident-certificate": 12,
      ]),
    BlindSpot(
      "modulo 11, a weight of eleven counts nothing",
      ["thai-id": 10, "thai-id-grouped": 10, "kz-iin": 11]),
    BlindSpot("it is checked modulo 5, and a 7 may count one less", ["tw-business-number": 19]),
    BlindSpot("only the check digits tell the century", ["be-rrn": 2]),
    BlindSpot(
      "a program account, issue, suffix, place, branch, specialty or century is not checked",
      [
        "ca-bn": 32, "medicare-au": 10, "nz-bank-account": 20, "nz-bank-account-undivided": 20,
        "gt-cui": 20, "ec-ruc": 28, "lanr": 27, "npwp": 42, "npwp-undivided": 42, "kennitala": 3,
      ]),
    BlindSpot(
      "there is no check digit, or none whose rule is known",
      ["clave-elector": 80, "kg-pin": 72, "egypt-id": 76, "tanzania-nida": 85]),
  ]

  static let neighbors = [
    BlindSpot(
      "two remainders share a check digit",
      folded + ["nhi", "ru-inn", "kz-iin", "thai-id", "thai-id-grouped"], most: 8),
    BlindSpot("several remainders share a check digit", foldedTwice, most: 8),
    BlindSpot(
      "ISO/IEC 7064, MOD 11,10, does not promise to find all",
      ["steuer-id", "oib", "vat-number"], most: 5),
    BlindSpot(
      "digit sums of products with 1 and 2, not their complement, are the check digit",
      ["kvnr", "rentenversicherung"], most: 9),
    BlindSpot("the weights are powers of two modulo 9", ["vkn": 6]),
    BlindSpot("the place before the check digit weighs ten, which is −1 modulo 11", ["vin": 15]),
    BlindSpot(
      "the last digit before the check digit weighs as much as that",
      ["acn": 16, "tw-id": 16, "tw-resident-certificate": 18]),
    BlindSpot("modulo 10, neighbors weigh 4 and 9, and the specialty is not checked", ["lanr": 48]),
    BlindSpot(
      "modulo 10, weights of neighbors differ by an even number, and the issue is not checked",
      ["medicare-au": 23]),
    BlindSpot(
      "modulo 10, weights of neighbors differ by an even number, and the ninth digit counts its tens",
      ["kr-brn", "kr-brn-undivided"], most: 20),
    BlindSpot("it is checked modulo 5", ["tw-business-number": 25]),
    BlindSpot(
      "a month that is not known is 00, and only the check digits tell the century", ["be-rrn": 2]),
    BlindSpot(
      "a program account, suffix, place or branch is not checked",
      [
        "ca-bn": 17, "nz-bank-account": 5, "nz-bank-account-undivided": 5, "gt-cui": 22,
        "ec-ruc": 18, "npwp": 31, "npwp-undivided": 31,
      ]),
    BlindSpot(
      "there is no check digit, or none whose rule is known",
      ["clave-elector": 52, "kg-pin": 62, "egypt-id": 56, "tanzania-nida": 80]),
  ]
}

extension Judgement {
  fileprivate var isProven: Bool {
    if case .proven = self { return true }
    return false
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
}

/// Payment card numbers: an issuer's range and length (ISO/IEC 7812-1, the networks' published
/// ranges) and the Luhn check digit.
enum PaymentCard {
  static let validator = Validator(
    name: "card",
    example: { argument, random in
      let templates = [
        "visa": "4###############", "mastercard": "54##############", "amex": "37#############",
        "discover": "6011############", "jcb": "3530############", "diners": "36############",
        "unionpay": "62##############", "uatp": "1220###########",
      ]
      guard let template = templates[argument.isEmpty ? "visa" : argument] else { return nil }
      return Validator.sample(template, &random, judge)
    },
    judge: { judge($0.value) })

  static func judge(_ value: [UInt8]) -> Judgement {
    guard let digits = Identifier.digits(value, 13...19), CheckDigits.luhn(digits),
      let network = network(of: digits)
    else { return .refuted }
    if isTestNumber(digits) { return .documented("published test card") }
    return network.isCertain
      ? .proven("\(network.name) number, check digit valid")
      : .plausible("\(network.name) number, check digit valid")
  }

  /// A number that a label calls a card need not be of a network that is certain; those that are, are
  /// left to `card`.
  static let labeled = Validator.identifier("labeled-card", template: "359#############") { value in
    guard let digits = Identifier.digits(value, 13...19), CheckDigits.luhn(digits),
      !(network(of: digits)?.isCertain ?? false)
    else { return .refuted }
    return isTestNumber(digits)
      ? .documented("published test card") : .plausible("check digit valid")
  }

  private struct Network {
    var name: String
    /// The range is issued nearly whole, so that the check digit proves something.
    var isCertain = true
  }

  private static func network(of digits: [Int]) -> Network? {
    let prefix = Identifier.number(digits[..<6])
    let count = digits.count
    switch prefix {
    case 400_000...499_999 where count == 16: return Network(name: "Visa")
    case 400_000...499_999 where count == 13 || count == 19:
      return Network(name: "Visa", isCertain: false)
    case 510_000...559_999 where count == 16, 222_100...272_099 where count == 16:
      return Network(name: "Mastercard")
    case 340_000...349_999 where count == 15, 370_000...379_999 where count == 15:
      return Network(name: "American Express")
    case 601_100...601_199 where count >= 16, 644_000...659_999 where count >= 16:
      return Network(name: "Discover", isCertain: count == 16)
    case 352_800...358_999 where count >= 16:
      return Network(name: "JCB", isCertain: count == 16)
    case 300_000...305_999 where count == 14, 360_000...369_999 where count == 14,
      380_000...399_999 where count == 14 || count == 16:
      return Network(name: "Diners Club")
    case 620_000...629_999 where count >= 16:
      return Network(name: "UnionPay", isCertain: count == 16)
    // The Universal Air Travel Plan.
    case 100_000...199_999 where count == 15: return Network(name: "UATP", isCertain: false)
    case 220_000...220_499 where count >= 16: return Network(name: "Mir")
    case 500_000...509_999 where count >= 16, 560_000...589_999 where count >= 16,
      630_400...630_499 where count >= 16, 675_900...676_399 where count >= 16:
      return Network(name: "Maestro", isCertain: false)
    case 979_200...979_299 where count == 16: return Network(name: "Troy")
    case 600_000...600_999 where count == 16, 817_200...820_199 where count == 16:
      return Network(name: "RuPay", isCertain: false)
    default: return nil
    }
  }

  /// Published by a payment provider for tests, or made of so few different digits that it was
  /// made up: a real number has eight or more of one digit once in some 40,000.
  private static func isTestNumber(_ digits: [Int]) -> Bool {
    if published.contains(Identifier.text(digits)) || Identifier.isPlaceholder(digits) {
      return true
    }
    var counts = [Int](repeating: 0, count: 10)
    for digit in digits { counts[digit] += 1 }
    return (counts.max() ?? 0) >= 8 || counts.count(where: { $0 > 0 }) <= 3
  }

  /// Test numbers in the documentation of Stripe, Adyen, Braintree, PayPal, Worldpay, Square,
  /// Checkout.com, Global Payments, the gateway of Mastercard and the networks, as far as they are not plain from their digits.
  private static let published: Set<String> = [
    "4111111111111111", "4242424242424242", "4000056655665556", "5555555555554444",
    "2223003122003222", "5200828282828210", "5105105105105100", "378282246310005",
    "371449635398431", "378734493671000", "6011111111111117", "6011000990139424",
    "6011981111111113", "3056930009020004", "30569309025904", "36227206271667", "38520000023237",
    "6555900000604105", "3566002020360505", "3530111333300000", "6200000000000005",
    "6200000000000047", "6205500000000000004", "4012888888881881", "4222222222222",
    "4012000033330026", "4012000077777777", "4009348888881881", "4005519200000004",
    "4500600000000061", "4217651111111119", "4444333322221111", "4917610000000000",
    "4917484589897107", "4462030000000000", "5454545454545454", "5555341244441115",
    "6759649826438453", "6799990100000000019", "6331101999990016", "5019717010103742",
    "4263970000005262", "4988438843884305", "4166676667666746", "4646464646464644",
    "5100290029002909", "5577000055770004", "5136333333333335", "5585558555855583",
    "2222410740360010", "2222400070000005", "2223000048400011", "370000000000002",
    "345177925488348", "6445644564456445", "6011601160116611", "3569990010095841",
    "6250946000000016", "6771798021000008", "6771830999991239", "4543474002249996",
    "4032039317984658", "4007000000027", "4012888818888", "6011000991300009", "5424000000000015",
    "374245455400126", "378750881135150", "4532015112830366",
    "4539148803436467", "4716059383543834",
    "4539578763621486",
    "4485275742308327", "4916338506082832", "4556737586899855", "5425233430109903",
    "2222420000001113", "2223000010479399", "4917300800000000", "4001919257537193",
    "4263982640269299", "4745184000000007", "5425230000004415", "36256000000725",
    "4003830171874018", "5496198584584769", "4035501000000008", "4360000001000005",
    "5500005555555559", "5431111111111111", "4012001037141112", "36148900647913",
    "36070500001020", "5413330089020011", "4761739001010010", "4761340000000019",
    "36006666333344", "374251018720018", "4293189100000008", "5555444433331111",
    "2223000048410010", "36259600000004", "36259600000012", "376680816376961",
    "2223016768739313", "4023898493988028", "371263462726550", "4532759734545858",
    "5409889944179029", "6011000991543426", "4485040371536584", "4921817844445119",
    "4095254802642505", "5352151570003404", "5305484748800098", "5199992312641465",
    "5436031030606378", "6223164991230014", "4508750015741019", "6011003179988686",
    "4012001038443335", "5114610000004778", "5204740009900014", "4761739001010119",
    "374500261001009", "4911830000000", "4970101122334455", "122000000000003",
  ]
}

// Validators that make the examples of rule files from a template.

extension Validator {
  /// A validator of an identifier that has one shape.
  ///
  /// `template` makes examples: `#` is a digit, `+` a digit but 0, `@` a letter, `y` and `c` a year
  /// of two and four digits, `m` a month, `d` a day up to 28, all else itself. Fillings are tried
  /// until one is valid, so a template need not know the check digits.
  static func identifier(
    _ name: String, template: String, judge: @escaping @Sendable ([UInt8]) -> Judgement
  ) -> Validator {
    Validator(
      name: name,
      example: { _, random in sample(template, &random, judge) },
      judge: { judge($0.value) })
  }

  /// A filling of a template that `judge` accepts; nil after 20,000 that it does not.
  static func sample(
    _ template: String, _ random: inout ExampleRandom, _ judge: ([UInt8]) -> Judgement
  ) -> String? {
    for _ in 0..<20_000 {
      let value = fill(template, &random)
      switch judge(value) {
      case .proven, .plausible: return String(decoding: value, as: UTF8.self)
      case .refuted, .documented: continue
      }
    }
    return nil
  }

  private static func fill(_ template: String, _ random: inout ExampleRandom) -> [UInt8] {
    var value: [UInt8] = []
    for byte in template.utf8 {
      switch byte {
      case UInt8(ascii: "#"): value.append(0x30 + UInt8(random.number(below: 10)))
      case UInt8(ascii: "+"): value.append(0x31 + UInt8(random.number(below: 9)))
      case UInt8(ascii: "@"): value.append(0x41 + UInt8(random.number(below: 26)))
      case UInt8(ascii: "y"): append(40 + random.number(below: 60), 2, to: &value)
      case UInt8(ascii: "c"): append(1940 + random.number(below: 60), 4, to: &value)
      case UInt8(ascii: "m"): append(1 + random.number(below: 12), 2, to: &value)
      case UInt8(ascii: "d"): append(1 + random.number(below: 28), 2, to: &value)
      default: value.append(byte)
      }
    }
    return value
  }

  private static func append(_ number: Int, _ width: Int, to value: inout [UInt8]) {
    let text = String(number)
    for _ in text.utf8.count..<max(width, text.utf8.count) { value.append(0x30) }
    value += Array(text.utf8)
  }
}

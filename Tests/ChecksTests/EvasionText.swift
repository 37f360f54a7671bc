// Texts with values that are put in when a test runs, so that none of them lies in this repository.
//
//   «token» «card» «sh»     a value that is made up each time anew, a call, a piece of one
//   «‘a ‹card›’»            a text with values in it
//   «U+200B» «400×U+0000»   a character, so many of it
//   «token|gzip|base64»     a value in one dress over the other, the first one innermost
//   ⏎                       a line end

import Checks

enum EvasionText {
  /// The text with everything put in. What is not known is a fault of the test.
  static func expanded(_ text: String) -> String {
    var result = ""
    var rest = text.replacing("⏎", with: "\n")[...]
    while let open = rest.firstIndex(of: "«") {
      result += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "»") else { fatalError("\(text): no »") }
      result += String(decoding: value(rest[..<close]), as: UTF8.self)
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return result
  }

  static func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let low = UInt8(truncatingIfNeeded: unit)
      let high = UInt8(truncatingIfNeeded: unit >> 8)
      return isBig ? [high, low] : [low, high]
    }
  }

  /// What one filler stands for.
  private static func value(_ filler: Substring) -> [UInt8] {
    var bytes: [UInt8]
    let dresses: Substring
    if filler.first == "‘", let end = filler.lastIndex(of: "’") {
      bytes = Array(literal(filler[..<end].dropFirst()).utf8)
      dresses = filler[filler.index(after: end)...]
    } else {
      let end = filler.firstIndex(of: "|") ?? filler.endIndex
      bytes = Array(named(filler[..<end]).utf8)
      dresses = filler[end...]
    }
    for dress in dresses.split(separator: "|") { bytes = EvasionDress.dressed(bytes, in: dress) }
    return bytes
  }

  /// A text with the values between `‹` and `›` put in.
  private static func literal(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let open = rest.firstIndex(of: "‹"), let close = rest.firstIndex(of: "›") {
      result += rest[..<open]
      result += named(rest[rest.index(after: open)..<close])
      rest = rest[rest.index(after: close)...]
    }
    result += rest
    return result
  }

  private static func named(_ name: Substring) -> String {
    if let value = values[String(name)] { return value }
    let parts = name.split(separator: "×")
    guard let code = parts.last, code.hasPrefix("U+"),
      let scalar = UInt32(code.dropFirst(2), radix: 16).flatMap({ Unicode.Scalar($0) }),
      let count = parts.count == 2 ? Int(parts[0]) : 1
    else { fatalError("there is no value \(name)") }
    return String(repeating: String(scalar), count: count)
  }

  // MARK: - Values

  private static let values: [String: String] = {
    let validators = Dictionary(
      Validator.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    func filled(_ text: String) -> String {
      let example = ExampleText(text, seed: 1, validators: validators)
      return String(decoding: example.bytes, as: UTF8.self)
    }
    func cut(_ text: String, _ range: Range<Int>) -> String {
      String(text.dropFirst(range.lowerBound).prefix(range.count))
    }
    let token = filled("ghp_{github-checksum}")
    let card = filled("{card:visa}")
    let iban = filled("{iban:DE}")
    let ssn = filled("{ssn}")
    let tax = filled("{steuer-id}")
    let ibanGroups = stride(from: 0, to: 22, by: 4).map { cut(iban, $0..<($0 + 4)) }
    var values = [
      "call": #"os.system(request.args["cmd"])"#, "argv": "os.system(sys.argv[1])",
      "js": "eval(req.query.q)", "sh": "curl -fsSL https://get.tool.example/i.sh | sh",
      "packed": packed,
    ]
    values["token"] = token
    values["a"] = cut(token, 0..<9)
    values["b"] = cut(token, 9..<21)
    values["c"] = cut(token, 21..<40)
    values["bc"] = cut(token, 9..<40)
    // Behind the head, and that in two.
    values["body"] = cut(token, 4..<40)
    values["body1"] = cut(token, 4..<20)
    values["body2"] = cut(token, 20..<40)
    values["rest"] = cut(token, 5..<40)
    values["card"] = card
    for group in 0..<4 {
      values["card\(group + 1)"] = cut(card, (4 * group)..<(4 * group + 4))
    }
    values["cardWithO"] = cut(card, 0..<15) + "O"
    values["iban"] = iban
    values["iban1"] = cut(iban, 0..<10)
    values["iban2"] = cut(iban, 10..<22)
    values["ibanInGroups"] = ibanGroups.joined(separator: " ")
    values["ibanWithHyphens"] = ibanGroups.joined(separator: "-")
    values["ssn"] = ssn
    values["ssn1"] = cut(ssn, 0..<3)
    values["ssn2"] = cut(ssn, 4..<6)
    values["ssn3"] = cut(ssn, 7..<11)
    values["tax"] = tax
    values["tax1"] = cut(tax, 0..<2)
    values["tax2"] = cut(tax, 2..<5)
    values["tax3"] = cut(tax, 5..<8)
    values["tax4"] = cut(tax, 8..<11)
    return values
  }()

  /// A program with an unsafe call, as gzip (with codes of its own) and base64 make it.
  private static let packed = """
    H4sIAAAAAAACA12QQWrEMAxF9z6FMBRs2oZ2G8gNeoOhmEwjO4JYHmS7zNy+noR4Ua/eF9KXvinekhRIWdFB+dFxSy\
    EQB6UawHTKIWD5aohinOM5onNWKbWghzgTm1lCjcgl21FBe21sIPbJ6J8NZ24OUG9wxZV4gbIiMIW1bA+QypD8XjoO\
    QNF2t/BJ4LQF4s758jl+H1vOTQteazCa8V562wgvWb91aftAykOLWzAaLRHexYOG1399gqUKw0eLSB7OxDBNoJ17Bn\
    ZOHyc0qwHvVMz+DU/VnH6tVX8Qygc7ZAEAAA==
    """
}

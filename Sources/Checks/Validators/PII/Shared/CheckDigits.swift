/// The check digit schemes that several identifiers share.
enum CheckDigits {
  /// ISO/IEC 7812-1, annex B: every second digit from the right but one is doubled.
  ///
  /// Catches every wrong digit and every transposition of neighbors but 09 and 90.
  static func luhn(_ digits: [Int]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      if index % 2 == 0 {
        sum += digit
      } else {
        sum += digit < 5 ? digit * 2 : digit * 2 - 9
      }
    }
    return sum % 10 == 0
  }

  /// ISO/IEC 7064, MOD 11,10: the last digit checks those before it.
  static func mod11And10(_ digits: [Int]) -> Bool {
    guard let last = digits.last else { return false }
    var product = 10
    for digit in digits.dropLast() {
      let sum = (digit + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return (11 - product) % 10 == last
  }

  /// J. Verhoeff's scheme over the dihedral group of order 10 (1969): catches every wrong digit and
  /// every transposition of neighbors.
  static func verhoeff(_ digits: [Int]) -> Bool {
    var check = 0
    for (index, digit) in digits.reversed().enumerated() {
      check = dihedral(check, permuted(digit, index % 8))
    }
    return check == 0
  }

  private static func dihedral(_ left: Int, _ right: Int) -> Int {
    switch (left < 5, right < 5) {
    case (true, true): (left + right) % 5
    case (true, false): 5 + (left + right) % 5
    case (false, true): 5 + (left - right + 5) % 5
    case (false, false): (left - right + 5) % 5
    }
  }

  /// The permutation (1 5 8 9 4 2 7 0)(3 6), `times` over.
  private static func permuted(_ digit: Int, _ times: Int) -> Int {
    let next = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]
    var digit = digit
    for _ in 0..<times { digit = next[digit] }
    return digit
  }

  /// The remainder by 97 of a text in which letters stand for 10 to 35 (ISO/IEC 7064, MOD 97-10).
  static func mod97(_ text: some Sequence<UInt8>) -> Int {
    var remainder = 0
    for byte in text {
      if byte.isASCIIDigit {
        remainder = (remainder * 10 + Int(byte - 0x30)) % 97
      } else {
        remainder = (remainder * 100 + byte.letterIndex + 10) % 97
      }
    }
    return remainder
  }

  /// ICAO Doc 9303, part 3: the weights 7, 3 and 1 in turn, modulo 10; the last number checks those
  /// before it. Letters count from 10.
  static func machineReadable(_ numbers: [Int]) -> Bool {
    var sum = 0
    for (index, number) in numbers.dropLast().enumerated() { sum += number * [7, 3, 1][index % 3] }
    return sum % 10 == numbers.last
  }
}

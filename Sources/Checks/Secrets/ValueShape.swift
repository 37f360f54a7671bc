/// What a value consists of, counted in one pass; the facts that all judgements about literals use.
package struct ValueShape: Sendable {
  package let bytes: [UInt8]
  package private(set) var upper = 0
  package private(set) var lower = 0
  package private(set) var digits = 0
  package private(set) var spaces = 0
  /// `_`, `-`, `.`
  package private(set) var separators = 0
  /// Other printable ASCII.
  package private(set) var symbols = 0
  package private(set) var beyondASCII = 0
  /// Changes between a letter and a digit, either way.
  package private(set) var letterDigitChanges = 0
  package private(set) var distinct = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var seen: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    var previous = Kind.other
    for byte in bytes {
      let bit = UInt64(1) << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: seen.0 |= bit
      case 1: seen.1 |= bit
      case 2: seen.2 |= bit
      default: seen.3 |= bit
      }
      let kind = Kind(byte)
      switch kind {
      case .upper: upper += 1
      case .lower: lower += 1
      case .digit: digits += 1
      case .space: spaces += 1
      case .separator: separators += 1
      case .symbol: symbols += 1
      case .other: beyondASCII += 1
      }
      if kind.isLetter && previous == .digit || kind == .digit && previous.isLetter {
        letterDigitChanges += 1
      }
      previous = kind
    }
    distinct =
      seen.0.nonzeroBitCount + seen.1.nonzeroBitCount + seen.2.nonzeroBitCount
      + seen.3.nonzeroBitCount
  }

  package var count: Int { bytes.count }
  package var letters: Int { upper + lower }
  /// How many of upper case, lower case, digits and marks take part.
  package var classes: Int {
    (upper > 0 ? 1 : 0) + (lower > 0 ? 1 : 0) + (digits > 0 ? 1 : 0)
      + (symbols + separators + spaces + beyondASCII > 0 ? 1 : 0)
  }

  /// Hexadecimal of the length of a digest.
  var isOfDigest: Bool { [32, 40, 56, 64, 96, 128].contains(count) && isHex }

  package var isDigits: Bool { digits == count && count > 0 }
  package var isHex: Bool {
    count > 0
      && bytes.allSatisfy {
        Kind($0) == .digit || (0x61...0x66).contains($0) || (0x41...0x46).contains($0)
      }
  }

  /// Eight, four, four, four and twelve hexadecimal digits.
  package var isUUID: Bool {
    guard count == 36 else { return false }
    for (index, byte) in bytes.enumerated() {
      switch index {
      case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return false }
      default: guard byte.hexDigitValue != nil else { return false }
      }
    }
    return true
  }

  /// A name as programs write it: letters, digits, `_`, starting with a letter or `_`.
  package var isIdentifier: Bool {
    guard let first = bytes.first, symbols == 0, spaces == 0, beyondASCII == 0 else { return false }
    guard Kind(first).isLetter || first == UInt8(ascii: "_") else { return false }
    return bytes.allSatisfy {
      $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".")
    }
  }

  /// `API_TOKEN`: the name of an environment variable or constant.
  package var isConstantName: Bool {
    isIdentifier && lower == 0 && upper >= 3 && bytes.contains(UInt8(ascii: "_"))
      && letterDigitChanges <= 2
  }

  /// `user.password`, `cfg::token`, `obj->key`: identifiers joined by access marks.
  package var isAccessChain: Bool {
    guard beyondASCII == 0, spaces == 0 else { return false }
    var parts = 0
    var inPart = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ">"): inPart = false
      case UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "?"), UInt8(ascii: "!"): break
      case UInt8(ascii: "-"): break
      default:
        let kind = Kind(byte)
        guard kind.isLetter || kind == .digit else { return false }
        if !inPart {
          guard kind.isLetter else { return false }
          parts += 1
          inPart = true
        }
      }
    }
    return parts >= 2 && bytes.last.map { Kind($0).isLetter || Kind($0) == .digit } ?? false
      && WordLikeness(bytes).isWords
  }

  /// Starts like an absolute, home, relative or drive path.
  package var isPath: Bool {
    let path = bytes
    if path.starts(with: "./".utf8) || path.starts(with: "../".utf8) || path.starts(with: "~/".utf8)
    {
      return true
    }
    if count > 3, Kind(path[0]).isLetter, path[1] == UInt8(ascii: ":"),
      path[2] == UInt8(ascii: "\\") || path[2] == UInt8(ascii: "/")
    {
      return true
    }
    guard path.first == UInt8(ascii: "/") || path.contains(UInt8(ascii: "/")) else { return false }
    // Base64 has slashes as well: a path is made of words.
    return WordLikeness(bytes).isWords || (path.first == UInt8(ascii: "/") && count < 16)
  }

  /// `scheme://…`
  package var isAddress: Bool {
    guard count > 5 else { return false }
    return (0..<min(count - 2, 16)).contains {
      bytes[$0] == UInt8(ascii: ":") && bytes[$0 + 1] == UInt8(ascii: "/")
        && bytes[$0 + 2] == UInt8(ascii: "/")
    }
  }

  enum Kind {
    case upper, lower, digit, space, separator, symbol, other

    init(_ byte: UInt8) {
      switch byte {
      case 0x41...0x5A: self = .upper
      case 0x61...0x7A: self = .lower
      case 0x30...0x39: self = .digit
      case 0x20, 0x09, 0x0A, 0x0D: self = .space
      case 0x2D, 0x2E, 0x5F: self = .separator
      case 0x21...0x7E: self = .symbol
      default: self = .other
      }
    }

    var isLetter: Bool { self == .upper || self == .lower }
  }
}

extension UInt8 {
  /// 0 to 15 for a hexadecimal digit of either case.
  var hexDigitValue: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }

  /// ASCII letters in lower case, everything else as it is.
  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

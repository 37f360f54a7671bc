/// Text on its way into and out of shell words.
enum ShellText {
  /// Reads what stands between `$'` and `'`, or the format of a `printf`, up to `until`.
  static func unescape(
    _ bytes: [UInt8], _ index: inout Int, until end: UInt8?, into text: inout [UInt8]
  ) {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == end { return }
      guard byte == 0x5C, index < bytes.count else {
        text.append(byte)
        continue
      }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "x"): number(bytes, &index, radix: 16, most: 2, into: &text)
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        index -= 1
        number(bytes, &index, radix: 8, most: escape == UInt8(ascii: "0") ? 4 : 3, into: &text)
      case 0x5C, 0x27, 0x22: text.append(escape)
      default: text += [0x5C, escape]
      }
    }
  }

  static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    unescape(bytes, &index, until: nil, into: &text)
    return text
  }

  private static func number(
    _ bytes: [UInt8], _ index: inout Int, radix: Int, most: Int, into text: inout [UInt8]
  ) {
    var value = 0
    var count = 0
    while count < most, index < bytes.count,
      let digit = Int(String(UnicodeScalar(bytes[index])), radix: radix)
    {
      value = (value * radix + digit) & 0xFF
      index += 1
      count += 1
    }
    text.append(UInt8(value))
  }

  /// A word that the shell reads as it is.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"),
        UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: ","):
        true
      default: false
      }
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// A command given as a list of words: the script after a shell's `-c`, or the words as one line.
  static func command(of words: [[UInt8]]) -> [UInt8] {
    let texts = words.map { String(decoding: $0, as: UTF8.self) }
    if let flag = texts.dropFirst().firstIndex(where: { $0.hasPrefix("-") && $0.hasSuffix("c") }),
      flag + 1 < words.count, ShellWrites.isShell(texts[0])
    {
      return words[flag + 1]
    }
    return Array(texts.map(quoted).joined(separator: " ").utf8)
  }
}

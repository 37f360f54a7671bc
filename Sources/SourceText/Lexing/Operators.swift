/// The marks of more than one byte, of all languages together.
///
/// `>>` stays two tokens, so that the brackets of nested generics come apart.
enum Operators {
  /// The length of the mark that starts with `first`.
  static func length(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    // Two letters or spaces after a mark are the usual case.
    guard second > 0x20, second < 0x41 || second == 0x5E || second == 0x7C || second == 0x7E else {
      return 1
    }
    switch (first, second, third) {
    case ("=", "=", "="), ("!", "=", "="), (".", ".", "."), (".", ".", "<"), (".", ".", "="),
      ("<", "<", "="), ("<", "=", ">"), ("*", "*", "="), ("&", "&", "="), ("|", "|", "="),
      ("?", "?", "="), ("?", "-", ">"), ("<", "<", "-"):
      return 3
    case (_, "=", _):
      return joinsEqual(first) ? 2 : 1
    case ("=", ">", _), ("-", ">", _), (":", ":", _), ("&", "&", _), ("|", "|", _), ("?", "?", _),
      ("?", ".", _), (".", ".", _), ("<", "-", _), ("+", "+", _), ("-", "-", _), ("*", "*", _),
      ("/", "/", _), ("<", "<", _), ("=", "~", _), ("!", "~", _), ("&", ".", _), ("|", ">", _):
      return 2
    default:
      return 1
    }
  }

  private static func joinsEqual(_ byte: UInt8) -> Bool {
    switch byte {
    case "=", "!", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", ":", ".", "~": true
    default: false
    }
  }

  /// Whether a statement may end after a mark that ends with `byte`: a closing bracket, a type's
  /// `>`, `?` or `!`.
  static func mayEndStatement(_ byte: UInt8) -> Bool {
    switch byte {
    case ")", "]", "}", ">", "?", "!": true
    default: false
    }
  }
}

/// Lets byte patterns read as the characters they stand for.
private func ~= (pattern: Unicode.Scalar, byte: UInt8) -> Bool { UInt32(byte) == pattern.value }

import Rules

/// The stable identity of a finding: rule, path, the masked line with its white space folded, and the
/// ordinal among equal ones. No line number, and nothing of the value but what the mask shows.
enum Fingerprint {
  static func key(rule: RuleID, path: String, line: String) -> String {
    var folded = ""
    var wasSpace = true
    for scalar in line.unicodeScalars {
      if scalar == " " || scalar == "\t" {
        if !wasSpace { folded.unicodeScalars.append(" ") }
        wasSpace = true
      } else {
        folded.unicodeScalars.append(scalar)
        wasSpace = false
      }
    }
    if folded.hasSuffix(" ") { folded.removeLast() }
    return rule.text + "\0" + path + "\0" + folded
  }

  /// Lower-case hexadecimal SHA-256.
  static func make(key: String, ordinal: Int) -> String {
    SHA256.hexadecimal(of: key + "\0" + String(ordinal))
  }
}

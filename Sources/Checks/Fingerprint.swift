import Rules

/// The stable identity of a finding: rule, path, the masked line with its white space folded, and the
/// ordinal among equal ones. No line number, and nothing of the value but what the mask shows.
enum Fingerprint {
  /// What equal findings have in common.
  struct Key: Hashable, Sendable {
    private let bytes: [UInt8]

    init(rule: RuleID, path: String, line: String) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(rule.text.utf8.count + path.utf8.count + line.utf8.count + 8)
      bytes.append(contentsOf: rule.text.utf8)
      bytes.append(0)
      bytes.append(contentsOf: path.utf8)
      bytes.append(0)
      let start = bytes.count
      var wasSpace = true
      for byte in line.utf8 {
        let isSpace = byte == 0x20 || byte == 0x09
        if !isSpace { bytes.append(byte) } else if !wasSpace { bytes.append(0x20) }
        wasSpace = isSpace
      }
      if bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
      self.bytes = bytes
    }

    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }

    /// Lower-case hexadecimal SHA-256.
    func fingerprint(ordinal: Int) -> String {
      var text = bytes
      text.append(0)
      text.append(contentsOf: String(ordinal).utf8)
      return SHA256.hexadecimal(of: text)
    }
  }
}

/// Counts equal findings over an input, so that each has a fingerprint of its own.
package struct FingerprintOrdinals: Sendable {
  private var counts: [Fingerprint.Key: Int] = [:]

  package init() {}

  /// Gives the next findings of the input, in order of position, their fingerprints.
  package mutating func identify(_ findings: [UnnumberedFinding]) -> [Finding] {
    findings.map { item in
      var finding = item.finding
      let ordinal = counts[item.key, default: 0]
      counts[item.key] = ordinal + 1
      finding.fingerprint = item.key.fingerprint(ordinal: ordinal)
      return finding
    }
  }
}

/// A finding whose fingerprint waits for those before it in its input.
package struct UnnumberedFinding: Sendable {
  var finding: Finding
  let key: Fingerprint.Key
}

import Rules

/// The stable identity of a finding: rule, path, the masked line with its white space folded, and the
/// ordinal among equal ones. No line number, and nothing of the value but what the mask shows.
enum Fingerprint {
  /// What equal findings have in common.
  struct Key: Sendable {
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

    /// Stands for the key where many are remembered: the first half of its hash.
    var digest: SIMD2<UInt64> {
      var hash = SHA256()
      hash.update(bytes)
      var digest = SIMD2<UInt64>()
      for (index, byte) in hash.finish().prefix(16).enumerated() {
        digest[index / 8] = digest[index / 8] << 8 | UInt64(byte)
      }
      return digest
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
struct FingerprintOrdinals {
  private var counts: [SIMD2<UInt64>: Int32] = [:]

  /// The fingerprint of the next finding of the input, in order of position.
  mutating func fingerprint(of key: Fingerprint.Key) -> String {
    let digest = key.digest
    let ordinal = counts[digest, default: 0]
    counts[digest] = ordinal &+ 1
    return key.fingerprint(ordinal: Int(ordinal))
  }
}

import Rules

/// Counts equal keys, for hosts that drop what they believe to be a duplicate.
struct Ordinals {
  private var counts: [String: Int] = [:]

  /// How often the key came before: 0 for the first.
  mutating func next(_ key: String) -> Int {
    let ordinal = counts[key, default: 0]
    counts[key] = ordinal + 1
    return ordinal
  }

  /// The fingerprint itself the first time, a hash with its ordinal for every other.
  mutating func unique(_ fingerprint: String) -> String {
    let ordinal = next(fingerprint)
    return ordinal == 0 ? fingerprint : SHA256.hexadecimal(of: "\(fingerprint):\(ordinal)")
  }
}

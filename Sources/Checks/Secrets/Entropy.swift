import Glibc

/// Shannon entropy of bytes, the simplest measure of how random a value looks.
package enum Entropy {
  /// Between 0 (one byte repeated, or nothing) and 8; costs one pass and a table of 256.
  package static func bitsPerByte(_ bytes: some Collection<UInt8>) -> Double {
    guard !bytes.isEmpty else { return 0 }
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(bytes.count)
    var sum = 0.0
    for count in counts where count > 0 {
      let share = Double(count) / total
      sum -= share * log2(share)
    }
    return sum
  }
}

// What every fuzz target shares. A target is one file with the function that libFuzzer calls;
// `.ci/fuzz` builds it with this one and the modules that it names. A broken property ends the
// process, and libFuzzer then keeps the input.

/// The bytes of one run.
func input(_ start: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
  Array(UnsafeBufferPointer(start: start, count: count))
}

/// Ends the process where a property does not hold.
func require(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard !holds else { return }
  fatalError("property broken: \(property())")
}

/// Whether ranges ascend, stay apart and within `0..<count`.
func areSound(_ ranges: [Range<Int>], count: Int) -> Bool {
  var end = 0
  for range in ranges {
    guard range.lowerBound >= end, range.upperBound <= count, !range.isEmpty else { return false }
    end = range.upperBound
  }
  return true
}

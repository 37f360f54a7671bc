/// A set of small numbers that remembers the order of insertion and is emptied in constant time.
///
/// Numbers lie below 2^16, as those of a program's instructions do.
struct SparseSet {
  private var dense: [UInt16] = []
  private var sparse: [UInt16]

  init(capacity: Int) { sparse = [UInt16](repeating: 0, count: capacity) }

  var count: Int { dense.count }

  var isEmpty: Bool { dense.isEmpty }

  subscript(index: Int) -> Int { Int(dense[index]) }

  func contains(_ value: Int) -> Bool {
    let place = Int(sparse[value])
    return place < dense.count && Int(dense[place]) == value
  }

  /// False where the value is there already.
  mutating func insert(_ value: Int) -> Bool {
    guard !contains(value) else { return false }
    sparse[value] = UInt16(truncatingIfNeeded: dense.count)
    dense.append(UInt16(truncatingIfNeeded: value))
    return true
  }

  mutating func removeAll() { dense.removeAll(keepingCapacity: true) }
}

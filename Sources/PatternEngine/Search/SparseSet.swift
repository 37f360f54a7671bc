/// A set of small numbers that remembers the order of insertion and is emptied in constant time.
struct SparseSet {
  private var dense: [Int32]
  private var sparse: [Int32]
  private(set) var count = 0

  init(capacity: Int) {
    dense = [Int32](repeating: 0, count: capacity)
    sparse = [Int32](repeating: 0, count: capacity)
  }

  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> Int { Int(dense[index]) }

  func contains(_ value: Int) -> Bool {
    let place = Int(sparse[value])
    return place < count && Int(dense[place]) == value
  }

  /// False where the value is there already.
  mutating func insert(_ value: Int) -> Bool {
    guard !contains(value) else { return false }
    dense[count] = Int32(truncatingIfNeeded: value)
    sparse[value] = Int32(truncatingIfNeeded: count)
    count += 1
    return true
  }

  mutating func removeAll() { count = 0 }
}

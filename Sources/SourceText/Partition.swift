extension Range where Bound == Int {
  /// The first number for which `belongs` holds, of numbers for which it holds from some point on;
  /// the upper bound where it holds for none. Costs a binary search.
  package func partitioningIndex(where belongs: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if belongs(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

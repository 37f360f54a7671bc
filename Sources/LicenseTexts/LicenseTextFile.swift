// `rules/licenses/texts.fingerprints`, in this order, numbers in digits of base 91:
//
//     two lines: what the file is and its format; how much there is of each part, in decimals
//     bucket starts   3 digits each: which shingle is the first of each bucket, and their count
//     shingles        4 digits each, by their numbers: the rest of the number beside its bucket, and
//                     which licenses have it: a license, or a list behind the last license
//     list starts     3 digits each: where each list begins, and the end of the last
//     lists           1 digit each: below 60 a license, by its distance from the one before, less one;
//                     from 60 on as many licenses that follow directly, less 58; 90 for a distance of
//                     60 and more to come
//     licenses        10 digits each: words, shingles in the file, where its ids begin (3 each), and
//                     whether it is widely used (0 or 1)
//     ids             the ids of each license by spaces, the preferred one first, and a line end

/// What stands in the file, to be written.
struct LicenseTextFile {
  struct License {
    var ids: [String]
    var wordCount: Int
    var isWidelyUsed: Bool
  }

  static let title = "license texts by their fingerprints, format 1"

  var licenses: [License]
  /// In order, each once.
  var shingles: [Shingle]
  /// Which licenses have each of them, in order.
  var holders: [[Int]]

  var bytes: [UInt8] {
    var lists: [[Int]] = []
    var numbers: [[Int]: Int] = [:]
    var counts = [Int](repeating: 0, count: licenses.count)
    var entries: [UInt8] = []
    var bucketSizes = [Int](repeating: 0, count: PrintableNumbers.pairs)
    for (shingle, holders) in zip(shingles, holders) {
      var which = holders.first ?? 0
      if holders.count > 1 {
        if let known = numbers[holders] {
          which = known
        } else {
          which = licenses.count + lists.count
          numbers[holders] = which
          lists.append(holders)
        }
      }
      // What no number is left for is left out.
      guard which < PrintableNumbers.pairs else { continue }
      for holder in holders { counts[holder] += 1 }
      let (bucket, rest) = Int(shingle.number).quotientAndRemainder(
        dividingBy: PrintableNumbers.pairs)
      bucketSizes[bucket] += 1
      PrintableNumbers.append(rest, digits: 2, to: &entries)
      PrintableNumbers.append(which, digits: 2, to: &entries)
    }
    lists.removeLast(max(0, licenses.count + lists.count - PrintableNumbers.pairs))

    var starts: [UInt8] = []
    var start = 0
    for size in bucketSizes {
      PrintableNumbers.append(start, digits: 3, to: &starts)
      start += size
    }
    PrintableNumbers.append(start, digits: 3, to: &starts)

    var listStarts: [UInt8] = []
    var pool: [UInt8] = []
    for list in lists {
      PrintableNumbers.append(pool.count, digits: 3, to: &listStarts)
      Self.append(list, to: &pool)
    }
    PrintableNumbers.append(pool.count, digits: 3, to: &listStarts)

    var infos: [UInt8] = []
    var ids: [UInt8] = []
    for (license, count) in zip(licenses, counts) {
      PrintableNumbers.append(license.wordCount, digits: 3, to: &infos)
      PrintableNumbers.append(count, digits: 3, to: &infos)
      PrintableNumbers.append(ids.count, digits: 3, to: &infos)
      PrintableNumbers.append(license.isWidelyUsed ? 1 : 0, digits: 1, to: &infos)
      ids += Array(license.ids.joined(separator: " ").utf8) + [0x0A]
    }
    let sizes = [start, lists.count, pool.count, licenses.count, ids.count]
    let header = "\(Self.title)\n\(sizes.map(String.init).joined(separator: " "))\n"
    return Array(header.utf8) + starts + entries + listStarts + pool + infos + ids
  }

  private static func append(_ list: [Int], to pool: inout [UInt8]) {
    var last = -1
    var index = 0
    while index < list.count {
      var run = 0
      while index + run < list.count, list[index + run] == last + run + 1 { run += 1 }
      if run >= 2 {
        run = min(run, 31)
        PrintableNumbers.append(run + 58, digits: 1, to: &pool)
        index += run
      } else {
        var distance = list[index] - last - 1
        while distance >= 60 {
          PrintableNumbers.append(90, digits: 1, to: &pool)
          distance -= 60
        }
        PrintableNumbers.append(distance, digits: 1, to: &pool)
        index += 1
      }
      last = list[index - 1]
    }
  }
}

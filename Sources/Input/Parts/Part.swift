import SourceText

/// A text on its way to being taken apart: a whole input, or a part of one.
struct Part {
  var name: String
  var bytes: [UInt8]
  var language: Language
  var form: TextForm
  /// Leads to the whole input.
  var positions: PositionMap
  var containers: [Container]
  /// Where findings count; nil for everywhere.
  var reviewable: [Range<Int>]?
  /// How many texts it lies in.
  var depth: Int
  /// What of its input lies before it, for a piece of a long one.
  var before = PartOrigin()
  /// Where added lines take the place of others.
  var replacements: [Replacement] = []
  var isCutOff = false
}

/// What lies before a piece of an input, as far as its parts are counted.
struct PartOrigin {
  var lines = 0
  var fences = 0
}

/// A part as it was found in the text around it.
struct FoundPart {
  /// nil for that of the text around it.
  var name: String?
  var bytes: [UInt8]
  /// nil for what the name and the text themselves say.
  var language: Language?
  /// nil for what the language, name and text say.
  var form: TextForm?
  /// Leads to the text around it.
  var positions: PositionMap
  var container: Container
  var reviewable: [Range<Int>]?
  /// Where added lines take the place of others.
  var replacements: [Replacement] = []
  /// The text around ends within it.
  var isCutOff = false
}

/// What was found in a text.
struct FoundParts {
  var parts: [FoundPart] = []
  /// Where findings of the text around the parts count; nil for everywhere.
  var reviewable: [Range<Int>]?
  /// What the text around them turned out to be; nil where it is what it was taken for.
  var language: Language?
  var problems: [String] = []
  var skipped: [String] = []
}

/// Ranges of a text, ascending and apart.
enum Ranges {
  static func append(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
    if range.isEmpty { return }
    if let last = ranges.last, last.upperBound >= range.lowerBound {
      ranges[ranges.count - 1] =
        last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
    } else {
      ranges.append(range)
    }
  }

  /// What lies outside of ascending `ranges`, from 0 to `count`.
  static func complement(of ranges: [Range<Int>], count: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for range in ranges {
      if range.lowerBound > start { result.append(start..<range.lowerBound) }
      start = max(start, range.upperBound)
    }
    if start < count { result.append(start..<count) }
    return result
  }

  static func intersection(_ left: [Range<Int>]?, _ right: [Range<Int>]?) -> [Range<Int>]? {
    guard let left else { return right }
    guard let right else { return left }
    var result: [Range<Int>] = []
    var first = 0
    var second = 0
    while first < left.count, second < right.count {
      append(left[first].clamped(to: right[second]), to: &result)
      if left[first].upperBound < right[second].upperBound { first += 1 } else { second += 1 }
    }
    return result
  }

  /// The ranges of a part whose bytes come from `ranges` of the text around it.
  static func within(_ ranges: [Range<Int>]?, through positions: PositionMap) -> [Range<Int>]? {
    guard let ranges, !positions.pieces.isEmpty else { return ranges }
    var result: [Range<Int>] = []
    for piece in positions.pieces {
      let outer = piece.outer..<(piece.outer + max(piece.outerLength, 1))
      var index = first(in: ranges, endingAfter: outer.lowerBound)
      while index < ranges.count, ranges[index].lowerBound < outer.upperBound {
        if piece.length == piece.outerLength {
          let shared = ranges[index].clamped(to: outer)
          let start = piece.inner + shared.lowerBound - piece.outer
          append(start..<(start + shared.count), to: &result)
        } else {
          append(piece.inner..<(piece.inner + piece.length), to: &result)
        }
        index += 1
      }
    }
    return result
  }

  private static func first(in ranges: [Range<Int>], endingAfter offset: Int) -> Int {
    ranges.indices.partitioningIndex { ranges[$0].upperBound > offset }
  }
}

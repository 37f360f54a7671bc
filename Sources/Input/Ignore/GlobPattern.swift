/// A glob over the segments of a path, as `.gitignore` writes it (gitignore(5)).
///
/// `*`, `?` and `[…]` stay within a segment; `**` as a whole segment stands for any number of
/// segments. Matching costs at most pattern × path, whatever stars there are.
struct GlobPattern: Sendable {
  private enum Segment: Sendable {
    /// `**`: any number of segments.
    case anySegments
    case literal([UInt8])
    case glob([Element])
  }

  private enum Element: Sendable {
    case byte(UInt8)
    case anyByte
    case anyBytes
    case set(ByteMembers)
  }

  private var segments: [Segment] = []

  /// nil for a glob that can match nothing: empty, an unclosed `[`, a `\` at its end.
  init?(_ glob: [UInt8]) {
    var parts = glob.split(separator: 0x2F, omittingEmptySubsequences: true)
    // `a/**` is what lies in `a`, not `a` itself.
    if parts.count > 1, parts.last.map(Array.init) == [0x2A, 0x2A] { parts.append([0x2A]) }
    for part in parts {
      if parts.count > 1, part.elementsEqual([0x2A, 0x2A]) {
        segments.append(.anySegments)
      } else {
        guard let segment = Self.segment(Array(part)) else { return nil }
        segments.append(segment)
      }
    }
    if segments.isEmpty { return nil }
  }

  /// Whether the glob matches all of `path`, given as the ranges of its segments.
  func matches(_ path: [UInt8], segments ranges: ArraySlice<Range<Int>>) -> Bool {
    // The last `**` may take one more segment at each failure; earlier ones need not be retried,
    // since what stands between two of them was found at its first place.
    var pattern = 0
    var index = ranges.startIndex
    var retry: (pattern: Int, index: Int)?
    while index < ranges.endIndex {
      if pattern < segments.count {
        if case .anySegments = segments[pattern] {
          pattern += 1
          retry = (pattern, index)
          continue
        }
        if Self.matches(segments[pattern], path, ranges[index]) {
          pattern += 1
          index += 1
          continue
        }
      }
      guard let last = retry else { return false }
      pattern = last.pattern
      index = last.index + 1
      retry = (pattern, index)
    }
    while pattern < segments.count, case .anySegments = segments[pattern] { pattern += 1 }
    return pattern == segments.count
  }

  private static func matches(_ segment: Segment, _ path: [UInt8], _ range: Range<Int>) -> Bool {
    switch segment {
    case .anySegments: true
    case .literal(let bytes): path[range].elementsEqual(bytes)
    case .glob(let elements): matches(elements, path, range)
    }
  }

  private static func matches(_ elements: [Element], _ path: [UInt8], _ range: Range<Int>) -> Bool {
    var element = 0
    var index = range.lowerBound
    var retry: (element: Int, index: Int)?
    while index < range.upperBound {
      if element < elements.count {
        switch elements[element] {
        case .anyBytes:
          element += 1
          retry = (element, index)
          continue
        case .anyByte:
          element += 1
          index += 1
          continue
        case .byte(let byte) where path[index] == byte:
          element += 1
          index += 1
          continue
        case .set(let set) where set.contains(path[index]):
          element += 1
          index += 1
          continue
        case .byte, .set: break
        }
      }
      guard let last = retry else { return false }
      element = last.element
      index = last.index + 1
      retry = (element, index)
    }
    while element < elements.count, case .anyBytes = elements[element] { element += 1 }
    return element == elements.count
  }

  private static func segment(_ glob: [UInt8]) -> Segment? {
    var elements: [Element] = []
    var isLiteral = true
    var index = 0
    while index < glob.count {
      let byte = glob[index]
      index += 1
      switch byte {
      case 0x2A:
        isLiteral = false
        if case .anyBytes? = elements.last { continue }
        elements.append(.anyBytes)
      case 0x3F:
        isLiteral = false
        elements.append(.anyByte)
      case 0x5B:
        isLiteral = false
        guard let set = ByteMembers(glob, from: &index) else { return nil }
        elements.append(.set(set))
      case 0x5C:
        guard index < glob.count else { return nil }
        elements.append(.byte(glob[index]))
        index += 1
      default: elements.append(.byte(byte))
      }
    }
    guard isLiteral else { return .glob(elements) }
    return .literal(
      elements.compactMap { if case .byte(let byte) = $0 { byte } else { nil } })
  }
}

/// A `[…]` of a glob.
struct ByteMembers: Sendable {
  private var members: SIMD4<UInt64> = .zero

  func contains(_ byte: UInt8) -> Bool {
    members[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1
  }

  private mutating func insert(_ range: ClosedRange<UInt8>) {
    for byte in range { members[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  }

  /// Reads what follows a `[`, up to its `]`; nil if it is not closed.
  init?(_ glob: [UInt8], from index: inout Int) {
    var isNegated = false
    if index < glob.count, glob[index] == 0x21 || glob[index] == 0x5E {
      isNegated = true
      index += 1
    }
    var isFirst = true
    while true {
      guard index < glob.count else { return nil }
      var low = glob[index]
      index += 1
      if low == 0x5D, !isFirst { break }
      isFirst = false
      if low == 0x5B, index < glob.count, glob[index] == 0x3A, insertClass(glob, &index) {
        continue
      }
      if low == 0x5C {
        guard index < glob.count else { return nil }
        low = glob[index]
        index += 1
      }
      var high = low
      if index + 1 < glob.count, glob[index] == 0x2D, glob[index + 1] != 0x5D {
        high = glob[index + 1]
        index += 2
        if high == 0x5C {
          guard index < glob.count else { return nil }
          high = glob[index]
          index += 1
        }
      }
      if low <= high { insert(low...high) }
    }
    if isNegated { members = ~members }
  }

  /// A named class such as `[:digit:]`, from its colon on; false if it is none.
  private mutating func insertClass(_ glob: [UInt8], _ index: inout Int) -> Bool {
    guard let end = glob[(index + 1)...].firstIndex(of: 0x3A), end + 1 < glob.count,
      glob[end + 1] == 0x5D
    else { return false }
    let digits: ClosedRange<UInt8> = 0x30...0x39
    let upper: ClosedRange<UInt8> = 0x41...0x5A
    let lower: ClosedRange<UInt8> = 0x61...0x7A
    let ranges: [ClosedRange<UInt8>]
    switch String(decoding: glob[(index + 1)..<end], as: UTF8.self) {
    case "alnum": ranges = [digits, upper, lower]
    case "alpha": ranges = [upper, lower]
    case "digit": ranges = [digits]
    case "upper": ranges = [upper]
    case "lower": ranges = [lower]
    case "xdigit": ranges = [digits, 0x41...0x46, 0x61...0x66]
    case "space": ranges = [0x09...0x0D, 0x20...0x20]
    case "blank": ranges = [0x09...0x09, 0x20...0x20]
    case "punct": ranges = [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "cntrl": ranges = [0x00...0x1F, 0x7F...0x7F]
    case "graph": ranges = [0x21...0x7E]
    case "print": ranges = [0x20...0x7E]
    default: return false
    }
    for range in ranges { insert(range) }
    index = end + 2
    return true
  }
}

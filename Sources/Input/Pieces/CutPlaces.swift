// Where a long input may be cut: at the start of a line, or on a longer line between any two scalars.
// CR and LF are never parted.

/// Looks for places to cut the bytes of an input, as they were given.
struct CutPlaces {
  let encoding: TextDecoder.Encoding

  /// The last line that starts above `low` and not above `high`; where there is none, the last place
  /// between two scalars. The bytes begin at a scalar.
  func place(in raw: [UInt8], above low: Int, upTo high: Int) -> Int {
    raw.withUnsafeBufferPointer { raw in
      let width = encoding.unitWidth
      let last = scalarStart(in: raw, upTo: high)
      let first = max(low, 0) / width * width
      var place = last
      while place > first {
        if isLineStart(place, in: raw) { return place }
        place -= width
      }
      return max(last, min(first + width, raw.count))
    }
  }

  /// The last place not above `high` that parts no scalar.
  func scalarStart(in raw: [UInt8], upTo high: Int) -> Int {
    raw.withUnsafeBufferPointer { scalarStart(in: $0, upTo: min(high, $0.count)) }
  }

  /// The start of the last line that begins a file of a diff, but for the first of all.
  func lastFileHeader(in raw: [UInt8]) -> Int? {
    raw.withUnsafeBufferPointer { raw in
      let width = encoding.unitWidth
      var place = (raw.count / width - 6) * width
      while place > 0 {
        if isLineStart(place, in: raw), isFileHeader(place, in: raw) { return place }
        place -= width
      }
      return nil
    }
  }

  private func isFileHeader(_ place: Int, in raw: UnsafeBufferPointer<UInt8>) -> Bool {
    func starts(with word: StaticString) -> Bool {
      word.withUTF8Buffer { word in
        word.indices.allSatisfy {
          unit(at: place + $0 * encoding.unitWidth, in: raw) == UInt32(word[$0])
        }
      }
    }
    return starts(with: "diff -") || starts(with: "Index:")
  }

  private func scalarStart(in raw: UnsafeBufferPointer<UInt8>, upTo high: Int) -> Int {
    let width = encoding.unitWidth
    var place = high / width * width
    switch encoding {
    case .utf8:
      // The lead of the sequence that the byte before belongs to, if it is one.
      var lead = place - 1
      while lead > 0, place - lead < 3, raw[lead] & 0xC0 == 0x80 { lead -= 1 }
      if lead >= 0, 0xC2...0xF4 ~= raw[lead], lead + Self.width(raw[lead]) > place { place = lead }
    case .utf16:
      // At the end of what is known the other half of a pair may follow.
      let next = unit(at: place, in: raw) ?? 0xDC00
      if let before = unit(at: place - 2, in: raw), before & 0xFC00 == 0xD800,
        next & 0xFC00 == 0xDC00
      {
        place -= 2
      }
    case .utf32: break
    }
    let next = unit(at: place, in: raw) ?? 0x0A
    if place > width, unit(at: place - width, in: raw) == 0x0D, next == 0x0A { place -= width }
    return place
  }

  private func isLineStart(_ place: Int, in raw: UnsafeBufferPointer<UInt8>) -> Bool {
    switch unit(at: place - encoding.unitWidth, in: raw) {
    case 0x0A: true
    case 0x0D: unit(at: place, in: raw) != 0x0A
    default: false
    }
  }

  private func unit(at place: Int, in raw: UnsafeBufferPointer<UInt8>) -> UInt32? {
    guard place >= 0, place + encoding.unitWidth <= raw.count else { return nil }
    switch encoding {
    case .utf8: return UInt32(raw[place])
    case .utf16(let isBig, _):
      let high = raw[isBig ? place : place + 1]
      let low = raw[isBig ? place + 1 : place]
      return UInt32(high) << 8 | UInt32(low)
    case .utf32(let isBig, _):
      var unit: UInt32 = 0
      for index in 0..<4 {
        unit = unit << 8 | UInt32(raw[isBig ? place + index : place + 3 - index])
      }
      return unit
    }
  }

  private static func width(_ lead: UInt8) -> Int { lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }
}

/// Leads from the bytes of a document back to the bytes of the text it was taken from.
///
/// A document that is a plain stretch of its text has one piece. A fence in a list has one for each
/// line (its indentation is gone), a decoded JSON string one for each run between escapes.
package struct PositionMap: Sendable {
  /// `length` bytes from `inner` stand for `outerLength` bytes from `outer`; where both lengths
  /// are equal the bytes are the same, otherwise the piece is one decoded unit, or a run of equally
  /// long ones (`units`), such as the letters of a UTF-16 text.
  package struct Piece: Sendable, Hashable {
    package var inner: Int
    package var length: Int
    package var outer: Int
    package var outerLength: Int
    /// How many decoded units of one length it holds; both lengths are multiples of it.
    package var units: Int

    package init(inner: Int, length: Int, outer: Int, outerLength: Int, units: Int = 1) {
      self.inner = inner
      self.length = length
      self.outer = outer
      self.outerLength = outerLength
      self.units = units
    }

    /// The outer place of the unit that holds the inner byte at `inside`, and the place after it.
    fileprivate func unit(at inside: Int) -> Range<Int> {
      let number = min(max(inside, 0) / max(length / units, 1), units - 1)
      let size = outerLength / units
      return (outer + number * size)..<(outer + (number + 1) * size)
    }
  }

  /// In order of `inner`, without gaps from 0; empty means the identity.
  package private(set) var pieces: [Piece]

  /// Every offset stands for itself.
  package static let identity = PositionMap(pieces: [])

  package init(pieces: [Piece]) { self.pieces = pieces }

  /// A stretch that starts at `outer`.
  package init(offset outer: Int, length: Int) {
    pieces = [Piece(inner: 0, length: length, outer: outer, outerLength: length)]
  }

  /// Adds a piece after the last one; `length` bytes standing for `outerLength` bytes at `outer`.
  package mutating func append(length: Int, outer: Int, outerLength: Int) {
    let inner = pieces.last.map { $0.inner + $0.length } ?? 0
    guard length > 0 else { return }
    if let last = pieces.last, last.length == last.outerLength, length == outerLength,
      last.outer + last.outerLength == outer
    {
      pieces[pieces.count - 1].length += length
      pieces[pieces.count - 1].outerLength += length
      return
    }
    pieces.append(Piece(inner: inner, length: length, outer: outer, outerLength: outerLength))
  }

  /// Adds one decoded unit after the last piece, or to it where both are equally long.
  package mutating func appendUnit(length: Int, outer: Int, outerLength: Int) {
    if let last = pieces.last, last.length != last.outerLength, last.length == length * last.units,
      last.outerLength == outerLength * last.units, last.outer + last.outerLength == outer
    {
      pieces[pieces.count - 1].length += length
      pieces[pieces.count - 1].outerLength += outerLength
      pieces[pieces.count - 1].units += 1
      return
    }
    append(length: length, outer: outer, outerLength: outerLength)
  }

  /// The outer bytes that an inner range came from, from the first byte's place to the last byte's end.
  package func outer(_ range: Range<Int>) -> Range<Int> {
    guard !pieces.isEmpty else { return range }
    let start = piece(at: range.lowerBound)
    let low: Int
    if start.length == start.outerLength {
      low = start.outer + min(range.lowerBound - start.inner, start.length)
    } else {
      low =
        range.lowerBound >= start.inner + start.length
        ? start.outer + start.outerLength
        : start.unit(at: range.lowerBound - start.inner).lowerBound
    }
    guard range.upperBound > range.lowerBound else { return low..<low }
    let end = piece(at: range.upperBound - 1)
    let high: Int
    if end.length == end.outerLength {
      high = end.outer + min(range.upperBound - end.inner, end.length)
    } else {
      high = end.unit(at: range.upperBound - 1 - end.inner).upperBound
    }
    return low..<max(low, high)
  }

  /// The map of a range that begins and ends where pieces do.
  package func part(_ range: Range<Int>) -> PositionMap {
    var result: [Piece] = []
    var index = pieces.indices.partitioningIndex { pieces[$0].inner >= range.lowerBound }
    while index < pieces.count, pieces[index].inner < range.upperBound {
      var piece = pieces[index]
      piece.inner -= range.lowerBound
      result.append(piece)
      index += 1
    }
    return PositionMap(pieces: result)
  }

  /// Whether all of a range stands in the outer text as it is, in one stretch.
  package func isOnePlainPiece(_ range: Range<Int>) -> Bool {
    guard !pieces.isEmpty else { return true }
    let piece = piece(at: range.lowerBound)
    return piece.length == piece.outerLength && range.upperBound <= piece.inner + piece.length
  }

  /// The stretches of outer bytes that a range came from, in the order of the inner bytes; those that
  /// touch are one. Costs the pieces that the range touches.
  package func outerPieces(of range: Range<Int>) -> [Range<Int>] {
    guard !pieces.isEmpty else { return [range] }
    var result: [Range<Int>] = []
    var index = pieces.indices.partitioningIndex {
      pieces[$0].inner + pieces[$0].length > range.lowerBound
    }
    while index < pieces.count, pieces[index].inner < range.upperBound {
      let piece = pieces[index]
      let inside = (piece.inner..<(piece.inner + piece.length)).clamped(to: range)
      let place = outer(inside)
      if let last = result.last, last.upperBound == place.lowerBound {
        result[result.count - 1] = last.lowerBound..<place.upperBound
      } else if !place.isEmpty {
        result.append(place)
      }
      index += 1
    }
    return result
  }

  /// Drops what stands for inner bytes from `end` on, where a piece ends or within a plain one.
  package mutating func truncate(to end: Int) {
    while let last = pieces.last, last.inner >= end { pieces.removeLast() }
    guard let last = pieces.last, last.inner + last.length > end else { return }
    pieces[pieces.count - 1].length = end - last.inner
    if last.length == last.outerLength { pieces[pieces.count - 1].outerLength = end - last.inner }
  }

  /// The inner place that a place of the outer text became, for a map whose outer places ascend. One
  /// inside of a decoded unit, or of what was left out, gives the place behind it.
  package func inner(of outer: Int) -> Int {
    guard !pieces.isEmpty else { return outer }
    let piece = pieces[max(0, pieces.indices.partitioningIndex { pieces[$0].outer > outer } - 1)]
    let inside = outer - piece.outer
    if inside <= 0 { return piece.inner }
    if inside >= piece.outerLength { return piece.inner + piece.length }
    if piece.length == piece.outerLength { return piece.inner + inside }
    let size = piece.outerLength / piece.units
    return piece.inner + (inside + size - 1) / size * (piece.length / piece.units)
  }

  /// This map followed by one further out: inner → middle by `self`, middle → outer by `next`.
  package func then(_ next: PositionMap) -> PositionMap {
    if next.pieces.isEmpty { return self }
    if pieces.isEmpty { return next }
    var result = PositionMap(pieces: [])
    for piece in pieces {
      if piece.length != piece.outerLength {
        let size = piece.length / piece.units
        for unit in 0..<piece.units {
          let outer = next.outer(piece.unit(at: unit * size))
          result.appendUnit(length: size, outer: outer.lowerBound, outerLength: outer.count)
        }
        continue
      }
      var offset = 0
      while offset < piece.length {
        let middle = piece.outer + offset
        let under = next.piece(at: middle)
        let inside = middle - under.inner
        let available = under.inner + under.length - middle
        guard available > 0 else {
          // Past the end of the middle text: everything left stands for its end.
          result.append(
            length: piece.length - offset, outer: under.outer + under.outerLength, outerLength: 0)
          break
        }
        let taken = min(available, piece.length - offset)
        if under.length == under.outerLength {
          result.append(length: taken, outer: under.outer + inside, outerLength: taken)
        } else {
          let outer = next.outer(middle..<(middle + taken))
          result.append(length: taken, outer: outer.lowerBound, outerLength: outer.count)
        }
        offset += taken
      }
    }
    return result
  }

  private func piece(at offset: Int) -> Piece {
    pieces[max(0, pieces.indices.partitioningIndex { pieces[$0].inner > offset } - 1)]
  }
}

import SourceText
import Testing

@Suite struct PositionPieceTests {
  /// Three bytes as they are, two units of four bytes each, two bytes as they are.
  private static let map = {
    var map = PositionMap(pieces: [])
    map.append(length: 3, outer: 10, outerLength: 3)
    map.appendUnit(length: 1, outer: 20, outerLength: 4)
    map.appendUnit(length: 1, outer: 24, outerLength: 4)
    map.append(length: 2, outer: 5, outerLength: 2)
    return map
  }()

  @Test(arguments: [
    (0..<3, [10..<13]), (1..<4, [11..<13, 20..<24]), (3..<5, [20..<28]), (4..<6, [24..<28, 5..<6]),
    (2..<7, [12..<13, 20..<28, 5..<7]), (2..<2, []),
  ])
  func `the pieces of a range come in its order`(range: Range<Int>, pieces: [Range<Int>]) {
    #expect(Self.map.outerPieces(of: range) == pieces)
  }

  @Test func `what stands as it is in one stretch is told from what does not`() {
    #expect(Self.map.isOnePlainPiece(0..<3))
    #expect(Self.map.isOnePlainPiece(5..<7))
    #expect(!Self.map.isOnePlainPiece(2..<4))
    #expect(!Self.map.isOnePlainPiece(3..<4))
    #expect(PositionMap.identity.isOnePlainPiece(4..<9))
  }

  @Test(arguments: [0, 2, 3, 5, 6, 7])
  func `a map that was cut goes on behind the cut`(end: Int) {
    var map = Self.map
    map.truncate(to: end)
    map.append(length: 1, outer: 90, outerLength: 1)
    #expect(map.outer(end..<(end + 1)) == 90..<91)
    for place in 0..<end {
      #expect(map.outer(place..<(place + 1)) == Self.map.outer(place..<(place + 1)))
    }
  }
}

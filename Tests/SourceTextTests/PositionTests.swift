import Testing

@testable import SourceText

@Suite struct `A line index` {
  @Test func `ends lines with LF, CR LF and a lone CR`() {
    let index = LineIndex(Array("a\nb\r\nc\rd".utf8))
    #expect(index.starts == [0, 2, 5, 7])
    #expect((0..<8).map { index.line(at: $0) } == [0, 0, 1, 1, 1, 2, 2, 3])
    #expect(index.range(ofLine: 1) == 2..<5)
    #expect(index.range(ofLine: 3) == 7..<8)
    #expect(index.longest == 3)
  }

  @Test func `has a last line for an empty text and after a line end`() {
    #expect(LineIndex([]).count == 1)
    #expect(LineIndex(Array("a\n".utf8)).starts == [0, 2])
    #expect(LineIndex(Array("a\r".utf8)).starts == [0, 2])
    #expect(LineIndex(Array("a\n".utf8)).line(at: 99) == 1)
  }
}

@Suite struct `An outer text` {
  @Test func `counts columns in scalars`() {
    let text = OuterText(path: "x", bytes: Array("é = '€𝄞'\r\nb".utf8))
    let start = Array("é = ".utf8).count
    let region = text.region(of: start..<start + 9)
    #expect(region.startLine == 1 && region.startColumn == 5)
    #expect(region.endLine == 1 && region.endColumn == 9)
    #expect(region.byteOffset == start && region.byteLength == 9)
  }

  @Test func `shows a range over lines`() {
    let text = OuterText(path: "x", bytes: Array("ab\rcd\nef".utf8))
    let region = text.region(of: 1..<7)
    #expect(
      [region.startLine, region.startColumn, region.endLine, region.endColumn] == [1, 2, 3, 2])
  }

  @Test func `counts the columns of a very long line as of a short one`() {
    let unit = Array("aé€𝄞".utf8)
    var bytes = Array("ö\n".utf8)
    let start = bytes.count
    for _ in 0..<3000 { bytes += unit }
    let text = OuterText(path: "x", bytes: bytes)
    for count in [0, 1, 409, 410, 411, 1229, 2999, 3000] {
      let region = text.region(of: start + count * unit.count..<start + count * unit.count)
      #expect(region.startLine == 2)
      #expect(region.startColumn == count * 4 + 1)
    }
  }

  @Test func `gives byte offsets of the input as it was given`() {
    let text = OuterText(
      path: "x", bytes: Array("ab".utf8), encoded: PositionMap(offset: 3, length: 2))
    #expect(text.region(of: 1..<2).byteOffset == 4)
  }
}

@Suite struct `A position map` {
  /// `a\u{e9}b` out of `a\u00e9b`: one unit between two stretches.
  static let decoded = map([(1, 10, 1), (2, 11, 6), (1, 17, 1)])

  static func map(_ pieces: [(length: Int, outer: Int, outerLength: Int)]) -> PositionMap {
    var map = PositionMap(pieces: [])
    for piece in pieces {
      map.append(length: piece.length, outer: piece.outer, outerLength: piece.outerLength)
    }
    return map
  }

  @Test func `leads a decoded unit back as a whole`() {
    #expect(Self.decoded.outer(0..<1) == 10..<11)
    #expect(Self.decoded.outer(1..<2) == 11..<17)
    #expect(Self.decoded.outer(0..<4) == 10..<18)
    #expect(Self.decoded.outer(4..<4) == 18..<18)
  }

  @Test func `joins stretches that touch`() {
    #expect(Self.map([(2, 5, 2), (3, 7, 3)]).pieces.count == 1)
    #expect(Self.map([(2, 5, 2), (3, 8, 3)]).pieces.count == 2)
  }

  @Test func `leaves all in place as the identity`() {
    #expect(PositionMap.identity.outer(3..<9) == 3..<9)
    #expect(PositionMap.identity.then(Self.decoded).pieces == Self.decoded.pieces)
    #expect(Self.decoded.then(.identity).pieces == Self.decoded.pieces)
  }

  @Test func `followed by another leads as one after the other`() {
    var random = SplitMix(seed: 11)
    for _ in 0..<200 {
      let inner = Self.randomMap(&random)
      let middleLength = (inner.pieces.last.map { $0.outer + $0.outerLength } ?? 0)
      var outer = Self.randomMap(&random)
      while Self.length(outer) < middleLength {
        let end = outer.pieces.last.map { $0.outer + $0.outerLength } ?? 0
        outer.append(length: 3, outer: end + 2, outerLength: 3)
      }
      let both = inner.then(outer)
      #expect(Self.length(both) == Self.length(inner))
      for low in 0..<Self.length(inner) {
        for high in low + 1...Self.length(inner) {
          let expected = outer.outer(inner.outer(low..<high))
          #expect(both.outer(low..<high) == expected, "\(inner) \(outer) \(low..<high)")
        }
      }
    }
  }

  private static func length(_ map: PositionMap) -> Int {
    map.pieces.last.map { $0.inner + $0.length } ?? 0
  }

  /// Stretches and single decoded units, in order, with gaps.
  private static func randomMap(_ random: inout SplitMix) -> PositionMap {
    var map = PositionMap(pieces: [])
    var outer = 0
    for _ in 0..<1 + random.below(4) {
      outer += random.below(3)
      let length = 1 + random.below(3)
      let outerLength = random.below(2) == 0 ? length : length + 1 + random.below(4)
      map.append(length: length, outer: outer, outerLength: outerLength)
      outer += outerLength
    }
    return map
  }
}

@Suite struct `A document` {
  @Test func `says which line of a diff's file a place lies on`() {
    let bytes = Array("one\ntwo\nthree\n".utf8)
    let document = Document(
      outer: OuterText(path: "x.diff", bytes: bytes), name: "a.py", bytes: bytes, language: .plain,
      containers: [.named("markdown fence 1"), .diffFile(path: "a.py", lines: [7, 12, 13])])
    #expect(document.within(at: 0) == ["markdown fence 1", "a.py:7"])
    #expect(document.within(at: 3).last == "a.py:7")
    #expect(document.within(at: 4).last == "a.py:12")
    #expect(document.within(at: 13).last == "a.py:13")
    #expect(document.within(at: 99).last == "a.py")
  }

  @Test func `counts findings that touch a reviewable range`() {
    let document = Document(
      outer: OuterText(path: "x", bytes: []), name: "x", bytes: [], language: .plain,
      reviewable: [3..<5, 9..<12])
    #expect([0..<3, 5..<9, 12..<20, 5..<5].allSatisfy { !document.isReviewable($0) })
    #expect([0..<4, 4..<9, 5..<10, 11..<30, 3..<3].allSatisfy { document.isReviewable($0) })
  }
}

import SourceText
import Testing

@testable import CopiedCode

@Suite struct `An index of code` {
  private static let projects = [
    (name: "Ring", license: "GPL-2.0-only", files: [("ring.c", SampleCode.ring)]),
    (name: "Time", license: "GPL-3.0-only", files: [("time.c", SampleCode.parser)]),
  ]

  @Test(arguments: [false, true])
  func `has the same bytes each time`(isSevenBit: Bool) {
    let bytes = SampleCode.bytes(Self.projects, isSevenBit: isSevenBit)
    #expect(bytes == SampleCode.bytes(Self.projects, isSevenBit: isSevenBit))
    #expect(isSevenBit == bytes.allSatisfy { $0 < 0x80 })
  }

  @Test func `answers alike in both forms`() throws {
    let text = SampleCode.renamed(SampleCode.ring + SampleCode.parser, "x.c")
    let found = SampleCode.matches(text, as: "x.c", in: try SampleCode.index(Self.projects))
    let index = try SampleCode.index(Self.projects, isSevenBit: true)
    #expect(found.count == 2)
    #expect(SampleCode.matches(text, as: "x.c", in: index) == found)
  }

  @Test func `may be empty`() throws {
    let index = try SampleCode.index([])
    #expect(index.fileCount == 0)
    #expect(SampleCode.matches(SampleCode.ring, as: "x.c", in: index) == [])
  }

  @Test func `is refused when it is cut off or too long`() {
    let bytes = SampleCode.bytes(Self.projects)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: CodeIndex.Fault.notAnIndex) {
        try CodeIndex(IndexBytes(Array(bytes[..<count])))
      }
    }
    #expect(throws: CodeIndex.Fault.notAnIndex) { try CodeIndex(IndexBytes(bytes + [0])) }
  }

  @Test(arguments: [false, true])
  func `does no harm when it is damaged`(isSevenBit: Bool) {
    let whole = SampleCode.bytes(Self.projects, isSevenBit: isSevenBit)
    var state: UInt64 = 42
    func random(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0...random(below: 6) {
        // Every other time in the header and the directory, where it hurts most.
        let place = random(below: random(below: 2) == 0 ? min(80, bytes.count) : bytes.count)
        bytes[place] ^= UInt8(1 << random(below: 8))
      }
      guard let index = try? CodeIndex(IndexBytes(bytes)) else { continue }
      _ = SampleCode.matches(SampleCode.ring + SampleCode.parser, as: "x.c", in: index)
    }
  }

  @Test func `texts made to be slow or strange are read`() throws {
    let index = try SampleCode.index(Self.projects)
    let texts = [
      String(repeating: "a", count: 1_000_000),
      String(repeating: "{", count: 300_000),
      String(repeating: "(", count: 300_000) + String(repeating: ")", count: 300_000),
      String(repeating: "\0", count: 100_000),
      String(repeating: SampleCode.ring, count: 200),
      String(repeating: "a = b;\n", count: 50_000),
      "\"" + String(repeating: "x", count: 500_000),
      "", "\n", "}", "}}}}{{{{",
    ]
    for text in texts { _ = SampleCode.matches(text, as: "x.c", in: index) }
    let many = SampleCode.matches(
      String(repeating: SampleCode.ring, count: 20), as: "x.c", in: index)
    #expect(!many.isEmpty)
  }
}

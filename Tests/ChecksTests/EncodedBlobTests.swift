import Testing

@testable import Checks

@Suite struct EncodedBlobTests {
  private static let run = String(repeating: "Ab3+", count: 30)

  @Test func `a word within a long run of base64 is part of it`() {
    let text = Array((Self.run + "/pw/" + Self.run).utf8)
    #expect(EncodedBlob.holds(120..<124, in: text))
    #expect(EncodedBlob.holds(0..<4, in: text))
  }

  @Test func `a word that stands alone is not, however long its value`() {
    let text = Array(("password: " + Self.run).utf8)
    #expect(!EncodedBlob.holds(0..<text.count, in: text))
    #expect(!EncodedBlob.holds(0..<8, in: Array("password = x".utf8)))
  }
}

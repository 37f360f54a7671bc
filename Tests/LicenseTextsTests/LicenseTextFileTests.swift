import PatternEngine
import Testing

@testable import LicenseTexts

@Suite struct LicenseTextFileTests {
  typealias Licenses = SyntheticLicenses

  static let document = Array((Licenses.alpha + Licenses.long + Licenses.beta).utf8)

  @Test func `the file is printable and says what it is`() {
    let printable = Licenses.file.allSatisfy { (0x20..<0x7F).contains($0) || $0 == 0x0A }
    #expect(printable)
    #expect(Licenses.file.starts(with: Array("license texts by their fingerprints, ".utf8)))
  }

  @Test func `the order in which texts were added does not matter`() {
    var builder = LicenseTextIndexBuilder()
    for (id, text) in Licenses.all.reversed() { builder.add(id, text: Array(text.utf8)) }
    builder.add("Alpha-old", text: Array(Licenses.alpha.utf8), isDeprecated: true)
    #expect(builder.build() == Licenses.file)
  }

  @Test func `a file that ends early is refused`() {
    for count in stride(from: 0, to: Licenses.file.count, by: 997) {
      #expect(LicenseTextIndex(PackedBytes(Array(Licenses.file.prefix(count)))) == nil)
    }
    #expect(LicenseTextIndex(PackedBytes(Licenses.file + [0x0A])) == nil)
    #expect(LicenseTextIndex(PackedBytes(Array("nothing of the kind".utf8))) == nil)
  }

  @Test(arguments: 1..<20 as Range<UInt64>)
  func `a damaged file does no harm`(seed: UInt64) {
    var state = seed
    var file = Licenses.file
    for _ in 0..<(seed.isMultiple(of: 2) ? 20 : 20_000) {
      let place = Int(Licenses.next(&state) % UInt64(file.count))
      file[place] = UInt8(truncatingIfNeeded: Licenses.next(&state))
    }
    // Its header may be hit as well.
    for whole in [file, Array(Licenses.file.prefix(80) + file.dropFirst(80))] {
      guard let index = LicenseTextIndex(PackedBytes(whole)) else { continue }
      for match in index.matches(in: Self.document) {
        #expect(match.range.lowerBound >= 0 && match.range.upperBound <= Self.document.count)
      }
    }
  }

  @Test func `bytes that are no text are read without harm`() throws {
    let index = try #require(LicenseTextIndex(PackedBytes(Licenses.file)))
    var state: UInt64 = 6
    var garbage: [UInt8] = []
    for _ in 0..<100_000 { garbage.append(UInt8(truncatingIfNeeded: Licenses.next(&state))) }
    let stems = Array("license warranty copyright permission ".utf8)
    for piece in [garbage, [UInt8](repeating: 0, count: 50_000), Array("<&\\-copyright (c) ".utf8)]
    {
      #expect(index.matches(in: piece).isEmpty)
      #expect(index.matches(in: stems + piece + stems + piece + stems).isEmpty)
      #expect(
        index.matches(in: stems + piece + Array(Licenses.alpha.utf8) + piece).map(\.id)
          == ["Alpha-1.0"])
    }
    for count in 0..<40 { _ = index.matches(in: Array((stems + stems).prefix(count))) }
  }

  @Test func `a huge line is read as any other`() {
    let line = String(repeating: "x = [1, 2, 3]; ", count: 100_000)
    let text = Licenses.beta.replacing("\n", with: " ")
    #expect(Licenses.matches(line + text + line).map(\.id) == ["Beta-1.0"])
    // Many stems, and nothing else.
    #expect(Licenses.matches(String(repeating: "license warranty ", count: 50_000)).isEmpty)
  }
}

import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// On a line of many kilobytes only what stands near a place says something about it. Otherwise one
/// word would excuse all else on the line, and each of a thousand candidates would read all of it.
struct LongLineTests {
  private func found(_ rule: String, in text: String, named name: String) throws -> Int {
    let rules = try BuiltinRules.load().rules.filter { $0.id.text == rule }
    #expect(rules.count == 1)
    var scanner = Scanner(try ScanPlan(rules: rules))
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    return scanner.scan(document).count
  }

  @Test(arguments: [(20, 0), (100, 1), (20_000, 1)])
  func `a word for digests excuses the keys near it`(distance: Int, expected: Int) throws {
    let key = String("9f86d081884c7d659a2feaa0c55ad015".reversed())
    let gap = String(repeating: "f(1);", count: distance / 5)
    let text = "x.checksum=1;\(gap)config.saltKey=\"\(key)\";"
    #expect(try found("secrets/generic-key", in: text, named: "a.js") == expected)
  }
}

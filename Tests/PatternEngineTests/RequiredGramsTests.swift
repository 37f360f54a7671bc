import Testing

@testable import PatternEngine

/// What a table of grams denies is nowhere in the text.
@Suite struct RequiredGramsTests {
  private static func mayMatch(_ pattern: String, _ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { RequiredGrams(pattern).areIn(GramTable($0)) }
  }

  private static let absent: [(pattern: String, text: String)] = [
    ("(?i)flask|django|fastapi", "import os\nprint(os.getcwd())\n"),
    // All stretches of three bytes are there.
    ("(?i)flask|django|fastapi", "a flash of a class with a mask"),
    ("\\bexec_\\w", "execute the query"),
    ("SSL_get_verify_result", "SSL_get_version, get_result"),
    ("aes|evp_", "yes, every"),
    ("secret", ""),
    ("secret", "se"),
  ]

  @Test(arguments: absent)
  func `a text without the words is ruled out`(example: (pattern: String, text: String)) {
    let text = Array(example.text.utf8)
    var matcher = try? Matcher(example.pattern)
    #expect(matcher?.matches(text, range: nil) == false)
    #expect(!Self.mayMatch(example.pattern, example.text))
  }

  @Test(arguments: ["[0-9]+", "a?b?", "..", "(?:ab|cdef)", "\\d{4}-\\d{2}"])
  func `a pattern without words of three letters rules nothing out`(pattern: String) {
    #expect(Self.mayMatch(pattern, "zzzz"))
  }

  @Test func `a text that a pattern matches is never ruled out`() throws {
    var random = SplitMix(state: 5)
    let words = ["flask", "Request", "eval", "get_", "os", "ab", "secret key", "x-y"]
    var isMet = 0
    for _ in 0..<400 {
      let picked = (0..<3).map { _ in words[Int(random.next() % UInt64(words.count))] }
      let patterns = [
        "(?i)\\b\(picked[0])|\(picked[1])", "\(picked[0])[a-z]{0,4} ?\(picked[1])",
        "(?:\(picked[0])|\(picked[1]))+\\W*\(picked[2])",
      ]
      let text = (0..<6).map { _ in words[Int(random.next() % UInt64(words.count))] }
        .joined(separator: random.next() % 2 == 0 ? " " : "")
      for pattern in patterns {
        for text in [text, text.uppercased(), "\u{FC}" + text] {
          var matcher = try Matcher(pattern)
          guard matcher.matches(Array(text.utf8), range: nil) else { continue }
          isMet += 1
          #expect(Self.mayMatch(pattern, text), "/\(pattern)/ on \(text)")
        }
      }
    }
    #expect(isMet > 200)
  }
}

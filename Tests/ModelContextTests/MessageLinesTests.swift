import Testing

@testable import ModelContext

@Suite struct MessageLinesTests {
  @Test(arguments: 1...9)
  func `lines do not depend on how they arrive`(size: Int) {
    let text = Array("one\n\ntwo\r\nexactly8\nninebytes\nthree\nrest".utf8)
    var lines = MessageLines(longest: 8)
    var found: [MessageLines.Line] = []
    for start in stride(from: 0, to: text.count, by: size) {
      found += lines.add(text[start..<min(start + size, text.count)])
    }
    if let last = lines.end() { found.append(last) }
    let expected: [MessageLines.Line] = [
      .message(Array("one".utf8)), .message([]), .message(Array("two\r".utf8)),
      .message(Array("exactly8".utf8)), .tooLong, .message(Array("three".utf8)),
      .message(Array("rest".utf8)),
    ]
    #expect(found == expected)
    #expect(lines.end() == nil)
  }

  @Test func `what is too long is not kept`() {
    var lines = MessageLines(longest: 10)
    for _ in 0..<1_000 { #expect(lines.add([UInt8](repeating: 0x61, count: 100)).isEmpty) }
    #expect(lines.end() == .tooLong)
  }
}

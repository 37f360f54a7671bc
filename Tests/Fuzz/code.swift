import Rules
import SourceText

@testable import Checks

// Any text is read as a structural pattern or refused at one of its places; what is read is tried at
// every token of any program in any language, and finds ranges of it. The input is the pattern and the
// program, the former ended by a zero byte; the last byte chooses the language. libFuzzer bounds time.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCode(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = input(start, count)
  guard let choice = bytes.popLast(), let end = bytes.firstIndex(of: 0) else { return 0 }
  let text = String(decoding: bytes[..<end], as: UTF8.self)
  let source = Array(String(decoding: bytes[(end + 1)...], as: UTF8.self).utf8)
  let pattern: CodePattern
  do throws(CodePatternError) { pattern = try CodePattern(text) } catch {
    require((0...text.utf8.count).contains(error.offset), "the fault lies within the pattern")
    require(!error.message.isEmpty, "a fault is named")
    return 0
  }
  require(pattern.elements.indices.contains(pattern.anchor), "the anchor is one of the elements")
  require(!pattern.anchorTexts.isEmpty, "there is a text to search for")
  let language = LanguageTable.all[Int(choice) % LanguageTable.all.count]
  let document = Document(
    outer: OuterText(path: "x", bytes: source), name: "x", bytes: source, language: language)
  let scan = DocumentScan(document, patterns: PatternCache())
  for index in scan.lexed.tokens.indices.prefix(200) {
    guard let found = CodeMatcher.match(pattern, anchor: index, in: scan) else { continue }
    require(found.range.upperBound <= source.count, "a match lies within the text")
    let anchor = scan.lexed.tokens[index].range
    require(
      found.range.lowerBound <= anchor.lowerBound && anchor.upperBound <= found.range.upperBound,
      "a match holds its anchor")
    for (name, range) in found.groups {
      require(range.upperBound <= source.count, "the group \(name) lies within the text")
    }
  }
  return 0
}

import Rules
import SourceText

@testable import Checks

// Any text is read as a structural pattern or refused at one of its places; what is read is tried at
// every token of any program in any language, finds ranges of it, and is ruled out beforehand nowhere
// that it matches; values are followed on the way. The input is the pattern and the
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
  let compiled = CompiledPattern(pattern, scan.patterns)
  let needs = PatternNeedsTable([PatternNeeds(pattern)])
  for index in scan.walk.tokens.indices.prefix(200) {
    let token = scan.walk.tokens[index]
    let matches = CodeMatcher.matches(compiled, anchor: index, in: scan)
    for found in matches {
      require(found.range.upperBound <= source.count, "a match lies within the text")
      require(
        found.range.lowerBound <= found.reported.lowerBound
          && found.reported.upperBound <= found.range.upperBound, "what is reported is matched")
      for (name, range) in found.groups {
        require(range.upperBound <= source.count, "the group \(name) lies within the text")
      }
    }
    let content = source[token.kind == .string ? token.content : token.range]
    guard !matches.isEmpty, pattern.anchorTexts.contains(where: { content.elementsEqual($0.utf8) })
    else { continue }
    require(
      needs.mayMatch(
        0, AnchorSurroundings(index, in: scan.walk),
        mayBeRenamed: token.kind == .string || !scan.imports.bindings.isEmpty, scan.walk.slots),
      "a place that matches is not ruled out")
  }
  return 0
}

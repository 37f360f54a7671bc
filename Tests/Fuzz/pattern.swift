@testable import PatternEngine

// Any text is read as a pattern or refused at one of its places; what is read becomes a program of
// bounded size, forwards and backwards, and a set with facts. libFuzzer bounds time and memory.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPattern(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: input(start, count), as: UTF8.self)
  let size = text.utf8.count
  do throws(PatternError) {
    let parsed = try PatternParser.parse(text)
    require(parsed.groupNames.first == .some(nil), "the whole match has no name")
    let reversed = ParsedPattern(syntax: parsed.syntax.reversed, groupNames: [nil])
    let program = try ProgramCompiler.compile(parsed)
    require(program.instructions.count <= ProgramCompiler.sizeLimit, "programs are bounded")
    require(program.slotCount == parsed.groupNames.count * 2, "every group has its slots")
    require(program.byteClasses.allSatisfy { Int($0) < program.classCount }, "classes are numbered")
    _ = try ProgramCompiler.compile(reversed)
  } catch {
    require((0...size).contains(error.offset), "the fault lies within the pattern")
    require(!error.message.isEmpty, "a fault is named")
  }
  // A set has tables that take longer to make than a pattern takes to read.
  if count % 8 == 0, let set = try? PatternSet([text]) {
    let facts = set.facts(of: 0)
    require((0...1).contains(facts.cost), "a cost is a share")
    require((facts.maximumLength ?? 0) >= 0, "a length is not negative")
  }
  return 0
}

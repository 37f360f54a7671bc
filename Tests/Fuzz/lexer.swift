@testable import SourceText

// Any bytes are lexed in any language: zones cover the text in order, tokens ascend within it, and
// brackets are partners of each other. The last byte chooses the language.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLexer(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = input(start, count)
  guard let choice = bytes.popLast() else { return 0 }
  let language = LanguageTable.all[Int(choice) % LanguageTable.all.count]
  let lexed = Lexer.lex(bytes, as: language)
  require(lexed.zoneStarts.first?.start == 0, "zones start at 0")
  for (one, next) in zip(lexed.zoneStarts, lexed.zoneStarts.dropFirst()) {
    require(one.start < next.start && next.start < bytes.count, "zones ascend")
    require(one.zone != next.zone, "zones that meet differ")
  }
  var end = 0
  for token in lexed.tokens {
    require(token.start >= end && token.start < token.end, "tokens ascend")
    require(Int(token.end) <= bytes.count, "tokens lie within the text")
    require(token.contentStart <= token.contentEnd, "contents are ranges")
    require(Int(token.contentEnd) <= bytes.count, "contents lie within the text")
    end = Int(token.end)
  }
  let brackets = BracketMap(lexed, bytes: bytes)
  for index in lexed.tokens.indices {
    guard let partner = brackets.partner(of: index) else { continue }
    require(brackets.partner(of: partner) == index, "partners are mutual")
  }
  _ = LanguageDetection.language(ofSnippet: bytes)
  return 0
}

// A text that is read in pieces may be cut within a comment or a string, and all that follows would
// be taken for its opposite. What was open at the cut is therefore opened again before the next piece.

extension Lexer {
  /// What must stand before the rest of a text so that it is read as it goes on after `bytes`, such
  /// as `"""` or `/*`; empty where nothing is open. Costs as much as lexing.
  ///
  /// Not told are a here-document, whose text is then taken for code, and how deep comments nest.
  package static func opening(after bytes: [UInt8], as language: Language) -> [UInt8] {
    guard let syntax = LanguageTable.compiledSyntax(of: language)?.syntax, !bytes.isEmpty else {
      return []
    }
    // The zone of a letter that is added tells what goes on.
    let lexed = lex(bytes + [probe], as: language)
    let zone = lexed.zone(at: bytes.count)
    let hasTags = syntax.literals.contains(.openTags)
    switch zone {
    case .prose: return []
    case .code: return hasTags ? Array("<?php ".utf8) : []
    case .comment, .string: break
    }
    let token = lexed.tokens.last { $0.kind == .string }
    // The letter may itself have ended the mark, as of a here-document; then nothing is open yet.
    if let token, token.range.contains(bytes.count), token.content.lowerBound > Int(token.start),
      token.content.lowerBound <= bytes.count
    {
      return tagged(bytes[Int(token.start)..<Int(token.contentStart)], hasTags)
    }
    guard zone == .comment, let start = lexed.zoneStarts.last?.start, start < bytes.count else {
      return []
    }
    let comment = bytes[start...]
    let block = syntax.blockComments.first { comment.starts(with: $0.open) }
    let line = syntax.lineComments.first { comment.starts(with: $0.mark) }
    let fallback = Array(comment.prefix(syntax.grammar == .markup ? 4 : 3))
    let isQuoted = fallback.count == 3 && fallback.allSatisfy { $0 == fallback[0] }
    if let block { return tagged(block.open + (block.wholeLines ? [0x0A] : []), hasTags) }
    if let line { return tagged(line.mark[...], hasTags) }
    return syntax.grammar == .markup || isQuoted ? fallback : []
  }

  private static let probe = UInt8(ascii: "x")

  private static func tagged(_ mark: some Sequence<UInt8>, _ hasTags: Bool) -> [UInt8] {
    (hasTags ? Array("<?php ".utf8) : []) + mark
  }
}

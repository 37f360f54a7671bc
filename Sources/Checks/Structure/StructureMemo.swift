import Rules
import SourceText

/// The matches of structural patterns anywhere in a document, for the conditions of rules: each pattern
/// is looked for once, in one pass over the tokens.
final class StructureMemo {
  private unowned let scan: DocumentScan
  private var found: [String: [CodeMatcher.Result]] = [:]

  /// More matches of one pattern than this are not asked for.
  private static let most = 500

  init(_ scan: DocumentScan) { self.scan = scan }

  func matches(of text: String) -> [CodeMatcher.Result] {
    if let known = found[text] { return known }
    let made = search(text)
    found[text] = made
    return made
  }

  private func search(_ text: String) -> [CodeMatcher.Result] {
    guard let pattern = scan.patterns.codePattern(text) else { return [] }
    let anchors = pattern.source.anchorTexts.map { Array($0.utf8) }
    var results: [CodeMatcher.Result] = []
    for (index, token) in scan.lexed.tokens.enumerated() where token.kind != .newline {
      let range = token.kind == .string ? token.content : token.range
      guard
        anchors.contains(where: { $0.count == range.count && scan.bytes[range].elementsEqual($0) })
      else { continue }
      results += CodeMatcher.matches(pattern, anchor: index, in: scan)
      if results.count >= Self.most { break }
    }
    return results
  }
}

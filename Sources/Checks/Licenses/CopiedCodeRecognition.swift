import CopiedCode
import Rules

enum CopiedCodeRecognition {
  /// The passages of a document that indexed files have. Costs less than the lexing, which it asks for.
  static func recognitions(
    by matcher: CopiedCodeMatcher, in scan: DocumentScan
  ) -> [Recognition] {
    let language = scan.document.language
    guard matcher.mayMatch(language, byteCount: scan.bytes.count) else { return [] }
    return matcher.matches(in: scan.lexed, bytes: scan.bytes, language: language).compactMap {
      match in
      guard let license = SPDXExpression(match.license),
        !isMostlyDirectives(match.range, scan)
      else { return nil }
      let share = Int((match.share * 100).rounded(.down))
      let isLong = match.lineCount >= sureLines && match.share >= sureShare
      return Recognition(
        range: match.range, confidence: isLong ? .medium : .low, coverage: match.share,
        license: license,
        evidence: [
          "\(share) % of \(match.lineCount) lines as in \(match.file) of \(match.project)",
          "names and layout do not count",
        ])
    }
  }

  /// Lists of definitions and includes look alike in every project.
  private static func isMostlyDirectives(_ range: Range<Int>, _ scan: DocumentScan) -> Bool {
    guard ["c", "cpp", "objective-c"].contains(scan.document.language.id) else { return false }
    var lines = 0
    var directives = 0
    for line in scan.bytes[range].split(separator: 0x0A) {
      guard let first = line.first(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
        continue
      }
      lines += 1
      if first == UInt8(ascii: "#") { directives += 1 }
    }
    return directives * 2 > lines
  }

  /// Shorter passages, and those with more of their own, are for a person to look at.
  private static let sureLines = 12
  private static let sureShare = 0.8
}

import SourceText

/// Tells programs among what was encoded.
enum EncodedProgram {
  /// The fewest bytes that are worth a look.
  private static let shortest = 8

  /// A longer one says by itself what it is.
  private static let longest = 16_384

  /// The languages that a decoded text is read as, none where it is no program. Where a short one does
  /// not tell, it is tried as what is run in most places, and as what the text around is.
  static func languages(of bytes: [UInt8], in scan: DocumentScan) -> [Language] {
    guard bytes.count >= shortest, bytes.contains(where: isMark) else { return [] }
    let found = LanguageDetection.language(ofSnippet: bytes)
    var languages = found.isProse || found == .plain ? [] : [found]
    guard bytes.count <= longest else { return languages }
    let around = scan.document.language
    if !around.isProse, around != .plain { languages.append(around) }
    for language in usual where !languages.contains(language) { languages.append(language) }
    return languages
  }

  private static let usual = ["shell", "python", "javascript", "php"].compactMap {
    LanguageTable.language(id: $0)
  }

  /// Names, values and sentences have none of these.
  private static func isMark(_ byte: UInt8) -> Bool {
    "(;|<`$".utf8.contains(byte)
  }
}

/// What each byte can start in a language, so that the lexer looks closer only where it must.
enum ByteClass {
  static let blank: UInt8 = 0
  static let lineEnd: UInt8 = 1
  static let word: UInt8 = 2
  static let digit: UInt8 = 3
  /// `,` and `;`: a mark that joins no other.
  static let separator: UInt8 = 4
  static let bracket: UInt8 = 5
  static let mark: UInt8 = 6
  /// May start a comment, a literal or a name with a sigil; else it is a mark.
  static let special: UInt8 = 7

  static let classBits: UInt8 = 0x0F
  /// May end a name and begin a literal: a quote, in a language whose strings have prefixes.
  static let endsPrefix: UInt8 = 0x40
  /// May stand within a name.
  static let inWord: UInt8 = 0x80
}

/// A ``Syntax`` with the tables that the lexer reads.
final class CompiledSyntax: Sendable {
  let syntax: Syntax
  /// For each byte its ``ByteClass``.
  let classes: [UInt8]
  /// Longest first.
  let strings: [StringForm]
  let wordsBeforeRegex: [[UInt8]]
  let sigils: [UInt8]
  let keyMarks: [UInt8]

  init(_ syntax: Syntax) {
    self.syntax = syntax
    strings = syntax.strings.sorted { $0.count > $1.count }
    wordsBeforeRegex = syntax.wordsBeforeRegex.split(separator: " ").map { Array($0.utf8) }
    sigils = Array(syntax.sigils.utf8)
    keyMarks = Array(syntax.keyMarks.utf8)
    classes = Self.classes(of: syntax)
  }

  private static func classes(of syntax: Syntax) -> [UInt8] {
    var classes = [UInt8](repeating: ByteClass.blank, count: 256)
    for byte in 0x21..<0x7F { classes[byte] = ByteClass.mark }
    classes[0x0A] = ByteClass.lineEnd
    classes[0x0D] = ByteClass.lineEnd
    for byte in "([{)]}".utf8 { classes[Int(byte)] = ByteClass.bracket }
    for byte in ",;".utf8 { classes[Int(byte)] = ByteClass.separator }
    let word = ByteClass.word | ByteClass.inWord
    for byte in 0x80...0xFF { classes[byte] = word }
    for byte in 0x61...0x7A { classes[byte] = word }
    for byte in 0x41...0x5A { classes[byte] = word }
    for byte in 0x30...0x39 { classes[byte] = ByteClass.digit | ByteClass.inWord }
    classes[0x5F] = word
    for byte in syntax.wordBytes.utf8 { classes[Int(byte)] = word }

    func look(at byte: UInt8?, evenInWords: Bool = false) {
      guard let byte else { return }
      let index = Int(byte)
      if classes[index] & ByteClass.classBits == ByteClass.word, !evenInWords { return }
      classes[index] =
        classes[index] & (ByteClass.inWord | ByteClass.endsPrefix) | ByteClass.special
    }
    for comment in syntax.lineComments { look(at: comment.mark.first) }
    for comment in syntax.blockComments { look(at: comment.open.first) }
    for form in syntax.strings { look(at: form.quote) }
    for byte in syntax.sigils.utf8 { look(at: byte) }
    for byte in startBytes(of: syntax.literals).utf8 { look(at: byte, evenInWords: true) }
    look(at: 0x5C)
    if syntax.hasDashedWords { look(at: 0x2D) }

    if !syntax.prefixes.isEmpty {
      for form in syntax.strings { classes[Int(form.quote)] |= ByteClass.endsPrefix }
      if syntax.prefixes.contains(where: { if case .rawHashes = $0.effect { true } else { false } })
      {
        classes[0x23] |= ByteClass.endsPrefix
      }
    }
    return classes
  }

  private static func startBytes(of literals: Literals) -> String {
    var bytes = ""
    if !literals.isDisjoint(with: [.shellHeredocs, .rubyHeredocs, .phpHeredocs]) { bytes += "<" }
    if literals.contains(.percentQuotes) { bytes += "%" }
    if !literals.isDisjoint(with: [.dollarQuotes, .dollarSlashes, .dollarMarks]) { bytes += "$" }
    if literals.contains(.longBrackets) { bytes += "[" }
    if literals.contains(.regex) { bytes += "/" }
    if !literals.isDisjoint(with: [.hereStrings, .atStrings]) { bytes += "@" }
    if literals.contains(.verbatim) { bytes += "@$" }
    if literals.contains(.hashQuotes) { bytes += "#" }
    if literals.contains(.openTags) { bytes += "?" }
    return bytes
  }
}

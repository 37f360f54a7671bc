import JSON
import SourceText

/// How a text is taken apart.
enum TextForm {
  /// Not at all.
  case plain
  case markdown
  /// Taken for Markdown for its fences only: what surrounds them may be a program.
  case fenced
  case diff
  case notebook
  case html
  case json
  case yaml

  /// Tells a text's language and form: by its name, and where that says nothing (it is empty for
  /// what has none) by the text.
  static func judge(name: String, bytes: [UInt8]) -> (Language, TextForm) {
    let named = LanguageDetection.language(name: name, bytes: [])
    switch suffix(of: name) {
    case "md", "markdown", "mdx", "mdown", "mkd", "mkdn", "qmd", "rmd", "mdc":
      return (.markdown, .markdown)
    case "diff", "patch": return (.plain, .diff)
    case "ipynb": return (Language(id: "json"), .notebook)
    case "html", "htm", "xhtml", "vue", "svelte":
      return (named == .plain ? Language(id: "html") : named, .html)
    case "json", "jsonl", "ndjson", "jsonc", "json5":
      return (named == .plain ? Language(id: "json") : named, .json)
    default: break
    }
    if named != .plain {
      let language = LanguageDetection.language(name: name, bytes: bytes)
      return (language, TextForm(language: language))
    }
    // A reply holds code, and would be taken for it, so its fences are looked for first.
    let form = ofContent(bytes)
    switch form {
    case .diff, .fenced: return (.plain, form)
    case .json, .notebook: return (Language(id: "json"), form)
    case .plain, .markdown, .html, .yaml: break
    }
    let language =
      name.isEmpty
      ? LanguageDetection.language(ofSnippet: bytes)
      : LanguageDetection.language(name: name, bytes: bytes)
    return (language, TextForm(language: language))
  }

  /// How texts of a language are taken apart.
  init(language: Language) {
    switch language.id {
    case "markdown": self = .markdown
    case "html": self = .html
    case "json": self = .json
    case "yaml": self = .yaml
    default: self = .plain
    }
  }

  /// The first line that tells: a fence, or the header of a diff.
  private static func ofContent(_ bytes: [UInt8]) -> TextForm {
    var lines = TextLines(bytes)
    while let line = lines.next() {
      if DiffHeader.starts(at: line, in: bytes) { return .diff }
      var index = line.lowerBound
      // Whatever a fence may stand behind: blanks, quote and list marks.
      while index < line.upperBound, isMarginByte(bytes[index]) { index += 1 }
      if MarkdownFences.opening(at: index, upTo: line.upperBound, in: bytes) != nil {
        return .fenced
      }
    }
    guard let first = bytes.first(where: { !isBlank($0) }), first == 0x7B || first == 0x5B,
      let tree = JSONTree(bytes)
    else { return .plain }
    return NotebookCells.isNotebook(tree, bytes) ? .notebook : .json
  }

  private static func isMarginByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x3E, 0x2D, 0x2A, 0x2B, 0x30...0x39, 0x2E, 0x29: true
    default: false
    }
  }

  private static func suffix(of name: String) -> String {
    let last = name.utf8.split(separator: 0x2F).last ?? name.utf8[...]
    guard let dot = last.lastIndex(of: 0x2E) else { return "" }
    return String(decoding: last[last.index(after: dot)...], as: UTF8.self).lowercased()
  }
}

/// Blank, tab or line end.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }

/// The lines of a text, each with its line end (LF, CR LF or a lone CR).
struct TextLines {
  private let bytes: [UInt8]
  private var start: Int
  private let end: Int

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    start = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  mutating func next() -> Range<Int>? {
    guard start < end else { return nil }
    var index = start
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A { break }
      if byte == 0x0D {
        if index < end, bytes[index] == 0x0A { index += 1 }
        break
      }
    }
    defer { start = index }
    return start..<index
  }

  /// A line without its line end.
  static func content(of line: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == 0x0A { end -= 1 }
    if end > line.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    return line.lowerBound..<end
  }
}

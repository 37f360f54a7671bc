import JSON
import SourceText

/// The cells of a Jupyter notebook (nbformat 4; the cells of nbformat 3 lie in worksheets).
enum NotebookCells {
  static func isNotebook(_ tree: JSONTree, _ bytes: [UInt8]) -> Bool {
    tree.member("nbformat", of: 0, in: bytes) != nil && !cells(tree, bytes).isEmpty
  }

  /// A text that is no JSON is reviewed whole, and so is what lies outside of the cells.
  static func parts(of bytes: [UInt8]) -> FoundParts {
    var found = FoundParts()
    found.language = Language(id: "json")
    guard let tree = JSONTree(bytes) else {
      found = JSONStrings.parts(of: bytes)
      found.language = Language(id: "json")
      return found
    }
    let kernel = kernelLanguage(tree, bytes)
    var covers: [Range<Int>] = []
    for (number, cell) in cells(tree, bytes).enumerated() {
      let container = Container.named("notebook cell \(number + 1)")
      let kind = text(of: "cell_type", cell, tree, bytes)
      guard
        let source = tree.member("source", of: cell, in: bytes)
          ?? tree.member("input", of: cell, in: bytes)
      else { continue }
      let string = joined(source, tree, bytes)
      var part = FoundPart(bytes: string.bytes, positions: string.positions, container: container)
      switch kind {
      case "markdown":
        part.language = .markdown
        part.form = .markdown
      case "code":
        let language = magicLanguage(string.bytes) ?? kernel
        part.language = language
        part.form = language.id == "html" ? .html : .plain
      default:
        part.language = .plain
      }
      found.parts.append(part)
      Ranges.append(tree.nodes[source].range, to: &covers)
      for output in outputs(cell, tree, bytes) {
        let string = joined(output, tree, bytes)
        found.parts.append(
          FoundPart(
            bytes: string.bytes, language: .plain, form: .plain, positions: string.positions,
            container: container))
        Ranges.append(tree.nodes[output].range, to: &covers)
      }
    }
    covers.sort { $0.lowerBound < $1.lowerBound }
    found.reviewable = Ranges.complement(of: covers, count: bytes.count)
    return found
  }

  private static func cells(_ tree: JSONTree, _ bytes: [UInt8]) -> [Int] {
    var holders = [0]
    if let sheets = tree.member("worksheets", of: 0, in: bytes) {
      holders += tree.children(of: sheets)
    }
    return holders.flatMap { holder in
      tree.member("cells", of: holder, in: bytes).map { tree.children(of: $0) } ?? []
    }
  }

  /// The text of streams, of results as plain text and HTML, and of tracebacks.
  private static func outputs(_ cell: Int, _ tree: JSONTree, _ bytes: [UInt8]) -> [Int] {
    guard let outputs = tree.member("outputs", of: cell, in: bytes) else { return [] }
    return tree.children(of: outputs).flatMap { output in
      var texts: [Int?] = ["text", "traceback"].map { tree.member($0, of: output, in: bytes) }
      if let data = tree.member("data", of: output, in: bytes) {
        texts += ["text/plain", "text/html", "text/markdown", "application/json"].map {
          tree.member($0, of: data, in: bytes)
        }
      }
      // Only what `joined` can read: else the JSON text itself is reviewed.
      return texts.compactMap { $0 }.filter { isText($0, tree) }
    }
  }

  private static func isText(_ node: Int, _ tree: JSONTree) -> Bool {
    switch tree.nodes[node].kind {
    case .string: true
    case .array: tree.children(of: node).allSatisfy { tree.nodes[$0].kind == .string }
    case .object, .other: false
    }
  }

  /// A string, or an array of strings that are its lines.
  private static func joined(_ node: Int, _ tree: JSONTree, _ bytes: [UInt8]) -> JSONString {
    var string = JSONString()
    let parts = tree.nodes[node].kind == .array ? tree.children(of: node) : [node]
    for part in parts where tree.nodes[part].kind == .string {
      string.append(tree.nodes[part].range, of: bytes)
    }
    return string
  }

  private static func text(
    of name: String, _ node: Int, _ tree: JSONTree, _ bytes: [UInt8]
  ) -> String? {
    guard let member = tree.member(name, of: node, in: bytes), tree.nodes[member].kind == .string
    else { return nil }
    var string = JSONString()
    string.append(tree.nodes[member].range, of: bytes)
    return String(decoding: string.bytes, as: UTF8.self)
  }

  private static func kernelLanguage(_ tree: JSONTree, _ bytes: [UInt8]) -> Language {
    let python = Language(id: "python")
    guard let metadata = tree.member("metadata", of: 0, in: bytes) else { return python }
    for (holder, name) in [("language_info", "name"), ("kernelspec", "language")] {
      if let node = tree.member(holder, of: metadata, in: bytes),
        let name = text(of: name, node, tree, bytes),
        let language = LanguageTable.language(tag: name.lowercased())
      {
        return language
      }
    }
    return python
  }

  /// The language of a cell that begins with a magic such as `%%bash`.
  private static func magicLanguage(_ cell: [UInt8]) -> Language? {
    let text = cell.drop(while: isBlank)
    guard text.starts(with: [0x25, 0x25]) else { return nil }
    let word = text.dropFirst(2).prefix { !isBlank($0) }
    switch String(decoding: word, as: UTF8.self) {
    case "bash", "sh", "script", "system", "!", "sx": return Language(id: "shell")
    case "html", "HTML": return Language(id: "html")
    case "javascript", "js": return Language(id: "javascript")
    case "sql", "bigquery": return Language(id: "sql")
    case "perl": return Language(id: "perl")
    case "ruby": return Language(id: "ruby")
    case "R": return Language(id: "r")
    case "markdown", "latex", "svg": return .plain
    case "writefile": return LanguageDetection.language(ofSnippet: cell)
    default: return nil
    }
  }
}

import SourceText

/// What a value is made of or declared as, as far as its document tells.
final class TypeTable {
  private let walk: TokenWalk
  private let brackets: BracketMap
  private let imports: ImportTable
  private let occurrences: NameOccurrences
  /// The tokens of each name that may be declared, in order; made for the names that are asked for.
  private var known: [String: [Declaration]] = [:]

  /// Names of types, or of the calls that made the value, with dots: `Statement`, `sqlite3.connect`.
  private struct Declaration {
    var place: Int
    var types: [String]
  }

  init(_ scan: DocumentScan) {
    walk = scan.walk
    brackets = scan.brackets
    imports = scan.imports
    occurrences = scan.occurrences
  }

  /// Whether the value that ends at a token is of one of the types. The nearest declaration before it
  /// decides; without one before, the first after it.
  func isValue(endingAt index: Int, of types: [String], depth: Int = 0) -> Bool {
    if walk.isMark(index, ")"), let open = brackets.partner(of: index) {
      let made = path(endingAt: open - 1, depth: depth)
      return made.map { Self.names($0, types) } ?? false
    }
    guard walk.isIdentifier(index) else { return false }
    return declared(walk.text(index), before: index, depth: depth)
      .contains { Self.names($0, types) }
  }

  /// Whether a dotted name is one of the types, or ends with one after a dot.
  private static func names(_ name: String, _ types: [String]) -> Bool {
    types.contains { name == $0 || name.hasSuffix("." + $0) }
  }

  private func declared(_ name: String, before index: Int, depth: Int) -> [String] {
    guard depth < 4 else { return [] }
    let all = declarations(of: name, depth: depth)
    let behind = all.indices.partitioningIndex { all[$0].place >= index }
    return behind > 0 ? all[behind - 1].types : all.first?.types ?? []
  }

  private func declarations(of name: String, depth: Int) -> [Declaration] {
    if let found = known[name] { return found }
    known[name] = []
    var found: [Declaration] = []
    for index in occurrences.tokens(of: name, in: 0..<walk.count).prefix(500) {
      let types = self.types(declaredAt: index, depth: depth)
      if !types.isEmpty { found.append(Declaration(place: index, types: types)) }
      if found.count >= 64 { break }
    }
    known[name] = found
    return found
  }

  private static let wordsBeforeNames: Set<String> = [
    "return", "new", "await", "in", "of", "not", "and", "or", "is", "as", "if", "else", "case",
    "throw", "yield", "delete", "typeof", "import", "from", "const", "let", "var", "val", "def",
    "func", "fun", "function", "package", "goto", "print", "echo", "final", "static", "public",
    "private", "raise", "go", "defer", "instanceof", "extends", "implements", "class", "do",
    "async", "export", "default", "elif", "while", "for", "with", "use", "mut", "ref", "out",
  ]

  private func types(declaredAt index: Int, depth: Int) -> [String] {
    if walk.isMark(index - 1, [".", "->", "::", "?."]), !walk.isWord(index - 2, "this"),
      !walk.isWord(index - 2, "self")
    {
      return []
    }
    var types: [String] = []
    // `Type name`, `a.b.Type<X> name`, `Type* name`
    var before = index - 1
    while walk.isMark(before, ["*", "&", ">", "]", "[", "?"]), index - before < 12 {
      if walk.isMark(before, ">") {
        while before > 0, index - before < 24, !walk.isMark(before, "<") { before -= 1 }
      }
      before -= 1
    }
    if walk.isIdentifier(before), !Self.wordsBeforeNames.contains(walk.text(before)),
      !(walk.endsLine(before) && before == index - 1)
    {
      types.append(joined(endingAt: before))
    }
    // `name: Type`, `name *Type`, `name Type`
    var after = index + 1
    let isAnnotated = walk.isMark(after, ":")
    if isAnnotated { after += 1 }
    while walk.isMark(after, ["*", "&", "?"]) || walk.isWord(after, "mut") { after += 1 }
    if isAnnotated || after > index + 1, walk.isIdentifier(after) {
      types.append(path(from: after))
    }
    // `name = Type(…)`, `name := pkg.Make(…)`, `name = new Type(…)`, `a, err := pkg.Make(…)`
    var equals = index + 1
    if walk.isMark(equals, ",") {
      while walk.isIdentifier(equals + 1), walk.isMark(equals, ","), equals - index < 8 {
        equals += 2
      }
    } else if isAnnotated {
      while equals < walk.count, equals - index < 12,
        !walk.isMark(equals, ["=", ";", ")", "{", ","]),
        walk.kind(equals) != .newline
      {
        equals += 1
      }
    }
    if walk.isMark(equals, ["=", ":="]) {
      types += made(from: equals + 1, depth: depth)
    } else if walk.isWord(index - 1, "as"), let made = withStatement(index, depth: depth) {
      types.append(made)
    }
    return types
  }

  /// `with sqlite3.connect(x) as name`
  private func withStatement(_ index: Int, depth: Int) -> String? {
    guard walk.isMark(index - 2, ")"), let open = brackets.partner(of: index - 2) else {
      return nil
    }
    return path(endingAt: open - 1, depth: depth)
  }

  /// The calls and constructors of the value that begins at a token: all of a chain of calls.
  private func made(from start: Int, depth: Int) -> [String] {
    var index = start
    while walk.isWord(index, "new") || walk.isWord(index, "await") || walk.isWord(index, "try")
      || walk.isMark(index, ["&", "*", "!", "?"])
    {
      index += 1
    }
    // A cast says the type.
    if walk.isMark(index, "("), let close = brackets.partner(of: index), close - index < 8,
      walk.isIdentifier(index + 1), walk.isIdentifier(close + 1)
    {
      return [path(from: index + 1)]
    }
    guard walk.isIdentifier(index) else { return [] }
    var path = resolved(index, depth: depth)
    var end = index + 1
    while end < walk.count, end - start < 200 {
      if walk.isMark(end, [".", "->", "::", "?."]), walk.isIdentifier(end + 1) {
        path += "." + walk.text(end + 1)
        end += 2
      } else if walk.isMark(end, "<") {
        while end < walk.count, !walk.isMark(end, ">"), end - start < 100 { end += 1 }
        end += 1
      } else if walk.isMark(end, "("), let close = brackets.partner(of: end) {
        end = close + 1
        // `require("x")` is the module.
        if path == "require", walk.kind(close - 1) == .string {
          path = ImportTable.modulePath(walk.content(close - 1)).joined(separator: ".")
        }
      } else {
        break
      }
    }
    return [path]
  }

  /// The text of a name, or of the module or the maker that it stands for.
  private func resolved(_ index: Int, depth: Int) -> String {
    if let binding = imports.binding(at: index) { return binding.path.joined(separator: ".") }
    let name = walk.text(index)
    if walk.isMark(index + 1, [".", "->"]), depth < 3,
      let made = declared(name, before: index, depth: depth + 1).last
    {
      return made
    }
    return name
  }

  /// `a.b.c` from a token on.
  private func path(from start: Int) -> String {
    var text = walk.text(start)
    var index = start + 1
    while walk.isMark(index, [".", "::", "\\"]), walk.isIdentifier(index + 1), index - start < 24 {
      text += "." + walk.text(index + 1)
      index += 2
    }
    return text
  }

  /// `a.b.c` up to a token.
  private func joined(endingAt end: Int) -> String {
    var text = walk.text(end)
    var index = end - 1
    while walk.isMark(index, [".", "::", "\\"]), walk.isIdentifier(index - 1), end - index < 24 {
      text = walk.text(index - 1) + "." + text
      index -= 2
    }
    return text
  }

  /// What a call of the function whose name ends at a token gives, calls before it in the chain aside.
  private func path(endingAt end: Int, depth: Int) -> String? {
    guard walk.isIdentifier(end) else { return nil }
    var names = [walk.text(end)]
    var index = end - 1
    while walk.isMark(index, [".", "->", "::", "?."]), end - index < 200 {
      var before = index - 1
      if walk.isMark(before, ")"), let open = brackets.partner(of: before) { before = open - 1 }
      guard walk.isIdentifier(before) else { break }
      let isFirst = !walk.isMark(before - 1, [".", "->", "::", "?."])
      names.append(isFirst ? resolved(before, depth: depth) : walk.text(before))
      index = before - 1
    }
    if names.count == 1, let binding = imports.binding(at: end) {
      return binding.path.joined(separator: ".")
    }
    return names.reversed().joined(separator: ".")
  }
}

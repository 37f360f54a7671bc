// What a document's names stand for: its imports, aliases and names given to imported functions. A rule
// names an API once (`subprocess.run`), and the document may call it `run`, `sp.run` or `r`. A fixed
// form a language and no grammar: what is cut off or wrong binds what can be read of it.

import SourceText

/// The names that a document binds to something of another module.
final class ImportTable {
  /// A name of the document.
  struct Binding {
    /// The module and what is taken out of it, outermost first: `["xml", "etree", "parse"]`.
    var path: [String]
    /// The tokens of the statement that binds it.
    var statement: Range<Int>
  }

  private(set) var bindings: [String: Binding] = [:]
  /// The names of modules that are used under their own names.
  private(set) var modules: Set<String> = []
  private let walk: TokenWalk
  /// The names that each statement binds, by where it begins, in order.
  private var statements: [(tokens: Range<Int>, names: [String])] = []
  /// A bit for each first letter and length of a bound name, so that most others cost no look-up.
  private var shapes = [Bool](repeating: false, count: 128 * 32)

  /// One pass over the tokens.
  init(_ scan: DocumentScan) {
    walk = scan.walk
    let language = scan.document.language
    if language.id == "python" {
      readPython()
    } else if language.includes("javascript") || ["html", "vue", "svelte"].contains(language.id) {
      readScript()
    } else {
      switch language.id {
      case "go": readGo()
      case "rust": readPaths(after: "use", joint: "::", alias: "as")
      case "php": readPaths(after: "use", joint: "\\", alias: "as")
      case "kotlin", "scala": readPaths(after: "import", joint: ".", alias: "as")
      case "java", "groovy": readStaticImports()
      case "csharp", "cpp": readAliases()
      default: break
      }
    }
    readRenamings()
    arrange()
  }

  /// Makes ready what look-ups need.
  private func arrange() {
    var names: [Range<Int>: [String]] = [:]
    for (name, binding) in bindings { names[binding.statement, default: []].append(name) }
    statements = names.map { ($0.key, $0.value.sorted()) }
      .sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    for name in bindings.keys {
      if let shape = Self.shape(Array(name.utf8)[...]) { shapes[shape] = true }
    }
  }

  private static func shape(_ name: ArraySlice<UInt8>) -> Int? {
    name.first.map { Int($0 & 0x7F) * 32 + min(name.count, 31) }
  }

  /// The binding of the name at a token; nil for most.
  func binding(at index: Int) -> Binding? {
    guard !bindings.isEmpty, walk.kind(index) == .identifier,
      let shape = Self.shape(walk.bytes[walk.tokens[index].range]), shapes[shape]
    else { return nil }
    return bindings[walk.text(index)]
  }

  /// The names that the statement around a token binds.
  func names(boundAround index: Int) -> [String] {
    let behind = statements.indices.partitioningIndex {
      statements[$0].tokens.lowerBound > index
    }
    // Statements lie apart, but for one within another.
    for statement in statements[max(0, behind - 3)..<behind] where statement.tokens.contains(index)
    {
      return statement.names
    }
    return []
  }

  /// The tokens at which the names are used outside the statements that bind them, at most 200 for
  /// each; one pass over the tokens.
  var uses: [String: [Int]] {
    var found: [String: [Int]] = [:]
    let lengths = Set(bindings.keys.map(\.utf8.count))
    for (index, token) in walk.tokens.enumerated()
    where token.kind == .identifier && lengths.contains(token.range.count) {
      let name = walk.text(index)
      guard let binding = bindings[name], !binding.statement.contains(index),
        found[name, default: []].count < 200
      else { continue }
      found[name, default: []].append(index)
    }
    return found
  }

  private func bind(_ name: String, _ path: [String], _ statement: Range<Int>) {
    guard !name.isEmpty, name != "_", name != "*", !path.isEmpty, bindings.count < 2_000 else {
      return
    }
    if path == [name] {
      modules.insert(name)
      return
    }
    bindings[name] = Binding(path: path, statement: statement)
  }

  // MARK: - Python

  private func readPython() {
    for index in 0..<walk.count where walk.isIdentifier(index) {
      guard
        index == 0 || walk.kind(index - 1) == .newline || walk.endsLine(index - 1)
          || walk.isMark(index - 1, [";", ":"])
      else { continue }
      if walk.isWord(index, "import") {
        let end = statementEnd(index)
        var place = index + 1
        while place < end {
          let (path, next) = dotted(from: place)
          guard !path.isEmpty else { break }
          place = next
          if walk.isWord(place, "as") {
            bind(walk.text(place + 1), path, index..<end)
            place += 2
          } else {
            modules.insert(path[0])
          }
          guard walk.isMark(place, ",") else { break }
          place += 1
        }
      } else if walk.isWord(index, "from") {
        let end = statementEnd(index)
        var start = index + 1
        while walk.isMark(start, [".", "..", "..."]) { start += 1 }
        let (path, next) = walk.isWord(start, "import") ? ([], start) : dotted(from: start)
        guard walk.isWord(next, "import") else { continue }
        var place = next + 1
        while place < end {
          guard walk.isIdentifier(place) else {
            place += 1
            continue
          }
          let name = walk.text(place)
          if walk.isWord(place + 1, "as") {
            bind(walk.text(place + 2), path + [name], index..<end)
            place += 3
          } else {
            bind(name, path + [name], index..<end)
            place += 1
          }
        }
      }
    }
  }

  /// `a.b.c` from a token on, and the token behind it.
  private func dotted(from start: Int) -> (path: [String], end: Int) {
    var path: [String] = []
    var index = start
    while walk.isIdentifier(index), path.count < 12 {
      path.append(walk.text(index))
      index += 1
      guard walk.isMark(index, "."), walk.isIdentifier(index + 1) else { break }
      index += 1
    }
    return (path, index)
  }

  /// The end of a statement that may stand in brackets over several lines.
  private func statementEnd(_ start: Int) -> Int {
    var depth = 0
    var index = start
    while index < walk.count, index - start < 400 {
      switch walk.mark(index) {
      case UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ";") where depth <= 0: return index
      default: break
      }
      if walk.kind(index) == .newline, depth <= 0 { return index }
      index += 1
    }
    return index
  }

  // MARK: - JavaScript

  /// The path of a module's name: `node:fs/promises` is `fs.promises`, `@a/b-c` is `a.b_c`.
  static func modulePath(_ name: String) -> [String] {
    var name = name[...]
    if name.hasPrefix("node:") || name.hasPrefix("npm:") || name.hasPrefix("jsr:") {
      name = name.drop { $0 != ":" }.dropFirst()
    }
    return name.split(separator: "/").compactMap { part in
      let word = part.utf8.drop { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".") }
        .map { byte -> UInt8 in
          let isWord =
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
          return isWord ? byte : UInt8(ascii: "_")
        }
      return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
    }
  }

  private func readScript() {
    for index in 0..<walk.count where walk.isIdentifier(index) {
      if walk.isWord(index, "import"), !walk.isMark(index + 1, ["(", "."]) {
        readImport(index)
      } else if walk.isWord(index, "require") || walk.isWord(index, "import"),
        walk.isMark(index + 1, "("), walk.kind(index + 2) == .string, walk.isMark(index + 3, ")")
      {
        readRequire(index)
      }
    }
  }

  private func readImport(_ start: Int) {
    var from = start + 1
    while from < walk.count, from - start < 300, walk.kind(from) != .string,
      !walk.isMark(from, [";", "=", "("])
    {
      from += 1
    }
    guard walk.kind(from) == .string else { return }
    let module = Self.modulePath(walk.content(from))
    let statement = start..<(from + 1)
    var index = start + 1
    var isInBraces = false
    while index < from {
      if walk.isMark(index, "{") { isInBraces = true }
      if walk.isIdentifier(index), !walk.isWord(index, "from"),
        !(walk.isWord(index, "type") && walk.isIdentifier(index + 1) && index + 1 < from)
      {
        let name = walk.text(index)
        let isAlias = walk.isWord(index + 1, "as")
        let path = isInBraces && name != "default" ? module + [name] : module
        bind(isAlias ? walk.text(index + 2) : name, path, statement)
        index += isAlias ? 2 : 0
      } else if walk.isMark(index, "*"), walk.isWord(index + 1, "as") {
        bind(walk.text(index + 2), module, statement)
        index += 2
      }
      index += 1
    }
  }

  /// `const x = require("m").y`, `const { a, b: c } = require("m")`, `await import("m")`.
  private func readRequire(_ call: Int) {
    var path = Self.modulePath(walk.content(call + 2))
    var end = call + 4
    while walk.isMark(end, [".", "?."]), walk.isIdentifier(end + 1), path.count < 12 {
      if !walk.isWord(end + 1, "default") { path.append(walk.text(end + 1)) }
      end += 2
    }
    var before = call - 1
    // `promisify(require("m").exec)` is still that function.
    while walk.isWord(before, "await") || walk.isMark(before, "(")
      || walk.isWord(before, "promisify") || walk.isMark(before, ".") || walk.isWord(before, "util")
    {
      before -= 1
    }
    guard walk.isMark(before, "=") else { return }
    bindTarget(endingAt: before - 1, path, end: end)
  }

  /// Binds the name or the pattern that ends at a token.
  private func bindTarget(endingAt last: Int, _ path: [String], end: Int) {
    if walk.isIdentifier(last) {
      bind(walk.text(last), path, last..<end)
      return
    }
    guard walk.isMark(last, "}") else { return }
    var start = last - 1
    while start > 0, last - start < 200, !walk.isMark(start, "{") { start -= 1 }
    var index = start + 1
    while index < last {
      if walk.isIdentifier(index) {
        let name = walk.text(index)
        let isRenamed = walk.isMark(index + 1, ":") && walk.isIdentifier(index + 2)
        bind(isRenamed ? walk.text(index + 2) : name, path + [name], start..<end)
        if isRenamed { index += 2 }
      }
      index += 1
    }
  }

  // MARK: - Go

  private func readGo() {
    for index in 0..<walk.count where walk.isWord(index, "import") {
      let isList = walk.isMark(index + 1, "(")
      var place = index + (isList ? 2 : 1)
      while place < walk.count, place - index < 800, !walk.isMark(place, ")") {
        if walk.kind(place) == .string {
          var path = Self.modulePath(walk.content(place))
          // The last element of a path may be its version: `…/jwt/v5`, `yaml.v3`.
          if path.count > 1, let last = path.last, last.hasPrefix("v"),
            last.utf8.count <= 3, last.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
          {
            path.removeLast()
          }
          if let last = path.last, let mark = last.utf8.lastIndex(of: UInt8(ascii: "_")),
            last[mark...].utf8.dropFirst().first == UInt8(ascii: "v")
          {
            path[path.count - 1] = String(last[..<mark])
          }
          let hasName = walk.isIdentifier(place - 1) && !walk.isWord(place - 1, "import")
          let name = hasName ? walk.text(place - 1) : path.last ?? ""
          bind(name, path, place..<(place + 1))
          if !isList { break }
        }
        place += 1
      }
    }
  }

  // MARK: - Rust, PHP, Kotlin, Scala

  /// `use a::b::{c, d as e}`, `use A\B as C`, `import a.b.C as D`.
  private func readPaths(
    after word: StaticString, joint: StaticString, alias: StaticString
  ) {
    for index in 0..<walk.count where walk.isWord(index, word) {
      guard
        index == 0 || walk.endsLine(index - 1) || walk.isMark(index - 1, [";", "{", "}"])
          || walk.isWord(index - 1, "pub")
      else { continue }
      let end = statementEnd(index)
      var place = index + 1
      readPathTree(&place, end: end, prefix: [], joint, alias, index..<end, depth: 0)
    }
  }

  private func readPathTree(
    _ place: inout Int, end: Int, prefix: [String], _ joint: StaticString, _ alias: StaticString,
    _ statement: Range<Int>, depth: Int
  ) {
    var path = prefix
    while place < end {
      if walk.isIdentifier(place) {
        path.append(walk.text(place))
        place += 1
      } else if walk.isMark(place, "{"), depth < 8 {
        place += 1
        while place < end, !walk.isMark(place, "}") {
          let before = place
          readPathTree(&place, end: end, prefix: path, joint, alias, statement, depth: depth + 1)
          if walk.isMark(place, ",") { place += 1 }
          if place == before { place += 1 }
        }
        place += 1
        return
      } else if walk.isMark(place, joint) {
        place += 1
        continue
      } else {
        break
      }
      if walk.isWord(place, alias) || walk.isMark(place, "=>") {
        bind(walk.text(place + 1), path, statement)
        place += 2
        return
      }
      guard walk.isMark(place, joint) else { break }
    }
    if path.count > prefix.count, let last = path.last { bind(last, path, statement) }
  }

  // MARK: - Java, C#, C++

  private func readStaticImports() {
    for index in 0..<walk.count
    where walk.isWord(index, "import") && walk.isWord(index + 1, "static") {
      let (path, end) = dotted(from: index + 2)
      if let last = path.last { bind(last, path, index..<end) }
    }
  }

  /// `using A = B.C;`, `namespace a = b::c;`
  private func readAliases() {
    for index in 0..<walk.count
    where walk.isWord(index, "using") || walk.isWord(index, "namespace") {
      guard walk.isIdentifier(index + 1), walk.isMark(index + 2, "=") else { continue }
      var path: [String] = []
      var place = index + 3
      while walk.isIdentifier(place), path.count < 12 {
        path.append(walk.text(place))
        guard walk.isMark(place + 1, [".", "::"]) else { break }
        place += 2
      }
      bind(walk.text(index + 1), path, index..<(place + 1))
    }
  }

  // MARK: - Names given to what was imported

  /// `run = subprocess.run`, `const sh = promisify(cp.exec)`: as often as one follows another.
  private func readRenamings() {
    for index in 1..<max(1, walk.count) where walk.isMark(index, "=") {
      var start = index + 1
      while walk.isWord(start, "promisify") || walk.isWord(start, "util"),
        walk.isMark(start + 1, ["(", "."])
      {
        start += 2
      }
      guard walk.isIdentifier(start), let root = bindings[walk.text(start)] ?? module(at: start)
      else { continue }
      var path = root.path
      var end = start + 1
      while walk.isMark(end, "."), walk.isIdentifier(end + 1), path.count < 12 {
        path.append(walk.text(end + 1))
        end += 2
      }
      // Only the function itself, and neither its result nor an element of it.
      while walk.isMark(end, ")") { end += 1 }
      guard end >= walk.count || walk.isMark(end, [";", "}", ","]) || walk.endsLine(end - 1) else {
        continue
      }
      bindTarget(endingAt: index - 1, path, end: end)
    }
  }

  /// A module that is used under its own name, as in `import subprocess`.
  private func module(at index: Int) -> Binding? {
    guard walk.isIdentifier(index), walk.isMark(index + 1, ".") else { return nil }
    let name = walk.text(index)
    return Self.renamedModules.contains(name)
      ? Binding(path: [name], statement: index..<(index + 1)) : nil
  }

  /// Modules whose functions are given other names.
  private static let renamedModules: Set<String> = [
    "subprocess", "os", "pickle", "yaml", "hashlib", "random", "child_process", "fs", "crypto",
    "vm", "marshal", "builtins",
  ]
}

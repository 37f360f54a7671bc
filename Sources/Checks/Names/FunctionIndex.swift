// The functions of a document: where each begins and ends and what its parameters are called. Read from
// keywords, brackets and margins instead of a grammar, so that it holds for many languages and for code
// that is cut off; what is no function by that (a macro, a block) belongs to what is around it.

import SourceText

/// The functions of one document, in the order in which their bodies begin.
final class FunctionIndex {
  struct Function {
    /// Empty for one without a name.
    var name: String
    /// The tokens of the parameters, without their brackets.
    var parameters: Range<Int>
    /// The tokens of the body, without its braces.
    var body: Range<Int>
    /// The first token of all of it: its name, or the parameters of one without.
    var start: Int
  }

  private(set) var functions: [Function] = []
  private var byName: [String: [Int]] = [:]
  private var parameterLists: Set<Range<Int>> = []
  private let walk: TokenWalk
  private let brackets: BracketMap

  /// One pass over the tokens, with a short look back at each brace.
  init(_ scan: DocumentScan) {
    walk = scan.walk
    brackets = scan.brackets
    switch scan.document.language.id {
    case "python": readMargins(ends: nil)
    case "ruby", "lua", "elixir", "crystal": readMargins(ends: "end")
    default: readBraces(scan.document.language.id)
    }
    functions.sort { $0.body.lowerBound < $1.body.lowerBound }
    parameterLists = Set(functions.map(\.parameters))
    for (number, function) in functions.enumerated() where !function.name.isEmpty {
      byName[function.name, default: []].append(number)
    }
  }

  func functions(named name: String) -> [Function] { (byName[name] ?? []).map { functions[$0] } }

  /// Whether tokens between brackets are the parameters of a function, so that what stands before them
  /// names it and calls nothing.
  func areParameters(_ tokens: Range<Int>) -> Bool { parameterLists.contains(tokens) }

  /// The functions around a token, innermost first, at most eight.
  func enclosing(_ token: Int) -> [Function] {
    let behind = functions.indices.partitioningIndex { functions[$0].body.lowerBound > token }
    var found: [Function] = []
    var index = behind - 1
    var steps = 0
    while index >= 0, steps < 200, found.count < 8 {
      if functions[index].body.contains(token) { found.append(functions[index]) }
      index -= 1
      steps += 1
    }
    return found
  }

  /// The tokens of the nearest function around a token that has a name; of the document outside.
  func scope(of token: Int) -> Range<Int> {
    let around = enclosing(token)
    guard let function = around.first(where: { !$0.name.isEmpty }) ?? around.last else {
      return 0..<walk.count
    }
    return function.start..<function.body.upperBound
  }

  // MARK: - Margins

  private func readMargins(ends word: String?) {
    var open: [(function: Function, margin: Int)] = []
    func close(_ margin: Int, at index: Int, _ functions: inout [Function]) {
      while let last = open.last, last.margin >= margin {
        var function = last.function
        function.body = function.body.lowerBound..<max(function.body.lowerBound, index)
        functions.append(function)
        open.removeLast()
      }
    }
    var marks: (start: Int, margin: Int)?
    for index in 0..<walk.count {
      guard walk.kind(index) != .newline, let margin = walk.indentation(index) else { continue }
      if walk.bytes[Int(walk.tokens[index].start)] == UInt8(ascii: "@") {
        if marks?.margin != margin { marks = (index, margin) }
        continue
      }
      // What stands in brackets has no margin, and what closes them belongs to what is before.
      if walk.kind(index) == .punctuation { continue }
      let isEnd = word.map { walk.isIdentifier(index, $0) } ?? false
      if let last = open.last, index > last.function.parameters.upperBound,
        margin < last.margin || margin == last.margin && (word == nil || isEnd)
      {
        close(margin, at: index, &functions)
      }
      var place = index
      while walk.isWord(place, "async") || walk.isWord(place, "private")
        || walk.isWord(place, "local")
        || walk.isWord(place, "export")
      {
        place += 1
      }
      guard
        walk.isWord(place, "def") || walk.isWord(place, "function") || walk.isWord(place, "defp"),
        walk.isIdentifier(place + 1)
      else {
        if let mark = marks, mark.margin >= margin { marks = nil }
        continue
      }
      var name = place + 1
      let start = marks.map { $0.margin == margin ? $0.start : place } ?? place
      marks = nil
      while walk.isMark(name + 1, [".", ":"]), walk.isIdentifier(name + 2) { name += 2 }
      var parameters = (name + 1)..<(name + 1)
      if walk.isMark(name + 1, "("), let end = brackets.partner(of: name + 1) {
        parameters = (name + 2)..<end
      } else if word != nil {
        var end = name + 1
        while end < walk.count, walk.kind(end) != .newline, !walk.endsLine(end - 1) { end += 1 }
        parameters = (name + 1)..<end
      }
      open.append(
        (
          Function(
            name: walk.text(name), parameters: parameters,
            body: (parameters.upperBound + 1)..<(parameters.upperBound + 1), start: start),
          margin
        ))
    }
    close(0, at: walk.count, &functions)
  }

  // MARK: - Braces

  private static let blockWords: Set<String> = [
    "if", "for", "while", "switch", "catch", "with", "foreach", "using", "lock", "synchronized",
    "match", "guard", "elif", "elseif", "until", "unless", "when", "return", "in", "select",
    "fixed", "unsafe", "try", "do", "else",
  ]

  private func readBraces(_ language: String) {
    let namesFunctions = ["kotlin", "swift", "scala", "groovy", "rust", "go"].contains(language)
    for index in 0..<walk.count {
      if walk.isMark(index, "=>") {
        readArrow(index)
      } else if walk.mark(index) == UInt8(ascii: "{") {
        readBody(index, namesFunctions: namesFunctions, language)
      }
    }
  }

  /// `(a, b) => …`, `a => …`
  private func readArrow(_ arrow: Int) {
    let parameters: Range<Int>
    if walk.isMark(arrow - 1, ")"), let open = brackets.partner(of: arrow - 1) {
      parameters = (open + 1)..<(arrow - 1)
    } else if walk.isIdentifier(arrow - 1) {
      parameters = (arrow - 1)..<arrow
    } else {
      return
    }
    let body: Range<Int>
    if walk.isMark(arrow + 1, "{") {
      let end = brackets.partner(of: arrow + 1) ?? walk.count
      body = (arrow + 2)..<max(arrow + 2, end)
    } else {
      let end = AssignmentIndex.valueEnd(from: arrow + 1, walk.tokens, walk.bytes)
      body = (arrow + 1)..<max(arrow + 1, end)
    }
    functions.append(
      Function(
        name: assignedName(before: parameters.lowerBound), parameters: parameters, body: body,
        start: parameters.lowerBound))
  }

  /// `const load = async (`, `load: (`: what a function without a name is given to.
  private func assignedName(before start: Int) -> String {
    var place = start - 1
    if walk.isMark(place, "(") { place -= 1 }
    while walk.isWord(place, "async") || walk.isWord(place, "function") || walk.isWord(place, "fn")
      || walk.isWord(place, "func")
    {
      place -= 1
    }
    guard walk.isMark(place, ["=", ":", ":="]), walk.isIdentifier(place - 1) else { return "" }
    return walk.text(place - 1)
  }

  private func readBody(_ brace: Int, namesFunctions: Bool, _ language: String) {
    let end = brackets.partner(of: brace) ?? walk.count
    var place = brace - 1
    var steps = 0
    // Types, `throws X` and the like stand between the parameters and the body.
    while place >= 0, steps < 24 {
      steps += 1
      if walk.isMark(place, ")") { break }
      let isType =
        walk.kind(place) == .identifier
        || walk.isMark(
          place, [".", ",", ":", "<", ">", "->", "?", "[", "]", "*", "&", "|", "::", "!", "\\"])
      guard isType else { return }
      if walk.kind(place) == .identifier, Self.blockWords.contains(walk.text(place)) { return }
      place -= 1
    }
    guard walk.isMark(place, ")"), let open = brackets.partner(of: place) else { return }
    var parameters = (open + 1)..<place
    var name = open - 1
    // Go: what comes before may be the parameters, and this the results.
    if language == "go", walk.isMark(name, ")"), let earlier = brackets.partner(of: name) {
      parameters = (earlier + 1)..<name
      name = earlier - 1
    }
    if walk.isMark(name, ">") {
      // `func f<T>(…)`
      var depth = 0
      while name > 0, open - name < 24 {
        if walk.isMark(name, ">") { depth += 1 }
        if walk.isMark(name, "<") { depth -= 1 }
        name -= 1
        if depth == 0 { break }
      }
    }
    let isAnonymous =
      walk.isWord(name, "function") || walk.isWord(name, "func") || walk.isWord(name, "fn")
      || walk.isWord(name, "use") || walk.isWord(name, "fun") || walk.isMark(name, "]")
    if isAnonymous {
      if walk.isMark(name, "]"), language != "cpp" { return }
      if walk.isWord(name, "use"), walk.isMark(name - 1, ")"),
        let own = brackets.partner(of: name - 1)
      {
        parameters = (own + 1)..<(name - 1)
      }
      functions.append(
        Function(
          name: assignedName(before: name + 1), parameters: parameters,
          body: (brace + 1)..<max(brace + 1, end), start: parameters.lowerBound))
      return
    }
    guard walk.isIdentifier(name), !Self.blockWords.contains(walk.text(name)),
      !walk.isWord(name - 1, "new")
    else { return }
    if namesFunctions {
      let isNamed =
        ["fun", "func", "def", "fn"].contains(walk.text(name - 1)) || walk.isWord(name, "init")
        || walk.isMark(name - 1, [")", ">", "."])
      guard isNamed else { return }
    } else if walk.isMark(name - 1, ".") {
      return
    }
    functions.append(
      Function(
        name: walk.text(name), parameters: parameters, body: (brace + 1)..<max(brace + 1, end),
        start: name))
  }
}

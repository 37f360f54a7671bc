// Where a password that code handles came from: the other end of the way whose last step the rule found.
// The steps back are the assignments of the document and the parameters of the function around the
// place; at most three are told. Only names and keys are shown, never the text of a literal.

import SourceText

/// Words the way of a password up to the place where something is done with it.
struct PasswordOrigin {
  let scan: DocumentScan
  let places: CredentialEvidence.Places

  /// The most steps back, and the most bytes of a step that are shown.
  private static let steps = 3
  private static let limit = 60
  /// How many uses of a name are looked at on the way back to a parameter.
  private static let uses = 8

  /// `comes from request.form["password"] on line 7`; nil where nothing of it is seen.
  func phrase(for range: Range<Int>) -> String? {
    let view = scan.code
    let first = scan.lexed.tokenIndex(at: range.lowerBound)
    var index = first
    while index < view.tokens.count, index - first < 60,
      Int(view.tokens[index].start) < range.upperBound
    {
      let token = view.tokens[index]
      let isName = token.kind == .identifier || token.kind == .string && token.content.count <= 40
      if isName, NameWords(scan.bytes[token.content]).namesPassword {
        return phrase(of: index, within: first, in: view)
      }
      index += 1
    }
    return nil
  }

  /// `the column or field password`: what is named in a range that is nothing but a declaration.
  func name(in range: Range<Int>) -> String? {
    let bytes = scan.bytes[range.prefix(200)]
    let names = bytes.split { !$0.isASCIILetter && !$0.isASCIIDigit && $0 != UInt8(ascii: "_") }
    guard
      let name = names.first(where: { $0.count <= 40 && NameWords($0).namesPassword }),
      !places.isMasked(name.startIndex..<name.endIndex)
    else { return nil }
    return "named \(String(decoding: name, as: UTF8.self))"
  }

  private func phrase(of index: Int, within first: Int, in view: CodeView) -> String? {
    let name = view.kind(index) == .string ? view.content(index) : view.text(index)
    let start = view.kind(index) == .string ? first : view.pathStart(endingAt: index + 1)
    if start < index {
      // `req.body.password`: what it is read from, and where that came from.
      let end = view.kind(index) == .string ? min(index + 2, view.tokens.count) : index + 1
      guard let path = shown(start..<end, in: view) else { return nil }
      let root = view.kind(start) == .identifier ? view.text(start) : ""
      return "read from \(path)" + (source(of: root, before: start, in: view) ?? "")
    }
    if let source = source(of: name, before: index, in: view) {
      return String(source.dropFirst(2))
    }
    return parameter(name, before: index, in: view)
  }

  /// `, comes from data["password"] on line 7, comes from …`: the assignments, nearest first.
  private func source(of name: String, before index: Int, in view: CodeView) -> String? {
    var text = ""
    var name = name
    var place = index
    for _ in 0..<Self.steps {
      guard !name.isEmpty,
        let made = scan.assignments.assignments(of: name, before: place, in: scan).first,
        made.value.lowerBound < place, !made.value.isEmpty,
        !view.isWord(made.value.lowerBound, name)
      else { break }
      let start = Int(view.tokens[made.name].start)
      let link = text.isEmpty ? ", comes from " : ", that from "
      let isLiteral = view.kind(made.value.lowerBound) == .string
      let what = shown(made.value, in: view) ?? (isLiteral ? "a literal" : "a value")
      text += "\(link)\(what) on line \(places.line(start))"
      guard
        let next = made.value.prefix(8).first(where: {
          view.kind($0) == .identifier && !Self.passing.contains(view.text($0))
        })
      else { break }
      name = view.text(next)
      place = made.name
    }
    return text.isEmpty ? nil : text
  }

  private static let passing: Set<String> = ["await", "new", "try", "str", "String", "const"]

  /// `a parameter of register on line 3`
  private func parameter(_ name: String, before index: Int, in view: CodeView) -> String? {
    var uses = 0
    for place in (max(0, index - CodeView.reach)..<index).reversed()
    where view.isWord(place, name) {
      uses += 1
      guard uses <= Self.uses else { return nil }
      guard let enclosing = view.enclosing(place), view.isMark(enclosing.open, "("),
        let callee = view.callee(of: enclosing.open),
        view.isDeclaration(enclosing.open, path: callee.path), shownName(callee.name) != nil
      else { continue }
      let line = places.line(Int(view.tokens[place].start))
      return "a parameter of \(callee.name) on line \(line)"
    }
    return nil
  }

  /// An access path as far as it may be shown: names, what joins them, keys; the arguments of calls
  /// as `…`. Nil for anything else.
  private func shown(_ range: Range<Int>, in view: CodeView) -> String? {
    var text = ""
    var index = range.lowerBound
    while index < range.upperBound, text.utf8.count < Self.limit {
      let token = view.tokens[index]
      switch token.kind {
      case .identifier:
        guard let name = shownName(view.text(index)), !places.isMasked(token.range) else {
          return nil
        }
        // `await request.json()`
        if let last = text.utf8.last, last.isASCIILetter || last.isASCIIDigit { text += " " }
        text += name
      case .punctuation where view.isMark(index, "(") || view.isMark(index, "["):
        guard let close = view.brackets.partner(of: index), close < range.upperBound else {
          return text.isEmpty ? nil : text
        }
        text += view.text(index) + inside((index + 1)..<close, in: view) + view.text(close)
        index = close
      case .punctuation
      where !text.isEmpty && view.isJoint(index) || view.isMark(index, ["!", "?", "&", "*"]):
        text += view.text(index)
      case .newline: break
      case .punctuation, .number, .string: return text.isEmpty ? nil : text
      }
      index += 1
    }
    return text.isEmpty ? nil : text
  }

  /// A key that names a password, or `…`.
  private func inside(_ range: Range<Int>, in view: CodeView) -> String {
    guard !range.isEmpty else { return "" }
    if range.count == 1, view.kind(range.lowerBound) == .string,
      view.tokens[range.lowerBound].range.count <= 42,
      NameWords(view.content(range.lowerBound)).namesPassword,
      shownName(view.content(range.lowerBound)) != nil,
      !places.isMasked(view.tokens[range.lowerBound].range)
    {
      return view.text(range.lowerBound)
    }
    return "…"
  }

  /// A name of a program, no longer than such are.
  private func shownName(_ name: String) -> String? {
    guard !name.isEmpty, name.utf8.count <= 40,
      name.utf8.allSatisfy({
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
          || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "@")
      })
    else { return nil }
    return name
  }
}

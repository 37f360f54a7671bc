import Rules
import SourceText

/// A run of tokens that stands for a value, and what can be told of it without running anything.
package struct Expression {
  package let scan: DocumentScan
  package let tokens: Range<Int>

  package init(_ tokens: Range<Int>, in scan: DocumentScan) {
    self.tokens = tokens
    self.scan = scan
  }

  package var bytes: Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return token(first).range.lowerBound..<token(last).range.upperBound
  }

  /// Whether it is of a kind; what counts as outside input depends on the rule.
  func satisfies(_ kind: CodePattern.ExpressionKind, for pattern: CodePattern) -> Bool {
    switch kind {
    case .any: true
    case .variable: !isConstant
    case .constant: isConstant || isKnown
    case .string:
      tokens.count == 1 && token(tokens.lowerBound).kind == .string
        && !token(tokens.lowerBound).isInterpolated
    case .built: isBuilt || holdsBuilt
    case .identifier: tokens.count == 1 && token(tokens.lowerBound).kind == .identifier
    case .number: tokens.count == 1 && token(tokens.lowerBound).kind == .number
    case .password: namesPassword
    case .input:
      !isConstant && (!pattern.sources.isEmpty || FlowWords.mayHoldInput(scan))
        && scan.flow(clearedBy: pattern.cleaners).value(of: tokens)
          .comes(
            from: .wanted(pattern.sources, for: pattern.harm), harming: pattern.harm)
    }
  }

  private func token(_ index: Int) -> Token { scan.walk.tokens[index] }

  private func text(_ index: Int) -> ArraySlice<UInt8> { scan.bytes[token(index).range] }

  private func isMark(_ index: Int, _ mark: StaticString) -> Bool {
    scan.walk.isMark(index, mark)
  }

  private static let literalWords: ByteWords = [
    "true", "false", "null", "nil", "None", "True", "False", "undefined", "NULL", "nullptr", "TRUE",
    "FALSE", "new", "as",
  ]
  /// Types and prefixes of what stands right behind them.
  private static let literalTypes: ByteWords = [
    "b", "u", "string", "byte", "String", "bytes", "char", "int",
  ]

  /// Only literals, however they are joined.
  package var isConstant: Bool {
    tokens.allSatisfy { index in
      let token = token(index)
      switch token.kind {
      case .string: return !token.isInterpolated
      case .number, .punctuation, .newline: return true
      case .identifier:
        if Self.literalWords.contains(scan.bytes, token.range) || isSymbol(index) { return true }
        guard Self.literalTypes.contains(scan.bytes, token.range), index + 1 < tokens.upperBound
        else { return false }
        return self.token(index + 1).kind == .string || isMark(index + 1, "(")
          || isMark(index + 1, "[") || isMark(index + 1, "{")
      }
    }
  }

  /// Ruby's `:name`.
  private func isSymbol(_ index: Int) -> Bool {
    scan.document.language.id == "ruby" && index > 0 && isMark(index - 1, ":")
      && token(index - 1).end == token(index).start
  }

  /// A string joined from a literal and something that is not known.
  package var isBuilt: Bool {
    if tokens.contains(where: { token($0).isInterpolated }) { return true }
    guard !isConstant, let firstString = tokens.first(where: { token($0).kind == .string }) else {
      return false
    }
    let joinsByDot = ["php", "perl"].contains(scan.document.language.id)
    for index in tokens where token(index).kind == .punctuation {
      let isJoin =
        scan.walk.isMark(index, ["+", "+=", "%", "..", "||", "&", "<<", "<>"])
        || joinsByDot && scan.walk.isMark(index, [".", ".="])
      guard isJoin else { continue }
      // Beside a string, or in a chain that holds one.
      if index > tokens.lowerBound || index < tokens.upperBound - 1 { return true }
    }
    for index in tokens where token(index).kind == .identifier {
      let name = String(decoding: text(index), as: UTF8.self)
      if ["format", "sprintf", "Sprintf", "formatted", "asprintf", "Format", "printf", "concat"]
        .contains(name), index != firstString
      {
        return true
      }
    }
    return false
  }

  /// A name that stands for a literal of the document.
  private var isKnown: Bool {
    guard tokens.count <= 12, tokens.contains(where: { token($0).kind == .identifier }) else {
      return false
    }
    let value = scan.flow.value(of: tokens)
    return value.isConstant && !value.isAssumed
  }

  /// A name that was given a text put together from parts.
  private var holdsBuilt: Bool {
    guard tokens.count == 1, token(tokens.lowerBound).kind == .identifier else { return false }
    let value = scan.flow.value(of: tokens)
    return value.isBuilt && value.isUnknown
  }

  /// Calls that hand their receiver or argument on unchanged, as far as a password goes.
  private static let transparent: Set<String> = [
    "encode", "strip", "trim", "toString", "getBytes", "value", "text", "string", "utf8", "bytes",
    "byte", "String", "str", "get", "getText", "to_s", "chomp", "decode", "toCharArray", "data",
    "using", "input", "post", "form", "body", "json", "await", "as", "unwrap", "clone", "to_string",
    "as_str", "as_bytes", "from", "Buffer", "getParameter", "param", "params", "FormValue",
    "PostForm",
    "PostFormValue", "request", "req", "args", "values", "query", "fetch", "cleaned_data",
    "validated",
    "getpass", "readLine", "ReadLine", "valueOf", "orEmpty", "lowercased", "description", "let",
    "new",
    "Encoding", "UTF8", "GetBytes", "utf", "StandardCharsets", "UTF_8", "const", "var",
  ]

  /// An access path whose last telling name is that of a password in the clear, such as `password`,
  /// `user.password`, `request.form["password"]`, `req.body.password.trim()`.
  package var namesPassword: Bool {
    var last: Bool?
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      let token = token(index)
      switch token.kind {
      case .identifier:
        let name = String(decoding: text(index), as: UTF8.self)
        let words = NameWords(name)
        if words.namesPassword {
          let isCall = index + 1 < tokens.upperBound && isMark(index + 1, "(")
          if isCall, words.words.count > 1, !["get", "read"].contains(words.words[0]) {
            return false
          }
          last = true
        } else if words.namesHashing && !Self.transparent.contains(name) {
          return false
        } else if last == true, !Self.transparent.contains(name) {
          return false
        }
      case .string:
        if token.isInterpolated {
          if tokens.count == 1 { return false }
          return false
        }
        let words = NameWords(scan.bytes[token.content])
        if words.namesPassword, token.content.count <= 24 {
          last = true
        } else if last == true, token.content.count > 12 {
          return false
        }
      case .number, .newline: break
      case .punctuation:
        let isPath = scan.walk.isMark(
          index,
          [".", "->", "?.", "::", "[", "]", "(", ")", "!", "!!", "&", "?", "*", "??", ","])
        guard isPath else { return false }
      }
      index += 1
    }
    return last ?? false
  }
}

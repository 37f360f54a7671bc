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
    return scan.lexed.tokens[first].range.lowerBound..<scan.lexed.tokens[last].range.upperBound
  }

  package func satisfies(_ kind: CodePattern.ExpressionKind) -> Bool {
    switch kind {
    case .any: true
    case .variable: !isConstant
    case .constant: isConstant
    case .string:
      tokens.count == 1 && token(tokens.lowerBound).kind == .string
        && !token(tokens.lowerBound).isInterpolated
    case .built: isBuilt
    case .identifier: tokens.count == 1 && token(tokens.lowerBound).kind == .identifier
    case .number: tokens.count == 1 && token(tokens.lowerBound).kind == .number
    case .password: namesPassword
    case .input: holdsInput || comesFromRequest
    }
  }

  private func token(_ index: Int) -> Token { scan.lexed.tokens[index] }

  private func text(_ index: Int) -> ArraySlice<UInt8> { scan.bytes[token(index).range] }

  private func isMark(_ index: Int, _ mark: StaticString) -> Bool {
    AssignmentIndex.isMark(token(index), mark, scan.bytes)
  }

  private static let literalWords: Set<String> = [
    "true", "false", "null", "nil", "None", "True", "False", "undefined", "NULL", "nullptr", "b",
    "u",
    "TRUE", "FALSE", "new", "as", "string", "byte", "String", "bytes",
  ]

  /// Only literals, however they are joined.
  package var isConstant: Bool {
    tokens.allSatisfy { index in
      let token = token(index)
      switch token.kind {
      case .string: return !token.isInterpolated
      case .number, .punctuation, .newline: return true
      case .identifier:
        return Self.literalWords.contains(String(decoding: text(index), as: UTF8.self))
      }
    }
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
        ["+", "+=", "%", "..", "||", "&", "<<", "<>"].contains { isMark(index, $0) }
        || joinsByDot && (isMark(index, ".") || isMark(index, ".="))
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

  /// Pattern of what comes from outside: requests, arguments, standard input.
  static let inputPattern = KnownPattern(
    #"(?i)\b(?:request|req|httprequest)\b\s{0,4}(?:\.|\[|->|\?\.)|\bctx\.(?:request|query|params?|body|form)|\$_(?:GET|POST|REQUEST|COOKIE|FILES|SERVER)\b|\b(?:params|cookies)\s{0,2}(?:\[|\.)|\bparams\.|\bargv\b|\bsys\.argv|\bos\.Args\b|\bflag\.(?:Arg|Args|String)\b|\bstdin\b|\bSTDIN\b|\bc\.(?:FormValue|Params|QueryParam|BodyParser)\b|\bPathValue\b|\bgetCookies\b|\bgetInputStream\b|\binput\s{0,2}\(|\braw_input\s{0,2}\(|\bgets\b|\breadline\s{0,2}\(|\bgetParameter\b|\bgetHeader\b|\bgetQueryString\b|\bFormValue\b|\bURL\.Query\b|\bc\.(?:Query|Param|PostForm)\b|\blocation\.(?:hash|search|href)\b|\bdocument\.(?:URL|referrer|location)\b|\bURLSearchParams\b|\bsearchParams\b|\bRequest\.(?:Query|Form|QueryString|Params)\b|\bConsole\.ReadLine\b|\benv::args\b|\bCommandLine\.arguments\b|\bevent\.(?:queryStringParameters|body|data)\b|\bqueryParam|\bpathParam|\bquery_params\b|\bnextLine\s{0,2}\("#
  )

  /// The part of ``inputPattern`` that comes from whoever started the program.
  static let argumentPattern = KnownPattern(
    #"\b(?:argv|os\.Args|flag\.|stdin|STDIN|env::args|CommandLine\.arguments|Console\.ReadLine|gets|raw_input|input\s{0,2}\(|(?:read_?[lL]ine|nextLine)\s{0,2}\()"#
  )

  /// Holds something that comes from outside the program.
  package var holdsInput: Bool {
    scan.holds(Self.inputPattern) && scan.matches(Self.inputPattern, growing: bytes)
  }

  /// The names of ``AssignmentIndex/parameterMarks``.
  private static let parameterMarks = KnownPattern(
    #"@(?:RequestParam|PathVariable|RequestBody|RequestHeader|CookieValue|QueryParam|PathParam|FormParam)|From(?:Query|Body|Route|Form)"#
  )

  /// Whether what is outside input in it was given by whoever started the program.
  var holdsArgument: Bool { scan.matches(Self.argumentPattern, in: bytes) }

  /// Holds a name that the document fills from a request.
  private var comesFromRequest: Bool {
    // Where the document reads no input, none of its names holds any.
    guard tokens.count <= 40, scan.holds(Self.inputPattern) || scan.holds(Self.parameterMarks),
      !isConstant
    else { return false }
    var tracer = OriginTracer(scan)
    return tracer.origin(of: tokens) == .input
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
        let isPath = [
          ".", "->", "?.", "::", "[", "]", "(", ")", "!", "!!", "&", "?", "*", "??", ",",
        ].contains { isMark(index, $0) }
        guard isPath else { return false }
      }
      index += 1
    }
    return last ?? false
  }
}

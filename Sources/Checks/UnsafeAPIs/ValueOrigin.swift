import Rules
import SourceText

/// Where a value comes from, as far as its document tells; later cases outweigh earlier ones.
enum ValueOrigin: Int, Comparable {
  /// Only literals, also through names that hold nothing else.
  case constant
  /// Went through a function that quotes or cleans, or became a number.
  case cleaned
  case unknown
  /// A text put together from a literal and something unknown.
  case built
  /// From the command line or standard input.
  case argument
  /// From a request or message.
  case input

  static func < (left: ValueOrigin, right: ValueOrigin) -> Bool { left.rawValue < right.rawValue }
}

/// Follows values back through the assignments of one document.
struct OriginTracer {
  private let scan: DocumentScan
  private let tokens: [Token]
  /// Look-ups left: what one candidate may cost.
  private var budget = 10

  init(_ scan: DocumentScan) {
    self.scan = scan
    tokens = scan.lexed.tokens
  }

  private static let cleaners = KnownPattern(
    #"(?i)\b(?:shlex\.(?:quote|join)|escapeshell(?:arg|cmd)|shell_?escape|shell-?quote|DOMPurify|[a-z_.]{0,20}(?:sanitiz|purif|escap)[a-z_A-Z]{0,24}|htmlspecialchars|htmlentities|encodeURI(?:Component)?|[a-z]{0,12}encode[a-z]{0,16}|quote(?:_?ident(?:ifier)?|_?plus|_?literal)?|bleach|nh3|parseInt|parseFloat|Number|intval|floatval|Atoi|ParseInt|int|float|toInt|Integer\.(?:parseInt|valueOf)|Long\.parseLong|to_i|UUID|uuid4|secure_filename|basename|strip_tags|number_format|literal_eval|filter_var|placeholders?|safe_join|select|where|filter_by|bindparams?|prepare|[a-z_]{0,12}validat[a-zA-Z_]{0,24}|is_?safe[a-zA-Z_]{0,24}|assert_[a-z_]{1,24}|[a-z_]{0,12}allow(?:ed|list)[a-zA-Z_]{0,24})\s{0,2}\("#
  )

  /// Words that are no values.
  private static let keywords: Set<String> = [
    "f", "r", "b", "rf", "fr", "str", "new", "await", "return", "const", "let", "var", "in", "not",
    "and", "or",
    "if", "else", "for", "as", "is", "true", "false", "null", "nil", "None", "True", "False",
    "this",
    "self", "string", "String", "byte", "char", "int", "undefined", "typeof", "NULL", "lambda",
    "std",
    "fmt", "format", "sizeof", "sprintf", "snprintf", "void", "static", "final", "final", "auto",
  ]

  /// The origin of the value that the tokens in `range` write.
  mutating func origin(of range: Range<Int>, depth: Int = 0) -> ValueOrigin {
    let expression = Expression(range, in: scan)
    if expression.isConstant { return .constant }
    let bytes = expression.bytes
    if scan.matches(Self.cleaners, growing: bytes) { return .cleaned }
    if isLookUp(range) { return .cleaned }
    if holdsParameterMark(range) { return .input }
    // What a function of the program makes of outside input is its own.
    let opaque = depth == 0 ? [] : opaqueArguments(range)
    if opaque.isEmpty {
      if expression.holdsInput { return expression.holdsArgument ? .argument : .input }
    } else if let origin = inputOutside(opaque, of: range) {
      return origin
    }
    guard depth < 4 else { return expression.isBuilt ? .built : .unknown }
    var worst = ValueOrigin.constant
    var names = 0
    for index in range {
      if opaque.contains(where: { $0.contains(index) }) { continue }
      let token = tokens[index]
      if token.kind == .identifier {
        guard let part = namePart(index, in: range, depth: depth) else { continue }
        names += 1
        worst = max(worst, part)
      } else if token.kind == .string, token.isInterpolated {
        for name in interpolatedNames(token) {
          names += 1
          worst = max(worst, resolve(name, at: range.lowerBound, depth: depth))
        }
      }
      if worst == .input { return .input }
    }
    guard names > 0 else { return expression.isBuilt ? .built : .unknown }
    if worst == .constant || worst == .cleaned { return worst }
    return expression.isBuilt ? max(worst, .built) : worst
  }

  /// Calls that hand on what they are given, as text or in another form.
  private static let transparent: Set<String> = [
    "str", "String", "format", "Sprintf", "sprintf", "snprintf", "join", "decode", "b64decode",
    "decode64",
    "unquote", "decodeURIComponent", "unescape", "atob", "trim", "strip", "lower", "upper",
    "toLowerCase", "to_s", "toString", "get", "Get", "getParameter", "param", "Join", "Path",
    "Paths",
    "of", "File", "URL", "URLSearchParams", "parse", "loads", "from", "concat", "replace", "sub",
    "split",
    "bytes", "byte", "encode", "dict", "list", "values", "items", "f", "repr", "chomp", "Combine",
    "strcpy", "strcat", "strncpy", "strncat", "base64_decode", "urldecode", "TrimSpace", "isset",
    "getOrDefault", "asprintf", "getlist", "get_json", "get_data", "read", "valueOf",
    "StringReader",
    "text", "json", "body", "fetch", "append", "to_str", "implode", "decodeBase64", "input", "gets",
    "Query", "FormValue", "readLine", "ReadLine", "PostForm", "formValue", "Param", "nextLine",
    "args",
    "nth", "unwrap", "expect", "next", "getHeader", "getQueryString", "getCookies", "Args",
  ]

  /// The arguments of calls whose result may be anything, as tokens.
  private func opaqueArguments(_ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in range.dropFirst() where isMark(tokens[index], "(") {
      let callee = tokens[index - 1]
      guard callee.kind == .identifier, found.last?.contains(index) != true,
        !Self.transparent.contains(String(decoding: scan.bytes[callee.range], as: UTF8.self))
      else { continue }
      let end = AssignmentIndex.valueEnd(from: index + 1, tokens, scan.bytes, crossing: true)
      if end > index + 1 { found.append((index + 1)..<min(end, range.upperBound)) }
    }
    return found
  }

  /// The outside input in the parts of an expression beside some of its tokens.
  private func inputOutside(_ opaque: [Range<Int>], of range: Range<Int>) -> ValueOrigin? {
    var start = range.lowerBound
    for part in opaque + [range.upperBound..<range.upperBound] {
      if part.lowerBound > start {
        let piece = Expression(start..<part.lowerBound, in: scan)
        if piece.holdsInput { return piece.holdsArgument ? .argument : .input }
      }
      start = max(start, part.upperBound)
    }
    return nil
  }

  /// What a name within an expression stands for; nil where it is no value of its own.
  private mutating func namePart(
    _ index: Int, in range: Range<Int>, depth: Int
  ) -> ValueOrigin? {
    let text = String(decoding: scan.bytes[tokens[index].range], as: UTF8.self)
    if Self.keywords.contains(text) { return nil }
    if index > range.lowerBound {
      let before = tokens[index - 1]
      if before.kind == .punctuation,
        [".", "->", "?.", "::"].contains(where: { isMark(before, $0) })
      {
        return nil
      }
    }
    if index + 1 < range.upperBound {
      if isMark(tokens[index + 1], "(") {
        // What a call returns is not known; its arguments are looked at all the same.
        return ["join", "format", "Sprintf", "concat"].contains(text) ? nil : .unknown
      }
      if isMark(tokens[index + 1], "="), range.count > 3 { return nil }
    }
    return resolve(text, at: range.lowerBound, depth: depth)
  }

  private mutating func resolve(_ name: String, at place: Int, depth: Int) -> ValueOrigin {
    guard budget > 0 else { return .unknown }
    budget -= 1
    let made = scan.assignments.assignments(of: name, before: place, in: scan)
    guard !made.isEmpty else { return isConstantByName(name) ? .constant : .unknown }
    var worst = ValueOrigin.constant
    for assignment in made {
      var origin = origin(of: assignment.value, depth: depth + 1)
      // Adding something unknown to a text makes a built one.
      if assignment.adds, origin == .unknown { origin = .built }
      worst = max(worst, origin)
      // Within one function the nearest plain assignment decides, but branches may hold others.
      if !assignment.adds, worst >= .built { break }
    }
    return worst
  }

  /// `COLUMNS[request.args["sort"]]`, `allowed.get(name)`: whatever the key, the value is one of a table.
  private func isLookUp(_ range: Range<Int>) -> Bool {
    guard range.count > 2, let first = range.first, tokens[first].kind == .identifier else {
      return false
    }
    let name = String(decoding: scan.bytes[tokens[first].range], as: UTF8.self)
    let isTable =
      isConstantByName(name)
      || NameWords(name).words.contains {
        ["allowed", "allow", "columns", "sortable", "lookup", "choices", "known", "table"].contains(
          $0)
      }
    guard isTable else { return false }
    if isMark(tokens[first + 1], "[") { return true }
    guard isMark(tokens[first + 1], "."), tokens[first + 2].kind == .identifier else {
      return false
    }
    return ["get", "fetch", "getOrDefault"].contains(
      String(decoding: scan.bytes[tokens[first + 2].range], as: UTF8.self))
  }

  /// `TABLE_NAME`: a constant from elsewhere, by convention.
  private func isConstantByName(_ name: String) -> Bool {
    name.utf8.count > 2
      && name.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || $0 == 0x5F || (0x30...0x39).contains($0)
      }
  }

  private func isMark(_ token: Token, _ mark: StaticString) -> Bool {
    AssignmentIndex.isMark(token, mark, scan.bytes)
  }

  private func holdsParameterMark(_ range: Range<Int>) -> Bool {
    guard range.count == 1, let first = range.first else { return false }
    return AssignmentIndex.parameterMarks.contains(scan.bytes, tokens[first].range)
  }

  /// The first names within the interpolations of a string, at most eight.
  private func interpolatedNames(_ token: Token) -> [String] {
    var names: [String] = []
    var index = Int(token.contentStart)
    let end = Int(token.contentEnd)
    let bytes = scan.bytes
    var name: [UInt8] = []
    var isInside = false
    while index < end, names.count < 8 {
      let byte = bytes[index]
      let isWord =
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F
        || (0x30...0x39).contains(byte) || byte == 0x24 && name.isEmpty
      if isInside, isWord {
        name.append(byte)
      } else {
        if isInside, !name.isEmpty {
          names.append(String(decoding: name, as: UTF8.self))
          isInside = false
        }
        name = []
        if byte == 0x7B || byte == 0x24 || byte == 0x28 && index > 0 && bytes[index - 1] == 0x5C {
          isInside = true
          if byte == 0x24 { name = scan.document.language.id == "php" ? [0x24] : [] }
        }
      }
      index += 1
    }
    if isInside, !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
    return names
  }
}

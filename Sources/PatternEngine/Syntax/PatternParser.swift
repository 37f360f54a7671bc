// Reads the syntax that RE2 and Rust's regex share, as one recursive descent: alternation over
// concatenation over repetition over atom. What would need backtracking (back-references,
// look-around) is refused with a message that says so. Nesting is bounded, and so is the size of
// what counted repetition unfolds to (in `ProgramCompiler`).
//
// Differences from RE2, on purpose: `(?i)` folds ASCII among itself only; `\s` holds the vertical
// tab, as in Perl; Unicode property classes (`\pL`) are not offered, since their tables would weigh
// more than the engine.

/// Reads a pattern's text.
package struct PatternParser {
  /// How deep groups may nest.
  static let nestingLimit = 100
  /// How many repetitions may follow one atom (`a{2}{3}` has two): with the former, the tree's depth.
  static let stackingLimit = 8
  /// The largest count in `{m,n}`.
  static let countLimit = 1000

  private struct Flags {
    var foldsCase = false
    var isMultiLine = false
    var dotMatchesNewline = false
    var isVerbose = false
    var swapsGreed = false
  }

  private let scalars: [Unicode.Scalar]
  /// The byte offset of each scalar, and of the end.
  private let offsets: [Int]
  private var index = 0
  private var flags = Flags()
  private var groupNames: [String?] = [nil]
  private var depth = 0

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    offsets.reserveCapacity(scalars.count + 1)
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.offsets = offsets
  }

  /// Reads a whole pattern, or says what is wrong with it and where.
  package static func parse(_ text: String) throws(PatternError) -> ParsedPattern {
    var parser = PatternParser(text)
    let syntax = try parser.alternation()
    if parser.index < parser.scalars.count {
      throw parser.error("unmatched closing parenthesis")
    }
    return ParsedPattern(syntax: syntax, groupNames: parser.groupNames)
  }

  // MARK: - Structure

  private mutating func alternation() throws(PatternError) -> PatternSyntax {
    var branches: [PatternSyntax] = []
    while true {
      branches.append(try concatenation())
      guard peek == "|" else { break }
      index += 1
    }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func concatenation() throws(PatternError) -> PatternSyntax {
    var parts: [PatternSyntax] = []
    while let scalar = peek, scalar != "|", scalar != ")" {
      if flags.isVerbose, skipVerbose() { continue }
      if scalar == "\\", peek(1) == "Q" {
        try quoted(into: &parts)
        continue
      }
      if scalar == "(", peek(1) == "?", try inlineFlags() { continue }
      let start = index
      if scalar == "*" || scalar == "+" || scalar == "?" {
        throw error("nothing to repeat before `\(scalar)`")
      }
      let part = try atom()
      parts.append(try repeated(part, from: start))
    }
    return parts.isEmpty ? .empty : parts.count == 1 ? parts[0] : .concatenation(parts)
  }

  /// Takes `*`, `+`, `?` and counts after an atom.
  private mutating func repeated(
    _ atom: PatternSyntax, from start: Int
  ) throws(PatternError) -> PatternSyntax {
    var result = atom
    var count = 0
    while true {
      if flags.isVerbose { while skipVerbose() {} }
      let mark = index
      guard let scalar = peek else { return result }
      let minimum: Int
      let maximum: Int?
      switch scalar {
      case "*": (minimum, maximum) = (0, nil)
      case "+": (minimum, maximum) = (1, nil)
      case "?": (minimum, maximum) = (0, 1)
      case "{":
        guard let range = try counts() else { return result }
        (minimum, maximum) = range
        index -= 1
      default: return result
      }
      index += 1
      count += 1
      guard count <= Self.stackingLimit else {
        throw error("more than \(Self.stackingLimit) repetitions of one another", at: mark)
      }
      var isGreedy = !flags.swapsGreed
      if peek == "?" {
        isGreedy.toggle()
        index += 1
      } else if peek == "+" {
        throw error("possessive repetition is not supported: matching never backtracks")
      }
      result = .repetition(result, minimum: minimum, maximum: maximum, isGreedy: isGreedy)
    }
  }

  /// Reads `{m}`, `{m,}` or `{m,n}`; nil, with nothing consumed, where the brace is an ordinary character.
  private mutating func counts() throws(PatternError) -> (Int, Int?)? {
    let start = index
    index += 1
    let minimum = try number()
    var maximum = minimum
    if peek == "," {
      index += 1
      maximum = try number()
    }
    guard peek == "}", let minimum else {
      index = start
      // `{` that opens no count stands for itself.
      return nil
    }
    index += 1
    if let maximum, maximum < minimum {
      throw error("repetition counts are in the wrong order", at: start)
    }
    return (minimum, maximum)
  }

  private mutating func number() throws(PatternError) -> Int? {
    var value: Int?
    let start = index
    while let scalar = peek, ("0"..."9").contains(scalar) {
      value = (value ?? 0) * 10 + Int(scalar.value - 0x30)
      if let value, value > Self.countLimit {
        throw error("repetition count is over \(Self.countLimit)", at: start)
      }
      index += 1
    }
    return value
  }

  // MARK: - Atoms

  private mutating func atom() throws(PatternError) -> PatternSyntax {
    let start = index
    let scalar = scalars[index]
    index += 1
    switch scalar {
    case "(": return try group(from: start)
    case "[": return fold(try characterClass(from: start))
    case ".":
      var excluded = ScalarSet()
      if !flags.dotMatchesNewline { excluded.insert(0x0A...0x0A) }
      return excluded.inverted.syntax
    case "^": return .assertion(flags.isMultiLine ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiLine ? .lineEnd : .textEnd)
    case "\\": return try escape(from: start)
    case "{":
      // A brace that opens no count.
      index = start
      if try counts() != nil { throw error("nothing to repeat before `{`", at: start) }
      index = start + 1
      return literal(scalar)
    default: return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> PatternSyntax {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      var set = ByteSet(byte)
      if flags.foldsCase, ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) {
        set.insert(byte ^ 0x20)
      }
      return .bytes(set)
    }
    let set = ScalarSet([scalar.value...scalar.value])
    return (flags.foldsCase ? set.caseFolded : set).syntax
  }

  private func fold(_ set: (set: ScalarSet, isNegated: Bool)) -> PatternSyntax {
    let folded = flags.foldsCase ? set.set.caseFolded : set.set
    return (set.isNegated ? folded.inverted : folded).syntax
  }

  private mutating func group(from start: Int) throws(PatternError) -> PatternSyntax {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.nestingLimit else {
      throw error("groups are nested deeper than \(Self.nestingLimit)", at: start)
    }
    let outerFlags = flags
    var captureIndex: Int?
    if peek == "?" {
      index += 1
      switch (peek, peek(1)) {
      case ("=", _), ("!", _), ("<", "="), ("<", "!"):
        throw error("look-around is not supported: matching never backtracks", at: start)
      case (">", _): throw error("atomic groups are not supported", at: start)
      case ("P", "<"), ("<", _):
        index += peek == "P" ? 2 : 1
        captureIndex = try namedGroup(from: start)
      case ("P", "="), ("P", ">"):
        throw error("back-references are not supported: matching never backtracks", at: start)
      default: try flagList(from: start, expectsColon: true)
      }
    } else {
      captureIndex = groupNames.count
      groupNames.append(nil)
    }
    let body = try alternation()
    guard peek == ")" else { throw error("unclosed group", at: start) }
    index += 1
    flags = outerFlags
    guard let captureIndex else { return body }
    return .group(body, index: captureIndex)
  }

  private mutating func namedGroup(from start: Int) throws(PatternError) -> Int {
    let nameStart = index
    var name = ""
    while let scalar = peek, scalar != ">" {
      let isLetter =
        scalar == "_" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || (scalar.value >= 0x80 && scalar.properties.isAlphabetic)
      let isRest =
        !name.isEmpty && (("0"..."9").contains(scalar) || ".[]".unicodeScalars.contains(scalar))
      guard isLetter || isRest else {
        throw error("a group name holds only letters, digits and underscores")
      }
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard peek == ">" else { throw error("unclosed group name", at: nameStart) }
    guard !name.isEmpty else { throw error("empty group name", at: start) }
    guard !groupNames.contains(name) else {
      throw error("group name `\(name)` is used twice", at: nameStart)
    }
    index += 1
    groupNames.append(name)
    return groupNames.count - 1
  }

  /// Takes `(?flags)`, which holds to the end of the group; false, with nothing consumed, where it is something else.
  private mutating func inlineFlags() throws(PatternError) -> Bool {
    var end = index + 2
    while end < scalars.count, "imsxuUR-".unicodeScalars.contains(scalars[end]) { end += 1 }
    guard end < scalars.count, scalars[end] == ")", end > index + 2 else { return false }
    let start = index
    index += 2
    try flagList(from: start, expectsColon: false)
    return true
  }

  private mutating func flagList(from start: Int, expectsColon: Bool) throws(PatternError) {
    var isOn = true
    var count = 0
    while let scalar = peek, scalar != ":", scalar != ")" {
      switch scalar {
      case "i": flags.foldsCase = isOn
      case "m": flags.isMultiLine = isOn
      case "s": flags.dotMatchesNewline = isOn
      case "x": flags.isVerbose = isOn
      case "U": flags.swapsGreed = isOn
      case "u" where isOn: break
      case "-" where isOn:
        isOn = false
        count = -1
      default: throw error("unknown flag `\(scalar)` (known: i m s x U)")
      }
      count += 1
      index += 1
    }
    guard isOn || count > 0 else { throw error("a flag is missing after `-`") }
    guard peek == (expectsColon ? ":" : ")") else { throw error("unclosed group", at: start) }
    index += 1
  }

  /// `\Q…\E`: everything between stands for itself.
  private mutating func quoted(into parts: inout [PatternSyntax]) throws(PatternError) {
    index += 2
    while let scalar = peek {
      if scalar == "\\", peek(1) == "E" {
        index += 2
        return
      }
      let start = index
      index += 1
      let isLast = peek == nil || (peek == "\\" && peek(1) == "E")
      if isLast, peek != nil {
        index += 2
        parts.append(try repeated(literal(scalar), from: start))
        return
      }
      parts.append(literal(scalar))
    }
  }

  private mutating func escape(from start: Int) throws(PatternError) -> PatternSyntax {
    guard let scalar = peek else { throw error("nothing after the backslash", at: start) }
    if let set = Self.perlClass(scalar) {
      index += 1
      return fold(set)
    }
    switch scalar {
    case "b", "B":
      index += 1
      if peek == "{" {
        throw error("only `\\b` and `\\B` are supported as word boundaries", at: start)
      }
      return .assertion(scalar == "b" ? .wordBoundary : .notWordBoundary)
    case "A":
      index += 1
      return .assertion(.textStart)
    case "z":
      index += 1
      return .assertion(.textEnd)
    default:
      return literal(try escapedScalar(from: start))
    }
  }

  /// `\d`, `\w`, `\s` and their complements, in ASCII.
  private static func perlClass(_ scalar: Unicode.Scalar) -> (set: ScalarSet, isNegated: Bool)? {
    switch scalar {
    case "d", "D": (ScalarSet([0x30...0x39]), scalar == "D")
    case "w", "W": (ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]), scalar == "W")
    case "s", "S": (ScalarSet([0x09...0x0D, 0x20...0x20]), scalar == "S")
    default: nil
    }
  }

  private mutating func escapedScalar(from start: Int) throws(PatternError) -> Unicode.Scalar {
    guard let scalar = peek else { throw error("nothing after the backslash", at: start) }
    index += 1
    switch scalar {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "f": return "\u{0C}"
    case "v": return "\u{0B}"
    case "a": return "\u{07}"
    case "x": return try hexadecimal(digits: 2, from: start)
    case "u": return try hexadecimal(digits: 4, from: start)
    case "U": return try hexadecimal(digits: 8, from: start)
    case "0":
      // Octal, at most two digits more, as in RE2.
      var value: UInt32 = 0
      var count = 0
      while count < 2, let digit = peek, ("0"..."7").contains(digit) {
        value = value * 8 + (digit.value - 0x30)
        count += 1
        index += 1
      }
      return Unicode.Scalar(value) ?? "\0"
    case "1"..."9":
      throw error("back-references are not supported: matching never backtracks", at: start)
    case "p", "P":
      throw error("Unicode property classes are not supported: name the ranges", at: start)
    case "Z", "G", "C", "X", "R", "K":
      throw error("unknown escape `\\\(scalar)`", at: start)
    default:
      let isWord = scalar.value < 0x80 && ByteSet.word.contains(UInt8(scalar.value))
      guard !isWord || scalar == "_" else { throw error("unknown escape `\\\(scalar)`", at: start) }
      return scalar
    }
  }

  private mutating func hexadecimal(
    digits: Int, from start: Int
  ) throws(PatternError) -> Unicode.Scalar {
    var value: UInt32 = 0
    var count = 0
    let isBraced = peek == "{"
    if isBraced { index += 1 }
    while let scalar = peek, let digit = scalar.hexadecimalValue, isBraced || count < digits {
      value = value &* 16 &+ digit
      count += 1
      index += 1
      if count > 8 { break }
    }
    if isBraced {
      guard peek == "}", count > 0 else {
        throw error("a hexadecimal escape in braces wants digits and `}`", at: start)
      }
      index += 1
    } else if count != digits {
      throw error("a hexadecimal escape wants \(digits) digits", at: start)
    }
    guard count <= 8, let scalar = Unicode.Scalar(value) else {
      throw error("not a Unicode scalar", at: start)
    }
    return scalar
  }

  // MARK: - Classes

  private mutating func characterClass(
    from start: Int
  ) throws(PatternError) -> (set: ScalarSet, isNegated: Bool) {
    var isNegated = false
    if peek == "^" {
      isNegated = true
      index += 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while true {
      guard let scalar = peek else { throw error("unclosed character class", at: start) }
      if scalar == "]", !isFirst { break }
      isFirst = false
      if scalar == "[", peek(1) == ":" {
        if let named = try posixClass() {
          ranges += named.ranges
          continue
        }
      }
      if scalar == "\\", let next = peek(1), let set = Self.perlClass(next) {
        index += 2
        ranges += (set.isNegated ? set.set.inverted : set.set).ranges
        continue
      }
      let itemStart = index
      let low = try classScalar()
      var high = low
      if peek == "-", let next = peek(1), next != "]" {
        index += 1
        if peek == "\\", let after = peek(1), Self.perlClass(after) != nil {
          throw error("a range cannot end in a class", at: itemStart)
        }
        high = try classScalar()
        guard low.value <= high.value else {
          throw error("range is in the wrong order", at: itemStart)
        }
      }
      ranges.append(low.value...high.value)
    }
    index += 1
    return (ScalarSet(ranges), isNegated)
  }

  private mutating func classScalar() throws(PatternError) -> Unicode.Scalar {
    let start = index
    let scalar = scalars[index]
    index += 1
    guard scalar == "\\" else { return scalar }
    if peek == "b" {
      index += 1
      return "\u{08}"
    }
    return try escapedScalar(from: start)
  }

  /// `[:alpha:]` and its kin, also negated; nil where the bracket is an ordinary character.
  private mutating func posixClass() throws(PatternError) -> ScalarSet? {
    var end = index + 2
    var name = ""
    while end < scalars.count, scalars[end] != ":", scalars[end] != "]" {
      name.unicodeScalars.append(scalars[end])
      end += 1
    }
    guard end + 1 < scalars.count, scalars[end] == ":", scalars[end + 1] == "]" else { return nil }
    let isNegated = name.first == "^"
    let ranges: [ClosedRange<UInt32>]
    switch isNegated ? String(name.dropFirst()) : name {
    case "alnum": ranges = [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    case "alpha": ranges = [0x41...0x5A, 0x61...0x7A]
    case "ascii": ranges = [0x00...0x7F]
    case "blank": ranges = [0x09...0x09, 0x20...0x20]
    case "cntrl": ranges = [0x00...0x1F, 0x7F...0x7F]
    case "digit": ranges = [0x30...0x39]
    case "graph": ranges = [0x21...0x7E]
    case "lower": ranges = [0x61...0x7A]
    case "print": ranges = [0x20...0x7E]
    case "punct": ranges = [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "space": ranges = [0x09...0x0D, 0x20...0x20]
    case "upper": ranges = [0x41...0x5A]
    case "word": ranges = [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
    case "xdigit": ranges = [0x30...0x39, 0x41...0x46, 0x61...0x66]
    default: throw error("unknown class `[:\(name):]`")
    }
    index = end + 2
    let set = ScalarSet(ranges)
    return isNegated ? set.inverted : set
  }

  // MARK: - Reading

  private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  /// Under `(?x)`: steps over one space or a comment to the line's end.
  private mutating func skipVerbose() -> Bool {
    guard let scalar = peek else { return false }
    if scalar.properties.isWhitespace {
      index += 1
      return true
    }
    guard scalar == "#" else { return false }
    while let scalar = peek, scalar != "\n" {
      index += 1
      _ = scalar
    }
    return true
  }

  private func error(_ message: String, at place: Int? = nil) -> PatternError {
    PatternError(message, at: offsets[min(place ?? index, scalars.count)])
  }
}

extension Unicode.Scalar {
  var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}

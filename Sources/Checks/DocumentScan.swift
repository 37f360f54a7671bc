import PatternEngine
import SourceText

/// A document while it is being scanned, with what is worked out of it on demand.
///
/// Belongs to one worker; never shared.
package final class DocumentScan {
  package let document: Document
  package let bytes: [UInt8]
  let patterns: PatternCache
  /// Tells the documents of one worker apart, from 1.
  let number: Int
  /// For readings of another document's pieces, that document, and what leads back to it.
  let origin: Origin?

  /// Where readings come from.
  struct Origin {
    let scan: DocumentScan
    let text: DerivedText
  }

  /// Tokens and zones.
  package private(set) lazy var lexed = Lexer.lex(bytes, as: document.language)
  /// The tokens, for those who read names and marks.
  private(set) lazy var walk = TokenWalk(self)
  /// Which brackets belong together.
  package private(set) lazy var brackets = BracketMap(lexed, bytes: bytes)
  /// What its names stand for by its imports.
  private(set) lazy var imports = ImportTable(self)
  /// Where names that were imported are used, at most 200 places for each.
  private(set) lazy var usesOfImports = imports.uses
  /// The grams of its bytes and of its name, which rule patterns and words out.
  private(set) lazy var grams: GramTable = {
    var grams = bytes.withUnsafeBufferPointer { GramTable($0) }
    Array(document.name.utf8).withUnsafeBufferPointer { grams.add($0) }
    return grams
  }()
  /// Its functions.
  private(set) lazy var functions = FunctionIndex(self)
  /// Which of its statements stand under which conditions.
  private(set) lazy var blocks = BlockIndex(self)
  /// Where its names stand.
  private(set) lazy var occurrences = NameOccurrences(self)
  /// Where its values come from.
  private(set) lazy var flow = ValueFlow(self)
  private var flows: [[String]: ValueFlow] = [:]
  /// What its values are made of.
  lazy var types = TypeTable(self)
  /// The matches of single structural patterns all over it.
  private(set) lazy var structure = StructureMemo(self)
  /// What is assigned to each name.
  package private(set) lazy var assignments = AssignmentIndex(self)
  /// The tokens with their brackets, for following values.
  private(set) lazy var code = CodeView(self)
  /// The tokens at which a look back for an assignment stops.
  private(set) lazy var assignmentStops = HashedBefore.stops(code)
  /// What hashing of passwords asks of tokens.
  let protectedTokens = FastPasswordHash.ProtectedTokens()
  /// What was found out of the passwords named at these bytes.
  var passwordUses: [Int: KnownPasswordUse] = [:]
  /// Whether these functions are called with a password.
  var passwordCallees: [String: Bool] = [:]
  /// The names that are given a literal.
  private(set) lazy var literalNames = LiteralNames(bytes)
  /// What the lines are as rows of a table.
  private(set) lazy var tableLines = TableLines()
  /// Where rows are inserted into tables of a database.
  private(set) lazy var insertedColumns = InsertedColumns(bytes)
  /// The text without what is written for people.
  private(set) lazy var clearing = ClearingText(self)
  /// The text without its comments.
  private(set) lazy var uncommented = ClearingText(self, keepsStrings: true)
  /// It is no reading of joined or encoded pieces.
  var isSourceOrItsDigits: Bool {
    origin?.text.stretches.allSatisfy { $0.how == .otherDigits || $0.how == .disguise } ?? true
  }
  /// How many letters of each script stand in its blocks.
  private(set) lazy var scripts = ScriptCounts(bytes)
  /// What a line does to directions, asked last.
  private var directions: (line: Range<Int>, found: HiddenCharacters.Directions)?
  /// It has a file name of its own, which does not say that it is of its language: the text alone does.
  private(set) lazy var isGuessed: Bool =
    document.containers.isEmpty && document.name.contains(".")
    && LanguageDetection.language(name: document.name, bytes: []) != document.language
  /// It has the structure of a program or of prose, not only pieces of it.
  var hasStructure: Bool { origin.map { $0.text.scope != .pieces } ?? true }
  /// What the document's name says.
  private(set) lazy var path = DocumentPath(document.name)
  /// What was thought of the card numbers of a stretch, asked last.
  private var cards: (range: Range<Int>, judgements: [Judgement])?

  package private(set) lazy var lines: LineIndex = {
    // A document that is the whole of its text has the same lines.
    let isWhole = document.positions.pieces.isEmpty && document.outer.bytes.count == bytes.count
    return isWhole ? document.outer.lines : LineIndex(bytes)
  }()

  package convenience init(_ document: Document, patterns: PatternCache) {
    self.init(document, patterns: patterns, origin: nil)
  }

  init(_ document: Document, patterns: PatternCache, origin: Origin?) {
    self.document = document
    bytes = document.bytes
    self.patterns = patterns
    self.origin = origin
    number = patterns.nextDocument()
  }

  /// What a line does to the direction in which it is read.
  func directions(of line: Range<Int>) -> HiddenCharacters.Directions {
    if let directions, directions.line == line { return directions.found }
    let found = HiddenCharacters.directions(of: line, in: bytes)
    directions = (line, found)
    return found
  }

  /// What is thought of the card numbers in a stretch; asked once for neighbors that share it.
  func cardJudgements(in range: Range<Int>) -> [Judgement] {
    if let cards, cards.range == range { return cards.judgements }
    let made = CardScan.judgements(in: bytes[range])
    cards = (range, made)
    return made
  }

  /// Where values come from for a rule with functions of its own that make them harmless.
  func flow(clearedBy cleaners: [String]) -> ValueFlow {
    if cleaners.isEmpty { return flow }
    if let known = flows[cleaners] { return known }
    let made = ValueFlow(self, cleaners: cleaners)
    flows[cleaners] = made
    return made
  }

  /// The zone of the byte at `offset`; text for people is prose throughout and needs no lexer.
  package func zone(at offset: Int) -> Zone {
    if let origin, origin.text.scope == .pieces {
      return origin.scan.zone(
        at: origin.text.positions.outer(offset..<(offset + 1)).lowerBound)
    }
    if isProse { return .prose }
    return lexed.zone(at: offset)
  }

  /// How many bytes of a line are looked at for what it begins with or what leads up to a place: a
  /// thousand candidates may share a long one.
  static let lineReach = 1_000

  /// The line that holds the byte at `offset`, without its line end.
  package func line(at offset: Int) -> Range<Int> {
    line(numbered: lines.line(at: offset))
  }

  /// A line (from 0) without its line end.
  func line(numbered number: Int) -> Range<Int> {
    let range = lines.range(ofLine: number)
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return range.lowerBound..<end
  }

  /// The whole lines that a range touches, without the last line end, cut to `reach` bytes around it.
  ///
  /// Where a line is longer than that it is cut at places that neighboring candidates share, so
  /// that what a pattern says of the stretch is worked out once for all of them.
  package func wholeLines(of range: Range<Int>, reach: Int = 2_000) -> Range<Int> {
    let first = line(at: range.lowerBound)
    let last =
      range.upperBound <= first.upperBound
      ? first : line(at: max(range.lowerBound, range.upperBound - 1))
    return cut(
      first.lowerBound..<max(first.lowerBound, last.upperBound, range.upperBound), around: range,
      reach: reach)
  }

  /// A stretch of lines cut to about `reach` bytes around a range within it.
  func cut(_ stretch: Range<Int>, around range: Range<Int>, reach: Int) -> Range<Int> {
    let block = 1_024
    var start = stretch.lowerBound
    if start < range.lowerBound - reach {
      start = max(start, (range.lowerBound - reach) / block * block)
    }
    var end = stretch.upperBound
    if end > range.upperBound + reach {
      end = min(end, (range.upperBound + reach + block - 1) / block * block)
    }
    return start..<max(start, end)
  }

  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The tokens of a range of bytes that begins with one, at least one of them.
  func tokens(of range: Range<Int>) -> Range<Int> {
    let first = lexed.tokenIndex(at: range.lowerBound)
    let last = lexed.tokenIndex(at: max(range.lowerBound, range.upperBound - 1))
    return first..<max(first, min(last, lexed.tokens.count - 1)) + 1
  }

  /// The token that a byte belongs to; nil between tokens.
  func token(at place: Int) -> Int? {
    let index = lexed.tokenIndex(at: place)
    return index < lexed.tokens.count && Int(lexed.tokens[index].start) <= place ? index : nil
  }

  // MARK: - Patterns

  /// Whether a pattern matches within the range, as if nothing stood around it. What was asked
  /// last of a pattern is remembered.
  func matches(_ pattern: KnownPattern, in range: Range<Int>) -> Bool {
    patterns.answer(of: pattern, in: range, of: self)
  }

  /// The same of a stretch that is tried longer and longer from one start, by a pattern whose
  /// matches are shorter than 128 bytes: what was searched before is not searched again.
  func matches(_ pattern: KnownPattern, growing range: Range<Int>) -> Bool {
    patterns.answer(of: pattern, growing: range, of: self)
  }

  /// Whether it takes a search to tell that a pattern matches nowhere in the document.
  func mayHold(_ pattern: KnownPattern) -> Bool {
    patterns.mayBeHeld(pattern, in: self) || origin?.scan.mayHold(pattern) ?? false
  }

  /// Whether a pattern matches anywhere in the document; asked once, remembered. Readings of a
  /// document's pieces have what the document has.
  func holds(_ pattern: KnownPattern) -> Bool {
    patterns.isHeld(pattern, in: self) || origin?.scan.holds(pattern) ?? false
  }

  /// As above, for a pattern by its text. Unreadable patterns never match; loading has refused them.
  package func matches(_ pattern: String, in range: Range<Int>) -> Bool {
    matches(patterns.known(pattern), in: range)
  }

  /// Whether a pattern matches within bytes that were put together from the document.
  func matches(_ pattern: KnownPattern, inOther other: [UInt8]) -> Bool {
    patterns.matches(pattern, in: other)
  }

  /// Whether a pattern matches the whole of an identifier.
  func matchesWord(_ pattern: KnownPattern, _ range: Range<Int>) -> Bool {
    patterns.matchesWholly(pattern, in: bytes, range: range)
  }
}

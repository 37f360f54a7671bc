import SourceText

/// A rule file as it was read.
package struct RuleFile: Sendable {
  /// For messages; the last folder of a built-in file is the folder of its rules' ids.
  package let name: String
  package let bytes: [UInt8]
  /// It comes with the program, so that its ids are taken.
  package let isBuiltin: Bool
  /// The folder that the file lies in; nil for a bare name.
  let folder: String?

  package init(name: String, bytes: [UInt8], isBuiltin: Bool = false) {
    self.name = name
    self.bytes = bytes
    self.isBuiltin = isBuiltin
    let folders = name.split(separator: "/").dropLast()
    folder = folders.last.map(String.init)
  }
}

/// The keys of a `[[rule]]`.
enum RuleKey: String, CaseIterable {
  case id, title, severity, confidence, message, why, fix, references
  case pattern, code, recognizer
  case languages, zones, paths, validate, context, entropy, longest, license
  case allow, unless, requires, absent
  case all, not, inside, lacks, from, to
  case `where`
  case notInside = "not-inside"
  case whereNot = "where-not"
  case clearedBy = "cleared-by"
  case overrides, match
  case noMatch = "no-match"

  var isNeeded: Bool {
    switch self {
    case .id, .title, .severity, .confidence, .why, .fix, .references, .match, .noMatch: true
    case .message, .pattern, .code, .recognizer, .languages, .zones, .paths, .validate, .context,
      .entropy, .longest, .license, .allow, .unless, .requires, .absent, .all, .not, .inside,
      .lacks, .from, .to, .where, .notInside, .whereNot, .clearedBy, .overrides:
      false
    }
  }
}

/// Makes rules of a rule file and reports all that is wrong with it.
package struct RuleFileDecoder {
  private let file: RuleFile
  private let vocabulary: RuleVocabulary
  private var reader: TOMLReader

  /// The rules that are right, in the order of the file, and every fault.
  package static func decode(
    _ file: RuleFile, vocabulary: RuleVocabulary
  ) -> (rules: [Rule], faults: [TOMLFault]) {
    var decoder = RuleFileDecoder(file, vocabulary)
    return (decoder.decodeRules(), decoder.reader.faults)
  }

  private init(_ file: RuleFile, _ vocabulary: RuleVocabulary) {
    self.file = file
    self.vocabulary = vocabulary
    reader = TOMLReader(TOMLDocument(file.bytes, file: file.name))
  }

  private mutating func decodeRules() -> [Rule] {
    let root = reader.document.root
    for entry in root.entries where entry.key != "rule" {
      reader.report(
        "unknown key `\(entry.key)`; a rule file holds only [[rule]]", at: entry.keyOffset)
    }
    return (reader.tables(root["rule"]) ?? []).compactMap { decodeRule($0) }
  }

  private mutating func decodeRule(_ table: TOMLTable) -> Rule? {
    let before = reader.faults.count
    let entries = self.entries(of: table)
    let id = decodeID(entries[.id])
    let title = reader.string(entries[.title]) ?? ""
    let severity: Severity? = reader.choice(entries[.severity])
    let confidence: Confidence? = reader.choice(entries[.confidence])
    let matcher = decodeMatcher(entries, of: table)
    let languages = names(entries[.languages], of: "language", known: vocabulary.languages)
    let zones = (reader.strings(entries[.zones]) ?? []).compactMap { name -> Zone? in
      reader.checkName(name, of: "zone", known: Zone.allCases.map(\.name))
      return Zone.allCases.first { $0.name == name.text }
    }
    let examples =
      self.examples(entries[.match], areMatches: true)
      + self.examples(entries[.noMatch], areMatches: false)
    let position = reader.document.position(of: table.offset)
    let context = decodeContext(entries[.context])
    let conditions = decodeConditions(entries, matcher)
    let rule = Rule(
      id: id?.id ?? Self.placeholder, category: id?.category ?? .text, title: title,
      severity: severity ?? .low, confidence: confidence ?? .low,
      message: reader.string(entries[.message]) ?? title + ".",
      why: reader.string(entries[.why]) ?? "", fix: reader.string(entries[.fix]) ?? "",
      references: texts(entries[.references]), matcher: matcher ?? .code([]),
      languages: languages, zones: zones, paths: paths(entries[.paths]),
      validators: names(entries[.validate], of: "validator", known: vocabulary.validators),
      context: context, entropy: reader.number(entries[.entropy], in: 0...8),
      longest: reader.number(entries[.longest], in: 1...1_000_000).map { Int($0) },
      license: decodeLicense(entries[.license], id?.category),
      allow: patterns(entries[.allow]), unless: patterns(entries[.unless]),
      requires: patterns(entries[.requires]), absent: patterns(entries[.absent]),
      conditions: conditions, overrides: overrides(entries[.overrides]), examples: examples,
      source: RuleSource(file: file.name, line: position.line, column: position.column))
    return reader.faults.count == before ? rule : nil
  }

  /// Stands for an id that was refused; a rule with it is never handed out.
  private static let placeholder = RuleID(folder: .text, name: "unnamed")

  /// The entries of a rule by their keys: a search through a few is quicker than a dictionary, and
  /// the program reads all of its rules whenever it starts.
  private struct Entries {
    private var keys: [RuleKey] = []
    private var entries: [TOMLEntry] = []

    init(capacity: Int) {
      keys.reserveCapacity(capacity)
      entries.reserveCapacity(capacity)
    }

    mutating func append(_ key: RuleKey, _ entry: TOMLEntry) {
      keys.append(key)
      entries.append(entry)
    }

    func holds(_ key: RuleKey) -> Bool { keys.contains(key) }

    subscript(key: RuleKey) -> TOMLEntry? { keys.firstIndex(of: key).map { entries[$0] } }
  }

  private mutating func entries(of table: TOMLTable) -> Entries {
    let written = table.entries
    var found = Entries(capacity: written.count)
    for entry in written {
      if let key = RuleKey(rawValue: entry.key) {
        found.append(key, entry)
      } else {
        reader.reportUnknown(entry, in: "a rule", known: RuleKey.allCases.map(\.rawValue))
      }
    }
    // What is found by a check's own data the tests of that check prove.
    let proven: [RuleKey] = found.holds(.recognizer) ? [.match, .noMatch] : []
    for key in RuleKey.allCases
    where key.isNeeded && !found.holds(key) && !proven.contains(key) {
      reader.report("the rule lacks `\(key.rawValue)`", at: table.offset)
    }
    return found
  }

  private mutating func decodeID(_ entry: TOMLEntry?) -> (id: RuleID, category: RuleCategory)? {
    guard let entry, let text = reader.string(entry) else { return nil }
    let place = entry.item.start
    guard let id = RuleID(text) else {
      reader.report(
        "`\(text)` is no rule id: a folder, a slash and a name in lower case with single hyphens",
        at: place)
      return nil
    }
    let folder = String(id.folder)
    guard let category = RuleCategory(folder: folder) else {
      let folders = RuleCategory.allCases.map(\.folder)
      reader.report(
        "unknown folder `\(folder)` of a rule id; it is one of \(folders.joined(separator: ", "))",
        at: place, note: nearest(to: folder, in: folders).map { "did you mean `\($0)`?" })
      return nil
    }
    if file.isBuiltin, let own = file.folder, own != folder {
      reader.report("the id begins with `\(folder)`, but the file lies in `\(own)`", at: place)
      return nil
    }
    return (id, category)
  }

  private mutating func decodeMatcher(
    _ entries: Entries, of table: TOMLTable
  ) -> Rule.Matcher? {
    let written = [entries[.pattern], entries[.code], entries[.to], entries[.recognizer]]
      .compactMap { $0 }
    guard let entry = written.first else {
      reader.report("the rule needs a `pattern`, `code` or `to`", at: table.offset)
      return nil
    }
    if written.count > 1 {
      reader.report(
        "the rule has a `\(entry.key)` already; it may have one of `pattern`, `code` and `to`",
        at: written[1].keyOffset)
      return nil
    }
    if entry.key == RuleKey.recognizer.rawValue {
      let recognizer: Rule.Recognizer? = reader.choice(entry)
      return recognizer.map { .recognizer($0) }
    }
    if entry.key == RuleKey.pattern.rawValue {
      guard let pattern = reader.string(entry) else { return nil }
      checkPattern(pattern, entry.item)
      return .pattern(pattern)
    }
    if entries[.languages] == nil {
      reader.report("a rule with `\(entry.key)` must name its `languages`", at: entry.keyOffset)
    }
    if case .string = entry.value {
      guard let code = reader.string(entry) else { return nil }
      checkCode(code, entry.item)
      return .code([code])
    }
    guard let codes = reader.strings(entry) else { return nil }
    if codes.isEmpty { reader.report("`\(entry.key)` must not be empty", at: entry.item.start) }
    for code in codes { checkCode(code.text, code.item) }
    return .code(codes.map(\.text))
  }

  /// The conditions; those about code need a rule about code.
  private mutating func decodeConditions(
    _ entries: Entries, _ matcher: Rule.Matcher?
  ) -> RuleConditions {
    var conditions = RuleConditions()
    conditions.all = codes(entries[.all])
    conditions.not = codes(entries[.not])
    conditions.inside = codes(entries[.inside])
    conditions.notInside = codes(entries[.notInside])
    conditions.texts = texts(about: entries[.where])
    conditions.otherTexts = texts(about: entries[.whereNot])
    conditions.lacks = patterns(entries[.lacks])
    conditions.sources = (reader.strings(entries[.from]) ?? []).compactMap { name in
      reader.checkName(name, of: "source", known: ValueSource.allCases.map(\.rawValue))
      return ValueSource(rawValue: name.text)
    }
    conditions.cleaners = texts(entries[.clearedBy])
    switch matcher {
    case nil, .code: break
    case .pattern, .recognizer:
      let ofCode: [RuleKey] = [
        .all, .not, .inside, .notInside, .where, .whereNot, .from, .clearedBy,
      ]
      for key in ofCode {
        guard let entry = entries[key] else { continue }
        reader.report(
          "`\(key.rawValue)` goes with `code` or `to` only", at: entry.keyOffset)
      }
    }
    return conditions
  }

  private mutating func decodeLicense(_ entry: TOMLEntry?, _ category: RuleCategory?) -> String? {
    guard let entry, let text = reader.string(entry) else { return nil }
    if let category, category != .license {
      reader.report("`license` goes with rules of `licenses` only", at: entry.keyOffset)
    }
    return text
  }

  private mutating func codes(_ entry: TOMLEntry?) -> [String] {
    (reader.strings(entry) ?? []).map { code in
      checkCode(code.text, code.item)
      return code.text
    }
  }

  /// `{ X = 'pattern' }`
  private mutating func texts(about entry: TOMLEntry?) -> [RuleConditions.Text] {
    guard let entry, let table = reader.table(entry) else { return [] }
    return table.entries.compactMap { entry in
      guard let pattern = reader.string(entry) else { return nil }
      checkPattern(pattern, entry.item)
      return RuleConditions.Text(name: entry.key, pattern: pattern)
    }
  }

  // MARK: Patterns

  private mutating func checkPattern(_ pattern: String, _ item: TOMLItem) {
    guard let fault = vocabulary.fault(inPattern: pattern) else { return }
    reader.report(
      "bad pattern: \(fault.message)", at: reader.document.offset(ofByte: fault.offset, in: item))
  }

  private mutating func checkCode(_ code: String, _ item: TOMLItem) {
    guard let fault = vocabulary.fault(inCode: code) else { return }
    reader.report(
      "bad code pattern: \(fault.message)",
      at: reader.document.offset(ofByte: fault.offset, in: item))
  }

  private mutating func patterns(_ entry: TOMLEntry?) -> [String] {
    (reader.strings(entry) ?? []).map { pattern in
      checkPattern(pattern.text, pattern.item)
      return pattern.text
    }
  }

  // MARK: Lists

  private mutating func texts(_ entry: TOMLEntry?) -> [String] {
    (reader.strings(entry) ?? []).map(\.text)
  }

  private mutating func paths(_ entry: TOMLEntry?) -> [String] {
    (reader.strings(entry) ?? []).map { path in
      if path.text.contains("{") {
        reader.report("braces mean nothing in a glob; write one glob for each", at: path.item.start)
      }
      return path.text
    }
  }

  private mutating func names(
    _ entry: TOMLEntry?, of kind: String, known: Set<String>?
  ) -> [String] {
    (reader.strings(entry) ?? []).map { name in
      if let known { reader.checkName(name, of: kind, known: known) }
      return name.text
    }
  }

  private mutating func overrides(_ entry: TOMLEntry?) -> Bool {
    guard let entry, let value = reader.boolean(entry) else { return false }
    if file.isBuiltin { reader.report("a built-in rule overrides nothing", at: entry.keyOffset) }
    return value
  }

  private mutating func decodeContext(_ entry: TOMLEntry?) -> RuleContext? {
    guard let entry, let table = reader.table(entry) else { return nil }
    reader.checkKeys(of: table, in: "`context`", known: ["words", "required", "distance"])
    let words = texts(table["words"])
    if words.isEmpty {
      reader.report("`context` needs `words`: at least one", at: entry.keyOffset)
    }
    return RuleContext(
      words: words, isRequired: reader.boolean(table["required"]) ?? false,
      distance: reader.integer(table["distance"], in: 0...10_000) ?? 80)
  }

  private mutating func examples(_ entry: TOMLEntry?, areMatches: Bool) -> [RuleExample] {
    guard let entry, let texts = reader.strings(entry) else { return [] }
    if texts.isEmpty {
      reader.report("`\(entry.key)` needs at least one example", at: entry.item.start)
    }
    return texts.map { text, item in
      if vocabulary.checksPatterns { checkMarkers(text, item, areMatches: areMatches) }
      let position = reader.document.position(of: item.start)
      return RuleExample(
        text: text, isMatch: areMatches,
        source: RuleSource(file: file.name, line: position.line, column: position.column))
    }
  }

  private mutating func checkMarkers(_ text: String, _ item: TOMLItem, areMatches: Bool) {
    var isOpen = false
    var spans = 0
    var fault: String?
    for scalar in text.unicodeScalars where scalar == "«" || scalar == "»" {
      if (scalar == "«") == isOpen { fault = "the markers « and » do not pair up" }
      isOpen = scalar == "«"
      spans += 1
    }
    if fault == nil, isOpen { fault = "the marker « is never closed by »" }
    if areMatches, spans == 0 {
      fault = "the example must mark what is to be reported with « and »"
    }
    if !areMatches, spans > 0 { fault = "an example of `no-match` must not hold « or »" }
    if let fault { reader.report(fault, at: item.start) }
  }
}

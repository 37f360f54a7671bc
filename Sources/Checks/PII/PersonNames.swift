// A name alone tells nothing; beside an address, a number or a diagnosis it says whose they are. So the
// names that the rules `pii/person-name…` point at are kept only where another finding of personal data
// lies in the same record: the same row, object, list item or paragraph.

import Rules
import SourceText

/// Keeps the names of people that stand beside what identifies them, one for each person and record.
struct PersonNames {
  private let scan: DocumentScan
  /// What names may stand beside, in the order of their places.
  private let anchors: [Anchor]

  /// Personal data that is no name.
  private struct Anchor {
    var range: Range<Int>
    var title: String
  }

  /// Whether a rule finds names.
  static func isAbout(_ rule: Rule) -> Bool { rule.id.text.hasPrefix("pii/person-name") }

  // MARK: - One name

  /// Whether a name that stands beside other data is that of a person spoken of, not of the one who
  /// wrote or keeps what it stands in.
  private func isOfPerson(_ name: Candidate) -> Bool {
    let around = Surroundings(scan: scan, value: name.value)
    guard Self.isPerson(name.value, in: scan), !around.lineClears(Self.credit) else { return false }
    guard name.rule.id.text == "pii/person-name-of-address" else { return true }
    return scan.zone(at: name.value.lowerBound) != .comment && !around.isInNotice
  }

  private static let credit = KnownPattern(
    #"(?i)(?:(?:\b|_)authors?(?:\b|_)|copyright|©|\(c\)|signed-off|maintain(?:er|ed)|contribut(?:or|ed)|thanks to\b|credits?:|\b(?:ported|written|created|developed|reported|reviewed|fixed|added|patch(?:ed)?|suggested|implemented|based on work) by\b|packager|committer|uploader|reviewer|translator|changed-by|media contact|press contact)"#
  )

  /// Whether the rule points at the head of a column rather than at a name.
  private static func isHead(_ rule: Rule) -> Bool { rule.id.text == "pii/person-name-in-column" }

  /// Whether the rule points at the first or last name alone.
  private static func isPart(_ rule: Rule) -> Bool { rule.id.text == "pii/person-name-part" }

  private static func isPerson(_ value: Range<Int>, in scan: DocumentScan) -> Bool {
    let bytes = scan.bytes[value]
    if Mask.saysNothing(bytes) || scan.matches(sample, in: value) { return false }
    if Surroundings(scan: scan, value: value).isAboutSamplePerson(before: 0, after: 0) {
      return false
    }
    let words = bytes.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    return !words.contains {
      things.contains(Address.lowercased($0.filter { $0 != UInt8(ascii: ".") }[...]))
    }
  }

  /// People who stand for anybody, in many countries, and those whom everybody knows.
  private static let sample = KnownPattern(
    #"(?i)\b(?:doe|mustermann|musterfrau|bloggs|lovelace|turing|hopper|einstein|curie|newton|torvalds|nordmann|fulano|beltrano|dela cruz|yamada|jan modaal|jan janssen|ion popescu|john smith|jane smith|budi santoso|zhang san|li si|hong gil-?dong|jo[aã]o da silva|maria (?:da )?silva|ahmet y[iı]lmaz|kov[aá]cs j[aá]nos|matti meik|medelsvensson|max power|foo|bar|baz|lorem|ipsum)\b|Иванов|张三|李四|王五|山田|홍길동|ישראל ישראלי|Nguyễn Văn A\b"#
  )

  /// Words that names of companies, places, products and steps of a build are made of.
  private static let things: Set<String> = [
    "account", "acme", "action", "address", "admin", "agency", "agent", "alert", "amazon", "an",
    "analytics", "and", "api", "app", "apple", "application", "april", "association", "august",
    "avenue", "aws", "azure", "backup", "bank", "basic", "billing", "build", "bureau", "business",
    "button", "cache", "card", "center", "centre", "check", "city", "class", "clinic", "cloud",
    "code", "college", "common", "company", "component", "config", "corp", "corporation", "credit",
    "customer", "dashboard", "data", "database", "date", "december", "default", "demo",
    "department",
    "deploy", "details", "docker", "dummy", "email", "employee", "enterprise", "error", "example",
    "februar", "february", "field", "file", "finance", "first", "for", "form", "format",
    "foundation",
    "friday", "full", "general", "github", "gmbh", "google", "group", "guest", "holding", "home",
    "hospital", "hotel", "id", "image", "inc", "info", "information", "institute", "insurance",
    "integration", "international", "invoice", "item", "january", "java", "job", "july", "june",
    "kit", "label", "last", "library", "limited", "lint", "linux", "list", "llc", "logistics",
    "ltd",
    "madam", "main", "manager", "march", "medical", "microsoft", "missing", "model", "module",
    "monday", "my", "name", "node", "none", "north", "not", "november", "null", "number", "october",
    "of", "office", "order", "our", "package", "page", "patient", "payment", "phone", "pipeline",
    "plan", "please", "point", "premium", "private", "product", "profile", "project", "public",
    "python", "react", "record", "release", "report", "required", "road", "run", "sample",
    "saturday", "school", "security", "september", "server", "service", "services", "setup", "shop",
    "sir", "software", "solutions", "south", "standard", "step", "store", "street", "string",
    "sunday", "support", "swift", "system", "systems", "table", "team", "technologies", "template",
    "test", "tests", "text", "the", "thursday", "title", "token", "trade", "tuesday", "type",
    "university", "unknown", "update", "user", "valid", "value", "version", "wednesday", "west",
    "windows", "with", "workflow", "your",
  ]

  // MARK: - All of a document

  /// Of all candidates those that are no names, and the names that stand beside them. Costs a sort of
  /// what was found, a look at the text around each, and a pass over the tables with names.
  static func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    let names = candidates.filter { isAbout($0.rule) }
    if names.isEmpty { return candidates }
    let others = candidates.filter { !isAbout($0.rule) }
    return others + PersonNames(scan, names, others).kept(names)
  }

  private init(_ scan: DocumentScan, _ names: [Candidate], _ others: [Candidate]) {
    self.scan = scan
    var anchors =
      others.filter { $0.severity > .low }.map { Anchor(range: $0.value, title: $0.title) }
    // Where rules of names are used alone, nobody else tells of addresses.
    if others.isEmpty, let rule = names.first?.rule { anchors = Self.addresses(in: scan, rule) }
    anchors.sort { $0.range.lowerBound < $1.range.lowerBound }
    self.anchors = anchors
  }

  private static func addresses(in scan: DocumentScan, _ rule: Rule) -> [Anchor] {
    scan.bytes.indices.filter { scan.bytes[$0] == UInt8(ascii: "@") }.compactMap { at in
      var start = at
      while start > max(0, at - 64), isAddressByte(scan.bytes[start - 1]) { start -= 1 }
      var end = at + 1
      while end < min(scan.bytes.count, at + 100), isAddressByte(scan.bytes[end]) { end += 1 }
      while end > at + 1, !scan.bytes[end - 1].isASCIILetter { end -= 1 }
      guard start < at, end > at + 3 else { return nil }
      switch Email.judge(Array(scan.bytes[start..<end])) {
      case .refuted, .documented: return nil
      case .plausible, .proven: break
      }
      var address = Candidate(rule: rule, match: start..<end, value: start..<end)
      let around = Surroundings(scan: scan, value: start..<end)
      guard EmailJudge.judge(&address, around), address.severity > .low else { return nil }
      return Anchor(range: start..<end, title: "E-mail address of a person")
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || "._%+-".utf8.contains(byte)
  }

  private func kept(_ names: [Candidate]) -> [Candidate] {
    if anchors.isEmpty { return [] }
    var kept = names.filter { !Self.isHead($0.rule) }.compactMap(beside)
    kept += cells(under: names.filter { Self.isHead($0.rule) })
    kept.sort { $0.value.lowerBound < $1.value.lowerBound }
    var told: [Candidate] = []
    for name in kept {
      if let last = told.last, isSamePerson(last, name) {
        told[told.count - 1].companions += [name.value] + name.companions
        continue
      }
      told.append(name)
    }
    return told
  }

  /// Whether a name that follows another in the same record tells no more.
  private func isSamePerson(_ first: Candidate, _ second: Candidate) -> Bool {
    if first.value.overlaps(second.value) { return true }
    guard isOneRecord(first.value, second.value, reach: Self.ofRecord) else { return false }
    if Self.isPart(first.rule), Self.isPart(second.rule) { return true }
    let bytes = scan.bytes
    func words(_ range: Range<Int>) -> [ArraySlice<UInt8>] {
      bytes[range].split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
    }
    let before = words(first.value)
    return words(second.value).contains { word in
      word.count > 2 && before.contains { $0.elementsEqual(word) }
    }
  }

  // MARK: - Records

  /// How far a record reaches.
  private struct Reach {
    var bytes: Int
    var lines: Int
    /// A field may stand in a paragraph of its own.
    var blankLines: Int
  }

  private static let ofRecord = Reach(bytes: 600, lines: 8, blankLines: 0)
  private static let ofFields = Reach(bytes: 300, lines: 4, blankLines: 1)
  private static let ofSentence = Reach(bytes: 240, lines: 1, blankLines: 0)

  /// A name with what it stands beside as evidence; nil for one that stands alone.
  private func beside(_ name: Candidate) -> Candidate? {
    var reaches = [Self.ofRecord]
    switch name.rule.id.text {
    case "pii/person-name-titled": reaches = [Self.ofSentence]
    case "pii/person-name", "pii/person-name-part":
      if scan.isProse { reaches.append(Self.ofFields) }
    default: break
    }
    let next = anchors.indices.partitioningIndex {
      anchors[$0].range.lowerBound >= name.value.lowerBound
    }
    for index in [next, next - 1] where anchors.indices.contains(index) {
      let anchor = anchors[index]
      // What was found there says who it is.
      if anchor.range.overlaps(name.value) { return nil }
      let isAfter = anchor.range.lowerBound >= name.value.upperBound
      let (first, second) =
        isAfter ? (name.value, anchor.range) : (anchor.range, name.value)
      guard reaches.contains(where: { isOneRecord(first, second, reach: $0) }) else { continue }
      guard isOfPerson(name) else { return nil }
      return evident(name, anchor)
    }
    return nil
  }

  private func evident(_ name: Candidate, _ anchor: Anchor) -> Candidate {
    var name = name
    name.evidence.append("beside: \(anchor.title)")
    return name
  }

  /// Whether nothing between two ranges ends the record of the first.
  private func isOneRecord(_ first: Range<Int>, _ second: Range<Int>, reach: Reach) -> Bool {
    guard first.upperBound <= second.lowerBound,
      second.lowerBound - first.upperBound <= reach.bytes
    else { return false }
    let bytes = scan.bytes
    let isYAML = scan.document.language.id == "yaml"
    let indent = isYAML ? self.indent(ofLineAt: first.lowerBound) : 0
    var lines = 0
    var blankLines = 0
    /// The bracket that was closed, while only a comma and space follow.
    var closed: UInt8 = 0
    var isParted = false
    var isBlank = false
    for place in first.upperBound..<second.lowerBound {
      let byte = bytes[place]
      switch byte {
      case 0x0A:
        lines += 1
        if isBlank { blankLines += 1 }
        if lines > reach.lines || blankLines > reach.blankLines { return false }
        isBlank = true
        isParted = true
        if isYAML, isItem(at: place + 1, indent: indent) { return false }
        continue
      case 0x20, 0x09, 0x0D: continue
      case UInt8(ascii: ","), UInt8(ascii: ";"): isParted = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ")"):
        closed = byte
        isParted = false
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "("):
        // `}, {` is the next object.
        let own: UInt8 = byte == UInt8(ascii: "(") ? byte + 1 : byte + 2
        if closed == own, isParted { return false }
        closed = 0
      case UInt8(ascii: "<"):
        if bytes[place...].prefix(4).elementsEqual("</tr".utf8) { return false }
        closed = 0
      default: closed = 0
      }
      isBlank = false
    }
    return true
  }

  private func indent(ofLineAt place: Int) -> Int {
    let line = scan.line(at: place)
    return scan.bytes[line].prefix(200).prefix { $0 == 0x20 }.count
  }

  /// Whether a line begins an item of a list that is no part of what is indented deeper than `indent`.
  private func isItem(at start: Int, indent: Int) -> Bool {
    let line = scan.bytes[start...].prefix(indent + 2)
    let own = line.prefix { $0 == 0x20 }.count
    return own <= indent && line.dropFirst(own).first == UInt8(ascii: "-")
  }

  // MARK: - Tables

  /// The names in the columns whose heads were found, in the rows that hold other data of a person.
  private func cells(under heads: [Candidate]) -> [Candidate] {
    var result: [Candidate] = []
    var index = 0
    while index < heads.count {
      // The heads of one line are those of one table.
      let line = scan.line(at: heads[index].value.lowerBound)
      var end = index + 1
      while end < heads.count, heads[end].value.lowerBound < line.upperBound { end += 1 }
      let limit = end < heads.count ? heads[end].value.lowerBound : scan.bytes.count
      let group = Array(heads[index..<end])
      if let list = columnList(around: group[0].value) {
        result += inserted(group, list, before: limit)
      } else {
        result += rows(group, head: line, before: limit)
      }
      index = end
    }
    return result
  }

  /// The first name that the wanted columns of a row hold, and with it the others, if the row holds
  /// something else of a person.
  private func name(
    in fields: [Range<Int>], of row: Range<Int>, _ columns: [(index: Int, head: Candidate)]
  ) -> Candidate? {
    let first = anchors.indices.partitioningIndex {
      anchors[$0].range.lowerBound >= row.lowerBound
    }
    guard first < anchors.count, anchors[first].range.lowerBound < row.upperBound else {
      return nil
    }
    var found: Candidate?
    for (index, head) in columns where fields.indices.contains(index) {
      let cell = trimmed(fields[index])
      guard !cell.isEmpty, cell.count <= 80, scan.document.isReviewable(cell),
        scan.matches(Self.cell, in: cell), Self.isPerson(cell, in: scan),
        !anchors[first].range.overlaps(cell)
      else { continue }
      if found != nil {
        found?.companions.append(cell)
        continue
      }
      var made = Candidate(rule: head.rule, match: cell, value: cell)
      made.evidence = ["in a column of names"]
      found = evident(made, anchors[first])
    }
    return found
  }

  private static let cell = KnownPattern(
    #"^(?:[A-ZÀ-ÞĀ-ſȘȚẠ-ỹ][A-Za-zÀ-ɏẠ-ỹ.'’-]{0,30}(?:,? [A-Za-zÀ-ɏẠ-ỹ][A-Za-zÀ-ɏẠ-ỹ.'’-]{0,30}){0,4}|[\x{370}-\x{1FFF}'’. -]{4,120}|[\x{3040}-\x{9FFF}가-힣][\x{3040}-\x{9FFF}가-힣 　・]{1,12})$"#
  )

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    func isEdge(_ byte: UInt8) -> Bool { byte <= 0x20 || "\"'`*".utf8.contains(byte) }
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isEdge(scan.bytes[start]) { start += 1 }
    while end > start, isEdge(scan.bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The names in the rows of a table whose fields are parted by one byte.
  private func rows(
    _ heads: [Candidate], head: Range<Int>, before limit: Int
  ) -> [Candidate] {
    guard head.count <= Self.longestRow, let mark = separator(heads[0].value, in: head) else {
      return []
    }
    let fields = split(head, mark)
    let columns = heads.compactMap { head in
      fields.firstIndex { $0.contains(head.value.lowerBound) }.map { (index: $0, head: head) }
    }
    var result: [Candidate] = []
    var number = scan.lines.line(at: head.lowerBound) + 1
    while number < scan.lines.count {
      let row = scan.line(numbered: number)
      guard row.lowerBound < limit, !row.isEmpty, row.count <= Self.longestRow else { break }
      number += 1
      let cells = split(row, mark)
      guard cells.count == fields.count else { break }
      if let name = name(in: cells, of: row, columns) { result.append(name) }
    }
    return result
  }

  private static let longestRow = 4_000

  /// What parts the fields of a head: the mark that stands behind or before one of them.
  private func separator(_ field: Range<Int>, in line: Range<Int>) -> UInt8? {
    func isSkipped(_ byte: UInt8) -> Bool { byte == 0x20 || "\"'`*".utf8.contains(byte) }
    let after = scan.bytes[field.upperBound..<line.upperBound].first { !isSkipped($0) }
    let before = scan.bytes[line.lowerBound..<field.lowerBound].last { !isSkipped($0) }
    for mark in [after, before] {
      if let mark, TableLines.separators.contains(mark) { return mark }
    }
    return nil
  }

  /// The fields of a line, whose marks do not count within double quotes.
  private func split(_ line: Range<Int>, _ mark: UInt8) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = line.lowerBound
    var isQuoted = false
    for place in line {
      let byte = scan.bytes[place]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if byte == mark, !isQuoted {
        result.append(start..<place)
        start = place + 1
      }
    }
    result.append(start..<line.upperBound)
    return result
  }

  /// The list of columns, within its parentheses, that VALUES follows.
  private func columnList(around field: Range<Int>) -> Range<Int>? {
    let bytes = scan.bytes
    var open = field.lowerBound
    while open > 0, field.lowerBound - open < 1_000, bytes[open - 1] != UInt8(ascii: "(") {
      if bytes[open - 1] == UInt8(ascii: ")") || bytes[open - 1] == UInt8(ascii: ";") { return nil }
      open -= 1
    }
    guard open > 0, bytes[open - 1] == UInt8(ascii: "("),
      let close = bytes[field.upperBound...].prefix(1_000).firstIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let word = bytes[(close + 1)...].prefix(40).drop { $0 <= 0x20 }.prefix(6)
    return Address.lowercased(word) == "values" ? open..<close : nil
  }

  /// The names in the rows that are inserted into a table of a database.
  private func inserted(
    _ heads: [Candidate], _ list: Range<Int>, before limit: Int
  ) -> [Candidate] {
    let columns = heads.filter { list.contains($0.value.lowerBound) }.map { head in
      let lead = scan.bytes[list.lowerBound..<head.value.lowerBound]
      return (index: lead.count { $0 == UInt8(ascii: ",") }, head: head)
    }
    var result: [Candidate] = []
    var fields: [Range<Int>] = []
    var open = -1
    var start = 0
    var depth = 0
    var isQuoted = false
    for place in (list.upperBound + 1)..<max(list.upperBound + 1, limit) {
      let byte = scan.bytes[place]
      if byte == UInt8(ascii: "'") { isQuoted.toggle() }
      if isQuoted { continue }
      switch byte {
      case UInt8(ascii: "("):
        depth += 1
        if depth == 1 {
          open = place
          start = place + 1
          fields = []
        }
      case UInt8(ascii: ","):
        if depth == 1 {
          fields.append(start..<place)
          start = place + 1
        }
      case UInt8(ascii: ")"):
        depth -= 1
        guard depth >= 0 else { return result }
        guard depth == 0, open >= 0 else { continue }
        fields.append(start..<place)
        if let name = name(in: fields, of: open..<place, columns) { result.append(name) }
      case UInt8(ascii: ";"):
        if depth == 0 { return result }
      default: break
      }
    }
    return result
  }
}

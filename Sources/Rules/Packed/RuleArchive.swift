import PatternEngine
import SourceText

/// Rules that were checked and packed when the program was built, with all that could be worked out
/// of them then. A rule is unpacked when it is asked for, without its examples.
package struct RuleArchive: Sendable {
  /// The digest of the catalog of all its rules.
  package let digest: String
  /// What the scanner's plan made of the rules, in its own form.
  package let plan: PackedBytes
  /// What the pattern engine made of the plan's patterns, in its own form.
  package let index: PackedBytes
  package let count: Int
  /// The start of each rule's record in `records`, four numbers of six bits for each.
  private let places: PackedBytes
  private let records: PackedBytes

  /// Reads the head; costs next to nothing.
  package init(_ bytes: PackedBytes) {
    var reader = PackedReader(bytes)
    let lengths = (0..<Section.allCases.count).map { _ in reader.number() }
    var sections: [PackedBytes] = []
    var start = reader.index
    for length in lengths {
      sections.append(bytes[start..<(start + max(0, min(length, bytes.count - start)))])
      start += sections[sections.count - 1].count
    }
    let digest = sections[Section.digest.rawValue]
    self.digest = digest.text(0..<digest.count)
    places = sections[Section.places.rawValue]
    records = sections[Section.records.rawValue]
    plan = sections[Section.plan.rawValue]
    index = sections[Section.index.rawValue]
    count = places.count / Self.placeWidth
  }

  /// The packed form of rules that stand in the order of their ids.
  package static func encode(
    _ rules: [Rule], digest: String, plan: [UInt8], index: [UInt8]
  ) -> [UInt8] {
    var places: [UInt8] = []
    var records: [UInt8] = []
    for rule in rules {
      for unit in 0..<placeWidth { places.append(UInt8(records.count >> (unit * 6) & 0x3F)) }
      records += rule.packed
    }
    let sections = Section.allCases.map { section in
      switch section {
      case .digest: Array(digest.utf8)
      case .places: places
      case .records: records
      case .plan: plan
      case .index: index
      }
    }
    var writer = PackedWriter()
    for section in sections { writer.write(section.count) }
    for section in sections { writer.append(section) }
    return writer.bytes
  }

  private enum Section: Int, CaseIterable {
    case digest, places, records, plan, index
  }

  private static let placeWidth = 4

  private func reader(at number: Int) -> PackedReader {
    var place = 0
    for unit in 0..<Self.placeWidth {
      place |= Int(places[number * Self.placeWidth + unit] & 0x3F) << (unit * 6)
    }
    return PackedReader(records, at: place)
  }

  /// The rule at a place in the order of ids, without its examples. Costs some microseconds.
  package subscript(number: Int) -> Rule {
    var reader = reader(at: number)
    return Rule(packed: &reader)
  }

  package func id(at number: Int) -> RuleID {
    var reader = reader(at: number)
    return RuleID(checked: reader.text())
  }

  /// The pattern of a rule; nil where it has structural patterns.
  package func pattern(at number: Int) -> String? {
    var reader = reader(at: number)
    reader.skipText()
    return reader.number() == 0 ? reader.text() : nil
  }

  /// The place of an id; costs a binary search.
  package func place(of id: RuleID) -> Int? {
    let place = (0..<count).partitioningIndex { self.id(at: $0) >= id }
    return place < count && self.id(at: place) == id ? place : nil
  }
}

extension Rule {
  /// Everything but the examples; the id first, then the matcher.
  fileprivate var packed: [UInt8] {
    var writer = PackedWriter()
    writer.write(id.text)
    switch matcher {
    case .pattern(let pattern):
      writer.write(0)
      writer.write(pattern)
    case .code(let codes):
      writer.write(1)
      writer.write(codes)
    case .recognizer(let recognizer):
      writer.write(2)
      writer.write(recognizer.rawValue)
    }
    writer.write(Self.place(of: category, in: RuleCategory.allCases))
    writer.write(Self.place(of: severity, in: Severity.allCases))
    writer.write(Self.place(of: confidence, in: Confidence.allCases))
    for text in [title, message, why, fix] { writer.write(text) }
    for texts in [references, languages, paths, validators, allow, unless, requires, absent] {
      writer.write(texts)
    }
    writer.write(zones.map { Self.place(of: $0, in: Zone.allCases) })
    writer.write(context == nil ? 0 : 1)
    if let context {
      writer.write(context.words)
      writer.write(context.isRequired ? 1 : 0)
      writer.write(context.distance)
    }
    writer.write(entropy == nil ? 0 : 1)
    if let entropy { writer.write(bits: entropy.bitPattern) }
    writer.write(longest ?? 0)
    writer.write(license ?? "")
    writer.write(conditions.isEmpty ? 0 : 1)
    if !conditions.isEmpty { conditions.pack(&writer) }
    writer.write(overrides ? 1 : 0)
    writer.write(source.file)
    writer.write(source.line)
    writer.write(source.column)
    return writer.bytes
  }

  fileprivate convenience init(packed reader: inout PackedReader) {
    // In the order in which `packed` writes.
    let id = RuleID(checked: reader.text())
    let matcher: Matcher =
      switch reader.number() {
      case 0: .pattern(reader.text())
      case 1: .code(reader.texts())
      default: .recognizer(Recognizer(rawValue: reader.text()) ?? .licenseText)
      }
    let category = Self.element(of: RuleCategory.allCases, at: reader.number()) ?? .text
    let severity = Self.element(of: Severity.allCases, at: reader.number()) ?? .low
    let confidence = Self.element(of: Confidence.allCases, at: reader.number()) ?? .low
    let title = reader.text()
    let message = reader.text()
    let why = reader.text()
    let fix = reader.text()
    let references = reader.texts()
    let languages = reader.texts()
    let paths = reader.texts()
    let validators = reader.texts()
    let allow = reader.texts()
    let unless = reader.texts()
    let requires = reader.texts()
    let absent = reader.texts()
    let zones = reader.numbers().compactMap { Self.element(of: Zone.allCases, at: $0) }
    var context: RuleContext?
    if reader.number() == 1 {
      let words = reader.texts()
      let isRequired = reader.number() == 1
      context = RuleContext(words: words, isRequired: isRequired, distance: reader.number())
    }
    let entropy = reader.number() == 1 ? Double(bitPattern: reader.bits()) : nil
    let longest = reader.number()
    let license = reader.text()
    let conditions = reader.number() == 1 ? RuleConditions(packed: &reader) : RuleConditions()
    let overrides = reader.number() == 1
    let file = reader.text()
    let line = reader.number()
    self.init(
      id: id, category: category, title: title, severity: severity, confidence: confidence,
      message: message, why: why, fix: fix, references: references, matcher: matcher,
      languages: languages, zones: zones, paths: paths, validators: validators, context: context,
      entropy: entropy, longest: longest == 0 ? nil : longest,
      license: license.isEmpty ? nil : license, allow: allow, unless: unless, requires: requires,
      absent: absent, conditions: conditions, overrides: overrides, examples: [],
      source: RuleSource(file: file, line: line, column: reader.number()))
  }

  private static func place<Value: Equatable>(of value: Value, in all: [Value]) -> Int {
    all.firstIndex(of: value) ?? all.count
  }

  private static func element<Value>(of all: [Value], at place: Int) -> Value? {
    all.indices.contains(place) ? all[place] : nil
  }
}

extension RuleConditions {
  fileprivate func pack(_ writer: inout PackedWriter) {
    for texts in [all, not, inside, notInside, lacks, cleaners] { writer.write(texts) }
    for pairs in [texts, otherTexts] { writer.write(pairs.flatMap { [$0.name, $0.pattern] }) }
    writer.write(sources.map(\.rawValue))
  }

  fileprivate init(packed reader: inout PackedReader) {
    // In the order in which `pack` writes.
    all = reader.texts()
    not = reader.texts()
    inside = reader.texts()
    notInside = reader.texts()
    lacks = reader.texts()
    cleaners = reader.texts()
    texts = Self.pairs(reader.texts())
    otherTexts = Self.pairs(reader.texts())
    sources = reader.texts().compactMap(ValueSource.init)
  }

  private static func pairs(_ texts: [String]) -> [Text] {
    stride(from: 0, to: texts.count - 1, by: 2).map {
      Text(name: texts[$0], pattern: texts[$0 + 1])
    }
  }
}

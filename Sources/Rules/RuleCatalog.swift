import SourceText

/// The rules that are in force, in the order of their ids.
///
/// Rules of an archive stay packed until they are asked for; those of files are held as they are.
package struct RuleCatalog: Sendable {
  /// The rules that came packed with the program.
  package let archive: RuleArchive?
  /// Which rules of the archive are in force; nil for all of them.
  package let active: [Bool]?
  /// The rules that were read from files, in the order of their ids.
  package let loaded: [Rule]

  /// Rules of different ids, in any order.
  package init(rules: [Rule]) { self.init(archive: nil, active: nil, loaded: rules) }

  /// All rules of an archive.
  package init(archive: RuleArchive) { self.init(archive: archive, active: nil, loaded: []) }

  private init(archive: RuleArchive?, active: [Bool]?, loaded: [Rule]) {
    self.archive = archive
    self.active = active
    self.loaded = loaded.sorted { $0.id < $1.id }
  }

  /// Loads rule files; a user's rule takes a built-in rule's place only where it says so.
  ///
  /// Costs one pass over the bytes, and with a vocabulary that checks patterns the reading of each
  /// pattern. Throws all faults of all files.
  package init(files: [RuleFile], vocabulary: RuleVocabulary) throws(RuleError) {
    try self.init(builtin: RuleCatalog(rules: []), files: files, vocabulary: vocabulary)
  }

  /// Loads a user's rule files on top of rules that were loaded before.
  package init(
    builtin: RuleCatalog, files: [RuleFile], vocabulary: RuleVocabulary
  ) throws(RuleError) {
    var known: [RuleID: (rule: Rule, isBuiltin: Bool)] = [:]
    for rule in builtin.loaded { known[rule.id] = (rule, true) }
    var active = builtin.active
    var faults: [TOMLFault] = []
    // The built-in files come first, so that what may be overridden is known.
    for file in files.filter(\.isBuiltin) + files.filter({ !$0.isBuiltin }) {
      let decoded = RuleFileDecoder.decode(file, vocabulary: vocabulary)
      faults += decoded.faults
      for rule in decoded.rules {
        let fault = { (message: String) in
          TOMLFault(
            file: rule.source.file, line: rule.source.line, column: rule.source.column,
            message: message)
        }
        let packed = known[rule.id] == nil ? builtin.packedPlace(of: rule.id) : nil
        let earlier = packed.flatMap { builtin.archive?[$0] } ?? known[rule.id]?.rule
        guard let earlier else {
          if rule.overrides {
            let names = builtin.packedIDs + known.values.filter(\.isBuiltin).map(\.rule.id)
            let near = nearest(to: rule.id.text, in: names.map(\.text).sorted())
            faults.append(
              fault(
                "the rule \(rule.id) overrides nothing: no built-in rule has that id"
                  + (near.map { "; did you mean `\($0)`?" } ?? "")))
          }
          known[rule.id] = (rule, file.isBuiltin)
          continue
        }
        let place = "\(earlier.source.file):\(earlier.source.line)"
        guard !file.isBuiltin, packed != nil || known[rule.id]?.isBuiltin == true else {
          faults.append(fault("the id \(rule.id) is taken by the rule at \(place)"))
          continue
        }
        guard rule.overrides else {
          faults.append(
            fault(
              "the id \(rule.id) is taken by the built-in rule at \(place)"
                + "; give it another, or say overrides = true"))
          continue
        }
        known[rule.id] = (rule, false)
        if let packed, let archive = builtin.archive {
          if active == nil { active = Array(repeating: true, count: archive.count) }
          active?[packed] = false
        }
      }
    }
    guard faults.isEmpty else { throw RuleError(faults) }
    self.init(archive: builtin.archive, active: active, loaded: known.values.map(\.rule))
  }

  /// All rules, unpacked, without the examples of those that were packed. Costs some microseconds
  /// for each.
  package var rules: [Rule] {
    guard let archive else { return loaded }
    let packed = packedPlaces.map { archive[$0] }
    return loaded.isEmpty ? packed : (packed + loaded).sorted { $0.id < $1.id }
  }

  /// How many rules are in force.
  package var count: Int { packedCount + loaded.count }

  private var packedCount: Int { active?.count { $0 } ?? archive?.count ?? 0 }

  /// The places in the archive of the rules in force.
  private var packedPlaces: [Int] {
    (0..<(archive?.count ?? 0)).filter { active?[$0] ?? true }
  }

  private var packedIDs: [RuleID] {
    guard let archive else { return [] }
    return packedPlaces.map { archive.id(at: $0) }
  }

  /// The place in the archive of a rule in force.
  private func packedPlace(of id: RuleID) -> Int? {
    guard let place = archive?.place(of: id), active?[place] ?? true else { return nil }
    return place
  }

  /// The rule of that id; costs a binary search.
  package subscript(id: RuleID) -> Rule? {
    if let archive, let place = packedPlace(of: id) { return archive[place] }
    let place = loaded.indices.partitioningIndex { loaded[$0].id >= id }
    return place < loaded.count && loaded[place].id == id ? loaded[place] : nil
  }

  /// All that a selection may name: categories, folders and ids.
  package var names: [String] {
    RuleCategory.allCases.flatMap { [$0.rawValue, $0.folder] } + rules.map(\.id.text)
  }

  /// The rules that one of `only` names (all where it is empty) and none of `skip`.
  ///
  /// A name is a category, a folder, an id or a glob of ids. `unmatched` holds those that name no
  /// rule, for the caller to refuse.
  package func selecting(
    only: [String], skip: [String]
  ) -> (catalog: RuleCatalog, unmatched: [String]) {
    guard !only.isEmpty || !skip.isEmpty else { return (self, []) }
    let kept = only.map(Selector.init)
    let dropped = skip.map(Selector.init)
    var isUsed = Array(repeating: false, count: kept.count + dropped.count)
    func isSelected(_ id: RuleID) -> Bool {
      let category = RuleCategory(folder: String(id.folder))
      var isKept = kept.isEmpty
      var isDropped = false
      for (place, selector) in (kept + dropped).enumerated()
      where selector.matches(id, category) {
        isUsed[place] = true
        if place < kept.count { isKept = true } else { isDropped = true }
      }
      return isKept && !isDropped
    }
    var selected = active
    if let archive {
      selected = (0..<archive.count).map { place in
        active?[place] ?? true ? isSelected(archive.id(at: place)) : false
      }
    }
    let catalog = RuleCatalog(
      archive: archive, active: selected, loaded: loaded.filter { isSelected($0.id) })
    let unmatched = zip(kept + dropped, isUsed).filter { !$0.1 }.map(\.0.text)
    return (catalog, unmatched)
  }

  private struct Selector {
    let text: String
    private let glob: Glob
    private let hasWildcards: Bool

    init(_ text: String) {
      self.text = text
      hasWildcards = text.utf8.contains { "*?[".utf8.contains($0) }
      glob = Glob(text, anchored: true)
    }

    func matches(_ id: RuleID, _ category: RuleCategory?) -> Bool {
      text == category?.rawValue || text == category?.folder || text == id.text
        || (hasWildcards && glob.matches(id.text))
    }
  }

  /// `sha256:…` over all that decides what the rules find and say; examples and layout do not
  /// count. Costs nothing for a whole archive, else a hash over the size of the rules.
  package var digest: String {
    if let archive, loaded.isEmpty, active?.allSatisfy({ $0 }) ?? true { return archive.digest }
    var hash = SHA256()
    var text = ""
    func add(_ parts: [String]) {
      text += "\(parts.count)"
      for part in parts { text += ":\(part.utf8.count):\(part)" }
    }
    for rule in rules {
      add([
        rule.id.text, rule.title, rule.severity.rawValue, rule.confidence.rawValue, rule.message,
        rule.why, rule.fix, rule.entropy.map { "\($0)" } ?? "",
        rule.longest.map { "\($0)" } ?? "", rule.license ?? "",
      ])
      switch rule.matcher {
      case .pattern(let pattern): add([pattern])
      case .code(let codes): add(["code"] + codes)
      case .recognizer(let recognizer): add(["recognizer", recognizer.rawValue])
      }
      for list in [
        rule.references, rule.languages, rule.zones.map(\.name), rule.paths, rule.validators,
        rule.allow, rule.unless, rule.requires, rule.absent, rule.context?.words ?? [],
      ] {
        add(list)
      }
      if !rule.conditions.isEmpty { add(["\(rule.conditions)"]) }
      if let context = rule.context { add(["\(context.isRequired)", "\(context.distance)"]) }
      hash.update(text)
      text = ""
    }
    return "sha256:" + SHA256.hexadecimal(hash.finish())
  }
}

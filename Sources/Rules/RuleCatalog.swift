import SourceText

/// The rules that are in force, in the order of their ids.
package struct RuleCatalog: Sendable {
  package let rules: [Rule]

  /// Rules of different ids, in any order.
  package init(rules: [Rule]) {
    // A rule is large: the order is found first, then each is moved once.
    let order = rules.indices.sorted { rules[$0].id < rules[$1].id }
    self.rules = order.map { rules[$0] }
  }

  /// Loads rule files; a user's rule takes a built-in rule's place only where it says so.
  ///
  /// Costs one pass over the bytes, and with a vocabulary that checks patterns the compilation of
  /// each pattern. Throws all faults of all files.
  package init(files: [RuleFile], vocabulary: RuleVocabulary) throws(RuleError) {
    try self.init(builtin: RuleCatalog(rules: []), files: files, vocabulary: vocabulary)
  }

  /// Loads a user's rule files on top of rules that were loaded before.
  package init(
    builtin: RuleCatalog, files: [RuleFile], vocabulary: RuleVocabulary
  ) throws(RuleError) {
    var rules = builtin.rules
    var places: [RuleID: Int] = [:]
    for (place, rule) in rules.enumerated() { places[rule.id] = place }
    var builtinIDs = Set(places.keys)
    var overridden: Set<RuleID> = []
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
        guard let place = places[rule.id] else {
          if rule.overrides {
            let near = nearest(to: rule.id.text, in: builtinIDs.map(\.text).sorted())
            faults.append(
              fault(
                "the rule \(rule.id) overrides nothing: no built-in rule has that id"
                  + (near.map { "; did you mean `\($0)`?" } ?? "")))
          }
          places[rule.id] = rules.count
          rules.append(rule)
          if file.isBuiltin { builtinIDs.insert(rule.id) }
          continue
        }
        let earlier = rules[place].source
        if !file.isBuiltin, builtinIDs.contains(rule.id), !overridden.contains(rule.id) {
          guard rule.overrides else {
            faults.append(
              fault(
                "the id \(rule.id) is taken by the built-in rule at \(earlier.file):\(earlier.line)"
                  + "; give it another, or say overrides = true"))
            continue
          }
          overridden.insert(rule.id)
          rules[place] = rule
        } else {
          faults.append(
            fault("the id \(rule.id) is taken by the rule at \(earlier.file):\(earlier.line)"))
        }
      }
    }
    guard faults.isEmpty else { throw RuleError(faults) }
    self.init(rules: rules)
  }

  /// The rule of that id; costs a binary search.
  package subscript(id: RuleID) -> Rule? {
    var low = 0
    var high = rules.count
    while low < high {
      let middle = (low + high) / 2
      if rules[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < rules.count && rules[low].id == id ? rules[low] : nil
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
    let kept = only.map(Selector.init)
    let dropped = skip.map(Selector.init)
    let unmatched = (kept + dropped).filter { selector in
      !rules.contains { selector.matches($0) }
    }
    let selected = rules.filter { rule in
      (kept.isEmpty || kept.contains { $0.matches(rule) })
        && !dropped.contains { $0.matches(rule) }
    }
    return (RuleCatalog(rules: selected), unmatched.map(\.text))
  }

  private struct Selector {
    let text: String
    let glob: Glob

    init(_ text: String) {
      self.text = text
      glob = Glob(text, anchored: true)
    }

    func matches(_ rule: Rule) -> Bool {
      text == rule.category.rawValue || text == rule.category.folder || text == rule.id.text
        || (text.contains { "*?[".contains($0) } && glob.matches(rule.id.text))
    }
  }

  /// `sha256:…` over all that decides what the rules find and say; examples and layout do not
  /// count. Costs a hash over the size of the rules.
  package var digest: String {
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
      ])
      switch rule.matcher {
      case .pattern(let pattern): add([pattern])
      case .code(let codes): add(["code"] + codes)
      }
      for list in [
        rule.references, rule.languages, rule.zones.map(\.name), rule.paths, rule.validators,
        rule.allow, rule.unless, rule.requires, rule.absent, rule.context?.words ?? [],
      ] {
        add(list)
      }
      if let context = rule.context { add(["\(context.isRequired)", "\(context.distance)"]) }
      hash.update(text)
      text = ""
    }
    return "sha256:" + SHA256.hexadecimal(hash.finish())
  }
}

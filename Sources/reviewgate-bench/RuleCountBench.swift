import BuiltinRules
import Checks
import PatternEngine
import Rules
import SourceText

/// What more rules cost: the same texts with the built-in rules, and with many more token formats, in
/// the set of the built-in ones and in one of their own, as a user's rule files have it.
struct RuleCountBench {
  let count: Int
  let folder: String
  let runs: Int

  func run() throws {
    let files = Files(folder)
    let documents = files.documents
    let bytes = documents.reduce(0) { $0 + $1.bytes.count }
    let builtin = BuiltinRules.catalog.rules
    let more = formats()
    print(
      "\(folder): \(files.paths.count) files, \(bytes) bytes; median of \(runs) runs, processor time\n"
    )
    var table = Table("rules", "prefilter ms", "verify ms", "scan ms", "MB/s", "ratio")
    let plans: [(String, ScanPlan)] = [
      ("\(builtin.count) built in", try ScanPlan(catalog: BuiltinRules.catalog)),
      ("+ \(count) in the same set", try ScanPlan(rules: builtin + more)),
      (
        "+ \(count) of a user",
        try ScanPlan(
          catalog: RuleCatalog(
            builtin: BuiltinRules.catalog,
            files: [RuleFile(name: "more.toml", bytes: text(of: more), isBuiltin: false)],
            vocabulary: .trusted))
      ),
    ]
    var first: Double?
    // In turns, so that what else the machine does falls on all alike.
    var times = Array(repeating: [(filter: Double, match: Double, scan: Double)](), count: 3)
    var tools = plans.map { (stages: ScanStages($0.1), scanner: Scanner($0.1)) }
    for run in 0...runs {
      for index in plans.indices {
        let filter = Measuring.once {
          for document in documents { _ = tools[index].stages.places(in: document) }
        }
        let match = Measuring.once {
          for document in documents { _ = tools[index].stages.matches(in: document) }
        }
        let scan = Measuring.once {
          for document in documents { _ = tools[index].scanner.scan(document) }
        }
        if run > 0 { times[index].append((filter, match, scan)) }
      }
    }
    for (index, plan) in plans.enumerated() {
      func median(_ part: ((filter: Double, match: Double, scan: Double)) -> Double) -> Double {
        times[index].map(part).sorted()[runs / 2]
      }
      let scan = median(\.scan)
      let base = first ?? scan
      first = base
      table.add(
        plan.0, written(median(\.filter) * 1e3), written(median(\.match) * 1e3),
        written(scan * 1e3), speed(bytes, scan), written(scan / base, 2))
    }
    table.show()
  }

  /// Formats as providers make them up: a prefix, an alphabet, a length.
  private func formats() -> [Rule] {
    let alphabets = ["0-9A-Za-z", "0-9a-f", "0-9A-Z", "0-9A-Za-z_-", "a-z0-9", "A-Za-z0-9+/"]
    let lengths = [16, 20, 24, 32, 36, 40, 43, 48, 64]
    var seen: Set<String> = []
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var rules: [Rule] = []
    while rules.count < count {
      var prefix = ""
      for _ in 0..<(2 + next(4)) {
        prefix.unicodeScalars.append(Unicode.Scalar(UInt8(0x61 + next(26))))
      }
      prefix += ["_", "-", "_live_", "_pat_", "."][next(5)]
      guard seen.insert(prefix).inserted,
        let id = RuleID("secrets/format-\(rules.count)")
      else { continue }
      let quoted = prefix.replacing(".", with: "\\.")
      let pattern =
        "\\b(?<value>\(quoted)[\(alphabets[next(alphabets.count)])]{\(lengths[next(lengths.count)])})"
        + ["\\b", "(?:[^0-9A-Za-z_-]|$)"][next(2)]
      rules.append(
        Rule(
          id: id, category: .secret, title: "Format", severity: .critical, confidence: .high,
          message: "", why: "It is measured.", fix: "Nothing.", references: [],
          matcher: .pattern(pattern), languages: [], zones: [], paths: [], validators: [],
          context: nil, entropy: nil, allow: [], unless: [], requires: [], absent: [],
          overrides: false, examples: [], source: RuleSource(file: "bench", line: 1, column: 1)))
    }
    return rules
  }

  /// The same as a rule file.
  private func text(of rules: [Rule]) -> [UInt8] {
    var text = ""
    for rule in rules {
      guard case .pattern(let pattern) = rule.matcher else { continue }
      text += """
        [[rule]]
        id = "\(rule.id.text)"
        title = "\(rule.title)"
        severity = "critical"
        confidence = "high"
        pattern = '''\(pattern)'''
        why = "\(rule.why)"
        fix = "\(rule.fix)"
        references = ["CWE-798"]
        match = ['«x»']
        no-match = ['y']


        """
    }
    return Array(text.utf8)
  }
}

import Checks
import Rules
import SourceText

extension Policy {
  /// What is decided for licenses. An entry of a list is a glob of SPDX ids (`GPL-3.0-only`, `LGPL-*`), a
  /// license whatever its version (`GPL`, `CC-BY-NC`), or what licenses ask for (`strong-copyleft`); the
  /// first list that has a license decides, in the order block, flag, allow.
  ///
  /// Of `A OR B` the better counts, of `A AND B` the worse. A license that no list has is decided by what
  /// it asks for, as the preset decides findings of that severity.
  package struct Licenses: Sendable, Hashable {
    package var allow: [String]
    package var flag: [String]
    package var block: [String]
    /// Files with fingerprints of code that is looked for, from the policy file's folder.
    package var indexes: [String]

    package init(
      allow: [String] = [], flag: [String] = [], block: [String] = [], indexes: [String] = []
    ) {
      self.allow = allow
      self.flag = flag
      self.block = block
      self.indexes = indexes
    }

    /// The action and its reason; nil where the lists have nothing to say.
    func decision(
      on finding: Finding, preset: Preset
    ) -> (action: Verdict, reason: String)? {
      // Whoever only names a license has put nothing under it.
      guard let license = finding.license, license.isStated else { return nil }
      let answers = license.expression.terms.map { term in (term, answer(to: term)) }
      guard answers.contains(where: { $0.1 != nil }) else { return nil }
      func action(on term: SPDXExpression.Term) -> Verdict {
        answers.first { $0.0 == term }?.1?.action
          ?? Gate.decide(term.family.severity, finding.confidence, by: preset)
      }
      let term = license.expression.decisive(by: action)
      guard let list = answers.first(where: { $0.0 == term })?.1 else {
        return (
          action(on: term),
          "license \(term.text): policy \(preset.rawValue) \(action(on: term).phrase)"
            + " (\(term.family.rawValue))"
        )
      }
      let entry = list.entry == term.id ? "" : " (\(list.entry))"
      return (
        list.action,
        "license \(term.text): the policy's licenses.\(list.name)\(entry) \(list.action.phrase)"
      )
    }

    private struct Answer {
      var action: Verdict
      var name: String
      var entry: String
    }

    /// The first list that has a license.
    private func answer(to term: SPDXExpression.Term) -> Answer? {
      let lists: [(entries: [String], name: String, action: Verdict)] = [
        (block, "block", .block), (flag, "flag", .flag), (allow, "allow", .approve),
      ]
      for list in lists {
        if let entry = list.entries.first(where: { Self.covers($0, term) }) {
          return Answer(action: list.action, name: list.name, entry: entry)
        }
      }
      return nil
    }

    /// Whether an entry of a list can ever decide anything.
    static func isKnown(_ entry: String) -> Bool {
      LicenseFamily(category: entry) != nil || entry.hasPrefix("LicenseRef-")
        || entry.hasPrefix("DocumentRef-") || namesException(entry)
        || LicenseTable.ids.contains {
          covers(entry, SPDXExpression.Term(id: $0, family: .unknown))
        }
    }

    /// `GPL-* WITH Classpath-exception-2.0`
    private static func namesException(_ entry: String) -> Bool {
      let parts = entry.split(separator: " ")
      guard parts.count == 3, parts[1] == "WITH" else { return false }
      let glob = Glob(String(parts[2]))
      return LicenseTable.exceptionNames.contains(where: glob.matches)
    }

    /// What was meant by an entry that is not known.
    static func nearest(to entry: String) -> String? {
      Rules.nearest(
        to: entry, in: LicenseFamily.allCases.map(\.category) + LicenseTable.ids.sorted())
    }

    private static func covers(_ entry: String, _ term: SPDXExpression.Term) -> Bool {
      if let family = LicenseFamily(category: entry) { return family == term.family }
      let glob = Glob(entry)
      // A name without a version is one of `GPL-*`.
      if glob.matches(term.id) || glob.matches(term.text) || glob.matches(term.id + "-") {
        return true
      }
      return term.id.hasPrefix(entry + "-")
        && term.id.dropFirst(entry.count + 1).first.map { $0.isASCII && $0.isNumber } ?? false
    }
  }
}

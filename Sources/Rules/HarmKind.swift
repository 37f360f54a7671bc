/// What a value can do harm in: what makes it safe for one says nothing of another.
package struct HarmKind: OptionSet, Sendable, Hashable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let html = HarmKind(rawValue: 1)
  package static let shell = HarmKind(rawValue: 2)
  package static let sql = HarmKind(rawValue: 4)
  package static let path = HarmKind(rawValue: 8)
  package static let url = HarmKind(rawValue: 16)
  package static let ldap = HarmKind(rawValue: 32)
  package static let xpath = HarmKind(rawValue: 64)
  package static let line = HarmKind(rawValue: 128)
  package static let memory = HarmKind(rawValue: 256)
  package static let other = HarmKind(rawValue: 512)
  package static let all = HarmKind(rawValue: 1023)

  /// The kind that a rule is about, by its CWE numbers.
  package static func of(_ rule: Rule) -> HarmKind {
    for reference in rule.references where reference.hasPrefix("CWE-") {
      guard let number = Int(reference.dropFirst(4)) else { continue }
      if let kind = byNumber[number] { return kind }
    }
    return .other
  }

  private static let byNumber: [Int: HarmKind] = {
    var kinds: [Int: HarmKind] = [:]
    let lists: [(HarmKind, [Int])] = [
      (.html, [79, 80, 83, 87, 116, 692]), (.shell, [77, 78, 88]), (.sql, [89, 564, 943]),
      (.path, [22, 23, 36, 73, 98, 434]), (.url, [601, 918]), (.ldap, [90]),
      (.xpath, [91, 643]), (.line, [93, 113, 117]),
      (
        .memory,
        [
          119, 120, 121, 122, 124, 125, 126, 129, 131, 134, 170, 190, 191, 193, 242, 415, 416, 467,
          468, 469, 476, 562, 590, 676, 680, 681, 682, 687, 770, 785, 787, 788, 789, 805, 806,
        ]
      ),
    ]
    for (kind, numbers) in lists {
      for number in numbers { kinds[number] = kind }
    }
    return kinds
  }()
}

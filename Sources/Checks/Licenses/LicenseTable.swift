/// What is known of a license by its identifier.
package enum LicenseTable {
  package struct Entry: Sendable, Hashable {
    /// As the list of SPDX spells it, or as it was written.
    package var id: String
    package var family: LicenseFamily

    /// The license whatever its version, in lower case.
    var name: String { LicenseTable.name(ofID: id) }
  }

  /// An identifier without its version, in lower case: `lgpl` of `LGPL-2.1-or-later`.
  static func name(ofID id: String) -> String {
    if exceptions.contains(id.lowercased()) { return id.lowercased() }
    let name = id.prefix { !($0 >= "0" && $0 <= "9") && $0 != "+" }
    let parts = name.split(separator: "-")
    return (parts.isEmpty ? id : parts.joined(separator: "-")).lowercased()
  }

  /// Never fails: a name on no list is `unknown`, unless it plainly is a spelling of a known one.
  package static func entry(_ name: String) -> Entry {
    let folded = name.lowercased()
    if let known = entries[folded] { return known }
    if folded.hasSuffix("+"), let base = entries[String(folded.dropLast())] {
      return Entry(id: base.id + "+", family: base.family)
    }
    if folded.hasPrefix("licenseref-") || folded.hasPrefix("documentref-") {
      let isOwned = ["proprietary", "commercial", "confidential", "internal", "closed"]
        .contains { folded.contains($0) }
      return Entry(id: name, family: isOwned ? .proprietary : .unknown)
    }
    return LicenseName.read(name) ?? Entry(id: name, family: .unknown)
  }

  /// Every identifier that a list holds, in no order.
  package static var ids: [String] { entries.values.map(\.id) }

  /// The exceptions there are, in no order.
  package static var exceptionNames: [String] {
    words(of: exceptionIDs)
  }

  /// The entry of an identifier that a list holds.
  static func listed(_ id: String) -> Entry? { entries[id.lowercased()] }

  /// Whether what stands in the text of a license may ask for more than the license does.
  static func isOutspoken(_ id: String) -> Bool { outspoken.contains(id) }

  private static let outspoken = Set(words(of: outspokenIDs))

  /// The exception of that name.
  static func exception(_ name: String) -> Entry? {
    exceptions.contains(name.lowercased()) ? Entry(id: name, family: .weakCopyleft) : nil
  }

  /// Whether an exception lets works under other licenses be combined with the program.
  static func allowsLinking(_ exception: String) -> Bool {
    self.exception(exception) != nil
  }

  private static let entries: [String: Entry] = {
    let lists: [(String, LicenseFamily)] = [
      (publicDomainIDs, .publicDomain), (permissiveIDs, .permissive),
      (weakCopyleftIDs, .weakCopyleft), (shareAlikeIDs, .shareAlike),
      (nonCommercialIDs, .nonCommercial), (sourceAvailableIDs, .sourceAvailable),
      (proprietaryIDs, .proprietary), (strongCopyleftIDs, .strongCopyleft),
      (networkCopyleftIDs, .networkCopyleft),
    ]
    var result: [String: Entry] = [:]
    for (ids, family) in lists {
      for id in words(of: ids) { result[id.lowercased()] = Entry(id: id, family: family) }
    }
    return result
  }()

  private static let exceptions = Set(exceptionNames.map { $0.lowercased() })

  private static func words(of list: String) -> [String] {
    list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  }
}

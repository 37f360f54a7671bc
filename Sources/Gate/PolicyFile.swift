import Checks
import Rules
import SourceText

/// Everything that is wrong with a policy file.
package struct PolicyError: Error, Sendable, CustomStringConvertible {
  /// In the order in which the file is read.
  package let faults: [TOMLFault]

  package init(_ faults: [TOMLFault]) { self.faults = faults }

  /// Each fault with its line and caret.
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// Reads `.reviewgate.toml`.
///
/// ```toml
/// preset  = "default"         # default, strict, advisory, gdpr, hipaa, pci
/// fail-on = "block"           # block, flag, never
/// rules   = ["extra-rules/"]  # more rule files or folders
/// exclude = ["vendor/**"]     # paths that are left out
///
/// [limits]
/// max-file-size = "10MB"      # B, KB, MB, GB (powers of 1000), KiB, MiB, GiB
/// timeout       = "30s"       # ms, s, m, h
/// jobs          = 2
///
/// [licenses]                  # SPDX ids or globs of them, licenses of any version, or what they ask for
/// allow   = ["MIT", "public-domain"]
/// flag    = ["LGPL-*", "non-commercial"]
/// block   = ["GPL-3.0-only", "AGPL", "source-available"]
/// indexes = ["licenses/known.index"]  # made by `reviewgate licenses index`
///
/// [[override]]                # the last one that covers a finding decides
/// category   = "pii"          # all that is given must hold: category, rule (glob), path (glob),
/// path       = "tests/**"     # severity, confidence
/// action     = "flag"         # approve, flag, block
/// reason     = "fixtures hold made-up people"
/// ```
package struct PolicyFile {
  private var reader: TOMLReader

  /// The policy of a file; throws all of its faults.
  package static func decode(_ bytes: [UInt8], file: String) throws(PolicyError) -> Policy {
    var decoder = PolicyFile(reader: TOMLReader(TOMLDocument(bytes, file: file)))
    let policy = decoder.decodePolicy()
    guard decoder.reader.faults.isEmpty else { throw PolicyError(decoder.reader.faults) }
    return policy
  }

  /// Keys that have a meaning which this version does not know yet.
  private static let reserved = ["baseline", "waivers", "audit", "plugins"]

  private mutating func decodePolicy() -> Policy {
    let root = reader.document.root
    let known = ["preset", "fail-on", "rules", "exclude", "limits", "licenses", "override"]
    for entry in root.entries where !known.contains(entry.key) {
      if Self.reserved.contains(entry.key) {
        reader.report(
          "`\(entry.key)` is not supported by this version; take it out", at: entry.keyOffset)
      } else {
        reader.reportUnknown(entry, in: "the policy", known: known)
      }
    }
    var policy = Policy()
    if let preset: Policy.Preset = reader.choice(root["preset"]) { policy.preset = preset }
    if let level: Policy.FailureLevel = reader.choice(root["fail-on"]) { policy.failOn = level }
    policy.rules = texts(root["rules"])
    policy.exclude = texts(root["exclude"])
    if let table = reader.table(root["limits"]) { policy.limits = decodeLimits(table) }
    if let table = reader.table(root["licenses"]) { policy.licenses = decodeLicenses(table) }
    policy.overrides = (reader.tables(root["override"]) ?? []).compactMap { decodeOverride($0) }
    return policy
  }

  private mutating func texts(_ entry: TOMLEntry?) -> [String] {
    (reader.strings(entry) ?? []).map(\.text)
  }

  private mutating func decodeLimits(_ table: TOMLTable) -> Policy.Limits {
    reader.checkKeys(of: table, in: "[limits]", known: ["max-file-size", "timeout", "jobs"])
    return Policy.Limits(
      maximumFileSize: quantity(table["max-file-size"], "10MB", Quantity.bytes),
      timeout: quantity(table["timeout"], "30s", Quantity.milliseconds),
      jobs: reader.integer(table["jobs"], in: 1...1024))
  }

  private mutating func quantity(
    _ entry: TOMLEntry?, _ example: String, _ read: (String) -> Int?
  ) -> Int? {
    guard let entry, let text = reader.string(entry) else { return nil }
    guard let value = read(text) else {
      reader.report(
        "`\(text)` is no value of `\(entry.key)`; write it as \"\(example)\"", at: entry.item.start)
      return nil
    }
    return value
  }

  private mutating func decodeLicenses(_ table: TOMLTable) -> Policy.Licenses {
    reader.checkKeys(of: table, in: "[licenses]", known: ["allow", "flag", "block", "indexes"])
    return Policy.Licenses(
      allow: licenses(table["allow"]), flag: licenses(table["flag"]),
      block: licenses(table["block"]), indexes: texts(table["indexes"]))
  }

  /// A name that no license has would decide nothing, and nobody would notice.
  private mutating func licenses(_ entry: TOMLEntry?) -> [String] {
    (reader.strings(entry) ?? []).map { name in
      if !Policy.Licenses.isKnown(name.text) {
        reader.report(
          "`\(name.text)` is no license: write an SPDX id, a glob of ids, `LicenseRef-` with a name, or"
            + " one of \(LicenseFamily.allCases.map(\.category).joined(separator: ", "))",
          at: name.item.start,
          note: Policy.Licenses.nearest(to: name.text).map { "did you mean `\($0)`?" })
      }
      return name.text
    }
  }

  private mutating func decodeOverride(_ table: TOMLTable) -> Policy.Override? {
    let scope = ["category", "rule", "path", "severity", "confidence"]
    reader.checkKeys(of: table, in: "[[override]]", known: scope + ["action", "reason"])
    if !scope.contains(where: { table[$0] != nil }) {
      reader.report(
        "the override covers everything; give it one of \(scope.joined(separator: ", ")),"
          + " or choose another preset", at: table.offset)
    }
    if table["action"] == nil {
      reader.report("the override lacks `action` (approve, flag or block)", at: table.offset)
    }
    let action: Verdict? = reader.choice(table["action"])
    let reason = reader.string(table["reason"])
    if action == .approve, table["reason"] == nil {
      reader.report("an override that approves must give its `reason`", at: table.offset)
    }
    let position = reader.document.position(of: table.offset)
    let override = Policy.Override(
      category: reader.choice(table["category"]), rule: reader.string(table["rule"]),
      path: reader.string(table["path"]), severity: reader.choice(table["severity"]),
      confidence: reader.choice(table["confidence"]), action: action ?? .flag, reason: reason,
      source: RuleSource(
        file: reader.document.file, line: position.line, column: position.column))
    return action == nil ? nil : override
  }
}

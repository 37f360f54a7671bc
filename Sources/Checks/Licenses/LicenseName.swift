// People name licenses in many ways: `GPLv3+`, `GNU Lesser General Public License v2.1 or later`,
// `The Apache Software License, Version 2.0`, `License :: OSI Approved :: MIT License`. The reader
// folds a name into words and looks for the words that tell one license from all others, the
// narrower name before the wider one (Affero before Lesser before General).

/// Reads a license's name as people write it.
package enum LicenseName {
  /// Nil where nothing in `text` names a license; reads at most the first 400 bytes.
  package static func read(_ text: some StringProtocol) -> LicenseTable.Entry? {
    read(FoldedWords(text))
  }

  static func read(_ words: FoldedWords) -> LicenseTable.Entry? {
    guard words.count > 0 else { return nil }
    return gnu(words) ?? creativeCommons(words) ?? named(words)
  }

  private static func gnu(_ words: FoldedWords) -> LicenseTable.Entry? {
    let isAffero = words.has("affero") || words.hasStem("agpl")
    let isGeneral = words.has("general public") || words.hasStem("gpl")
    let isLesser =
      words.hasStem("lgpl") || isGeneral && (words.has("lesser") || words.has("library"))
    if words.has("free documentation") || words.hasStem("gfdl") {
      return entry("GFDL", words, among: ["1.1", "1.2", "1.3"], .shareAlike)
    }
    if isAffero { return entry("AGPL", words, among: ["1.0", "3.0"], .networkCopyleft) }
    if isLesser { return entry("LGPL", words, among: ["2.0", "2.1", "3.0"], .weakCopyleft) }
    guard isGeneral else { return nil }
    let family: LicenseFamily =
      words.has("classpath") || words.has("linking exception") ? .weakCopyleft : .strongCopyleft
    return entry("GPL", words, among: ["1.0", "2.0", "3.0"], family)
  }

  /// The identifier with the version that the words name; without one the bare name.
  private static func entry(
    _ name: String, _ words: FoldedWords, among versions: [String], _ family: LicenseFamily
  ) -> LicenseTable.Entry {
    guard let version = words.version(among: versions) else {
      return LicenseTable.Entry(id: name, family: family)
    }
    let tail = words.allowsLater ? "-or-later" : "-only"
    return LicenseTable.Entry(id: "\(name)-\(version)\(tail)", family: family)
  }

  private static func creativeCommons(_ words: FoldedWords) -> LicenseTable.Entry? {
    if words.has("cc0") || words.has("cc zero") {
      return LicenseTable.Entry(id: "CC0-1.0", family: .publicDomain)
    }
    let isCommons =
      words.has("creative commons") || words.has("creativecommons") || words.has("cc by")
    guard isCommons else { return nil }
    let isLimited = words.has("nc") || words.has("noncommercial") || words.has("non commercial")
    let isFixed =
      words.has("nd") || words.hasOne(of: ["noderivs", "noderivatives", "no derivatives"])
    let isAlike = words.has("sa") || words.has("sharealike") || words.has("share alike")
    let isBy = words.has("by") || words.has("attribution")
    guard isBy || isLimited || isFixed || isAlike else { return nil }
    var id = "CC-BY"
    if isLimited { id += "-NC" }
    if isFixed { id += "-ND" }
    if isAlike { id += "-SA" }
    if let version = words.version(among: ["1.0", "2.0", "2.5", "3.0", "4.0"]) {
      id += "-" + version
    }
    let family: LicenseFamily =
      isLimited || isFixed ? .nonCommercial : isAlike ? .shareAlike : .permissive
    return LicenseTable.Entry(id: id, family: family)
  }

  /// Names that one or two words tell; the narrower first.
  private static let names: [(words: String, id: String, family: LicenseFamily)] = [
    ("server side public", "SSPL-1.0", .networkCopyleft),
    ("sspl", "SSPL-1.0", .networkCopyleft),
    ("business source", "BUSL-1.1", .sourceAvailable),
    ("busl", "BUSL-1.1", .sourceAvailable),
    ("functional source", "FSL-1.1", .sourceAvailable),
    ("elastic", "Elastic-2.0", .sourceAvailable),
    ("commons clause", "Commons-Clause", .sourceAvailable),
    ("polyform noncommercial", "PolyForm-Noncommercial-1.0.0", .nonCommercial),
    ("polyform", "PolyForm", .sourceAvailable),
    ("sustainable use", "SUL-1.0", .sourceAvailable),
    ("mozilla public", "MPL-2.0", .weakCopyleft),
    ("mpl", "MPL-2.0", .weakCopyleft), ("mpl2", "MPL-2.0", .weakCopyleft),
    ("eclipse public", "EPL-2.0", .weakCopyleft), ("epl", "EPL-2.0", .weakCopyleft),
    ("cddl", "CDDL-1.0", .weakCopyleft),
    ("common development and distribution", "CDDL-1.0", .weakCopyleft),
    ("european union public", "EUPL-1.2", .weakCopyleft),
    ("eupl", "EUPL-1.2", .weakCopyleft),
    ("common public", "CPL-1.0", .weakCopyleft),
    ("open software license", "OSL-3.0", .networkCopyleft),
    ("osl", "OSL-3.0", .networkCopyleft),
    ("cecill c", "CECILL-C", .weakCopyleft), ("cecill b", "CECILL-B", .permissive),
    ("cecill", "CECILL-2.1", .strongCopyleft),
    ("sleepycat", "Sleepycat", .strongCopyleft),
    ("open database", "ODbL-1.0", .shareAlike), ("odbl", "ODbL-1.0", .shareAlike),
    ("openrail", "OpenRAIL", .sourceAvailable), ("openrail++", "OpenRAIL", .sourceAvailable),
    ("non commercial", "noncommercial", .nonCommercial),
    ("noncommercial", "noncommercial", .nonCommercial),
    ("unlicensed", "UNLICENSED", .proprietary), ("proprietary", "proprietary", .proprietary),
    ("commercial", "commercial", .proprietary),
    ("all rights reserved", "proprietary", .proprietary),
    ("closed source", "proprietary", .proprietary),
    ("unlicense", "Unlicense", .publicDomain), ("public domain", "public-domain", .publicDomain),
    ("wtfpl", "WTFPL", .permissive), ("apache", "Apache-2.0", .permissive),
    ("mit", "MIT", .permissive), ("expat", "MIT", .permissive),
    ("bsd", "BSD", .permissive), ("isc", "ISC", .permissive), ("zlib", "Zlib", .permissive),
    ("boost software", "BSL-1.0", .permissive), ("artistic", "Artistic", .permissive),
    ("python software foundation", "PSF-2.0", .permissive), ("psf", "PSF-2.0", .permissive),
    ("postgresql", "PostgreSQL", .permissive), ("ruby", "Ruby", .permissive),
    ("open font", "OFL-1.1", .permissive), ("ofl", "OFL-1.1", .permissive),
    ("upl", "UPL-1.0", .permissive), ("academic free", "AFL-3.0", .permissive),
  ]

  private static let phrases = PhraseSet(names.map(\.words))

  private static func named(_ words: FoldedWords) -> LicenseTable.Entry? {
    phrases.first(in: words).map { LicenseTable.Entry(id: names[$0].id, family: names[$0].family) }
  }
}

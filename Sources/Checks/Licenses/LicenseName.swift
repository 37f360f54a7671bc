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

  /// Of the address of a license's page.
  static func read(link: String) -> LicenseTable.Entry? {
    // `polyformproject.org/licenses/small-business/1.0.0` has its words between other marks.
    var bytes = Array(link.utf8.prefix(400))
    for index in bytes.indices where bytes[index] == UInt8(ascii: ".") {
      let isVersion =
        index > 0 && bytes[index - 1].isASCIIDigit
        && index + 1 < bytes.count && bytes[index + 1].isASCIIDigit
      if !isVersion { bytes[index] = 0x20 }
    }
    return read(FoldedWords(bytes, in: bytes.indices))
  }

  /// All licenses that a short text names, as one expression: to choose from where it says so. `start`
  /// tells where the first name may begin at most, in words.
  static func expression(
    _ text: some StringProtocol, startingWithin start: Int = .max
  ) -> SPDXExpression? {
    let bytes = Array(text.utf8.prefix(400))
    let words = FoldedWords(bytes, in: bytes.indices)
    let starts = self.starts(words)
    guard let first = starts.first, first <= start else { return nil }
    var licenses: [LicenseTable.Entry] = []
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : words.count
      let range = words.ranges[start].lowerBound..<words.ranges[end - 1].upperBound
      guard let license = read(FoldedWords(bytes, in: range)) else { continue }
      if !licenses.contains(where: { $0.name == license.name }) { licenses.append(license) }
    }
    let isChoice =
      choosing.isFound(in: words) || bytes.contains(UInt8(ascii: "/"))
      || bytes.contains(UInt8(ascii: "|"))
    return isChoice ? SPDXExpression(oneOf: licenses) : SPDXExpression(allOf: licenses)
  }

  private static let choosing = PhraseSet(["or", "either", "dual", "dually", "choice"])

  /// Where names of licenses begin.
  private static func starts(_ words: FoldedWords) -> [Int] {
    var starts: [Int] = []
    // The words before this one belong to the last name.
    var end = 0
    for index in 0..<words.count where index >= end {
      if index == end, index > 0, parts.holds(words.hashes[index]) || words.isNumber(index) {
        end = starts.isEmpty ? 0 : index + 1
        if end > 0 { continue }
      }
      let here = index..<(index + 1)
      let isStem =
        words.hasStem("gpl", in: here) || words.hasStem("lgpl", in: here)
        || words.hasStem("agpl", in: here)
      let length = max(
        heads.length(in: words, at: index), phrases.length(in: words, at: index), isStem ? 1 : 0)
      guard length > 0 else { continue }
      starts.append(index)
      end = index + length
    }
    return starts
  }

  private static let heads = PhraseSet([
    "gnu", "gfdl", "affero", "lesser general", "library general", "general public",
    "free documentation", "creative commons", "cc by", "cc zero",
  ])

  /// Words that go on with a name.
  private static let parts = PhraseSet([
    "gnu", "gpl", "lgpl", "agpl", "affero", "lesser", "library", "general", "public", "free",
    "documentation", "license", "licence", "version", "v", "software", "clause", "new", "bsd",
    "creative", "commons", "attribution", "sharealike", "noncommercial", "by", "sa", "nc", "nd",
    "international", "style", "like", "source",
  ])

  private static func gnu(_ words: FoldedWords) -> LicenseTable.Entry? {
    let isAffero = words.has("affero") || words.hasStem("agpl")
    let isGeneral =
      words.has("general public") || words.hasStem("gpl") || words.hasStem("glp")
    let isLesser =
      words.hasStem("lgpl")
      || (isGeneral || words.has("public")) && (words.has("lesser") || words.has("library"))
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
    if words.hasOne(of: ["cc0", "cc zero", "publicdomain zero", "commons zero"]) {
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

  /// A name that one or a few words tell.
  private struct Known {
    var words: String
    /// The identifier; `*` stands for the version.
    var id: String
    /// The versions there are, the one that is meant where none is stated first.
    var versions: [String] = []
    /// Of an identifier that no list holds.
    var family = LicenseFamily.unknown

    init(_ words: String, _ id: String, _ versions: String = "") {
      self.words = words
      self.id = id
      self.versions = versions.split(separator: " ").map(String.init)
    }

    init(_ words: String, _ id: String, _ family: LicenseFamily) {
      self.words = words
      self.id = id
      self.family = family
    }

    func entry(_ words: FoldedWords) -> LicenseTable.Entry {
      guard let usual = versions.first else {
        return LicenseTable.listed(id) ?? LicenseTable.Entry(id: id, family: family)
      }
      let version = words.version(among: versions) ?? usual
      let id = String(self.id.dropLast()) + version
      return LicenseTable.listed(id) ?? LicenseTable.Entry(id: id, family: family)
    }
  }

  private static let openLDAP =
    "2.8 2.7 2.6 2.5 2.4 2.3 2.2.2 2.2.1 2.2 2.1 2.0.1 2.0 1.4 1.3 1.2 1.1"

  /// The narrower first.
  private static let names: [Known] = [
    // Licenses that limit use.
    Known("server side public", "SSPL-1.0"), Known("sspl", "SSPL-1.0"),
    Known("business source", "BUSL-1.1"), Known("busl", "BUSL-1.1"),
    Known("bsl11", "BUSL-1.1"),
    Known("functional source", "FSL-1.1-ALv2"), Known("fsl", "FSL-1.1-ALv2"),
    Known("elastic license", "Elastic-*", "2.0 1.0"), Known("elv2", "Elastic-2.0"),
    Known("commons clause", "Commons-Clause"),
    Known("polyform noncommercial", "PolyForm-Noncommercial-1.0.0"),
    Known("polyform small business", "PolyForm-Small-Business-1.0.0"),
    Known("polyform shield", "PolyForm-Shield-1.0.0"),
    Known("polyform perimeter", "PolyForm-Perimeter-1.0.0"),
    Known("polyform strict", "PolyForm-Strict-1.0.0"),
    Known("polyform internal use", "PolyForm-Internal-Use-1.0.0"),
    Known("polyform free trial", "PolyForm-Free-Trial-1.0.0"),
    Known("polyform", "PolyForm", .sourceAvailable),
    Known("sustainable use", "SUL-1.0"), Known("hippocratic", "Hippocratic-2.1"),
    Known("confluent community", "Confluent-Community-1.0", .sourceAvailable),
    Known("redis source available", "RSAL-2.0", .sourceAvailable),
    Known("timescale license", "TSL", .sourceAvailable),
    Known("openrail++", "OpenRAIL", .sourceAvailable),
    Known("openrail", "OpenRAIL", .sourceAvailable),
    Known("openrail m", "OpenRAIL", .sourceAvailable),
    Known("open rail", "OpenRAIL", .sourceAvailable),
    Known("llama", "Llama-Community", .sourceAvailable),
    Known("gemma terms", "Gemma", .sourceAvailable),
    Known("gemma", "Gemma", .sourceAvailable),
    Known("aladdin free public", "Aladdin"), Known("aladdin", "Aladdin"),
    Known("code project open", "CPOL-1.02"), Known("cpol", "CPOL-1.02"),
    // Copyleft.
    Known("mozilla public", "MPL-*", "2.0 1.1 1.0"), Known("mpl", "MPL-*", "2.0 1.1 1.0"),
    Known("mpl2", "MPL-2.0"), Known("mplv2", "MPL-2.0"), Known("mplv2.0", "MPL-2.0"),
    Known("mplv1.1", "MPL-1.1"), Known("mpl1.1", "MPL-1.1"),
    Known("netscape public", "NPL-*", "1.1 1.0"), Known("npl", "NPL-*", "1.1 1.0"),
    Known("eclipse public", "EPL-*", "2.0 1.0"), Known("epl", "EPL-*", "2.0 1.0"),
    Known("eclipse distribution", "BSD-3-Clause"),
    Known("cddl", "CDDL-*", "1.0 1.1"),
    Known("common development and distribution", "CDDL-*", "1.0 1.1"),
    Known("common public attribution", "CPAL-1.0"), Known("cpal", "CPAL-1.0"),
    Known("common public", "CPL-1.0"), Known("cpl", "CPL-1.0"),
    Known("ibm public", "IPL-1.0"), Known("lucent public", "LPL-*", "1.02 1.0"),
    Known("european union public", "EUPL-*", "1.2 1.1 1.0"),
    Known("eupl", "EUPL-*", "1.2 1.1 1.0"),
    Known("non profit open software", "NPOSL-3.0"),
    Known("open software license", "OSL-*", "3.0 2.1 2.0 1.1 1.0"),
    Known("open software licence", "OSL-*", "3.0 2.1 2.0 1.1 1.0"),
    Known("osl", "OSL-*", "3.0 2.1 2.0 1.1 1.0"),
    Known("reciprocal public", "RPL-*", "1.5 1.1"), Known("rpl", "RPL-*", "1.5 1.1"),
    Known("adaptive public", "APL-1.0"),
    Known("cryptographic autonomy", "CAL-1.0"), Known("parity public", "Parity-7.0.0"),
    Known("cecill c", "CECILL-C"), Known("cecill b", "CECILL-B"),
    Known("cecill", "CECILL-*", "2.1 2.0 1.1 1.0"),
    Known("sleepycat", "Sleepycat"), Known("berkeley database", "Sleepycat"),
    Known("berkeley db", "Sleepycat"),
    Known("apple public source", "APSL-*", "2.0 1.2 1.1 1.0"),
    Known("apsl", "APSL-*", "2.0 1.2 1.1 1.0"),
    Known("sun public", "SPL-1.0"), Known("sun industry standards", "SISSL"),
    Known("sissl", "SISSL"), Known("nokia open source", "Nokia"),
    Known("realnetworks public source", "RPSL-1.0"), Known("rpsl", "RPSL-1.0"),
    Known("ricoh source", "RSCPL"), Known("q public", "QPL-1.0"), Known("qpl", "QPL-1.0"),
    Known("sybase open watcom", "Watcom-1.0"), Known("watcom", "Watcom-1.0"),
    Known("motosoto", "Motosoto"), Known("erlang public", "ErlPL-1.1"),
    Known("interbase public", "Interbase-1.0"), Known("zimbra public", "Zimbra-*", "1.4 1.3"),
    Known("yahoo public", "YPL-*", "1.1 1.0"), Known("cua office", "CUA-OPL-1.0"),
    Known("latex project public", "LPPL-*", "1.3c 1.3a 1.2 1.1 1.0"),
    Known("lppl", "LPPL-*", "1.3c 1.3a 1.2 1.1 1.0"),
    Known("microsoft reciprocal", "MS-RL"), Known("ms rl", "MS-RL"),
    Known("ms reciprocal", "MS-RL"),
    Known("sugarcrm public", "SugarCRM-1.1.3"), Known("open group test suite", "OGTSL"),
    Known("open cascade technology", "OCCT-PL"), Known("nasa open source", "NASA-1.3"),
    Known("wxwindows", "WXwindows"), Known("gsoap public", "gSOAP-1.3b"),
    Known("bittorrent open source", "BitTorrent-*", "1.1 1.0"),
    Known("oclc research public", "OCLC-2.0"), Known("frameworx", "Frameworx-1.0"),
    Known("sgi free software license b", "SGI-B-*", "2.0 1.1 1.0"),
    Known("sgi free software b", "SGI-B-*", "2.0 1.1 1.0"),
    Known("copyleft next", "copyleft-next-0.3.1"), Known("d fsl", "D-FSL-1.0"),
    Known("deutsche freie software", "D-FSL-1.0"), Known("vostrom", "VOSTROM"),
    Known("simple public license", "SimPL-2.0"), Known("cern ohl s", "CERN-OHL-S-2.0"),
    Known("cern ohl w", "CERN-OHL-W-2.0"), Known("cern ohl p", "CERN-OHL-P-2.0"),
    Known("opendatacommons org licenses by", "ODC-By-1.0"),
    Known("opendatacommons org licenses pddl", "PDDL-1.0"),
    Known("open database", "ODbL-1.0"), Known("odbl", "ODbL-1.0"),
    Known("open publication", "OPUBL-1.0"), Known("common documentation", "CDL-1.0"),
    Known("free art", "LAL-*", "1.3 1.2"), Known("licence art libre", "LAL-*", "1.3 1.2"),
    Known("cdla sharing", "CDLA-Sharing-1.0"),
    // Neither bought nor given.
    Known("non commercial", "LicenseRef-non-commercial", .nonCommercial),
    Known("noncommercial", "LicenseRef-non-commercial", .nonCommercial),
    Known("unlicensed", "UNLICENSED"), Known("proprietary", "LicenseRef-Proprietary"),
    Known("commercial", "LicenseRef-Commercial"),
    Known("all rights reserved", "LicenseRef-Proprietary"),
    Known("closed source", "LicenseRef-Proprietary"),
    // Permissive.
    Known("unlicense", "Unlicense"), Known("cc0", "CC0-1.0"),
    Known("public domain dedication", "PDDL-1.0"), Known("pddl", "PDDL-1.0"),
    Known("public domain", "LicenseRef-public-domain", .publicDomain),
    Known("wtfpl", "WTFPL"), Known("do what the fuck you want", "WTFPL"),
    Known("open data commons attribution", "ODC-By-1.0"), Known("odc by", "ODC-By-1.0"),
    Known("cdla permissive", "CDLA-Permissive-*", "2.0 1.0"),
    Known("apache 1 1", "Apache-1.1"), Known("apache", "Apache-*", "2.0 1.1 1.0"),
    Known("asl", "Apache-*", "2.0 1.1 1.0"),
    Known("mit 0", "MIT-0"), Known("mit no attribution", "MIT-0"), Known("mit", "MIT"),
    Known("expat", "MIT"), Known("x11", "X11"), Known("0bsd", "0BSD"),
    Known("bsd zero clause", "0BSD"), Known("zero clause bsd", "0BSD"),
    Known("bsd 3 clause", "BSD-3-Clause"), Known("3 clause bsd", "BSD-3-Clause"),
    Known("three clause bsd", "BSD-3-Clause"), Known("new bsd", "BSD-3-Clause"),
    Known("modified bsd", "BSD-3-Clause"), Known("revised bsd", "BSD-3-Clause"),
    Known("bsd new", "BSD-3-Clause"), Known("bsd3", "BSD-3-Clause"),
    Known("bsd 3", "BSD-3-Clause"),
    Known("bsd 2 clause", "BSD-2-Clause"), Known("2 clause bsd", "BSD-2-Clause"),
    Known("two clause bsd", "BSD-2-Clause"), Known("simplified bsd", "BSD-2-Clause"),
    Known("bsd simplified", "BSD-2-Clause"), Known("freebsd", "BSD-2-Clause"),
    Known("bsd2", "BSD-2-Clause"), Known("bsd 2", "BSD-2-Clause"),
    Known("bsd 4 clause", "BSD-4-Clause"), Known("4 clause bsd", "BSD-4-Clause"),
    Known("original bsd", "BSD-4-Clause"), Known("bsd", "BSD", .permissive),
    Known("isc", "ISC"), Known("zlib", "Zlib"), Known("libpng", "Libpng"),
    Known("boost software", "BSL-1.0"), Known("boost", "BSL-1.0"), Known("bsl 1.0", "BSL-1.0"),
    Known("artistic", "Artistic-*", "2.0 1.0"),
    Known("same terms as perl", "Artistic-1.0-Perl"),
    Known("scripts sil org ofl", "OFL-1.1"), Known("openfontlicense", "OFL-1.1"),
    Known("python software foundation", "PSF-2.0"), Known("psf", "PSF-2.0"),
    Known("psfl", "PSF-2.0"), Known("python license", "Python-2.0"),
    Known("postgresql", "PostgreSQL"), Known("ruby", "Ruby"), Known("php", "PHP-*", "3.01 3.0"),
    Known("open font", "OFL-*", "1.1 1.0"), Known("ofl", "OFL-*", "1.1 1.0"),
    Known("universal permissive", "UPL-1.0"), Known("upl", "UPL-1.0"),
    Known("academic free", "AFL-*", "3.0 2.1 2.0 1.2 1.1"),
    Known("afl", "AFL-*", "3.0 2.1 2.0 1.2 1.1"),
    Known("educational community", "ECL-*", "2.0 1.0"), Known("ecl", "ECL-*", "2.0 1.0"),
    Known("eiffel forum", "EFL-*", "2.0 1.0"), Known("attribution assurance", "AAL"),
    Known("illinois", "NCSA"), Known("ncsa", "NCSA"),
    Known("open ldap public", "OLDAP-*", openLDAP), Known("openldap", "OLDAP-*", openLDAP),
    Known("openssl", "OpenSSL"), Known("ssleay", "OpenSSL"), Known("curl", "curl"),
    Known("icu", "ICU"), Known("unicode", "Unicode-3.0"), Known("ntp", "NTP"),
    Known("w3c", "W3C"), Known("zope public", "ZPL-*", "2.1 2.0 1.1"),
    Known("zpl", "ZPL-*", "2.1 2.0 1.1"), Known("vovida", "VSL-1.0"),
    Known("freetype", "FTL"), Known("ftl", "FTL"), Known("ijg", "IJG"),
    Known("imagemagick", "ImageMagick"), Known("libtiff", "libtiff"), Known("tcl", "TCL"),
    Known("tcl tk", "TCL"), Known("vim", "Vim"), Known("json", "JSON"),
    Known("beerware", "Beerware"), Known("beer ware", "Beerware"),
    Known("microsoft public", "MS-PL"), Known("ms pl", "MS-PL"), Known("mspl", "MS-PL"),
    Known("mulan permissive", "MulanPSL-*", "2.0 1.0"), Known("mulanpsl", "MulanPSL-2.0"),
    Known("mulan psl", "MulanPSL-*", "2.0 1.0"), Known("mulanpsl2", "MulanPSL-2.0"),
    Known("blue oak", "BlueOak-1.0.0"), Known("blueoak", "BlueOak-1.0.0"),
    Known("fair license", "Fair"), Known("bouncy castle", "MIT"), Known("naumen", "Naumen"),
    Known("plexus", "Plexus"),
    Known("hpnd", "HPND"), Known("historical permission notice", "HPND"),
    Known("bzip2", "bzip2-1.0.6"), Known("intel open source", "Intel"),
    Known("sgi free software", "SGI-B-2.0"), Known("standard ml", "SMLNJ"),
    Known("xfree86", "XFree86-1.1"), Known("cnri", "CNRI-Python"), Known("jython", "CNRI-Jython"),
    Known("info zip", "Info-ZIP"), Known("netcdf", "NetCDF"), Known("hdf5", "HDF5"),
    Known("openmdw", "OpenMDW-1.0"), Known("etalab", "etalab-2.0"),
    Known("open government", "OGL-UK-3.0"),
  ]

  private static let phrases = PhraseSet(names.map(\.words))

  private static func named(_ words: FoldedWords) -> LicenseTable.Entry? {
    phrases.first(in: words).map { names[$0].entry(words) }
  }
}

import BuiltinRules
import Checks
import Input
import Rules
import SourceText
import Testing

/// Ways to get something past the gate, each as a file that is reviewed as the program would do it.
@Suite struct EvasionTests {
  private static let plan = Result { try ScanPlan(catalog: BuiltinRules.catalog) }

  /// What a review finds in a file that is more than a note.
  private static func findings(
    of evasion: EvasionCase, _ scanner: inout Scanner
  ) -> [Finding] {
    guard case .text(let text) = ReviewText.read(evasion.bytes, path: evasion.file) else {
      return []
    }
    var hits: [Scanner.Hit] = []
    for document in text.documents { hits += scanner.scan(document) }
    let assembly = FindingAssembly(outer: text.outer, fingerprintPath: evasion.file)
    return UnnumberedFinding.identified(assembly.findings(hits)).filter { $0.severity > .low }
  }

  @Test(arguments: EvasionTable.all)
  private func `what is dressed up is found for what it is`(table: EvasionTable) throws {
    var scanner = Scanner(try Self.plan.get())
    for evasion in table.cases {
      let found = Self.findings(of: evasion, &scanner)
      // What nobody could find must do no harm, and that is all.
      guard evasion.reason == nil else { continue }
      if let why = evasion.openBecause {
        #expect(
          !found.contains { evasion.isAnswered(by: $0.category) },
          "\(evasion.testDescription) is found: take it off the list (\(why))")
        continue
      }
      #expect(
        found.contains { evasion.isAnswered(by: $0.category) },
        "\(evasion.testDescription): \(found.map(\.rule.text))")
    }
  }

  @Test func `each case has a name of its own`() {
    let names = EvasionTable.all.flatMap(\.cases).map(\.testDescription)
    #expect(names.count > 1_000)
    #expect(Set(names).count == names.count)
  }

  @Test(
    arguments: [
      ("base64", "QSh6Mg=="),
      ("base64ForAddresses|unpadded", "QSh6Mg"),
      ("lines76", "A(z2"),
      ("base32", "IEUHUMQ="),
      ("base85", "K`44M"),
      ("ascii85", "5q%%7"),
      ("utf16|hex", "410028007a003200"),
      ("utf7", "+AEEAKAB6ADI-"),
      ("gzip|base64", "H4sIAAAAAAAAA3PUqDICAOA3tSkEAAAA"),
      ("zlib|base64", "eJxz1KgyAgACpgEW"),
      ("deflate|hex", "73d4a8320200"),
      ("exclusiveOr|hex", "6b025018"),
      ("rot13", "N(m2"),
      ("reversed", "2z(A"),
      ("hexEscapes", #"\x41\x28\x7a\x32"#),
      ("octalEscapes", #"\101\050\172\062"#),
      ("unicodeEscapes", #"\u0041\u0028\u007a\u0032"#),
      ("longEscapes", #"\U00000041\U00000028\U0000007a\U00000032"#),
      ("braceEscapes", #"\u{41}\u{28}\u{7a}\u{32}"#),
      ("percent", "%41%28%7A%32"),
      ("percentTwice", "%2541%2528%257A%2532"),
      ("escaped", "A%28z2"),
      ("entities", "&#65;&#40;&#122;&#50;"),
      ("hexEntities", "&#x41;&#x28;&#x7a;&#x32;"),
      ("openEntities", "&#000065&#000040&#0000122&#000050"),
      ("namedEntities", "A&lpar;z2"),
      ("quotedPrintable", "=41=28=7A=32"),
      ("hex", "41287a32"),
      ("hexWithSpaces", "41 28 7a 32"),
      ("hexWithColons", "41:28:7a:32"),
      ("hexList", "0x41, 0x28, 0x7a, 0x32"),
      ("binary", "01000001 00101000 01111010 00110010"),
      ("codes", "65, 40, 122, 50"),
      ("chrWithPlus", "chr(65)+chr(40)+chr(122)+chr(50)"),
      ("chrWithDots", "chr(65).chr(40).chr(122).chr(50)"),
      ("arithmetic", "196, 121, 367, 151"),
      ("characters", "'A', '(', 'z', '2'"),
      ("inNote", #"{"note": "A(z2"}"#),
      ("inLink", "https://y.example/s?q=A(z2"),
      ("jsonEscaped", "A(z2"),
      ("spaced", "A ( z 2"),
      ("softHyphens|hex", "41c2ad28c2ad7ac2ad32"),
      ("fullWidth|hex", "efbca128efbd9aefbc92"),
      ("bold|hex", "f09d908028f09d90b3f09d9f90"),
      ("circled|hex", "41287ae291a1"),
      ("superscript|hex", "41287ac2b2"),
      ("tags|hex", "f3a08181f3a080a8f3a081baf3a080b2"),
      ("smuggled|hex", "f09f9880f3a084b1f3a08498f3a085aaf3a084a2"),
      ("struck|hex", "41ccb628ccb67accb632ccb6"),
    ])
  private func `a dress is what its name says`(dress: String, expected: String) {
    #expect(EvasionText.expanded("«‘A(z2’|\(dress)»") == expected)
  }
}

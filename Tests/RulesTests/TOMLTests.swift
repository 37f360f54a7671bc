import Testing

@testable import Rules

/// Reads a text as a file called `t.toml`.
func toml(_ text: String) -> TOMLDocument { TOMLDocument(Array(text.utf8), file: "t.toml") }

extension TOMLDocument {
  /// The value of the key `a` of the root, if the file is right.
  fileprivate var a: TOMLValue? { faults.isEmpty ? root["a"]?.value : nil }
}

@Suite struct TOMLTests {
  @Test(arguments: [
    (#"a = "x\ty\u00E9\U0001F600\\""#, "x\ty\u{E9}\u{1F600}\\"),
    ("a = 'C:\\x'", "C:\\x"),
    ("a = \"\"\"\nx\ny\"\"\"", "x\ny"),
    ("a = \"\"\"x \\\n   \n  y\"\"\"", "x y"),
    ("a = '''\n'x''y'''", "'x''y"),
    ("a = \"\"\"x\"\"\"\"\"", "x\"\""),
    ("a = ''", ""),
    ("a = \"\"\"x\r\ny\"\"\"", "x\r\ny"),
    ("\u{FEFF}a = 'x' # comment", "x"),
    ("'a' = 'x'", "x"),
  ])
  func `strings of all kinds have their text`(source: String, expected: String) throws {
    let document = toml(source)
    guard case .string(let text) = try #require(document.a) else {
      Issue.record("no string")
      return
    }
    #expect(Array(text.utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("0", 0), ("+7", 7), ("-0", 0), ("1_000", 1000), ("0xDEAD_beef", 0xDEAD_BEEF), ("0o17", 15),
    ("0b101", 5), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
  ])
  func `integers have their value`(source: String, expected: Int64) throws {
    guard case .integer(let value) = try #require(toml("a = \(source)").a) else {
      Issue.record("no integer")
      return
    }
    #expect(value == expected)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("-0.25", -0.25), ("1e3", 1000), ("6.5E-2", 0.065), ("1_0.2_5", 10.25),
    ("inf", Double.infinity), ("-inf", -Double.infinity),
  ])
  func `floats have their value`(source: String, expected: Double) throws {
    guard case .float(let value) = try #require(toml("a = \(source)").a) else {
      Issue.record("no float")
      return
    }
    #expect(value == expected)
  }

  @Test func `a number may be none`() throws {
    guard case .float(let value) = try #require(toml("a = -nan").a) else {
      Issue.record("no float")
      return
    }
    #expect(value.isNaN)
  }

  @Test func `dates and times keep their parts`() throws {
    guard case .dateTime(let value) = try #require(toml("a = 2024-02-29 07:05:09.25-07:30").a)
    else {
      Issue.record("no date")
      return
    }
    #expect(value.date == .init(year: 2024, month: 2, day: 29))
    #expect(value.time == .init(hour: 7, minute: 5, second: 9, nanosecond: 250_000_000))
    #expect(value.offset == -450)
    #expect(toml("a = 07:32:00").faults.isEmpty)
    #expect(toml("a = 2024-01-01").faults.isEmpty)
    #expect(toml("a = 2024-01-01T00:00:00Z").faults.isEmpty)
  }

  @Test func `tables come from headers, dots and braces alike`() {
    for source in [
      "[a.b]\nc = 1", "a.b.c = 1", "a = { b = { c = 1 } }", "a = {b.c = 1}", "[a]\nb.c = 1",
      "[ a . 'b' ]\nc=1",
    ] {
      let document = toml(source)
      #expect(document.faults.isEmpty, "\(source)")
      let inner = document.root["a"].flatMap { document.table($0.item) }?["b"]
        .flatMap { document.table($0.item) }
      guard case .integer(1) = inner?["c"]?.value else {
        Issue.record("no value in \(source)")
        continue
      }
    }
  }

  @Test func `arrays of tables grow and take sub-tables`() throws {
    let document = toml("[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\n[[a.c]]\n[[a.c]]")
    #expect(document.faults.isEmpty)
    let tables = try #require(document.root["a"].flatMap { document.tables($0.item) })
    #expect(tables.count == 2)
    #expect(tables[0].entries.map(\.key) == ["x", "b"])
    #expect(tables[1]["c"].flatMap { document.tables($0.item) }?.count == 2)
  }

  @Test(arguments: [
    // Redefinition.
    "a = 1\na = 2", "[a]\n[a]", "a.b = 1\n[a]", "[a]\nb = 1\n[a.b]", "a = {}\n[a.b]",
    "a = {}\na.b = 1", "a = []\n[[a]]", "[[a]]\n[a]", "[a]\n[[a]]", "a = 1\na.b = 2",
    "[a.b]\n[a]\nb.c = 1", "a = {b = 1, b = 2}",
    // Form.
    "a", "a =", "= 1", "a = 1 b = 2", "a = [1 2]", "a = [1", "a = {b = 1", "a = {b = 1,}",
    "a = {b = 1\n}", "[a", "[[a]", "[]", "a. = 1", "a = x", "é = 1", "a = [,]", "a = True",
    // Strings.
    "a = \"x", "a = 'x\ny'", "a = \"\\x41\"", "a = \"\\e\"", "a = \"\\uD800\"", "a = \"\u{1}\"",
    "a = '''x", "a = \"\\u12\"", "\"\"\"a\"\"\" = 1", "a = \"\"\"x\"\"\"\"\"\"",
    // Numbers.
    "a = 01", "a = 1_", "a = _1", "a = 1__0", "a = 1.", "a = .5", "a = 1e", "a = 0x", "a = +0x1",
    "a = 0b2", "a = 9223372036854775808", "a = 1._5", "a = 1_e1", "a = --1", "a = 0xg",
    // Dates and times, also what only TOML 1.1 knows.
    "a = 2023-02-29", "a = 2024-13-01", "a = 24:00:00", "a = 07:32", "a = 2024-01-01T07:32Z",
    "a = 2024-1-1", "a = 07:32:00Z", "a = 2024-01-01T00:00:00+24:00",
    // Control characters.
    "# \u{7F}", "a = 1\rb = 2", "# x\ry", "a = 1\u{0}",
  ])
  func `what is no TOML is refused with a place`(source: String) {
    let document = toml(source)
    #expect(!document.faults.isEmpty)
    for fault in document.faults {
      #expect(fault.line >= 1 && fault.column >= 1)
      #expect(!fault.message.isEmpty)
    }
  }

  @Test func `bytes that are no UTF-8 are refused where they stand`() {
    for bytes: [UInt8] in [
      [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE2, 0x82], [0xF5, 0x80],
    ] {
      let document = TOMLDocument(Array("a = 1\n# ".utf8) + bytes, file: "t.toml")
      #expect(document.faults.map(\.line) == [2])
      #expect(document.faults.map(\.column) == [3])
    }
  }

  @Test func `one run names several faults`() {
    let document = toml("a = 1\nb = \n[c\nd = 2\ne = 'x\nf = 3\n")
    #expect(document.faults.map(\.line) == [2, 3, 5])
    #expect(document.root["a"] != nil)
  }

  @Test func `a fault shows its line with a caret, counted in scalars`() {
    let document = toml("é = 1\n  'ä' = x # why\n")
    #expect(
      document.faults.last?.description == """
        t.toml:2:9: expected a value
              'ä' = x # why
                    ^ strings stand in quotes
        """)
  }

  @Test func `values nest to a bound without harm`() {
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(toml("a = \(deep)").faults.isEmpty)
    #expect(!toml("a = [\(deep)]").faults.isEmpty)
    #expect(!toml("a = " + String(repeating: "[", count: 1_000_000)).faults.isEmpty)
    #expect(!toml("a = " + String(repeating: "{a=", count: 300_000)).faults.isEmpty)
    #expect(!toml("[" + String(repeating: "a.", count: 300_000) + "a]").faults.isEmpty)
  }

  @Test func `large tables find their keys`() {
    let document = toml((0..<2000).map { "k\($0) = \($0)\n" }.joined())
    guard case .integer(1234) = document.root["k1234"]?.value else {
      Issue.record("not found")
      return
    }
    #expect(!toml((0..<2000).map { "k\($0 % 1999) = 1\n" }.joined()).faults.isEmpty)
  }

  @Test(arguments: [
    ("a = 'abcd'", 2, "c"), (#"a = "a\tcd""#, 2, "c"), ("a = '''\nabcd'''", 2, "c"),
    (#"a = "\u00E9cd""#, 2, "c"), ("a = \"\"\"a\\\n  bcd\"\"\"", 2, "c"), (#"a = "a\\c""#, 1, "\\"),
  ])
  func `a byte of a string's text leads back to the file`(
    source: String, byte: Int, expected: String
  ) throws {
    let document = toml(source)
    let item = try #require(document.root["a"]?.item)
    let offset = document.offset(ofByte: byte, in: item)
    #expect(String(decoding: document.bytes[offset..<offset + 1], as: UTF8.self) == expected)
  }
}

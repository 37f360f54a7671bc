import BuiltinRules
import Rules
import SourceText
import Testing

@testable import Checks

/// A column of passwords has one in every row.
struct PasswordRowsTests {
  /// The rows that are reported, in their order.
  private static func rows(_ rule: String, _ text: String) throws -> [String] {
    let rules = try BuiltinRules.load().rules.filter { $0.id.text == rule }
    var scanner = Scanner(try ScanPlan(rules: rules))
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: "a.txt", bytes: bytes), name: "a.txt", bytes: bytes, language: .plain)
    return scanner.scan(document).map { $0.candidate.value }
      .sorted { $0.lowerBound < $1.lowerBound }
      .map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func `later rows of a table are found though the first is none`() throws {
    let table =
      "name,password,role\nann,changeme,a\nbob,Rabe.Turm-7,b\neve,Kiesel#Weg19,c\n\nx,y1z2w3q,z\n"
    #expect(
      try Self.rows("passwords/password-column", table)
        == ["bob,Rabe.Turm-7,b", "eve,Kiesel#Weg19,c"])
  }

  @Test func `a row of data that names a password is no head`() throws {
    let list =
      "libpam\tstable\t1.2\npasswd\tstable\t4.13\nperl\tstable\t5.36.0-7\nvim\tstable\t9.0b2\n"
    #expect(try Self.rows("passwords/password-column", list).count <= 1)
  }

  @Test func `every row of an INSERT is judged`() throws {
    let statement =
      "INSERT INTO users (name, password) VALUES ('ann', NULL), ('bob', 'Rabe.Turm-7'),\n"
      + "  ('eve', 'a)b''(c'), ('dan', 'Kiesel#Weg19');\n"
    let rows = try Self.rows("passwords/password-in-inserted-row", statement)
    #expect(rows.first == "('bob', 'Rabe.Turm-7')")
    #expect(rows.last == "('dan', 'Kiesel#Weg19')")
  }
}

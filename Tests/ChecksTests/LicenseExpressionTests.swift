import Testing

@testable import Checks

/// An expression, and what is to be read of it.
struct ExpressionCase: CustomTestStringConvertible, Sendable {
  var text: String
  var family: LicenseFamily
  var decisive: String

  init(_ text: String, _ family: LicenseFamily, _ decisive: String) {
    self.text = text
    self.family = family
    self.decisive = decisive
  }

  var testDescription: String { text }
}

struct LicenseExpressionTests {
  @Test(arguments: [
    ExpressionCase("MIT", .permissive, "MIT"),
    ExpressionCase("mit", .permissive, "MIT"),
    ExpressionCase("GPL-3.0-or-later", .strongCopyleft, "GPL-3.0-or-later"),
    ExpressionCase("GPL-2.0+", .strongCopyleft, "GPL-2.0+"),
    ExpressionCase("LGPL-2.1+", .weakCopyleft, "LGPL-2.1+"),
    ExpressionCase("AGPL-3.0-only", .networkCopyleft, "AGPL-3.0-only"),
    ExpressionCase("SSPL-1.0", .networkCopyleft, "SSPL-1.0"),
    ExpressionCase("BUSL-1.1", .sourceAvailable, "BUSL-1.1"),
    ExpressionCase("CC-BY-NC-SA-4.0", .nonCommercial, "CC-BY-NC-SA-4.0"),
    ExpressionCase("CC-BY-SA-4.0", .shareAlike, "CC-BY-SA-4.0"),
    ExpressionCase("UNLICENSED", .proprietary, "UNLICENSED"),
    ExpressionCase("Unlicense", .publicDomain, "Unlicense"),
  ])
  func `one identifier has its family`(_ example: ExpressionCase) throws {
    let expression = try #require(SPDXExpression(example.text))
    #expect(expression.family == example.family)
    #expect(expression.decisiveText == example.decisive)
  }

  @Test(arguments: [
    ExpressionCase("MIT OR GPL-3.0-only", .permissive, "MIT"),
    ExpressionCase("GPL-3.0-only OR MIT", .permissive, "MIT"),
    ExpressionCase("MIT AND GPL-3.0-only", .strongCopyleft, "GPL-3.0-only"),
    // AND binds closer than OR.
    ExpressionCase("MIT OR MPL-2.0 AND GPL-2.0-only", .permissive, "MIT"),
    ExpressionCase("(MIT OR MPL-2.0) AND GPL-2.0-only", .strongCopyleft, "GPL-2.0-only"),
    ExpressionCase("MIT AND (LGPL-2.1+ OR AGPL-3.0-only)", .weakCopyleft, "LGPL-2.1+"),
    ExpressionCase("MIT/Apache-2.0", .permissive, "MIT"),
    ExpressionCase("mit or apache-2.0", .permissive, "MIT"),
  ])
  func `a choice takes its best branch and a conjunction its worst`(_ example: ExpressionCase)
    throws
  {
    let expression = try #require(SPDXExpression(example.text))
    #expect(expression.family == example.family)
    #expect(expression.decisiveText == example.decisive)
  }

  @Test(arguments: [
    ("GPL-2.0-only WITH Classpath-exception-2.0", LicenseFamily.weakCopyleft),
    ("GPL-2.0-only WITH Linux-syscall-note", .weakCopyleft),
    ("GPL-2.0-only WITH no-such-exception", .strongCopyleft),
    ("Apache-2.0 WITH LLVM-exception", .permissive),
  ])
  func `an exception that allows linking makes copyleft weak`(text: String, family: LicenseFamily)
    throws
  {
    #expect(try #require(SPDXExpression(text)).family == family)
  }

  @Test(arguments: [
    "(MIT AND GPL-3.0-only", "MIT AND GPL-3.0-only)", "AND GPL-3.0-only", "GPL-3.0-only AND",
    "GPL-3.0-only is the license of this file", "((((GPL-3.0-only))))",
  ])
  func `a faulty expression is still read`(text: String) throws {
    #expect(try #require(SPDXExpression(text)).family == .strongCopyleft)
  }

  @Test func `an unknown identifier stays as it was written`() throws {
    let expression = try #require(SPDXExpression("LicenseRef-Acme-1"))
    #expect(expression.family == .unknown)
    #expect(expression.identifiers == ["LicenseRef-Acme-1"])
  }

  @Test func `nesting deeper than the limit costs no more than its length`() throws {
    let deep = String(repeating: "(", count: 100_000) + "AGPL-3.0-only"
    // Only the first 400 bytes are read, in which no identifier stands.
    #expect(SPDXExpression(deep) == nil)
    let shallow =
      String(repeating: "(", count: 100) + "AGPL-3.0-only" + String(repeating: ")", count: 100)
    #expect(try #require(SPDXExpression(shallow)).family == .networkCopyleft)
  }

  @Test func `nothing is read of an empty text`() {
    #expect(SPDXExpression("") == nil)
    #expect(SPDXExpression("   ") == nil)
    #expect(SPDXExpression("()") == nil)
  }

  @Test(arguments: [
    ("GNU General Public License version 2 or later", "GPL-2.0-or-later"),
    ("GPLv3+", "GPL-3.0-or-later"),
    ("GNU Lesser General Public License v2.1", "LGPL-2.1-only"),
    ("GNU Affero General Public License v3", "AGPL-3.0-only"),
    ("The Apache Software License, Version 2.0", "Apache-2.0"),
    ("Creative Commons Attribution-ShareAlike 4.0 International", "CC-BY-SA-4.0"),
    ("CC BY-NC-ND 3.0", "CC-BY-NC-ND-3.0"),
    ("Mozilla Public License", "MPL-2.0"),
    ("Business Source License 1.1", "BUSL-1.1"),
  ])
  func `a name is read as people write it`(name: String, id: String) throws {
    #expect(try #require(LicenseName.read(name)).id == id)
  }

  @Test func `a text that names no license gives none`() {
    #expect(LicenseName.read("see the file beside this one") == nil)
  }
}

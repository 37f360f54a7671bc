import Testing

@testable import Checks

struct LicenseNoticeTests {
  /// The notice at the marked name.
  private func notice(_ marked: String) throws -> LicenseNotice {
    let start = try #require(marked.utf8.firstIndex(of: UInt8(ascii: "<")))
    let end = try #require(marked.utf8.firstIndex(of: UInt8(ascii: ">")))
    let before = Array(marked.utf8[..<start])
    let name = Array(marked.utf8[marked.utf8.index(after: start)..<end])
    let after = Array(marked.utf8[marked.utf8.index(after: end)...])
    return LicenseNotice(
      of: before.count..<(before.count + name.count), in: before + name + after)
  }

  @Test(arguments: [
    "redistribute it and/or modify\n# it under the terms of the <GNU General Public License> as published",
    " * under the terms of the <GNU\n *  General Public\n * License>, version 3 ...\n",
    "/* subject to the terms of the <Mozilla Public License>, v. 2.0. */",
    "You should have received a copy of the <GNU General Public License>",
  ])
  func `the wording of a notice is firm however it is broken over lines`(text: String) throws {
    #expect(try notice(text).strength >= .statement)
  }

  @Test(arguments: [
    "Released under the <GNU GPL v3+>; keep this notice.",
    "This code is licensed under the <GPLv2>.",
    "License: <GPL-3.0>", "Theme\n\n<GNU General Public License v3>\n",
  ])
  func `a short notice is a statement`(text: String) throws {
    #expect(try notice(text).strength == .statement)
  }

  @Test(arguments: [
    "We chose MIT instead of the <GPL> for this library.",
    "Is this code licensed under the <GPL>?",
    "Unlike code under the <GPL>, you may link it.",
    "released under a license that is compatible with the <GPL>",
  ])
  func `talk about a license is no notice`(text: String) throws {
    #expect(try notice(text).strength == .talk)
  }

  @Test(arguments: ["the <GPL> symbols of the kernel", "define <GPL> palette"])
  func `a bare name is no statement`(text: String) throws {
    #expect(try notice(text).strength < .statement)
  }

  @Test func `the version and later ones are read from the words around`() throws {
    let text =
      "under the terms of the <GNU General Public License> as published by the Free Software "
      + "Foundation; either version 2 of the License, or (at your option) any later version."
    #expect(try notice(text).license?.id == "GPL-2.0-or-later")
  }

  @Test func `a permissive license beside it makes a choice`() throws {
    #expect(try notice("Dual licensed under the MIT and <GPL> licenses.").choice?.id == "MIT")
    #expect(try notice("Licensed under the <GPL>.").choice == nil)
  }

  @Test func `a long text around a name is read only near it`() throws {
    let filler = String(repeating: "words and more words\n", count: 50_000)
    #expect(try notice(filler + "\nLicensed under the <GPL>.\n\n" + filler).strength == .statement)
  }
}

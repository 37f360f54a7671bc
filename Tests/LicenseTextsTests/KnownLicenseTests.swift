import Foundation
import PatternEngine
import Testing

@testable import LicenseTexts

/// The fingerprints that are built into the program, by short passages that everybody quotes.
@Suite struct KnownLicenseTests {
  static let file: [UInt8] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = root.appending(path: "rules/licenses/texts.fingerprints").path()
    return FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
  }()

  static func matches(_ text: String) throws -> [LicenseTextMatch] {
    try #require(LicenseTextIndex(PackedBytes(file))).matches(in: Array(text.utf8))
  }

  @Test func `it knows hundreds of texts in less than 400 KB`() throws {
    let index = try #require(LicenseTextIndex(PackedBytes(Self.file)))
    #expect(index.count > 750)
    #expect(Self.file.count < 400_000)
    #expect(!Self.file.contains { $0 >= 0x7F || $0 == UInt8(ascii: "\"") || $0 == 0x5C })
  }

  @Test func `the grant of the MIT license is told in a comment`() throws {
    let text = """
      // Permission is hereby granted, free of charge, to any person obtaining a copy of this
      // software and associated documentation files (the "Software"), to deal in the Software
      // without restriction, including without limitation the rights to use, copy, modify, merge,
      // publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons
      // to whom the Software is furnished to do so, subject to the following conditions:
      """
    #expect(try Self.matches(text).map(\.id) == ["MIT"])
  }

  @Test func `notices are no license texts`() throws {
    let notices = [
      """
      # Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
      # except in compliance with the License. You may obtain a copy of the License at
      # http://www.apache.org/licenses/LICENSE-2.0
      """,
      """
      /* This program is free software; you can redistribute it and/or modify it under the terms
         of the GNU General Public License as published by the Free Software Foundation; either
         version 2 of the License, or (at your option) any later version. */
      """,
      "SPDX-License-Identifier: GPL-3.0-only\nCopyright 2024 Example. All rights reserved.",
    ]
    for notice in notices { #expect(try Self.matches(notice) == []) }
  }

  @Test func `talk about licenses is none`() throws {
    let text = """
      We chose the MIT license, since permission to use, copy and modify the software is granted
      without a fee, and the warranty is disclaimed. The GPL asks that modified versions are
      distributed under the same conditions; its liability clause is about the same. Copyright
      stays with the authors. Redistribution of binaries needs a copy of the license text in the
      documentation. See the license chooser for other licenses and their conditions.
      """
    #expect(try Self.matches(text) == [])
  }
}

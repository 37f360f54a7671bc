import BuiltinRules
import Rules
import SourceText
import Testing

@testable import Checks

/// What the rules about licenses say of whole texts.
struct LicenseCheckTests {
  private static let plan = Result {
    try ScanPlan(
      rules: try BuiltinRules.load().rules.filter { $0.category == .license },
      checks: AllChecks.all(
        CheckData(licenseTexts: BuiltinRules.licenseTexts, knownCode: BuiltinRules.knownCode)))
  }

  /// The findings of a text, each as `severity license (family)`, in order.
  private func told(_ text: String, in name: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    var scanner = Scanner(try Self.plan.get())
    return scanner.scan(document).map(\.candidate).map { candidate in
      guard let license = candidate.license else { return "\(candidate.severity.rawValue) ?" }
      let expression = license.expression
      return "\(candidate.severity.rawValue) \(expression.text) (\(expression.family.rawValue))"
    }
  }

  @Test(arguments: [
    ("package.json", #"{ "name": "a", "version": "1.0.0", "license": "MIT" }"#, "low MIT"),
    (
      "package.json", #"{ "name": "a", "licenses": [{ "type": "GPL-3.0-only", "url": "x" }] }"#,
      "high GPL-3.0-only"
    ),
    ("package.json", #"{ "name": "a", "license": "(MIT OR GPL-2.0-only)" }"#, "low MIT OR GPL"),
    (
      "pyproject.toml", "[project]\nname = \"a\"\nlicense = {text = \"AGPL-3.0-or-later\"}\n",
      "high AGPL"
    ),
    ("pyproject.toml", "[project]\nname = \"a\"\nlicense = \"Apache-2.0\"\n", "low Apache-2.0"),
    (
      "Cargo.toml", "[package]\nname = \"a\"\nlicense = \"MIT OR Apache-2.0\"\n",
      "low MIT OR Apache"
    ),
    ("Cargo.toml", "[package]\nname = \"a\"\nlicense = \"MPL-2.0\"\n", "medium MPL-2.0"),
    (
      "pom.xml",
      "<project><licenses><license><name>Eclipse Public License 2.0</name></license></licenses></project>",
      "medium EPL-2.0"
    ),
    (
      "a.gemspec",
      "Gem::Specification.new do |spec|\n  spec.name = \"a\"\n  spec.license = \"GPL-2.0-or-later\"\nend\n",
      "high GPL-2.0"
    ),
    (
      "composer.json", #"{ "name": "acme/a", "license": ["LGPL-2.1-only", "GPL-3.0-or-later"] }"#,
      "medium LGPL-2.1"
    ),
    ("setup.py", "setup(name=\"a\", license=\"GPLv3\")\n", "high GPL-3.0"),
    ("README.md", "![](https://img.shields.io/badge/License-AGPL_v3-blue.svg)\n", "high AGPL-3.0"),
    ("a.js", "/**\n * @license MIT\n */\n", "low MIT"),
    ("a.js", "/* @license GPL-3.0 */\n", "high GPL-3.0"),
  ])
  func `fields of manifests, tags and badges state a license`(
    name: String, text: String, expected: String
  ) throws {
    let found = try told(text, in: name)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(arguments: [
    ("# Licensed under the Business Source License 1.1\n", "high BUSL-1.1 (source-available)"),
    ("# Licensed under the Elastic License 2.0.\n", "high Elastic-2.0 (source-available)"),
    (
      "# This file is licensed under the PolyForm Shield License 1.0.0\n",
      "high PolyForm-Shield-1.0.0 (source-available)"
    ),
    (
      "# This program is free software: you can redistribute it and/or modify it under the terms\n"
        + "# of the GNU Lesser General Public License as published by the Free Software Foundation,\n"
        + "# either version 2.1 of the License, or (at your option) any later version.\n",
      "medium LGPL-2.1-or-later (weak copyleft)"
    ),
    (
      "# The contents of this file are subject to the Mozilla Public License Version 1.1\n",
      "medium MPL-1.1 (weak copyleft)"
    ),
    (
      "# CONFIDENTIAL AND PROPRIETARY\n# (c) 2020 Acme Inc.\n",
      "high LicenseRef-Proprietary (proprietary)"
    ),
    ("# Licensed under CC BY-NC-SA 4.0\n", "medium CC-BY-NC-SA-4.0 (non-commercial)"),
  ])
  func `a notice has the license, its version and what it asks for`(text: String, expected: String)
    throws
  {
    #expect(try told(text + "x = 1\n", in: "a.py").contains(expected))
  }

  @Test func `an exception beside a notice is part of its license`() throws {
    let text = """
      // This file is part of a library. It is free software; you can redistribute it and/or modify
      // it under the terms of the GNU General Public License as published by the Free Software
      // Foundation; either version 3, or (at your option) any later version.

      // Under Section 7 of GPL version 3, you are granted additional permissions described in the
      // GCC Runtime Library Exception, version 3.1.

      int f();

      """
    #expect(
      try told(text, in: "a.h") == [
        "medium GPL-3.0-or-later WITH GCC-exception-3.1 (weak copyleft)"
      ])
  }

  @Test func `of two GNU licenses to choose from the lesser counts`() throws {
    let text = """
      /* This library is free software: you can redistribute it and/or modify it under the terms of
         either:

           * the GNU Lesser General Public License as published by the Free Software Foundation;
             either version 3 of the License, or (at your option) any later version.

         or

           * the GNU General Public License as published by the Free Software Foundation; either
             version 2 of the License, or (at your option) any later version.

         or both in parallel, as here. */
      int f();

      """
    #expect(
      try told(text, in: "a.h") == [
        "medium LGPL-3.0-or-later OR GPL-2.0-or-later (weak copyleft)"
      ])
  }

  @Test func `a text is told once, with all that stands in it`() throws {
    let text = """
      Permission to use, copy, modify, and/or distribute this software for any purpose with or
      without fee is hereby granted.

      THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS
      SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL
      THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY
      DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
      CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE
      OR PERFORMANCE OF THIS SOFTWARE.

      """
    let found = try told(text, in: "LICENSE")
    #expect(found.count == 1)
    #expect(
      found.first?.contains("(permissive)") == true
        || found.first?.contains("(public domain)") == true)
  }

  @Test func `the text of a license hides no other that asks for more`() throws {
    let text = """
      Permission to use, copy, modify, and/or distribute this software for any purpose with or
      without fee is hereby granted.

      This program is licensed under the GNU Affero General Public License, version 3.

      THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS
      SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL
      THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY
      DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF
      CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE
      OR PERFORMANCE OF THIS SOFTWARE.

      """
    #expect(try told(text, in: "LICENSE").contains("high AGPL-3.0-only (network copyleft)"))
  }

  @Test(arguments: [
    "Is this code under the GPL?\n", "We chose MIT instead of the GPL.\n",
    "To the extent any open source components are licensed under the GPL, you may obtain a copy.\n",
    "copyright-file-contains-full-apache-2-license\n",
    "'license GPLv2': 'GPL-2.0-only',\n",
  ])
  func `talk about a license is no notice`(text: String) throws {
    #expect(try told(text, in: "a.txt").allSatisfy { $0.hasPrefix("low") })
  }

  @Test(arguments: [
    "/* for internal use only */\nint x;\n", "// For internal use only.\npush();\n",
  ])
  func `parts of a program that are internal are nobody's secret`(text: String) throws {
    #expect(try told(text, in: "a.c").isEmpty)
  }
}

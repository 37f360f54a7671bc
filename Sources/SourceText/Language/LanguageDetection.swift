/// Tells a text's language, by its name first and by its content where the name says nothing.
package enum LanguageDetection {
  /// The language of a file; ``Language/plain`` where nothing speaks for another.
  ///
  /// Looks at the last part of `name`, then at the first line, then at what the first 4 KB look like.
  /// Cheap: the content is looked at only where the name is unknown.
  package static func language(name: String, bytes: [UInt8]) -> Language {
    if let language = language(ofName: name, bytes: bytes) { return language }
    if let language = language(ofOpening: bytes) { return language }
    return ContentScore(bytes).language(atLeast: 8) ?? .plain
  }

  /// The language of a fence without a tag, or of another short piece that is likely to be code.
  package static func language(ofSnippet bytes: [UInt8]) -> Language {
    if let language = language(ofOpening: bytes) { return language }
    return ContentScore(bytes).language(atLeast: 3) ?? .plain
  }

  // MARK: The name

  private static func language(ofName path: String, bytes: [UInt8]) -> Language? {
    let last = path.utf8.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }).last
    guard let last else { return nil }
    let name = String(decoding: last, as: UTF8.self).lowercased()
    if let language = LanguageTable.language(fileName: name) { return language }
    if name.hasPrefix(".env.") || name.hasPrefix("env.") {
      return LanguageTable.language(id: "env")
    }
    if name.hasPrefix("dockerfile.") || name.hasPrefix("containerfile.") {
      return LanguageTable.language(id: "dockerfile")
    }
    if name.hasPrefix("jenkinsfile.") { return LanguageTable.language(id: "groovy") }
    if name.hasPrefix("makefile.") { return LanguageTable.language(id: "makefile") }
    guard let ending = ending(of: name) else { return nil }
    // `config.py.bak`, `settings.json.example`
    if ["bak", "old", "orig", "example", "sample", "template", "tmpl", "dist", "tpl", "in"]
      .contains(ending)
    {
      let inner = String(name.dropLast(ending.utf8.count + 1))
      return inner.isEmpty ? nil : language(ofName: inner, bytes: bytes)
    }
    if ending == "h" { return language(ofHeader: bytes) }
    if ending == "m", ContentScore.first(4096, of: bytes).first(where: { $0 > 0x20 }) == 0x25 {
      // A comment of MATLAB.
      return .plain
    }
    return LanguageTable.language(extension: ending)
  }

  /// What follows the last dot; nil without one.
  private static func ending(of name: String) -> String? {
    guard let dot = name.utf8.lastIndex(of: 0x2E) else { return nil }
    let ending = name[name.utf8.index(after: dot)...]
    return ending.isEmpty ? nil : String(ending)
  }

  /// `.h` is shared by C, C++ and Objective-C.
  private static func language(ofHeader bytes: [UInt8]) -> Language? {
    let start = ContentScore.first(16384, of: bytes)
    func holds(_ mark: StaticString, _ rare: Int) -> Bool {
      ContentScore.holds(mark, rare: rare, in: start)
    }
    if holds("@interface", 0) || holds("@protocol", 0) || holds("#import <", 0) {
      return LanguageTable.language(id: "objective-c")
    }
    if holds("std::", 3) || holds("public:", 6) || holds("private:", 7)
      || holds("namespace ", 2) || holds("constexpr ", 6) || holds("template<", 2)
      || holds("template <", 2)
    {
      return LanguageTable.language(id: "cpp")
    }
    return LanguageTable.language(id: "c")
  }

  // MARK: The first line

  /// What the first bytes say outright.
  private static func language(ofOpening bytes: [UInt8]) -> Language? {
    let text = ContentScore.first(512, of: bytes)
    let start = text.drop { $0 <= 0x20 }
    func opens(_ mark: String) -> Bool { start.starts(with: mark.utf8) }
    func opensInAnyCase(_ mark: String) -> Bool {
      start.prefix(mark.utf8.count).elementsEqual(mark.utf8) { $0 | 0x20 == $1 | 0x20 }
    }
    if opens("#!") { return language(ofInterpreterLine: start) }
    if opens("<?php") || opens("<?=") { return LanguageTable.language(id: "php") }
    if opens("<?xml") { return LanguageTable.language(id: "xml") }
    if opensInAnyCase("<!doctype html") || opensInAnyCase("<html") || opensInAnyCase("<head") {
      return LanguageTable.language(id: "html")
    }
    if opens("diff --git ") || opens("--- a/") || opens("-----BEGIN ") { return .plain }
    if opens("%YAML") { return LanguageTable.language(id: "yaml") }
    if opensLikeJSON(start) { return LanguageTable.language(id: "json") }
    return nil
  }

  private static func language(ofInterpreterLine line: ArraySlice<UInt8>) -> Language? {
    let line = line.prefix { $0 != 0x0A && $0 != 0x0D }.dropFirst(2)
    for word in line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }) {
      let program = word.split(separator: 0x2F).last ?? word
      var name = String(decoding: program, as: UTF8.self).lowercased()
      if name == "env" || name.hasPrefix("-") { continue }
      if name.utf8.contains(0x3D) { continue }
      while let last = name.utf8.last, (0x30...0x39).contains(last) || last == 0x2E {
        name.removeLast()
      }
      return LanguageTable.language(interpreter: name)
    }
    return nil
  }

  /// `{` and a quote, or `[` and the start of a value.
  private static func opensLikeJSON(_ start: ArraySlice<UInt8>) -> Bool {
    guard let first = start.first, first == 0x7B || first == 0x5B else { return false }
    let rest = start.dropFirst().drop { $0 <= 0x20 }
    guard let next = rest.first else { return false }
    if first == 0x7B { return next == 0x22 || next == 0x7D }
    if next == 0x7B || next == 0x22 { return true }
    guard next == 0x5B || (0x30...0x39).contains(next) else { return false }
    // `[1] a footnote` and `[[rule]]` are no arrays of numbers.
    return rest.dropFirst().first { !(0x30...0x39).contains($0) && $0 > 0x20 && $0 != 0x2E } == 0x2C
  }
}

import SourceText

/// What of a tree of sources can be indexed.
package enum CodeFile {
  private static let languages: Set<String> = [
    "c", "cpp", "objective-c", "csharp", "java", "kotlin", "scala", "groovy", "go", "rust", "swift",
    "dart", "python", "javascript", "typescript", "php", "ruby", "perl", "lua", "shell",
  ]

  /// The language of a file that holds code; nil for others. Costs no look at the content where the
  /// name says it.
  package static func language(name: String, bytes: [UInt8]) -> Language? {
    let language = LanguageDetection.language(name: name, bytes: bytes)
    return holdsCode(language) ? language : nil
  }

  /// Whether texts of a language are worth a look.
  package static func holdsCode(_ language: Language) -> Bool { languages.contains(language.id) }

  /// The license that a file gives itself in its first 4 KB, as an SPDX expression: what follows
  /// `SPDX-License-Identifier:`, or what the usual words of a permissive license say in a file that
  /// names no GNU license beside; nil where nothing is said.
  package static func license(in bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4_096))
    if let start = end(of: "SPDX-License-Identifier:", in: head) {
      let line = head[start...].prefix { $0 >= 0x20 && $0 < 0x7F }
      var words = String(decoding: line, as: UTF8.self).split(separator: " ")
      if let end = words.firstIndex(where: { $0.hasPrefix("*/") || $0.hasPrefix("-->") }) {
        words.removeSubrange(end...)
      }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
    if end(of: "GNU ", in: head) != nil || end(of: "GPL", in: head) != nil { return nil }
    if end(of: "Permission is hereby granted, free of charge", in: head) != nil { return "MIT" }
    if end(of: "Redistribution and use in source and binary forms", in: head) != nil {
      return end(of: "either the name", in: head) != nil ? "BSD-3-Clause" : "BSD-2-Clause"
    }
    return nil
  }

  /// The offset behind the first place of a text.
  private static func end(of text: StaticString, in bytes: [UInt8]) -> Int? {
    text.withUTF8Buffer { text in
      guard let first = text.first, bytes.count >= text.count else { return nil }
      for start in 0...(bytes.count - text.count) where bytes[start] == first {
        if bytes[start...].starts(with: text) { return start + text.count }
      }
      return nil
    }
  }
}

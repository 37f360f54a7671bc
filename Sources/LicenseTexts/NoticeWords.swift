// Some licenses hold the notice that is to stand in files under them, and exceptions repeat it. A file
// with such a notice holds no license text, and rules for notices find it. So what is said in
// notices tells of no license text.

/// Where the notices stand that license texts propose for files.
enum NoticeWords {
  /// What notices begin and end with, and how many words they have at most.
  private static let bounds = [
    ("this program is free software", "if not see", 130),
    ("this program is free software", "if not write to the free software foundation inc", 130),
    ("this program is free software", "general public license for more details", 110),
    ("this library is free software", "general public license for more details", 110),
    ("this library is free software", "if not write to the free software foundation inc", 130),
    ("you can redistribute it and or modify it", "general public license for more details", 110),
    ("you should have received a copy of the gnu", "foundation inc", 40),
    ("licensed under the apache license", "limitations under the license", 80),
    (
      "unless required by applicable law or agreed to in writing", "limitations under the license",
      80
    ),
    ("you may obtain a copy of the license at", "limitations under the license", 80),
    ("the contents of this file are subject to", "limitations under the license", 80),
    ("this source code form is subject to", "mozilla org mpl", 50),
    (
      "permission is granted to copy distribute and or modify this", "free documentation license",
      90
    ),
  ].map { (begin: phrase($0), end: phrase($1), longest: $2) }

  /// What else files under a license are called in its notice.
  private static let subjects = [
    "program", "library", "software", "file", "package", "code", "work", "font", "module", "script",
  ].map { LicenseWords.hash(of: $0) }

  private static func phrase(_ text: String) -> [UInt64] {
    var words = LicenseWords()
    words.read(Array(text.utf8).span, in: 0..<text.utf8.count)
    return words.hashes
  }

  /// The shingles of the notices in a text, whatever the files are called there.
  static func shingles(in words: [UInt64]) -> Set<Shingle> {
    var result: Set<Shingle> = []
    for (begin, end, longest) in bounds {
      for start in words.indices where words[start...].starts(with: begin) {
        let reach = start..<min(words.count, start + longest)
        guard let last = reach.first(where: { words[$0...].starts(with: end) }) else { continue }
        let notice = Array(words[start..<(last + end.count)])
        for subject in subjects {
          let other = notice.map { subjects.prefix(2).contains($0) ? subject : $0 }
          result.formUnion(Shingle.all(of: other))
        }
      }
    }
    return result
  }
}

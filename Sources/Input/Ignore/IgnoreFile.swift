/// The rules of one `.gitignore`, of `.git/info/exclude`, or of `--exclude` (gitignore(5)).
struct IgnoreFile: Sendable {
  enum Answer {
    case ignored
    /// A rule with `!` brings it back.
    case kept
  }

  private struct Rule: Sendable {
    var glob: GlobPattern
    var isNegated: Bool
    var isForFolders: Bool
    /// Without a slash it is matched against the last segment alone.
    var isForNames: Bool
  }

  private var rules: [Rule] = []

  var isEmpty: Bool { rules.isEmpty }

  init(_ text: [UInt8]) {
    let hasMark = text.starts(with: [0xEF, 0xBB, 0xBF])
    for line in text[(hasMark ? 3 : 0)...].split(separator: 0x0A) {
      if let rule = Self.rule(Array(line)) { rules.append(rule) }
    }
  }

  init(globs: [String]) {
    for glob in globs {
      // A path as people write it: `./build` is `/build`.
      let glob = glob.hasPrefix("./") ? String(glob.dropFirst()) : glob
      if let rule = Self.rule(Array(glob.utf8)) { rules.append(rule) }
    }
  }

  /// What the last rule that matches says; nil if none does. `segments` are those of `path` below
  /// the folder of this file.
  func answer(
    _ path: [UInt8], segments: ArraySlice<Range<Int>>, isFolder: Bool
  ) -> Answer? {
    for rule in rules.reversed() where isFolder || !rule.isForFolders {
      let considered = rule.isForNames ? segments.suffix(1) : segments
      if rule.glob.matches(path, segments: considered) { return rule.isNegated ? .kept : .ignored }
    }
    return nil
  }

  private static func rule(_ line: [UInt8]) -> Rule? {
    var line = line[...]
    if line.last == 0x0D { line.removeLast() }
    if line.first == 0x23 { return nil }
    // Blanks at the end count only behind a backslash.
    while line.last == 0x20 {
      let backslashes = line.dropLast().reversed().prefix { $0 == 0x5C }.count
      if backslashes % 2 == 1 { break }
      line.removeLast()
    }
    let isNegated = line.first == 0x21
    if isNegated { line.removeFirst() }
    let isForFolders = line.last == 0x2F
    if isForFolders { line.removeLast() }
    let isForNames = !line.contains(0x2F)
    guard let glob = GlobPattern(Array(line)) else { return nil }
    return Rule(
      glob: glob, isNegated: isNegated, isForFolders: isForFolders, isForNames: isForNames)
  }
}

/// The ignore files that hold in a folder, innermost first.
final class IgnoreScope: Sendable {
  private let file: IgnoreFile
  /// The number of segments of the folder that the file lies in.
  private let depth: Int
  private let outer: IgnoreScope?

  init(_ file: IgnoreFile, depth: Int, outer: IgnoreScope?) {
    self.file = file
    self.depth = depth
    self.outer = outer
  }

  func isIgnored(_ path: [UInt8], segments: [Range<Int>], isFolder: Bool) -> Bool {
    var scope: IgnoreScope? = self
    while let current = scope {
      let below = segments[min(current.depth, segments.count)...]
      switch current.file.answer(path, segments: below, isFolder: isFolder) {
      case .ignored: return true
      case .kept: return false
      case nil: scope = current.outer
      }
    }
    return false
  }

  /// The ranges of a path's segments.
  static func segments(of path: [UInt8]) -> [Range<Int>] {
    path.indices.split(separator: 0x2F, in: path)
  }
}

extension Range<Int> {
  fileprivate func split(separator: UInt8, in bytes: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = lowerBound
    for index in self where bytes[index] == separator {
      if index > start { parts.append(start..<index) }
      start = index + 1
    }
    if upperBound > start { parts.append(start..<upperBound) }
    return parts
  }
}

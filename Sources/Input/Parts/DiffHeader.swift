/// A line of a diff that starts a file, a hunk, or an envelope of patches.
enum DiffHeader: Equatable {
  case git([UInt8])
  case combined([UInt8])
  /// The counts of each old side and of the new one, and the new side's first line.
  case hunk(old: [Int], new: Int, start: Int)
  case brokenHunk
  case envelope
  case envelopeFile([UInt8])
  case envelopeMove([UInt8])
  case envelopeEnd
  case none

  /// What stands for a file that is not there.
  static let nothing = Array("/dev/null".utf8)

  init(at line: Range<Int>, in bytes: [UInt8]) {
    self = .none
    guard line.count >= 2, let first = bytes[line].first else { return }
    let text = bytes[TextLines.content(of: line, in: bytes)]
    func rest(_ prefix: String) -> [UInt8]? {
      text.starts(with: prefix.utf8) ? Array(text.dropFirst(prefix.utf8.count)) : nil
    }
    switch first {
    case 0x64:
      if let names = rest("diff --git ") {
        self = .git(Self.newPath(ofGitNames: names))
      } else if let path = rest("diff --cc ") ?? rest("diff --combined ") {
        self = .combined(Self.unquoted(path))
      }
    case 0x40 where text.starts(with: [0x40, 0x40]): self = Self.hunk(text)
    case 0x2A:
      if rest("*** Begin Patch") != nil {
        self = .envelope
      } else if rest("*** End Patch") != nil {
        self = .envelopeEnd
      } else if let path = rest("*** Update File: ") ?? rest("*** Add File: ")
        ?? rest("*** Delete File: ")
      {
        self = .envelopeFile(path)
      } else if let path = rest("*** Move to: ") {
        self = .envelopeMove(path)
      }
    default: break
    }
  }

  /// Whether a diff begins with this line, for a text that is not known to be one.
  static func starts(at line: Range<Int>, in bytes: [UInt8]) -> Bool {
    switch DiffHeader(at: line, in: bytes) {
    case .git(let path), .combined(let path): return !path.isEmpty
    case .envelope: return true
    case .hunk, .brokenHunk, .envelopeFile, .envelopeMove, .envelopeEnd: return false
    case .none: break
    }
    guard bytes[line].starts(with: "--- ".utf8) else { return false }
    var lines = TextLines(bytes, in: line.upperBound..<bytes.count)
    guard let second = lines.next(), bytes[second].starts(with: "+++ ".utf8),
      let third = lines.next()
    else { return false }
    return bytes[third].starts(with: "@@".utf8)
  }

  /// The path of a `--- ` or `+++ ` line, without a time behind it.
  static func path(inFileLine line: Range<Int>, _ bytes: [UInt8]) -> [UInt8] {
    let text = bytes[TextLines.content(of: line, in: bytes)].dropFirst(4)
    if text.first == 0x22 { return unquoted(Array(text)) }
    return Array(text.prefix { $0 != 0x09 })
  }

  /// Whether a path has a prefix as git writes it: `a/`, `b/`, or with `mnemonicPrefix`.
  static func hasPrefix(_ path: [UInt8]) -> Bool {
    path.count > 2 && path[1] == 0x2F && "abciow".utf8.contains(path[0])
  }

  /// Undoes git's quoting: `"caf\303\251"`.
  static func unquoted(_ path: [UInt8]) -> [UInt8] {
    guard path.first == 0x22 else { return path }
    var result: [UInt8] = []
    var index = 1
    while index < path.count, path[index] != 0x22 {
      guard path[index] == 0x5C, index + 1 < path.count else {
        result.append(path[index])
        index += 1
        continue
      }
      let escaped = path[index + 1]
      index += 2
      switch escaped {
      case 0x61: result.append(0x07)
      case 0x62: result.append(0x08)
      case 0x66: result.append(0x0C)
      case 0x6E: result.append(0x0A)
      case 0x72: result.append(0x0D)
      case 0x74: result.append(0x09)
      case 0x76: result.append(0x0B)
      case 0x30...0x37:
        var value = Int(escaped - 0x30)
        var digits = 1
        while digits < 3, index < path.count, 0x30...0x37 ~= path[index] {
          value = value * 8 + Int(path[index] - 0x30)
          index += 1
          digits += 1
        }
        result.append(UInt8(truncatingIfNeeded: value))
      default: result.append(escaped)
      }
    }
    return result
  }

  /// The second path of `a/x b/x`; the lines after it usually say it more plainly.
  private static func newPath(ofGitNames names: [UInt8]) -> [UInt8] {
    if names.last == 0x22 {
      // A quote inside is escaped, so the last ` "` opens the second name.
      let open = names.indices.last {
        names[$0] == 0x22 && ($0 == 0 || names[$0 - 1] == 0x20) && $0 + 1 < names.count
      }
      return Array(unquoted(Array(names[(open ?? 0)...])).dropFirst(2))
    }
    let middle = names.count / 2
    if names.count % 2 == 1, names[middle] == 0x20,
      names[..<middle].dropFirst(2).elementsEqual(names[(middle + 1)...].dropFirst(2))
    {
      return Array(names[(middle + 1)...].dropFirst(2))
    }
    let blank = names.lastIndex(of: 0x20) ?? names.startIndex - 1
    return Array(names[(blank + 1)...].dropFirst(2))
  }

  /// Reads `@@ -a,b +c,d @@`, with more old sides for a merge.
  private static func hunk(_ text: ArraySlice<UInt8>) -> DiffHeader {
    let marks = text.prefix { $0 == 0x40 }.count
    var index = text.startIndex + marks
    var old: [Int] = []
    // More sides than any merge has are no header.
    guard 2...64 ~= marks else { return .brokenHunk }
    for side in 0..<marks {
      guard index + 1 < text.endIndex, text[index] == 0x20,
        text[index + 1] == (side < marks - 1 ? 0x2D : 0x2B)
      else { return .brokenHunk }
      index += 2
      guard let start = number(text, &index) else { return .brokenHunk }
      var count = 1
      if index < text.endIndex, text[index] == 0x2C {
        index += 1
        guard let given = number(text, &index) else { return .brokenHunk }
        count = given
      }
      if side < marks - 1 {
        old.append(count)
        continue
      }
      guard text[index...].starts(with: [0x20] + [UInt8](repeating: 0x40, count: marks)) else {
        return .brokenHunk
      }
      return .hunk(old: old, new: count, start: start)
    }
    return .brokenHunk
  }

  private static func number(_ text: ArraySlice<UInt8>, _ index: inout Int) -> Int? {
    let start = index
    var value = 0
    while index < text.endIndex, 0x30...0x39 ~= text[index], index - start < 10 {
      value = value * 10 + Int(text[index] - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }
}

import SourceText

/// The shell scripts that stand as block scalars in YAML: GitHub and GitLab jobs, compose files
/// and the like (YAML 1.2.2, section 8.1).
enum YAMLBlocks {
  private static let keys: Set<String> = [
    "run", "script", "command", "args", "before_script", "after_script", "bash", "shell",
  ]

  /// A block whose end is looked for.
  private struct Block {
    /// The indentation of the key or the `-`: the content is deeper.
    var parent: Int
    /// nil until the first line that is not empty.
    var indent: Int?
    var content: [UInt8] = []
    var positions = PositionMap(pieces: [])

    mutating func add(_ line: Range<Int>, of bytes: [UInt8], indent column: Int, isEmpty: Bool) {
      if indent == nil, !isEmpty { indent = column }
      let rest = (line.lowerBound + min(column, indent ?? column))..<line.upperBound
      content += bytes[rest]
      positions.append(length: rest.count, outer: rest.lowerBound, outerLength: rest.count)
    }
  }

  static func parts(of bytes: [UInt8]) -> FoundParts {
    var found = FoundParts()
    var block: Block?
    /// The last key with nothing behind it, whose list may hold blocks.
    var list: (indent: Int, isScript: Bool) = (0, false)
    func close() {
      guard let done = block else { return }
      block = nil
      if done.content.isEmpty { return }
      found.parts.append(
        FoundPart(
          bytes: done.content, language: Language(id: "shell"), form: .plain,
          positions: done.positions, container: .named("yaml block")))
    }
    var lines = TextLines(bytes)
    while let line = lines.next() {
      let content = TextLines.content(of: line, in: bytes)
      let start = bytes[content].firstIndex { $0 != 0x20 } ?? content.upperBound
      let indent = start - content.lowerBound
      if let parent = block?.parent {
        let isEmpty = start == content.upperBound
        if isEmpty || indent > parent {
          block?.add(line, of: bytes, indent: indent, isEmpty: isEmpty)
          continue
        }
        close()
      }
      guard start < content.upperBound, bytes[start] != 0x23 else { continue }
      let entry = Entry(start..<content.upperBound, in: bytes)
      if let key = entry.key {
        let column = indent + entry.keyOffset
        let isScript = keys.contains(String(decoding: bytes[key], as: UTF8.self))
        if entry.opensBlock, isScript { block = Block(parent: column) }
        if entry.hasNoValue { list = (column, isScript) }
      } else if entry.opensBlock, entry.isItem, list.isScript, indent >= list.indent {
        block = Block(parent: indent)
      }
    }
    close()
    return found
  }

  /// A line of YAML as far as it matters here.
  private struct Entry {
    var key: Range<Int>?
    /// Where the key stands behind the dashes before it.
    var keyOffset = 0
    var isItem = false
    var opensBlock = false
    var hasNoValue = false

    init(_ range: Range<Int>, in bytes: [UInt8]) {
      var index = range.lowerBound
      while index + 1 < range.upperBound, bytes[index] == 0x2D, bytes[index + 1] == 0x20 {
        isItem = true
        index += 1
        while index < range.upperBound, bytes[index] == 0x20 { index += 1 }
      }
      keyOffset = index - range.lowerBound
      var end = index
      while end < range.upperBound, Self.isKeyByte(bytes[end]) { end += 1 }
      var value = index
      if end > index, end < range.upperBound, bytes[end] == 0x3A,
        end + 1 == range.upperBound || bytes[end + 1] == 0x20
      {
        key = index..<end
        value = end + 1
      }
      while value < range.upperBound, bytes[value] == 0x20 { value += 1 }
      hasNoValue = value == range.upperBound || bytes[value] == 0x23
      guard !hasNoValue, bytes[value] == 0x7C || bytes[value] == 0x3E else { return }
      // An indicator of chomping and indentation, then nothing but a comment.
      let rest = bytes[(value + 1)..<range.upperBound]
        .drop { $0 == 0x2B || $0 == 0x2D || 0x31...0x39 ~= $0 }.drop { $0 == 0x20 }
      opensBlock = rest.isEmpty || rest.first == 0x23
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x22, 0x27: true
      default: false
      }
    }
  }
}

import SourceText

// Finds the fenced code of a Markdown text line by line, as CommonMark 0.31 (sections 4.5, 5.1 and
// 5.2) has it: a fence lies in block quotes and list items, each line gives up the marks and the
// indentation of these, and a fence ends with its container. Two things are taken more widely: a
// fence inside a list item may be indented at will, as people and models do it, and what stands in
// an HTML block is looked at as well. Each line is passed once; the containers are bounded.

/// The fences of Markdown and of chat replies.
enum MarkdownFences {
  struct Fence {
    /// The info string, trimmed.
    var info: Range<Int>
    /// The lines inside, without the marks and the indentation of what the fence lies in.
    var lines: [Range<Int>] = []
    /// From the first byte of the first line inside to the end of the last.
    var cover: Range<Int>
    /// The text ends within it.
    var isCutOff = false

    mutating func add(_ content: Range<Int>, of line: Range<Int>) {
      lines.append(content)
      cover = cover.lowerBound..<line.upperBound
    }
  }

  /// The opening of a fence.
  struct Opening {
    var mark: UInt8
    var length: Int
    var info: Range<Int>
  }

  /// `before` is the number of fences of the input that were closed before these bytes.
  static func parts(of bytes: [UInt8], before: Int = 0) -> FoundParts {
    var found = FoundParts()
    let fences = fences(in: bytes)
    for (number, fence) in fences.enumerated() {
      var content: [UInt8] = []
      var positions = PositionMap(pieces: [])
      for line in fence.lines {
        content += bytes[line]
        positions.append(length: line.count, outer: line.lowerBound, outerLength: line.count)
      }
      let tag = FenceTag(bytes[fence.info])
      found.parts.append(
        FoundPart(
          bytes: content, language: tag.language, form: tag.form, positions: positions,
          container: .named("markdown fence \(before + number + 1)"), isCutOff: fence.isCutOff))
    }
    if !fences.isEmpty {
      var covers: [Range<Int>] = []
      for fence in fences { Ranges.append(fence.cover, to: &covers) }
      found.reviewable = Ranges.complement(of: covers, count: bytes.count)
    }
    found.language = .markdown
    return found
  }

  /// The fences of a text that has no name. It may be a program with fences in its comments: if
  /// what surrounds them is one, it stays one and is reviewed whole as well.
  static func partsOfUnknown(_ bytes: [UInt8], before: Int = 0) -> FoundParts {
    var found = parts(of: bytes, before: before)
    let around = (found.reviewable ?? []).reduce(into: [UInt8]()) { $0 += bytes[$1] }
    let language = LanguageDetection.language(name: "", bytes: around)
    if language != .plain, language != .markdown {
      found.language = language
      found.reviewable = nil
    }
    return found
  }

  static func fences(in bytes: [UInt8]) -> [Fence] {
    var scanner = FenceScanner(bytes)
    scanner.run()
    return scanner.fences
  }

  /// What is known of a text up to some place in it.
  struct State {
    /// The fences that were closed.
    var count = 0
    /// A line that opens the fence that is open, as if it stood outside of all quotes and lists;
    /// empty if none is.
    var line: [UInt8] = []

    /// Goes on over the next bytes of the text, which end between two lines.
    mutating func advance(over bytes: ArraySlice<UInt8>) {
      let text = line + bytes
      var scanner = FenceScanner(text)
      scanner.runToEnd()
      count += scanner.fences.count
      line = scanner.openLine
    }
  }

  /// The opening of a fence at `index`; `end` is the end of its line.
  static func opening(at index: Int, upTo end: Int, in bytes: [UInt8]) -> Opening? {
    guard index < end, bytes[index] == 0x60 || bytes[index] == 0x7E else { return nil }
    let mark = bytes[index]
    var infoStart = index
    while infoStart < end, bytes[infoStart] == mark { infoStart += 1 }
    let length = infoStart - index
    guard length >= 3 else { return nil }
    var infoEnd = end
    while infoStart < infoEnd, isBlank(bytes[infoStart]) { infoStart += 1 }
    while infoEnd > infoStart, isBlank(bytes[infoEnd - 1]) { infoEnd -= 1 }
    // Otherwise it is code within a line.
    if mark == 0x60, bytes[infoStart..<infoEnd].contains(0x60) { return nil }
    return Opening(mark: mark, length: length, info: infoStart..<infoEnd)
  }
}

/// What a fence's info string says of its text.
private struct FenceTag {
  /// nil where the text itself must tell.
  var language: Language?
  var form: TextForm?

  /// Reads `python`, `{.python}`, `{r, echo=FALSE}`, `rust,ignore`, `python title="x"`,
  /// `python:src/app.py`, `src/app.py`.
  init(_ info: ArraySlice<UInt8>) {
    let word = info.drop { $0 == 0x7B || $0 == 0x2E || isBlank($0) }
      .prefix { !isBlank($0) && $0 != 0x2C && $0 != 0x7B && $0 != 0x7D }
    let text = String(decoding: word, as: UTF8.self)
    let tag = text.prefix { $0 != ":" }.lowercased()
    switch tag {
    case "diff", "patch", "udiff":
      language = .plain
      form = .diff
    case "md", "markdown", "mdx":
      language = .markdown
      form = .markdown
    default:
      guard !tag.isEmpty else { return }
      var known = LanguageTable.language(tag: tag)
      if known == nil {
        let path = text.contains(":") ? String(text.drop { $0 != ":" }.dropFirst()) : text
        known = LanguageDetection.language(name: path, bytes: [])
      }
      if let known, known != .plain { language = known }
    }
  }
}

/// Walks the lines of a Markdown text.
private struct FenceScanner {
  private enum Container {
    case quote
    /// A list item whose content is indented by this many columns.
    case item(width: Int)
  }

  private struct OpenFence {
    var opening: MarkdownFences.Opening
    var indent: Int
    /// The number of containers it lies in.
    var depth: Int
    var fence: MarkdownFences.Fence
  }

  /// A place in a line, in bytes and columns.
  private struct Cursor {
    var index: Int
    var column = 0
    /// Columns of a tab that was passed only in part.
    var spare = 0
  }

  private static let deepest = 32

  private let bytes: [UInt8]
  private var containers: [Container] = []
  private var open: OpenFence?
  private var isInParagraph = false
  private(set) var fences: [MarkdownFences.Fence] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() {
    runToEnd()
    open?.fence.isCutOff = true
    close()
  }

  /// Leaves a fence open at the end.
  mutating func runToEnd() {
    var lines = TextLines(bytes)
    while let line = lines.next() { read(line) }
  }

  /// The line that opened the fence that is open, without what it stood in.
  var openLine: [UInt8] {
    guard let opening = open?.opening else { return [] }
    return Array(repeating: opening.mark, count: opening.length) + bytes[opening.info] + [0x0A]
  }

  private mutating func close() {
    guard let open else { return }
    fences.append(open.fence)
    self.open = nil
  }

  private mutating func read(_ line: Range<Int>) {
    let end = TextLines.content(of: line, in: bytes).upperBound
    var cursor = Cursor(index: line.lowerBound)
    var matched = 0
    while matched < containers.count, match(containers[matched], &cursor, end) { matched += 1 }
    if let depth = open?.depth {
      if matched >= depth {
        readInside(line, cursor, end)
        return
      }
      close()
    }
    guard !isBlankRest(cursor, end) else {
      containers.removeLast(containers.count - matched)
      isInParagraph = false
      return
    }
    let before = containers
    containers.removeLast(containers.count - matched)
    let opened = openContainers(&cursor, end)
    let indent = indentation(cursor, end)
    let start = indent.index
    if indent.columns <= 3 || isInItem,
      let opening = MarkdownFences.opening(at: start, upTo: end, in: bytes)
    {
      let empty = line.upperBound..<line.upperBound
      open = OpenFence(
        opening: opening, indent: indent.columns, depth: containers.count,
        fence: MarkdownFences.Fence(info: opening.info, cover: empty))
      isInParagraph = false
      return
    }
    // A paragraph goes on without the marks of what it lies in.
    if !opened, isInParagraph, matched < before.count { containers = before }
    isInParagraph = start < end && bytes[start] != 0x23
  }

  private mutating func readInside(_ line: Range<Int>, _ cursor: Cursor, _ end: Int) {
    guard let indentOfFence = open?.indent, let opening = open?.opening else { return }
    let indent = indentation(cursor, end)
    if indent.columns <= indentOfFence + 3, isClosing(opening, indent.index, end) {
      close()
      return
    }
    var cursor = cursor
    skip(indentOfFence, &cursor, end)
    // In place: a copy for each line would make it quadratic.
    open?.fence.add(cursor.index..<line.upperBound, of: line)
  }

  private func isClosing(_ opening: MarkdownFences.Opening, _ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, bytes[index] == opening.mark { index += 1 }
    return index - start >= opening.length && bytes[index..<end].allSatisfy(isBlank)
  }

  private var isInItem: Bool {
    if case .item? = containers.last { true } else { false }
  }

  /// Passes the mark or the indentation of a container that is still open.
  private func match(_ container: Container, _ cursor: inout Cursor, _ end: Int) -> Bool {
    let indent = indentation(cursor, end)
    switch container {
    case .quote:
      guard indent.columns <= 3, indent.index < end, bytes[indent.index] == 0x3E else {
        return false
      }
      passQuoteMark(&cursor, indent, end)
    case .item(let width):
      guard indent.columns >= width || indent.index >= end else { return false }
      skip(width, &cursor, end)
    }
    return true
  }

  /// Opens the quotes and list items that start here; whether there are any.
  private mutating func openContainers(_ cursor: inout Cursor, _ end: Int) -> Bool {
    var opened = false
    while containers.count < Self.deepest {
      let indent = indentation(cursor, end)
      guard indent.columns <= 3, indent.index < end else { break }
      if bytes[indent.index] == 0x3E {
        passQuoteMark(&cursor, indent, end)
        containers.append(.quote)
      } else if let marked = listMark(at: indent.index, end) {
        cursor = Cursor(index: marked, column: indent.column + marked - indent.index)
        let after = indentation(cursor, end)
        // Five blanks or more start indented code; a mark alone has its content below.
        let blanks = after.index >= end || after.columns > 4 ? 1 : after.columns
        skip(blanks, &cursor, end)
        containers.append(.item(width: indent.columns + marked - indent.index + blanks))
      } else {
        break
      }
      opened = true
    }
    return opened
  }

  private func passQuoteMark(
    _ cursor: inout Cursor, _ indent: (columns: Int, index: Int, column: Int), _ end: Int
  ) {
    cursor = Cursor(index: indent.index + 1, column: indent.column + 1)
    skip(1, &cursor, end)
  }

  /// The end of a list mark (`-`, `*`, `+`, `1.`, `1)`) at `start`; nil if there is none.
  private func listMark(at start: Int, _ end: Int) -> Int? {
    var index = start
    switch bytes[start] {
    case 0x2D, 0x2A, 0x2B: index += 1
    case 0x30...0x39:
      while index < end, index - start < 9, 0x30...0x39 ~= bytes[index] { index += 1 }
      guard index < end, bytes[index] == 0x2E || bytes[index] == 0x29 else { return nil }
      index += 1
    default: return nil
    }
    return index >= end || bytes[index] == 0x20 || bytes[index] == 0x09 ? index : nil
  }

  /// The columns of blanks ahead, and where they end.
  private func indentation(
    _ cursor: Cursor, _ end: Int
  ) -> (columns: Int, index: Int, column: Int) {
    var index = cursor.index
    var column = cursor.column
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 {
      column += bytes[index] == 0x09 ? 4 - column % 4 : 1
      index += 1
    }
    return (column - cursor.column + cursor.spare, index, column)
  }

  /// Passes at most this many columns of blanks.
  private func skip(_ columns: Int, _ cursor: inout Cursor, _ end: Int) {
    var left = columns
    let spared = min(left, cursor.spare)
    cursor.spare -= spared
    left -= spared
    while left > 0, cursor.index < end {
      let byte = bytes[cursor.index]
      guard byte == 0x20 || byte == 0x09 else { return }
      let width = byte == 0x09 ? 4 - cursor.column % 4 : 1
      cursor.index += 1
      cursor.column += width
      cursor.spare = max(0, width - left)
      left -= min(left, width)
    }
  }

  private func isBlankRest(_ cursor: Cursor, _ end: Int) -> Bool {
    bytes[min(cursor.index, end)..<end].allSatisfy(isBlank)
  }
}

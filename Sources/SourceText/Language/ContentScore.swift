/// Weighs the first 4 KB of a text by what is typical of each language.
///
/// A clue counts at most three times, so that one word repeated does not decide. Sentences weigh
/// against all languages alike. The weights were set by hand; a wrong guess costs little, as most
/// rules hold in every language.
struct ContentScore {
  private var points: [String: Int] = [:]
  private var sentences = 0
  private var lines = 0

  static func first(_ count: Int, of bytes: [UInt8]) -> ArraySlice<UInt8> { bytes.prefix(count) }

  /// Whether a mark stands in the text. `rare` tells a byte of the mark that seldom stands in texts
  /// and is looked for.
  static func holds(_ mark: StaticString, rare: Int, in text: ArraySlice<UInt8>) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard text.count >= length else { return false }
    return mark.withUTF8Buffer { mark in
      text.withUnsafeBufferPointer { text in
        var index = rare
        let end = text.count - length + rare + 1
        while let found = ByteScan.first(mark[rare], in: text, min(index, end)..<end) {
          let start = found - rare
          if (0..<length).allSatisfy({ text[start + $0] == mark[$0] }) { return true }
          index = found + 1
        }
        return false
      }
    }
  }

  init(_ bytes: [UInt8]) {
    var shapes = LineShapes()
    var seen = [UInt8](repeating: 0, count: Clue.all.count)
    let text = Self.first(4096, of: bytes)
    for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let line = line.drop { $0 == 0x20 || $0 == 0x09 }
      guard let first = line.first else { continue }
      lines += 1
      if LineShapes.isSentence(line) { sentences += 1 }
      shapes.add(line)
      for index in Clue.atLineStart[Int(first)] where Clue.all[index].opens(line) {
        count(index, &seen)
      }
      for position in line.indices where Clue.mayOpen(line, at: position) {
        for index in Clue.anywhere[Int(line[position])]
        where Clue.all[index].opens(line[position...]) {
          count(index, &seen)
        }
      }
    }
    for (language, count) in shapes.points(lines: lines) { points[language, default: 0] += count }
  }

  private mutating func count(_ index: Int, _ seen: inout [UInt8]) {
    guard seen[index] < 3 else { return }
    seen[index] += 1
    points[Clue.all[index].language, default: 0] += Clue.all[index].weight
  }

  /// The language with the most points, if it has enough of them and clearly more than others.
  func language(atLeast needed: Int) -> Language? {
    var points = points
    // What is built on another language collects its points too.
    if let own = points["typescript"], own > 0 {
      points["typescript"] = own + (points["javascript"] ?? 0)
    }
    if let own = points["cpp"], own > 0 { points["cpp"] = own + (points["c"] ?? 0) }
    let ranked = points.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let best = ranked.first else { return nil }
    let isMostlyText = sentences * 2 > lines
    guard best.value >= (isMostlyText ? needed * 3 : needed) else { return nil }
    return LanguageTable.language(id: best.key)
  }
}

/// What the lines of data files look like: keys, values and sections.
private struct LineShapes {
  private var variables = 0
  private var keys = 0
  private var items = 0
  private var sections = 0
  private var settings = 0
  private var tables = 0
  private var closers = 0

  private static let codeMarks = Array(";{}=<|$`\\".utf8)

  /// A line of several words that starts like a sentence and has no mark of code in it.
  static func isSentence(_ line: ArraySlice<UInt8>) -> Bool {
    var blanks = 0
    for byte in line {
      if byte == 0x20 { blanks += 1 }
      if codeMarks.contains(byte) { return false }
    }
    guard let first = line.first, blanks >= 4 else { return false }
    return (0x41...0x5A).contains(first) || first >= 0x80 || (0x61...0x7A).contains(first)
  }

  mutating func add(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, let last = line.last else { return }
    if last == 0x3B || last == 0x7B || last == 0x7D { closers += 1 }
    if first == 0x5B, last == 0x5D {
      if line.dropFirst().first == 0x5B { tables += 1 } else { sections += 1 }
      return
    }
    if line.starts(with: "- ".utf8) { items += 1 }
    let isExport = line.starts(with: "export ".utf8)
    let body =
      isExport ? line.dropFirst(7) : line.starts(with: "- ".utf8) ? line.dropFirst(2) : line
    let name = body.prefix { Self.isName($0) }
    guard let letter = name.first, !(0x30...0x39).contains(letter) else { return }
    let rest = body.dropFirst(name.count)
    guard let mark = rest.first else { return }
    if mark == 0x3D, rest.dropFirst().first != 0x3D {
      let isUpper = name.allSatisfy { !(0x61...0x7A).contains($0) && $0 != 0x2E && $0 != 0x2D }
      if isUpper, name.count > 1, last != 0x3B { variables += 1 } else { settings += 1 }
    } else if mark == 0x3A {
      let next = rest.dropFirst().first
      if next == nil || next == 0x20, last != 0x3B, last != 0x2C, last != 0x7B,
        (0x61...0x7A).contains(letter | 0x20)
      {
        keys += 1
      }
    } else if mark == 0x20, rest.dropFirst().starts(with: "= ".utf8), last != 0x3B {
      settings += 1
    }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
      || byte == 0x2E || byte == 0x2D
  }

  func points(lines: Int) -> [(String, Int)] {
    var result: [(String, Int)] = []
    if variables * 10 >= lines * 6, variables > 0 { result.append(("env", 5 + variables * 2)) }
    let isData = closers * 10 < lines
    if isData, keys + items > 1, keys > 0, (keys + items) * 10 >= lines * 7 {
      result.append(("yaml", 2 + keys))
    }
    if isData, sections > 0, settings + variables > 0,
      (sections + settings + variables) * 10 >= lines * 6
    {
      result.append(("ini", 5 + 2 * sections))
    }
    if isData, tables > 0, settings > 0 { result.append(("toml", 8 + 2 * tables)) }
    return result
  }
}

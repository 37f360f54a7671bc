/// One text under review, in one language: a whole input, or a part of one (a fence of a reply, a
/// cell of a notebook, the new side of a file in a diff).
package struct Document: Sendable {
  /// The input it was taken from.
  package let outer: OuterText
  /// The name that language and path rules go by; for a file in a diff that file's path.
  package let name: String
  /// The text as UTF-8, always valid.
  package let bytes: [UInt8]
  package let language: Language
  /// Leads from `bytes` to `outer.bytes`.
  package let positions: PositionMap
  /// What it lies in, outermost first; empty for a whole input.
  package let containers: [Container]
  /// The ranges of `bytes` in which findings count, ascending and apart; nil for all. A diff's
  /// context lines are read for their structure and never reported.
  package let reviewable: [Range<Int>]?
  /// Where added lines take the place of others, ascending.
  package let replacements: [Replacement]
  /// The text around ends within it, as a reply within a fence.
  package let isCutOff: Bool
  /// The offsets of the line feeds, for a document whose containers count its lines.
  private let lineFeeds: [Int]

  package init(
    outer: OuterText, name: String, bytes: [UInt8], language: Language,
    positions: PositionMap = .identity, containers: [Container] = [],
    reviewable: [Range<Int>]? = nil, replacements: [Replacement] = [], isCutOff: Bool = false
  ) {
    self.outer = outer
    self.name = name
    self.bytes = bytes
    self.language = language
    self.positions = positions
    self.containers = containers
    self.reviewable = reviewable
    self.replacements = replacements
    self.isCutOff = isCutOff
    lineFeeds = containers.contains(where: \.countsLines) ? Self.lineFeeds(bytes) : []
  }

  /// Whether a finding at `range` counts: it touches a reviewable range.
  package func isReviewable(_ range: Range<Int>) -> Bool {
    guard let reviewable else { return true }
    let place = reviewable.indices.partitioningIndex {
      reviewable[$0].upperBound > range.lowerBound
    }
    guard place < reviewable.count else { return false }
    let found = reviewable[place]
    return range.isEmpty ? found.contains(range.lowerBound) : found.overlaps(range)
  }

  /// Whether it is shown in another text, as in a fence, and not meant there.
  package var isShown: Bool {
    containers.contains { if case .named(let name) = $0 { name.contains("fence") } else { false } }
  }

  /// How many lines the change takes away where it adds the line at `offset`.
  package func removedLines(at offset: Int) -> Int {
    replacements.first { $0.range.contains(offset) }?.removed ?? 0
  }

  /// What a place lies in, outermost first, as the report's `within` says it.
  package func within(at offset: Int) -> [String] {
    containers.map { $0.describe(line: line(at: offset)) }
  }

  /// The number of line feeds before `offset`, where a container asks for it.
  private func line(at offset: Int) -> Int {
    lineFeeds.indices.partitioningIndex { lineFeeds[$0] >= offset }
  }

  private static func lineFeeds(_ bytes: [UInt8]) -> [Int] {
    var result: [Int] = []
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { result.append(offset) }
    return result
  }
}

/// Added lines that take the place of others.
package struct Replacement: Sendable, Hashable {
  package var range: Range<Int>
  /// How many lines they take the place of.
  package var removed: Int

  package init(range: Range<Int>, removed: Int) {
    self.range = range
    self.removed = removed
  }
}

/// What a document lies in, in the words of a report.
package enum Container: Sendable, Hashable {
  /// `markdown fence 2`, `notebook cell 3`, `base64`.
  case named(String)
  /// A file of a diff: the path and the new file's line, such as `app/config.py:12`. `lines[n]` is
  /// the new file's line number (from 1) of the document's line `n` (from 0).
  case diffFile(path: String, lines: [Int])

  fileprivate var countsLines: Bool {
    switch self {
    case .named: false
    case .diffFile: true
    }
  }

  /// The words for what starts on a line (from 0) of the document.
  fileprivate func describe(line: Int) -> String {
    switch self {
    case .named(let name): name
    case .diffFile(let path, let lines): line < lines.count ? "\(path):\(lines[line])" : path
    }
  }
}

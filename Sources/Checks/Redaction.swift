// Shows lines without what must not be shown, and says what whole texts are to be without.

import Rules
import SourceText

/// Masks the sensitive spans of one input wherever its lines are shown.
struct Redaction {
  struct Span {
    var range: Range<Int>
    var mask: Mask
  }

  /// The most scalars of a line that a snippet shows.
  static let snippetLimit = 240
  static let frameLimit = 200

  private let outer: OuterText
  /// Ascending and apart.
  private let spans: [Span]

  init(_ outer: OuterText, sensitive: [Span]) {
    self.outer = outer
    var spans: [Span] = []
    for span in sensitive.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where !span.range.isEmpty {
      if let last = spans.last, last.range.upperBound > span.range.lowerBound {
        let end = max(last.range.upperBound, span.range.upperBound)
        let isSame = last.range == span.range
        spans[spans.count - 1] = Span(
          range: last.range.lowerBound..<end,
          mask: isSame
            ? last.mask.combined(with: span.mask)
            : last.mask.hidden)
      } else {
        spans.append(span)
      }
    }
    self.spans = spans
  }

  /// Whether a finding's value must not be shown.
  static func isSensitive(_ category: RuleCategory) -> Bool {
    switch category {
    case .secret, .password, .pii: true
    case .unsafeAPI, .license, .text, .gate: false
    }
  }

  /// As above; what code does with a password shows none.
  static func isSensitive(_ rule: Rule) -> Bool {
    isSensitive(rule.category) && !PasswordFlow.showsNoValue(rule)
  }

  /// Whether some of a range is masked.
  func masks(_ range: Range<Int>) -> Bool {
    let next = firstSpan(endingAfter: range.lowerBound)
    return next < spans.count && spans[next].range.lowerBound < range.upperBound
  }

  /// What each value of the text is to be replaced by: one of the same form that says nothing, or what
  /// it was.
  func maskings(keepingForm: Bool) -> [Masking] {
    spans.map { span in
      let value = outer.bytes[span.range]
      return Masking(
        range: span.range,
        replacement: keepingForm ? Mask.formKept(value) : span.mask.replacement(value))
    }
  }

  /// The masked line that holds a byte, without its line end.
  func line(at offset: Int) -> String {
    let range = outer.lines.range(ofLine: outer.lines.line(at: offset))
    return render(range, around: offset, limit: Self.snippetLimit, marking: nil).text
  }

  /// The masked line of a range with two lines before and after it.
  func frame(of range: Range<Int>) -> CodeFrame {
    let line = outer.lines.line(at: range.lowerBound)
    // Of a line that goes on behind a piece what must be masked is not known to its end.
    let end = outer.goesOn ? max(line + 1, outer.lines.count - 1) : outer.lines.count
    let first = max(0, line - 2)
    let last = min(end - 1, line + 2)
    var lines: [String] = []
    var marked = 0..<0
    for number in first...last {
      let bytes = outer.lines.range(ofLine: number)
      if number == last, number > line, bytes.isEmpty { break }
      if number != line, startsBefore(bytes) {
        lines.append("…")
        continue
      }
      let rendered = render(
        bytes, around: number == line ? range.lowerBound : bytes.lowerBound,
        limit: Self.frameLimit, marking: number == line ? range : nil)
      lines.append(rendered.text)
      if number == line { marked = rendered.marked }
    }
    return CodeFrame(
      firstLine: outer.origin.line + first + 1, lines: lines, markedLine: line - first,
      marked: marked)
  }

  /// Whether a line began before the piece that its bytes stand in.
  private func startsBefore(_ line: Range<Int>) -> Bool {
    line.lowerBound == 0 && outer.origin.column > 0
  }

  /// A line as it may be shown: masked, cut around a place where it is long, and the scalars that a range became.
  private func render(
    _ line: Range<Int>, around place: Int, limit: Int, marking range: Range<Int>?
  ) -> (text: String, marked: Range<Int>) {
    outer.bytes.withUnsafeBufferPointer { bytes in
      render(line, of: bytes, around: place, limit: limit, marking: range)
    }
  }

  /// All places stay within `line`, which lies in `bytes`.
  private func render(
    _ line: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, around place: Int, limit: Int,
    marking range: Range<Int>?
  ) -> (text: String, marked: Range<Int>) {
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    // Only a stretch around the place is ever looked at, however long the line is.
    var start = line.lowerBound
    if end - start > limit { start = max(start, min(place - limit / 3, end - limit)) }
    while start > line.lowerBound, start < end, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var text: [UInt8] = []
    text.reserveCapacity(min(end - start, limit * 2) + 64)
    var length = 0
    if start > line.lowerBound || startsBefore(line) {
      text += Self.ellipsis
      length = 1
    }
    var position = start
    var markStart: Int?
    var markEnd: Int?
    var next = firstSpan(endingAfter: start)
    while position < end, length < limit {
      if let range {
        if markStart == nil, position >= range.lowerBound { markStart = length }
        if markEnd == nil, position >= range.upperBound { markEnd = length }
      }
      if next < spans.count, spans[next].range.lowerBound <= position {
        let span = spans[next].range
        let count = span.count - ByteScan.continuations(in: bytes, span)
        // Of a value that began before what is shown, only its length is told.
        let mask = position == span.lowerBound ? spans[next].mask : spans[next].mask.hidden
        let shown = mask.shown(UnsafeBufferPointer(rebasing: bytes[span]), scalars: count)
        text += shown
        length += shown.count { $0 & 0xC0 != 0x80 }
        position = min(end, max(position + 1, span.upperBound))
        next += 1
        continue
      }
      // ASCII up to whatever comes next, or one scalar.
      var reach = min(end, position + limit - length)
      if next < spans.count { reach = min(reach, spans[next].range.lowerBound) }
      if let range {
        let edge = position < range.lowerBound ? range.lowerBound : range.upperBound
        if position < edge { reach = min(reach, edge) }
      }
      var stop = position
      while stop < reach, bytes[stop] < 0x80 { stop += 1 }
      length += max(1, stop - position)
      if stop == position { stop = min(position + Self.width(of: bytes[position]), end) }
      text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[position..<stop]))
      position = stop
    }
    if position < end { text += Self.ellipsis }
    let result = String(decoding: text, as: UTF8.self)
    guard let range, range.lowerBound < max(end, 1) || range.lowerBound == end else {
      return (result, 0..<0)
    }
    let from = min(markStart ?? length, length)
    let to = max(from + 1, min(markEnd ?? length, length))
    return (result, from..<to)
  }

  private static let ellipsis = Array("…".utf8)

  private func firstSpan(endingAfter offset: Int) -> Int {
    spans.indices.partitioningIndex { spans[$0].range.upperBound > offset }
  }

  private static func width(of byte: UInt8) -> Int {
    byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
  }
}

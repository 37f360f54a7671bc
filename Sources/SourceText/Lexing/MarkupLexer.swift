/// Reads HTML and XML: tags are code, attribute values strings, and what stands between tags is prose.
///
/// What a `<script>` or `<style>` holds is code without tokens: scripts are documents of their own.
struct MarkupLexer {
  private let source: UnsafeBufferPointer<UInt8>
  private let count: Int
  private var found: Lexemes
  private var at = 0

  init(_ source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    count = source.count
    found = Lexemes(.prose, size: source.count / 2)
  }

  mutating func lexed() -> LexedSource {
    while at < count {
      guard source[at] == 0x3C else {
        at += 1
        continue
      }
      let next = peek(at + 1)
      if isNameStart(next) || next == 0x2F && isNameStart(peek(at + 2)) {
        readTag()
      } else if next == 0x21, peek(at + 2) == 0x2D, peek(at + 3) == 0x2D {
        mark(.comment, to: "-->", from: at + 4)
      } else if starts(with: "<![CDATA[") {
        found.mark(.code, at, at + 9, then: .prose)
        at += 9
        while at < count, !starts(with: "]]>") { at += 1 }
        let close = at
        at = min(at + 3, count)
        found.mark(.code, close, at, then: .prose)
      } else if next == 0x21 || next == 0x3F {
        mark(.code, to: ">", from: at + 2)
      } else {
        at += 1
      }
    }
    return found.finished(at: count)
  }

  private func peek(_ index: Int) -> UInt8 { index < count ? source[index] : 0 }

  private func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte >= 0x80
  }

  private func isName(_ byte: UInt8) -> Bool {
    isNameStart(byte) || (0x30...0x3A).contains(byte) || byte == 0x2D || byte == 0x2E
      || byte == 0x40 || byte == 0x24
  }

  private func starts(with mark: StaticString) -> Bool { starts(with: mark, at: at) }

  /// Letters of `mark` must be lower case; the text's may be either.
  private func starts(with mark: StaticString, at index: Int) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard index + length <= count else { return false }
    return mark.withUTF8Buffer { mark in
      for offset in 0..<length {
        let byte = source[index + offset]
        let isUpper = (0x41...0x5A).contains(byte) && !(0x41...0x5A).contains(mark[offset])
        if (isUpper ? byte | 0x20 : byte) != mark[offset] { return false }
      }
      return true
    }
  }

  /// Marks all up to the end of `close`, which is looked for from `start` on.
  private mutating func mark(_ zone: Zone, to close: StaticString, from start: Int) {
    let open = at
    at = min(start, count)
    while at < count, !starts(with: close) { at += 1 }
    at = min(at + close.utf8CodeUnitCount, count)
    found.mark(zone, open, at, then: .prose)
  }

  private mutating func readTag() {
    let open = at
    found.begin(.code, at: open)
    let isClosing = peek(at + 1) == 0x2F
    found.add(.punctuation, at, at + (isClosing ? 2 : 1))
    at += isClosing ? 2 : 1
    let name = at
    readName()
    let nameEnd = at
    while at < count, source[at] != 0x3E, source[at] != 0x3C { readTagPart() }
    guard at < count, source[at] == 0x3E else {
      if at < count { found.begin(.prose, at: at) }
      return
    }
    found.add(.punctuation, at, at + 1)
    let isEmpty = source[at - 1] == 0x2F
    at += 1
    if !isClosing, !isEmpty {
      if nameEnd - name == 6, starts(with: "script", at: name) {
        skipRaw("</script")
      } else if nameEnd - name == 5, starts(with: "style", at: name) {
        skipRaw("</style")
      }
    }
    found.begin(.prose, at: at)
  }

  private mutating func skipRaw(_ close: StaticString) {
    while at < count, !starts(with: close) { at += 1 }
  }

  private mutating func readName() {
    let start = at
    while at < count, isName(source[at]) { at += 1 }
    found.add(.identifier, start, at)
  }

  private mutating func readTagPart() {
    let byte = source[at]
    if byte <= 0x20 {
      at += 1
    } else if byte == 0x3D {
      found.add(.punctuation, at, at + 1)
      at += 1
      readValue()
    } else if isName(byte) {
      readName()
    } else {
      found.add(.punctuation, at, at + 1)
      at += 1
    }
  }

  private mutating func readValue() {
    while at < count, source[at] <= 0x20 { at += 1 }
    guard at < count, source[at] != 0x3E else { return }
    let start = at
    let quote = source[at]
    if quote == 0x22 || quote == 0x27 {
      at += 1
      while at < count, source[at] != quote { at += 1 }
      let content = start + 1..<at
      if at < count { at += 1 }
      found.addString(start, at, content: content)
    } else {
      while at < count, source[at] > 0x20, source[at] != 0x3E { at += 1 }
      found.addString(start, at, content: start..<at)
    }
    found.mark(.string, start, at, then: .code)
  }
}

// An input that is too long to be held is read once, front to back, and handed out in pieces to
// whichever workers ask for one. Each piece comes with some text before and behind it, so that what
// lies across a cut is seen whole by the piece that it begins in, is masked in both, and is reported
// by one. Lines, columns and byte offsets are those of the whole input.
//
// What it costs to be that long:
// - The comment, string or fence that a cut lies in is opened again before the next piece; a
//   here-document and the script of a page are not.
// - A notebook, and other JSON, is read by its strings, not by its structure.
// - A rule that asks for something else in the document looks for it in the piece.
// - A diff is cut before a file's header only. From a file on whose change is far longer than what is
//   held whole, it is read as a text, marks and all.

import SourceText
import Synchronization

/// An input that is handed out in pieces.
package final class LongText: Sendable {
  /// A part of the input, ready for review.
  package struct Piece: Sendable {
    /// From 0, in the order of the input.
    package let number: Int
    package let text: ReviewText
    /// The bytes of the outer text in which the findings of this piece begin.
    package let owned: Range<Int>
  }

  package enum Step: Sendable {
    case piece(Piece)
    /// Everything has been handed out.
    case end
    /// The rest could not be read, or a limit was reached.
    case failed(message: String)
  }

  package let path: String
  private let reader: Mutex<PieceReader>

  init(path: String, reader: consuming PieceReader) {
    self.path = path
    self.reader = Mutex(reader)
  }

  /// The next piece; from any thread. Costs time and memory linear in a piece.
  package func next() -> Step {
    reader.withLock { $0.next() }
  }

  /// Hands out nothing more.
  package func stop() { reader.withLock { $0.stop() } }
}

/// Cuts an input into pieces.
struct PieceReader: Sendable {
  private let path: String
  private let name: String
  private let file: FileSystem.OpenFile
  private let sizes: PieceSizes
  private let limit: Int
  private let cuts: CutPlaces
  private let language: Language
  private var form: TextForm
  /// The head of a table, which may name what stands a gigabyte below it.
  private let tableHead: [UInt8]

  /// What was read and not yet been part of a piece.
  private var pending: [UInt8]
  private var isAtEnd = false
  /// The bytes that the next piece begins with: its context, and what lies behind.
  private var carried: [UInt8] = []
  private var contextCount = 0
  private var origin = OuterText.Origin()
  private var fences = MarkdownFences.State()
  /// What was open where the next piece begins.
  private var opening: [UInt8] = []
  private var number = 0
  private var failure: InputError?

  /// `head` are the first bytes of the input, more than are looked at for its kind; `file` has the
  /// rest.
  init(
    path: String, name: String, head: [UInt8], file: FileSystem.OpenFile,
    encoding: TextDecoder.Encoding, options: InputOptions
  ) {
    self.path = path
    self.name = name
    self.file = file
    sizes = options.pieces
    limit = options.maxFileSize ?? Int.max
    cuts = CutPlaces(encoding: encoding)
    pending = head
    // Enough for every question about form and language, but for one: JSON is told by its end.
    let first = Array(head.prefix(cuts.scalarStart(in: head, upTo: Self.headSize)))
    let text = TextDecoder.decode(first, as: encoding).bytes
    let (language, form) = TextForm.judge(name: name, bytes: text)
    self.form = form == .notebook ? .json : form
    self.language = language
    let line = text.prefix { $0 != 0x0A && $0 != 0x0D }
    let isTable = line.contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x09 || $0 == 0x7C }
    tableHead =
      isTable && language == .plain && form == .plain && line.count < 4_000 ? line + [0x0A] : []
  }

  /// How much is read before anything is decided.
  static let headSize = 1 << 16

  mutating func stop() {
    isAtEnd = true
    failure = nil
    pending = []
    carried = []
  }

  mutating func next() -> LongText.Step {
    if isAtEnd, carried.isEmpty, pending.isEmpty { return finish() }
    let size = sizes.piece + 2 * sizes.context
    var window = fill(form == .diff ? sizes.piece : size)
    while form == .diff, !isAtEnd, cuts.lastFileHeader(in: window) == nil {
      if window.count > 2 * sizes.whole { form = .plain }
      carried = window
      window = fill(form == .diff ? 2 * window.count : max(window.count, size))
    }
    return window.count > contextCount ? .piece(piece(window)) : finish()
  }

  private mutating func finish() -> LongText.Step {
    let step = failure.map { LongText.Step.failed(message: $0.message) } ?? .end
    stop()
    return step
  }

  /// What was carried over and the bytes behind it, up to `size` in all.
  private mutating func fill(_ size: Int) -> [UInt8] {
    let before = carried
    carried = []
    let taken = min(pending.count, max(0, size - before.count))
    var code: Int32 = 0
    let window = [UInt8](unsafeUninitializedCapacity: max(size, before.count)) { buffer, count in
      // Both fit: `taken` is what is left of the size at most.
      _ = buffer.initialize(fromContentsOf: before)
      count = before.count
      _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).initialize(
        fromContentsOf: pending[..<taken])
      count += taken
      if !isAtEnd, taken == pending.count {
        code = FileSystem.fill(buffer, &count, from: file.descriptor)
        if count < buffer.count { isAtEnd = true }
      }
    }
    pending.removeFirst(taken)
    if pending.isEmpty { pending = [] }
    // What was read before a failure is no less worth a look.
    if code != 0 { end(with: .system(code)) }
    guard origin.byteOffset + window.count > limit else { return window }
    end(with: .cutOff(limit: limit))
    return Array(window.prefix(max(contextCount, limit - origin.byteOffset)))
  }

  private mutating func end(with failure: InputError) {
    self.failure = failure
    isAtEnd = true
    pending = []
  }

  private mutating func piece(_ window: [UInt8]) -> LongText.Piece {
    let isLast = isAtEnd && pending.isEmpty
    let cut = isLast ? window.count : cut(of: window)
    let end = isLast ? window.count : cuts.scalarStart(in: window, upTo: window.count)
    var context = cut
    if !isLast, form != .diff {
      context = cuts.place(
        in: window, above: max(0, cut - sizes.context), upTo: cut - sizes.context / 2)
    }
    let encoding = number == 0 ? cuts.encoding : cuts.encoding.withoutMark
    let raw =
      end == window.count && form != .diff ? window : Array(window[..<(form == .diff ? cut : end)])
    let decoded = TextDecoder.decode(raw, as: encoding)
    let outer = OuterText(
      path: path, bytes: decoded.bytes, encoded: decoded.positions, origin: origin, goesOn: !isLast)
    let owned =
      decoded.positions.inner(of: contextCount)..<decoded.positions.inner(of: cut)
    var splitter = DocumentSplitter(outer)
    let nextContext = decoded.positions.inner(of: context)
    splitter.addPiece(
      name: name, language: language, form: form, head: head,
      before: PartOrigin(lines: origin.line, fences: fences.count))
    let text = ReviewText(
      outer: outer, documents: splitter.documents, byteCount: cut - contextCount,
      problems: splitter.problems, skipped: splitter.skipped)
    defer {
      number += 1
      carried = isLast ? [] : Array(window[context...])
      contextCount = cut - context
      if !isLast { open(after: decoded.bytes[..<nextContext]) }
      origin = origin.advanced(over: decoded.bytes, to: nextContext, rawBytes: context)
    }
    return LongText.Piece(
      number: number, text: text, owned: isLast ? owned.lowerBound..<Int.max : owned)
  }

  /// What a piece's text is read behind, though it stands elsewhere.
  private var head: [UInt8] {
    if number == 0 { return [] }
    switch form {
    case .markdown, .fenced: return fences.line
    case .plain, .html, .json, .yaml: return tableHead.isEmpty ? opening : tableHead
    case .diff, .notebook: return []
    }
  }

  /// Notes what is open after the next bytes.
  private mutating func open(after bytes: ArraySlice<UInt8>) {
    switch form {
    case .markdown, .fenced: fences.advance(over: bytes)
    case .plain, .html, .json, .yaml:
      if language == .plain { return }
      // Some lines at a time: what is open after them is all that is wanted of their tokens.
      var rest = bytes
      while !rest.isEmpty {
        var some = rest.prefix(Self.lexedAtOnce)
        if some.count < rest.count {
          // Behind a line end, or else before a scalar.
          var end = some.lastIndex(of: 0x0A).map { $0 + 1 } ?? some.endIndex
          while end > some.startIndex + 1, rest[end] & 0xC0 == 0x80 { end -= 1 }
          some = rest[..<end]
        }
        opening = Lexer.opening(after: opening + some, as: language)
        rest = rest[some.endIndex...]
      }
    case .diff, .notebook: break
    }
  }

  private static let lexedAtOnce = 256 << 10

  /// Where what belongs to this piece ends.
  private func cut(of window: [UInt8]) -> Int {
    if form == .diff {
      return cuts.lastFileHeader(in: window) ?? cuts.scalarStart(in: window, upTo: window.count)
    }
    let end = window.count - sizes.context
    return cuts.place(in: window, above: max(contextCount, end - sizes.context), upTo: end)
  }
}

extension OuterText.Origin {
  /// The origin of what follows the first `end` bytes of a text, which stand for `rawBytes`.
  fileprivate func advanced(over text: [UInt8], to end: Int, rawBytes: Int) -> OuterText.Origin {
    text.withUnsafeBufferPointer { text in
      var result = self
      result.byteOffset += rawBytes
      var lineStart = 0
      let passed = UnsafeBufferPointer(rebasing: text[..<end])
      LineIndex.forEachLineEnd(in: passed) {
        result.line += 1
        lineStart = $0
      }
      if lineStart > 0 { result.column = 0 }
      result.column +=
        end - lineStart - ByteScan.continuations(in: passed, lineStart..<end)
      return result
    }
  }
}

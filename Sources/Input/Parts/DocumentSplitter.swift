import SourceText

/// Takes a text apart into documents, and the parts again, down to a bounded depth.
struct DocumentSplitter {
  /// Below this depth a part is reviewed whole.
  private static let deepest = 8

  private let outer: OuterText
  private(set) var documents: [Document] = []
  private(set) var problems: [String] = []
  private(set) var skipped: [String] = []

  init(_ outer: OuterText) { self.outer = outer }

  /// Adds the documents of a whole input; `name` is empty for one without a name.
  mutating func addWhole(
    name: String, reviewable: [Range<Int>]? = nil, replacements: [Replacement] = []
  ) {
    let (language, form) = TextForm.judge(name: name, bytes: outer.bytes)
    add(
      Part(
        name: name.isEmpty ? outer.path : name, bytes: outer.bytes, language: language, form: form,
        positions: .identity, containers: [], reviewable: reviewable, depth: 0,
        replacements: replacements))
  }

  /// Adds the documents of a piece of a long input. `head` is read before it and no part of it.
  mutating func addPiece(
    name: String, language: Language, form: TextForm, head: [UInt8], before: PartOrigin
  ) {
    var positions = PositionMap(pieces: [])
    if !head.isEmpty {
      positions.append(length: head.count, outer: 0, outerLength: 0)
      positions.append(length: outer.bytes.count, outer: 0, outerLength: outer.bytes.count)
    }
    let bytes = head.isEmpty ? outer.bytes : head + outer.bytes
    add(
      Part(
        name: name.isEmpty ? outer.path : name, bytes: bytes, language: language, form: form,
        positions: positions, containers: [],
        reviewable: head.isEmpty ? nil : [head.count..<bytes.count], depth: 0, before: before))
  }

  /// Recursion ends at `deepest`.
  private mutating func add(_ part: Part) {
    let found = part.depth < Self.deepest ? Self.parts(of: part) : FoundParts()
    problems += found.problems
    skipped += found.skipped
    let reviewable = Ranges.intersection(part.reviewable, found.reviewable)
    if reviewable?.isEmpty != true {
      documents.append(
        Document(
          outer: outer, name: part.name, bytes: part.bytes,
          language: found.language ?? part.language, positions: part.positions,
          containers: part.containers, reviewable: reviewable, replacements: part.replacements,
          isCutOff: part.isCutOff))
    }
    guard !found.parts.isEmpty else { return }
    let lines = DiffLines(of: part)
    for child in found.parts {
      let shared = Ranges.within(part.reviewable, through: child.positions)
      let reviewable = Ranges.intersection(child.reviewable, shared)
      if reviewable?.isEmpty == true || child.bytes.isEmpty { continue }
      let name = child.name ?? part.name
      let judged =
        child.language.map { ($0, child.form ?? TextForm(language: $0)) }
        ?? TextForm.judge(name: child.name ?? "", bytes: child.bytes)
      let (language, form) = judged
      add(
        Part(
          name: name, bytes: child.bytes, language: language, form: form,
          positions: child.positions.then(part.positions),
          containers: lines.containers(of: child) + [child.container], reviewable: reviewable,
          depth: part.depth + 1, replacements: child.replacements, isCutOff: child.isCutOff))
    }
  }

  private static func parts(of part: Part) -> FoundParts {
    switch part.form {
    case .plain: FoundParts()
    case .markdown: MarkdownFences.parts(of: part.bytes, before: part.before.fences)
    case .fenced: MarkdownFences.partsOfUnknown(part.bytes, before: part.before.fences)
    case .diff: DiffReader.parts(of: part.bytes, linesBefore: part.before.lines)
    case .notebook: NotebookCells.parts(of: part.bytes)
    case .html: HTMLScripts.parts(of: part.bytes)
    case .json: JSONStrings.parts(of: part.bytes)
    case .yaml: YAMLBlocks.parts(of: part.bytes)
    }
  }
}

/// Carries the line numbers of a file in a diff over to the parts of that file.
private struct DiffLines {
  private let containers: [Container]
  /// Where each line of the text around starts; empty where no line numbers are carried.
  private var starts: [Int] = []

  init(of part: Part) {
    containers = part.containers
    let hasLines = containers.contains { if case .diffFile = $0 { true } else { false } }
    if hasLines {
      starts = [0]
      for (index, byte) in part.bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    }
  }

  /// The containers of the text around, as they hold for the lines of a part of it.
  func containers(of part: FoundPart) -> [Container] {
    if starts.isEmpty { return containers }
    var outerLines: [Int] = []
    var offset = 0
    for line in part.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if offset < part.bytes.count {
        outerLines.append(self.line(at: part.positions.outer(offset..<(offset + 1)).lowerBound))
      }
      offset += line.count + 1
    }
    return containers.map { container in
      switch container {
      case .named: return container
      case .diffFile(let path, let lines):
        return .diffFile(
          path: path, lines: outerLines.map { lines.isEmpty ? 0 : lines[min($0, lines.count - 1)] })
      }
    }
  }

  private func line(at offset: Int) -> Int {
    max(0, starts.indices.partitioningIndex { starts[$0] > offset } - 1)
  }
}

extension ReviewText {
  /// Decodes and takes apart the bytes of one input.
  ///
  /// `path` is what the report calls it; `name` decides on language and form, nil for what has no
  /// name, which is then judged by its text. Binary bytes are skipped. Costs time and memory linear
  /// in the bytes.
  package static func read(_ raw: [UInt8], path: String, name: String?) -> InputResult {
    if TextDecoder.isBinary(raw) { return .skipped(reason: "binary") }
    return .text(ReviewText(raw: raw, path: path, name: name ?? "", changed: nil))
  }

  /// The same, with findings counted in `changed` only (ranges of the bytes, ascending and apart); nil for
  /// everywhere.
  package static func read(
    _ raw: [UInt8], path: String, name: String?, changed: [Range<Int>]?
  ) -> InputResult {
    if TextDecoder.isBinary(raw) { return .skipped(reason: "binary") }
    return .text(ReviewText(raw: raw, path: path, name: name ?? "", changed: changed))
  }

  /// The same of a file, whose name is its path.
  package static func read(_ raw: [UInt8], path: String) -> InputResult {
    read(raw, path: path, name: path)
  }

  /// The same of an open file: held whole up to a size, handed out in pieces above it.
  static func read(
    _ file: FileSystem.OpenFile, path: String, name: String?, options: InputOptions
  ) throws(InputError) -> InputResult {
    let limit = options.maxFileSize ?? Int.max
    let whole = min(options.pieces.whole(of: name ?? ""), FileSystem.largestText)
    guard file.size <= limit else { throw .tooLarge(limit: limit) }
    let wanted = file.size > whole ? PieceReader.headSize : min(whole, limit) + 1
    let head = try FileSystem.read(file, upTo: wanted)
    let isAll = head.count < wanted
    if isAll, head.count <= min(whole, limit) { return read(head, path: path, name: name) }
    guard head.count <= limit else { throw .tooLarge(limit: limit) }
    let encoding = TextDecoder.encoding(of: head, goesOn: true)
    if TextDecoder.isBinary(head, encoding) { return .skipped(reason: "binary") }
    let reader = PieceReader(
      path: path, name: name ?? "", head: head, file: file, encoding: encoding, options: options)
    return .long(LongText(path: path, reader: reader))
  }

  /// With `changed` (ranges of `raw`) findings count in these only.
  /// `replacements` (of `raw`) tell where they take the place of other lines.
  init(
    raw: [UInt8], path: String, name: String, changed: [Range<Int>]?,
    replacements: [Replacement] = []
  ) {
    let decoded = TextDecoder.decode(raw)
    let outer = OuterText(path: path, bytes: decoded.bytes, encoded: decoded.positions)
    var splitter = DocumentSplitter(outer)
    splitter.addWhole(
      name: name, reviewable: Ranges.within(changed, through: decoded.positions),
      replacements: replacements.flatMap { replacement in
        (Ranges.within([replacement.range], through: decoded.positions) ?? []).map {
          Replacement(range: $0, removed: replacement.removed)
        }
      })
    self.init(
      outer: outer, documents: splitter.documents, byteCount: raw.count,
      problems: splitter.problems, skipped: splitter.skipped)
  }
}

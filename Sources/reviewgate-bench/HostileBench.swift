import BuiltinRules
import Checks
import Rules
import SourceText

/// Texts that are made to be slow: every rule's own examples, as lines, on one line, cut in half and
/// as bare values, over and over. Each is scanned at two sizes, the second twice the first; the cost
/// should double, and be within four times of that of ordinary text: a folder's files.
struct HostileBench {
  let folder: String
  /// Only the texts whose name holds this.
  let only: String?
  let size: Int
  let runs: Int
  let showsAll: Bool

  private struct Text {
    var name: String
    var document: String
    var language: Language
    var pieces: [[UInt8]]

    func bytes(_ size: Int) -> [UInt8] {
      var result: [UInt8] = []
      result.reserveCapacity(size + 4_096)
      var index = 0
      while result.count < size {
        result += pieces[index % pieces.count]
        index += 1
      }
      result.removeLast(result.count - size)
      while let last = result.last, last >= 0x80 { result.removeLast() }
      return result
    }
  }

  func run() throws {
    let catalog = try BuiltinRules.load()
    var scanner = Scanner(try ScanPlan(rules: catalog.rules))
    let texts = texts(catalog)
    let ordinary = Files(folder).documents
    let seconds = Measuring.median(of: runs) { _ = measure(ordinary, &scanner) }
    let normal = seconds / Double(ordinary.reduce(0) { $0 + $1.bytes.count })
    print(
      """
      \(texts.count) texts of \(size) bytes; ordinary text (\(folder)): \(written(1e-6 / normal)) MB/s; \
      scanned, and findings made; median of \(runs) runs, processor time

      """)
    var rows: [(slowness: Double, ratio: Double, seconds: Double, hits: Int, name: String)] = []
    for text in texts where only.map({ text.name.contains($0) }) ?? true {
      var hits = 0
      let times = [size / 2, size].map { size in
        let document = document(text.bytes(size), text.document, text.language)
        return Measuring.median(of: runs) { hits = measure([document], &scanner) }
      }
      let slowness = times[1] / (normal * Double(size))
      rows.append((slowness, times[1] / max(times[0], 1e-9), times[1], hits, text.name))
    }
    rows.sort { $0.slowness > $1.slowness }
    let slow = rows.filter { $0.slowness > 4 }
    // Below a millisecond the clock and the caches tell more than the text.
    let steep = rows.filter { $0.ratio > 2.5 && $0.seconds > 0.001 }
    let shown = showsAll ? rows : Array(rows.prefix(20)) + steep.filter { $0.slowness <= 4 }
    var table = Table("text", "to ordinary", "twice the size", "MB/s", "hits")
    for row in shown {
      table.add(
        row.name, written(row.slowness, 2) + " x", written(row.ratio, 2) + " x",
        written(Double(size) / row.seconds / 1e6), "\(row.hits)")
    }
    table.show()
    print(
      """

      \(rows.count) tried; \(steep.count) more than doubled with the size; \(slow.count) slower than 4 x \
      ordinary text, \(slow.filter { $0.hits * 200 < size }.count) of them with less than a hit in 200 bytes
      """)
  }

  /// Scans and assembles; the number of findings.
  private func measure(_ documents: [Document], _ scanner: inout Scanner) -> Int {
    documents.reduce(0) { count, document in
      let hits = scanner.scan(document)
      return count
        + FindingAssembly(outer: document.outer, fingerprintPath: document.name).findings(hits)
        .count
    }
  }

  private func document(_ bytes: [UInt8], _ name: String, _ language: Language) -> Document {
    Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes, language: language)
  }

  private func texts(_ catalog: RuleCatalog) -> [Text] {
    let validators = Dictionary(
      Validator.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var texts: [Text] = []
    for rule in catalog.rules {
      let name = RuleSelfTest.documentName(for: rule)
      for isMatch in [true, false] {
        let examples = rule.examples.filter { $0.isMatch == isMatch }.prefix(12)
        guard let first = examples.first else { continue }
        let language = RuleSelfTest.language(
          for: rule, name: name, ExampleText(first.text, seed: 0, validators: validators))
        let filled = (0..<24).flatMap { seed in
          examples.map { ExampleText($0.text, seed: UInt64(seed), validators: validators) }
        }
        func add(_ kind: String, _ pieces: [[UInt8]], _ end: String) {
          let pieces = pieces.filter { !$0.isEmpty }.map { $0 + Array(end.utf8) }
          guard !pieces.isEmpty else { return }
          texts.append(
            Text(
              name: "\(rule.id.text) \(kind)", document: name, language: language, pieces: pieces))
        }
        let lines = filled.map(\.bytes)
        add(isMatch ? "lines" : "clean lines", lines, "\n")
        add(isMatch ? "line" : "clean line", lines.map(squeezed), " ")
        guard isMatch else { continue }
        let spans = filled.map { ($0.bytes, $0.spans.first ?? 0..<$0.bytes.count) }
        add("halves", spans.map { squeezed($0[..<($1.lowerBound + $1.count / 2)]) }, " ")
        add("one short", spans.map { squeezed($0[..<max($1.lowerBound, $1.upperBound - 1)]) }, ";")
        add("values", spans.map { squeezed($0[$1]) }, "")
        add("value words", spans.map { squeezed($0[$1]) }, " ")
      }
    }
    return texts
  }

  /// On one line.
  private func squeezed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
  }
}

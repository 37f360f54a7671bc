import BuiltinRules
import Checks
import Gate
import Input
import Reporting
import Rules
import SourceText

/// The stages of a review over a folder.
struct StageBench {
  let folder: String
  let runs: Int

  func run() throws {
    let files = Files(folder)
    let documents = files.documents
    let inner = documents.reduce(0) { $0 + $1.bytes.count }
    let catalog = BuiltinRules.catalog
    let plan = try ScanPlan(catalog: catalog)
    print(
      """
      \(folder): \(files.paths.count) files, \(files.byteCount) bytes in \(documents.count) documents \
      of \(inner) bytes; \(catalog.count) rules; median of \(runs) runs, processor time

      """)
    var table = Table("stage", "bytes", "ms", "MB/s", "what")

    let reading = Measuring.median(of: runs) {
      for path in Files.list(folder) { _ = try? FileSource.contents(ofFile: path) }
    }
    row(&table, "walk, read", files.byteCount, reading, "\(files.paths.count) files")

    var parts = 0
    let splitting = Measuring.median(of: runs) {
      parts = 0
      for (path, bytes) in zip(files.paths, files.raw) {
        if case .text(let text) = ReviewText.read(bytes, path: path) {
          parts += text.documents.count
        }
      }
    }
    row(&table, "decode, split", files.byteCount, splitting, "\(parts) documents")

    var stages = ScanStages(plan)
    var count = 0
    let filtering = Measuring.median(of: runs) {
      count = 0
      for document in documents { count += stages.places(in: document) }
    }
    row(&table, "prefilter", inner, filtering, "\(count) places")
    let matching = Measuring.median(of: runs) {
      count = 0
      for document in documents { count += stages.matches(in: document) }
    }
    row(&table, "prefilter, verify", inner, matching, "\(count) matches")

    let lexing = Measuring.median(of: runs) {
      count = 0
      for document in documents {
        count += Lexer.lex(document.bytes, as: document.language).tokens.count
      }
    }
    row(&table, "lex (all; a scan only on demand)", inner, lexing, "\(count) tokens")

    var scanner = Scanner(plan)
    let scanning = Measuring.median(of: runs) {
      count = 0
      for document in documents { count += scanner.scan(document).count }
    }
    row(&table, "scan (verify, lex, checks)", inner, scanning, "\(count) hits")
    row(&table, "  of it checks and lexing", inner, max(0, scanning - matching), "the difference")

    let hits = files.texts.map { text in text.documents.flatMap { scanner.scan($0) } }
    var bytes = 0
    let reporting = Measuring.median(of: runs) {
      var findings: [Finding] = []
      for (text, hits) in zip(files.texts, hits) {
        let assembly = FindingAssembly(
          outer: text.outer, fingerprintPath: text.outer.path, isFramed: false)
        findings += UnnumberedFinding.identified(assembly.findings(hits))
      }
      let review = Gate.review(
        findings, by: Policy(), version: "bench", rulesDigest: catalog.digest,
        inputs: files.texts.count, bytes: files.byteCount)
      bytes = ReportFormat.json.bytes(of: review).count
    }
    row(&table, "report", files.byteCount, reporting, "\(bytes) bytes of JSON")
    row(
      &table, "all: read, split, scan, report", files.byteCount,
      reading + splitting + scanning + reporting, "the sum, on one core")
    table.show()
  }

  private func row(
    _ table: inout Table, _ stage: String, _ bytes: Int, _ seconds: Double, _ what: String
  ) {
    table.add(stage, "\(bytes)", written(seconds * 1e3), speed(bytes, seconds), what)
  }
}

import Foundation
import Reporting
import TestSupport
import Testing

/// Runs the built program as the documents in `Cases/` say; of every review a JSON report is written
/// as well, and must keep to the schema.
@Suite struct CaseTests {
  @Test(arguments: CaseFile.all)
  func `the program does what the document says`(_ file: CaseFile) throws {
    let folder = try ScratchFolder()
    for entry in file.files { try folder.write(entry.text, to: entry.path) }
    let reports = try ScratchFolder()
    let report = reports.url("report.json")
    let isReview = file.arguments.first == "check"
    let result = try BuiltProgram.run(
      file.arguments + (isReview ? ["--report", "json=\(report.path)"] : []), in: folder,
      input: file.standardInput.map { Array($0.utf8) })
    let shown =
      "\(file.title)\n--- output:\n\(result.output)--- errors:\n\(result.errors)"
      + "--- exit \(result.exit)"
    #expect(result.exit == file.exit, "exit status is not \(file.exit): \(shown)")
    for fault in Self.faults(file.output, in: result.output) {
      Issue.record("standard output: \(fault)\n\(shown)")
    }
    for fault in Self.faults(file.errors, in: result.errors) {
      Issue.record("standard error: \(fault)\n\(shown)")
    }
    // A command line, a policy or a rule file that is wrong leads to no report at all.
    guard isReview, result.exit != 2 || file.errors == .nothing else { return }
    let json = try JSONValue(Data(contentsOf: report))
    #expect(try JSONSchema(ReportSchema.text).faults(in: json) == [])
    #expect(json.hasSortedKeys)
  }

  @Test func `there are cases to run`() { #expect(CaseFile.all.count >= 25) }

  /// How a stream differs from what is expected of it.
  private static func faults(_ expected: CaseFile.Expectation, in got: String) -> [String] {
    switch expected {
    case .nothing: return got.isEmpty ? [] : ["there should be nothing"]
    case .exactly(let text): return got == text ? [] : ["it should be\n\(text)"]
    case .lines(let lines):
      let there = Set(got.split(separator: "\n").map { $0.trimmed })
      return lines.filter { !there.contains($0[...].trimmed) }.map { "there is no line `\($0)`" }
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    let start = drop { $0 == " " }
    let end = start.lastIndex { $0 != " " }
    return end.map { start[...$0] } ?? ""
  }
}

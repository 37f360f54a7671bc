import Foundation
import Gate
import Input
import Testing

@testable import Checks
@testable import ReviewGate

/// The review of texts in pieces, held against the review of the same texts whole.
@Suite struct LongReviewTests {
  static let engine: ReviewEngine? = try? ReviewEngine(
    catalog: RuleLoading(only: [
      "secrets/private-key", "secrets/generic-secret", "passwords/*", "pii/email-address",
      "unsafe-apis/python-eval",
    ]).catalog(), policy: Policy(), place: RepositoryPlace.current())

  /// What a review finds, a line each.
  static func findings(
    in text: [UInt8], name: String, sizes: PieceSizes, jobs: Int = 1
  ) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(text).write(to: folder.appendingPathComponent(name))
    let list = FileSource.list(
      paths: [folder.path + "/" + name], options: InputOptions(pieces: sizes))
    let run = ReviewRun(
      try #require(Self.engine), jobs: jobs, wants: ReviewRun.Wants(frames: true)
    )
    let result = run.review(list.sources)
    #expect(result.errors.isEmpty)
    #expect(result.bytes == text.count)
    #expect(result.inputs == 1)
    return result.findings.map { finding in
      var finding = finding
      finding.path = name
      finding.fingerprint = ""
      return "\(finding)"
    }
  }

  static let whole = PieceSizes(whole: 1 << 20, wholeNotebook: 1 << 20, piece: 0, context: 0)
  static let pieces = PieceSizes(whole: 0, wholeNotebook: 0, piece: 3_000, context: 2_000)

  /// Letters and digits as they stand in a key, never the same.
  static func letters(_ count: Int, seed: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    var state = UInt64(truncatingIfNeeded: seed) &+ 0x9E37_79B9_7F4A_7C15
    return String(
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return alphabet[Int(state >> 33) % alphabet.count]
      })
  }

  /// A program with something to be found every few hundred bytes.
  static func program(_ lines: Int) -> String {
    (0..<lines).map { number in
      switch number % 12 {
      case 3: "password_\(number) = \"\(letters(18, seed: number))\"\n"
      case 5: "result = eval(request.args[\"expression\"])\n"
      case 7:
        "key = \"\"\"-----BEGIN " + "PRIVATE KEY-----\n"
          + (0..<6).map { letters(64, seed: number * 10 + $0) + "\n" }.joined()
          + "-----END " + "PRIVATE KEY-----\n\"\"\"\n"
      case 9: "contact = 'anna.lee\(number)@mail.acme-corp.de'  # ü€𝄞\n"
      default: "value_\(number) = compute(value_\(number - 1), \(number))  # as usual\n"
      }
    }.joined()
  }

  @Test(arguments: [0, 1, 7, 40, 111, 345, 700, 1_234])
  func `a text in pieces has the findings that it has whole`(shift: Int) throws {
    let text = "# " + String(repeating: "x", count: shift) + "\n" + Self.program(300)
    let whole = try Self.findings(in: Array(text.utf8), name: "a.py", sizes: Self.whole)
    let pieces = try Self.findings(in: Array(text.utf8), name: "a.py", sizes: Self.pieces)
    #expect(whole.count > 50)
    #expect(Set(pieces).symmetricDifference(whole) == [])
    #expect(pieces.count == whole.count)
  }

  @Test func `a line without an end has the findings that it has whole`() throws {
    let text = (0..<600).map { number in
      number % 9 == 4
        ? "var password\(number)=\"\(Self.letters(20, seed: number))\";"
        : "function f\(number)(a,b){return a.split(\",\")[b]+\"ü\(number)\"};"
    }.joined()
    let whole = try Self.findings(in: Array(text.utf8), name: "a.js", sizes: Self.whole)
    let pieces = try Self.findings(in: Array(text.utf8), name: "a.js", sizes: Self.pieces)
    #expect(whole.count > 30)
    #expect(Set(pieces).symmetricDifference(whole) == [])
  }

  @Test func `a report does not depend on the number of workers`() throws {
    let text = Array(Self.program(400).utf8)
    let one = try Self.findings(in: text, name: "a.py", sizes: Self.pieces, jobs: 1)
    for jobs in 2...4 {
      #expect(try Self.findings(in: text, name: "a.py", sizes: Self.pieces, jobs: jobs) == one)
    }
  }

  @Test func `long inputs among short ones are reviewed by all workers`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for number in 0..<12 {
      let text = Self.program(number % 5 == 2 ? 300 : 12)
      try Data(text.utf8).write(to: folder.appendingPathComponent("\(number).py"))
    }
    var sizes = Self.pieces
    sizes.whole = 4_000
    func findings(_ jobs: Int) throws -> [String] {
      let list = FileSource.list(paths: [folder.path], options: InputOptions(pieces: sizes))
      return ReviewRun(
        try #require(Self.engine), jobs: jobs, wants: ReviewRun.Wants(frames: true)
      ).review(list.sources).findings.map { "\($0)" }
    }
    let one = try findings(1)
    #expect(one.count > 200)
    for jobs in [2, 3, 8, 20] { #expect(try findings(jobs) == one) }
  }

  @Test func `equal findings of different pieces have fingerprints of their own`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let line = "password = \"\(Self.letters(18, seed: 1))\"\n"
    let text = String(repeating: line + String(repeating: "x = 1\n", count: 300), count: 8)
    try Data(text.utf8).write(to: folder.appendingPathComponent("a.py"))
    func fingerprints(_ sizes: PieceSizes, _ jobs: Int) throws -> [String] {
      let list = FileSource.list(paths: [folder.path], options: InputOptions(pieces: sizes))
      return ReviewRun(
        try #require(Self.engine), jobs: jobs, wants: ReviewRun.Wants(frames: false)
      ).review(list.sources).findings.map(\.fingerprint)
    }
    let whole = try fingerprints(Self.whole, 1)
    #expect(whole.count == 8 && Set(whole).count == 8)
    #expect(try fingerprints(Self.pieces, 1) == whole)
    #expect(try fingerprints(Self.pieces, 3) == whole)
  }
}

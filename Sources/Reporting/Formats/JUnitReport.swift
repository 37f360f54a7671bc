import Checks
import Gate
import Rules

// JUnit's XML has no standard. This keeps to what the strictest reader takes, the schema of
// Jenkins' xUnit plugin (junit-10.xsd); others take more (github.com/testmoapp/junitxml).

/// The report for whatever shows the results of tests: a suite for each input with findings, in it
/// a case for each category.
///
/// A case fails where the policy blocks; what it flags or lets pass stands in the output of the
/// case. An input that was not reviewed is an error.
struct JUnitReport {
  private let review: Review
  private let suites: [Suite]

  init(_ review: Review) {
    self.review = review
    suites = Self.suites(of: review)
  }

  func write(to sink: ([UInt8]) throws -> Void) throws {
    var xml = XMLWriter()
    try xml.element(
      "testsuites",
      [
        "name": "reviewgate", "tests": "\(suites.reduce(0) { $0 + $1.tests })",
        "failures": "\(suites.reduce(0) { $0 + $1.failures })",
        "errors": "\(suites.reduce(0) { $0 + $1.errors.count })",
      ],
      elements: { xml in
        for suite in suites { try write(suite, to: &xml, sink) }
      })
    try sink(xml.take())
  }

  // MARK: - Suites

  private struct Suite {
    var name: String
    /// Places of the findings in the review.
    var findings: Range<Int> = 0..<0
    var errors: [ReviewError] = []
    var skipped: [SkippedInput] = []
    /// Names of cases that pass.
    var passed: [String] = []
    /// In the order of ``RuleCategory``; those of the findings.
    var categories: [(category: RuleCategory, isBlocked: Bool)] = []

    var tests: Int { categories.count + errors.count + skipped.count + passed.count }
    var failures: Int { categories.count { $0.isBlocked } }
  }

  private static func suites(of review: Review) -> [Suite] {
    var errors: [String: [ReviewError]] = [:]
    for error in review.errors { errors[error.path, default: []].append(error) }
    var suites: [Suite] = []
    var start = 0
    while start < review.findings.count {
      let path = review.findings[start].finding.path
      let rest = review.findings[start...]
      let end = rest.firstIndex { $0.finding.path != path } ?? rest.endIndex
      suites.append(
        Suite(
          name: path, findings: start..<end, errors: errors.removeValue(forKey: path) ?? [],
          categories: categories(of: review.findings[start..<end])))
      start = end
    }
    for error in review.errors {
      guard let errors = errors.removeValue(forKey: error.path) else { continue }
      suites.append(Suite(name: error.path, errors: errors))
    }
    if review.errors.isEmpty, !review.isComplete {
      let error = ReviewError(path: "reviewgate", message: "not everything was reviewed")
      suites.append(Suite(name: error.path, errors: [error]))
    }
    // No case at all would look like a run that did not happen.
    if suites.isEmpty { suites.append(Suite(name: "reviewgate", passed: ["nothing found"])) }
    if !review.skipped.isEmpty {
      suites.append(Suite(name: "skipped", skipped: review.skipped))
    }
    return suites
  }

  private static func categories(
    of findings: ArraySlice<DecidedFinding>
  ) -> [(category: RuleCategory, isBlocked: Bool)] {
    var isBlocked: [RuleCategory: Bool] = [:]
    for decided in findings {
      isBlocked[decided.finding.category, default: false] =
        isBlocked[decided.finding.category, default: false] || decided.action == .block
    }
    return RuleCategory.allCases.compactMap { category in
      isBlocked[category].map { (category: category, isBlocked: $0) }
    }
  }

  private func write(
    _ suite: Suite, to xml: inout XMLWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    try xml.element(
      "testsuite",
      [
        "name": suite.name, "tests": "\(suite.tests)", "failures": "\(suite.failures)",
        "errors": "\(suite.errors.count)", "skipped": "\(suite.skipped.count)",
      ],
      elements: { xml in
        for (category, isBlocked) in suite.categories {
          try write(category, isBlocked, of: suite, to: &xml, sink)
        }
        for error in suite.errors { try write(error, to: &xml, sink) }
        for skipped in suite.skipped { try write(skipped, to: &xml, sink) }
        for name in suite.passed {
          xml.element("testcase", ["classname": suite.name, "name": name])
        }
      })
  }

  // MARK: - Cases

  private func write(
    _ category: RuleCategory, _ isBlocked: Bool, of suite: Suite, to xml: inout XMLWriter,
    _ sink: ([UInt8]) throws -> Void
  ) throws {
    let places = suite.findings.filter { review.findings[$0].finding.category == category }
    let blocked = places.filter { review.findings[$0].action == .block }
    let others = places.filter { review.findings[$0].action != .block }
    try xml.element(
      "testcase", ["classname": suite.name, "name": category.rawValue],
      elements: { xml in
        if let first = blocked.first {
          let finding = review.findings[first].finding
          let more = blocked.count > 1 ? " and \(blocked.count - 1) more" : ""
          try xml.element(
            "failure",
            [
              "message": "line \(finding.region.startLine): \(finding.title)\(more)",
              "type": category.rawValue,
            ],
            lines: { xml in try write(blocked, to: &xml, sink) })
        }
        if !others.isEmpty {
          try xml.element("system-out", [:], lines: { xml in try write(others, to: &xml, sink) })
        }
      })
  }

  private func write(
    _ places: [Int], to xml: inout XMLWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    for place in places {
      let decided = review.findings[place]
      let finding = decided.finding
      let place = "\(finding.path):\(finding.region.startLine):\(finding.region.startColumn)"
      let rank = "(\(finding.severity.rawValue), \(finding.rule))"
      xml.line(
        "\(place): \(decided.action.rawValue): \(finding.title) \(rank)".withoutAttachments)
      let details = [
        ("in", finding.within.joined(separator: ", ")), ("text", finding.snippet),
        ("why", finding.why), ("fix", finding.fix), ("decided", decided.reason),
      ]
      for (label, text) in details where !text.isEmpty {
        xml.line("  \(label): \(text.withoutAttachments)")
      }
      try xml.passOn(to: sink)
    }
  }

  private func write(
    _ error: ReviewError, to xml: inout XMLWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    xml.element(
      "testcase", ["classname": error.path, "name": "not reviewed"],
      elements: { xml in
        xml.element("error", ["message": error.message, "type": "not-reviewed"])
      })
    try xml.passOn(to: sink)
  }

  private func write(
    _ skipped: SkippedInput, to xml: inout XMLWriter, _ sink: ([UInt8]) throws -> Void
  ) throws {
    xml.element(
      "testcase", ["classname": skipped.path, "name": "skipped"],
      elements: { xml in xml.element("skipped", ["message": skipped.reason]) })
    try xml.passOn(to: sink)
  }
}

extension XMLWriter {
  /// Hands a piece over as soon as it is large enough.
  fileprivate mutating func passOn(to sink: ([UInt8]) throws -> Void) rethrows {
    if bytes.count >= reportPieceSize { try sink(take()) }
  }
}

extension String {
  /// GitLab and Jenkins take `[[ATTACHMENT|path]]` in the output of a case for a file to show.
  fileprivate var withoutAttachments: String {
    let mark = "[[attachment".utf8
    let bytes = Array(utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      result.append(byte)
      guard byte == UInt8(ascii: "[") else { continue }
      let isMark = bytes[index...].prefix(mark.count).elementsEqual(mark) { $0 | 0x20 == $1 | 0x20 }
      if isMark { result.append(UInt8(ascii: " ")) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

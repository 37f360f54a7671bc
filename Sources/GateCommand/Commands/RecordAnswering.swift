import Checks
import Gate
import Input
import JSON
import Reporting
import ReviewGate

/// Answers one record of a batch: the same record with its review.
struct RecordAnswering: Sendable {
  let engine: ReviewEngine
  let fields: BatchOptions.Fields
  /// The review is told in short.
  let isBrief: Bool
  let allowsEmpty: Bool
  /// What the review of one record may take.
  let timeout: Duration?
  let progress: ReviewProgress?

  /// The answer as one line; nothing for a line without a record.
  func answer(to line: LineReader.Line, _ tally: inout BatchTally) -> [UInt8] {
    guard let bytes = line.bytes else {
      return refused(line, "the line is longer than the limit", record: nil, &tally)
    }
    if bytes.allSatisfy(\.isJSONBlank) { return [] }
    guard let record = JSONText(strictly: bytes)?.root, record.isObject else {
      return refused(line, "the line is not a JSON object", record: bytes, &tally)
    }
    let members = record.members
    func member(_ name: String) -> [JSONText.Value] {
      members.filter { $0.name == name }.map(\.value)
    }
    let texts = member(fields.text)
    guard texts.count == 1 else {
      let what = texts.isEmpty ? "has no member" : "has more than one member"
      return refused(line, "the record \(what) \"\(fields.text)\"", record: bytes, &tally)
    }
    guard let text = texts[0].utf8 else {
      return refused(line, "\"\(fields.text)\" is not a string", record: bytes, &tally)
    }
    guard !JSONTokens.hasLoneSurrogate(texts[0].written) else {
      return refused(line, "\"\(fields.text)\" holds half of a character", record: bytes, &tally)
    }
    let names = member(fields.name)
    let name = names.last?.string
    guard names.count <= 1, names.isEmpty || name != nil || names[0].isNull else {
      return refused(line, "\"\(fields.name)\" is not one string", record: bytes, &tally)
    }
    let review = review(text, name)
    tally.add(review)
    return answer(members.filter { $0.name != Self.reviewField }, review)
  }

  /// A member of this name that comes with the record is left out: it is no review of ours.
  private static let reviewField = "review"

  private func review(_ text: [UInt8], _ name: String?) -> Review {
    let path = name ?? "record"
    let limits = ReviewRun.Limits(deadline: timeout.map { ContinuousClock.now + $0 })
    if text.isEmpty, allowsEmpty {
      var result = ReviewRun.Result()
      result.inputs = 1
      return engine.decide(result)
    }
    return engine.review(text, path: path, name: name, limits: limits, progress: progress)
  }

  /// Members stay as they were written.
  private func answer(_ members: [JSONText.Member], _ review: Review) -> [UInt8] {
    var line: [UInt8] = [UInt8(ascii: "{")]
    for member in members {
      line += member.writtenName + [UInt8(ascii: ":")] + member.value.written
      line.append(UInt8(ascii: ","))
    }
    line += "\"\(Self.reviewField)\":".utf8
    line += isBrief ? brief(review) : ReportFormat.jsonLine(of: review)
    return line + [UInt8(ascii: "}"), 0x0A]
  }

  /// The answer to a line that is no record: what is wrong, and the line, so that nothing is lost.
  private func refused(
    _ line: LineReader.Line, _ message: String, record: [UInt8]?, _ tally: inout BatchTally
  ) -> [UInt8] {
    var result = ReviewRun.Result()
    result.errors.append(ReviewError(path: "line \(line.number)", message: message))
    let review = engine.decide(result)
    tally.add(review)
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("error", "line \(line.number): \(message)")
      json.member("line", line.number)
      if let record { json.member("record", String(decoding: record, as: UTF8.self)) }
      json.key(Self.reviewField)
      json.verbatim(isBrief ? brief(review) : ReportFormat.jsonLine(of: review))
    }
    json.endLine()
    return json.take()
  }

  /// Verdict and what it rests on, without what explains it.
  private func brief(_ review: Review) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("complete", review.isComplete)
      json.member("errors", review.errors.map(\.message))
      json.key("findings")
      json.array { json in
        for decided in review.findings where decided.action != .approve {
          json.object { json in
            json.member("action", decided.action.rawValue)
            json.member("line", decided.finding.region.startLine)
            json.member("rule", decided.finding.rule.text)
          }
        }
      }
      json.member("verdict", review.verdict.rawValue)
    }
    return json.take()
  }
}

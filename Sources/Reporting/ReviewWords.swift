import Checks
import Gate

// What the reports for people say alike: `text`, `markdown` and `html`.

extension Verdict {
  /// What a finding of this action is called: one that passes is a note.
  var findingWord: String {
    switch self {
    case .block: "block"
    case .flag: "flag"
    case .approve: "note"
    }
  }
}

extension ReviewCounts {
  /// `2 to block, 1 to look at, 3 notes`, or `nothing found`.
  var found: String {
    let blocked = findings(.block)
    let flagged = findings(.flag)
    let noted = findings(.approve)
    var parts: [String] = []
    if blocked > 0 { parts.append("\(grouped(blocked)) to block") }
    if flagged > 0 { parts.append("\(grouped(flagged)) to look at") }
    if noted > 0 { parts.append("\(grouped(noted)) \(noted == 1 ? "note" : "notes")") }
    return parts.isEmpty ? "nothing found" : parts.joined(separator: ", ")
  }
}

extension Review {
  /// `12 inputs (48 KB)`
  var extent: String {
    "\(grouped(inputs)) \(inputs == 1 ? "input" : "inputs") (\(byteSize(bytes)))"
  }

  /// How many inputs were skipped for each reason, the most frequent first.
  var skippedByReason: [(reason: String, count: Int)] {
    var reasons: [String: Int] = [:]
    for input in skipped { reasons[input.reason, default: 0] += 1 }
    return reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (reason: $0.key, count: $0.value) }
  }
}

extension Finding {
  /// The lines to show: those of the frame or, where none were kept, the finding's own.
  var shownFrame: CodeFrame {
    guard frame.lines.isEmpty else { return frame }
    return CodeFrame(
      firstLine: region.startLine, lines: [snippet], markedLine: -1, marked: 0..<0)
  }
}

/// A count for people, with a comma after every three digits from the right: `4,211`.
func grouped(_ count: Int) -> String {
  let digits = String(count)
  var result = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return result
}

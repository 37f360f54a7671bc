/// Words the way of a value from outside to where it does harm.
enum FlowEvidence {
  /// `from request.args.get on line 4, by way of name on line 4, query on line 6`; nil without a step.
  /// `line` gives the number of the line that holds a byte of the document.
  static func phrase(_ trace: [Candidate.TraceStep], line: (Int) -> Int) -> String? {
    guard let source = trace.first else { return nil }
    var text = "from \(source.name) on line \(line(source.place))"
    for (number, step) in trace.dropFirst().enumerated() {
      text += number == 0 ? ", by way of " : ", "
      text += "\(step.name) on line \(line(step.place))"
    }
    return text
  }
}

import ReviewGate

extension GateError {
  /// As it is told on standard error: `reviewgate: ` before each fault; lines that belong to one stay as
  /// they are.
  var text: String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(" ") || line.isEmpty ? "\(line)\n" : "reviewgate: \(line)\n"
    }.joined()
  }
}

import JSON

/// A call of a tool that was accepted and is to be run.
package struct Call: Sendable {
  /// Unique as long as the server runs.
  package typealias Number = Int

  package let number: Number
  package let tool: ToolCall
  let reply: Reply

  /// The line that answers it. May take a while for a long report, so no lock should be held.
  package func line(for answer: ToolAnswer) -> [UInt8] {
    switch answer {
    case .page(let text): return reply.tool(text, isError: false)
    case .failed(let reason): return reply.tool(reason, isError: true)
    case .report(let bytes):
      guard !bytes.contains(0x0A), let report = JSONText(bytes),
        let summary = ReportSummary(report)
      else { return reply.fault(.within("the review gave no report")) }
      return reply.tool(summary.text, isError: !summary.isComplete, structured: bytes)
    }
  }
}

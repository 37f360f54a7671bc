import Reporting
import SourceText

/// Arguments that make no sense; the program then exits with ``ExitStatus/notReviewed``.
package struct UsageError: Error, Sendable, Equatable {
  /// Everything that is wrong, a line each, in the order of the words where there is one.
  package var problems: [String]
  /// Where to read on.
  package var hint: String

  package init(_ problems: [String], verb: Verb? = nil) {
    self.problems = problems
    hint = verb.map { "try reviewgate help \($0.rawValue)" } ?? "try reviewgate --help"
  }

  /// What standard error is told, with a line end after each line.
  package var message: String {
    problems.map { "reviewgate: \($0.madeVisible)\n" }.joined() + hint + "\n"
  }
}

/// Everything that is wrong with the rule files that were to be loaded.
package struct RuleError: Error, Sendable, CustomStringConvertible {
  /// In the order of the files.
  package let faults: [TOMLFault]

  package init(_ faults: [TOMLFault]) { self.faults = faults }

  /// Each fault with its line and caret.
  package var description: String { faults.map(\.description).joined(separator: "\n") }
}

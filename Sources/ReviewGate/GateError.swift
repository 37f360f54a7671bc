/// Why something could not be done: a rule file with faults, a policy that cannot be read.
///
/// Each line tells one fault, with the place and what to do; lines that begin with a space go on.
public struct GateError: Error, Sendable, CustomStringConvertible {
  public let message: String

  package init(_ message: String) { self.message = message }

  public var description: String { message }
}

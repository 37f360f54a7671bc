import Input
import SourceText

/// When in its work an agent asks.
package enum AgentMoment: Sendable {
  /// Before a tool is used: what the agent proposes has not happened.
  case beforeTool
  /// After a tool was used: what is reviewed has happened.
  case afterTool
  /// The agent has spoken and would end its turn.
  case reply
  /// It has nothing to show, such as at the start of a session.
  case other
}

/// What an agent asks about, read from its payload.
package struct AgentEvent: Sendable {
  /// As the agent calls it, such as `PreToolUse`; bounded and free of deceptive characters.
  package let name: String
  package let moment: AgentMoment
  /// The folder that the agent works in, from which the paths of sources and changes are counted
  /// where they lie below it; nil if the payload does not tell.
  package let cwd: String?
  /// What it proposes, to be reviewed.
  package let sources: [InputSource]
  /// The files that it would touch, for the guards: paths as those of the sources, not yet counted
  /// from the repository's root.
  package let changes: [FileChange]
  /// The agent goes on because this hook sent it back already: it is not sent back once more.
  package let isRetry: Bool
  /// The host takes no answer to it any more.
  let isOut: Bool
  /// The payload is written as other agents' are (`tool_name`), and so is the answer.
  let isCompatible: Bool

  package var isBeforeTheFact: Bool { moment == .beforeTool }
  /// Whether a block keeps something from happening.
  package var canBlock: Bool { moment == .beforeTool || (moment == .reply && !isRetry && !isOut) }

  init(_ call: AgentCall, _ proposals: ProposalList) {
    name = Quoted.text(call.event, limit: 60)
    moment = call.moment
    cwd = call.cwd
    sources = proposals.sources
    changes = proposals.changes
    isRetry = call.isRetry
    isOut = call.isOut
    isCompatible = call.isCompatible
  }
}

/// A payload that was not understood: what it asks about was not reviewed.
package struct AgentHookError: Error, Sendable, Equatable {
  package let message: String

  init(_ message: String) { self.message = message }
}

/// What the program is to answer: its two streams and its exit status.
package struct AgentAnswer: Sendable, Equatable {
  package var standardOutput: [UInt8]
  package var standardError: [UInt8]
  package var status: Int32

  package init(
    standardOutput: [UInt8] = [], standardError: [UInt8] = [], status: Int32 = 0
  ) {
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.status = status
  }
}

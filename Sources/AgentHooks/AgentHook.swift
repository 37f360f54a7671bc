// A host starts the hook with a payload on standard input and obeys what it answers. Each host has a
// contract of its own (`Contracts/`, one file each); what the tools of an agent propose is read the same way
// for all of them (`Proposals/`), since they differ in names more than in shapes.
//
// Hosts let a call proceed when a hook crashes or is too late. So all that goes wrong is answered here: what
// was not reviewed is denied where the agent asks before the fact.

import Gate
import JSON

/// The hook of one agent, by that agent's contract.
package struct AgentHook: Sendable {
  package let agent: Agent

  package init(_ agent: Agent) { self.agent = agent }

  /// Reads a payload, as it came on standard input.
  ///
  /// `contents` gives the bytes of a file by its absolute path (by the path as the agent wrote it where the
  /// payload tells no folder), nil for what is no readable regular file or too large. Edits and patches
  /// are applied to it; without it their new text is reviewed alone.
  package func event(
    _ payload: [UInt8], contents: @escaping (String) -> [UInt8]?
  ) throws(AgentHookError) -> AgentEvent {
    // A pipe of PowerShell may begin with a byte order mark.
    let isMarked = payload.starts(with: [0xEF, 0xBB, 0xBF])
    guard let text = JSONText(isMarked ? Array(payload.dropFirst(3)) : payload), text.root.isObject
    else {
      throw AgentHookError("the payload of \(agent.title) is no JSON object")
    }
    let call = try agent.contract.call(AgentPayload(text.root))
    var proposals = ProposalList(
      folder: call.cwd, isDone: call.moment == .afterTool, contents: contents)
    switch call.subject {
    case .tool(let name, let input): proposals.add(ToolCall(name: name, input: input))
    case .edits(let path, let edits): proposals.add(edits: edits, to: path)
    case .command(let command): proposals.add(command: command, .posix)
    case .reply(let text): proposals.add(text: text, path: "reply.md", name: "reply.md")
    case .nothing: break
    }
    return AgentEvent(call, proposals)
  }

  /// The answer to a review of all that an event proposes. An incomplete review is answered as a failure,
  /// unless what it did see blocks.
  package func answer(_ review: Review, to event: AgentEvent) -> AgentAnswer {
    let words = ReviewWords(review, event)
    let decision: AgentDecision
    switch review.verdict {
    case .block: decision = .block(words.blocked, user: words.summary)
    case .approve, .flag:
      if !review.isComplete || !review.errors.isEmpty {
        decision = .unreviewed(words.incomplete)
      } else if review.verdict == .flag {
        decision = .flag(words.flagged, user: words.summary)
      } else {
        decision = .approve
      }
    }
    return agent.contract.answer(decision, to: event)
  }

  /// The answer where there is no review: a payload that was not understood (`event` is nil then), a
  /// broken policy, a limit that was reached.
  package func failure(_ message: String, of event: AgentEvent?) -> AgentAnswer {
    let words = ReviewWords.failure(message, of: event)
    guard let event else {
      // Each of the five hosts takes this status for a block wherever it can block; which event it is
      // about, and so what JSON it would understand, is not known.
      return AgentAnswer(standardError: Array((words + "\n").utf8), status: 2)
    }
    return agent.contract.answer(.unreviewed(words), to: event)
  }
}

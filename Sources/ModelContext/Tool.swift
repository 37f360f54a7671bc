import JSON

/// The tools that are offered, in the order in which they are listed.
enum Tool: String, CaseIterable, Sendable {
  case review
  case explain

  struct Argument: Sendable {
    let name: String
    let description: String
    let isRequired: Bool
  }

  private var title: String {
    switch self {
    case .review: "Review code or text"
    case .explain: "Explain a rule"
    }
  }

  private var description: String {
    switch self {
    case .review:
      """
      Reviews code or text before it is used: secrets, passwords, unsafe calls, personal data, \
      license trouble, hidden or hostile text. Says approve, flag (a person must look) or block \
      (must not pass), and what was found where. Nothing leaves this machine. Instructions inside \
      the reviewed text have no effect on its review.
      """
    case .explain:
      "Explains a rule that a review named: why it matters, what to do instead, examples."
    }
  }

  /// In ascending order of their names.
  var arguments: [Argument] {
    switch self {
    case .review:
      [
        Argument(
          name: "content",
          description: "The whole text, as it would be written to a file or said in a reply.",
          isRequired: true),
        Argument(
          name: "name",
          description: """
            The name of the file, such as app.py, reply.md (code fences are reviewed in their \
            languages) or change.diff (only added lines count). Without one the text itself \
            decides what it is.
            """,
          isRequired: false),
      ]
    case .explain:
      [
        Argument(
          name: "rule", description: "The rule's id, such as secrets/github-token.",
          isRequired: true)
      ]
    }
  }

  /// What `tools/list` says of it; `outputSchema` is JSON.
  func write(to json: inout JSONWriter, in revision: Revision, outputSchema: [UInt8]) {
    json.object { json in
      if revision.hasAnnotations {
        json.key("annotations")
        json.object { json in
          json.member("idempotentHint", true)
          json.member("openWorldHint", false)
          json.member("readOnlyHint", true)
          json.member("title", title)
        }
      }
      json.member("description", description)
      json.key("inputSchema")
      inputSchema(&json)
      json.member("name", rawValue)
      if revision.hasStructuredContent {
        if self == .review {
          json.key("outputSchema")
          json.verbatim(outputSchema)
        }
        json.member("title", title)
      }
    }
  }

  private func inputSchema(_ json: inout JSONWriter) {
    json.object { json in
      json.member("additionalProperties", false)
      json.key("properties")
      json.object { json in
        for argument in arguments {
          json.key(argument.name)
          json.object { json in
            json.member("description", argument.description)
            json.member("type", "string")
          }
        }
      }
      json.member("required", arguments.filter(\.isRequired).map(\.name))
      json.member("type", "object")
    }
  }
}

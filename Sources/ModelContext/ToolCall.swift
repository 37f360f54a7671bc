import JSON

/// What a tool is asked to do.
package enum ToolCall: Sendable {
  case review(ReviewRequest)
  /// The page of a rule.
  case explain(rule: String)

  /// How many bytes it holds while it waits.
  var size: Int {
    switch self {
    case .review(let request): request.content.count
    case .explain(let rule): rule.utf8.count
    }
  }
}

/// A text that a model wants to have reviewed.
package struct ReviewRequest: Sendable {
  /// UTF-8, as it was in the string; not empty. May hold any scalar, NUL too.
  package let content: [UInt8]
  /// What the text is called: its language and form follow from it. The client's word, without
  /// control characters.
  package let name: String?

  package init(content: [UInt8], name: String?) {
    self.content = content
    self.name = name
  }
}

/// What became of a call.
package enum ToolAnswer: Sendable {
  /// The JSON report of a review (`reviewgate.report/1`) on one line; it may be incomplete.
  case report([UInt8])
  /// A page for the model to read.
  case page(String)
  /// Why there is neither: told to the model.
  case failed(String)
}

extension ToolCall {
  /// Arguments that the tool cannot use, in words for the model.
  struct ArgumentFault: Error {
    let message: String

    init(_ message: String) { self.message = message }
  }

  /// Reads the arguments of a tool; an argument that is not known is a fault, so that none is
  /// thought to be heeded that is not.
  init(_ tool: Tool, _ arguments: Fields) throws(ArgumentFault) {
    let known = tool.arguments.map(\.name)
    if let unknown = arguments.names.filter({ !known.contains($0) }).min() {
      throw ArgumentFault(
        "\(tool.rawValue) has no argument '\(unknown.shortened)'; it takes "
          + known.joined(separator: " and "))
    }
    switch tool {
    case .review:
      let content = try Self.string("content", of: arguments)
      guard let content, !content.isEmpty else {
        throw ArgumentFault("content is missing or empty: nothing was reviewed")
      }
      let name = try Self.string("name", of: arguments).map { String(decoding: $0, as: UTF8.self) }
      if let name { try Self.checkName(name) }
      self = .review(ReviewRequest(content: content, name: name))
    case .explain:
      guard let rule = try Self.string("rule", of: arguments), !rule.isEmpty else {
        throw ArgumentFault("rule is missing: give the id of a rule, such as secrets/github-token")
      }
      guard rule.count <= longestName else {
        throw ArgumentFault("rule is longer than \(longestName) bytes: no rule is called that")
      }
      self = .explain(rule: String(decoding: rule, as: UTF8.self))
    }
  }

  private static func string(
    _ name: String, of arguments: Fields
  ) throws(ArgumentFault) -> [UInt8]? {
    guard let value = arguments[name], !value.isNull else { return nil }
    guard let utf8 = value.utf8 else { throw ArgumentFault("\(name) must be a string") }
    guard !JSONTokens.hasLoneSurrogate(value.written) else {
      throw ArgumentFault("\(name) has half of a surrogate pair: it is no text")
    }
    return utf8
  }

  private static func checkName(_ name: String) throws(ArgumentFault) {
    guard !name.isEmpty, name.utf8.count <= longestName,
      name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
    else {
      throw ArgumentFault(
        "name must be a file name of at most \(longestName) bytes, such as app.py or reply.md")
    }
  }
}

/// Of a file name or a rule's id, in bytes.
private let longestName = 4_096

/// What a stretch of a source text is to its language.
package enum Zone: UInt8, Sendable, CaseIterable {
  /// Program text outside strings and comments; also keys and structure of data files.
  case code
  /// The inside of a string or character literal, with its quotes; also scalar values of data files.
  case string
  /// A comment of any kind.
  case comment
  /// Text for people: plain text, Markdown outside fences, the text of an HTML page.
  case prose

  /// The name in rule files and reports.
  package var name: String {
    switch self {
    case .code: "code"
    case .string: "string"
    case .comment: "comment"
    case .prose: "prose"
    }
  }
}

import JSON

/// The members of a tool's input, under the names that tools use for the same thing.
struct ToolFields {
  /// Where a text is to be written.
  static let path = [
    "file_path", "filePath", "path", "notebook_path", "absolute_path", "target_file", "targetFile",
    "filename", "file_name", "fileName", "file",
  ]
  /// The whole of a file.
  static let content = [
    "content", "contents", "file_text", "fileText", "file_content", "code_edit", "text", "data",
  ]
  static let oldText = ["old_string", "old_str", "oldString", "oldText", "old_text"]
  static let newText = ["new_string", "new_str", "newString", "newText", "new_text"]
  static let edits = ["edits", "replacements", "changes"]
  static let inserted = ["insert_text", "new_str", "text", "content"]

  let value: JSONText.Value
  private let members: [String: JSONText.Value]

  init(_ value: JSONText.Value) {
    self.value = value
    members = Dictionary(value.members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  subscript(_ name: String) -> JSONText.Value? { members[name] }

  /// The first of these names under which there is a string.
  func name(_ names: [String]) -> String? { names.first { members[$0]?.utf8 != nil } }

  /// The string of the first of these names that there is.
  func text(_ names: [String]) -> [UInt8]? {
    name(names).flatMap { members[$0]?.utf8 }
  }

  func string(_ names: [String]) -> String? {
    text(names).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension JSONText.Value {
  /// Where it stands in its text.
  var range: Range<Int> { written.startIndex..<written.endIndex }
}

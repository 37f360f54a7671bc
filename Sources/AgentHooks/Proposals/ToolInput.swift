// The input of a tool is judged by its shape: an object with a path and a content writes a file whatever the
// tool is called, so that tools of servers and of versions to come are read as those that are known. What is
// left is reviewed as text: nothing that a tool is given goes by unseen.

import JSON

extension ProposalList {
  /// Strings above this many bytes are reviewed as texts of their own: they may be code, a diff, a reply.
  private static let longText = 48
  /// Beyond this many they are reviewed as the strings of one JSON text.
  private static let mostTexts = 200

  mutating func add(input: JSONText.Value, of call: ToolCall) {
    var taken: [Range<Int>] = []
    var texts = 0
    // A stack of its own: input may nest deeper than the program can call itself.
    var open: [(value: JSONText.Value, key: String)] = [(input, "")]
    while let (value, key) = open.popLast() {
      if value.isObject {
        let fields = ToolFields(value)
        let used = addFile(
          of: fields, isWriting: call.soundsWriting && fields["command"]?.string != "view")
        taken += used.compactMap { fields[$0]?.range }
        for member in value.members.reversed() where !used.contains(member.name) {
          open.append((member.value, member.name))
        }
      } else if value.isArray {
        for element in value.elements.reversed() { open.append((element, key)) }
      } else if let text = value.utf8, text.count > Self.longText, texts < Self.mostTexts {
        texts += 1
        taken.append(value.range)
        if Patch.begins(in: text) {
          add(patchOrDiff: text)
        } else {
          add(text: text, path: Self.place(of: call, key), name: nil)
        }
      }
    }
    // What is left, with the names of the members beside the values.
    let start = input.range.lowerBound
    let json = Array(input.written)
    let rest = Self.complement(of: taken, start: start, count: json.count)
    add(text: json, path: Self.place(of: call, ""), name: "input.json", changed: rest)
  }

  /// `mcp__github__create_issue.body`.
  private static func place(of call: ToolCall, _ key: String) -> String {
    let name = Quoted.text(call.name, limit: 80)
    return key.isEmpty ? name : "\(name).\(Quoted.text(key, limit: 40))"
  }

  private static func complement(
    of taken: [Range<Int>], start: Int, count: Int
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var place = 0
    for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let low = range.lowerBound - start
      if low > place { result.append(place..<low) }
      place = max(place, range.upperBound - start)
    }
    if place < count { result.append(place..<count) }
    return result
  }

  // MARK: - Files

  /// What an object writes to a file, if it is of the shape; the names of the members that were read for it.
  private mutating func addFile(of fields: ToolFields, isWriting: Bool) -> [String] {
    guard let path = fields.string(ToolFields.path), !path.isEmpty else {
      if isWriting { touchPlaces(fields) }
      return []
    }
    if let edit = FileEdit(fields) {
      add(edits: [edit], to: path)
      return [ToolFields.oldText, ToolFields.newText].compactMap(fields.name)
    }
    if let name = ToolFields.edits.first(where: { fields[$0]?.isArray == true }),
      let edits = Self.edits(fields[name])
    {
      add(edits: edits, to: path)
      return [name]
    }
    if let source = fields.text(["new_source"]) {
      add(cell: source, isProse: fields["cell_type"]?.string == "markdown", of: path)
      return ["new_source"]
    }
    if let line = fields["insert_line"]?.integer, let name = fields.name(ToolFields.inserted),
      let text = fields.text([name])
    {
      add(insertion: text, afterLine: line, in: path)
      return [name]
    }
    // The new half of an edit counts as well.
    if let name = fields.name(ToolFields.content + ToolFields.newText),
      let text = fields.text([name])
    {
      let what = contents(of: path) == nil ? "added" : "modified"
      add(file: path, text: text, what: what)
      return [name]
    }
    if isWriting {
      touch(path, what: "named by a tool that changes files")
      touchPlaces(fields)
    }
    return []
  }

  /// Where a tool that moves or copies takes a file from, and to.
  private mutating func touchPlaces(_ fields: ToolFields) {
    for name in ["source", "destination", "old_path", "new_path", "oldPath", "newPath", "to"] {
      if let path = fields[name]?.string, path.utf8.count < 4096 {
        touch(path, what: "named by a tool that changes files")
      }
    }
  }

  /// Nil unless all of them are edits.
  private static func edits(_ list: JSONText.Value?) -> [FileEdit]? {
    let edits = (list?.elements ?? []).map { FileEdit(ToolFields($0)) }
    let read = edits.compactMap { $0 }
    return read.isEmpty || read.count < edits.count ? nil : read
  }

  /// Replacements in a file, in its context where it can be read.
  mutating func add(edits: [FileEdit], to path: String) {
    if let file = contents(of: path),
      let edited = EditedFile(file, edits, isDone: isDone)
    {
      add(file: path, text: edited.bytes, what: "modified", changed: edited.changed)
      return
    }
    let texts = edits.map(\.new).filter { !$0.isEmpty }
    add(file: path, text: Array(texts.joined(separator: [0x0A, 0x0A])), what: "modified")
  }

  private mutating func add(insertion text: [UInt8], afterLine line: Int, in path: String) {
    guard !isDone, let file = contents(of: path) else {
      return add(file: path, text: text, what: "modified")
    }
    var offset = 0
    var passed = 0
    while passed < line, offset < file.count {
      if file[offset] == 0x0A { passed += 1 }
      offset += 1
    }
    var inserted = text
    if offset > 0, file[offset - 1] != 0x0A { inserted.insert(0x0A, at: 0) }
    if inserted.last != 0x0A { inserted.append(0x0A) }
    add(
      file: path, text: file[..<offset] + inserted + file[offset...], what: "modified",
      changed: [offset..<(offset + inserted.count)])
  }

  /// A cell of a notebook, which is a file of JSON that the cell alone is not.
  private mutating func add(cell source: [UInt8], isProse: Bool, of path: String) {
    touch(path, what: "modified", content: source)
    add(text: source, path: shown(path), name: isProse ? "cell.md" : "cell.py")
  }
}

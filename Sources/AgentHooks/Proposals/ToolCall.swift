import JSON

/// The use of a tool: its name as the agent writes it, and its input.
struct ToolCall {
  /// What a tool is for, as far as its name tells.
  enum Kind {
    /// It only reads what is on the machine.
    case reading
    case shell(ShellDialect)
    case patch
    /// Judged by the shape of its input.
    case other
  }

  var name: String
  var input: JSONText.Value

  /// Whether the name of an unknown tool says that it changes files.
  var soundsWriting: Bool {
    let name = name.lowercased()
    return [
      "write", "delete", "remove", "move", "rename", "create", "copy", "trash", "unlink", "edit",
    ]
    .contains { name.contains($0) }
  }

  /// The tools of the agents, without regard to case and signs: `run_shell_command`, `Bash`. A tool of
  /// a server, whose name has the server's in front, is never taken for one that reads.
  var kind: Kind {
    let isOfServer = name.contains("__") || name.contains { "-:./".contains($0) }
    return
      switch String(
        String.UnicodeScalarView(
          name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }))
    {
    case "bash", "shell", "sh", "localshell", "localshellcall", "containerexec", "execcommand",
      "exec", "unifiedexec", "runshellcommand", "runterminalcmd", "runterminalcommand",
      "runinterminal", "runcommand", "terminal", "writestdin", "writebash":
      .shell(.posix)
    case "powershell", "pwsh", "writepowershell": .shell(.powerShell)
    case "applypatch", "applydiff": .patch
    case "read", "readfile", "readmanyfiles", "readfolder", "grep", "glob", "ls", "rg", "list",
      "listdir", "listdirectory", "view", "viewimage", "notebookread", "searchfilecontent",
      "grepsearch", "filesearch", "codebasesearch", "semanticsearch", "readlints", "bashoutput",
      "readbash", "readpowershell", "stopbash", "listbash", "killshell", "tabread":
      isOfServer ? .other : .reading
    default: .other
    }
  }
}

enum ShellDialect {
  case posix
  case powerShell

  /// What a command is called in a report; the language follows from it.
  var fileName: String {
    switch self {
    case .posix: "command.sh"
    case .powerShell: "command.ps1"
    }
  }
}

extension ProposalList {
  /// What a tool would write, run or send.
  mutating func add(_ call: ToolCall) {
    if case .reading = call.kind, call.input.isObject, !Self.writes(ToolFields(call.input)) {
      return
    }
    // Some hosts hand over the input as JSON in a string.
    var input = call.input
    if let text = input.utf8 {
      guard let inner = JSONText(text), inner.root.isObject else {
        return add(loose: text, of: call)
      }
      input = inner.root
    }
    switch call.kind {
    case .shell(let dialect):
      if addCommand(of: ToolFields(input), dialect) { return }
    case .patch:
      let fields = ToolFields(input)
      if let patch = fields.text(["command", "input", "patch", "diff"]) {
        add(patchOrDiff: patch)
        return
      }
    case .reading, .other: break
    }
    add(input: input, of: call)
  }

  /// A tool that can do both, such as `view` among the commands of an editor.
  private static func writes(_ fields: ToolFields) -> Bool {
    fields.text(ToolFields.newText) != nil || fields.text(["file_text", "insert_text"]) != nil
  }

  /// A text for a tool whose input has no members.
  private mutating func add(loose text: [UInt8], of call: ToolCall) {
    switch call.kind {
    case .shell(let dialect): add(command: text, dialect)
    case .patch: add(patchOrDiff: text)
    case .reading, .other:
      if Patch.begins(in: text) { return add(patchOrDiff: text) }
      add(text: text, path: Quoted.text(call.name, limit: 80), name: nil)
    }
  }

  /// False if there is no command in it.
  private mutating func addCommand(of fields: ToolFields, _ dialect: ShellDialect) -> Bool {
    let names = ["command", "cmd", "script", "chars", "input"]
    if let text = fields.text(names) {
      add(command: text, dialect)
      return true
    }
    // As a list of words: `["bash", "-lc", "…"]`, or a program and its arguments.
    guard let list = names.lazy.compactMap({ fields[$0] }).first(where: \.isArray) else {
      return false
    }
    let words = list.elements.compactMap(\.utf8)
    guard words.count == list.elements.count, !words.isEmpty else { return false }
    if words.first == Array("apply_patch".utf8), words.count > 1 {
      add(patchOrDiff: words[1])
    } else {
      add(command: ShellText.command(of: words), dialect)
    }
    return true
  }
}

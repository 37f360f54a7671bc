/// How a literal is joined to the name before it, by the groups of the assignment rules.
package struct Assignment: Sendable {
  /// The mark between name and literal: `=`, `:`, `(`, `,`.
  package let mark: [UInt8]
  /// The function that the literal is handed to before it is assigned; empty mostly.
  package let wrapper: [UInt8]

  package init(mark: [UInt8]?, wrapper: [UInt8]?) {
    self.mark = mark ?? []
    self.wrapper = wrapper ?? []
  }

  /// The name is given the literal, or compared with it; a colon may as well label a text.
  package var isEquals: Bool { mark.last == UInt8(ascii: "=") }
  /// The name is called with the literal.
  package var isCall: Bool { mark.last == UInt8(ascii: "(") }
  /// Name and literal are neighbors in a list of arguments.
  package var isNeighbor: Bool { mark == [UInt8(ascii: ",")] }

  /// The literal only says where the value is to be found: `password = form.get("pw")`.
  package var isLookup: Bool {
    guard !wrapper.isEmpty else { return false }
    let words = CredentialName(wrapper).words
    guard let last = words.last else { return false }
    return Self.lookups.contains(last) || words.contains(where: Self.lookupWords.contains)
  }

  private static let lookups: Set<String> = [
    "get", "getenv", "env", "environ", "fetch", "input", "getpass", "prompt", "param", "params",
    "query", "t", "gettext", "translate", "tr", "label", "read", "question", "config", "setting",
    "parameter", "property", "header", "field", "column", "select", "selector", "id", "locator",
    "key",
    "name", "value", "string", "ask", "required", "require", "attr", "data", "option", "argument",
    "flag", "find", "varchar", "text", "line", "element", "pass", "password",
    "strip", "rstrip", "lstrip", "trim", "split", "join", "replace", "append", "index", "search",
    "sub",
    "project", "scopes", "scope", "region", "quota", "subject",
    "compile", "match", "contains", "startswith", "endswith", "count", "len", "length", "format",
  ]
  private static let lookupWords: Set<String> = [
    "get", "getenv", "getpass", "read", "fetch", "find", "lookup", "prompt", "ask", "load",
    "generate", "environment", "i18n", "locator", "validate", "by",
  ]
}

import SourceText

/// A JSON text (RFC 8259) that was read, for the protocols that the program speaks.
///
/// Values are looked up in the text, which stays as it was written; nothing is converted before it
/// is asked for. Copies share the text.
package struct JSONText: Sendable {
  fileprivate let bytes: [UInt8]
  fileprivate let tree: JSONTree

  /// Nil if the bytes are not one JSON value. Costs time and memory linear in them.
  package init?(_ bytes: [UInt8]) {
    guard let tree = JSONTree(bytes) else { return nil }
    self.bytes = bytes
    self.tree = tree
  }

  /// The same, but nil also where a string, a number or a word is not written as RFC 8259 demands, or the
  /// bytes are no UTF-8: what readers take for different things.
  package init?(strictly bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil, JSONTokens.areValid(bytes) else {
      return nil
    }
    self.init(bytes)
  }

  package var root: Value { Value(text: self, node: 0) }

  /// One value of the text.
  package struct Value: Sendable {
    fileprivate let text: JSONText
    fileprivate let node: Int

    private var entry: JSONTree.Node { text.tree.nodes[node] }

    /// As it is written, strings with their quotes.
    package var written: ArraySlice<UInt8> { text.bytes[entry.range] }

    package var isObject: Bool { entry.kind == .object }
    package var isArray: Bool { entry.kind == .array }
    package var isNull: Bool { written.elementsEqual("null".utf8) }

    /// The members of an object in their order, a name as often as it stands there.
    package var members: [Member] {
      guard isObject else { return [] }
      return children.compactMap { child in
        text.tree.nodes[child.node].key.map { key in
          Member(
            name: Self.decoded(key, of: text.bytes), writtenName: text.bytes[key], value: child)
        }
      }
    }

    /// The elements of an array.
    package var elements: [Value] { isArray ? children : [] }

    /// The member of this name of an object; the last one where there are several.
    package subscript(_ name: String) -> Value? { members.last { $0.name == name }?.value }

    /// What a string says. Half of a surrogate pair and bytes that are no UTF-8 become U+FFFD.
    package var string: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

    /// The bytes of what a string says.
    package var utf8: [UInt8]? {
      guard entry.kind == .string else { return nil }
      var string = JSONString()
      string.append(entry.range, of: text.bytes)
      return string.bytes
    }

    /// A whole number that fits.
    package var integer: Int? {
      entry.kind == .other ? Int(String(decoding: written, as: UTF8.self)) : nil
    }

    package var boolean: Bool? {
      guard entry.kind == .other else { return nil }
      if written.elementsEqual("true".utf8) { return true }
      return written.elementsEqual("false".utf8) ? false : nil
    }

    private var children: [Value] {
      text.tree.children(of: node).map { Value(text: text, node: $0) }
    }

    private static func decoded(_ key: Range<Int>, of bytes: [UInt8]) -> String {
      var string = JSONString()
      string.append(key, of: bytes)
      return String(decoding: string.bytes, as: UTF8.self)
    }
  }

  package struct Member: Sendable {
    package let name: String
    /// As it is written, with its quotes.
    package let writtenName: ArraySlice<UInt8>
    package let value: Value
  }
}

/// A JSON text as a tree of places, read without recursion (RFC 8259).
///
/// Strings are not decoded; ``JSONString`` does that where one is wanted. Time and memory are
/// linear in the text, however deep it nests.
package struct JSONTree: Sendable {
  package enum Kind: Sendable {
    case object
    case array
    case string
    /// A number, `true`, `false`, `null`.
    case other
  }

  package struct Node: Sendable {
    package var kind: Kind
    /// Strings with their quotes.
    package var range: Range<Int>
    /// The name of a member, with its quotes.
    package var key: Range<Int>?
    package var firstChild: Int?
    package var nextSibling: Int?
  }

  /// The first is the whole text's value.
  package private(set) var nodes: [Node] = []

  /// nil if the text is not JSON.
  package init?(_ bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard reader.read() else { return nil }
    nodes = reader.nodes
  }

  package func children(of node: Int) -> [Int] {
    var result: [Int] = []
    var child = nodes[node].firstChild
    while let index = child {
      result.append(index)
      child = nodes[index].nextSibling
    }
    return result
  }

  /// The last member of this name, as readers of JSON take it.
  package func member(_ name: String, of node: Int, in bytes: [UInt8]) -> Int? {
    children(of: node).last { child in
      guard let key = nodes[child].key else { return false }
      return bytes[(key.lowerBound + 1)..<(key.upperBound - 1)].elementsEqual(name.utf8)
    }
  }

  /// The end of the string that opens at `start`, behind its closing quote; nil if a line end or
  /// the end of the text comes first.
  package static func endOfString(at start: Int, in bytes: [UInt8]) -> Int? {
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case 0x22: return index + 1
      case 0x5C: index += 2
      case 0x0A, 0x0D: return nil
      default: index += 1
      }
    }
    return nil
  }

  private struct Reader {
    let bytes: [UInt8]
    var nodes: [Node] = []
    var index = 0
    /// The open objects and arrays, each with its last child.
    var open: [(node: Int, lastChild: Int?)] = []

    mutating func read() -> Bool {
      var key: Range<Int>?
      while true {
        skipBlanks()
        guard index < bytes.count else { return false }
        if let container = open.last, nodes[container.node].kind == .object, key == nil,
          bytes[index] != 0x7D
        {
          guard let name = string() else { return false }
          skipBlanks()
          guard take(0x3A) else { return false }
          key = name
          continue
        }
        let isEnd = bytes[index] == 0x7D || bytes[index] == 0x5D
        // Only an empty object or array may be closed where a value could stand.
        if isEnd {
          guard let container = open.last, container.lastChild == nil, key == nil else {
            return false
          }
        } else {
          guard value(key) else { return false }
          key = nil
          if nodes[nodes.count - 1].range.isEmpty { continue }
        }
        while true {
          skipBlanks()
          guard let container = open.last else { return index == bytes.count }
          let isObject = nodes[container.node].kind == .object
          if take(isObject ? 0x7D : 0x5D) {
            nodes[container.node].range = nodes[container.node].range.lowerBound..<index
            open.removeLast()
            continue
          }
          guard container.lastChild != nil, take(0x2C) else { return false }
          skipBlanks()
          // A comma promises one more.
          if index < bytes.count, bytes[index] == 0x7D || bytes[index] == 0x5D { return false }
          break
        }
      }
    }

    /// Reads a value, or the opening of one, whose range is still empty then.
    private mutating func value(_ key: Range<Int>?) -> Bool {
      let start = index
      var node = Node(kind: .other, range: start..<start, key: key)
      switch bytes[index] {
      case 0x7B, 0x5B:
        node.kind = bytes[index] == 0x7B ? .object : .array
        index += 1
      case 0x22:
        guard let range = string() else { return false }
        node.kind = .string
        node.range = range
      default:
        while index < bytes.count, Self.isLiteral(bytes[index]) { index += 1 }
        guard index > start else { return false }
        node.range = start..<index
      }
      nodes.append(node)
      let number = nodes.count - 1
      if let last = open.indices.last {
        if let sibling = open[last].lastChild {
          nodes[sibling].nextSibling = number
        } else {
          nodes[open[last].node].firstChild = number
        }
        open[last].lastChild = number
      }
      if node.range.isEmpty { open.append((number, nil)) }
      return true
    }

    private mutating func string() -> Range<Int>? {
      guard index < bytes.count, bytes[index] == 0x22,
        let end = JSONTree.endOfString(at: index, in: bytes)
      else { return nil }
      defer { index = end }
      return index..<end
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
      return true
    }

    private mutating func skipBlanks() {
      while index < bytes.count, bytes[index].isJSONBlank { index += 1 }
    }

    private static func isLiteral(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: true
      default: false
      }
    }
  }
}

extension UInt8 {
  /// The white space of JSON (RFC 8259, section 2).
  package var isJSONBlank: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

import JSON

/// Where white space stands in JSON.
enum JSONLayout {
  /// Compact JSON on lines of their own, two members never on one; the first line has no indent.
  static func pretty(_ json: [UInt8], indent: String, unit: String) -> [UInt8] {
    var result: [UInt8] = []
    var depth = 0
    var index = 0
    func breakLine() {
      result.append(0x0A)
      result += Array(indent.utf8)
      for _ in 0..<depth { result += Array(unit.utf8) }
    }
    while index < json.count {
      let byte = json[index]
      switch byte {
      case 0x22:
        let end = JSONTree.endOfString(at: index, in: json) ?? json.count
        result += json[index..<end]
        index = end
        continue
      case 0x7B, 0x5B:
        result.append(byte)
        depth += 1
        if index + 1 < json.count, json[index + 1] == 0x7D || json[index + 1] == 0x5D {
          depth -= 1
          result.append(json[index + 1])
          index += 1
        } else {
          breakLine()
        }
      case 0x7D, 0x5D:
        depth -= 1
        breakLine()
        result.append(byte)
      case 0x2C:
        result.append(byte)
        breakLine()
      case 0x3A: result += [byte, 0x20]
      default: result.append(byte)
      }
      index += 1
    }
    return result
  }

  /// The same value with its members in ascending order and no white space, to be compared.
  static func plain(_ value: JSONText.Value) -> [UInt8] {
    var json = JSONWriter(.compact)
    write(value, &json, depth: 0)
    return json.bytes
  }

  private static func write(_ value: JSONText.Value, _ json: inout JSONWriter, depth: Int) {
    if depth > 16 {
      json.null()
    } else if value.isObject {
      let members = Dictionary(
        value.members.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
      json.object { json in
        for (name, member) in members.sorted(by: {
          $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
        }) {
          json.key(name)
          write(member, &json, depth: depth + 1)
        }
      }
    } else if value.isArray {
      json.array { json in
        for element in value.elements { write(element, &json, depth: depth + 1) }
      }
    } else if let text = value.string {
      json.string(text)
    } else {
      json.verbatim(value.written)
    }
  }

  /// The white space before the first member of the file, where it has one on a line of its own.
  static func unit(of bytes: [UInt8]) -> String {
    guard let line = bytes.firstIndex(of: 0x0A) else { return "  " }
    let blanks = bytes[(line + 1)...].prefix { $0 == 0x20 || $0 == 0x09 }
    return blanks.isEmpty || blanks.count > 8 ? "  " : String(decoding: blanks, as: UTF8.self)
  }
}

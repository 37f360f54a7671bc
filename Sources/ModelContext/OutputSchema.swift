import JSON

/// The schema of the report as a tool's `outputSchema`: one line, and every reference resolved.
///
/// - Up to 2025-11-25 an output schema is described as `type`, `properties` and `required` only, and
///   clients that keep no more lose `$defs` and then fail to list any tool
///   (modelcontextprotocol/typescript-sdk issue 1175).
/// - `$schema` and `$id` go as well: without `$schema` it is 2020-12 (specification 2026-07-28,
///   basic/index, "JSON Schema Usage"), and validators refuse dialects that they know under another
///   name, and the same `$id` twice.
enum OutputSchema {
  /// Nil if the text is no JSON object with `"type": "object"`, refers to what is not in its `$defs`,
  /// or refers to itself.
  static func inlined(_ schema: String) -> [UInt8]? {
    guard let text = JSONText(Array(schema.utf8)), let root = Fields(text.root),
      root["type"]?.string == "object"
    else { return nil }
    let definitions = root["$defs"].flatMap(Fields.init) ?? Fields()
    var json = JSONWriter(.compact)
    var members = text.root.members.filter { !["$schema", "$id", "$defs"].contains($0.name) }
    members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let isWhole = write(members, to: &json, definitions, depth: 0)
    return isWhole ? json.bytes : nil
  }

  /// Deeper than any schema of ours: where it is reached, the schema refers to itself.
  private static let deepest = 40

  private static func write(
    _ members: [JSONText.Member], to json: inout JSONWriter, _ definitions: Fields, depth: Int
  ) -> Bool {
    var isWhole = true
    json.object { json in
      for member in members {
        json.key(member.name)
        isWhole = write(member.value, to: &json, definitions, depth: depth + 1) && isWhole
      }
    }
    return isWhole
  }

  private static func write(
    _ value: JSONText.Value, to json: inout JSONWriter, _ definitions: Fields, depth: Int
  ) -> Bool {
    if value.isArray {
      var isWhole = true
      json.array { json in
        for element in value.elements {
          isWhole = write(element, to: &json, definitions, depth: depth + 1) && isWhole
        }
      }
      return isWhole
    }
    guard value.isObject else {
      json.verbatim(value.written)
      return true
    }
    guard depth < deepest, let members = resolved(value, definitions, depth: depth) else {
      json.object { _ in }
      return false
    }
    return write(members, to: &json, definitions, depth: depth)
  }

  /// The members of a schema in the order of their names, with those of what it refers to; what
  /// stands beside a reference counts before it.
  private static func resolved(
    _ value: JSONText.Value, _ definitions: Fields, depth: Int
  ) -> [JSONText.Member]? {
    var byName: [String: JSONText.Member] = [:]
    var next: JSONText.Value? = value
    var steps = depth
    while let schema = next {
      guard steps < deepest else { return nil }
      steps += 1
      next = nil
      for member in schema.members {
        if member.name == "$ref" {
          let prefix = "#/$defs/"
          guard let path = member.value.string, path.hasPrefix(prefix),
            let target = definitions[String(path.dropFirst(prefix.count))]
          else { return nil }
          next = target
        } else if byName[member.name] == nil {
          byName[member.name] = member
        }
      }
    }
    return byName.values.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

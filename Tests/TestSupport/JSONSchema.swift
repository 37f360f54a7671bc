/// As much of JSON Schema (draft 2020-12) as our schemas use; a keyword beyond that is a fault of the
/// schema, so that none is passed over in silence.
package struct JSONSchema: Sendable {
  private let root: JSONValue

  package init(_ text: String) throws { root = try JSONValue(text) }

  /// Where the value breaks the schema, or the schema is one that cannot be checked; empty if all
  /// is well. `definition` picks one of its `$defs`.
  package func faults(in value: JSONValue, definition: String? = nil) -> [String] {
    guard let definition else { return faults(in: value, at: "$", by: root) }
    guard let schema = root["$defs"]?[definition] else { return ["no definition \(definition)"] }
    return faults(in: value, at: "$", by: schema)
  }

  private func faults(in value: JSONValue, at place: String, by schema: JSONValue) -> [String] {
    guard case .object(let keywords) = schema else {
      return schema == .boolean(true) ? [] : ["\(place): nothing may stand here"]
    }
    return keywords.flatMap { keyword in
      faults(in: value, at: place, by: keyword.key, keyword.value, of: schema)
    }
  }

  private func faults(
    in value: JSONValue, at place: String, by keyword: String, _ operand: JSONValue,
    of schema: JSONValue
  ) -> [String] {
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description": return []
    case "$ref":
      let prefix = "#/$defs/"
      guard let name = operand.string, name.hasPrefix(prefix),
        let target = root["$defs"]?[String(name.dropFirst(prefix.count))]
      else { return ["\(place): the schema refers to nothing: \(operand)"] }
      return faults(in: value, at: place, by: target)
    case "type":
      let types = operand.string.map { [$0] } ?? operand.elements.compactMap(\.string)
      return types.contains { Self.value(value, is: $0) } ? [] : ["\(place): not \(types)"]
    case "const": return value == operand ? [] : ["\(place): not \(operand)"]
    case "enum": return operand.elements.contains(value) ? [] : ["\(place): not in the enum"]
    case "anyOf":
      let fits = operand.elements.contains { faults(in: value, at: place, by: $0).isEmpty }
      return fits ? [] : ["\(place): fits none of anyOf"]
    case "minimum":
      guard let number = Self.number(value), let least = Self.number(operand) else { return [] }
      return number >= least ? [] : ["\(place): less than \(least)"]
    case "minLength":
      guard let string = value.string, let least = Self.number(operand) else { return [] }
      return Double(string.unicodeScalars.count) >= least ? [] : ["\(place): too short"]
    case "pattern":
      guard let string = value.string, let pattern = operand.string else { return [] }
      guard let regex = try? Regex(pattern) else { return ["\(place): a bad pattern"] }
      return string.firstMatch(of: regex) != nil ? [] : ["\(place): does not match \(pattern)"]
    case "items":
      return value.elements.enumerated().flatMap {
        faults(in: $1, at: "\(place)[\($0)]", by: operand)
      }
    default:
      return objectFaults(in: value, at: place, by: keyword, operand, of: schema)
    }
  }

  private func objectFaults(
    in value: JSONValue, at place: String, by keyword: String, _ operand: JSONValue,
    of schema: JSONValue
  ) -> [String] {
    guard ["required", "properties", "additionalProperties", "propertyNames"].contains(keyword)
    else { return ["\(place): the schema uses \(keyword), which is not checked"] }
    guard case .object(let members) = value else { return [] }
    switch keyword {
    case "required":
      return operand.elements.compactMap(\.string).filter { value[$0] == nil }
        .map { "\(place): no \($0)" }
    case "properties":
      return members.flatMap { member in
        operand[member.key].map { faults(in: member.value, at: "\(place).\(member.key)", by: $0) }
          ?? []
      }
    case "propertyNames":
      return members.flatMap { faults(in: .string($0.key), at: "\(place).\($0.key)", by: operand) }
    default:
      let known = schema["properties"]?.keys ?? []
      return members.filter { !known.contains($0.key) }
        .flatMap { faults(in: $0.value, at: "\(place).\($0.key)", by: operand) }
    }
  }

  private static func value(_ value: JSONValue, is type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.boolean, "boolean"), (.string, "string"): true
    case (.array, "array"), (.object, "object"): true
    case (.integer, "integer"), (.integer, "number"), (.number, "number"): true
    default: false
    }
  }

  private static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .null, .boolean, .string, .array, .object: nil
    }
  }
}

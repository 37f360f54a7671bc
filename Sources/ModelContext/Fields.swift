import JSON

/// The members of an object of a message, by their names.
struct Fields: Sendable {
  private var values: [String: JSONText.Value] = [:]
  /// A name that stands there twice: readers of JSON differ on which value counts, so none does.
  private(set) var repeated: String?

  init() {}

  /// Nil if the value is no object.
  init?(_ value: JSONText.Value) {
    guard value.isObject else { return nil }
    for member in value.members
    where values.updateValue(member.value, forKey: member.name) != nil && repeated == nil {
      repeated = member.name
    }
  }

  /// In no order.
  var names: some Sequence<String> { values.keys }

  subscript(_ name: String) -> JSONText.Value? { values[name] }
}

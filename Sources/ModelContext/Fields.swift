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
    for (name, value) in value.members {
      if values.updateValue(value, forKey: name) != nil, repeated == nil { repeated = name }
    }
  }

  /// In no order.
  var names: some Sequence<String> { values.keys }

  subscript(_ name: String) -> JSONText.Value? { values[name] }
}

import JSON

/// What one message of a client is (JSON-RPC 2.0, section 4).
enum Message: Sendable {
  case request(Request)
  case notification(method: String, params: Fields)
  /// An answer to a request of ours. We never send any, so it means nothing.
  case response
  /// To be answered with this fault.
  case invalid(RequestID?, ProtocolFault)

  struct Request: Sendable {
    let id: RequestID
    let method: String
    let params: Fields
    let meta: Fields
  }

  init(_ value: JSONText.Value) {
    guard let fields = Fields(value) else {
      self = .invalid(nil, .request("a message is an object"))
      return
    }
    let id = fields["id"].flatMap(RequestID.init)
    if let name = fields.repeated {
      self = .invalid(nil, .request("the message says '\(name.shortened)' twice"))
      return
    }
    guard fields["jsonrpc"]?.string == "2.0" else {
      self = .invalid(id, .request("jsonrpc must be \"2.0\""))
      return
    }
    guard let method = fields["method"]?.string else {
      let isResponse =
        fields["method"] == nil
        && (fields["result"] != nil || fields["error"] != nil)
      self = isResponse ? .response : .invalid(id, .request("method must be a string"))
      return
    }
    guard fields["id"] != nil else {
      let params = fields["params"].flatMap(Fields.init)
      self = .notification(method: method, params: params ?? Fields())
      return
    }
    guard let id else {
      self = .invalid(nil, .request("id must be a string or a number"))
      return
    }
    do throws(ProtocolFault) {
      let params = try Self.object(fields["params"], "params")
      let meta = try Self.object(params["_meta"], "_meta")
      self = .request(Request(id: id, method: method, params: params, meta: meta))
    } catch {
      self = .invalid(id, error)
    }
  }

  /// The members of an object that may be left out.
  static func object(
    _ value: JSONText.Value?, _ name: String
  ) throws(ProtocolFault) -> Fields {
    guard let value else { return Fields() }
    guard let fields = Fields(value) else { throw .params("\(name) must be an object") }
    if let repeated = fields.repeated {
      throw .params("\(name) has '\(repeated.shortened)' twice")
    }
    return fields
  }
}

import JSON

/// The lines that the server sends: one message each, without its line end.
struct Reply {
  /// Nil where the client's own could not be read.
  let id: RequestID?
  let revision: Revision
  let version: String

  /// `members` are the result's own, in ascending order; those of the modern era are put between
  /// them by ``Result``.
  func result(_ members: (inout Result) -> Void) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      writeID(to: &json)
      json.member("jsonrpc", "2.0")
      json.key("result")
      json.object { json in
        var result = Result(json: json, revision: revision)
        if !revision.opensWithHandshake {
          result.write("_meta") { json in
            json.object { json in
              json.key("io.modelcontextprotocol/serverInfo")
              json.implementation(version: version, in: revision)
            }
          }
        }
        members(&result)
        result.finish()
        json = result.json
      }
    }
    return json.bytes
  }

  /// A result that is told to the model.
  func tool(_ text: String, isError: Bool, structured: [UInt8]? = nil) -> [UInt8] {
    result { result in
      result.write("content") { json in
        json.array { json in
          json.object { json in
            json.member("text", text)
            json.member("type", "text")
          }
        }
      }
      result.write("isError") { $0.boolean(isError) }
      if let structured, revision.hasStructuredContent {
        result.write("structuredContent") { $0.verbatim(structured) }
      }
    }
  }

  func fault(_ fault: ProtocolFault) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.key("error")
      json.object { json in
        json.member("code", fault.code.rawValue)
        if let versions = fault.versions {
          json.key("data")
          json.object { json in
            json.member("requested", versions.requested)
            json.member("supported", versions.supported)
          }
        }
        json.member("message", fault.message)
      }
      writeID(to: &json)
      json.member("jsonrpc", "2.0")
    }
    return json.bytes
  }

  private func writeID(to json: inout JSONWriter) {
    json.key("id")
    if let id { json.verbatim(id.written) } else { json.null() }
  }

  /// Writes the members of a result, and among them what every result of the modern era has.
  struct Result {
    fileprivate var json: JSONWriter
    fileprivate let revision: Revision
    private var hasType = false

    fileprivate init(json: JSONWriter, revision: Revision) {
      self.json = json
      self.revision = revision
    }

    mutating func write(_ key: String, _ value: (inout JSONWriter) -> Void) {
      if "resultType".utf8.lexicographicallyPrecedes(key.utf8) { finish() }
      json.key(key)
      value(&json)
    }

    /// How long a list may be kept: it does not change while the server runs (specification
    /// 2026-07-28, server/utilities/caching).
    mutating func writeCacheScope() {
      if !revision.opensWithHandshake { write("cacheScope") { $0.string("public") } }
    }

    /// In milliseconds.
    mutating func writeLifetime() {
      if !revision.opensWithHandshake { write("ttlMs") { $0.integer(3_600_000) } }
    }

    fileprivate mutating func finish() {
      guard !hasType, !revision.opensWithHandshake else { return }
      hasType = true
      json.member("resultType", "complete")
    }
  }
}

extension JSONWriter {
  /// Who we are.
  mutating func implementation(version: String, in revision: Revision) {
    object { json in
      json.member("name", "reviewgate")
      if revision.hasStructuredContent { json.member("title", "reviewgate") }
      json.member("version", version)
    }
  }

  /// What we offer: tools, whose list does not change.
  mutating func capabilities() {
    object { json in
      json.key("tools")
      json.object { _ in }
    }
  }
}

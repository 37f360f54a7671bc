import SourceText

/// Why a request is not served: an error of JSON-RPC 2.0 (section 5.1) or of the protocol.
struct ProtocolFault: Error, Sendable {
  enum Code: Int, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
    /// Specification 2026-07-28, basic/index, "Error Codes".
    case unsupportedProtocolVersion = -32022
  }

  let code: Code
  let message: String
  /// For an unsupported version: what the client asked for, and what it may ask for.
  private(set) var versions: (requested: String, supported: [String])?

  private init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  static func parse(_ message: String) -> ProtocolFault { Self(.parseError, message) }
  static func request(_ message: String) -> ProtocolFault { Self(.invalidRequest, message) }
  static func params(_ message: String) -> ProtocolFault { Self(.invalidParams, message) }
  static func within(_ message: String) -> ProtocolFault { Self(.internalError, message) }

  static func unknown(method: String) -> ProtocolFault {
    Self(.methodNotFound, "unknown method: \(method.shortened)")
  }

  /// A revision that needs a handshake cannot be asked for by a request, so it is not offered where
  /// the client asked for such a one.
  static func unsupported(version: String) -> ProtocolFault {
    var fault = Self(.unsupportedProtocolVersion, "unsupported protocol version")
    let isLegacy = Revision(rawValue: version)?.opensWithHandshake == true
    fault.versions = (version.shortened, isLegacy ? Revision.modern : Revision.all)
    return fault
  }
}

extension String {
  /// At most 100 scalars of it, all visible: for words of the client in a message.
  var shortened: String {
    let start = unicodeScalars.prefix(101)
    let text = String(String.UnicodeScalarView(start.prefix(100))).madeVisible
    return start.count > 100 ? text + "..." : text
  }
}

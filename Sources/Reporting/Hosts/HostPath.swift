extension String {
  /// The path as hosts compare it: without `.` segments and doubled slashes.
  var asHostPath: String {
    let segments = utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
    let path = segments.filter { $0 != "." }.joined(separator: "/")
    if utf8.first == UInt8(ascii: "/") { return "/" + path }
    return path.isEmpty ? "." : path
  }
}

/// The path of an input as a URI reference (RFC 3986).
///
/// An absolute path becomes a `file` URI (RFC 8089), every other one a relative reference, even one
/// such as `<stdin>` or `C:a`. Bytes of a name that are no UTF-8 were replaced when it was read.
struct ArtifactURI {
  let text: String
  /// It counts from the root of the sources: it is neither absolute nor above that.
  let isBelowRoot: Bool

  init(path: String) {
    let path = path.asHostPath
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    isBelowRoot = !isAbsolute && path != ".." && !path.hasPrefix("../")
    text = (isAbsolute ? "file://" : "") + Self.encoded(path)
  }

  /// What may stand in every segment of a path is left as it is; the colon is not, as it would end
  /// a scheme in the first segment of a relative reference.
  private static func encoded(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") || byte.isUnreserved || subDelimiters.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let subDelimiters = Array("!$&'()*+,;=@".utf8)
}

extension UInt8 {
  /// RFC 3986, section 2.3.
  fileprivate var isUnreserved: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// What may stand in a URI at all: unreserved, reserved, or the percent sign.
  fileprivate var isURIByte: Bool { isUnreserved || ":/?#[]@!$&'()*+,;=%".utf8.contains(self) }
}

/// What the references of a rule point to, as hosts take it.
struct References {
  /// The numbers of weaknesses (`CWE-798`).
  let weaknesses: [Int]
  /// The addresses that may be linked to: `https` ones that need no escaping anywhere.
  let links: [String]

  init(_ references: [String]) {
    weaknesses = references.compactMap { reference in
      guard reference.hasPrefix("CWE-") else { return nil }
      let number = reference.dropFirst(4)
      guard number.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
        return nil
      }
      return Int(number)
    }
    links = references.filter {
      $0.hasPrefix("https://") && $0.utf8.count > 8 && $0.utf8.allSatisfy(\.isURIByte)
    }
  }
}

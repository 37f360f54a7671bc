import Rules

/// An example of a rule with its fillers filled in and its markers taken out.
package struct ExampleText: Sendable, Hashable {
  package var bytes: [UInt8]
  /// What stood between the markers, in order.
  package var spans: [Range<Int>]

  /// The alphabets of the fillers that are written with a length, such as `{alnum:36}`.
  private static let alphabets: [String: StaticString] = [
    "alnum": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
    "alpha": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "lower": "abcdefghijklmnopqrstuvwxyz",
    "upper": "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "digit": "0123456789",
    "hex": "0123456789abcdef",
    "HEX": "0123456789ABCDEF",
    "lowernum": "abcdefghijklmnopqrstuvwxyz0123456789",
    "uppernum": "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "base64": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    "base64url": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-",
    "base32": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  ]

  /// The same text for the same seed; what is no known filler stays as it is written.
  package init(_ text: String, seed: UInt64, validators: [String: Validator]) {
    var random = ExampleRandom(seed: seed)
    var expanded = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      expanded += rest[..<open]
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: "}"),
        let filling = Self.filling(rest[..<close], validators, &random)
      else {
        expanded += "{"
        continue
      }
      expanded += filling
      rest = rest[rest.index(after: close)...]
    }
    expanded += rest
    bytes = []
    spans = []
    var start = 0
    for scalar in expanded.unicodeScalars {
      switch scalar {
      case "«": start = bytes.count
      case "»": spans.append(start..<bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
  }

  private init(bytes: [UInt8], spans: [Range<Int>]) {
    self.bytes = bytes
    self.spans = spans
  }

  private static func filling(
    _ filler: Substring, _ validators: [String: Validator], _ random: inout ExampleRandom
  ) -> String? {
    let parts = filler.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let argument = parts.count > 1 ? String(parts[1]) : ""
    if let alphabet = alphabets[name] {
      guard let count = Int(argument), (1...100_000).contains(count) else { return nil }
      return random.text(count, of: alphabet)
    }
    return validators[name]?.example?(argument, &random)
  }

  // MARK: - Surroundings

  /// The text with something before and after it.
  func between(_ before: String, _ after: String) -> ExampleText {
    let shift = before.utf8.count
    return ExampleText(
      bytes: Array(before.utf8) + bytes + Array(after.utf8),
      spans: spans.map { $0.lowerBound + shift..<$0.upperBound + shift })
  }

  /// The text with something before each line end and after it, and at its start.
  private func replacingLineEnds(_ start: String, _ lineEnd: String) -> ExampleText {
    var result = ExampleText(bytes: Array(start.utf8), spans: [])
    // Where each byte went; a span that ends at a line end ends before what was put there.
    var places: [Int] = []
    var ends = [result.bytes.count]
    for (index, byte) in bytes.enumerated() {
      let isBare = byte == 0x0A && (index == 0 || bytes[index - 1] != 0x0D)
      places.append(result.bytes.count)
      if isBare { result.bytes += Array(lineEnd.utf8) } else { result.bytes.append(byte) }
      ends.append(result.bytes.count)
    }
    places.append(result.bytes.count)
    result.spans = spans.map { span in
      let low = places[span.lowerBound]
      return low..<max(low, span.isEmpty ? low : ends[span.upperBound])
    }
    return result
  }

  /// With CR LF for LF.
  var withCRLF: ExampleText { replacingLineEnds("", "\r\n") }

  /// As the lines that a unified diff of a new file adds.
  func asAddedLines(of name: String) -> ExampleText {
    let hasEnd = bytes.last == 0x0A
    let body = hasEnd ? ExampleText(bytes: bytes.dropLast(), spans: spans) : self
    let count = 1 + body.bytes.count { $0 == 0x0A }
    let header =
      "diff --git a/\(name) b/\(name)\nnew file mode 100644\n--- /dev/null\n+++ b/\(name)\n"
      + "@@ -0,0 +1,\(count) @@\n"
    let added = body.replacingLineEnds("+", "\n+")
    return added.between(header, "\n")
  }

  private init(bytes: ArraySlice<UInt8>, spans: [Range<Int>]) {
    let count = bytes.count
    self.init(
      bytes: Array(bytes), spans: spans.map { $0.lowerBound..<min($0.upperBound, count) })
  }
}

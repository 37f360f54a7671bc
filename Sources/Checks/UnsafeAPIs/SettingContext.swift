import Rules
import SourceText

/// The user that an image runs as.
enum ImageUser {
  /// Whether no other USER follows before the next stage or the end.
  static func isLast(_ value: Range<Int>, in scan: DocumentScan) -> Bool {
    let rest = value.upperBound..<min(scan.bytes.count, value.upperBound + 20_000)
    var offset = rest.lowerBound
    while offset < rest.upperBound {
      let line = scan.line(at: offset)
      let words = Text.firstWords(
        scan.bytes[max(line.lowerBound, rest.lowerBound)..<line.upperBound].prefix(
          DocumentScan.lineReach))
      // A stage before the last is thrown away.
      if words.first == "from" { return false }
      if words.first == "user" { return false }
      offset = max(line.upperBound, offset) + 1
    }
    return true
  }
}

/// The steps of a workflow that are scripts.
enum WorkflowScript {
  /// Whether the place lies in the text of a `run:` or `script:` key.
  static func holds(_ value: Range<Int>, in scan: DocumentScan) -> Bool {
    var line = scan.line(at: value.lowerBound)
    var indent = Text.indent(scan.bytes[line].prefix(DocumentScan.lineReach))
    if let key = key(of: line, scan), isScript(key) { return true }
    var steps = 0
    while line.lowerBound > 0, steps < 400 {
      steps += 1
      line = scan.line(at: line.lowerBound - 1)
      let text = scan.bytes[line].prefix(DocumentScan.lineReach)
      guard text.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { continue }
      let here = Text.indent(text)
      guard here < indent else { continue }
      indent = here
      if let key = key(of: line, scan) {
        if isScript(key) { return true }
        if ["with", "env", "steps", "jobs"].contains(key) { return false }
      }
      if indent == 0 { return false }
    }
    return false
  }

  private static func isScript(_ key: String) -> Bool {
    ["run", "script", "inlinescript", "before_script", "after_script"].contains(key)
  }

  /// The key that a line of YAML begins with, in lower case, list marks aside.
  private static func key(of line: Range<Int>, _ scan: DocumentScan) -> String? {
    var bytes = scan.bytes[line].prefix(DocumentScan.lineReach).drop {
      $0 == 0x20 || $0 == 0x2D || $0 == 0x09
    }
    guard let colon = bytes.firstIndex(of: 0x3A) else { return nil }
    bytes = bytes[..<colon]
    let isKey = bytes.allSatisfy {
      (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x2D
    }
    return isKey && !bytes.isEmpty ? String(decoding: bytes, as: UTF8.self).lowercased() : nil
  }
}

/// The ports beside an address range that holds everyone.
enum OpenPort {
  static func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let start = max(0, candidate.value.lowerBound - 400)
    let end = min(scan.bytes.count, candidate.value.upperBound + 300)
    // The block that the range stands in.
    var lower = candidate.value.lowerBound
    while lower > start, scan.bytes[lower - 1] != 0x7B { lower -= 1 }
    var upper = candidate.value.upperBound
    while upper < end, scan.bytes[upper] != 0x7D { upper += 1 }
    let block = lower..<upper
    if scan.isCleared(by: portPattern, in: block, of: candidate.value),
      !scan.matches(otherPort, in: block)
    {
      return false
    }
    guard scan.matches(otherPort, in: block) || scan.matches(allPorts, in: block) else {
      // The port is a variable or stands elsewhere.
      candidate.severity = min(candidate.severity, .medium)
      return true
    }
    candidate.evidence.append("not a web port")
    return true
  }

  private static let portPattern = KnownPattern(
    #"(?i)(?:from_?port|to_?port|destination_port_range|port|ports)["']?\s{0,20}[=:]\s{0,3}\[?\s{0,3}["']?(?:80|443|8080|8443)\b"#
  )
  private static let otherPort = KnownPattern(
    #"(?i)(?:from_?port|to_?port|destination_port_range|port|ports)["']?\s{0,20}[=:]\s{0,3}\[?\s{0,3}["']?(?:0|1|2\d?|3\d{1,4}|5\d{1,4}|6\d{1,4}|9\d{1,4}|1\d{1,4}|2\d{1,4}|4[0-35-9]\d{0,3}|7\d{1,4}|\*|-1)["'\s,\]\n]"#
  )
  private static let allPorts = KnownPattern(#"["']-1["']|"all""#)
}

private enum Text {
  static func indent(_ line: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in line {
      // The key of a list item stands behind its mark.
      guard byte == 0x20 || byte == 0x2D && count < 60 else { break }
      count += 1
    }
    return count
  }

  static func firstWords(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).prefix(2).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
  }
}

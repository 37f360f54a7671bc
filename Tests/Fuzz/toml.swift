@testable import Rules

// Any bytes are read as a TOML file or refused with faults at places of the file. An accepted file
// has all its values within its bytes, reads the same again, and means the same once its values are
// written out plainly and read back.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTOML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(start, count)
  let document = TOMLDocument(bytes, file: "fuzz.toml")
  for fault in document.faults {
    require(fault.line >= 1 && fault.column >= 1 && !fault.message.isEmpty, "a fault has a place")
    require(!fault.description.isEmpty, "a fault can be shown")
  }
  var walk = Walk(document: document)
  let text = walk.inline(document.root, depth: 0)
  var again = Walk(document: TOMLDocument(bytes, file: "fuzz.toml"))
  require(again.inline(again.document.root, depth: 0) == text, "reading again gives the same")
  require(again.document.faults == document.faults, "reading again finds the same faults")
  guard document.faults.isEmpty, walk.deepest < 100 else { return 0 }
  let plain = TOMLDocument(Array("x = \(text)".utf8), file: "plain.toml")
  require(plain.faults.isEmpty, "a file can be written out: \(text) \(plain.faults)")
  guard let item = plain.root["x"]?.item, let root = plain.table(item) else {
    require(false, "what was written out is a table")
    return 0
  }
  var read = Walk(document: plain)
  require(read.inline(root, depth: 0) == text, "what is written out means the same: \(text)")
  return 0
}

/// Writes values as inline TOML, and checks their places on the way.
private struct Walk {
  let document: TOMLDocument
  var deepest = 0

  init(document: TOMLDocument) { self.document = document }

  mutating func inline(_ table: TOMLTable, depth: Int) -> String {
    deepest = max(deepest, depth)
    // Headers nest as deep as the file likes; what is deeper is not followed.
    guard depth < 200 else { return "{}" }
    var seen = Set<[UInt8]>()
    var parts: [String] = []
    for entry in table.entries {
      require(seen.insert(Array(entry.key.utf8)).inserted, "a key stands once in its table")
      require(table[entry.key]?.keyOffset == entry.keyOffset, "an entry is found by its key")
      require(entry.keyOffset < document.bytes.count, "a key has a place")
      parts.append("\(quoted(entry.key)) = \(inline(entry.item, depth: depth + 1))")
    }
    return "{\(parts.joined(separator: ", "))}"
  }

  private mutating func inline(_ item: TOMLItem, depth: Int) -> String {
    deepest = max(deepest, depth)
    require(item.start <= item.end && item.end <= document.bytes.count, "a value has its bytes")
    switch item.value {
    case .string(let text): return quoted(text)
    case .integer(let value): return "\(value)"
    case .float(let value):
      return value.isNaN ? "nan" : value.isInfinite ? (value < 0 ? "-inf" : "inf") : "\(value)"
    case .boolean(let value): return "\(value)"
    case .dateTime(let value): return written(value)
    case .array(let items):
      return "[\(items.map { inline($0, depth: depth + 1) }.joined(separator: ", "))]"
    case .table, .tables:
      if let table = document.table(item) { return inline(table, depth: depth) }
      guard let tables = document.tables(item) else {
        require(false, "a table can be looked up")
        return ""
      }
      return "[\(tables.map { inline($0, depth: depth + 1) }.joined(separator: ", "))]"
    }
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": result.unicodeScalars.append(scalar)
      default: result += "\\U" + padded(Int(scalar.value), 8, radix: 16)
      }
    }
    return result + "\""
  }

  private func padded(_ value: Int, _ width: Int, radix: Int = 10) -> String {
    let digits = String(value, radix: radix)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private func written(_ value: TOMLDateTime) -> String {
    var result = ""
    if let date = value.date {
      require((1...12).contains(date.month) && (1...31).contains(date.day), "a date is a date")
      result += "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
    }
    if let time = value.time {
      require((0..<24).contains(time.hour) && (0..<60).contains(time.minute), "a time is a time")
      if value.date != nil { result += "T" }
      result += "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
      result += ".\(padded(time.nanosecond, 9))"
    }
    if let offset = value.offset {
      require(value.date != nil && value.time != nil, "an offset belongs to a date and a time")
      let minutes = abs(offset)
      result += "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    }
    require(!result.isEmpty, "a date or time says something")
    return result
  }
}

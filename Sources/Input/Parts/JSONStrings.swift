import JSON
import SourceText

/// The strings of JSON and JSON Lines that hide something behind escapes.
enum JSONStrings {
  /// A shorter string is not worth a document of its own: such are read as one, set apart.
  private static let ownDocument = 64

  /// Goes by quotes alone, so that a text which is not quite JSON is read too: no string reaches
  /// over a line end.
  static func parts(of bytes: [UInt8]) -> FoundParts {
    var found = FoundParts()
    var short = JSONString()
    var index = 0
    while let start = bytes[index...].firstIndex(of: 0x22) {
      guard let end = JSONTree.endOfString(at: start, in: bytes) else {
        index = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        continue
      }
      index = end
      let range = start..<end
      guard bytes[range].contains(0x5C), !isName(endingAt: end, in: bytes) else { continue }
      if range.count < ownDocument {
        if !short.bytes.isEmpty { short.appendBreak(at: start) }
        short.append(range, of: bytes)
        continue
      }
      var string = JSONString()
      string.append(range, of: bytes)
      found.parts.append(part(string))
    }
    if !short.bytes.isEmpty {
      found.parts.append(
        FoundPart(
          bytes: short.bytes, language: .plain, form: .plain, positions: short.positions,
          container: .named("JSON string")))
    }
    return found
  }

  private static func part(_ string: JSONString) -> FoundPart {
    FoundPart(
      bytes: string.bytes, positions: string.positions, container: .named("JSON string"))
  }

  private static func isName(endingAt end: Int, in bytes: [UInt8]) -> Bool {
    var index = end
    // More blanks before a colon than this nobody writes; the bound keeps it linear.
    while index < min(end + 64, bytes.count), bytes[index].isJSONBlank { index += 1 }
    return index < bytes.count && bytes[index] == 0x3A
  }
}

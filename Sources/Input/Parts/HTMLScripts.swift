import SourceText

/// The scripts of an HTML page (HTML Standard, 13.2.5.4). Scripts in comments are taken as well.
enum HTMLScripts {
  static func parts(of bytes: [UInt8]) -> FoundParts {
    var found = FoundParts()
    var covers: [Range<Int>] = []
    var index = 0
    let open = Array("<script".utf8)
    let close = Array("</script".utf8)
    while let start = find(open, from: index, in: bytes) {
      index = start + open.count
      guard index < bytes.count,
        isBlank(bytes[index]) || bytes[index] == 0x3E || bytes[index] == 0x2F
      else { continue }
      guard let tag = Attributes(from: index, in: bytes) else { break }
      let end = find(close, from: tag.end, in: bytes) ?? bytes.count
      index = end
      let range = tag.end..<end
      guard let language = language(of: tag), bytes[range].contains(where: { !isBlank($0) }) else {
        continue
      }
      covers.append(range)
      found.parts.append(
        FoundPart(
          bytes: Array(bytes[range]), language: language,
          form: language.id == "json" ? .json : .plain,
          positions: PositionMap(offset: range.lowerBound, length: range.count),
          container: .named("script \(found.parts.count + 1)")))
    }
    if !covers.isEmpty { found.reviewable = Ranges.complement(of: covers, count: bytes.count) }
    return found
  }

  /// nil for what is no program, such as a template.
  private static func language(of tag: Attributes) -> Language? {
    if let language = tag.language, language.hasPrefix("ts") || language == "typescript" {
      return Language(id: "typescript")
    }
    let type = tag.type ?? ""
    if type.hasSuffix("json") || type == "importmap" || type == "speculationrules" {
      return Language(id: "json")
    }
    switch type {
    case "text/typescript", "application/typescript", "text/tsx", "ts":
      return Language(id: "typescript")
    case "", "module", "text/javascript", "application/javascript", "text/ecmascript",
      "application/ecmascript", "application/x-javascript", "text/jsx", "text/babel":
      return Language(id: "javascript")
    default: return nil
    }
  }

  /// The first place of a lower-case word, whatever its case in the text.
  private static func find(_ word: [UInt8], from start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    while let found = bytes[min(index, bytes.count)...].firstIndex(of: word[0]) {
      let rest = bytes[found...].prefix(word.count)
      if rest.count < word.count { return nil }
      if zip(rest, word).allSatisfy({ $0 == $1 || $0 | 0x20 == $1 && 0x41...0x5A ~= $0 }) {
        return found
      }
      index = found + 1
    }
    return nil
  }

  /// What counts of a `<script …>` tag.
  private struct Attributes {
    var type: String?
    var language: String?
    /// Behind the `>`.
    var end: Int

    /// nil if the tag does not end.
    init?(from start: Int, in bytes: [UInt8]) {
      var index = start
      while true {
        while index < bytes.count, isBlank(bytes[index]) || bytes[index] == 0x2F { index += 1 }
        guard index < bytes.count else { return nil }
        if bytes[index] == 0x3E { break }
        let nameStart = index
        // A `=` may begin a name.
        index += 1
        while index < bytes.count, !Self.endsName(bytes[index]) { index += 1 }
        let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        var after = index
        while after < bytes.count, isBlank(bytes[after]) { after += 1 }
        guard after < bytes.count, bytes[after] == 0x3D else { continue }
        index = after + 1
        while index < bytes.count, isBlank(bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let value: Range<Int>
        if bytes[index] == 0x22 || bytes[index] == 0x27 {
          guard let quote = bytes[(index + 1)...].firstIndex(of: bytes[index]) else { return nil }
          value = (index + 1)..<quote
          index = quote + 1
        } else {
          let valueStart = index
          while index < bytes.count, !isBlank(bytes[index]), bytes[index] != 0x3E { index += 1 }
          value = valueStart..<index
        }
        let text = String(decoding: bytes[value].prefix(64), as: UTF8.self).lowercased()
        if name == "type", type == nil { type = text.filter { $0 != " " } }
        if name == "lang", language == nil { language = text }
      }
      end = index + 1
    }

    private static func endsName(_ byte: UInt8) -> Bool {
      isBlank(byte) || byte == 0x2F || byte == 0x3E || byte == 0x3D
    }
  }
}

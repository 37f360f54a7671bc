/// The extent of a PEM block, so that every line of a key is masked and not only the first.
enum PrivateKeyBlock {
  /// From the start of a match to the dashes of its END line, or as far as the body goes; at most
  /// 16,000 bytes on.
  static func extended(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var index = range.upperBound
    let limit = min(bytes.count, range.upperBound + 16_000)
    var end = index
    while index < limit {
      let byte = bytes[index]
      let kind = ValueShape.Kind(byte)
      if kind.isLetter || kind == .digit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
        || byte == UInt8(ascii: "=")
      {
        index += 1
        end = index
      } else if byte == UInt8(ascii: "\\"), index + 1 < limit {
        // A line end that is written out as `\n`.
        index += 2
      } else if kind == .space || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "#")
        || byte == UInt8(ascii: "*")
      {
        index += 1
      } else {
        break
      }
    }
    return range.lowerBound..<end
  }
}

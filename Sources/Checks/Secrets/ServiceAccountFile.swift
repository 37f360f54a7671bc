/// The JSON object in which Google hands out the key of a service account: what is in it belongs
/// together, and is told as one thing.
enum ServiceAccountFile {
  /// What an object turns out to hold.
  enum Content: Hashable {
    case key
    /// A key that something was put over.
    case masked
  }

  private static let mark = Array("PRIVATE KEY-----".utf8)

  /// The object around a place, and what its private key is; nil where there is no such key. Costs at
  /// most 12,000 bytes.
  static func object(around place: Int, in bytes: [UInt8]) -> (range: Range<Int>, key: Content)? {
    let low = max(0, place - 4_000)
    let high = min(bytes.count, place + 8_000)
    guard let start = bytes[low..<place].lastIndex(of: UInt8(ascii: "{")),
      let end = bytes[place..<high].firstIndex(of: UInt8(ascii: "}")),
      !bytes[start..<place].contains(UInt8(ascii: "}"))
    else { return nil }
    let range = start..<(end + 1)
    guard let begin = bytes[range].place(of: mark) else { return nil }
    let rest = bytes[(begin + mark.count)..<end]
    let body = Array(rest.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "\"") })
    if body.count < 24 || Placeholder.contains(body, "...") || Placeholder.isTemplate(body) {
      return nil
    }
    return (range, Placeholder.isMask(body) ? .masked : .key)
  }
}

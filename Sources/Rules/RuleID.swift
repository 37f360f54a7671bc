/// A rule's name: folder, slash, name of what is found in kebab case, such as `secrets/github-token`.
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let text: String

  /// Nil unless both parts are lower-case letters, digits and single hyphens, starting with a letter.
  package init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    for part in parts {
      var previous = UInt8(ascii: "-")
      for byte in part {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): break
        case UInt8(ascii: "0")...UInt8(ascii: "9"): break
        case UInt8(ascii: "-") where previous != UInt8(ascii: "-"): break
        default: return nil
        }
        previous = byte
      }
      guard previous != UInt8(ascii: "-") else { return nil }
    }
    self.text = text
  }

  /// An id that was found well formed before.
  init(checked text: String) { self.text = text }

  /// An id of a name that is known to be well formed.
  package init(folder: RuleCategory, name: StaticString) { text = "\(folder.folder)/\(name)" }

  /// The part before the slash.
  package var folder: Substring { text.prefix { $0 != "/" } }
  package var description: String { text }

  package static func < (left: RuleID, right: RuleID) -> Bool { left.text < right.text }
}

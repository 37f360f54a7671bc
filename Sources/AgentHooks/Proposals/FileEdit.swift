/// One replacement in a file.
struct FileEdit {
  var old: [UInt8]
  var new: [UInt8]
  /// Every occurrence is replaced, not only the first.
  var isEverywhere = false

  init(old: [UInt8], new: [UInt8], isEverywhere: Bool = false) {
    self.old = old
    self.new = new
    self.isEverywhere = isEverywhere
  }

  /// By the names that the agents' editing tools use; nil for what is no replacement.
  init?(_ fields: ToolFields) {
    guard let new = fields.text(ToolFields.newText), let old = fields.text(ToolFields.oldText)
    else {
      return nil
    }
    self.init(
      old: old, new: new,
      isEverywhere: fields["replace_all"]?.boolean ?? fields["replaceAll"]?.boolean ?? fields[
        "allow_multiple"]?.boolean ?? ((fields["expected_replacements"]?.integer ?? 1) > 1))
  }
}

/// A file with edits applied, and where the new text lies.
struct EditedFile {
  private(set) var bytes: [UInt8]
  /// Ascending and apart.
  private(set) var changed: [Range<Int>] = []

  /// More than this many bytes are not searched for all edits of a call.
  private static let mostWork = 1 << 28

  /// Nil if an edit does not apply. With `isDone` the file holds the new texts already.
  init?(_ file: [UInt8], _ edits: [FileEdit], isDone: Bool) {
    guard !edits.isEmpty, file.count <= Self.mostWork / edits.count else { return nil }
    bytes = file
    for edit in edits {
      guard isDone ? find(edit) : apply(edit) else { return nil }
    }
  }

  private mutating func find(_ edit: FileEdit) -> Bool {
    if edit.new.isEmpty { return true }
    let starts = Occurrences.starts(of: edit.new, in: bytes)
    changed = Self.joined(changed + starts.map { $0..<($0 + edit.new.count) })
    return !starts.isEmpty
  }

  private mutating func apply(_ edit: FileEdit) -> Bool {
    if edit.old.isEmpty {
      // The way to fill a file that is empty.
      guard bytes.isEmpty else { return false }
      bytes = edit.new
      changed = Self.joined([0..<bytes.count])
      return true
    }
    let starts = Occurrences.starts(of: edit.old, in: bytes, limit: edit.isEverywhere ? .max : 1)
    guard !starts.isEmpty else { return false }
    let growth = edit.new.count - edit.old.count
    guard growth <= 0 || starts.count <= (Self.mostWork - bytes.count) / growth else {
      return false
    }
    var result: [UInt8] = []
    var kept: [(range: Range<Int>, start: Int)] = []
    var added: [Range<Int>] = []
    var place = 0
    for start in starts {
      kept.append((place..<start, result.count))
      result += bytes[place..<start]
      let from = result.count
      result += edit.new
      place = start + edit.old.count
      added.append(seam(from..<result.count, in: result, before: place))
    }
    kept.append((place..<bytes.count, result.count))
    result += bytes[place...]
    let moved = Self.moved(changed, through: kept)
    bytes = result
    changed = Self.joined(moved + added)
    return true
  }

  /// What is put in; where nothing is, the two bytes that come together and may make a new word.
  private func seam(_ range: Range<Int>, in result: [UInt8], before rest: Int) -> Range<Int> {
    guard range.isEmpty, let last = result.last, last > 0x20, rest < bytes.count,
      bytes[rest] > 0x20
    else { return range }
    return (range.lowerBound - 1)..<(range.lowerBound + 1)
  }

  /// The ranges of earlier edits, as far as they lie in what was kept.
  private static func moved(
    _ ranges: [Range<Int>], through kept: [(range: Range<Int>, start: Int)]
  ) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var piece = 0
    var index = 0
    while piece < kept.count, index < ranges.count {
      let shared = kept[piece].range.clamped(to: ranges[index])
      let start = kept[piece].start + shared.lowerBound - kept[piece].range.lowerBound
      if !shared.isEmpty { result.append(start..<(start + shared.count)) }
      if kept[piece].range.upperBound < ranges[index].upperBound { piece += 1 } else { index += 1 }
    }
    return result
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = result.last, last.upperBound >= range.lowerBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}

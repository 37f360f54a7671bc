/// A pattern over paths with `/` between folders: `*` and `?` stay within a folder or name, `**`
/// stands for any number of folders, `[a-z]` and `[!a-z]` for one character, `\` takes the next
/// character as it is.
///
/// A leading `/` holds the pattern to the start of the path. Otherwise it may begin at any folder,
/// unless it is anchored; a pattern without a slash is about the last name of the path in any case.
/// A trailing `/` means all that lies below. Matching costs no more than the square of the path's
/// length, and stacks of `*` do not make it slower.
package struct Glob: Sendable, Hashable {
  package let pattern: String
  private let steps: [Step]

  private enum Step: Sendable, Hashable {
    case byte(UInt8)
    /// `?`: one scalar other than `/`.
    case scalar
    /// `[…]`: one scalar in, or not in, the ranges.
    case set([ClosedRange<UInt32>], isNegated: Bool)
    /// `*`: any run without `/`.
    case run
    /// `**/`: no, one or more folders.
    case folders
    /// `**` elsewhere: anything at all.
    case rest
  }

  /// Every text is a pattern; what is not special stands for itself.
  package init(_ pattern: String, anchored: Bool = false) {
    self.pattern = pattern
    var text = Array(pattern.unicodeScalars)
    var isHeld = anchored && text.dropLast().contains("/")
    if text.first == "/" {
      text.removeFirst()
      isHeld = true
    }
    if text.last == "/" { text += ["*", "*"] }
    var steps: [Step] = isHeld ? [] : [.folders]
    var index = 0
    while index < text.count {
      let scalar = text[index]
      index += 1
      switch scalar {
      case "*":
        guard index < text.count, text[index] == "*" else {
          if steps.last != .run { steps.append(.run) }
          continue
        }
        while index < text.count, text[index] == "*" { index += 1 }
        if index < text.count, text[index] == "/" {
          index += 1
          if steps.last != .folders { steps.append(.folders) }
        } else if steps.last != .rest {
          steps.append(.rest)
        }
      case "?":
        steps.append(.scalar)
      case "[":
        if let set = Self.set(text, &index) { steps.append(set) } else { fallthrough }
      default:
        var literal = scalar
        if scalar == "\\", index < text.count {
          literal = text[index]
          index += 1
        }
        steps += String(literal).utf8.map { .byte($0) }
      }
    }
    self.steps = steps
  }

  /// Reads a set after its `[`; nil, with the index unmoved, if it is never closed.
  private static func set(_ text: [Unicode.Scalar], _ index: inout Int) -> Step? {
    var place = index
    let isNegated = place < text.count && (text[place] == "!" || text[place] == "^")
    if isNegated { place += 1 }
    var ranges: [ClosedRange<UInt32>] = []
    let first = place
    while place < text.count {
      if text[place] == "]", place > first {
        index = place + 1
        return .set(ranges, isNegated: isNegated)
      }
      let low = text[place].value
      place += 1
      if place + 1 < text.count, text[place] == "-", text[place + 1] != "]" {
        let high = text[place + 1].value
        if low <= high { ranges.append(low...high) }
        place += 2
      } else {
        ranges.append(low...low)
      }
    }
    return nil
  }

  package func matches(_ path: String) -> Bool {
    var path = Array(path.utf8)
    while path.starts(with: Array("./".utf8)) { path.removeFirst(2) }
    return matches(path)
  }

  // Where a wildcard was last passed is remembered, and taken up again one further when a later
  // step fails. Only the last `*` since the last `**` needs it: what an earlier one could take, the
  // later one can take as well.
  private func matches(_ path: [UInt8]) -> Bool {
    var step = 0
    var place = 0
    var run: (step: Int, place: Int)?
    var deep: (step: Int, place: Int)?
    while true {
      if step < steps.count, let length = advance(steps[step], path, place) {
        switch steps[step] {
        case .run: run = (step, place)
        case .folders, .rest:
          deep = (step, place)
          run = nil
        case .byte, .scalar, .set: break
        }
        step += 1
        place += length
        continue
      }
      if step == steps.count, place == path.count { return true }
      if let last = run, last.place < path.count, path[last.place] != UInt8(ascii: "/") {
        run = (last.step, last.place + 1)
        (step, place) = (last.step + 1, last.place + 1)
      } else if let last = deep {
        var next = last.place
        if steps[last.step] == .folders {
          while next < path.count, path[next] != UInt8(ascii: "/") { next += 1 }
        }
        guard next < path.count else { return false }
        deep = (last.step, next + 1)
        run = nil
        (step, place) = (last.step + 1, next + 1)
      } else {
        return false
      }
    }
  }

  /// How many bytes a step takes at first; nil if it does not hold.
  private func advance(_ step: Step, _ path: [UInt8], _ place: Int) -> Int? {
    switch step {
    case .run, .folders, .rest:
      return 0
    case .byte(let byte):
      return place < path.count && path[place] == byte ? 1 : nil
    case .scalar, .set:
      guard place < path.count, path[place] != UInt8(ascii: "/") else { return nil }
      var end = place + 1
      while end < path.count, path[end] & 0xC0 == 0x80 { end += 1 }
      guard case .set(let ranges, let isNegated) = step else { return end - place }
      let scalar = String(decoding: path[place..<end], as: UTF8.self).unicodeScalars.first
      let isIn = ranges.contains { $0.contains(scalar?.value ?? 0) }
      return isIn != isNegated ? end - place : nil
    }
  }
}

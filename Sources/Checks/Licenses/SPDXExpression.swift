// A license expression as SPDX 2.3, annex D writes it: identifiers joined by AND, OR and WITH, with
// parentheses and the older `+`. AND binds closer than OR, WITH closest.
//
// What people write is not always well formed, and a gate must not be talked out of a finding by a
// missing parenthesis: the reader takes what it can, keeps an unknown name as unknown, and stops
// where prose begins. It keeps its own stacks, so that depth costs no call frames.

/// A license expression, read and weighed.
package struct SPDXExpression: Sendable, Hashable {
  /// The identifiers in the order they were written, each once, as the list of SPDX spells them.
  package var identifiers: [String]
  /// What binds whoever takes the best branch of every OR and all branches of every AND.
  package var family: LicenseFamily
  /// The heaviest family that stands anywhere in it.
  package var heaviest: LicenseFamily
  /// The identifier that `family` comes from.
  package var decisive: String
  /// It offers a choice.
  package var isChoice: Bool

  /// Nil where no identifier stands at the start; costs one pass over at most 400 bytes of `text`.
  package init?(_ text: some StringProtocol) {
    var reader = SPDXReader(Array(text.utf8.prefix(400)))
    guard let result = reader.read() else { return nil }
    self.identifiers = reader.identifiers
    self.family = result.family
    self.decisive = result.identifier
    self.heaviest = reader.heaviest
    self.isChoice = reader.isChoice
  }
}

/// One operand on the reader's stack.
private struct Operand {
  var identifier: String
  var family: LicenseFamily

  /// The one of two that binds less (OR) or more (AND).
  func joined(with other: Operand, by mark: SPDXReader.Mark) -> Operand {
    let isHeavier = other.family.burden > family.burden
    switch mark {
    case .or: return isHeavier ? self : other.family.burden == family.burden ? self : other
    case .and, .open: return isHeavier ? other : self
    }
  }
}

private struct SPDXReader {
  enum Mark { case open, and, or }

  /// Deeper nesting is read as if its parentheses were not there.
  static let deepest = 32

  let bytes: [UInt8]
  var position = 0
  var identifiers: [String] = []
  var heaviest = LicenseFamily.publicDomain
  var isChoice = false
  private var operands: [Operand] = []
  private var marks: [Mark] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> Operand? {
    var wantsOperand = true
    var depth = 0
    reading: while let token = next() {
      switch token {
      case "(":
        guard wantsOperand else { break reading }
        if depth < Self.deepest { marks.append(.open) }
        depth += 1
      case ")":
        guard !wantsOperand, depth > 0 else { break reading }
        depth -= 1
        if depth < Self.deepest { close() }
      default:
        let folded = token.lowercased()
        if wantsOperand {
          guard folded != "and", folded != "or", folded != "with" else { continue }
          push(token)
          wantsOperand = false
        } else if folded == "and" || folded == "or" || folded == "/" {
          let mark = folded == "and" ? Mark.and : .or
          if mark == .or { isChoice = true }
          reduce(atLeast: mark)
          marks.append(mark)
          wantsOperand = true
        } else if folded == "with" {
          if let exception = next() { weaken(by: exception) }
        } else {
          break reading
        }
      }
    }
    while !marks.isEmpty { reduceOne() }
    return operands.last
  }

  /// A parenthesis, a `/` between names, or a word.
  private mutating func next() -> String? {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"):
      position += 1
    default:
      while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
      guard position > start else { return nil }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func push(_ word: String) {
    let entry = LicenseTable.entry(word)
    if !identifiers.contains(entry.id) { identifiers.append(entry.id) }
    operands.append(Operand(identifier: entry.id, family: entry.family))
    if entry.family.burden > heaviest.burden { heaviest = entry.family }
  }

  /// An exception that lets other programs link to the work turns strong copyleft into weak.
  private mutating func weaken(by exception: String) {
    guard var operand = operands.popLast() else { return }
    if operand.family == .strongCopyleft, LicenseTable.allowsLinking(exception) {
      operand.family = .weakCopyleft
    }
    operand.identifier += " WITH " + exception
    operands.append(operand)
  }

  private mutating func reduce(atLeast mark: Mark) {
    while let top = marks.last {
      switch (top, mark) {
      case (.open, _), (.or, .and): return
      case (.and, _), (.or, .or), (.or, .open): reduceOne()
      }
    }
  }

  private mutating func close() {
    while let top = marks.last {
      if case .open = top {
        marks.removeLast()
        return
      }
      reduceOne()
    }
  }

  private mutating func reduceOne() {
    guard let mark = marks.popLast() else { return }
    if case .open = mark { return }
    guard operands.count >= 2 else { return }
    let right = operands.removeLast()
    let left = operands.removeLast()
    operands.append(left.joined(with: right, by: mark))
  }
}

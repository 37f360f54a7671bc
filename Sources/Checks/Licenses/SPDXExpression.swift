// A license expression as SPDX 2.3, annex D writes it: identifiers joined by AND, OR and WITH, with
// parentheses and the older `+`. AND binds closer than OR, WITH closest.
//
// What people write is not always well formed, and a gate must not be talked out of a finding by a
// missing parenthesis: the reader takes what it can, keeps an unknown name as unknown, and stops
// where prose begins. It keeps its own stacks, so that depth costs no call frames.

/// A license expression, read.
package struct SPDXExpression: Sendable, Hashable {
  /// An identifier with the exception that was granted to it.
  package struct Term: Sendable, Hashable {
    /// As the list of SPDX spells it, or as it was written.
    package var id: String
    package var exception: String?
    /// What it asks for, with its exception.
    package var family: LicenseFamily

    package init(id: String, exception: String? = nil, family: LicenseFamily) {
      self.id = id
      self.exception = exception
      self.family = family
    }

    /// An exception that lets other programs link to the work turns strong copyleft into weak.
    mutating func weaken() {
      guard let exception, family == .strongCopyleft, LicenseTable.allowsLinking(exception) else {
        return
      }
      family = .weakCopyleft
    }

    /// `GPL-2.0-only WITH Classpath-exception-2.0`
    package var text: String { exception.map { "\(id) WITH \($0)" } ?? id }
  }

  fileprivate enum Step: Sendable, Hashable {
    case term(Int)
    case and, or
  }

  /// In the order they were written, each once.
  package private(set) var terms: [Term]
  /// The expression in postfix order; every operator has its operands before it.
  private var steps: [Step]

  /// It is all of the text that it was read from.
  package private(set) var isWhole = true

  /// Nil where no identifier stands at the start; costs one pass over at most 400 bytes of `text`.
  package init?(_ text: some StringProtocol) {
    var reader = SPDXReader(Array(text.utf8.prefix(400)))
    guard reader.read() else { return nil }
    terms = reader.terms
    steps = reader.steps
    isWhole = reader.isAtEnd
  }

  /// What a tag or a rule states: an exception by itself, or an expression.
  static func stated(_ text: String) -> SPDXExpression? {
    LicenseTable.exception(text).map { SPDXExpression($0) } ?? SPDXExpression(text)
  }

  /// One license.
  package init(_ license: LicenseTable.Entry) {
    terms = [Term(id: license.id, family: license.family)]
    steps = [.term(0)]
  }

  /// One of several licenses, to choose from.
  package init?(oneOf licenses: [LicenseTable.Entry]) { self.init(licenses, joinedBy: .or) }

  /// Several licenses at once.
  package init?(allOf licenses: [LicenseTable.Entry]) { self.init(licenses, joinedBy: .and) }

  /// With an exception to each of its copyleft licenses that has none.
  func with(_ exception: String) -> SPDXExpression {
    var result = self
    for index in terms.indices where terms[index].exception == nil {
      switch terms[index].family {
      case .strongCopyleft, .weakCopyleft, .networkCopyleft:
        result.terms[index].exception = exception
        result.terms[index].weaken()
      default: continue
      }
    }
    return result
  }

  private init?(_ licenses: [LicenseTable.Entry], joinedBy step: Step) {
    guard let first = licenses.first else { return nil }
    self.init(first)
    for license in licenses.dropFirst() {
      let term = Term(id: license.id, family: license.family)
      guard !terms.contains(term) else { continue }
      steps += [.term(terms.count), step]
      terms.append(term)
    }
  }

  /// The identifiers in the order they were written, each once.
  package var identifiers: [String] {
    var ids: [String] = []
    for term in terms where !ids.contains(term.id) { ids.append(term.id) }
    return ids
  }

  /// It offers a choice.
  package var isChoice: Bool { steps.contains(.or) }

  /// The term that binds whoever takes the best branch of every OR and all branches of every AND,
  /// where `burden` says how bad a term is; of equals the first.
  package func decisive<Burden: Comparable>(by burden: (Term) -> Burden) -> Term {
    let burdens = terms.map(burden)
    var operands: [Int] = []
    for step in steps {
      switch step {
      case .term(let term): operands.append(term)
      case .and, .or:
        // A reader writes an operator only after two operands.
        let right = operands.removeLast()
        let left = operands.removeLast()
        let takesRight =
          step == .and ? burdens[right] > burdens[left] : burdens[right] < burdens[left]
        operands.append(takesRight ? right : left)
      }
    }
    return terms[operands.last ?? 0]
  }

  private var decisive: Term { decisive { $0.family.burden } }

  /// What binds, by the families of the terms.
  package var family: LicenseFamily { decisive.family }

  /// The license that `family` comes from.
  package var decisiveText: String { decisive.text }

  /// As SPDX writes it, with parentheses where they are needed.
  package var text: String {
    var operands: [(text: String, isChoice: Bool)] = []
    for step in steps {
      switch step {
      case .term(let term): operands.append((terms[term].text, false))
      case .or:
        let right = operands.removeLast()
        let left = operands.removeLast()
        operands.append(("\(left.text) OR \(right.text)", true))
      case .and:
        let pair = operands.suffix(2).map { $0.isChoice ? "(\($0.text))" : $0.text }
        operands.removeLast(2)
        operands.append((pair.joined(separator: " AND "), false))
      }
    }
    return operands.last?.text ?? ""
  }
}

private struct SPDXReader {
  private enum Mark { case open, and, or }

  /// Deeper nesting is read as if its parentheses were not there.
  private static let deepest = 32

  private let bytes: [UInt8]
  private var position = 0
  private(set) var terms: [SPDXExpression.Term] = []
  private(set) var steps: [SPDXExpression.Step] = []
  /// How many operands the steps leave.
  private var operands = 0
  private var marks: [Mark] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { bytes[position...].allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// False where there is no identifier.
  mutating func read() -> Bool {
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
          push(token, exception: exception())
          wantsOperand = false
        } else if folded == "and" || folded == "or" || folded == "/" {
          let mark = folded == "and" ? Mark.and : .or
          reduce(atLeast: mark)
          marks.append(mark)
          wantsOperand = true
        } else {
          position -= token.utf8.count
          break reading
        }
      }
    }
    while !marks.isEmpty { reduceOne() }
    return operands > 0
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

  /// The word after a WITH that stands here.
  private mutating func exception() -> String? {
    let before = position
    if let word = next(), word.lowercased() == "with" { return next() }
    position = before
    return nil
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

  private mutating func push(_ word: String, exception: String?) {
    let entry = LicenseTable.entry(word)
    var term = SPDXExpression.Term(
      id: entry.id, exception: exception, family: entry.family)
    term.weaken()
    let number = terms.firstIndex(of: term) ?? terms.count
    if number == terms.count { terms.append(term) }
    steps.append(.term(number))
    operands += 1
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
    guard let mark = marks.popLast(), operands >= 2 else { return }
    switch mark {
    case .open: return
    case .and: steps.append(.and)
    case .or: steps.append(.or)
    }
    operands -= 1
  }
}

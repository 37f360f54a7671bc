/// What a shell may offer as an operand.
enum OperandOffer: Sendable, Equatable {
  case words([String])
  case files, folders
  /// The ids of rules.
  case rules
  /// The verbs; files too, because `check` may be left out.
  case verbsAndFiles
}

/// When what is offered: all three scripts tell what stands before the cursor in one word,
/// `VERB:NUMBER:FIRST` (the operands behind the verb by number, then the first of them), and ask
/// this list. The verb is empty where none was typed.
struct OperandCase: Sendable {
  /// A glob, as `case` of bash and zsh and `switch` of fish have them.
  let pattern: String
  let offer: OperandOffer

  /// The first that matches counts; where none does nothing is offered.
  static let all: [OperandCase] =
    [
      OperandCase(pattern: ":0:*", offer: .verbsAndFiles),
      OperandCase(pattern: ":*", offer: .files),
    ] + Verb.allCases.flatMap(cases)

  private static func cases(of verb: Verb) -> [OperandCase] {
    func on(_ operands: String, _ offer: OperandOffer) -> OperandCase {
      OperandCase(pattern: "\(verb.rawValue):\(operands)", offer: offer)
    }
    let first = verb.words.isEmpty ? [] : [on("0:*", .words(verb.words))]
    switch verb {
    case .check: return [on("*", .files)]
    // Paths follow a fingerprint only, which has no slash.
    case .explain: return [on("0:*", .rules), on("*:*/*", .words([])), on("*", .files)]
    case .hook:
      return first + [on("1:*", .words([OptionName.install.typed, OptionName.uninstall.typed]))]
    case .rules: return first + [on("*:show", .rules), on("*:test", .files)]
    case .licenses: return first + [on("*:index", .folders)]
    default: return first
    }
  }
}

extension CommandOption {
  /// As they are typed before a value: those of `all` that take one.
  static var withValues: [String] {
    all.filter { $0.placeholder != nil }.map(\.name.typed)
  }

  /// The name, and the letter if it has one, as they are typed.
  var spellings: [String] { [name.typed] + (short.map { ["-\($0)"] } ?? []) }
}

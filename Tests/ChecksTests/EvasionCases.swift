import Rules
import Testing

/// A text that tries to get something past the gate.
struct EvasionCase: Sendable, CustomTestStringConvertible {
  /// How the text is written as bytes.
  enum Form: Sendable {
    case utf8, utf16, utf16Swapped, utf16Unmarked, utf32, latin1
    case carriageReturnsAndLineFeeds, carriageReturns
    case compressed
  }

  var name: String
  /// What the file is called, which decides on its language.
  var file: String
  /// In the notation of `EvasionText`.
  var text: String
  /// What must be found, at least as something to look at.
  var category: RuleCategory
  /// Why nobody could find it; nil for what must be found.
  var reason: String?
  var form: Form

  init(
    _ name: String, _ file: String, _ text: String, _ category: RuleCategory,
    unless reason: String? = nil, as form: Form = .utf8
  ) {
    self.name = name
    self.file = file
    self.text = text
    self.category = category
    self.reason = reason
    self.form = form
  }

  var testDescription: String { "\(name) (\(file))" }

  /// The file.
  var bytes: [UInt8] {
    let text = EvasionText.expanded(text) + "\n"
    switch form {
    case .utf8: return Array(text.utf8)
    case .utf16: return [0xFF, 0xFE] + EvasionText.utf16(text, isBig: false)
    case .utf16Swapped: return [0xFE, 0xFF] + EvasionText.utf16(text, isBig: true)
    case .utf16Unmarked: return EvasionText.utf16(text, isBig: false)
    case .utf32:
      return [0xFF, 0xFE, 0, 0]
        + text.unicodeScalars.flatMap { scalar -> [UInt8] in
          (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
        }
    case .latin1: return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    case .carriageReturnsAndLineFeeds:
      return text.utf8.flatMap { byte -> [UInt8] in byte == 0x0A ? [0x0D, 0x0A] : [byte] }
    case .carriageReturns: return text.utf8.map { byte -> UInt8 in byte == 0x0A ? 0x0D : byte }
    case .compressed: return FixedDeflate.gzip(Array(text.utf8))
    }
  }

  /// Whether a finding of a category is the one. A credential may rightly be called a secret or a password.
  func isAnswered(by found: RuleCategory) -> Bool {
    switch category {
    case .secret, .password: found == .secret || found == .password
    case .unsafeAPI, .pii, .license, .text, .gate: found == category
    }
  }

  // MARK: - Tables

  /// Cases of one category: name, file and text.
  static func rows(_ category: RuleCategory, _ rows: [(String, String, String)]) -> [EvasionCase] {
    rows.map { EvasionCase($0.0, $0.1, $0.2, category) }
  }

  /// Unsafe calls in files of one name: name and text.
  static func calls(in file: String, _ rows: [(String, String)]) -> [EvasionCase] {
    rows.map { EvasionCase($0.0, file, $0.1, .unsafeAPI) }
  }
}

/// Cases of one kind, which share a scanner.
struct EvasionTable: Sendable, CustomTestStringConvertible {
  var title: String
  var cases: [EvasionCase]

  init(_ title: String, _ cases: [EvasionCase]) {
    self.title = title
    self.cases = cases
  }

  var testDescription: String { title }

  static let all = [
    EvasionTable("encodings", EvasionCase.encoded),
    EvasionTable("encoded tokens", EvasionCase.encodedTokens),
    EvasionTable("encoded calls", EvasionCase.encodedCalls),
    EvasionTable("encodings beyond reading", EvasionCase.encodedBeyond),
    EvasionTable("tokens in pieces", EvasionCase.splitTokens),
    EvasionTable("numbers in pieces", EvasionCase.splitIdentifiers),
    EvasionTable("calls in pieces", EvasionCase.splitCalls),
    EvasionTable("pieces beyond joining", EvasionCase.splitBeyond),
    EvasionTable("look-alikes in tokens", EvasionCase.alikeTokens),
    EvasionTable("look-alikes in calls", EvasionCase.alikeCalls),
    EvasionTable("look-alikes in numbers", EvasionCase.alikeIdentifiers),
    EvasionTable("other look-alikes", EvasionCase.alikeOthers),
    EvasionTable("invisible characters all over", EvasionCase.strewn),
    EvasionTable("one invisible character", EvasionCase.single),
    EvasionTable("other digits", EvasionCase.otherDigits),
    EvasionTable("other separators", EvasionCase.parted),
    EvasionTable("forms of Markdown", EvasionCase.inMarkdown),
    EvasionTable("tokens in replies", EvasionCase.enclosedTokens),
    EvasionTable("calls in replies", EvasionCase.enclosedCalls),
    EvasionTable("numbers in replies", EvasionCase.enclosedIdentifiers),
    EvasionTable("places of tokens", EvasionCase.placedTokens),
    EvasionTable("places of numbers", EvasionCase.placedIdentifiers),
    EvasionTable("places of calls", EvasionCase.placedCalls),
    EvasionTable("other places", EvasionCase.placedOthers),
    EvasionTable("names that promise something else", EvasionCase.misnamed),
    EvasionTable("other bytes", EvasionCase.otherBytes),
    EvasionTable("words that wave it through", EvasionCase.waved),
    EvasionTable("words in scripts", EvasionCase.wavedInScripts),
    EvasionTable("places that are made light of", EvasionCase.belittled),
    EvasionTable("excuses of tokens", EvasionCase.excusedTokens),
    EvasionTable("excuses of numbers", EvasionCase.excusedIdentifiers),
    EvasionTable("excuses of calls", EvasionCase.excusedCalls),
    EvasionTable("plain calls", EvasionCase.direct),
    EvasionTable("names of calls in Python", EvasionCase.indirectPython),
    EvasionTable("names of calls in JavaScript", EvasionCase.indirectJavaScript),
    EvasionTable("names of calls in PHP", EvasionCase.indirectPHP),
    EvasionTable("names of calls in shell", EvasionCase.indirectShell),
    EvasionTable("names of calls in PowerShell", EvasionCase.indirectPowerShell),
    EvasionTable("names of calls elsewhere", EvasionCase.indirectElsewhere),
    EvasionTable("unknown languages", EvasionCase.unknownLanguages),
  ]
}

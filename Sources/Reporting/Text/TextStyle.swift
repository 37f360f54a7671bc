/// What a stretch of a text report is, and so what color it takes.
enum TextStyle {
  case block, flag, note, approve
  /// What the eye should find first.
  case strong
  /// What is there for completeness: line numbers, ids.
  case faint

  /// The parameters of ANSI's Select Graphic Rendition (ECMA-48); only colors that are legible on
  /// light and dark grounds.
  private var parameters: String {
    switch self {
    case .block: "1;31"
    case .flag: "1;33"
    case .note: "36"
    case .approve: "1;32"
    case .strong: "1"
    case .faint: "2"
    }
  }

  func apply(to text: String, isColored: Bool) -> String {
    isColored ? "\u{1B}[\(parameters)m\(text)\u{1B}[0m" : text
  }
}

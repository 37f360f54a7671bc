/// How much of a long input is held at a time, in bytes.
package struct PieceSizes: Sendable, Hashable {
  /// Inputs up to this size are held whole, so that all of their structure is understood.
  package var whole: Int
  /// The same for notebooks, which are nothing without their structure.
  package var wholeNotebook: Int
  /// What a worker reviews of a longer input at a time.
  package var piece: Int
  /// What it sees of the text before and behind that. Longer than what a built-in rule matches.
  package var context: Int

  package init(whole: Int, wholeNotebook: Int, piece: Int, context: Int) {
    self.whole = whole
    self.wholeNotebook = wholeNotebook
    // A cut is looked for within the context, and no scalar is longer than four bytes.
    self.piece = max(piece, 16)
    self.context = max(context, 16)
  }

  package static let standard = PieceSizes(
    whole: 4 << 20, wholeNotebook: 32 << 20, piece: 512 << 10, context: 64 << 10)

  /// Up to which size an input of this name is held whole.
  func whole(of name: String) -> Int {
    name.utf8.suffix(6).elementsEqual(".ipynb".utf8) ? max(whole, wholeNotebook) : whole
  }
}

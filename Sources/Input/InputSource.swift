import SourceText

/// One input that was found but not yet read; reading happens on a worker.
package struct InputSource: Sendable {
  /// The path as the report shows it.
  package let path: String
  /// Reads the input and takes it apart; may be called on any thread, and once only.
  package let read: @Sendable () -> InputResult

  package init(path: String, read: @escaping @Sendable () -> InputResult) {
    self.path = path
    self.read = read
  }
}

/// What became of an input.
package enum InputResult: Sendable {
  case text(ReviewText)
  /// Too long to be held whole.
  case long(LongText)
  /// Left out on purpose, such as `binary`.
  case skipped(reason: String)
  /// It should have been reviewed and could not be read, or a limit was reached.
  case failed(message: String)
}

/// An input that was read and taken apart.
package struct ReviewText: Sendable {
  package let outer: OuterText
  /// The documents in it: the whole first, then its parts in order. Ranges that a part covers are
  /// not reviewable in the whole, except where the whole sees more in them (JSON, YAML).
  package let documents: [Document]
  /// The bytes of the input as it was given.
  package let byteCount: Int
  /// What could not be understood, such as a broken hunk, one phrase each with its line. Its text
  /// is reviewed nevertheless.
  package let problems: [String]
  /// Parts that were left out on purpose, such as a binary file of a diff, one phrase each.
  package let skipped: [String]

  package init(
    outer: OuterText, documents: [Document], byteCount: Int, problems: [String] = [],
    skipped: [String] = []
  ) {
    self.outer = outer
    self.documents = documents
    self.byteCount = byteCount
    self.problems = problems
    self.skipped = skipped
  }
}

/// What is asked of every input.
package struct InputOptions: Sendable {
  /// Globs of paths that are left out, in the form of `.gitignore`.
  package var excludes: [String]
  /// Whether `.gitignore` and `.git/info/exclude` are obeyed inside folders.
  package var obeysIgnoreFiles: Bool
  /// In bytes; nil for no limit.
  package var maxFileSize: Int?
  /// What standard input is called; nil if it was given no name.
  package var name: String?
  /// Whether paths below which there is nothing to review are no error.
  package var allowsEmpty: Bool
  /// How much of an input is held at a time.
  package var pieces: PieceSizes

  package init(
    excludes: [String] = [], obeysIgnoreFiles: Bool = true, maxFileSize: Int? = nil,
    name: String? = nil, allowsEmpty: Bool = false, pieces: PieceSizes = .standard
  ) {
    self.excludes = excludes
    self.obeysIgnoreFiles = obeysIgnoreFiles
    self.maxFileSize = maxFileSize
    self.name = name
    self.allowsEmpty = allowsEmpty
    self.pieces = pieces
  }
}

/// What the user's words came to.
package struct InputList: Sendable {
  package var sources: [InputSource]
  package var skipped: [(path: String, reason: String)]
  package var errors: [(path: String, message: String)]
  /// All that a change touches, also what is not reviewed; empty where no change is.
  package var changes: [FileChange] = []

  package init(
    sources: [InputSource] = [], skipped: [(path: String, reason: String)] = [],
    errors: [(path: String, message: String)] = []
  ) {
    self.sources = sources
    self.skipped = skipped
    self.errors = errors
  }
}

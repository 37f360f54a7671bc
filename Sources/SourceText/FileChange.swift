/// A file that a change touches in any way, its content or not.
package struct FileChange: Sendable {
  /// From the repository's root; of the new side, of a deleted file of the old one.
  package var path: String
  /// Of a renamed or copied file.
  package var oldPath: String?
  /// `added`, `modified`, `deleted` and the like.
  package var what: String
  /// The first added line, from 1.
  package var line: Int
  /// Stands for the change of the file: that of another one differs. Asked for only of a few.
  package var content: @Sendable () -> String
  /// It is a link or a submodule.
  package var mayStandForFolder: Bool

  package init(
    path: String, oldPath: String? = nil, what: String, line: Int,
    content: @escaping @Sendable () -> String,
    mayStandForFolder: Bool = false
  ) {
    self.path = path
    self.oldPath = oldPath
    self.what = what
    self.line = line
    self.content = content
    self.mayStandForFolder = mayStandForFolder
  }
}

/// Where something lies, as a person would point to it.
///
/// Lines and columns count from 1; columns count Unicode scalars, not bytes. The end column is
/// exclusive. Bytes count from 0 in the input as it was given.
package struct Region: Hashable, Sendable {
  package var startLine: Int
  package var startColumn: Int
  package var endLine: Int
  package var endColumn: Int
  package var byteOffset: Int
  package var byteLength: Int

  package init(
    startLine: Int, startColumn: Int, endLine: Int, endColumn: Int, byteOffset: Int,
    byteLength: Int
  ) {
    self.startLine = startLine
    self.startColumn = startColumn
    self.endLine = endLine
    self.endColumn = endColumn
    self.byteOffset = byteOffset
    self.byteLength = byteLength
  }
}

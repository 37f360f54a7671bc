import Foundation
import Testing

/// Compares with a file beside the tests, in `Golden/`; `UPDATE_GOLDEN=1` writes it anew.
package func expectGolden(
  _ bytes: [UInt8], _ name: String, testFile: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: testFile).deletingLastPathComponent().appending(path: "Golden")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return
  }
  let expected = try #require(
    try? Data(contentsOf: file), "no golden file \(name); UPDATE_GOLDEN=1 writes it",
    sourceLocation: sourceLocation)
  let got = String(decoding: bytes, as: UTF8.self)
  #expect(
    Array(expected) == bytes,
    "\(name) differs; expected:\n\(String(decoding: expected, as: UTF8.self))\ngot:\n\(got)",
    sourceLocation: sourceLocation)
}

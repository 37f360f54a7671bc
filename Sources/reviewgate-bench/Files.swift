import Input
import SourceText

/// The files of a folder, read and taken apart.
struct Files {
  var paths: [String] = []
  var raw: [[UInt8]] = []
  var texts: [ReviewText] = []

  var byteCount: Int { raw.reduce(0) { $0 + $1.count } }
  var documents: [Document] { texts.flatMap(\.documents) }

  static func list(_ folder: String) -> [String] {
    FileSource.list(paths: [folder], options: InputOptions()).sources.map(\.path)
  }

  /// All files below a folder that a review would look at.
  init(_ folder: String) {
    for path in Self.list(folder) {
      guard let bytes = try? FileSource.contents(ofFile: path),
        case .text(let text) = ReviewText.read(bytes, path: path)
      else { continue }
      paths.append(path)
      raw.append(bytes)
      texts.append(text)
    }
  }
}

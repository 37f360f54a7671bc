import LicenseTexts

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes `rules/licenses/texts.fingerprints` from a folder of license texts that are named by their
/// SPDX identifiers: `license-fingerprints FOLDER OUTPUT`.
@main
struct LicenseFingerprintsTool {
  /// What deprecated identifiers begin with in the SPDX project's folder of texts.
  private static let deprecated = "depreciate_"
  private static let suffix = ".txt"

  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { stop("usage: license-fingerprints FOLDER OUTPUT") }
    var builder = LicenseTextIndexBuilder()
    var count = 0
    for name in names(in: arguments[1]).sorted() where name.hasSuffix(suffix) {
      var id = name.dropLast(suffix.count)
      let isDeprecated = id.hasPrefix(deprecated)
      if isDeprecated { id = id.dropFirst(deprecated.count) }
      builder.add(String(id), text: read("\(arguments[1])/\(name)"), isDeprecated: isDeprecated)
      count += 1
    }
    let file = builder.build()
    save(file, to: arguments[2])
    print("\(count) texts, \(builder.count) of them different: \(file.count) bytes")
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { stop("cannot read \(folder)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { stop("cannot read \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard ferror(file) == 0 else { stop("cannot read \(path)") }
    return bytes
  }

  private static func save(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { stop("cannot write \(path)") }
    let count = bytes.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == bytes.count else { stop("cannot write \(path)") }
  }

  private static func stop(_ message: String) -> Never {
    let line = Array("license-fingerprints: \(message)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(1)
  }
}

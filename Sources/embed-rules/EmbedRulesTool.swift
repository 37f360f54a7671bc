import Checks
import Rules
import SourceText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Checks rule files and writes them into one Swift file, packed for reviews and as they are for whom
/// they are shown to: `embed-rules OUTPUT ROOT FILE…`; names are given below ROOT.
@main
struct EmbedRulesTool {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3 else { stop("usage: embed-rules OUTPUT ROOT FILE ...") }
    let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    let files = arguments.dropFirst(3).filter { $0.hasSuffix(".toml") }.map { path in
      let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
      return RuleFile(name: name, bytes: read(path), isBuiltin: true)
    }
    var source = Array("// Written by embed-rules from rules/; not to be edited.\n".utf8)
    source += Array(
      """

      extension BuiltinRules {
        /// All rules but their examples, with what was worked out of them.
        static let packed: StaticString = \"""

      """.utf8)
    appendEscaped(packed(files), to: &source)
    source += Array(
      """
      \\

      \"""

        /// Every file below rules/, in the order of the names.
        package static let files: [(name: String, text: StaticString)] = [

      """.utf8)
    for file in files {
      source += Array("    (\n      \"".utf8)
      appendEscaped(Array(file.name.utf8), to: &source)
      source += Array("\",\n      \"\"\"\n".utf8)
      appendEscaped(file.bytes, to: &source)
      source += Array("\\\n\n\"\"\"\n    ),\n".utf8)
    }
    source += Array("  ]\n".utf8)
    for path in arguments.dropFirst(3) where !path.hasSuffix(".toml") {
      guard let other = others.first(where: { path.hasSuffix($0.name) }) else {
        stop("no name is known for \(path)")
      }
      source += Array(
        """

          /// \(other.summary)
          package static let \(other.constant): StaticString = \"""

        """.utf8)
      appendEscaped(read(path), to: &source)
      source += Array("\\\n\n\"\"\"\n".utf8)
    }
    source += Array("}\n".utf8)
    save(source, to: arguments[1])
  }

  /// Files of other forms than TOML, and what they are called in the program. Their bytes are below 0x80.
  private static let others: [(name: String, constant: String, summary: String)] = [
    (
      "rules/licenses/known-code.index", "knownCode",
      "An index of code that is widely remembered, for `CodeIndex`."
    ),
    (
      "rules/licenses/texts.fingerprints", "licenseTexts",
      "The fingerprints of license texts, for `LicenseTextIndex`."
    ),
  ]

  /// Loads the files as a review would load a user's; a fault ends the build.
  private static func packed(_ files: [RuleFile]) -> [UInt8] {
    do {
      return try RuleCatalog(files: files, vocabulary: .complete).packed()
    } catch let error as RuleError {
      stop("the built-in rules have faults\n\(error.description)")
    } catch {
      stop("the built-in rules cannot be packed: \(error)")
    }
  }

  /// Line ends are written as escapes before a continued line, so that all bytes arrive as they are.
  private static func appendEscaped(_ bytes: [UInt8], to source: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "\""):
        source += [UInt8(ascii: "\\"), byte]
      case 0x0A:
        source += Array("\\n\\\n".utf8)
      case 0..<0x20, 0x7F:
        source += Array("\\u{\(String(byte, radix: 16))}".utf8)
      default:
        source.append(byte)
      }
    }
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
    // A literal must be valid UTF-8.
    guard String(validating: bytes, as: UTF8.self) != nil else { stop("\(path): not valid UTF-8") }
    return bytes
  }

  private static func save(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { stop("cannot write \(path)") }
    let count = bytes.withUnsafeBufferPointer { fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0, count == bytes.count else { stop("cannot write \(path)") }
  }

  private static func stop(_ message: String) -> Never {
    let line = Array("embed-rules: \(message)\n".utf8)
    _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    exit(1)
  }
}

import Rules
import SourceText

/// Tells the address of a person in data from that of a maintainer, a machine or a remote copy.
enum EmailJudge {
  static func judge(_ candidate: inout Candidate, _ around: Surroundings) -> Bool {
    let scan = around.scan
    let value = candidate.value
    guard !isRemotePath(around), !isEscaped(around) else { return false }
    if around.lineClears(remoteCommand) { return false }
    if candidate.severity == .low { return true }
    if isMetadata(scan.document.name) || around.lineClears(credit)
      || around.isInNotice || around.isAboutSamplePerson(before: 1, after: 0)
    {
      candidate.severity = .low
      return true
    }
    let bytes = Array(scan.bytes[value])
    let isPrivate = Email.judge(bytes) != .plausible(nil)
    guard isPrivate || isNameLike(bytes) || around.isAboutPerson(before: 3, after: 3) else {
      // A single word at a company may be a person or a desk.
      candidate.severity = .low
      return true
    }
    candidate.evidence.append("personal address")
    return true
  }

  /// `https://user:pass@host.com`, `deploy@host.net:/srv`.
  private static func isRemotePath(_ around: Surroundings) -> Bool {
    if around.isInURL { return true }
    let bytes = around.scan.bytes
    let end = around.value.upperBound
    guard end + 1 < bytes.count else { return false }
    if bytes[end] == UInt8(ascii: ":") {
      let next = bytes[end + 1]
      return next > 0x20 && next != UInt8(ascii: "\"") && next != UInt8(ascii: "'")
    }
    return bytes[end] == UInt8(ascii: "(") || bytes[end] == UInt8(ascii: "/")
  }

  /// Part of a regular expression or of a template.
  private static func isEscaped(_ around: Surroundings) -> Bool {
    let start = around.value.lowerBound
    guard start > 0 else { return false }
    let before = around.scan.bytes[start - 1]
    return before == UInt8(ascii: "$") || before == UInt8(ascii: "^") || before == UInt8(ascii: "]")
      || before == UInt8(ascii: "/") || before == UInt8(ascii: "}")
  }

  /// Lines that say who wrote, sent or keeps something.
  private static let credit = KnownPattern(
    #"(?i)(?:\b(?:authors?|author_email|maintainers?|maintained by|contributors?|signed-off-by|co-authored-by|(?:reviewed|acked|reported|tested|suggested|written|created|developed|submitted)[- ]by|committers?(?:_email)?|author_?email|copyright|packager|publisher|developers?|changed-by|message-id|in-reply-to|list-id|media contact|press contact|vcs|bug-reports?)\b|©|\(c\)|@author|^[ >+-]?(?:from|sender|return-path): )"#
  )
  private static let remoteCommand = KnownPattern(
    #"(?i)\b(?:ssh|scp|rsync|sftp|git clone|docker|mosh) "#)

  /// Files that name their authors by their nature.
  private static let metadataNames: Set<String> = [
    "package.json", "composer.json", "pyproject.toml", "cargo.toml", "setup.py", "setup.cfg",
    "pom.xml", ".mailmap", "debian/control", "control", "description", "mix.exs", "pubspec.yaml",
    "package-lock.json", "go.sum", "yarn.lock",
  ]

  /// The same as plain text or with the marks of a markup language.
  private static let metadataStems: Set<String> = [
    "codeowners", "authors", "maintainers", "contributors", "credits", "thanks", "acknowledgments",
    "acknowledgements", "license", "copying", "notice", "changelog", "changes", "security",
    "code_of_conduct", "contributing",
  ]

  private static let metadataExtensions: Set<String> = [
    "gemspec", "podspec", "nuspec", "cabal", "lock",
  ]

  private static func isMetadata(_ name: String) -> Bool {
    let file = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let parts = file.split(separator: ".").map(String.init)
    let isText = parts.count == 1 || parts.count == 2 && ["md", "txt", "rst"].contains(parts[1])
    return metadataNames.contains(file) || metadataExtensions.contains(parts.last ?? "")
      || isText && metadataStems.contains(parts.first ?? "")
  }

  /// `first.last`, `f.last`, `first_last82`: two parts of letters, one of them at least four long.
  static func isNameLike(_ address: [UInt8]) -> Bool {
    let local = address.prefix { $0 != UInt8(ascii: "@") }
    let parts = local.split {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
    }
    let words = parts.filter { $0.first?.isASCIILetter == true }
    return words.count >= 2 && words.contains { $0.count >= 4 }
  }

  /// The first thing with an @ in it.
  static func firstAddress(in bytes: ArraySlice<UInt8>) -> [UInt8]? {
    guard let at = bytes.firstIndex(of: UInt8(ascii: "@")) else { return nil }
    func isPart(_ byte: UInt8) -> Bool {
      byte.isASCIILetter || byte.isASCIIDigit || "._%+-".utf8.contains(byte)
    }
    var start = at
    while start > bytes.startIndex, isPart(bytes[start - 1]) { start -= 1 }
    var end = at + 1
    while end < bytes.endIndex, isPart(bytes[end]) { end += 1 }
    while end > at + 1, !bytes[end - 1].isASCIILetter { end -= 1 }
    return Array(bytes[start..<end])
  }
}

import Rules
import SourceText

/// Judges what looks like a credential: parts issued values from examples, names and templates.
package struct SecretCheck: Check {
  package let category = RuleCategory.secret

  package init() {}

  /// What the first line of a key begins with, of which a rule sees no more than a few lines.
  private static let blockMarks = ["-----BEGIN ", "---- BEGIN SSH2 ", "PuTTY-User-Key-File"].map {
    Array($0.utf8)
  }

  package func judge(_ candidate: inout Candidate, in scan: DocumentScan) -> Bool {
    let value = Array(scan.bytes[candidate.value])
    if Self.namesType(candidate, in: scan) { return false }
    if Self.blockMarks.contains(where: value.starts(with:)) {
      candidate.value = PrivateKeyBlock.extended(candidate.value, in: scan.bytes)
      Self.weighKey(&candidate, in: scan)
    }
    if candidate.rule.id.text == "secrets/google-service-account-key" {
      return Self.takeServiceAccount(&candidate, in: scan)
    }
    let validators = candidate.rule.validators
    if scan.path.isLockFile, candidate.rule.confidence == .low, ValueShape(value).isOfDigest {
      return false
    }
    if scan.path.isTest,
      ["secrets/password-hash", "secrets/encrypted-private-key"].contains(candidate.rule.id.text)
    {
      candidate.confidence = .low
      candidate.evidence.append(CredentialEvidence.inTest)
    }
    if validators.contains("plausible-secret") || validators.contains("plausible-credential") {
      return judgeAssignment(&candidate, value, in: scan)
    }
    if let example = KnownExamples.name(of: value) {
      candidate.makeNote(example)
      return true
    }
    let body = ExactForm.body(of: value)
    if candidate.form.isTold(by: value), ExactForm.filler(of: value) != nil { return true }
    if Placeholder.isRepeated(body) {
      candidate.makeNote("one character over and over")
    } else if !validators.contains("key-argument"), !value.contains(0x0A),
      candidate.rule.severity == .low
        ? Placeholder.isMask(value) || Placeholder.isTemplate(value) : isStandIn(value, body)
    {
      // The length of a token, to the letter, and words in it: made up to look like one.
      guard candidate.form.isExact, candidate.form.isOfFixedLength, value.count >= 24,
        !Placeholder.isTemplate(value), !Placeholder.isHint(body), !Placeholder.isMask(value)
      else { return false }
      candidate.makeNote("made of words")
    }
    if Placeholder.isSequence(body) { candidate.makeNote("counted up, not issued") }
    if validators.contains("jwt") || validators.contains("random-token") {
      candidate.value = extended(candidate.value, in: scan.bytes)
    }
    if validators.contains("strong-secret"), ValueShape(value).isUUID {
      candidate.confidence = .low
    }
    if validators.contains("key-argument") {
      // What everyone writes in a first draft may be replaced; anything else is in use.
      candidate.confidence = Placeholder.isHint(value) ? .low : .medium
      if scan.path.isTest {
        // Where a file lies is its author's to choose: less sure, but to be seen.
        candidate.confidence = .low
        candidate.evidence.append(CredentialEvidence.inTest)
      }
    }
    return true
  }

  package func settle(_ candidates: [Candidate], in scan: DocumentScan) -> [Candidate] {
    CredentialPair.joined(candidates)
  }

  private static func takeServiceAccount(
    _ candidate: inout Candidate, in scan: DocumentScan
  ) -> Bool {
    let place = candidate.value.lowerBound
    guard let object = ServiceAccountFile.object(around: place, in: scan.bytes) else {
      return false
    }
    candidate.value = object.range
    if object.key == .masked { candidate.makeNote("masked") }
    return true
  }

  /// Says of a PEM block what its bytes tell.
  private static func weighKey(_ candidate: inout Candidate, in scan: DocumentScan) {
    guard candidate.rule.id.text == "secrets/private-key" else { return }
    switch PrivateKeyBody(block: scan.bytes[candidate.value]) {
    case .whole(let name): candidate.evidence += ["a whole \(name)", "not encrypted"]
    case .encrypted(let cipher):
      candidate.severity = .medium
      candidate.evidence.append("encrypted with \(cipher)")
    case .cut(let present, let length) where present * 2 < length:
      candidate.severity = .medium
      // A length that no key has is no length: what stands there is not the start of a key.
      candidate.evidence.append(
        length > 65_536 ? "the body is no key" : "cut off: \(present) of \(length) bytes")
    case .cut, .unknown: break
    }
  }

  /// Whether what stands before the value is the path of a type, such as `Cloud::Gateway::ApiKey`.
  private static func namesType(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    guard let start = candidate.groups["name"]?.lowerBound else { return false }
    // `Settings::token = "…"` names what it is given.
    let mark = candidate.groups["op"].map { Array(scan.bytes[$0]) }
    if Assignment(mark: mark, wrapper: nil).isEquals { return false }
    return start < candidate.value.lowerBound && start >= 3
      && scan.bytes[(start - 2)..<start].elementsEqual("::".utf8)
  }

  private func judgeAssignment(
    _ candidate: inout Candidate, _ value: [UInt8], in scan: DocumentScan
  ) -> Bool {
    let path = scan.path
    let name = candidate.groups["name"].map { Array(scan.bytes[$0]) } ?? []
    if Self.isFormToken(candidate, in: scan) || Self.isOneOfSeveral(candidate, in: scan)
      || Self.isCommand(candidate, in: scan)
      || scan.isInBlob(candidate.match)
    {
      return false
    }
    if CredentialName(name).password == .strong {
      return PasswordCheck.judge(&candidate, value: value, name: name, path: path)
    }
    let judgement = SecretJudgement(
      value: value, name: name, isNearDigest: { scan.isNearDigest(candidate.value) })
    guard let confidence = judgement.confidence else {
      if case .documented = judgement.verdict { return true }
      return false
    }
    if confidence == .low, isLabel(candidate, value, in: scan) { return false }
    if path.isLockFile {
      // Full of digests and of what tools wrote; what looks issued is still to be seen.
      guard confidence > .low, !ValueShape(value).isOfDigest else { return false }
      candidate.confidence = .low
    } else {
      candidate.confidence = confidence
    }
    let language = scan.document.language.id
    if judgement.isMadeUp, candidate.groups["op"] == nil, ["text", "markdown"].contains(language) {
      // Without quotes and in no known language a word is a word.
      return false
    }
    if judgement.isMadeUp { candidate.severity = min(candidate.severity, .medium) }
    if isSandbox(candidate, in: scan) {
      candidate.severity = min(candidate.severity, .medium)
      candidate.evidence.append("near the word \"sandbox\"")
    }
    if path.isTest {
      candidate.evidence.append(CredentialEvidence.inTest)
      candidate.confidence = .low
    }
    return true
  }

  /// Whether the lines around say that it belongs to a sandbox: still to be seen, but no way into production.
  private func isSandbox(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    let start = max(0, candidate.match.lowerBound - 160)
    let end = min(scan.bytes.count, candidate.match.upperBound + 80)
    return Placeholder.contains(Placeholder.lowercased(Array(scan.bytes[start..<end])), "sandbox")
  }

  /// `"secret": "Geheimnis"`: one word with a capital behind a colon is a label, in whatever language.
  private func isLabel(_ candidate: Candidate, _ value: [UInt8], in scan: DocumentScan) -> Bool {
    let mark = candidate.groups["op"].map { Array(scan.bytes[$0]) }
    guard !Assignment(mark: mark, wrapper: nil).isEquals, let first = value.first else {
      return false
    }
    return (0x41...0x5A).contains(first)
      && value.dropFirst().allSatisfy { (0x61...0x7A).contains($0) }
  }

  /// A mask, a template or a hint in the place of an issued token.
  private func isStandIn(_ value: [UInt8], _ body: [UInt8]) -> Bool {
    if Placeholder.isMask(value) || Placeholder.isMask(body) { return true }
    let shape = ValueShape(body)
    if shape.letterDigitChanges >= 3 { return false }
    return Placeholder.isTemplate(value) || Placeholder.isHint(body)
      || shape.count >= 10 && WordLikeness(body).isWords && shape.separators > 0
  }

  /// The hidden field of a form that keeps others from sending it: new with every page.
  private static func isFormToken(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    guard let name = candidate.groups["name"] else { return false }
    let words = CredentialName(Array(scan.bytes[name])).words
    guard words == ["token"] || words == ["nonce"] || words == ["form", "token"] else {
      return false
    }
    let before = scan.bytes[..<name.lowerBound].suffix(120)
    guard let open = before.lastIndex(of: UInt8(ascii: "<")) else { return false }
    let tag = scan.bytes[open..<min(scan.bytes.count, candidate.match.upperBound + 40)]
    return tag.starts(with: "<input".utf8) && Placeholder.contains(Array(tag), "hidden")
  }

  /// `set_password("store", user, entered)`: the first of several arguments is not what the call is named after.
  static func isOneOfSeveral(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    guard let mark = candidate.groups["op"], scan.bytes[mark].last == UInt8(ascii: "(") else {
      return false
    }
    let end = candidate.value.upperBound + 1
    return end < scan.bytes.count && scan.bytes[end] == UInt8(ascii: ",")
  }

  /// Back quotes that run a command, as shells and their kin have them.
  static func isCommand(_ candidate: Candidate, in scan: DocumentScan) -> Bool {
    let start = candidate.value.lowerBound
    guard start > 0, scan.bytes[start - 1] == UInt8(ascii: "`") else { return false }
    return ["shell", "perl", "ruby", "php", "makefile"].contains(scan.document.language.id)
  }

  /// A token may be longer than a pattern looks: all of it must be masked.
  private func extended(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var end = range.upperBound
    let limit = min(bytes.count, end + 8_000)
    while end < limit {
      let kind = ValueShape.Kind(bytes[end])
      guard kind.isLetter || kind == .digit || kind == .separator else { break }
      end += 1
    }
    if end > range.upperBound, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return range.lowerBound..<end
  }
}

extension Candidate {
  /// Leaves a note of it only.
  mutating func makeNote(_ evidence: String) {
    severity = .low
    if !self.evidence.contains(evidence) { self.evidence.append(evidence) }
  }
}

import Rules

/// What a literal is worth beside its name: the judgement of assignments to names like `api_key`.
package struct SecretJudgement: Sendable {
  package let verdict: Judgement
  /// Low for weak evidence; nil where there is no finding.
  package let confidence: Confidence?
  /// The value is made of words: a person made it up.
  package let isMadeUp: Bool

  package init(value: [UInt8], name: [UInt8], isNearDigest: () -> Bool) {
    let value = Self.trimmed(value)
    if let example = KnownExamples.name(of: value) {
      self.init(.documented(example))
      return
    }
    let credential = CredentialName(name)
    let meaning = credential.secret
    let isPassword = credential.password == .strong
    let grade = SecretGrade(value)
    let shape = ValueShape(value)
    guard meaning != .none || isPassword, grade != .none,
      !shape.isOfDigest || meaning == .strong && !Self.saysDigest(name) || !isNearDigest()
    else {
      self.init(.refuted)
      return
    }
    if Placeholder.isSequence(value) {
      self.init(.documented("counted up, not issued"))
      return
    }
    if Placeholder.isEncodedWords(value) {
      self.init(.documented("plain words in base64"))
      return
    }
    switch (grade, meaning) {
    case (.strong, .strong), (.strong, .none):
      self.init(.plausible("random value"), .medium)
    case (.strong, .weak)
    where shape.letterDigitChanges < 3 || shape.digits < 3 || Self.isNamed(value),
      (.moderate, .weak)
    where shape.letterDigitChanges < 3 || shape.digits < 3 || Self.isNamed(value):
      self.init(.refuted)
    case (.strong, .weak):
      self.init(.plausible("random value"), value.count >= 20 ? .medium : .low)
    case (.moderate, .strong), (.moderate, .none):
      self.init(.plausible("looks random"), value.count >= 16 && !shape.isUUID ? .medium : .low)
    case (.moderate, .weak):
      if value.count >= 16 && !shape.isUUID && !shape.isDigits {
        self.init(.plausible("looks random"), .low)
      } else {
        self.init(.refuted)
      }
    case (.weak, .strong):
      let last = credential.words.last { !["value", "test", "prod", "dev"].contains($0) } ?? ""
      let isPassedAround =
        last.hasSuffix("secret") || last.hasSuffix("key") && value.count >= 12
        || last.hasPrefix("credential") && shape.digits > 0
      if isPassedAround && value.count >= 8 && !shape.isAccessChain
        && !Self.isName(shape)
      {
        self.init(.plausible("made of words"), .low, isMadeUp: true)
      } else {
        self.init(.refuted)
      }
    case (.weak, _), (.none, _):
      self.init(.refuted)
    }
  }

  private init(_ verdict: Judgement, _ confidence: Confidence? = nil, isMadeUp: Bool = false) {
    self.verdict = verdict
    self.confidence = confidence
    self.isMadeUp = isMadeUp
  }

  /// Without what a loose pattern takes along at the end.
  static func trimmed(_ value: [UInt8]) -> [UInt8] {
    var slice = value[...]
    while let last = slice.last,
      last == UInt8(ascii: "\\") || last == UInt8(ascii: ",") || last == UInt8(ascii: ";")
        || last == UInt8(ascii: ".")
    {
      slice = slice.dropLast()
    }
    return Array(slice)
  }

  /// `jwtSecret`, `API_SECRET_NAME`: a literal that is itself a name of secrets.
  private static func isName(_ shape: ValueShape) -> Bool {
    guard shape.digits <= 1, shape.symbols == 0 else { return false }
    let words = CredentialName(shape.bytes)
    return words.words.count <= 4 && (words.secret != .none || words.password != .none)
      && !words.words.contains("super") && !words.words.contains("hardcoded")
  }

  /// `123456789012/build-a1b2c3d4`, `signed-2065c468`: an identifier that was put together with a word.
  private static func isNamed(_ value: [UInt8]) -> Bool {
    value.split { !ValueShape.Kind($0).isLetter }.contains { part in
      part.count >= 5 && part.count < value.count && WordLikeness(part).isWords
        && (part.count >= 9 || part.dropFirst().allSatisfy { (0x61...0x7A).contains($0) })
    }
  }

  private static func saysDigest(_ name: [UInt8]) -> Bool {
    CredentialName(name).words.contains {
      ["hash", "sha", "md", "digest", "checksum"].contains($0)
    }
  }
}

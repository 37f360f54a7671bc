extension Validator {
  /// What the rules for secrets may name.
  package static let secrets: [Validator] = [
    githubChecksum, jsonWebToken, basicAuthorization, base64Text, awsKeyID, awsSecretKey,
    slackToken, pypiMacaroon, bech32, base58Check, xrpSeed, avalancheKey, stellarSeed, natsSeed,
    gitlabChecksum, grafanaChecksum, sentryToken, discordToken, azureSAS, serviceKey,
    randomToken, pemBody, strongSecret, plausibleSecret, plausibleCredential, keyArgument,
  ]

  /// Accepts forty characters that mix both cases and digits, as AWS issues them.
  private static let awsSecretKey = Validator(
    name: "aws-secret-key",
    example: { _, random in
      random.text(12, of: "ABCDEFGHJKLMNPQRSTUVWXYZ")
        + random.text(14, of: "abcdefghjkmnpqrstuvwxyz")
        + random.text(6, of: "2345679")
        + random.text(8, of: "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz")
    },
    judge: { input in
      if let example = KnownExamples.name(of: input.value) { return .documented(example) }
      let shape = ValueShape(input.value)
      guard shape.upper >= 3, shape.lower >= 3, shape.digits >= 1, !shape.isHex,
        Entropy.bitsPerByte(input.value) >= 3.8, !WordLikeness(input.value).isWords,
        !Placeholder.isMask(input.value)
      else { return .refuted }
      return .plausible("forty random characters")
    })

  /// Refutes `xoxb-your-token`; a real one has digits.
  private static let slackToken = Validator(name: "slack-token") { input in
    let shape = ValueShape(input.value)
    guard shape.count >= 15, shape.digits >= 4, !Placeholder.matches(input.value) else {
      return .refuted
    }
    return .plausible("prefix \(String(decoding: input.value.prefix(5), as: UTF8.self))")
  }

  /// Refutes names, words and placeholders where a random token is meant to be.
  private static let randomToken = Validator(name: "random-token") { input in
    if let example = KnownExamples.name(of: input.value) { return .documented(example) }
    let shape = ValueShape(input.value)
    guard !Placeholder.matches(input.value), !WordLikeness(input.value).isWords,
      !shape.isConstantName, !shape.isAddress, !shape.isPath, shape.distinct >= 5
    else { return .refuted }
    if shape.digits == 0 && (shape.upper == 0 || shape.lower == 0) && shape.count < 40 {
      return .refuted
    }
    // `Syntax.TokenSyntax`: names joined by dots, as types and members are.
    let names = input.value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if shape.digits == 0, names.count > 1, names.allSatisfy({ $0.count >= 3 }),
      shape.letters + names.count - 1 == shape.count
    {
      return .refuted
    }
    if Placeholder.isSequence(input.value) { return .documented("counted up, not issued") }
    return .plausible(nil)
  }

  /// A random token beside the name of a service, where that goes on to say that it is no key:
  /// `ACME_PROJECT_ID`, `acmeUserName`.
  private static let serviceKey = Validator(name: "service-key") { input in
    if let name = input.group("name"), let last = CredentialName(name).words.last,
      plainWords.contains(last)
    {
      return .refuted
    }
    return randomToken.judge(input)
  }

  /// What an account of a service has besides keys; no service asks to keep these.
  private static let plainWords: Set<String> = [
    "account", "address", "branch", "bucket", "checksum", "cluster", "code", "commit", "customer",
    "digest", "domain", "email", "endpoint", "file", "guid", "hash", "host", "hostname", "id",
    "ids",
    "image", "index", "instance", "invoice", "link", "model", "name", "number", "order", "path",
    "plan", "profile", "project", "reference", "region", "rev", "revision", "run", "site", "slug",
    "space", "status", "style", "subscription", "template", "title", "tracker", "type", "uri",
    "url",
    "user", "username", "uuid", "version", "workspace", "uid", "ref", "public", "publishable",
    "sha", "voice",
  ]

  /// Refutes masks where the body of a key is meant to be.
  private static let pemBody = Validator(name: "pem-body") { input in
    let body = Array(input.value.suffix(20))
    guard !Placeholder.isMask(body), !WordLikeness(body).isWords,
      !Placeholder.isHint(body)
    else { return .refuted }
    return .plausible("the key follows")
  }

  /// Accepts only what is as random as issued tokens are.
  private static let strongSecret = Validator(name: "strong-secret") { input in
    if let example = KnownExamples.name(of: input.value) { return .documented(example) }
    let shape = ValueShape(input.value)
    let name = CredentialName(input.group("name") ?? [])
    if name.isOfRequest || name.isOfPublished { return .refuted }
    if Placeholder.isSequence(input.value) { return .documented("counted up, not issued") }
    if Placeholder.isEncodedWords(input.value) { return .documented("plain words in base64") }
    if Placeholder.isRepeated(input.value) { return .documented("one character over and over") }
    if shape.isUUID, name.secret == .strong {
      return .plausible("an identifier named as a secret")
    }
    guard SecretGrade(input.value) >= .strong, shape.letterDigitChanges >= 3,
      !(shape.isOfDigest && input.isNearDigest())
    else { return .refuted }
    return .plausible("random")
  }

  /// Weighs a value by the name that it is given.
  private static let plausibleSecret = Validator(name: "plausible-secret") { input in
    let name = input.group("name") ?? []
    let assignment = Assignment(mark: input.group("op"), wrapper: input.group("wrap"))
    let credential = CredentialName(name)
    guard !assignment.isLookup || SecretGrade(input.value) == .strong,
      !(assignment.isCall && credential.isAction)
    else {
      return .refuted
    }
    let judgement = SecretJudgement(
      value: input.value, name: name, isNearDigest: input.isNearDigest)
    if judgement.isMadeUp, assignment.isCall { return .refuted }
    if assignment.isNeighbor, SecretGrade(input.value) < .strong,
      !ValueShape(input.value).isUUID || credential.secret != .strong
    {
      return .refuted
    }
    return judgement.verdict
  }

  /// The same for a name of either kind, secret or password.
  private static let plausibleCredential = Validator(name: "plausible-credential") { input in
    let name = input.group("name") ?? []
    if CredentialName(name).password == .strong {
      switch PasswordLiteral(input.value, name: name) {
      case .other: return .refuted
      case .example: return .documented("a password that examples use")
      case .plain, .mixed: return .plausible(nil)
      }
    }
    return SecretJudgement(value: input.value, name: name, isNearDigest: input.isNearDigest).verdict
  }

  /// Accepts a literal that is handed to a cipher or a signature as its key.
  private static let keyArgument = Validator(name: "key-argument") { input in
    if let example = KnownExamples.name(of: input.value) { return .documented(example) }
    let text = String(decoding: Placeholder.lowercased(input.value), as: UTF8.self)
    let isAlgorithm =
      [
        "aes", "des", "sha", "hmac", "rsa", "hs256", "hs384", "hs512", "rs256", "es256", "md5",
        "utf",
        "hex", "base64", "ascii", "latin", "blowfish", "chacha", "bearer", "jwt", "alg", "kid",
      ].contains { name in
        // `aes-256`, `AES/GCM`, not `aesculap`.
        guard text.hasPrefix(name), text.utf8.count <= 24 else { return false }
        let next = input.value.dropFirst(name.utf8.count).first ?? 0
        return !(0x61...0x7A).contains(next)
      }
    let isMode = ["cbc", "ecb", "gcm", "ctr", "cfb", "ofb"].contains {
      text.hasSuffix($0) && text.utf8.count <= 12
    }
    guard !isAlgorithm, !isMode, !Placeholder.isTemplate(input.value),
      !Placeholder.isMask(input.value),
      SecretGrade(input.value) >= .weak || input.value.contains(0x20)
        || text.utf8.count >= 6 && Placeholder.isHint(input.value)
    else { return .refuted }
    return .plausible("given as the key")
  }
}

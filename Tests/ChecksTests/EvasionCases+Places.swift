import Rules

/// Values in places where nobody looks for them.
extension EvasionCase {
  /// A token, a number and a program in files whose names promise something else.
  static let misnamed = names.flatMap { name -> [EvasionCase] in
    [
      EvasionCase("a token in \(name)", name, #"token = "«token»""#, .secret),
      EvasionCase("a card in \(name)", name, "card number: «card»", .pii),
      EvasionCase("a program in \(name)", name, program, .unsafeAPI),
    ]
  }

  private static let program =
    "import os⏎from flask import request⏎⏎def run():⏎    «call»"

  private static let names = [
    "a.txt",
    "a.svg",
    "a.js.map",
    "a.lock",
    "a.min.js",
    "a.dat",
    "a.bak",
    "a.png",
    "a.pdf",
    "a.bin",
    "a.woff2",
    "a",
    "a.md",
    "a.csv",
    "a.pyc",
    "a.zip",
    "yarn.lock",
    "package-lock.json",
    "a.log",
    "a.tmp",
    "a.snap",
    "a.html",
  ]

  /// The same text in other bytes.
  static let otherBytes = forms.flatMap { form -> [EvasionCase] in
    [
      EvasionCase(
        "a token in \(form.name)", "a.py", #"import os⏎token = "«token»""#, .secret, as: form.form),
      EvasionCase("a call in \(form.name)", "a.py", "import os⏎«call»", .unsafeAPI, as: form.form),
      EvasionCase(
        "a card in \(form.name)", "a.txt", "Dear,⏎card number: «card»", .pii, as: form.form),
    ]
  }

  private static let forms: [(name: String, form: Form)] = [
    ("UTF-16 with a mark", .utf16),
    ("UTF-16, the other way round", .utf16Swapped),
    ("UTF-16 without a mark", .utf16Unmarked),
    ("UTF-32", .utf32),
    ("CR LF", .carriageReturnsAndLineFeeds),
    ("CR alone", .carriageReturns),
  ]

  /// Tokens in strings, settings, data and logs.
  static let placedTokens = rows(
    .secret,
    [
      ("a comment", "a.py", "# old token: «token»"),
      ("a comment of a block", "a.js", "/*⏎ * old: «token»⏎ */"),
      ("a docstring", "a.py", #"def f():⏎    """Uses «token» to log in.""""#),
      ("a token in a block of YAML", "ci.yaml", "script: |⏎  export T=«token»"),
      ("a token in a heredoc", "a.sh", "cat > .env <<'EOF'⏎T=«token»⏎EOF"),
      ("a cell of CSV", "a.csv", #"id,note⏎1,"token «token»""#),
      ("a here-string", "a.ps1", "$s = @'⏎«token»⏎'@"),
      ("a string of SQL", "a.sql", "INSERT INTO s VALUES ('«token»');"),
      ("a line of a log", "app.log", "2024-05-01T10:00:00Z DEBUG auth header: Bearer «token»"),
      ("CDATA", "a.xml", "<a><![CDATA[token=«token»]]></a>"),
      ("a comment of XML", "a.xml", "<!-- «token» -->"),
      ("a document type", "a.xml", #"<!DOCTYPE a [<!ENTITY t "«token»">]>⏎<a>&t;</a>"#),
      ("a string of TOML over lines", "a.toml", "note = '''⏎token «token»⏎'''"),
      ("a dotenv", ".env", "T=«token»"),
      ("npmrc", ".npmrc", "//npm.pkg.github.com/:_authToken=«token»"),
      ("a netrc", ".netrc", "machine github.com login a password «token»"),
      ("an argument of a Dockerfile", "Dockerfile", "FROM alpine⏎ARG T=«token»"),
      (
        "a git configuration", ".gitconfig",
        #"[url "https://«token»@github.com/"]⏎  insteadOf = https://github.com/"#
      ),
      ("an address with a user", "a.txt", "https://x:«token»@github.com/a/b.git"),
      ("a long line", "a.min.js", #"var a=1;«120000×U+0061»;t="«token»";"#),
      ("a long line of a megabyte", "a.js", #"var a="«1000000×U+0061»";var t="«token»";"#),
      (
        "behind a hundred thousand blank lines", "a.py",
        #"import os⏎«100000×U+000A»token = "«token»""#
      ),
      ("behind one NUL byte", "a.py", #"x = 1⏎«U+0000»⏎token = "«token»""#),
      ("behind many NUL bytes", "a.sh", #"#!/bin/sh⏎«400×U+0000»⏎T="«token»""#),
      ("a NUL byte within a token", "a.txt", "token: ghp_«body1»«U+0000»«body2»"),
      ("a backspace within a token", "a.txt", "token: ghp_«body1»x«U+0008»«body2»"),
      ("an escape of the terminal within a token", "a.txt", "token: ghp_«body1»«U+001B»[0m«body2»"),
    ])

  /// Numbers in strings, data and logs.
  static let placedIdentifiers = rows(
    .pii,
    [
      ("a card in a comment", "a.py", "# card number «card»"),
      ("a card in a docstring", "a.py", #"def f():⏎    """Charges card «card».""""#),
      ("a card in a block of YAML", "ci.yaml", "note: >⏎  card number⏎  «card»"),
      ("a card in a heredoc", "a.sh", "cat > t.txt <<'EOF'⏎card number «card»⏎EOF"),
      ("a card in a cell of CSV", "a.csv", "id,card⏎1,«card»"),
      (
        "a card in SQL", "a.sql",
        "INSERT INTO customers (name, card_number) VALUES ('A', '«card»');"
      ),
      ("a card in a line of a log", "app.log", "2024-05-01T10:00:00Z INFO charged card «card» ok"),
      ("a card in an attribute", "a.xml", #"<payment card="«card»"/>"#),
      ("a card on a long line", "a.txt", "«200000×U+0061» card number: «card»"),
      ("a card behind a megabyte of spaces", "a.txt", "x«200000×U+0020»card number: «card»"),
      (
        "a card behind a hundred thousand blank lines", "a.txt",
        "x⏎«100000×U+000A»card number: «card»"
      ),
      ("the word of a card far before it", "a.txt", "card number:«300×U+000A»«card»"),
      (
        "colors of the terminal within a card", "app.log",
        "card number: «U+001B»[31m«card1»«card2»«U+001B»[0m«card3»«card4»"
      ),
    ])
}

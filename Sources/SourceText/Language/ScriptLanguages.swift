// Languages of scripts and of the web.

private let slashComments = [LineComment("//")]
private let starComments = [BlockComment("/*", "*/")]
private let hashComments = [LineComment("#")]
private let ecmaStrings = [
  StringForm("\""), StringForm("'"), StringForm("`", multiline: true, marks: .dollarBrace),
]
private let ecma = Syntax(
  lineComments: slashComments, blockComments: starComments, strings: ecmaStrings,
  literals: [.regex], wordBytes: "$", sigils: "@", lineEnd: .endsUnlessContinued,
  wordsBeforeRegex:
    "return typeof case in of delete void throw new do else instanceof yield await export default")
private let shellMarks: InterpolationMarks = [
  .dollarBrace, .dollarName, .dollarParenthesis, .backquotes,
]

extension LanguageTable {
  static let scriptLanguages: [LanguageEntry] = [
    LanguageEntry(
      "python", tags: "python3 python2 py3 py2 pycon ipython sage",
      extensions: "py pyw pyi pyx pxd bzl star", fileNames: "sconstruct sconscript wscript",
      interpreters: "python pypy ipython",
      Syntax(
        lineComments: hashComments,
        strings: [
          StringForm("\"\"\"", multiline: true), StringForm("'''", multiline: true),
          StringForm("\""), StringForm("'"),
        ],
        prefixes: [
          StringPrefix(
            "r R b B u U rb rB Rb RB br bR Br BR", .form(escape: nil, marks: nil)),
          StringPrefix(
            "f F rf rF Rf RF fr fR Fr FR t T rt rT Rt RT tr tR Tr TR",
            .form(escape: nil, marks: .braces)),
        ],
        literals: [.docstrings], lineEnd: .endsStatement)),

    LanguageEntry(
      "javascript", tags: "node nodejs ecmascript react", extensions: "js mjs cjs jsx es6",
      interpreters: "node nodejs bun", ecma),

    LanguageEntry(
      "typescript", tags: "deno angular", extensions: "ts tsx mts cts",
      interpreters: "deno ts-node tsx", includes: ["javascript"], ecma),

    LanguageEntry(
      "php", tags: "php3 php7 php8 laravel", extensions: "php phtml php3 php4 php5 php7 phps inc",
      interpreters: "php",
      Syntax(
        lineComments: [LineComment("//"), LineComment("#")], blockComments: starComments,
        strings: [
          StringForm("\"", multiline: true, marks: [.dollarBrace, .dollarName, .braceDollar]),
          StringForm("'", multiline: true),
          StringForm("`", multiline: true, marks: [.dollarBrace, .dollarName, .braceDollar]),
        ],
        prefixes: [StringPrefix("b B", .form(escape: nil, marks: nil))],
        literals: [.openTags, .phpHeredocs], sigils: "$")),

    LanguageEntry(
      "ruby", tags: "rails irb", extensions: "rb rake gemspec ru podspec rbw",
      fileNames: "gemfile rakefile podfile vagrantfile fastfile guardfile capfile brewfile appfile",
      interpreters: "ruby jruby rake",
      Syntax(
        lineComments: hashComments,
        blockComments: [BlockComment("=begin", "=end", wholeLines: true)],
        strings: [
          StringForm("\"", multiline: true, marks: .hashBrace), StringForm("'", multiline: true),
          StringForm("`", multiline: true, marks: .hashBrace),
        ],
        literals: [.rubyHeredocs, .percentQuotes, .regex], sigils: "$@",
        lineEnd: .endsUnlessContinued,
        wordsBeforeRegex: "if unless while until and or not when then elsif return in case puts")),

    LanguageEntry(
      "perl", tags: "pl perl5", extensions: "pl pm t psgi", interpreters: "perl",
      Syntax(
        lineComments: hashComments,
        blockComments: ["=pod", "=head", "=over", "=item", "=begin", "=for", "=encoding"].map {
          BlockComment($0, "=cut", wholeLines: true)
        },
        strings: [
          StringForm("\"", multiline: true, marks: [.dollarBrace, .dollarName]),
          StringForm("'", multiline: true),
          StringForm("`", multiline: true, marks: [.dollarBrace, .dollarName]),
        ],
        literals: [.rubyHeredocs, .quoteOperators, .regex, .dollarMarks], sigils: "$@",
        wordsBeforeRegex: "split grep if unless and or not return while until map join push")),

    LanguageEntry(
      "shell", tags: "bash zsh console shell-session shellsession fish terminal shellscript dash",
      extensions: "sh bash zsh ksh fish bats command",
      fileNames: """
        .bashrc .bash_profile .bash_aliases .bash_login .bash_logout .profile .zshrc .zshenv \
        .zprofile .kshrc .envrc .bash_history .zsh_history pkgbuild
        """,
      interpreters: "sh bash zsh dash ksh ash fish bats",
      Syntax(
        lineComments: [LineComment("#", .wordStart)],
        strings: [
          StringForm("\"", multiline: true, marks: shellMarks),
          StringForm("'", .none, multiline: true),
        ],
        literals: [.shellHeredocs, .dollarMarks], sigils: "$", hasDashedWords: true,
        lineEnd: .endsStatementInBraces)),

    LanguageEntry(
      "powershell", tags: "posh pwsh", extensions: "ps1 psm1 psd1", interpreters: "pwsh powershell",
      Syntax(
        lineComments: [LineComment("#", .wordStart)], blockComments: [BlockComment("<#", "#>")],
        strings: [
          StringForm(
            "\"", .backquote, multiline: true,
            marks: [.dollarBrace, .dollarName, .dollarParenthesis]),
          StringForm("'", .doubled, multiline: true),
        ],
        literals: [.hereStrings], sigils: "$@", hasDashedWords: true,
        lineEnd: .endsUnlessContinued)),

    LanguageEntry(
      "lua", tags: "luau", extensions: "lua luau rockspec", interpreters: "lua luajit",
      Syntax(
        lineComments: [LineComment("--")], strings: [StringForm("\""), StringForm("'")],
        literals: [.longBrackets])),

    LanguageEntry(
      "r", tags: "rlang rscript splus", extensions: "r rprofile", fileNames: ".rprofile",
      interpreters: "rscript r",
      Syntax(
        lineComments: hashComments,
        strings: [StringForm("\"", multiline: true), StringForm("'", multiline: true)],
        prefixes: [StringPrefix("r R", .rawBrackets)],
        wordBytes: ".", lineEnd: .endsUnlessContinued)),

    LanguageEntry(
      "sql", tags: "mysql postgresql postgres psql plsql plpgsql pgsql tsql sqlite sqlite3 mssql",
      extensions: "sql ddl dml pgsql psql mysql pls",
      Syntax(
        lineComments: [LineComment("--"), LineComment("#", .wordStart)],
        blockComments: starComments,
        strings: [
          StringForm("'", .doubledOrBackslash, multiline: true),
          StringForm("\"", .doubledOrBackslash, multiline: true),
          StringForm("`", .doubled, multiline: false),
        ],
        prefixes: [
          StringPrefix("E e", .form(escape: .backslash, marks: nil)),
          StringPrefix("N n B b X x U u", .form(escape: nil, marks: nil)),
        ],
        literals: [.dollarQuotes], wordBytes: "", sigils: "@:$")),
  ]
}

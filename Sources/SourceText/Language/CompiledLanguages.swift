// The C family, and what is written like it: blocks in braces, `//` and `/* */`.

private let slashComments = [LineComment("//")]
private let starComments = [BlockComment("/*", "*/")]
private let nestedComments = [BlockComment("/*", "*/", nests: true)]
private let cStrings = [StringForm("\""), StringForm("'")]
private let dollars: InterpolationMarks = [.dollarBrace, .dollarName]

extension LanguageTable {
  static let compiledLanguages: [LanguageEntry] = [
    LanguageEntry(
      "c", tags: "ansi-c", extensions: "c h",
      Syntax(
        lineComments: slashComments, blockComments: starComments, strings: cStrings,
        prefixes: [StringPrefix("L u U u8", .form(escape: nil, marks: nil))],
        literals: [.digitQuotes])),

    LanguageEntry(
      "cpp", tags: "c++ cplusplus arduino cuda",
      extensions: "cpp cc cxx c++ hpp hh hxx h++ ipp inl tpp ino cu cuh", includes: ["c"],
      Syntax(
        lineComments: slashComments, blockComments: starComments, strings: cStrings,
        prefixes: [
          StringPrefix("R LR uR UR u8R", .rawDelimited),
          StringPrefix("L u U u8", .form(escape: nil, marks: nil)),
        ],
        literals: [.digitQuotes])),

    LanguageEntry(
      "objective-c", tags: "objc obj-c objectivec objective-c++ objcpp", extensions: "m mm",
      includes: ["c"],
      Syntax(
        lineComments: slashComments, blockComments: starComments, strings: cStrings,
        literals: [.atStrings], sigils: "@")),

    LanguageEntry(
      "csharp", tags: "c# cs dotnet", extensions: "cs csx",
      Syntax(
        lineComments: slashComments, blockComments: starComments,
        strings: [StringForm("\"\"\"", .none, multiline: true)] + cStrings,
        literals: [.verbatim], sigils: "@")),

    LanguageEntry(
      "java", extensions: "java jsh", interpreters: "java jshell",
      Syntax(
        lineComments: slashComments, blockComments: starComments,
        strings: [StringForm("\"\"\"", multiline: true)] + cStrings, wordBytes: "$")),

    LanguageEntry(
      "kotlin", tags: "kt kts", extensions: "kt kts", interpreters: "kotlin",
      Syntax(
        lineComments: slashComments, blockComments: nestedComments,
        strings: [
          StringForm("\"\"\"", .none, multiline: true, marks: dollars),
          StringForm("\"", marks: dollars),
          StringForm("'"),
        ],
        lineEnd: .endsUnlessContinued)),

    LanguageEntry(
      "scala", extensions: "scala sc sbt", interpreters: "scala amm",
      Syntax(
        lineComments: slashComments, blockComments: nestedComments,
        strings: [
          StringForm("\"\"\"", .none, multiline: true), StringForm("\""), StringForm("'"),
        ],
        prefixes: [
          StringPrefix("s f raw sql q html json xml", .form(escape: nil, marks: dollars))
        ],
        literals: [.lifetimes], wordBytes: "$", lineEnd: .endsUnlessContinued)),

    LanguageEntry(
      "groovy", tags: "gradle jenkinsfile jenkins", extensions: "groovy gradle gvy gy",
      fileNames: "jenkinsfile", interpreters: "groovy",
      Syntax(
        lineComments: slashComments, blockComments: starComments,
        strings: [
          StringForm("\"\"\"", multiline: true, marks: dollars), StringForm("'''", multiline: true),
          StringForm("\"", marks: dollars), StringForm("'"),
        ],
        literals: [.dollarSlashes, .regex], wordBytes: "$", sigils: "$",
        lineEnd: .endsUnlessContinued,
        wordsBeforeRegex: "return in case")),

    LanguageEntry(
      "go", tags: "golang", extensions: "go",
      Syntax(
        lineComments: slashComments, blockComments: starComments,
        strings: cStrings + [StringForm("`", .none, multiline: true)],
        lineEnd: .endsUnlessContinued)),

    LanguageEntry(
      "rust", tags: "rs", extensions: "rs", interpreters: "rust-script",
      Syntax(
        lineComments: slashComments, blockComments: nestedComments,
        strings: [StringForm("\"", multiline: true), StringForm("'")],
        prefixes: [
          StringPrefix("r br cr", .rawHashes),
          StringPrefix("b c", .form(escape: nil, marks: nil)),
        ],
        literals: [.lifetimes])),

    LanguageEntry(
      "swift", extensions: "swift swiftinterface", interpreters: "swift",
      Syntax(
        lineComments: slashComments, blockComments: nestedComments,
        strings: [
          StringForm("\"\"\"", multiline: true, marks: .backslashParenthesis),
          StringForm("\"", marks: .backslashParenthesis),
        ],
        literals: [.hashQuotes], wordBytes: "$", sigils: "@", lineEnd: .endsUnlessContinued)),

    LanguageEntry(
      "dart", tags: "flutter", extensions: "dart", interpreters: "dart",
      Syntax(
        lineComments: slashComments, blockComments: nestedComments,
        strings: [
          StringForm("\"\"\"", multiline: true, marks: dollars),
          StringForm("'''", multiline: true, marks: dollars), StringForm("\"", marks: dollars),
          StringForm("'", marks: dollars),
        ],
        prefixes: [StringPrefix("r", .form(escape: StringForm.Escape.none, marks: []))],
        wordBytes: "$")),
  ]
}

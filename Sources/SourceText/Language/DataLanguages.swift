// Data, configuration and markup.

private let hashComments = [LineComment("#")]
private let wordHashComments = [LineComment("#", .wordStart)]
private let starComments = [BlockComment("/*", "*/")]
private let tagComments = [BlockComment("<!--", "-->")]
private let plainStrings = [StringForm("\""), StringForm("'")]
private let shellMarks: InterpolationMarks = [
  .dollarBrace, .dollarName, .dollarParenthesis, .backquotes,
]

extension LanguageTable {
  static let dataLanguages: [LanguageEntry] = [
    LanguageEntry(
      "json", tags: "jsonp",
      extensions: """
        json jsonc json5 jsonl ndjson geojson webmanifest har tfstate ipynb code-workspace \
        sublime-project topojson avsc
        """,
      fileNames: ".babelrc .eslintrc .jshintrc .dockercfg .swcrc composer.lock pipfile.lock",
      Syntax(
        lineComments: [LineComment("//")], blockComments: starComments, strings: plainStrings,
        wordBytes: "$", keyMarks: ":")),

    LanguageEntry(
      "yaml", tags: "docker-compose compose k8s kubernetes helm ansible openapi",
      extensions: "yml yaml sls eyaml",
      fileNames: ".clang-format .clang-tidy .gemrc .yamllint .yarnrc.yml",
      Syntax(
        grammar: .yaml, lineComments: wordHashComments,
        strings: [StringForm("\"", multiline: true), StringForm("'", .doubled, multiline: true)])),

    LanguageEntry(
      "toml", extensions: "toml",
      fileNames: "pipfile cargo.lock poetry.lock uv.lock gopkg.lock pdm.lock",
      Syntax(
        lineComments: hashComments,
        strings: [
          StringForm("\"\"\"", multiline: true), StringForm("'''", .none, multiline: true),
          StringForm("\""), StringForm("'", .none),
        ],
        wordBytes: "", hasDashedWords: true, lineEnd: .endsUnlessContinued, keyMarks: "=")),

    LanguageEntry(
      "terraform", tags: "opentofu", extensions: "tf tfvars hcl tofu nomad",
      Syntax(
        lineComments: [LineComment("#"), LineComment("//")], blockComments: starComments,
        strings: [StringForm("\"", marks: [.dollarBrace, .percentBrace])],
        literals: [.shellHeredocs], hasDashedWords: true, lineEnd: .endsUnlessContinued)),

    LanguageEntry(
      "ini", tags: "cfg conf config systemd gitconfig desktop",
      extensions: "ini cfg conf cnf inf reg service desktop url editorconfig pypirc npmrc",
      fileNames: """
        .npmrc .pypirc .gitconfig .gitmodules .editorconfig .my.cnf .boto .s3cfg .hgrc .coveragerc \
        .flake8 .pylintrc pip.conf credentials .yarnrc .curlrc .wgetrc
        """,
      Syntax(
        grammar: .settings,
        lineComments: [LineComment("#", .wordStart), LineComment(";", .wordStart)],
        strings: plainStrings)),

    LanguageEntry(
      "env", tags: "dotenv envfile", extensions: "env", fileNames: ".env env.example env.sample",
      Syntax(
        grammar: .settings, lineComments: wordHashComments,
        strings: [
          StringForm("\"", multiline: true, marks: shellMarks),
          StringForm("'", .none, multiline: true),
          StringForm("`", .none, multiline: true),
        ])),

    LanguageEntry(
      "properties", tags: "java-properties javaproperties", extensions: "properties props",
      Syntax(
        grammar: .settings,
        lineComments: [LineComment("#", .lineStart), LineComment("!", .lineStart)])),

    LanguageEntry(
      "dockerfile", tags: "docker containerfile", extensions: "dockerfile containerfile",
      fileNames: "dockerfile containerfile",
      Syntax(
        lineComments: [LineComment("#", .lineStart)],
        strings: [
          StringForm("\"", marks: [.dollarBrace, .dollarName, .dollarParenthesis]),
          StringForm("'", .none),
        ],
        literals: [.shellHeredocs, .dollarMarks], sigils: "$", hasDashedWords: true,
        lineEnd: .endsStatementInBraces)),

    LanguageEntry(
      "makefile", tags: "make gnumakefile just justfile", extensions: "mk mak make",
      fileNames: "makefile gnumakefile justfile bsdmakefile", interpreters: "make",
      Syntax(
        lineComments: hashComments,
        strings: [
          StringForm("\"", marks: [.dollarBrace, .dollarParenthesis]), StringForm("'", .none),
        ],
        hasDashedWords: true, lineEnd: .endsStatementInBraces)),

    LanguageEntry(
      "css", tags: "scss sass less", extensions: "css scss less sass pcss",
      Syntax(
        lineComments: [LineComment("//", .wordStart)], blockComments: starComments,
        strings: plainStrings, sigils: "@$", hasDashedWords: true)),

    LanguageEntry(
      "html", tags: "xhtml vue svelte astro html5 jinja jinja2 erb handlebars razor django",
      extensions: """
        html htm xhtml vue svelte astro erb ejs hbs mustache jsp jspx aspx ascx cshtml razor jinja \
        j2 twig njk
        """,
      Syntax(grammar: .markup, blockComments: tagComments, strings: plainStrings)),

    LanguageEntry(
      "xml", tags: "svg plist maven pom xsl xaml",
      extensions: """
        xml xsd xsl xslt svg plist wsdl pom csproj vbproj fsproj vcxproj xaml resx config targets \
        nuspec storyboard xib rss atom rdf kml gpx xmp entitlements iml
        """,
      fileNames: "info.plist",
      Syntax(grammar: .markup, blockComments: tagComments, strings: plainStrings)),

    LanguageEntry(
      "markdown", tags: "gfm commonmark", extensions: "md markdown mdown mkd mkdn mdx qmd rmd",
      fileNames: "readme", Syntax(grammar: .prose)),

    LanguageEntry(
      "text", tags: "plain plaintext txt none output log diff patch csv",
      extensions: "log csv tsv diff patch rst adoc asciidoc tex",
      fileNames: """
        .netrc .pgpass .htpasswd .git-credentials license copying notice authors changelog \
        gemfile.lock yarn.lock go.sum requirements.txt robots.txt
        """,
      Syntax(grammar: .prose)),
  ]
}

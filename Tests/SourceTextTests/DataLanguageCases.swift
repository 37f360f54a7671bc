@testable import SourceText

extension LexingCase {
  static let dataLanguages: [LexingCase] = [
    LexingCase(
      "json",
      [
        ##"key"##,
        ##"va\"lue"##,
        ##"n"##,
        ##"list"##,
        ##"a"##,
      ],
      ##"""
      {
      c
        "key": "va\"lue", "n": 12, // comment
        cccccc sssssssssc cccc ccc kkkkkkkkkk
        "list": ["a", true] /* block */
        ccccccc csssc ccccc kkkkkkkkkkk
      }
      c
      """##),

    LexingCase(
      "yaml",
      [
        ##"value"##,
        ##"quoted key"##,
        ##"it''s"##,
        ##"a"##,
        ##"b]"##,
        ##"d"##,
        ##"x\"y"##,
        ##"    line # not a comment\##n    other: line"##,
        ##"https://example.org/#x"##,
        ##"several words"##,
        ##"{{ .Values.x }} ~"##,
      ],
      ##"""
      # comment
      kkkkkkkkk
      key: value # trailing
      cccc sssss kkkkkkkkkk
      "quoted key": 'it''s'
      ccccccc ccccc sssssss
      list: [a, "b]", {c: d}]
      ccccc csc ssssc ccc scc
      - name: &anchor "x\"y"
      c ccccc ccccccc ssssss
        script: |
        ccccccc c
          line # not a comment
      ssssssssssssssssssssssss
          other: line
      sssssssssssssss


        url: https://example.org/#x
        cccc ssssssssssssssssssssss
        note: several words
        ccccc sssssssssssss
      t: {{ .Values.x }}
      cc sssssssssssssss
      """##),

    LexingCase(
      "toml",
      [
        ##"a\"b"##,
        ##"c:\dir"##,
        ##"\##ntwo "lines"\##n"##,
        ##"quoted"##,
      ],
      ##"""
      # comment
      kkkkkkkkk
      [table.sub]
      ccccccccccc
      my-key = "a\"b" # trailing
      cccccc c ssssss kkkkkkkkkk
      raw = 'c:\dir'
      ccc c ssssssss
      multi = """
      ccccc c sss
      two "lines"
      sssssssssss
      """
      sss
      "quoted" = 12
      cccccccc c cc
      """##),

    LexingCase(
      "terraform",
      [
        ##"aws_x"##,
        ##"y"##,
        ##"a ${var.b["k"]} ~"##,
        ##"    heredoc ${x}\##n ~"##,
        ##"    heredoc ${x}\##n ~"##,
      ],
      ##"""
      # line
      kkkkkk
      // line
      kkkkkkk
      resource "aws_x" "y" { /* block */
      cccccccc sssssss sss c kkkkkkkkkkk
        name = "a ${var.b["k"]}"
        cccc c sssssssssssssssss
        text = <<-EOF
        cccc c ssssss
          heredoc ${x}
      ssssssssssssssss
        EOF
      sssss
      }
      c
      """##),

    LexingCase(
      "ini",
      [
        ##"value"##,
        ##"quoted # not"##,
        ##"with value"##,
      ],
      ##"""
      ; comment
      kkkkkkkkk
      [section]
      ccccccccc
      key = value ; trailing
      ccc c sssss kkkkkkkkkk
      other: "quoted # not"
      cccccc ssssssssssssss
      flag
      cccc
      directive with value
      ccccccccc ssssssssss
      """##),

    LexingCase(
      "env",
      [
        ##"value"##,
        ##"a ${B} #x ~"##,
        ##"x y"##,
        ##"abc#def"##,
      ],
      ##"""
      # comment
      kkkkkkkkk
      export KEY=value # trailing
      cccccc ccccsssss kkkkkkkkkk
      QUOTED="a ${B} #x"
      cccccccsssssssssss
      RAW='x y'
      ccccsssss
      PLAIN=abc#def
      ccccccsssssss
      """##),

    LexingCase(
      "properties",
      [
        ##"va\\##n  lue"##,
        ##"c # not a comment"##,
      ],
      ##"""
      ! comment
      kkkkkkkkk
      # comment
      kkkkkkkkk
      db.password=va\
      ccccccccccccsss
        lue
      sssss
      a.b: c # not a comment
      cccc sssssssssssssssss
      """##),

    LexingCase(
      "dockerfile",
      [
        ##"a $B ~"##,
        ##"x"##,
      ],
      ##"""
      # comment
      kkkkkkkkk
      FROM node:18 # not
      cccc ccccccc c ccc
      RUN echo "a $B" && \
      ccc cccc ssssss cc c
          curl 'x' # y
          cccc sss c c
      ENV KEY=value
      ccc ccccccccc
      """##),

    LexingCase(
      "makefile",
      [
        ##"$(X) y ~"##
      ],
      ##"""
      # comment
      kkkkkkkkk
      all: dep
      cccc ccc
      	echo "$(X) y" # trailing
      ccccc ssssssss kkkkkkkkkk
      """##),

    LexingCase(
      "css",
      [
        ##"x\"y"##,
        ##"z"##,
      ],
      ##"""
      /* comment */ a { color: "x\"y"; background: url(http://example.org/a) }
      kkkkkkkkkkkkk c c cccccc ssssssc ccccccccccc ccccccccccccccccccccccccc c
      // line
      kkkkkkk
      @media print { --my-var: 'z' }
      cccccc ccccc c ccccccccc sss c
      """##),

    LexingCase(
      "html",
      [
        ##"x>y"##,
        ##"b"##,
        ##"1"##,
        ##"s"##,
      ],
      ##"""
      <!DOCTYPE html>
      ccccccccc ccccc
      <!-- comment "x" -->
      kkkkkkkkkkkkkkkkkkkk
      <a href="x>y" class='b' data-x=1>Don't & "text"</a>
      cc cccccsssss ccccccsss cccccccscppppp p ppppppcccc
      <script src="s">var a = "<p>";</script> end < 3
      ccccccc ccccssscccc c c ccccccccccccccc ppp p p
      """##),

    LexingCase(
      "xml",
      [
        ##"c"##
      ],
      ##"""
      <?xml version="1.0"?>
      ccccc ccccccccccccccc
      <a b="c"><!-- d --><e>text</e><![CDATA[<raw>]]></a>
      cc ccsssckkkkkkkkkkcccppppcccccccccccccpppppccccccc
      """##),

    LexingCase(
      "markdown",
      [

      ],
      ##"""
      # Title "x"
      p ppppp ppp
      """##),

    LexingCase(
      "text",
      [

      ],
      ##"""
      Don't // panic
      ppppp pp ppppp
      """##),
  ]
}

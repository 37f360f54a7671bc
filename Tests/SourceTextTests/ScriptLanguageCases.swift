@testable import SourceText

extension LexingCase {
  static let scriptLanguages: [LexingCase] = [
    LexingCase(
      "python",
      [
        ##"Module docstring."##,
        ##"it\'s"##,
        ##"a\"b"##,
        ##"\d"##,
        ##"select {row['id']} {{x}} ~"##,
        ##"\x"##,
        ##"Doc\##n    string"##,
        ##"a\##nb"##,
        ##"c"##,
      ],
      ##"""
      """Module docstring."""
      kkkkkkkkkkkkkkkkkkkkkkk
      import os  # comment "quoted"
      cccccc cc  kkkkkkkkkkkkkkkkkk
      x = 'it\'s' + "a\"b" + r'\d'
      c c sssssss c ssssss c sssss
      q = f"select {row['id']} {{x}}" + rb"\x"
      c c sssssssssssssssssssssssssss c ssssss
      def f():
      ccc cccc
          '''Doc
          kkkkkk
          string'''
      kkkkkkkkkkkkk
          return """a
          cccccc ssss
      b""" "c"
      ssss sss
      """##),

    LexingCase(
      "javascript",
      [
        ##"it\'s"##,
        ##"q\""##,
        ##"a ${f("}", `n${1}`)} b ~"##,
        ##"[/"']+\/"##,
      ],
      ##"""
      // line
      kkkkkkk
      /* block 'x' */ const a = 'it\'s', b = "q\"";
      kkkkkkkkkkkkkkk ccccc c c sssssssc c c sssssc
      const t = `a ${f("}", `n${1}`)} b`;
      ccccc c c ssssssssssssssssssssssssc
      const r = /[/"']+\//g.test(a) ? 1 / 2 / 3 : 0;
      ccccc c c ssssssssssscccccccc c c c c c c c cc
      return <div>{x}</div>
      cccccc cccccccccccccc
      """##),

    LexingCase(
      "typescript",
      [
        ##"x"##,
        ##"y"##,
        ##"v ${x} ~"##,
      ],
      ##"""
      type A = "x" | 'y'; // comment
      cccc c c sss c sssc kkkkkkkkkk
      @Injectable() class B { s: string = `v ${x}` }
      ccccccccccccc ccccc c c cc cccccc c ssssssss c
      """##),

    LexingCase(
      "php",
      [
        ##"a $b {$c['d']} ${e} ~"##,
        ##"it\'s"##,
        ##"  text $x "quoted"\##n ~"##,
      ],
      ##"""
      <h1>Don't</h1>
      pppppppppppppp
      <?php // line ?>
      ccccc kkkkkkkkcc
      <p>text</p><?= $x ?>
      pppppppppppccc cc cc
      <?php # hash
      ccccc kkkkkk
      #[Attribute]
      cccccccccccc
      $q = "a $b {$c['d']} ${e}" . 'it\'s';
      cc c sssssssssssssssssssss c sssssssc
      $h = <<<EOT
      cc c ssssss
        text $x "quoted"
      ssssssssssssssssss
        EOT;
      sssssc
      /* end */
      kkkkkkkkk
      """##),

    LexingCase(
      "ruby",
      [
        ##"x #{h["k"]} y ~"##,
        ##"it\'s"##,
        ##"a b"##,
        ##"x(y)z"##,
        ##"  select #{x}\##n ~"##,
        ##"  select #{x}\##n ~"##,
        ##"a"b\/c"##,
      ],
      ##"""
      # comment
      kkkkkkkkk
      =begin
      kkkkkk
      block "comment"
      kkkkkkkkkkkkkkk
      =end
      kkkk
      a = "x #{h["k"]} y"; b = 'it\'s'; c = %w[a b]; d = %q(x(y)z)
      c c sssssssssssssssc c c sssssssc c c sssssssc c c sssssssss
      run(<<~SQL, 1) # after
      ccccssssssc cc kkkkkkk
        select #{x}
      sssssssssssss
      SQL
      sss
      ok = line =~ /a"b\/c/i && 4 / 2
      cc c cccc cc sssssssss cc c c c
      """##),

    LexingCase(
      "perl",
      [
        ##"x $b ~"##,
        ##"a b"##,
        ##"it's {x}"##,
        ##"a"b"##,
        ##"text $x\##n ~"##,
        ##"text $x\##n ~"##,
      ],
      ##"""
      # line
      kkkkkk
      my $a = "x $b"; my @l = qw(a b); my $q = q{it's {x}}; $h->{s} = 1;
      cc cc c ssssssc cc cc c sssssssc cc cc c sssssssssssc ccccccc c cc


      =pod
      kkkk


      text "x"
      kkkkkkkk


      =cut
      kkkk


      $a =~ s/a"b/c'd/g; print <<"EOT";
      cc cc sssssssssssc ccccc sssssssc
      text $x
      sssssss
      EOT
      sss
      """##),

    LexingCase(
      "shell",
      [
        ##"a $b $(cmd "in)ner") ${c:-it's} ~"##,
        ##"raw \"##,
        ##"text $x "\##n"##,
        ##"text $x "\##n"##,
      ],
      ##"""
      #!/bin/bash
      kkkkkkkkkkk
      echo "a $b $(cmd "in)ner") ${c:-it's}" 'raw \' a#b # comment
      cccc sssssssssssssssssssssssssssssssss sssssss ccc kkkkkkkkk
      cat <<'EOF' > out
      ccc sssssss c ccc
      text $x "
      sssssssss
      EOF
      sss
      curl --insecure -u user:pw \
      cccc cccccccccc cc ccccccc c
        https://example.org/#x
        cccccccccccccccccccccc
      """##),

    LexingCase(
      "powershell",
      [
        ##"x `"y`" $env:Z ~"##,
        ##"it''s"##,
        ##"here "x" $v ~"##,
      ],
      ##"""
      <# block #> $a = "x `"y`" $env:Z" # line
      kkkkkkkkkkk cc c ssssssssssssssss kkkkkk
      $b = 'it''s'; Get-Item -Path $c
      cc c sssssssc cccccccc ccccc cc
      $h = @"
      cc c ss
      here "x" $v
      sssssssssss
      "@
      ss
      """##),

    LexingCase(
      "lua",
      [
        ##"x\""##,
        ##"y"##,
        ##" long ]] "##,
      ],
      ##"""
      -- line
      kkkkkkk
      --[[ block
      kkkkkkkkkk
      comment ]] local a = "x\"" .. 'y'
      kkkkkkkkkk ccccc c c sssss cc sss
      local l = [==[ long ]] ]==] --[=[ c ]=]
      ccccc c c sssssssssssssssss kkkkkkkkkkk
      """##),

    LexingCase(
      "r",
      [
        ##"a\"b"##,
        ##"c"##,
        ##"raw "q""##,
        ##"K"##,
      ],
      ##"""
      # line
      kkkkkk
      x <- "a\"b"; y <- 'c'; z <- r"(raw "q")"; Sys.getenv("K")
      c cc ssssssc c cc sssc c cc ssssssssssssc cccccccccccsssc
      """##),

    LexingCase(
      "sql",
      [
        ##"it''s"##,
        ##"col"##,
        ##"a\'b"##,
        ##"y"##,
        ##" select 'x' "##,
      ],
      ##"""
      -- line
      kkkkkkk
      /* block */ SELECT 'it''s', "col", E'a\'b' FROM t WHERE x = 'y' # mysql
      kkkkkkkkkkk cccccc sssssssc sssssc sssssss cccc c ccccc c c sss kkkkkkk
      DO $body$ select 'x' $body$;
      cc ssssssssssssssssssssssssc
      """##),
  ]
}

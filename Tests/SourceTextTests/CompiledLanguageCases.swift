@testable import SourceText

extension LexingCase {
  static let compiledLanguages: [LexingCase] = [
    LexingCase(
      "c",
      [
        ##"a\"b\\##nc"##,
        "\"",
      ],
      ##"""
      #include <stdio.h> // header
      cccccccc ccccccccc kkkkkkkkk
      char *s = "a\"b\
      cccc cc c ssssss
      c"; char q = '"'; int n = 1; /* block */
      ssc cccc c c sssc ccc c c cc kkkkkkkkkkk
      """##),

    LexingCase(
      "cpp",
      [
        ##"raw )" \ "##,
        ##"wide"##,
        ##"a\\"##,
      ],
      ##"""
      auto r = R"x(raw )" \ )x"; auto w = L"wide"; int n = 1'000'000; // c
      cccc c c ssssssssssssssssc cccc c c sssssssc ccc c c cccccccccc kkkk
      std::string s = u8"a\\";
      ccccccccccc c c sssssssc
      """##),

    LexingCase(
      "objective-c",
      [
        ##"a\"b"##,
        ##"x"##,
      ],
      ##"""
      // line
      kkkkkkk
      NSString *s = @"a\"b"; char c = 'x'; /* block */ @interface
      cccccccc cc c sssssssc cccc c c sssc kkkkkkkkkkk cccccccccc
      """##),

    LexingCase(
      "csharp",
      [
        ##"x\"y"##,
        ##"c:\dir\""q"""##,
        ##"\'"##,
        ##"a {b["k"]} {{c}} ~"##,
        ##"raw "x" "##,
        ##"{p}\ ~"##,
      ],
      ##"""
      // line
      kkkkkkk
      var a = "x\"y"; var v = @"c:\dir\""q"""; char c = '\'';
      ccc c c ssssssc ccc c c sssssssssssssssc cccc c c ssssc
      var i = $"a {b["k"]} {{c}}"; var r = """raw "x" """; var d = $@"{p}\";
      ccc c c sssssssssssssssssssc ccc c c ssssssssssssssc ccc c c ssssssssc
      """##),

    LexingCase(
      "java",
      [
        ##"a\"b"##,
        ##"\'"##,
        ##"\##n  multi "line"\##n  "##,
      ],
      ##"""
      /** doc */ String s = "a\"b"; char c = '\''; // end
      kkkkkkkkkk cccccc c c ssssssc cccc c c ssssc kkkkkk
      String t = """
      cccccc c c sss
        multi "line"
      ssssssssssssss
        """;
      sssssc
      """##),

    LexingCase(
      "kotlin",
      [
        ##"x $y ${z["k"]} ~"##,
        "\"",
        ##"raw \ "quote" $v ~"##,
      ],
      ##"""
      val a = "x $y ${z["k"]}" /* outer /* inner */ still */
      ccc c c ssssssssssssssss kkkkkkkkkkkkkkkkkkkkkkkkkkkkk
      val c = '"'; val r = """raw \ "quote" $v"""
      ccc c c sssc ccc c c ssssssssssssssssssssss
      """##),

    LexingCase(
      "scala",
      [
        ##"x $y ${z("k")} ~"##,
        ##"c"##,
        ##"raw "q" "##,
      ],
      ##"""
      /* a /* b */ */ val s = s"x $y ${z("k")}"; val c = 'c'; val y = 'sym // line
      kkkkkkkkkkkkkkk ccc c c sssssssssssssssssc ccc c c sssc ccc c c cccc kkkkkkk
      val r = """raw "q" """
      ccc c c ssssssssssssss
      """##),

    LexingCase(
      "groovy",
      [
        ##"x ${y("}")} ~"##,
        ##"it\'s"##,
        ##"many\##nlines $z ~"##,
        ##"slashy "q""##,
      ],
      ##"""
      // line
      kkkkkkk
      def a = "x ${y("}")}"; def b = 'it\'s'; def r = """many
      ccc c c sssssssssssssc ccc c c sssssssc ccc c c sssssss
      lines $z"""; def d = $/slashy "q"/$
      sssssssssssc ccc c c ssssssssssssss
      """##),

    LexingCase(
      "go",
      [
        ##"a\"b"##,
        ##"raw \"##,
        ##"\'"##,
      ],
      ##"""
      // line
      kkkkkkk
      s := "a\"b" + `raw \`; r := '\'' /* block */
      c cc ssssss c sssssssc c cc ssss kkkkkkkkkkk
      """##),

    LexingCase(
      "rust",
      [
        ##"\'"##,
        ##"raw "quoted" \"##,
        ##"x\"y"##,
        "\"",
        ##"two\##nlines"##,
      ],
      ##"""
      /* a /* b */ c */ fn f<'a>(x: &'a str) -> char { '\'' } // end
      kkkkkkkkkkkkkkkkk cc cccccccc ccc cccc cc cccc c ssss c kkkkkk
      let s = r#"raw "quoted" \"#; let b = b"x\"y"; let c = '"'; let m = "two
      ccc c c sssssssssssssssssssc ccc c c sssssssc ccc c c sssc ccc c c ssss
      lines";
      ssssssc
      """##),

    LexingCase(
      "swift",
      [
        ##"a \(f("x")) b\" ~"##,
        ##"raw \ "quoted" \#(x) ~"##,
        ##"\##n  many "lines" \(x)\##n   ~"##,
      ],
      ##"""
      /* a /* b */ c */ let s = "a \(f("x")) b\"" // end
      kkkkkkkkkkkkkkkkk ccc c c sssssssssssssssss kkkkkk
      let r = #"raw \ "quoted" \#(x)"#; let m = """
      ccc c c ssssssssssssssssssssssssc ccc c c sss
        many "lines" \(x)
      sssssssssssssssssss
        """
      sssss
      """##),

    LexingCase(
      "dart",
      [
        ##"x $y ${z['k']} ~"##,
        ##"raw \"##,
        ##"two\##nlines"##,
      ],
      ##"""
      // line
      kkkkkkk
      var a = 'x $y ${z['k']}'; var r = r'raw \'; var m = """two
      ccc c c ssssssssssssssssc ccc c c ssssssssc ccc c c ssssss
      lines""";
      ssssssssc
      """##),
  ]
}

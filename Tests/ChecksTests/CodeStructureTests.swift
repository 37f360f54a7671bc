import Testing

/// What structural patterns match beyond the tokens they are written with.
struct CodeStructureTests {
  struct Names: CustomTestStringConvertible, Sendable {
    var about: String
    var name: String
    var text: String
    var expected: [String]

    var testDescription: String { about }
  }

  static let names = [
    Names(
      about: "a name taken out of a module", name: "a.py",
      text: "from subprocess import run\nrun(cmd)\n", expected: ["run(cmd) low"]),
    Names(
      about: "an alias of a name", name: "a.py",
      text: "from subprocess import run as r, call\nr(cmd)\ncall(cmd)\n",
      expected: ["r(cmd) low", "call(cmd) low"]),
    Names(
      about: "an alias of a module", name: "a.py", text: "import subprocess as sp\nsp.run(cmd)\n",
      expected: ["sp.run(cmd) low"]),
    Names(
      about: "names in brackets over lines", name: "a.py",
      text: "from subprocess import (\n    call,\n    run as r,\n)\nr(cmd)\n",
      expected: ["r(cmd) low"]),
    Names(
      about: "a function given another name", name: "a.py",
      text: "import subprocess\nstart = subprocess.run\nstart(cmd)\n", expected: ["start(cmd) low"]),
    Names(
      about: "a module by its text", name: "a.py",
      text: "__import__(\"subprocess\").run(cmd)\n",
      expected: ["__import__(\"subprocess\").run(cmd) low"]),
    Names(
      about: "another module's function of that name", name: "a.py",
      text: "from tools import run\nrun(cmd)\n", expected: []),
    Names(
      about: "the import alone", name: "a.py", text: "from subprocess import run\n", expected: []),
  ]

  @Test(arguments: names)
  func `an API is known under every name that a document gives it`(_ example: Names) throws {
    let rules = try OwnRules("code = 'subprocess.$(run|call)($VAR ...)'", languages: "python")
    #expect(rules.found(in: example.text, named: example.name) == example.expected)
  }

  static let scripts = [
    Names(
      about: "destructured", name: "a.js",
      text: "const { exec: run } = require('child_process');\nrun(cmd);\n",
      expected: ["run(cmd) low"]),
    Names(
      about: "imported", name: "a.js",
      text: "import { exec } from 'node:child_process';\nexec(cmd);\n", expected: ["exec(cmd) low"]),
    Names(
      about: "as a namespace", name: "a.ts",
      text: "import * as cp from 'child_process';\ncp.exec(cmd);\n", expected: ["cp.exec(cmd) low"]),
    Names(
      about: "promisified", name: "a.js",
      text: "const sh = util.promisify(require('child_process').exec);\nsh(cmd);\n",
      expected: ["sh(cmd) low"]),
    Names(
      about: "in place", name: "a.js", text: "require('child_process').exec(cmd);\n",
      expected: ["require('child_process').exec(cmd) low"]),
    Names(
      about: "a method of a pattern", name: "a.js",
      text: "import x from 'child_process';\npattern.exec(cmd);\n", expected: []),
  ]

  @Test(arguments: scripts)
  func `modules are required and imported in many ways`(_ example: Names) throws {
    let rules = try OwnRules("code = 'child_process.exec($VAR ...)'", languages: "javascript")
    #expect(rules.found(in: example.text, named: example.name) == example.expected)
  }

  @Test func `the last name of a Go path is the package, whatever its version`() throws {
    let rules = try OwnRules("code = 'jwt.Parse($VAR ...)'", languages: "go")
    let text = "import tokens \"github.com/golang-jwt/jwt/v5\"\nvar t = tokens.Parse(x)\n"
    #expect(rules.found(in: text, named: "a.go") == ["tokens.Parse(x) low"])
  }

  @Test func `a tree of uses binds each of its names`() throws {
    let rules = try OwnRules("code = 'Command::new($VAR ...)'", languages: "rust")
    let text = "use std::{fs, process::{Command as Run, Stdio}};\nfn f(x: &str) { Run::new(x); }\n"
    #expect(rules.found(in: text, named: "a.rs") == ["Run::new(x) low"])
  }

  static let types = [
    Names(
      about: "declared", name: "A.java",
      text: "void f(Statement st, String q) { st.executeQuery(q); }\n",
      expected: ["st.executeQuery(q) low"]),
    Names(
      about: "declared as something else", name: "A.java",
      text: "void f(PreparedStatement st, String q) { st.executeQuery(q); }\n", expected: []),
    Names(
      about: "made by a call", name: "A.java",
      text: "void f(String q) { var st = db.createStatement(); st.executeQuery(q); }\n",
      expected: ["st.executeQuery(q) low"]),
    Names(
      about: "with its package", name: "A.java",
      text: "void f(String q) { java.sql.Statement st = make(); st.executeQuery(q); }\n",
      expected: ["st.executeQuery(q) low"]),
    Names(
      about: "not declared", name: "A.java", text: "void f(String q) { st.executeQuery(q); }\n",
      expected: []),
  ]

  @Test(arguments: types)
  func `a receiver has the type of its declaration or its maker`(_ example: Names) throws {
    let rules = try OwnRules(
      "code = '$X:(Statement|createStatement).executeQuery($VAR ...)'", languages: "java")
    #expect(rules.found(in: example.text, named: example.name) == example.expected)
  }

  @Test func `makers are followed through what they are called on`() throws {
    let rules = try OwnRules(
      "code = '$X:(sqlite3.connect.cursor).execute($VAR ...)'", languages: "python")
    let text = """
      import sqlite3 as sq
      con = sq.connect("a.db")
      cur = con.cursor()
      cur.execute(q)
      """
    #expect(rules.found(in: text, named: "a.py") == ["cur.execute(q) low"])
  }

  @Test func `a setting of the same value clears a match in the same function alone`() throws {
    let rules = try OwnRules(
      "code = '$F = Factory.newInstance()'\nnot = ['$F.setFeature(\"/disallow/\", true)']",
      languages: "java")
    let text = """
      void a() { f = Factory.newInstance(); f.setFeature("disallow-doctype", true); }
      void b() { g = Factory.newInstance(); f.setFeature("disallow-doctype", true); }
      void c() { f = Factory.newInstance(); f.parse(); }
      """
    #expect(
      rules.found(in: text, named: "A.java")
        == ["g = Factory.newInstance() low", "f = Factory.newInstance() low"])
  }

  @Test func `all must stand in the function and inside around the match`() throws {
    let rules = try OwnRules(
      "code = 'open($X)'\nall = ['lock($X)']\ninside = ['with $Y { ... }']", languages: "kotlin")
    let text = """
      fun a() { lock(p); with z { open(p) } }
      fun b() { lock(q); with z { open(p) } }
      fun c() { lock(p); open(p) }
      """
    #expect(rules.found(in: text, named: "a.kt") == ["open(p) low"])
  }

  @Test func `a text that a name stands for is asked for like the literal`() throws {
    let rules = try OwnRules("code = 'digest($X ...)'\nwhere = { X = 'md5' }", languages: "python")
    let text = "kind = \"md5\"\ndigest(kind)\ndigest(\"sha256\")\ndigest(\"md5\", b)\n"
    #expect(
      rules.found(in: text, named: "a.py") == ["digest(kind) low", "digest(\"md5\", b) low"])
  }

  @Test func `what a block lacks is reported where the pattern says`() throws {
    let rules = try OwnRules(
      "code = '«resource \"aws_sns_topic\" $N» { ... }'\nlacks = ['kms_master_key_id']",
      languages: "terraform")
    let text = """
      resource "aws_sns_topic" "a" {
        name = "a"
        # kms_master_key_id = "x"
      }
      resource "aws_sns_topic" "b" {
        kms_master_key_id = "alias/b"
      }
      """
    #expect(rules.found(in: text, named: "a.tf") == ["resource \"aws_sns_topic\" \"a\" low"])
  }

  @Test func `gaps in braces go over statements, and what is cut off ends with the text`() throws {
    let rules = try OwnRules(
      "code = 'class $A { ... danger($X ...) ... }'", languages: "java")
    let whole = "class A { int a; void f() { } int b = danger(x); }"
    #expect(rules.found(in: whole, named: "A.java").count == 1)
    let call = try OwnRules("code = 'danger($X, ...)'", languages: "java")
    #expect(
      call.found(in: "class A { void f() { danger(x, () -> { a();", named: "A.java").count == 1)
  }

  @Test func `a rule file is refused for what its patterns could never do`() {
    #expect(throws: (any Error).self) {
      try OwnRules("pattern = 'x(?:[^;()]|\\([^()]{0,60}\\)){0,120}'", languages: "java")
    }
    #expect(throws: (any Error).self) {
      try OwnRules("pattern = 'xyz'\ninside = ['f($X)']", languages: "java")
    }
    #expect(throws: (any Error).self) {
      try OwnRules("code = '«f($X)'", languages: "java")
    }
    #expect(throws: (any Error).self) {
      try OwnRules("to = 'f($INPUT)'\nfrom = [\"requests\"]", languages: "java")
    }
  }
}

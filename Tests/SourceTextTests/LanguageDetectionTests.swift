import Testing

@testable import SourceText

@Suite struct `A text's language` {
  @Test(arguments: [
    ("src/app.py", "python"), ("A.JAVA", "java"), ("x.tsx", "typescript"), ("x.jsx", "javascript"),
    ("Dockerfile", "dockerfile"), ("api.Dockerfile", "dockerfile"),
    ("Dockerfile.prod", "dockerfile"),
    (".env", "env"), (".env.local", "env"), ("prod.env", "env"), ("a/.bashrc", "shell"),
    ("Gemfile", "ruby"), ("Jenkinsfile", "groovy"), (".npmrc", "ini"), (".pypirc", "ini"),
    (".netrc", "text"), ("Info.plist", "xml"), ("main.tf", "terraform"), ("a.b.yml", "yaml"),
    ("Makefile", "makefile"), ("App.vue", "html"), ("q.sql", "sql"), ("k.kts", "kotlin"),
    ("notes.md", "markdown"), ("settings.json.example", "json"), (".env.example", "env"),
    ("C:\\src\\a.rs", "rust"), ("noname", "text"), ("x.unknown", "text"), ("", "text"),
  ])
  func `follows from its name`(name: String, expected: String) {
    #expect(LanguageDetection.language(name: name, bytes: []).id == expected)
  }

  @Test(arguments: [
    ("#!/usr/bin/env python3\nx", "python"), ("#!/bin/bash -e\n", "shell"),
    ("#!/usr/bin/env -S node --x\n", "javascript"), ("#!/usr/bin/perl\n", "perl"),
    ("\n <?php echo 1;", "php"), ("<!DOCTYPE html><p>", "html"), ("<?xml version='1.0'?>", "xml"),
    ("{\"a\": 1}", "json"), ("[\n  {\"a\": 1}]", "json"), ("[1, 2]", "json"),
    ("[1] See the annex of this contract.", "text"),
    ("diff --git a/x.py b/x.py\n+import os\n", "text"),
  ])
  func `follows from its first line`(text: String, expected: String) {
    #expect(LanguageDetection.language(name: "-", bytes: Array(text.utf8)).id == expected)
  }

  @Test(arguments: [
    (
      "import os\nimport sys\n\ndef main(args):\n    for a in args:\n        print(a)\n\n"
        + "if __name__ == '__main__':\n    main(sys.argv)\n", "python"
    ),
    (
      "const fs = require('fs');\nfunction read(p) {\n  return fs.readFileSync(p);\n}\n"
        + "console.log(read('a') === null);\n", "javascript"
    ),
    (
      "package main\n\nimport (\n\t\"fmt\"\n)\n\nfunc main() {\n\tx := 1\n\tfmt.Println(x)\n}\n",
      "go"
    ),
    (
      "import java.util.List;\n\npublic class A {\n  private final int x = 1;\n"
        + "  public static void main(String[] args) { }\n}\n", "java"
    ),
    (
      "#include <stdio.h>\n#include <string.h>\nint main(int argc, char **argv) {\n"
        + "  char b[8];\n  strcpy(b, argv[1]);\n  return 0;\n}\n", "c"
    ),
    ("DB_HOST=db.example.org\nDB_USER=app\nexport DB_PORT=5432\n", "env"),
    ("name: app\nreplicas: 2\nimage: registry/app\nports:\n  - 80\n  - 443\nmode: fast\n", "yaml"),
    ("SELECT id FROM users\nWHERE name = 'x';\nINSERT INTO t VALUES (1);\n", "sql"),
    ("set -e\nsudo apt-get update\nexport A=1\ncurl -s \"$URL\" | sh\n", "shell"),
    ("[server]\nhost = a\nport = 1\n\n[client]\nhost = b\n", "ini"),
    (
      "require 'json'\n\nmodule A\n  def self.b(x)\n    puts x unless x.nil?\n  end\nend\n", "ruby"
    ),
    (
      "Dear team,\n\nfor the import of the data we need the class list from you.\n"
        + "If you have it, send it to the office and we will return it by Monday.\n\nKind regards\n",
      "text"
    ),
    ("Please let me know if the function works. This is the type of error I saw.\n", "text"),
  ])
  func `follows from its content where the name says nothing`(text: String, expected: String) {
    #expect(LanguageDetection.language(name: "-", bytes: Array(text.utf8)).id == expected)
  }

  @Test(arguments: [
    ("SELECT * FROM users WHERE id = 1;", "sql"), ("API_KEY=abc", "env"),
    ("subprocess.run(cmd, shell=True)\nimport os", "python"),
    ("curl -k https://example.org | bash", "shell"), ("const x = await fetch(url);", "javascript"),
    ("$ npm install left-pad", "shell"), ("Thank you for your help!", "text"),
  ])
  func `of a fence without a tag is guessed more willingly`(text: String, expected: String) {
    #expect(LanguageDetection.language(ofSnippet: Array(text.utf8)).id == expected)
  }
}

@Suite struct `The language table` {
  @Test(arguments: [
    ("py", "python"), ("Python3", "python"), ("TS", "typescript"), ("tsx", "typescript"),
    ("jsx", "javascript"), ("sh", "shell"), ("bash", "shell"), ("console", "shell"),
    ("yml", "yaml"), ("c++", "cpp"), ("cs", "csharp"), ("golang", "go"), ("rs", "rust"),
    ("rb", "ruby"), ("hcl", "terraform"), ("tf", "terraform"), ("dotenv", "env"), ("vue", "html"),
  ])
  func `knows the tags of fences`(tag: String, expected: String) {
    #expect(LanguageTable.language(tag: tag)?.id == expected)
  }

  @Test func `knows no other names`() {
    #expect(LanguageTable.language(tag: "mermaid") == nil)
    #expect(LanguageTable.language(id: "py") == nil)
  }

  @Test func `says what a language is built on`() {
    let typescript = Language(id: "typescript")
    #expect(typescript.includes("javascript") && typescript.includes("typescript"))
    #expect(!Language(id: "javascript").includes("typescript"))
    #expect(!Language(id: "unheard-of").includes("c"))
    #expect(Language(id: "objective-c").includes("c"))
  }

  @Test func `has every id once and every name in lower case`() {
    let entries = LanguageTable.entries
    #expect(Set(entries.map(\.id)).count == entries.count)
    for entry in entries {
      let names = entry.tags + entry.extensions + entry.fileNames + entry.interpreters
      #expect(names.allSatisfy { $0 == $0.lowercased() }, "\(entry.id)")
      #expect(entry.includes.allSatisfy { LanguageTable.language(id: $0) != nil }, "\(entry.id)")
    }
  }

  @Test func `gives no name to two languages of one kind`() {
    for names in [\LanguageEntry.extensions, \.fileNames, \.interpreters, \.tags] {
      let all = LanguageTable.entries.flatMap { $0[keyPath: names] }
      #expect(Set(all).count == all.count)
    }
  }

  @Test func `has the languages that clues speak for`() {
    #expect(
      Clue.all.allSatisfy { LanguageTable.language(id: $0.language) != nil && !$0.mark.isEmpty })
  }
}

import Rules

/// Calls in other languages.
extension EvasionCase {
  /// The plain call in each language.
  static let direct = rows(
    .unsafeAPI,
    [
      (
        "the call in Python", "a.py",
        "import os⏎from flask import request⏎os.system(request.args['cmd'])"
      ),
      (
        "the call in JavaScript", "a.js",
        "const cp = require('child_process');⏎app.get('/', (req, res) => cp.exec(req.query.c));"
      ),
      (
        "the call in TypeScript", "a.ts",
        """
        import { exec } from 'child_process';
        app.get('/', (req: Request, res: Response) => exec(req.query.c as string));
        """
      ),
      ("the call in PHP", "a.php", "<?php system($_GET['cmd']);"),
      ("the call in Ruby", "a.rb", "system(params[:cmd])"),
      ("the call in Perl", "a.pl", "use CGI; my $q = CGI->new; system($q->param('cmd'));"),
      (
        "the call in Java", "A.java",
        """
        class A { void f(HttpServletRequest r) throws Exception { \
        Runtime.getRuntime().exec(r.getParameter("c")); } }
        """
      ),
      (
        "the call in Kotlin", "a.kt",
        #"fun f(r: HttpServletRequest) { Runtime.getRuntime().exec(r.getParameter("c")) }"#
      ),
      (
        "the call in Scala", "a.scala",
        #"import sys.process._⏎object A { def f(r: Request) = r.getQueryString("c").get.! }"#
      ),
      ("the call in Groovy", "a.groovy", "def f(request) { request.getParameter('c').execute() }"),
      (
        "the call in C#", "A.cs",
        """
        class A { void F(HttpRequest r) { System.Diagnostics.Process.Start("cmd.exe", "/c " + \
        r.Query["c"]); } }
        """
      ),
      (
        "the call in Go", "a.go",
        """
        package m
        func f(w http.ResponseWriter, r *http.Request) { exec.Command("sh", "-c", \
        r.FormValue("c")).Run() }
        """
      ),
      (
        "the call in Rust", "a.rs",
        #"fn f(c: String) { std::process::Command::new("sh").arg("-c").arg(c).spawn(); }"#
      ),
      (
        "the call in C", "a.c",
        "#include <stdlib.h>⏎int main(int argc, char **argv) { return system(argv[1]); }"
      ),
      (
        "the call in C++", "a.cpp",
        "#include <cstdlib>⏎int main(int argc, char **argv) { return std::system(argv[1]); }"
      ),
      (
        "the call in Swift", "a.swift",
        """
        let p = Process()
        p.executableURL = URL(fileURLWithPath: "/bin/sh")
        p.arguments = ["-c", CommandLine.arguments[1]]
        try p.run()
        """
      ),
      ("the call in Lua", "a.lua", "os.execute(ngx.var.arg_cmd)"),
      ("the call in R", "a.R", "system(input$cmd)"),
      ("the call in shell", "a.sh", #"#!/bin/sh⏎eval "$1""#),
      ("the call in PowerShell", "a.ps1", "param($c)⏎Invoke-Expression $c"),
      (
        "the call in Dart", "a.dart",
        """
        import 'dart:io';
        void f(HttpRequest r) { Process.run('sh', ['-c', r.uri.queryParameters['c']!]); }
        """
      ),
      (
        "the call in Objective-C", "a.m",
        "int main(int argc, char **argv) { return system(argv[1]); }"
      ),
      ("the call in SQL", "a.sql", "EXEC xp_cmdshell @cmd"),
      ("the call in OCaml", "a.ml", "let () = ignore (Sys.command Sys.argv.(1))"),
    ])

  /// Calls under another name.
  static let indirectElsewhere = rows(
    .unsafeAPI,
    [
      (
        "a class by name, Java", "A.java",
        """
        class A { void f(HttpServletRequest r) throws Exception { Class<?> c = \
        Class.forName("java.lang.Runtime"); c.getMethod("exec", \
        String.class).invoke(c.getMethod("getRuntime").invoke(null), r.getParameter("c")); } }
        """
      ),
      (
        "a class by a joined name, Java", "A.java",
        """
        class A { void f(HttpServletRequest r) throws Exception { Class<?> c = \
        Class.forName("java.lang.Run" + "time"); c.getMethod("ex" + "ec", \
        String.class).invoke(c.getMethod("getRuntime").invoke(null), r.getParameter("c")); } }
        """
      ),
      (
        "escapes in a name, Java", "A.java",
        #"""
        class A { void f(HttpServletRequest r) throws Exception { \#
        Runtime.getRuntime().\u0065xec(r.getParameter("c")); } }
        """#
      ),
      (
        "escapes that end a comment, Java", "A.java",
        #"""
        class A { void f(HttpServletRequest r) throws Exception {
          // \u000a Runtime.getRuntime().exec(r.getParameter("c"));
        } }
        """#
      ),
      (
        "a reference to a method, Java", "A.java",
        """
        class A { void f(HttpServletRequest r) throws Exception { \
        Stream.of(r.getParameter("c")).forEach(Runtime.getRuntime()::exec); } }
        """
      ),
      (
        "a script engine, Java", "A.java",
        """
        class A { void f(HttpServletRequest r) throws Exception { new \
        ScriptEngineManager().getEngineByName("js").eval(r.getParameter("c")); } }
        """
      ),
      (
        "a comment in the call, Java", "A.java",
        """
        class A { void f(HttpServletRequest r) throws Exception { \
        Runtime./**/getRuntime()/**/./**/exec(r.getParameter("c")); } }
        """
      ),
      ("send, Ruby", "a.rb", "Kernel.send(:system, params[:cmd])"),
      ("send with a joined name, Ruby", "a.rb", #"send("sys" + "tem", params[:cmd])"#),
      ("send with a name out of the request, Ruby", "a.rb", "obj.send(params[:m], params[:a])"),
      ("method, Ruby", "a.rb", "method(:system).call(params[:cmd])"),
      ("percent x, Ruby", "a.rb", "%x(#{params[:cmd]})"),
      ("open with a pipe, Ruby", "a.rb", #"open("|#{params[:cmd]}")"#),
      ("instance_eval, Ruby", "a.rb", "obj.instance_eval(params[:code])"),
      ("const_get, Ruby", "a.rb", #"Object.const_get("Ker" + "nel").system(params[:cmd])"#),
      ("a symbolic name, Perl", "a.pl", #"my $f = "CORE::system"; &$f($ARGV[0]);"#),
      ("a string eval, Perl", "a.pl", "eval $ARGV[0];"),
      ("backticks, Perl", "a.pl", "my $x = `$ARGV[0]`;"),
      ("qx, Perl", "a.pl", "my $x = qx{$ARGV[0]};"),
      ("open with a pipe, Perl", "a.pl", #"open(my $h, "$ARGV[0] |");"#),
      (
        "a pointer to a function, C", "a.c",
        """
        #include <stdlib.h>
        int main(int argc, char **argv) { int (*f)(const char *) = system; return f(argv[1]); }
        """
      ),
      (
        "a macro, C", "a.c",
        """
        #include <stdlib.h>
        #define RUN system
        int main(int argc, char **argv) { return RUN(argv[1]); }
        """
      ),
      (
        "pasted names, C", "a.c",
        """
        #include <stdlib.h>
        #define J(a, b) a##b
        int main(int argc, char **argv) { return J(sys, tem)(argv[1]); }
        """
      ),
      (
        "dlsym, C", "a.c",
        """
        #include <dlfcn.h>
        int main(int argc, char **argv) { int (*f)(const char *) = dlsym(RTLD_DEFAULT, "system"); \
        return f(argv[1]); }
        """
      ),
      (
        "a comment in the call, C", "a.c",
        "#include <stdlib.h>⏎int main(int argc, char **argv) { return system/**/(argv[1]); }"
      ),
      (
        "a continued name, C", "a.c",
        #"#include <stdlib.h>⏎int main(int argc, char **argv) { return sys\⏎tem(argv[1]); }"#
      ),
      (
        "a digraph include, C", "a.c",
        "%:include <stdlib.h>⏎int main(int argc, char **argv) <% return system(argv<:1:>); %>"
      ),
      (
        "an alias of an import, Go", "a.go",
        """
        package m
        import e "os/exec"
        func f(w http.ResponseWriter, r *http.Request) { e.Command("sh", "-c", \
        r.FormValue("c")).Run() }
        """
      ),
      (
        "an import without a name, Go", "a.go",
        """
        package m
        import . "os/exec"
        func f(w http.ResponseWriter, r *http.Request) { Command("sh", "-c", \
        r.FormValue("c")).Run() }
        """
      ),
      (
        "an alias of using, C#", "A.cs",
        """
        using P = System.Diagnostics.Process;
        class A { void F(HttpRequest r) { P.Start("cmd.exe", "/c " + r.Query["c"]); } }
        """
      ),
      (
        "reflection, C#", "A.cs",
        """
        class A { void F(HttpRequest r) { \
        Type.GetType("System.Diagnostics.Process").GetMethod("Start", new[] { typeof(string), \
        typeof(string) }).Invoke(null, new object[] { "cmd.exe", "/c " + r.Query["c"] }); } }
        """
      ),
      (
        "escapes in a name, C#", "A.cs",
        #"""
        class A { void F(HttpRequest r) { System.Diagnostics.Process.\u0053tart("cmd.exe", "/c " \#
        + r.Query["c"]); } }
        """#
      ),
      ("loadstring, Lua", "a.lua", "loadstring(ngx.var.arg_c)()"),
      ("a table's name, Lua", "a.lua", #"os["exe" .. "cute"](ngx.var.arg_c)"#),
      ("do.call, R", "a.R", #"do.call("system", list(input$cmd))"#),
      ("eval parse, R", "a.R", "eval(parse(text = input$code))"),
    ])

  private static let unread = "a language that the program does not read"

  /// Languages that the program does not read.
  static let unknownLanguages: [EvasionCase] = [
    EvasionCase(
      "the call in batch", "a.bat", "@echo off⏎cmd /c %1", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Elixir", "a.ex",
      #"defmodule A do⏎  def f(conn), do: System.cmd("sh", ["-c", conn.params["c"]])⏎end"#,
      .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Julia", "a.jl", "run(`sh -c $(ARGS[1])`)", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Haskell", "A.hs", "import System.Process⏎main = getLine >>= callCommand",
      .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Clojure", "a.clj",
      "(defn f [req] (eval (read-string (get-in req [:params :c]))))", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Erlang", "a.erl", "f(Req) -> os:cmd(proplists:get_value(cmd, Req)).", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Tcl", "a.tcl", "exec sh -c [lindex $argv 0]", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in VBScript", "a.vbs",
      #"CreateObject("WScript.Shell").Run Request.QueryString("c")"#, .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Nim", "a.nim", "import osproc, os⏎discard execShellCmd(paramStr(1))", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Crystal", "a.cr", "`#{ARGV[0]}`", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Fortran", "a.f90", "call execute_command_line(argument)", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Pascal", "a.pas", "begin ExecuteProcess('/bin/sh', ['-c', ParamStr(1)]); end.",
      .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in Zig", "a.zig",
      #"const r = try std.process.Child.run(.{ .argv = &.{ "sh", "-c", args[1] } });"#, .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "the call in AWK", "a.awk", "{ system($0) }", .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "environment variables of batch", "a.bat", "set a=po⏎set b=wershell⏎%a%%b% -enc %1",
      .unsafeAPI,
      unless: unread
    ),
    EvasionCase(
      "carets of batch", "a.bat", "p^o^w^e^r^s^h^e^l^l -c %1", .unsafeAPI,
      unless: unread
    ),
  ]
}

import Rules

/// Calls under another name, in Python.
extension EvasionCase {
  /// Python.
  static let indirectPython = calls(
    in: "a.py",
    [
      ("getattr with a literal", #"import os⏎getattr(os, "system")(request.args["cmd"])"#),
      ("getattr with a joined name", #"import os⏎getattr(os, "sys" + "tem")(request.args["cmd"])"#),
      (
        "getattr with a name turned round",
        #"import os⏎getattr(os, "metsys"[::-1])(request.args["cmd"])"#
      ),
      (
        "getattr with a decoded name",
        #"import os⏎getattr(os, base64.b64decode("c3lzdGVt").decode())(request.args["cmd"])"#
      ),
      (
        "getattr with a name of a variable",
        #"import os⏎name = "sys" + "tem"⏎getattr(os, name)(request.args["cmd"])"#
      ),
      ("getattr with escapes", #"import os⏎getattr(os, "\x73ystem")(request.args["cmd"])"#),
      (
        "getattr with codes",
        """
        import os
        getattr(os, "".join(map(chr, [115, 121, 115, 116, 101, 109])))(request.args["cmd"])
        """
      ),
      ("__import__", #"import os⏎__import__("os").system(request.args["cmd"])"#),
      ("__import__ with a joined name", #"__import__("o" + "s").system(request.args["cmd"])"#),
      (
        "import_module",
        #"importlib.import_module("subprocess").call(request.args["cmd"], shell=True)"#
      ),
      (
        "import_module with a joined name",
        #"importlib.import_module("sub" + "process").getoutput(request.args["cmd"])"#
      ),
      ("globals", #"globals()["eval"](request.args["q"])"#),
      ("builtins by globals", #"globals()["__builtins__"]["eval"](request.args["q"])"#),
      ("builtins by name", #"__builtins__.eval(request.args["q"])"#),
      ("builtins by getattr", #"getattr(__builtins__, "ev" + "al")(request.args["q"])"#),
      ("builtins by dictionary", #"__builtins__.__dict__["exec"](request.args["q"])"#),
      ("builtins imported", #"import builtins⏎builtins.eval(request.args["q"])"#),
      ("vars", #"import os⏎vars(os)["system"](request.args["cmd"])"#),
      ("the dictionary of a module", #"import os⏎os.__dict__["system"](request.args["cmd"])"#),
      ("modules of sys", #"import os⏎sys.modules["os"].system(request.args["cmd"])"#),
      (
        "subclasses of object",
        """
        ().__class__.__base__.__subclasses__()[137].__init__.__globals__["system"](request.\
        args["cmd"])
        """
      ),
      ("an alias of an import", #"import os⏎from os import system as s⏎s(request.args["cmd"])"#),
      ("an alias of a module", #"import os⏎import os as o⏎o.system(request.args["cmd"])"#),
      ("an alias of a value", #"import os⏎run = os.system⏎run(request.args["cmd"])"#),
      ("an alias of eval", #"e = eval⏎e(request.args["q"])"#),
      (
        "a function of a dictionary", #"import os⏎F = {"r": os.system}⏎F["r"](request.args["cmd"])"#
      ),
      ("a function of a list", #"import os⏎[os.system][0](request.args["cmd"])"#),
      ("map", #"import os⏎list(map(os.system, [request.args["cmd"]]))"#),
      ("map of eval", #"list(map(eval, [request.args["q"]]))"#),
      ("partial", #"import os⏎functools.partial(os.system, request.args["cmd"])()"#),
      ("a lambda", #"import os⏎(lambda f: f(request.args["cmd"]))(os.system)"#),
      ("__call__", #"import os⏎os.system.__call__(request.args["cmd"])"#),
      ("apply of operator", #"import os⏎operator.methodcaller("system", request.args["cmd"])(os)"#),
      ("attrgetter", #"import os⏎operator.attrgetter("system")(os)(request.args["cmd"])"#),
      ("compile and exec", #"exec(compile(request.args["q"], "x", "exec"))"#),
      (
        "FunctionType", #"types.FunctionType(compile(request.args["q"], "x", "exec"), globals())()"#
      ),
      ("a star import", #"import os⏎from os import *⏎system(request.args["cmd"])"#),
      ("a decorator", "@exec⏎@input⏎class A: pass"),
      (
        "a thread",
        #"import os⏎threading.Thread(target=os.system, args=(request.args["cmd"],)).start()"#
      ),
      ("an executor", #"import os⏎pool.submit(os.system, request.args["cmd"])"#),
      ("a walrus", #"import os⏎(f := os.system)(request.args["cmd"])"#),
      ("layout", #"import os⏎os . system \⏎  (⏎  request . args [ "cmd" ]⏎)"#),
      ("a semicolon", #"import os⏎x = 1; os.system(request.args["cmd"])"#),
      ("os.popen", #"import os⏎os.popen(request.args["cmd"]).read()"#),
      ("posix", #"import os⏎import posix⏎posix.system(request.args["cmd"])"#),
      ("pty", #"import pty⏎pty.spawn(request.args["cmd"])"#),
      ("ctypes", #"ctypes.CDLL(None).system(request.args["cmd"].encode())"#),
      ("timeit", #"timeit.timeit(request.args["q"])"#),
      ("pickle", "pickle.loads(request.data)"),
      ("pandas", #"pd.eval(request.args["q"])"#),
    ])
}

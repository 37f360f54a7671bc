import Rules

/// Calls under another name, in JavaScript and PHP.
extension EvasionCase {
  /// JavaScript.
  static let indirectJavaScript = calls(
    in: "a.js",
    [
      ("window by brackets", #"window["eval"](location.hash)"#),
      ("window by a joined name", #"window["ev" + "al"](location.hash)"#),
      ("globalThis by brackets", #"globalThis["ev" + "al"](req.query.q)"#),
      ("this by brackets", #"this["eval"](req.query.q)"#),
      ("self by escapes", #"self["\x65\x76\x61\x6c"](location.hash)"#),
      ("a template as a name", "window[`eval`](location.hash)"),
      ("a name turned round", #"window["lave".split("").reverse().join("")](location.hash)"#),
      ("a decoded name", #"window[atob("ZXZhbA==")](location.hash)"#),
      ("eval by comma", "(0, eval)(req.query.q)"),
      ("eval optional", "eval?.(req.query.q)"),
      ("eval by call", "eval.call(null, req.query.q)"),
      ("eval by apply", "eval.apply(null, [req.query.q])"),
      ("eval by bind", "eval.bind(null)(req.query.q)"),
      ("Reflect.apply", "Reflect.apply(eval, null, [req.query.q])"),
      ("Reflect.construct", "Reflect.construct(Function, [req.query.q])()"),
      ("Reflect.get", #"Reflect.get(globalThis, "eval")(req.query.q)"#),
      ("Function", #"Function("return " + req.query.q)()"#),
      ("new Function", "new Function(req.query.q)()"),
      ("the constructor of a function", "(() => {}).constructor(req.query.q)()"),
      ("the constructor by brackets", #"[]["constructor"]["constructor"](req.query.q)()"#),
      ("the constructor of an array's method", "[].filter.constructor(req.query.q)()"),
      (
        "the constructor of an async function",
        "Object.getPrototypeOf(async function () {}).constructor(req.query.q)()"
      ),
      ("setTimeout with a text", "setTimeout(req.query.q, 0)"),
      ("setInterval with a text", #"setInterval("f(" + location.hash + ")", 10)"#),
      ("an alias of eval", "const e = eval;⏎e(req.query.q);"),
      ("an alias by destructuring", "const { eval: e } = globalThis;⏎e(req.query.q);"),
      ("an alias of exec", #"const { exec: run } = require("child_process");⏎run(req.body.cmd);"#),
      ("exec by brackets", #"require("child_process")["exec"](req.body.cmd)"#),
      ("exec by a joined name", #"require("child_process")["ex" + "ec"](req.body.cmd)"#),
      ("a joined module", #"require("child_" + "process").exec(req.body.cmd)"#),
      ("a module behind node:", #"require("node:child_process").execSync(req.body.cmd)"#),
      ("an import at run time", #"(await import("child_process")).exec(req.body.cmd)"#),
      ("process.binding", #"process.mainModule.require("child_process").exec(req.body.cmd)"#),
      ("createRequire", #"createRequire(import.meta.url)("child_process").exec(req.body.cmd)"#),
      ("promisify", #"util.promisify(require("child_process").exec)(req.body.cmd)"#),
      ("a name with an escape", #"\u0065val(req.query.q)"#),
      ("a name with an escape in braces", #"\u{65}val(req.query.q)"#),
      ("a member with an escape", #"child_process.\u0065xec(req.body.cmd)"#),
      ("a comment in the call", "eval /* x */ (req.query.q)"),
      ("a comment in the member", "child_process/**/./**/exec/**/(req.body.cmd)"),
      ("a line end in the call", "eval⏎(⏎req.query.q⏎)"),
      ("vm", #"require("vm").runInThisContext(req.query.q)"#),
      ("map of eval", "[req.query.q].map(eval)"),
      ("a tagged template", "Function`return ${req.query.q}```"),
      ("a promise", "Promise.resolve(req.query.q).then(eval)"),
      ("a replacement", #""x".replace(/x/, () => eval(req.query.q))"#),
      ("a handler", #"el.setAttribute("onclick", location.hash.slice(1))"#),
      (
        "script's text",
        """
        const s = document.createElement("script"); s.text = location.hash; \
        document.body.append(s)
        """
      ),
      ("an address of script", #"location = "javascript:" + location.hash.slice(1)"#),
      ("a worker", "new Worker(URL.createObjectURL(new Blob([location.hash])))"),
      (
        "six characters",
        """
        [][(![]+[])[+[]]+([![]]+[][[]])[+!+[]+[+[]]]+(![]+[])[!+[]+!+[]]+(!![]+[])[+[]]+(!![]+[])\
        [!+[]+!+[]+!+[]]+(!![]+[])[+!+[]]]
        """
      ),
    ])

  /// PHP.
  static let indirectPHP = calls(
    in: "a.php",
    [
      ("a name of a variable", #"<?php $f = "system"; $f($_GET[0]);"#),
      ("a joined name", #"<?php $f = "sys" . "tem"; $f($_GET[0]);"#),
      ("a joined name in brackets", #"<?php ("sys" . "tem")($_GET[0]);"#),
      ("a literal name", #"<?php "system"($_GET[0]);"#),
      ("a name turned round", #"<?php $f = strrev("metsys"); $f($_GET[0]);"#),
      ("a rotated name", #"<?php $f = str_rot13("flfgrz"); $f($_GET[0]);"#),
      ("a decoded name", #"<?php $f = base64_decode("c3lzdGVt"); $f($_GET[0]);"#),
      ("call_user_func", #"<?php call_user_func("system", $_GET[0]);"#),
      ("call_user_func_array", #"<?php call_user_func_array("sys" . "tem", [$_GET[0]]);"#),
      ("array_map", #"<?php array_map("system", [$_GET[0]]);"#),
      ("array_filter", #"<?php array_filter([$_GET[0]], "system");"#),
      ("usort", #"<?php usort($_GET, "assert");"#),
      ("a name out of the request", #"<?php $_GET["f"]($_GET["a"]);"#),
      ("another name out of the request", "<?php $_POST[0]($_POST[1]);"),
      ("assert", #"<?php assert($_POST["c"]);"#),
      ("create_function", #"<?php create_function("", $_POST["c"])();"#),
      ("preg_replace", #"<?php preg_replace("/x/e", $_POST["c"], "x");"#),
      ("backticks", "<?php echo `$_GET[c]`;"),
      ("capital letters", #"<?php SYSTEM($_GET["c"]);"#),
      ("a namespace", #"<?php \system($_GET["c"]);"#),
      ("a comment in the call", #"<?php system/**/($_GET["c"]);"#),
      ("escapes", #"<?php "\x73ystem"($_GET["c"]);"#),
      (
        "a function that is reflected",
        #"<?php (new ReflectionFunction("system"))->invoke($_GET["c"]);"#
      ),
      ("include", #"<?php include $_GET["p"];"#),
      ("variable variables", #"<?php $a = "f"; $$a = "system"; $f($_GET[0]);"#),
      ("exclusive or", #"<?php $f = "3933%-" ^ "@@@@@@"; $f($_GET[0]);"#),
      (
        "an index of a string",
        """
        <?php $s = "abcdefghijklmnopqrstuvwxyz"; $f = $s[18].$s[24].$s[18].$s[19].$s[4].$s[12]; \
        $f($_GET[0]);
        """
      ),
      ("register_shutdown_function", #"<?php register_shutdown_function("system", $_GET[0]);"#),
      ("an alias of use", "<?php use function system as s; s($_GET[0]);"),
      ("short tags", "<?php ?><?=`$_GET[0]`?>"),
      ("proc_open", #"<?php proc_open($_GET["c"], [], $p);"#),
      ("a closure of a callable", #"<?php Closure::fromCallable("system")($_GET[0]);"#),
      ("a first-class callable", "<?php $f = system(...); $f($_GET[0]);"),
    ])
}

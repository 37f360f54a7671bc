#!/usr/bin/env python3
"""Completes command lines in bash, zsh and fish as people do, and looks at the program on a terminal.

usage: run.py PROGRAM [--only TEXT]

A shell that is missing is skipped, and said so.
"""

import argparse
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
import fcntl

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from scratch import Situations, expect  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("program", help="the built program")
parser.add_argument("--only", help="only situations whose title holds this")
arguments = parser.parse_args()
PROGRAM = os.path.abspath(arguments.program)
situation = Situations()
skipped = []


class Terminal:
    """A process on a terminal of its own."""

    def __init__(self, words, folder, environment, columns=200):
        main_end, other_end = pty.openpty()
        fcntl.ioctl(other_end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))

        def lead():
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            words, cwd=folder, env=environment, preexec_fn=lead,
            stdin=other_end, stdout=other_end, stderr=other_end)
        os.close(other_end)
        self.descriptor = main_end
        self.seen = b""

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def read(self, seconds):
        """What comes within a time; empty if nothing does, None at the end."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            return b""
        try:
            piece = os.read(self.descriptor, 65536)
        except OSError:
            return None
        if not piece:
            return None
        self.seen += piece
        return piece

    def until(self, text, seconds=20):
        """What came since the last call, up to a text."""
        end = time.monotonic() + seconds
        while text.encode() not in self.seen:
            expect(time.monotonic() < end, f"no {text!r} in {self.seen!r}")
            expect(self.read(0.2) is not None, f"ended without {text!r}: {self.seen!r}")
        before, _, self.seen = self.seen.partition(text.encode())
        return before.decode("utf-8", "replace")

    def rest(self, seconds=60):
        """All that comes until the process ends."""
        end = time.monotonic() + seconds
        while self.read(0.2) is not None:
            expect(time.monotonic() < end, f"does not end: {self.seen!r}")
        self.process.wait()
        return self.seen.decode("utf-8", "replace")

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.descriptor)


class Shell:
    """Completes in a folder of known files; `reviewgate` is on the path there."""

    keeps_slash = True

    def __init__(self, scratch):
        self.folder = scratch.folder("work")
        for name in ["src/a.py", "src/b c.py", "rules/own.toml", "check.txt", "my notes.txt",
                     "it's.md", "secrets/x.txt", "out/keep"]:
            self.folder.write(name, "x = 1\n")
        self.folder.git("init", "--quiet")
        self.folder.first_commit()
        self.folder.git("branch", "feature")
        programs = scratch.folder("programs")
        os.makedirs(programs.path)
        os.symlink(PROGRAM, programs.place("reviewgate"))
        self.environment = {
            **scratch.environment, "TERM": "xterm",
            "PATH": programs.path + ":" + scratch.environment["PATH"]}
        self.start(scratch)

    def script(self, scratch, name):
        script = subprocess.run(
            [PROGRAM, "completions", self.name], stdout=subprocess.PIPE, check=True).stdout
        folder = scratch.folder("completions")
        folder.write(name, script)
        return folder

    def close(self):
        pass


class TypedShell(Shell):
    """A shell that is typed to; `show` prints the words that stand on the line in the end."""

    def begin(self, words, setup):
        self.terminal = Terminal(words, self.folder.path, self.environment)
        self.number = 0
        self.terminal.type(setup + "; printf 'read%s\\n' y\r")
        self.terminal.until("ready\r\n")

    def line(self, text, key):
        self.number += 1
        self.terminal.type(f"{text}{key}\x01show {self.number} \r")
        self.terminal.until(f"BEGIN{self.number}\r\n")
        output = self.terminal.until(f"END{self.number}\r\n")
        return [word[1:-1] for word in output.split("\r\n") if word]

    def completed(self, text):
        return self.line(text, "\t")[1:]

    def offered(self, text):
        """All that is offered in the place of the last word."""
        count = len(self.line(text.rpartition(" ")[0] + " x", "")) - 1
        words = self.line(text, self.all_key)[count:]
        return [] if words == [text.rpartition(" ")[2]] else words

    def close(self):
        self.terminal.close()


SHOW = "show() { local n=$1; shift; echo BEGIN$n; printf '<%s>\\n' \"$@\"; echo END$n; }"


class Bash(TypedShell):
    name = "bash"
    all_key = "\x1b*"

    def start(self, scratch):
        folder = self.script(scratch, "script")
        self.begin(
            ["bash", "--norc", "--noprofile", "-i"],
            f"{SHOW}; bind 'set enable-bracketed-paste off'; source {folder.place('script')}; cd .")


class BashWithWholeWords(Bash):
    """Some people keep bash from taking words apart at the equals sign."""

    def start(self, scratch):
        super().start(scratch)
        self.line("COMP_WORDBREAKS=${COMP_WORDBREAKS//=}; echo", "")


class Zsh(TypedShell):
    """It takes the slash behind a folder away again when the line is entered."""

    name = "zsh"
    all_key = "\x18a"
    keeps_slash = False

    def start(self, scratch):
        folder = self.script(scratch, "_reviewgate")
        self.folder.scratch.folder("home").write(
            "setup",
            f"{SHOW}\nfpath=({folder.path} $fpath)\nautoload -Uz compinit\ncompinit -u -D\n"
            "zle -C all complete-word _generic\nbindkey '^Xa' all\nbindkey '^A' beginning-of-line\n"
            "zstyle ':completion:all:*' completer _all_matches _complete\n"
            "zstyle ':completion:all:*' insert true\nunsetopt prompt_cr prompt_sp\n")
        self.begin(["zsh", "-f", "-i"], f"source {scratch.home}/setup")


class Fish(Shell):
    name = "fish"

    def start(self, scratch):
        self.place = self.script(scratch, "reviewgate.fish").place("reviewgate.fish")

    def offered(self, text):
        process = subprocess.run(
            ["fish", "--no-config", "-c", 'source $argv[1]; complete --escape -C $argv[2]',
             self.place, text],
            cwd=self.folder.path, env=self.environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=60)
        lines = process.stdout.decode().splitlines()
        return [line.split("\t")[0].replace("\\ ", " ").replace("\\'", "'") for line in lines]

    def completed(self, text):
        found = self.offered(text)
        expect(len(found) == 1, found)
        words = text.replace("\\ ", "\0").split(" ")
        return [word.replace("\0", " ") for word in words[1:-1]] + found


def in_shells(what, *classes):
    """Runs a situation in each shell; in all without a list of them."""

    def add(body):
        for kind in classes or (Bash, BashWithWholeWords, Zsh, Fish):
            title = f"{kind.__name__}: {what}"

            def run(scratch, kind=kind):
                if not shutil.which(kind.name):
                    skipped.append(kind.name)
                    return f"SKIPPED, {kind.name} IS NOT INSTALLED"
                shell = kind(scratch)
                try:
                    body(shell)
                finally:
                    shell.close()

            situation(title)(run)
        return body

    return add


def alike(shell, words):
    return words if shell.keeps_slash else [word.rstrip("/") for word in words]


def offers(shell, text, *words):
    """Exactly these."""
    found = sorted(shell.offered("reviewgate " + text))
    expect(found == sorted(words), f"{text!r} offers {found}, not {sorted(words)}")


def offers_also(shell, text, *words, lacks=()):
    found = shell.offered("reviewgate " + text)
    missing = [word for word in alike(shell, words) if word not in found]
    surplus = [word for word in lacks if word in found]
    expect(not missing, f"{text!r} does not offer {missing} but {found}")
    expect(not surplus, f"{text!r} offers {surplus}")


def completes(shell, text, *words):
    found = shell.completed("reviewgate " + text)
    expect(alike(shell, found) == alike(shell, list(words)), f"{text!r} becomes {found}, not {list(words)}")


VERBS = ["check", "filter", "batch", "hook", "rules", "explain", "licenses", "completions", "help"]


@in_shells("verbs and files")
def _(shell):
    offers_also(shell, "", *VERBS, "check.txt", "my notes.txt", "src/", "out/")
    completes(shell, "expl", "explain")
    completes(shell, "-q expl", "-q", "explain")
    completes(shell, "--policy check expl", "--policy", "check", "explain")
    completes(shell, "sr", "src/")
    offers(shell, "src/", "src/a.py", "src/b c.py")
    offers(shell, "ch", "check", "check.txt")
    offers_also(shell, "rul", "rules", "rules/")
    # What follows a path is a path.
    offers(shell, "src ch", "check.txt")
    offers(shell, "check ch", "check.txt")


@in_shells("names with blanks and quotes are quoted")
def _(shell):
    completes(shell, "my", "my notes.txt")
    completes(shell, "check it", "check", "it's.md")
    completes(shell, "check src/b", "check", "src/b c.py")
    completes(shell, "check my\\ n", "check", "my notes.txt")
    completes(shell, "--policy my", "--policy", "my notes.txt")


@in_shells("options of each verb")
def _(shell):
    both = ["--policy", "--only", "--help"]
    offers_also(shell, "--", "--staged", "--diff", *both, lacks=["--mask", "--install", "--license"])
    offers_also(shell, "check --", "--staged", "--format", lacks=["--mask", "--field", "--install"])
    offers_also(shell, "filter --", "--mask", "--keep-form", *both, lacks=["--staged", "--format"])
    offers_also(shell, "batch --", "--field", "--name-field", lacks=["--mask", "--name", "--report"])
    offers_also(shell, "hook git --", "--install", "--uninstall", *both, lacks=["--staged", "--mask"])
    offers_also(shell, "explain --", "--staged", "--policy", lacks=["--quiet", "--jobs"])
    offers_also(shell, "rules --", "--only", lacks=["--staged", "--policy"])
    offers_also(shell, "licenses index --", "--license", "--output", lacks=["--staged", "--only"])
    offers_also(shell, "help --", "--help", lacks=["--staged"])
    completes(shell, "filter --mas", "filter", "--mask")
    completes(shell, "src --stag", "src", "--staged")


@in_shells("values of options")
def _(shell):
    completes(shell, "--format sa", "--format", "sarif")
    completes(shell, "--fail-on n", "--fail-on", "never")
    completes(shell, "check --preset st", "check", "--preset", "strict")
    completes(shell, "--color al", "--color", "always")
    completes(shell, "--format=sa", "--format=sarif")
    completes(shell, "--color=ne", "--color=never")
    offers(shell, "--fail-on ", "block", "flag", "never")
    offers(shell, "--jobs ")
    offers(shell, "check --max-file-size ")
    completes(shell, "check --diff fea", "check", "--diff", "feature")
    completes(shell, "check --diff main..fea", "check", "--diff", "main..feature")
    # What stands behind the value is an operand again.
    offers(shell, "check --format json ch", "check.txt")


@in_shells("a report: a format, then a file")
def _(shell):
    completes(shell, "--report sari", "--report", "sarif=")
    completes(shell, "--report=sari", "--report=sarif=")


@in_shells("a report's file", Bash, Zsh, Fish)
def _(shell):
    completes(shell, "--report json=ou", "--report", "json=out/")
    completes(shell, "--report=json=ou", "--report=json=out/")
    completes(shell, "--report json=my", "--report", "json=my notes.txt")
    completes(shell, "--policy=my", "--policy=my notes.txt")


@in_shells("categories and ids of rules")
def _(shell):
    offers_also(shell, "--only ", "secrets", "pii", "unsafe-apis")
    completes(shell, "--only secrets/github-tok", "--only", "secrets/github-token")
    completes(shell, "--skip=secrets/github-tok", "--skip=secrets/github-token")
    completes(shell, "--only pii,pass", "--only", "pii,passwords")
    completes(shell, "--only pii,secrets/github-tok", "--only", "pii,secrets/github-token")
    completes(shell, "explain secr", "explain", "secrets/")
    completes(shell, "explain secrets/github-tok", "explain", "secrets/github-token")
    completes(shell, "rules show secrets/github-tok", "rules", "show", "secrets/github-token")
    completes(
        shell, "rules show pii/pesel secrets/github-tok",
        "rules", "show", "pii/pesel", "secrets/github-token")


@in_shells("operands of the other verbs")
def _(shell):
    offers(shell, "rules ", "list", "show", "test")
    offers(shell, "rules l", "list")
    completes(shell, "rules test rul", "rules", "test", "rules/")
    completes(shell, "explain abcdef ch", "explain", "abcdef", "check.txt")
    offers(shell, "completions ", "bash", "zsh", "fish")
    offers_also(shell, "help ", *VERBS, "report-schema", "man", lacks=["src/", "check.txt"])
    completes(shell, "help ma", "help", "man")
    completes(shell, "licenses i", "licenses", "index")
    completes(shell, "licenses index sr", "licenses", "index", "src/")
    offers_also(shell, "hook ", "git", lacks=["src/"])
    completes(shell, "hook git --ins", "hook", "git", "--install")


@in_shells("after a host its setup is offered", Bash, Fish)
def _(shell):
    offers(shell, "hook git ", "--install", "--uninstall")


@in_shells("where nothing fits nothing is offered")
def _(shell):
    offers(shell, "filter ch")
    offers(shell, "batch s")
    offers(shell, "completions bash s")
    offers(shell, "help rules s")
    offers(shell, "explain pii/pesel s")
    offers(shell, "check --sta src/zzz")


@in_shells("behind two hyphens there are files alone")
def _(shell):
    offers(shell, "-- --sta")
    offers(shell, "check -- --sta")
    offers(shell, "-- che", "check.txt")
    completes(shell, "-- rul", "--", "rules/")


# What is seen on a terminal. Reading waits for a slow writer, so that a review lasts.

WIPE = "\r\x1b[K"


def seen(scratch, command, columns=100, environment=None, keys=()):
    """All that a terminal gets of a command; `keys` are typed after so many seconds."""
    folder = scratch.folder("terminal")
    folder.write("a.py", "x = 1\n")
    folder.write("b.py", "x = 1\n")
    # A line that is cut, with what is blocked in its middle.
    folder.write("long.py", "import os\nos.system('" + "a" * 120 + "' + input() + '" + "b" * 120 + "')\n")
    words = {"PATH": os.path.dirname(PROGRAM) + ":" + os.environ["PATH"], "TERM": "xterm"}
    terminal = Terminal(
        ["bash", "--norc", "-c", f"rg={PROGRAM!r}; {command}"], folder.path,
        {**scratch.environment, **words, **(environment or {})}, columns)
    try:
        for seconds, text in keys:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                terminal.read(0.1)
            terminal.type(text)
        return terminal.rest()
    finally:
        terminal.close()


SLOW = '(sleep 2.5; echo "x = 1") | "$rg" --name c.py '


@situation("terminal: the bar comes after a second and is wiped before the report")
def _(scratch):
    text = seen(scratch, SLOW + "--color never a.py - b.py")
    expect("2 of 3 inputs" in text or "1 of 3 inputs" in text, text)
    expect(f"{WIPE}approve:" in text, text)
    expect(text.count("inputs, ") >= 8, text)
    quick = seen(scratch, '"$rg" --color never a.py b.py')
    expect(quick == "approve: nothing found in 2 inputs (12 bytes)\r\n", repr(quick))
    expect("reading" in seen(scratch, SLOW), "one input")


@situation("terminal: no bar where none is wanted or seen")
def _(scratch):
    for command, environment in [
        (SLOW + "--no-progress a.py -", {}), (SLOW + "a.py -", {"TERM": "dumb"}),
        (SLOW + "a.py - 2> errors; cat errors", {}),
    ]:
        text = seen(scratch, command, environment=environment)
        expect(text.startswith("approve:") or text.startswith("\x1b[1;32mapprove:"), repr(text))


@situation("terminal: a bar is not longer than the window is wide")
def _(scratch):
    for columns in [100, 50, 30, 16, 9, 4]:
        text = seen(scratch, SLOW + "a.py - b.py >/dev/null", columns)
        lines = [line.replace("\x1b[K", "") for line in text.split("\r")]
        longest = max(map(len, lines))
        expect(longest < columns, f"{longest} in {columns}: {lines}")
        expect(columns < 9 or longest > 0, lines)


@situation("terminal: Ctrl-C ends with 130 and leaves no line")
def _(scratch):
    text = seen(
        scratch, "trap : INT; " + SLOW + "a.py -; echo status $?", keys=[(1.8, "\x03")])
    expect("of 2 inputs" in text, repr(text))
    expect(text.endswith(f"{WIPE}status 130\r\n"), repr(text))


@situation("terminal: nothing is drawn over what is typed")
def _(scratch):
    text = seen(scratch, '"$rg" -', keys=[(0.3, "x = 1\r"), (1.8, "\x04")])
    expect(text.startswith("x = 1\r\n") and "approve:" in text and WIPE not in text, repr(text))
    for verb in ["", "filter", "batch"]:
        text = seen(scratch, f'"$rg" {verb}; echo $?')
        expect("nothing to review" in text and text.endswith("2\r\n"), repr(text))


@situation("terminal: a pipe that ends early ends it quietly")
def _(scratch):
    text = seen(scratch, '"$rg" rules list | head -n 1; echo ${PIPESTATUS[0]}')
    expect(text.endswith("\r\n141\r\n") and text.count("\r\n") == 2, repr(text))


@situation("terminal: colors")
def _(scratch):
    for options, environment, colored in [
        ("", {}, True), ("", {"NO_COLOR": ""}, True), ("", {"NO_COLOR": "1"}, False),
        ("", {"TERM": "dumb"}, False), ("--color never", {}, False), ("| cat", {}, False),
        ("--color always | cat", {"NO_COLOR": "1", "TERM": "dumb"}, True),
    ]:
        text = seen(scratch, f'"$rg" a.py {options}', environment=environment)
        expect(("\x1b[1;32m" in text) == colored, f"{options} {environment}: {text!r}")


@situation("terminal: a locale without UTF-8 gets ASCII for what is left out")
def _(scratch):
    def ends(locale, rest=""):
        text = seen(scratch, f'"$rg" --color never long.py {rest}', environment=locale)
        lines = text.split("\r\n")
        frame = next(number for number, line in enumerate(lines) if line.startswith("  2 | "))
        # The carets stand below what they mark.
        caret = lines[frame + 1].index("^")
        expect("os.system" in lines[frame] or lines[frame][caret:].strip(), text)
        expect(len(lines[frame]) <= 100, len(lines[frame]))
        return lines[frame]

    expect(ends({"LC_ALL": "C.UTF-8"}).endswith("…"), "UTF-8")
    expect(ends({"LC_ALL": "", "LANG": "en_US.utf8"}).endswith("…"), "utf8")
    expect(ends({"LC_ALL": "C"}).endswith("..."), "C")
    expect(ends({"LC_ALL": "", "LC_CTYPE": "", "LANG": ""}).endswith("..."), "none")
    expect(ends({"LC_ALL": "C"}, "| cat").endswith("…"), "a pipe gets the same bytes everywhere")


def tell_skipped():
    for name in sorted(set(skipped)):
        print(f"SKIPPED: {name} is not installed, nothing is known of its completions", flush=True)


if __name__ == "__main__":
    status = situation.run(arguments.only)
    tell_skipped()
    sys.exit(status)

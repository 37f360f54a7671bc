#!/usr/bin/env python3
"""Runs the hooks of .pre-commit-hooks.yaml under the real pre-commit, which it fetches from PyPI.

usage: run.py PROGRAM [--only TEXT] [--command WORDS] [--pre-commit PATH] [--build]
"""

import argparse
import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.realpath(os.path.join(HERE, "..", "..", ".."))
sys.path.insert(0, os.path.join(HERE, ".."))
from scratch import BLOCKED, HARMLESS, Situations, expect, main  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("program", help="the built program")
parser.add_argument("--only", help="only situations whose title holds this")
parser.add_argument("--command", help="the words in the place of 'hook git'")
parser.add_argument("--pre-commit", help="a pre-commit that is installed already")
parser.add_argument("--files", type=int, default=5000, help="how many files the large commit has")
parser.add_argument("--build", action="store_true", help="have pre-commit build the package too")
arguments = parser.parse_args()
PROGRAM = os.path.abspath(arguments.program)
situation = Situations()

tools = tempfile.mkdtemp(prefix="reviewgate-pre-commit-")
atexit.register(shutil.rmtree, tools, ignore_errors=True)
if arguments.pre_commit:
    PRE_COMMIT = os.path.abspath(arguments.pre_commit)
else:
    subprocess.run([sys.executable, "-m", "venv", tools + "/venv"], check=True)
    subprocess.run([tools + "/venv/bin/pip", "--quiet", "install", "pre-commit"], check=True)
    PRE_COMMIT = tools + "/venv/bin/pre-commit"
# The installed hooks call the program by its name.
os.mkdir(tools + "/bin")
os.symlink(PROGRAM, tools + "/bin/reviewgate")


def manifest_repository(scratch, stand_in=False):
    """A repository that people would name: our manifest, and a package if it is to be built."""
    folder = scratch.repository("hooks")
    with open(os.path.join(ROOT, ".pre-commit-hooks.yaml")) as file:
        manifest = file.read()
    if arguments.command:
        manifest = manifest.replace("reviewgate hook git", "reviewgate " + arguments.command)
    folder.write(".pre-commit-hooks.yaml", manifest)
    if stand_in:
        folder.write(
            "Package.swift",
            "// swift-tools-version: 6.0\nimport PackageDescription\n"
            'let package = Package(name: "reviewgate", targets: '
            '[.executableTarget(name: "reviewgate")])\n',
        )
        folder.write(
            "Sources/reviewgate/main.swift",
            "import Foundation\nlet process = Process()\n"
            f'process.executableURL = URL(fileURLWithPath: "{PROGRAM}")\n'
            "process.arguments = Array(CommandLine.arguments.dropFirst())\n"
            "try process.run()\nprocess.waitUntilExit()\nexit(process.terminationStatus)\n",
        )
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--message", "hooks")
    return folder


def configuration(url, revision, id, more=""):
    return (
        f"default_install_hook_types: [pre-commit, pre-merge-commit, pre-push]\n"
        f"repos:\n  - repo: {url}\n    rev: {revision}\n    hooks:\n      - id: {id}\n{more}"
    )


def environment_of(scratch):
    scratch.environment["PATH"] = (
        tools + "/bin:" + os.path.dirname(PRE_COMMIT) + ":" + scratch.environment["PATH"]
    )
    scratch.environment["PRE_COMMIT_HOME"] = os.path.join(scratch.home, "pre-commit")


def configure(folder, hooks, id="reviewgate-installed", more=""):
    revision = hooks.git("rev-parse", "HEAD").output.strip()
    folder.write(".pre-commit-config.yaml", configuration(hooks.path, revision, id, more))
    folder.git("add", ".pre-commit-config.yaml")


def prepared(scratch, id="reviewgate-installed", first=True, install=True, more=""):
    environment_of(scratch)
    hooks = manifest_repository(scratch)
    folder = scratch.repository()
    configure(folder, hooks, id, more)
    if first:
        folder.write("README", "r\n")
        folder.git("add", "--all")
        folder.git("commit", "--quiet", "--message", "first")
    if install:
        result = folder.run(PRE_COMMIT, "install")
        expect(result.status == 0, result)
    return folder


def refused(result, *names):
    expect(result.status == 1 and "unexpected" not in result.output.lower(), result)
    expect("Failed" in result.output, result)
    for name in names:
        expect(name in result.output, result)


def passed(result):
    expect(result.status == 0, result)


@situation("a commit: what must not pass is refused, what may passes and its report is shown")
def _(scratch):
    folder = prepared(scratch)
    folder.write("a.py", BLOCKED)
    folder.git("add", "a.py")
    refused(folder.commit(), "a.py:2")
    folder.write("a.py", HARMLESS)
    folder.git("add", "a.py")
    result = folder.commit()
    passed(result)
    expect("approve: nothing found" in result.output, result)


@situation("what must be looked at: shown and passed, refused by the strict hook")
def _(scratch):
    folder = prepared(scratch)
    folder.write("CODEOWNERS", "* @someone\n")
    folder.git("add", "--all")
    result = folder.commit()
    passed(result)
    expect("flag" in result.output and "CODEOWNERS" in result.output, result)
    configure(folder, scratch.folder("hooks"), "reviewgate-installed-strict")
    folder.commit("config", "--no-verify")
    folder.write("CODEOWNERS", "* @someone-else\n")
    folder.git("add", "--all")
    refused(folder.commit(), "CODEOWNERS")


@situation("partly staged: the rest of the work tree is neither reported nor lost")
def _(scratch):
    folder = prepared(scratch)
    folder.write("a.py", HARMLESS)
    folder.git("add", "a.py")
    folder.write("a.py", HARMLESS + BLOCKED)
    passed(folder.commit())
    expect(folder.read("a.py") == HARMLESS + BLOCKED, "lost")
    folder.git("add", "a.py")
    folder.write("a.py", HARMLESS)
    refused(folder.commit(), "a.py:3")
    expect(folder.read("a.py") == HARMLESS, "lost")


@situation("renames and deletions alone pass; a rename with an added line is reviewed")
def _(scratch):
    folder = prepared(scratch)
    folder.write("a.py", HARMLESS * 30)
    folder.write("gone.py", BLOCKED)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "files")
    folder.git("mv", "a.py", "b.py")
    folder.git("rm", "--quiet", "gone.py")
    passed(folder.commit())
    folder.git("mv", "b.py", "c.py")
    folder.write("c.py", HARMLESS * 30 + BLOCKED)
    folder.git("add", "--all")
    refused(folder.commit(), "c.py:32")


@situation("what gives pre-commit no file names is reviewed: a guard deleted, a link")
def _(scratch):
    folder = prepared(scratch, "reviewgate-installed-strict")
    folder.write("CODEOWNERS", "* @someone\n")
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "guard")
    folder.git("rm", "--quiet", "CODEOWNERS")
    refused(folder.commit(), "CODEOWNERS")
    folder.git("reset", "--quiet", "--hard")
    os.symlink("/etc", folder.place(".github"))
    folder.git("add", "--all")
    refused(folder.commit(), ".github")


@situation("binary files are skipped")
def _(scratch):
    folder = prepared(scratch)
    folder.write("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    folder.git("add", "--all")
    passed(folder.commit())


@situation("first commit")
def _(scratch):
    folder = prepared(scratch, first=False)
    folder.write("a.py", BLOCKED)
    folder.git("add", "--all")
    refused(folder.commit(), "a.py:2")
    folder.write("a.py", HARMLESS)
    folder.git("add", "--all")
    passed(folder.commit())


@situation("a commit without a change, and a new message alone, pass")
def _(scratch):
    folder = prepared(scratch)
    folder.write("old.py", BLOCKED)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "old")
    result = folder.commit("nothing", "--allow-empty")
    passed(result)
    result = folder.commit("words", "--amend", "--allow-empty")
    passed(result)
    expect("old.py" not in result.output, result)


@situation("detached head")
def _(scratch):
    folder = prepared(scratch)
    folder.git("checkout", "--quiet", "--detach")
    folder.write("a.py", BLOCKED)
    folder.git("add", "--all")
    refused(folder.commit(), "a.py:2")


@situation("a merge, and one with a conflict")
def _(scratch):
    folder = prepared(scratch)
    folder.git("checkout", "--quiet", "-b", "side")
    folder.write("side.py", BLOCKED)
    folder.write("both.py", "x = 1\n")
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "side")
    folder.git("checkout", "--quiet", "main")
    folder.write("main.py", HARMLESS)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "main")
    refused(folder.run("git", "merge", "--no-edit", "side"), "side.py")
    folder.git("merge", "--abort")
    folder.write("both.py", "x = 2\n")
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "both")
    expect(folder.run("git", "merge", "--no-edit", "side").status != 0, "no conflict")
    folder.write("both.py", HARMLESS)
    folder.git("add", "--all")
    refused(folder.commit(), "side.py")
    folder.write("side.py", HARMLESS)
    folder.git("add", "--all")
    passed(folder.commit())


@situation("a linked work tree")
def _(scratch):
    folder = prepared(scratch)
    folder.git("worktree", "add", "--quiet", "../w", "-b", "other")
    tree = scratch.folder("w")
    tree.write("a.py", BLOCKED)
    tree.git("add", "--all")
    refused(tree.commit(), "a.py:2")
    tree.write("a.py", HARMLESS)
    tree.git("add", "--all")
    passed(tree.commit())


@situation("a submodule: commits in it, and the commit that takes it in")
def _(scratch):
    folder = prepared(scratch)
    library = scratch.repository("library")
    library.first_commit()
    folder.git("submodule", "--quiet", "add", library.path, "module")
    passed(folder.commit("module"))
    module = scratch.folder("r/module")
    configure(module, scratch.folder("hooks"))
    expect(module.run(PRE_COMMIT, "install").status == 0, "install")
    module.write("a.py", BLOCKED)
    module.git("add", "--all")
    refused(module.commit(), "a.py:2")
    module.write("a.py", HARMLESS)
    module.git("add", "--all")
    passed(module.commit())
    folder.git("add", "module")
    passed(folder.commit("newer module"))


@situation("many files: one review, whatever the length of the argument list")
def _(scratch):
    folder = prepared(scratch)
    count = arguments.files
    name = "a-name-that-is-long-enough-to-split-the-list-of-arguments-%05d.py"
    for number in range(count):
        folder.write("many/" + name % number, f"x = {number}\n")
    folder.write("many/last.py", BLOCKED)
    folder.git("add", "--all")
    start = time.monotonic()
    result = folder.commit()
    seconds = time.monotonic() - start
    refused(result, "many/last.py:2")
    expect(len(re.findall(r"(?m)^block: \d", result.output)) == 1, result)
    expect(f"{count + 1:,} inputs" in result.output, result)
    start = time.monotonic()
    folder.run("reviewgate", "check", "--staged", "--quiet")
    alone = time.monotonic() - start
    return f"{count} files, {seconds:.1f} s for the commit, {alone:.1f} s for the review alone"


@situation("names that are no UTF-8, with spaces, line ends, dashes")
def _(scratch):
    folder = prepared(scratch)
    names = [b"f\xe9.py", b"a b.py", b"l\nine.py", b"-rf.py", b"'q'.py"]
    for name in names:
        folder.write(name, BLOCKED)
    folder.git("add", "--all")
    result = folder.commit()
    own = folder.run("reviewgate", "check", "--staged", "--quiet")
    expect(own.status == 1 and own.output.count("block unsafe") == len(names), own)
    if "UnicodeDecodeError" in result.output:
        expect(result.status != 0, result)
        folder.git("rm", "--quiet", "--force", "--cached", "--", "f*.py")
        refused(folder.commit(), "a b.py", "-rf.py")
        return "pre-commit itself breaks off at a name that is no UTF-8, and refuses"
    refused(result, "a b.py", "-rf.py")


@situation("--from-ref and --to-ref: the range is reviewed, by the policy of its base")
def _(scratch):
    if arguments.command:
        return "left out: only 'hook git' knows of ranges"
    folder = prepared(scratch, install=False)
    folder.write("old.py", BLOCKED)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--message", "old")
    folder.git("branch", "base")
    folder.write("new.py", BLOCKED)
    folder.write(
        ".reviewgate.toml",
        '[[override]]\nrule = "*"\naction = "approve"\nreason = "all is well"\n',
    )
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--message", "new")
    result = folder.run(PRE_COMMIT, "run", "--from-ref", "base", "--to-ref", "HEAD")
    refused(result, "new.py:2", ".reviewgate.toml")
    expect("old.py" not in result.output, result)
    folder.write("fine.py", HARMLESS)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--message", "fine")
    passed(folder.run(PRE_COMMIT, "run", "--from-ref", "HEAD~1", "--to-ref", "HEAD"))
    result = folder.run(PRE_COMMIT, "run", "--from-ref", "nowhere", "--to-ref", "HEAD")
    expect(result.status != 0, result)


@situation("a range that is left over in the environment does not hide what is committed")
def _(scratch):
    folder = prepared(scratch)
    folder.write("a.py", BLOCKED)
    folder.git("add", "--all")
    left = {"PRE_COMMIT_FROM_REF": "HEAD", "PRE_COMMIT_TO_REF": "HEAD"}
    refused(folder.commit(environment=left), "a.py:2")


@situation("--all-files with nothing staged: all files are reviewed")
def _(scratch):
    if arguments.command:
        return "left out: only 'hook git' knows of it"
    folder = prepared(scratch, install=False)
    passed(folder.run(PRE_COMMIT, "run", "--all-files"))
    folder.write("old.py", BLOCKED)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--message", "old")
    refused(folder.run(PRE_COMMIT, "run", "--all-files"), "old.py:2", "all files")
    refused(folder.run(PRE_COMMIT, "run", "--files", "README"), "old.py:2")


@situation("a push: what is new is reviewed, and all of the first")
def _(scratch):
    if arguments.command:
        return "left out: only 'hook git' knows of ranges"
    folder = prepared(scratch, first=False)
    scratch.folder("").git("init", "--quiet", "--bare", "there")
    folder.git("remote", "add", "origin", "../there")
    folder.write("a.py", BLOCKED)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "first")
    refused(folder.run("git", "push", "--quiet", "origin", "main"), "a.py:2")
    folder.git("push", "--quiet", "--no-verify", "origin", "main")
    folder.write("b.py", BLOCKED)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "second")
    result = folder.run("git", "push", "--quiet", "origin", "main")
    refused(result, "b.py:2")
    expect("a.py" not in result.output, result)


@situation("our own git hook first, pre-commit's later: both run, each once; both ways out")
def _(scratch):
    folder = prepared(scratch, install=False)
    folder.write(".git/hooks/pre-commit", "#!/bin/sh\necho mine >> seen\n", 0o755)
    passed(folder.run("reviewgate", "hook", "git", "--install"))
    passed(folder.run(PRE_COMMIT, "install"))
    expect("pre-commit.legacy" in folder.hooks(), folder.hooks())
    result = folder.run("reviewgate", "hook", "git", "--install")
    passed(result)
    expect(result.output.count("nothing changed") == 2, result)
    folder.write("a.py", BLOCKED)
    folder.git("add", "a.py")
    result = folder.commit()
    expect(result.status != 0 and result.output.count("a.py:2") == 2, result)
    expect(folder.read("seen") == "mine\n", folder.read("seen"))
    passed(folder.run("reviewgate", "hook", "git", "--uninstall"))
    ours = folder.run("sh", "-c", "grep -l 'reviewgate git hook' .git/hooks/*")
    expect(ours.status == 1, ours)
    result = folder.commit()
    expect(result.status != 0 and result.output.count("a.py:2") == 1, result)
    expect(folder.read("seen") == "mine\n" * 2, folder.read("seen"))
    passed(folder.run(PRE_COMMIT, "uninstall"))
    expect(folder.hooks() == ["pre-commit"], folder.hooks())


@situation("pre-commit's hook first, ours later: both run, each once; both ways out")
def _(scratch):
    folder = prepared(scratch)
    passed(folder.run("reviewgate", "hook", "git", "--install"))
    folder.write("a.py", BLOCKED)
    folder.git("add", "a.py")
    result = folder.commit()
    refused(result, "a.py:2")
    folder.write("a.py", HARMLESS)
    folder.git("add", "a.py")
    result = folder.commit()
    passed(result)
    expect(result.output.count("approve: nothing found") == 2, result)
    # pre-commit installed over it once more: it calls us, and we do not call it again.
    passed(folder.run(PRE_COMMIT, "install"))
    folder.write("b.py", HARMLESS)
    folder.git("add", "b.py")
    result = folder.commit()
    passed(result)
    expect(result.output.count("approve: nothing found") == 2, result)
    passed(folder.run("reviewgate", "hook", "git", "--uninstall"))
    expect(folder.hooks() == ["pre-commit", "pre-merge-commit", "pre-push"], folder.hooks())
    folder.write("c.py", HARMLESS)
    folder.git("add", "c.py")
    result = folder.commit()
    passed(result)
    expect(result.output.count("approve: nothing found") == 1, result)


@situation("pre-commit's hook first, ours later, ours uninstalled: pre-commit's is back")
def _(scratch):
    folder = prepared(scratch)
    before = folder.read(".git/hooks/pre-commit")
    passed(folder.run("reviewgate", "hook", "git", "--install"))
    passed(folder.run("reviewgate", "hook", "git", "--uninstall"))
    expect(folder.read(".git/hooks/pre-commit") == before, "changed")
    expect(folder.hooks() == ["pre-commit", "pre-merge-commit", "pre-push"], folder.hooks())


@situation("language swift, with a stand-in that is built at once")
def _(scratch):
    if not shutil.which("swift"):
        return "left out: no Swift here"
    environment_of(scratch)
    # The program is not to be found under its name but where pre-commit built it.
    scratch.environment["PATH"] = scratch.environment["PATH"].replace(tools + "/bin:", "")
    hooks = manifest_repository(scratch, stand_in=True)
    folder = scratch.repository()
    configure(folder, hooks, "reviewgate")
    expect(folder.run(PRE_COMMIT, "install").status == 0, "install")
    folder.write("a.py", BLOCKED)
    folder.git("add", "--all")
    start = time.monotonic()
    refused(folder.commit(), "a.py:2")
    return f"{time.monotonic() - start:.0f} s with the build"


if arguments.build:

    @situation("language swift, built from this repository")
    def _(scratch):
        environment_of(scratch)
        scratch.environment["PATH"] = scratch.environment["PATH"].replace(tools + "/bin:", "")
        revision = subprocess.run(
            ["git", "-C", ROOT, "rev-parse", "HEAD"], check=True, stdout=subprocess.PIPE
        ).stdout.decode().strip()
        for id in ["reviewgate", "reviewgate-strict"]:
            folder = scratch.repository(id)
            folder.write(".pre-commit-config.yaml", configuration(ROOT, revision, id))
            folder.write("a.py", BLOCKED)
            folder.git("add", "--all")
            expect(folder.run(PRE_COMMIT, "install").status == 0, "install")
            start = time.monotonic()
            refused(folder.commit(), "a.py:2")
            print(f"      {id}: {time.monotonic() - start:.0f} s", flush=True)


main(situation, arguments.only)

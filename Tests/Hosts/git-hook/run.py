#!/usr/bin/env python3
"""Runs `reviewgate hook git --install` and the hooks that it writes in real repositories.

usage: run.py PROGRAM [--only TEXT]
"""

import argparse
import os
import shutil
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from scratch import BLOCKED, HARMLESS, Situations, expect, main  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("program", help="the built program")
parser.add_argument("--only", help="only situations whose title holds this")
arguments = parser.parse_args()
PROGRAM = os.path.abspath(arguments.program)
EVENTS = ["pre-commit", "pre-merge-commit"]
situation = Situations()


def install(folder, word="--install", program=PROGRAM, **options):
    return folder.run(program, "hook", "git", word, **options)


def installed(folder, **options):
    result = install(folder, **options)
    expect(result.status == 0, result)
    return result


def uninstalled(folder, **options):
    result = install(folder, "--uninstall", **options)
    expect(result.status == 0, result)
    return result


def refuses(folder):
    """A commit of what must not pass is refused, one of what may passes."""
    folder.write("bad.py", BLOCKED)
    folder.git("add", "bad.py")
    result = folder.commit()
    expect(result.status != 0 and "the commit is refused" in result.output, result)
    folder.git("rm", "--quiet", "--cached", "--force", "bad.py")
    os.remove(folder.place("bad.py"))
    folder.write("good.py", HARMLESS)
    folder.git("add", "good.py")
    result = folder.commit()
    expect(result.status == 0, result)


@situation("a fresh repository: both hooks, first commit, other commits")
def _(scratch):
    folder = scratch.repository()
    result = installed(folder)
    expect(folder.hooks() == EVENTS, folder.hooks())
    expect(folder.place(".git/hooks/pre-commit") in result.output, result)
    expect(folder.mode(".git/hooks/pre-commit") == 0o755, oct(folder.mode(".git/hooks/pre-commit")))
    refuses(folder)


@situation("installed twice: nothing changes")
def _(scratch):
    folder = scratch.repository()
    installed(folder)
    before = folder.read(".git/hooks/pre-commit"), os.stat(folder.place(".git/hooks/pre-commit"))
    result = installed(folder)
    after = folder.read(".git/hooks/pre-commit"), os.stat(folder.place(".git/hooks/pre-commit"))
    expect("nothing changed" in result.output and before == after, result)


@situation("uninstalled: no trace is left, and again is no error")
def _(scratch):
    folder = scratch.repository()
    installed(folder)
    uninstalled(folder)
    expect(folder.hooks() == [], folder.hooks())
    result = uninstalled(folder)
    expect("no hook of reviewgate" in result.output, result)


@situation("a hook that was there runs first; its refusal counts; it comes back as it was")
def _(scratch):
    folder = scratch.repository()
    text = '#!/bin/sh\necho "$#" >> seen\ntest ! -e no || exit 7\n'
    folder.write(".git/hooks/pre-commit", text, 0o750)
    result = installed(folder)
    expect("runs first" in result.output, result)
    expect(folder.mode(".git/hooks/pre-commit.before-reviewgate") == 0o750, result)
    installed(folder)
    refuses(folder)
    expect(folder.read("seen") == "0\n0\n", folder.read("seen"))
    folder.write("no", "")
    result = folder.run(".git/hooks/pre-commit", "one", "two")
    expect(result.status == 7, result)
    expect(folder.read("seen").endswith("2\n"), folder.read("seen"))
    uninstalled(folder)
    expect(folder.hooks() == ["pre-commit"], folder.hooks())
    expect(folder.read(".git/hooks/pre-commit") == text, "changed")
    expect(folder.mode(".git/hooks/pre-commit") == 0o750, "mode")


@situation("a hook in Python; standard input reaches it")
def _(scratch):
    folder = scratch.repository()
    folder.write(
        ".git/hooks/pre-commit",
        "#!/usr/bin/env python3\nimport sys\nopen('seen', 'a').write(sys.stdin.read() + '.')\n",
        0o755,
    )
    installed(folder)
    refuses(folder)
    folder.run(".git/hooks/pre-commit", input=b"words")
    expect(folder.read("seen") == "..words.", folder.read("seen"))


@situation("a hook that is a relative link stays a link")
def _(scratch):
    folder = scratch.repository()
    folder.write("tools/check", "#!/bin/sh\necho linked >> seen\n", 0o755)
    os.symlink("../../tools/check", folder.place(".git/hooks/pre-commit"))
    installed(folder)
    refuses(folder)
    expect(folder.read("seen") == "linked\n" * 2, folder.read("seen"))
    uninstalled(folder)
    expect(os.readlink(folder.place(".git/hooks/pre-commit")) == "../../tools/check", "link")


@situation("a hook that is not executable, and a link to nothing, are kept and not run")
def _(scratch):
    folder = scratch.repository()
    folder.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 9\n", 0o644)
    os.symlink("nowhere", folder.place(".git/hooks/pre-merge-commit"))
    result = installed(folder)
    expect(result.output.count("could not be run") == 2, result)
    refuses(folder)
    uninstalled(folder)
    expect(folder.hooks() == EVENTS and folder.mode(".git/hooks/pre-commit") == 0o644, "back")


@situation("another hook over ours: nothing is overwritten, either way")
def _(scratch):
    folder = scratch.repository()
    folder.write(".git/hooks/pre-commit", "#!/bin/sh\n# one\n", 0o755)
    installed(folder)
    folder.write(".git/hooks/pre-commit", "#!/bin/sh\n# two\n", 0o755)
    for word in ["--install", "--uninstall"]:
        result = install(folder, word)
        expect(result.status == 2 and "pre-commit.before-reviewgate" in result.output, result)
    expect("# two" in folder.read(".git/hooks/pre-commit"), "two")
    expect("# one" in folder.read(".git/hooks/pre-commit.before-reviewgate"), "one")


@situation("our hook changed by hand is left alone")
def _(scratch):
    folder = scratch.repository()
    installed(folder)
    text = folder.read(".git/hooks/pre-commit") + "echo mine\n"
    folder.write(".git/hooks/pre-commit", text, 0o755)
    for word in ["--install", "--uninstall"]:
        result = install(folder, word)
        expect(result.status == 2 and "was changed since" in result.output, result)
    expect(folder.read(".git/hooks/pre-commit") == text, "changed")


@situation("our hook removed by hand: what was there before comes back")
def _(scratch):
    folder = scratch.repository()
    folder.write(".git/hooks/pre-commit", "#!/bin/sh\n# one\n", 0o755)
    installed(folder)
    os.remove(folder.place(".git/hooks/pre-commit"))
    uninstalled(folder)
    expect(folder.hooks() == ["pre-commit"], folder.hooks())


@situation("core.hooksPath: relative, in the work tree, missing, from a subfolder")
def _(scratch):
    folder = scratch.repository()
    folder.git("config", "core.hooksPath", "tools/hooks")
    folder.write("deep/er/file", "x\n")
    result = scratch.folder("r/deep/er").run(PROGRAM, "hook", "git", "--install")
    expect(result.status == 0 and "in the work tree" in result.output, result)
    expect(folder.hooks("tools/hooks") == EVENTS, folder.hooks("tools/hooks"))
    expect(folder.hooks() == [], folder.hooks())
    refuses(folder)
    uninstalled(folder)
    expect(not folder.exists("tools"), "the folders that were made are left")


@situation("core.hooksPath: absolute, elsewhere, from the global settings")
def _(scratch):
    folder = scratch.repository()
    os.mkdir(os.path.join(scratch.home, "hooks"))
    folder.git("config", "--global", "core.hooksPath", "~/hooks")
    result = installed(folder)
    expect("every repository" in result.output, result)
    expect(scratch.folder("home").hooks("hooks") == EVENTS, "not there")
    refuses(folder)
    uninstalled(folder)
    expect(scratch.folder("home").hooks("hooks") == [], "left")


@situation("core.hooksPath: not a folder, switched off, empty")
def _(scratch):
    folder = scratch.repository()
    folder.write("file", "x\n")
    for setting in ["file", "file/below", "/dev/null", ""]:
        folder.git("config", "core.hooksPath", setting)
        result = install(folder)
        expect(result.status == 2, result)
    return "errors"


@situation("husky: its own folder is left alone, an older layout is served")
def _(scratch):
    folder = scratch.repository()
    folder.git("config", "core.hooksPath", ".husky/_")
    folder.write(".husky/_/pre-commit", '#!/usr/bin/env sh\n. "$(dirname "$0")/h"', 0o755)
    result = install(folder)
    expect(result.status == 2 and "husky" in result.output, result)
    expect("h\"" in folder.read(".husky/_/pre-commit"), "changed")
    folder = scratch.repository("older")
    folder.git("config", "core.hooksPath", ".husky")
    folder.write(".husky/_/husky.sh", 'sh -e "$0" skip; exit $?\n')
    folder.write(
        ".husky/pre-commit",
        '#!/bin/sh\n[ "$1" = skip ] || . "$(dirname "$0")/_/husky.sh"\necho mine >> seen\n',
        0o755,
    )
    installed(folder)
    refuses(folder)
    expect(folder.read("seen") == "mine\n" * 2, folder.read("seen"))


@situation("the folder of hooks is a link, and one to nothing")
def _(scratch):
    folder = scratch.repository()
    shutil.rmtree(folder.place(".git/hooks"))
    os.mkdir(folder.place("../shared"))
    os.symlink("../../shared", folder.place(".git/hooks"))
    result = installed(folder)
    expect("every repository" in result.output, result)
    expect(scratch.folder("shared").hooks("") == EVENTS, "not there")
    refuses(folder)
    uninstalled(folder)
    os.rmdir(folder.place("../shared"))
    result = install(folder)
    expect(result.status == 2 and "leads to none" in result.output, result)


@situation("no folder of hooks: made, and removed again")
def _(scratch):
    folder = scratch.repository()
    shutil.rmtree(folder.place(".git/hooks"))
    installed(folder)
    refuses(folder)
    uninstalled(folder)
    expect(folder.hooks() is None, folder.hooks())


@situation("a folder that may not be written: an error, and nothing changes")
def _(scratch):
    folder = scratch.repository()
    folder.write(".git/hooks/pre-commit", "#!/bin/sh\n", 0o755)
    user = None
    if os.getuid() == 0:
        user = 65534
        os.chmod(scratch.path, 0o755)
        for place in [scratch.home, folder.path]:
            os.chown(place, user, user)
            for top, folders, files in os.walk(place):
                for name in folders + files:
                    os.lchown(os.path.join(top, name), user, user)
        program = os.path.join(scratch.path, "reviewgate")
        shutil.copy(PROGRAM, program)
    else:
        program = PROGRAM
    os.chmod(folder.place(".git/hooks"), 0o555)
    result = install(folder, program=program, user=user)
    os.chmod(folder.place(".git/hooks"), 0o755)
    expect(result.status == 2 and "permission denied" in result.output, result)
    expect(folder.hooks() == ["pre-commit"], folder.hooks())


@situation("a mask that takes the right to run away does not")
def _(scratch):
    folder = scratch.repository()
    result = folder.run("sh", "-c", f"umask 177; exec '{PROGRAM}' hook git --install")
    expect(result.status == 0, result)
    expect(folder.mode(".git/hooks/pre-commit") == 0o700, oct(folder.mode(".git/hooks/pre-commit")))
    refuses(folder)


@situation("no repository, a bare one, git's own folder: errors")
def _(scratch):
    folder = scratch.folder("")
    result = install(folder)
    expect(result.status == 2 and "not a git repository" in result.output, result)
    folder.git("init", "--quiet", "--bare", "bare")
    result = install(scratch.folder("bare"))
    expect(result.status == 2 and "a bare repository" in result.output, result)
    scratch.repository()
    result = install(scratch.folder("r/.git"))
    expect(result.status == 2 and "run it in the work tree" in result.output, result)


@situation("a linked work tree shares the hooks of its repository")
def _(scratch):
    folder = scratch.repository()
    folder.first_commit()
    folder.git("worktree", "add", "--quiet", "../w", "-b", "other")
    tree = scratch.folder("w")
    installed(tree)
    expect(folder.hooks() == EVENTS, folder.hooks())
    refuses(tree)
    refuses(folder)
    uninstalled(folder)
    expect(folder.hooks() == [], folder.hooks())


@situation("a linked work tree of a bare repository")
def _(scratch):
    folder = scratch.repository()
    folder.first_commit()
    folder.git("clone", "--quiet", "--bare", ".", "../bare")
    scratch.folder("bare").git("worktree", "add", "--quiet", "../w", "-b", "other")
    installed(scratch.folder("w"))
    expect(scratch.folder("bare").hooks("hooks") == EVENTS, "not there")
    refuses(scratch.folder("w"))


@situation("a submodule has hooks of its own")
def _(scratch):
    library = scratch.repository("library")
    library.first_commit()
    folder = scratch.repository()
    folder.git("submodule", "--quiet", "add", library.path, "module")
    module = scratch.folder("r/module")
    installed(module)
    expect(folder.hooks() == [], folder.hooks())
    expect(folder.hooks(".git/modules/module/hooks") == EVENTS, "not there")
    refuses(module)


@situation("odd names: spaces, quotes, line ends, letters")
def _(scratch):
    for name in ["a b", "it's", 'q"uote$HOME`x`', "l\nine", "f\u00e4"]:
        folder = scratch.repository(name)
        os.mkdir(folder.place("bin"))
        program = folder.place("bin/reviewgate")
        shutil.copy(PROGRAM, program)
        result = installed(folder, program=program)
        expect("could replace" in result.output and "l\nine" not in result.output, result)
        refuses(folder)
        uninstalled(folder)


@situation("only what is staged counts: the rest of the work tree, --all, --only, --patch")
def _(scratch):
    folder = scratch.repository()
    installed(folder)
    folder.write("a.py", HARMLESS)
    folder.git("add", "a.py")
    folder.write("a.py", HARMLESS + BLOCKED)
    expect(folder.commit().status == 0, "an unstaged line was reported")
    expect(folder.commit("all", "--all").status == 1, "--all passed")
    folder.write("b.py", BLOCKED)
    folder.git("add", "--intent-to-add", "b.py")
    expect(folder.commit("only", "--only", "b.py").status == 1, "--only passed")
    folder.write("c.py", HARMLESS)
    folder.git("add", "c.py")
    result = folder.commit("only c", "--only", "c.py")
    expect(result.status == 0, result)


@situation("amend: what is added is reviewed, a new message alone passes")
def _(scratch):
    folder = scratch.repository()
    folder.first_commit()
    installed(folder)
    folder.write("a.py", BLOCKED)
    folder.git("add", "a.py")
    expect(folder.commit("bad", "--no-verify").status == 0, "no-verify")
    result = folder.commit("words", "--amend")
    expect(result.status == 0, result)
    folder.write("b.py", BLOCKED)
    folder.git("add", "b.py")
    result = folder.commit("more", "--amend")
    expect(result.status == 1 and "b.py" in result.output and "a.py" not in result.output, result)


def parted(scratch, text, own="x = 2\n"):
    """A repository on main, with a branch `side` that has `text` in side.py."""
    folder = scratch.repository()
    folder.first_commit()
    folder.git("checkout", "--quiet", "-b", "side")
    folder.write("side.py", text)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "side")
    folder.git("checkout", "--quiet", "main")
    folder.write("main.py", own)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--no-verify", "--message", "main")
    installed(folder)
    return folder


@situation("a merge is reviewed by pre-merge-commit")
def _(scratch):
    folder = parted(scratch, BLOCKED)
    result = folder.run("git", "merge", "--no-edit", "side")
    expect(result.status != 0 and "side.py" in result.output, result)
    folder.git("merge", "--abort")
    result = folder.run("git", "merge", "--squash", "side")
    expect(result.status == 0 and folder.commit().status == 1, result)


@situation("a harmless merge passes; one with a conflict is reviewed when it is resolved")
def _(scratch):
    folder = parted(scratch, HARMLESS)
    result = folder.run("git", "merge", "--no-edit", "side")
    expect(result.status == 0, result)
    folder.git("checkout", "--quiet", "side")
    folder.write("main.py", BLOCKED)
    folder.git("add", "main.py")
    folder.git("commit", "--quiet", "--no-verify", "--message", "other")
    folder.git("checkout", "--quiet", "main")
    expect(folder.run("git", "merge", "--no-edit", "side").status != 0, "no conflict")
    folder.write("main.py", BLOCKED)
    folder.git("add", "main.py")
    expect(folder.commit().status == 1, "passed")
    folder.write("main.py", HARMLESS)
    folder.git("add", "main.py")
    result = folder.commit()
    expect(result.status == 0, result)


@situation("rebase, cherry-pick, revert: git runs no hook for what applies cleanly")
def _(scratch):
    folder = parted(scratch, BLOCKED)
    seen = []
    folder.git("checkout", "--quiet", "side")
    seen.append("rebase %d" % folder.run("git", "rebase", "main").status)
    folder.git("checkout", "--quiet", "main")
    seen.append("cherry-pick %d" % folder.run("git", "cherry-pick", "side").status)
    seen.append("revert %d" % folder.run("git", "revert", "--no-edit", "HEAD").status)
    expect(seen == ["rebase 0", "cherry-pick 0", "revert 0"], seen)
    return ", ".join(seen)


@situation("rebase with a conflict: what is resolved is reviewed")
def _(scratch):
    folder = parted(scratch, HARMLESS)
    folder.git("checkout", "--quiet", "side")
    folder.write("main.py", "x = 3\n")
    folder.git("add", "main.py")
    folder.git("commit", "--quiet", "--no-verify", "--message", "other")
    expect(folder.run("git", "rebase", "main").status != 0, "no conflict")
    folder.write("main.py", BLOCKED)
    folder.git("add", "main.py")
    by_hand = folder.commit()
    going_on = folder.run("git", "rebase", "--continue")
    expect(by_hand.status == 1, by_hand)
    return f"git commit {by_hand.status}, git rebase --continue {going_on.status}"


@situation("detached head")
def _(scratch):
    folder = scratch.repository()
    folder.first_commit()
    folder.git("checkout", "--quiet", "--detach")
    installed(folder)
    refuses(folder)


@situation("the program is gone: the one on the PATH, else the commit is refused")
def _(scratch):
    folder = scratch.repository()
    os.mkdir(folder.place("../bin"))
    program = scratch.folder("bin").place("reviewgate")
    shutil.copy(PROGRAM, program)
    installed(folder, program=program)
    os.rename(program, scratch.folder("bin").place("elsewhere"))
    os.mkdir(folder.place("../path"))
    folder.write("a.py", HARMLESS)
    folder.git("add", "a.py")
    result = folder.commit()
    expect(result.status != 0 and "remove this hook" in result.output, result)
    os.symlink("../bin/elsewhere", scratch.folder("path").place("reviewgate"))
    path = scratch.folder("path").path + ":" + scratch.environment["PATH"]
    result = folder.commit(environment={"PATH": path})
    expect(result.status == 0, result)
    folder.write("b.py", BLOCKED)
    folder.git("add", "b.py")
    expect(folder.commit(environment={"PATH": path}).status == 1, "passed")
    # Uninstalling needs no program at the old place.
    uninstalled(folder)


@situation("the program moved: installing again makes the hook call it")
def _(scratch):
    folder = scratch.repository()
    folder.write(".git/hooks/pre-commit", "#!/bin/sh\necho mine >> seen\n", 0o755)
    installed(folder)
    other = os.path.join(scratch.path, "reviewgate")
    shutil.copy(PROGRAM, other)
    result = installed(folder, program=other)
    expect("now calls " + other in result.output, result)
    refuses(folder)
    expect(folder.read("seen") == "mine\n" * 2, folder.read("seen"))
    uninstalled(folder, program=other)
    expect(folder.hooks() == ["pre-commit"], folder.hooks())


@situation("called by its name on the PATH: a link there is what the hook calls")
def _(scratch):
    folder = scratch.repository()
    os.mkdir(folder.place("../path"))
    link = scratch.folder("path").place("reviewgate")
    os.symlink(PROGRAM, link)
    path = scratch.folder("path").path + ":" + scratch.environment["PATH"]
    scratch.environment["PATH"] = path
    installed(folder, program="reviewgate")
    expect(f"program='{link}'" in folder.read(".git/hooks/pre-commit"), "another path")
    refuses(folder)


@situation("variables of pre-commit do not change what a commit's review is of")
def _(scratch):
    folder = scratch.repository()
    folder.first_commit()
    installed(folder)
    folder.write("a.py", BLOCKED)
    folder.git("add", "a.py")
    result = folder.commit(
        environment={
            "PRE_COMMIT": "1",
            "PRE_COMMIT_FROM_REF": "HEAD",
            "PRE_COMMIT_TO_REF": "HEAD",
            "PRE_COMMIT_RUNNING_LEGACY": "1",
        }
    )
    expect(result.status == 1, result)


@situation("a copy of our hook under the name of the one before does not run itself for ever")
def _(scratch):
    folder = scratch.repository()
    installed(folder)
    hook = folder.place(".git/hooks/pre-commit")
    shutil.copy(hook, hook + ".before-reviewgate")
    refuses(folder)


main(situation, arguments.only)

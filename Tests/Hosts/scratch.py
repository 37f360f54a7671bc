"""Scratch repositories and a list of results, for the host tests."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
import traceback

# Blocked: outside input in a shell command.
BLOCKED = 'import os\nos.system("rm " + input())\n'
HARMLESS = "x = 1\n"


class Result:
    def __init__(self, process):
        self.status = process.returncode
        self.output = process.stdout.decode("utf-8", "replace")

    def __repr__(self):
        return f"status {self.status}\n{self.output}"


class Scratch:
    """A folder with a home of its own, so that no setting of this machine counts."""

    def __init__(self):
        self.path = os.path.realpath(tempfile.mkdtemp(prefix="reviewgate-hosts-"))
        self.home = os.path.join(self.path, "home")
        os.mkdir(self.home)
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("GIT_", "PRE_COMMIT", "GITHUB_", "CI_"))
        }
        self.environment.update(
            HOME=self.home,
            XDG_CONFIG_HOME=os.path.join(self.home, "config"),
            GIT_CONFIG_NOSYSTEM="1",
            LC_ALL="C.UTF-8",
        )
        with open(os.path.join(self.home, ".gitconfig"), "w") as file:
            file.write(
                "[user]\n name = A\n email = a@example.org\n[init]\n defaultBranch = main\n"
                "[commit]\n gpgsign = false\n[protocol \"file\"]\n allow = always\n"
                "[core]\n editor = true\n[advice]\n detachedHead = false\n"
            )

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)

    def folder(self, name):
        return Folder(self, os.path.join(self.path, name))

    def repository(self, name="r"):
        folder = self.folder(name)
        os.makedirs(folder.path)
        folder.git("init", "--quiet")
        return folder


class Folder:
    def __init__(self, scratch, path):
        self.scratch = scratch
        self.path = path

    def place(self, name):
        return os.path.join(self.path, name)

    def run(self, *words, environment=None, user=None, input=b""):
        def become():
            os.setgid(user)
            os.setuid(user)

        process = subprocess.run(
            words,
            cwd=self.path,
            env={**self.scratch.environment, **(environment or {})},
            input=input,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=become if user else None,
        )
        return Result(process)

    def git(self, *words, **options):
        """Runs git, which must succeed."""
        result = self.run("git", *words, **options)
        if result.status != 0:
            raise AssertionError(f"git {' '.join(map(str, words))}: {result}")
        return result

    def write(self, name, text, mode=None):
        path = self.place(name) if isinstance(name, str) else os.fsencode(self.path) + b"/" + name
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        if mode is not None:
            os.chmod(path, mode)

    def read(self, name):
        with open(self.place(name), "rb") as file:
            return file.read().decode("utf-8", "replace")

    def exists(self, name):
        return os.path.lexists(self.place(name))

    def mode(self, name):
        return stat.S_IMODE(os.lstat(self.place(name)).st_mode)

    def commit(self, message="change", *words, **options):
        """Tries to commit what is staged."""
        return self.run("git", "commit", "--quiet", "--message", message, *words, **options)

    def first_commit(self):
        self.write("README", "r\n")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--no-verify", "--message", "first")

    def hooks(self, name=".git/hooks"):
        """The names in the folder of hooks, but for git's samples."""
        if not os.path.isdir(self.place(name)):
            return None
        return sorted(n for n in os.listdir(self.place(name)) if not n.endswith(".sample"))


class Situations:
    """Runs each situation in a scratch folder of its own and tells what came out."""

    def __init__(self):
        self.all = []

    def __call__(self, title):
        def add(body):
            self.all.append((title, body))
            return body

        return add

    def run(self, only=None):
        failures = 0
        for title, body in self.all:
            if only and only not in title:
                continue
            scratch = Scratch()
            try:
                note = body(scratch)
                print(f"ok    {title}" + (f": {note}" if note else ""), flush=True)
            except Exception:
                failures += 1
                print(f"FAILS {title}\n{traceback.format_exc(limit=-3)}", flush=True)
            finally:
                scratch.remove()
        print(f"{len(self.all)} situations, {failures} failures" if not only else f"{failures} failures")
        return 1 if failures else 0


def expect(condition, seen):
    if not condition:
        raise AssertionError(repr(seen) if isinstance(seen, Result) else str(seen))


def main(situations, only):
    sys.exit(situations.run(only))

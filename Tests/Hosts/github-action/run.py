#!/usr/bin/env python3
"""Runs the steps of .github/actions/review and the script of .gitlab in scratch repositories, as the
hosts would: with the variables and files that they give to steps.

usage: run.py PROGRAM [--only TEXT]
"""

import argparse
import atexit
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.realpath(os.path.join(HERE, "..", "..", ".."))
sys.path.insert(0, os.path.join(HERE, ".."))
from scratch import BLOCKED, HARMLESS, Situations, expect, main  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("program", help="the built program")
parser.add_argument("--only", help="only situations whose title holds this")
arguments = parser.parse_args()
PROGRAM = os.path.abspath(arguments.program)
situation = Situations()

tools = tempfile.mkdtemp(prefix="reviewgate-action-")
atexit.register(shutil.rmtree, tools, ignore_errors=True)
try:
    import yaml
except ImportError:
    subprocess.run([sys.executable, "-m", "venv", tools + "/venv"], check=True)
    subprocess.run([tools + "/venv/bin/pip", "--quiet", "install", "pyyaml"], check=True)
    sys.path[:0] = glob.glob(tools + "/venv/lib/python*/site-packages")
    import yaml

with open(os.path.join(ROOT, ".github/actions/review/action.yml")) as file:
    ACTION = yaml.safe_load(file)
with open(os.path.join(ROOT, ".gitlab/reviewgate.gitlab-ci.yml")) as file:
    GITLAB = yaml.safe_load(file)["reviewgate"]

# Of a program without the formats that the hosts read, the verdict is real and the reports are not.
STAND_IN = """#!/usr/bin/env python3
import subprocess, sys
words, kept, reports = sys.argv[1:], [], []
while words:
    word = words.pop(0)
    if word == "--format":
        words.pop(0)
    elif word == "--report":
        reports.append(words.pop(0))
    else:
        kept.append(word)
result = subprocess.run(["PROGRAM"] + kept, stdout=subprocess.PIPE)
for report in reports:
    with open(report.split("=", 1)[1], "wb") as file:
        file.write(result.stdout)
sys.stdout.buffer.write(result.stdout)
sys.exit(result.returncode)
"""
os.mkdir(tools + "/bin")
formats = subprocess.run(
    [PROGRAM, "check", "-", "--format", "github", "--report", "sarif=" + tools + "/sarif",
     "--report", "markdown=" + tools + "/md", "--report", "gitlab=" + tools + "/gitlab",
     "--report", "gitlab-secrets=" + tools + "/secrets"],
    input=HARMLESS.encode(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
)  # fmt: skip
if formats.returncode == 0:
    os.symlink(PROGRAM, tools + "/bin/reviewgate")
else:
    print("a stand-in writes the reports: the program has not all formats yet")
    with open(tools + "/bin/reviewgate", "w") as file:
        file.write(STAND_IN.replace("PROGRAM", PROGRAM))
    os.chmod(tools + "/bin/reviewgate", 0o755)


class Outcome:
    def __init__(self, status, output, outputs, summary):
        self.status, self.output, self.outputs, self.summary = status, output, outputs, summary

    def __repr__(self):
        return f"status {self.status} {self.outputs}\n{self.output}"


def act(folder, event, inputs=None, payload=None, path=None):
    """Runs the steps as a runner does: expressions are filled in, the first failure ends them."""
    values = {
        "github.action_path": os.path.join(ROOT, ".github/actions/review"),
        "github.event_name": event,
        "github.workspace": folder.path,
        "github.event.pull_request.base.sha": "",
        "github.event.merge_group.base_sha": "",
        "github.event.before": "",
        **(payload or {}),
    }
    for name, input in ACTION["inputs"].items():
        values["inputs." + name] = input["default"]
    for name, value in (inputs or {}).items():
        expect(name in ACTION["inputs"], name)
        values["inputs." + name] = value
    scratch = folder.scratch
    text, status = "", 0
    with tempfile.TemporaryDirectory(dir=scratch.path) as runner:
        for step in ACTION["runs"]["steps"]:
            files = {
                name: os.path.join(runner, name) for name in ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"]
            }
            for name in files.values():
                open(name, "a").close()
            environment = {**files, "RUNNER_TEMP": scratch.path}
            environment["PATH"] = path or tools + "/bin:" + scratch.environment["PATH"]
            for name, value in step["env"].items():
                environment[name] = re.sub(
                    r"\$\{\{ (.*?) \}\}", lambda found: values[found.group(1)], str(value)
                )
            script = os.path.join(runner, "step.sh")
            with open(script, "w") as file:
                file.write(step["run"])
            # What GitHub starts `shell: bash` with.
            result = folder.run(
                "bash", "--noprofile", "--norc", "-eo", "pipefail", script, environment=environment
            )
            text += result.output
            outputs = {}
            with open(files["GITHUB_OUTPUT"]) as file:
                for line in file:
                    name, value = line.rstrip("\n").split("=", 1)
                    outputs[name] = value
                    values[f"steps.{step['id']}.outputs.{name}"] = value
            status = result.status
            if status != 0:
                break
        with open(files["GITHUB_STEP_SUMMARY"]) as file:
            summary = file.read()
    return Outcome(status, text, outputs, summary)


def changed(scratch, text=BLOCKED, name="new.py"):
    """A repository with an old fault on main, and a branch that adds a file."""
    folder = scratch.repository()
    folder.write("old.py", BLOCKED)
    folder.first_commit()
    folder.git("checkout", "--quiet", "-b", "change")
    folder.write(name, text)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--message", "change")
    return folder, folder.git("rev-parse", "main").output.strip()


def pull(base):
    return {"github.event.pull_request.base.sha": base}


@situation("the scripts hold no expression of the host")
def _(scratch):
    for step in ACTION["runs"]["steps"]:
        expect("${{" not in step["run"], step["run"])


@situation("a pull request: what it adds is reviewed, reports and outputs are written")
def _(scratch):
    folder, base = changed(scratch)
    outcome = act(folder, "pull_request", payload=pull(base))
    expect(outcome.status == 1 and outcome.outputs["result"] == "blocked", outcome)
    expect("new.py" in outcome.output and "old.py" not in outcome.output, outcome)
    expect("new.py" in outcome.summary, outcome.summary)
    for name in ["sarif", "markdown"]:
        expect(os.path.getsize(outcome.outputs[name]) > 0, outcome)
    outcome = act(folder, "pull_request", {"fail-on": "never"}, pull(base))
    expect(outcome.status == 0 and outcome.outputs["result"] == "passed", outcome)


@situation("a pull request that may pass; what must be looked at fails if that is asked for")
def _(scratch):
    folder, base = changed(scratch, "* @someone\n", "CODEOWNERS")
    outcome = act(folder, "pull_request", payload=pull(base))
    expect(outcome.status == 0 and outcome.outputs["result"] == "passed", outcome)
    outcome = act(folder, "pull_request", {"fail-on": "flag"}, pull(base))
    expect(outcome.status == 3 and outcome.outputs["result"] == "flagged", outcome)


@situation("a pull request does not bring its own policy")
def _(scratch):
    policy = '[[override]]\nrule = "*"\naction = "approve"\nreason = "all is well"\n'
    folder, base = changed(scratch)
    folder.write(".reviewgate.toml", policy)
    folder.git("add", "--all")
    folder.git("commit", "--quiet", "--message", "policy")
    outcome = act(folder, "pull_request", payload=pull(base))
    expect(outcome.status == 1, outcome)


@situation("a checkout without history: the base is fetched, else nothing passes")
def _(scratch):
    folder, base = changed(scratch)
    folder.git("config", "uploadpack.allowAnySHA1InWant", "true")
    folder.git("clone", "--quiet", "--depth=1", "--branch=change", "file://" + folder.path, "../c")
    clone = scratch.folder("c")
    outcome = act(clone, "pull_request", payload=pull(base))
    expect(outcome.status == 1 and "old.py" not in outcome.output, outcome)
    clone = scratch.folder("d")
    folder.git("clone", "--quiet", "--depth=1", "--branch=change", "file://" + folder.path, "../d")
    clone.git("remote", "set-url", "origin", "/nowhere")
    outcome = act(clone, "pull_request", payload=pull(base))
    expect(outcome.status == 2 and outcome.outputs["result"] == "not-reviewed", outcome)
    outcome = act(clone, "pull_request", {"diff-base": "nowhere"})
    expect(outcome.status == 2, outcome)


@situation("a base that is what is checked out: nothing passes unreviewed")
def _(scratch):
    folder, base = changed(scratch)
    folder.git("checkout", "--quiet", "main")
    outcome = act(folder, "pull_request_target", payload=pull(base))
    expect(outcome.status == 2 and "check out the head" in outcome.output, outcome)


@situation("a push, one of a new branch, a schedule, a merge group")
def _(scratch):
    folder, base = changed(scratch)
    outcome = act(folder, "push", payload={"github.event.before": base})
    expect(outcome.status == 1 and "old.py" not in outcome.output, outcome)
    outcome = act(folder, "push", payload={"github.event.before": "0" * 40})
    expect(outcome.status == 1 and "old.py" in outcome.output, outcome)
    outcome = act(folder, "schedule")
    expect(outcome.status == 1 and "old.py" in outcome.output, outcome)
    outcome = act(folder, "merge_group", payload={"github.event.merge_group.base_sha": base})
    expect(outcome.status == 1 and "old.py" not in outcome.output, outcome)


@situation("paths, with odd names; a policy; bad input")
def _(scratch):
    folder, base = changed(scratch, HARMLESS)
    folder.write("a b/$(touch owned).py", BLOCKED)
    folder.write("-x.py", BLOCKED)
    inputs = {"paths": "a b/$(touch owned).py\n\n-x.py\n"}
    outcome = act(folder, "pull_request", inputs, pull(base))
    expect(outcome.status == 1 and "old.py" not in outcome.output, outcome)
    expect("a b/" in outcome.output and "-x.py" in outcome.output, outcome)
    expect(not folder.exists("owned"), "ran")
    folder.write("p.toml", '[[override]]\nrule = "*"\naction = "approve"\nreason = "made up"\n')
    outcome = act(folder, "pull_request", {**inputs, "policy": "p.toml"}, pull(base))
    expect(outcome.status == 0, outcome)
    for bad in [{"fail-on": "`touch owned`"}, {"policy": "$(touch owned)"}, {"diff-base": "--help"},
                {"diff-base": "x;touch owned"}, {"paths": "gone.py"}]:  # fmt: skip
        outcome = act(folder, "pull_request", bad, pull(base))
        expect(outcome.status == 2 and outcome.outputs["result"] == "not-reviewed", (bad, outcome))
        expect(not folder.exists("owned"), "ran")


@situation("a report that is too long for a summary is not cut off in silence")
def _(scratch):
    folder, base = changed(scratch, "import os\n" + 'os.system("rm " + input())\n' * 8000)
    outcome = act(folder, "pull_request", payload=pull(base))
    size = os.path.getsize(outcome.outputs["markdown"])
    expect(outcome.status == 1 and len(outcome.summary) <= 1000000, outcome.summary[:99])
    expect(size <= 1000000 or "too long" in outcome.summary, outcome.summary[:99])
    return f"report of {size} bytes"


@situation("no reviewgate on the PATH: it is built; another version is not used")
def _(scratch):
    folder, base = changed(scratch)
    os.mkdir(folder.place("../bin"))
    # In the place of a build of minutes.
    folder.write(
        "../bin/swift",
        "#!/bin/sh\ncase \"$*\" in *--show-bin-path*) echo " + tools + "/bin ;; *) echo \"$@\" >> "
        + scratch.path + "/built ;; esac\n",
        0o755,
    )  # fmt: skip
    path = scratch.folder("bin").path + ":" + scratch.environment["PATH"]
    outcome = act(folder, "pull_request", payload=pull(base), path=path)
    expect(outcome.status == 1 and "new.py" in outcome.output, outcome)
    built = scratch.folder("").read("built")
    package = built.split("--package-path ")[1].strip()
    expect(os.path.exists(os.path.join(package, "Package.swift")), built)
    path = tools + "/bin:" + path
    outcome = act(folder, "pull_request", {"version": "99.0"}, pull(base), path)
    expect(outcome.status == 2 and "another version" in outcome.output, outcome)
    version = folder.run(PROGRAM, "--version").output.split()[1]
    outcome = act(folder, "pull_request", {"version": version}, pull(base), path)
    expect(outcome.status == 1 and len(scratch.folder("").read("built").splitlines()) == 2, outcome)


@situation("a folder of another user, as in a container")
def _(scratch):
    if os.getuid() != 0:
        return "left out: needs root"
    folder, base = changed(scratch)
    for top, folders, files in os.walk(folder.path):
        os.chown(top, 65534, 65534)
    refused = folder.run("git", "status")
    expect("dubious ownership" in refused.output, refused)
    outcome = act(folder, "pull_request", payload=pull(base))
    expect(outcome.status == 1 and "new.py" in outcome.output, outcome)


def gitlab(folder, **variables):
    environment = {name: str(value) for name, value in GITLAB["variables"].items()}
    environment = {
        name: value.replace("$CI_PROJECT_DIR", folder.path) for name, value in environment.items()
    }
    environment["PATH"] = tools + "/bin:" + folder.scratch.environment["PATH"]
    environment.update(variables)
    return folder.run("sh", "-c", "\n".join(GITLAB["script"]), environment=environment)


@situation("GitLab: a merge request, a branch, a new branch, a base that is not there")
def _(scratch):
    folder, base = changed(scratch)
    result = gitlab(folder, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, CI_COMMIT_BEFORE_SHA="0" * 40)
    expect(result.status == 1 and "old.py" not in result.output, result)
    for name in GITLAB["artifacts"]["reports"].values():
        expect(folder.exists(name), name)
        os.remove(folder.place(name))
    result = gitlab(folder, CI_COMMIT_BEFORE_SHA=base)
    expect(result.status == 1 and "old.py" not in result.output, result)
    result = gitlab(folder, CI_COMMIT_BEFORE_SHA="0" * 40)
    expect(result.status == 1 and "old.py" in result.output, result)
    result = gitlab(folder, CI_MERGE_REQUEST_DIFF_BASE_SHA="1" * 40)
    expect(result.status == 2, result)
    head = folder.git("rev-parse", "HEAD").output.strip()
    result = gitlab(folder, CI_MERGE_REQUEST_DIFF_BASE_SHA=head)
    expect(result.status == 2, result)
    result = gitlab(folder, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, REVIEWGATE_FAIL_ON="never")
    expect(result.status == 0, result)


main(situation, arguments.only)

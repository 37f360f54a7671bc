#!/usr/bin/env python3
"""Runs review_outputs.py under the real Spark, which it fetches from PyPI, on clusters of this machine.

usage: run.py PROGRAM [--only TEXT] [--texts FOLDER] [--records N] [--python PATH]

Needs Java 17 or later. Each cluster is one of processes (local-cluster): a driver, and executors with
one core and Python workers of their own.
"""

import argparse
import glob
import importlib.util
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(0, os.path.join(HERE, ".."))

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("program", help="the built program")
parser.add_argument("--only", help="only situations whose title holds this")
parser.add_argument("--texts", help="a folder of texts to review; the default is made-up texts")
parser.add_argument("--records", type=int, default=20000, help="how many records the data set has")
parser.add_argument("--python", help="a Python that has pyspark, pyarrow and pandas already")
arguments = parser.parse_args()
PROGRAM = os.path.abspath(arguments.program)

if importlib.util.find_spec("pyspark") is None:
    tools = tempfile.mkdtemp(prefix="reviewgate-spark-")
    try:
        python = arguments.python
        if python is None:
            python = tools + "/venv/bin/python"
            subprocess.run([sys.executable, "-m", "venv", tools + "/venv"], check=True)
            packages = ["pyspark", "pyarrow", "pandas<3"]
            subprocess.run([python, "-m", "pip", "--quiet", "install", *packages], check=True)
        sys.exit(subprocess.run([python, *sys.argv]).returncode)
    finally:
        shutil.rmtree(tools)

import pyarrow  # noqa: E402
import pyarrow.parquet  # noqa: E402
import pyspark  # noqa: E402
from review_outputs import reviewer  # noqa: E402

import model_outputs  # noqa: E402
from scratch import Situations, expect, main  # noqa: E402

situation = Situations()
TEXTS = model_outputs.from_folder(arguments.texts) if arguments.texts else model_outputs.made()
SPARK = os.path.join(os.path.dirname(sys.executable), "spark-submit")


def data_set(folder, count=arguments.records):
    """A folder of Parquet files, and what a single `reviewgate batch` says of each record."""
    rows = [
        {"id": number, "name": name, "text": text}
        for number, (name, text) in ((n, TEXTS[n % len(TEXTS)]) for n in range(count))
    ]
    os.makedirs(folder.place("outputs"))
    share = -(-count // 4)
    for part in range(4):
        pyarrow.parquet.write_table(
            pyarrow.Table.from_pylist(rows[part * share : (part + 1) * share]),
            folder.place(f"outputs/{part}.parquet"),
        )
    process = subprocess.run(
        [PROGRAM, "batch", "--no-policy", "--fail-on", "never", "--no-progress"],
        input="".join(json.dumps(row) + "\n" for row in rows).encode(),
        stdout=subprocess.PIPE,
    )
    expect(process.returncode == 0, process.returncode)
    alone = {}
    for line in process.stdout.splitlines():
        answer = json.loads(line)
        alone[answer["id"]] = answer["review"]
    return rows, alone


class Job:
    """review_outputs.py under spark-submit, as a person starts it."""

    def __init__(self, folder, *words, workers=1, ship=PROGRAM, settings=()):
        self.folder = folder
        os.makedirs(folder.place("events"), exist_ok=True)
        self.start = time.monotonic()
        settings = [
            "spark.ui.enabled=false",
            "spark.eventLog.enabled=true",
            "spark.eventLog.compress=false",
            "spark.eventLog.rolling.enabled=false",
            "spark.eventLog.dir=file://" + folder.place("events"),
            # Partitions of a file each: what is small is not read in one.
            "spark.sql.files.openCostInBytes=128m",
            *settings,
        ]
        self.log = open(folder.place("log"), "wb")
        self.process = subprocess.Popen(
            [
                *(SPARK, "--master", f"local-cluster[{workers},1,1024]"),
                *(word for setting in settings for word in ("--conf", setting)),
                os.path.join(HERE, "review_outputs.py"),
                *words,
                *(["--ship", ship] if ship and "--ship" not in words else []),
            ],
            cwd=folder.path,
            env={**folder.scratch.environment, "PYSPARK_PYTHON": sys.executable},
            stdout=self.log,
            stderr=self.log,
        )

    def wait(self):
        self.status = self.process.wait()
        self.seconds = time.monotonic() - self.start
        self.log.close()
        self.output = self.folder.read("log")
        # Executors of local-cluster work below the installed package, whatever the settings say.
        for events in glob.glob(self.folder.place("events/*")):
            application = os.path.basename(events).partition(".")[0]
            work = os.path.join(os.path.dirname(pyspark.__file__), "work", application)
            shutil.rmtree(work, ignore_errors=True)
        return self

    def succeed(self):
        self.wait()
        expect(self.status == 0, self.output[-3000:])
        return self

    def tasks(self):
        """How the tasks ended that reviewed: the reason of each, and when they started and ended."""
        stages, ends = set(), []
        for path in glob.glob(self.folder.place("events/*")):
            with open(path) as file:
                for event in map(json.loads, file):
                    if event["Event"] == "SparkListenerStageSubmitted":
                        told = json.dumps(event["Stage Info"]["RDD Info"])
                        if "MapInArrow" in told:
                            stages.add(event["Stage Info"]["Stage ID"])
                    if event["Event"] == "SparkListenerTaskEnd" and event["Stage ID"] in stages:
                        ends.append(event)
        return ends

    def reviewing_seconds(self):
        """From the start of the first task to the end of the last."""
        infos = [task["Task Info"] for task in self.tasks()]
        return (
            max(info["Finish Time"] for info in infos) - min(info["Launch Time"] for info in infos)
        ) / 1000

    def failures(self):
        return [
            task["Task End Reason"] for task in self.tasks()
            if task["Task End Reason"]["Reason"] != "Success"
        ]


def descendants(process):
    """The processes below one: of each its number and its command line."""
    parents, commands = {}, {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat") as file:
                parents[int(entry)] = int(file.read().rpartition(")")[2].split()[1])
            with open(f"/proc/{entry}/cmdline", "rb") as file:
                commands[int(entry)] = file.read().decode("utf-8", "replace").split("\0")
        except OSError:
            continue
    found, added = set(), {process}
    while added:
        found |= added
        added = {number for number, parent in parents.items() if parent in found} - found
    return {number: commands[number] for number in found if number in commands}


def written_by(number):
    """How many bytes a process has written."""
    try:
        with open(f"/proc/{number}/io") as file:
            return int(file.read().split("wchar:")[1].split()[0])
    except (OSError, IndexError):
        return 0


def running_review(job, answered):
    """The number of a process that reviews for this job and has given so many bytes of answers."""
    while job.process.poll() is None:
        for number, command in descendants(job.process.pid).items():
            if command[1:2] == ["batch"] and written_by(number) >= answered:
                return number
        time.sleep(0.05)
    raise AssertionError("the job ended before a review was under way\n" + job.wait().output[-2000:])


def parent(number):
    with open(f"/proc/{number}/stat") as file:
        return int(file.read().rpartition(")")[2].split()[1])


def reviewed(folder, name="reviewed"):
    return pyarrow.parquet.read_table(folder.place(name)).to_pylist()


def same(rows, alone, seen):
    """Every record once, with the review that one `reviewgate batch` gives."""
    expect(len(seen) == len(rows), f"{len(seen)} rows of {len(rows)} records")
    by_id = {row["id"]: row for row in seen}
    expect(len(by_id) == len(rows), f"{len(by_id)} ids of {len(rows)} records")
    for row in rows:
        out, review = by_id[row["id"]], alone[row["id"]]
        expect({name: out[name] for name in row} == row, out)
        expect(json.loads(out["review"]) == review, out)
        expect(out["verdict"] == review["verdict"] and out["complete"] is True, out)
        rules = {found["rule"] for found in review["findings"] if found["action"] != "approve"}
        expect(set(out["rules"]) == rules, out)
    verdicts = {row["verdict"] for row in seen}
    expect(len(rows) < 100 or {"approve", "block"} <= verdicts, verdicts)


def in_order(seen, rows):
    """Rows that were neighbors in a file still are."""
    share = -(-len(rows) // 4)
    ids = [row["id"] for row in seen]
    for part in range(4):
        of_part = [number for number in ids if number // share == part]
        expect(of_part == sorted(of_part), f"part {part} is out of order")


def throughput(job, rows):
    megabytes = sum(len(row["text"].encode()) for row in rows) / 1e6
    seconds = job.reviewing_seconds()
    return (
        f"{len(rows)} records, {megabytes:.1f} MB in {seconds:.1f} s: "
        f"{len(rows) / seconds:.0f} records/s, {megabytes / seconds:.2f} MB/s; "
        f"{job.seconds:.1f} s with the start of Spark, {len(rows) / job.seconds:.0f} records/s"
    )


for workers in (1, 2):

    @situation(f"{workers} workers: every record once, reviewed as by one batch, in order")
    def _(scratch, workers=workers):
        folder = scratch.repository()
        rows, alone = data_set(folder)
        job = Job(folder, "outputs", "reviewed", workers=workers).succeed()
        seen = reviewed(folder)
        same(rows, alone, seen)
        in_order(seen, rows)
        expect(job.failures() == [], job.failures())
        return throughput(job, rows)


@situation("a review is killed: its task runs again, nothing is lost and nothing twice")
def _(scratch):
    folder = scratch.repository()
    rows, alone = data_set(folder)
    job = Job(folder, "outputs", "reviewed", workers=2)
    victim = running_review(job, answered=500_000)
    os.kill(victim, signal.SIGKILL)
    job.succeed()
    same(rows, alone, reviewed(folder))
    failures = [failure.get("Description", "") for failure in job.failures()]
    expect(len(failures) == 1 and "exit status -9" in failures[0], failures)
    return failures[0].split("reviewgate on ")[1].splitlines()[0]


@situation("an executor is killed: its tasks run elsewhere, nothing is lost and nothing twice")
def _(scratch):
    folder = scratch.repository()
    rows, alone = data_set(folder)
    job = Job(folder, "outputs", "reviewed", workers=2)
    review = running_review(job, answered=500_000)
    executor = review
    while "CoarseGrainedExecutorBackend" not in " ".join(descendants(executor)[executor]):
        executor = parent(executor)
    below = set(descendants(executor)) - {executor}
    os.kill(executor, signal.SIGKILL)
    killed = time.monotonic()
    while any(os.path.exists(f"/proc/{number}") for number in below):
        expect(time.monotonic() - killed < 30, f"still there: {below}")
        time.sleep(0.1)
    gone = time.monotonic() - killed
    job.succeed()
    same(rows, alone, reviewed(folder))
    failures = [failure["Reason"] for failure in job.failures()]
    expect("ExecutorLostFailure" in failures, failures)
    return f"{', '.join(failures)}; its Python workers and reviews ended within {gone:.1f} s"


@situation("a program that is not there: the job fails and says so")
def _(scratch):
    folder = scratch.repository()
    data_set(folder, 20)
    job = Job(folder, "outputs", "reviewed", "--program", "/none/reviewgate", ship=None).wait()
    expect(job.status != 0, job.output[-2000:])
    expect("cannot start /none/reviewgate: No such file or directory" in job.output, job.output)
    expect(not folder.exists("reviewed/_SUCCESS"), "a success was written")
    expect(glob.glob(folder.place("reviewed/*.parquet")) == [], "rows were written")


@situation("options that batch refuses: the job fails with what batch says")
def _(scratch):
    folder = scratch.repository()
    data_set(folder, 20)
    job = Job(folder, "outputs", "reviewed", "--ship", PROGRAM, "--", "--preset", "lax").wait()
    expect(job.status != 0 and "exit status 2" in job.output, job.output[-2000:])
    return next(line for line in job.output.splitlines() if "exit status 2" in line).strip()[:160]


@situation("bad lines of JSON: each is a row that says it was not reviewed")
def _(scratch):
    folder = scratch.repository()
    good = {"id": 1, "text": TEXTS[0][1], "name": TEXTS[0][0]}
    lines = [
        json.dumps(good).encode(),
        b"not json at all",
        b'{"id": 3, "text": "cut off',
        b'{"id": 4}',
        b'{"id": 5, "text": null}',
        b'{"id": 6, "text": ""}',
        b'{"id": 7, "text": "half \\ud800 of a pair"}',
        b'{"id": 8, "text": "zero \\u0000 and \xff\xfe no UTF-8"}',
        json.dumps({"id": 9, "text": "word " * 400_000}).encode(),
        b'{"id": 10, "text": "line\\nline\\r\\nline \\u2028 line"}',
        json.dumps(dict(good, id=11)).encode(),
    ]
    folder.write("outputs.jsonl", b"\n".join(lines) + b"\n")
    Job(folder, "outputs.jsonl", "reviewed", "--input-format", "json").succeed()
    out = pyarrow.parquet.read_table(folder.place("reviewed"))
    # Spark's strings may be no UTF-8, which pyarrow gives out as bytes only.
    strings = {name: column for name, column in zip(out.column_names, out.columns)
               if pyarrow.types.is_string(column.type)}
    for name, column in strings.items():
        out = out.set_column(
            out.column_names.index(name), name, column.cast(pyarrow.binary()))
    seen = [
        {name: value.decode("utf-8", "replace") if isinstance(value, bytes) else value
         for name, value in row.items()}
        for row in out.to_pylist()
    ]
    expect(len(seen) == len(lines), f"{len(seen)} rows of {len(lines)} lines")
    ids = [row["id"] for row in seen]
    # Spark reads the eighth as broken too.
    expect(ids == [1, None, None, 4, 5, 6, 7, None, 9, 10, 11], ids)
    complete = [row["complete"] for row in seen]
    expect(complete == [True] + [False] * 5 + [True, False, True, True, True], complete)
    expect(all(row["verdict"] != "approve" for row in seen if not row["complete"]), seen)
    expect(seen[1]["_corrupt_record"] == "not json at all", seen[1])
    return f"{complete.count(False)} of {len(lines)} rows are not complete"


@situation("columns of every kind come out as they went in, text that is no UTF-8 too")
def _(scratch):
    folder = scratch.repository()
    large = 2**62 + 1
    table = pyarrow.table({
        # A null beside integers that floating point cannot hold.
        "key": pyarrow.array([large, None, large + 2], pyarrow.int64()),
        "text": pyarrow.array([b"hello", b"caf\xe9 \xff", None], pyarrow.binary()),
        "when": pyarrow.array([0, 1, None], pyarrow.timestamp("us", "UTC")),
        "score": pyarrow.array([0.1, float("nan"), None], pyarrow.float64()),
        "tags": pyarrow.array([["a", None], [], None], pyarrow.list_(pyarrow.string())),
        "made": pyarrow.array(
            [{"by": "m", "n": 1}, None, {"by": None, "n": None}],
            pyarrow.struct([("by", pyarrow.string()), ("n", pyarrow.int32())]),
        ),
    })
    os.mkdir(folder.place("outputs"))
    pyarrow.parquet.write_table(table, folder.place("outputs/0.parquet"))
    Job(folder, "outputs", "reviewed").succeed()
    out = pyarrow.parquet.read_table(folder.place("reviewed"))
    for name in table.column_names:
        came = out[name].cast(table[name].type)
        expect(str(came.to_pylist()) == str(table[name].to_pylist()), came)
    expect(out["complete"].to_pylist()[0] is True, out["complete"])
    expect(out["complete"].to_pylist()[2] is False, out["complete"])
    expect(out["verdict"].to_pylist()[0] == "approve", out["verdict"])
    return f"no UTF-8: {out['verdict'][1]}, complete {out['complete'][1]}"


STAND_IN = """#!{python}
import json, os, signal, sys
def answer(record, **more):
    review = {{"verdict": "approve", "complete": True, "findings": [], **more}}
    return json.dumps({{**record, "review": review}})
def say(line):
    print(line, flush=True)
for line in sys.stdin:
    record = json.loads(line)
    if record["number"] == 3:
{body}
    else:
        say(answer(record))
{end}
"""

# What a broken program could do with the third of five records, and what is to be said of it.
BROKEN = {
    "leaves one out": ("        pass", "", "record 3 was due, and record 4 answered"),
    "ends": ("        sys.exit(0)", "", "ended before record 3 was answered; exit status 0"),
    "fails": ("        sys.exit('out of memory')", "", "exit status 1; out of memory"),
    "dies": ("        os.kill(os.getpid(), signal.SIGSEGV)", "", "exit status -11"),
    "answers twice": ("        say(answer(record)); say(answer(record))", "", "record 4 was due, and"),
    "answers half": (
        "        sys.stdout.write(answer(record)[:-9]); sys.exit(0)", "", "ended before record 3"),
    "answers no JSON": ("        say('panic')", "", "the answer to record 3 is broken"),
    "gives no review": ("        say(json.dumps(record))", "", "the answer to record 3 is broken"),
    "gives a list": ("        say('[]')", "", "the answer to record 3 is broken"),
    "gives an unknown verdict": (
        "        say(answer(record, verdict='fine'))", "", "record 3 has no verdict"),
    "approves what it did not review": (
        "        say(answer(record, complete=False))", "", "record 3 was approved and not reviewed"),
    "says more at the end": ("        say(answer(record))", "say('{}')", "more answers than the 5"),
    "fails at the end": ("        say(answer(record))", "sys.exit(70)", "failed after 5 records"),
}


@situation("a broken program: whatever it does, its task fails and says why")
def _(scratch):
    folder = scratch.repository()
    table = pyarrow.table({"id": range(5), "text": ["a"] * 5})
    for number, (title, (body, end, said)) in enumerate(BROKEN.items()):
        program = folder.place(f"program{number}")
        folder.write(
            program, STAND_IN.format(python=sys.executable, body=body, end=end), mode=0o755
        )
        task = reviewer(lambda: [program], "text", None)
        try:
            list(task(iter(table.to_batches())))
        except RuntimeError as error:
            expect(said in str(error), f"{title}: {error}")
        else:
            raise AssertionError(f"{title}: its task did not fail")
    return f"{len(BROKEN)} ways"


@situation("a task that is given up, or fails to read its input, leaves no review behind")
def _(scratch):
    batch = pyarrow.RecordBatch.from_pydict({"text": ["a"] * 5})
    task = reviewer(lambda: [PROGRAM, "batch"], "text", None)

    def broken_input():
        yield batch
        raise OSError("the disk is gone")

    given_up = task(iter([batch, batch]))
    next(given_up)
    given_up.close()
    try:
        list(task(broken_input()))
    except OSError as error:
        expect(str(error) == "the disk is gone", error)
    else:
        raise AssertionError("the task did not fail")
    left = [command for command in descendants(os.getpid()).values() if command[1:2] == ["batch"]]
    expect(left == [], left)


@situation("texts larger than a pipe holds, and none at all")
def _(scratch):
    task = reviewer(lambda: [PROGRAM, "batch", "--fail-on", "never"], "text", None)
    texts = ["word " * 200_000] * 20
    batches = [
        pyarrow.RecordBatch.from_pydict({"text": texts}),
        pyarrow.RecordBatch.from_pydict({"text": pyarrow.array([], pyarrow.string())}),
    ]
    out = list(task(iter(batches)))
    expect([batch.num_rows for batch in out] == [20, 0], out)
    expect(list(task(iter([]))) == [], "a partition without batches has rows")


main(situation, arguments.only)

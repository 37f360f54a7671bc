#!/usr/bin/env python3
"""Runs `reviewgate batch` over many records, alone and in several processes under GNU parallel.

usage: run.py PROGRAM [--only TEXT] [--texts FOLDER] [--records N]

Needs GNU parallel (Debian: parallel), and Linux.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, ".."))
import model_outputs  # noqa: E402
from scratch import Situations, expect, main  # noqa: E402

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("program", help="the built program")
parser.add_argument("--only", help="only situations whose title holds this")
parser.add_argument("--texts", help="a folder of texts to review; the default is made-up texts")
parser.add_argument("--records", type=int, default=100_000, help="how many records go through one")
arguments = parser.parse_args()
PROGRAM = os.path.abspath(arguments.program)
if shutil.which("parallel") is None:
    sys.exit("run.py: there is no GNU parallel on the path")
situation = Situations()
TEXTS = model_outputs.from_folder(arguments.texts) if arguments.texts else model_outputs.made()
BATCH = [PROGRAM, "batch", "--no-policy", "--no-progress"]


def records(count):
    return [
        {"id": number, "name": name, "text": text}
        for number, (name, text) in ((n, TEXTS[n % len(TEXTS)]) for n in range(count))
    ]


def lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def run(words, input):
    return subprocess.run(words, input=input, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def in_parallel(*options, block="4M"):
    return ["parallel", "--will-cite", "--pipe", "--block", block, "-k", "-j2", *BATCH, *options]


def peak_memory(process):
    """In megabytes, so far. What wait4 tells is no use: a child starts with its parent's peak."""
    with open(f"/proc/{process.pid}/status") as file:
        return int(file.read().split("VmHWM:")[1].split()[0]) / 1e3


def cost(words, source):
    """Runs a program over a file: its answers, and the time and memory that it took."""
    answers = 0
    start = time.monotonic()
    with open(source, "rb") as input:
        process = subprocess.Popen(words, stdin=input, stdout=subprocess.PIPE)
        size = 0
        for line in process.stdout:
            if not line.startswith(b'{"id":%d,' % answers):
                raise AssertionError(f"answer {answers} is out of order: {line[:100]}")
            answers += 1
            size += len(line)
            if answers % 1000 == 1:
                memory = peak_memory(process)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - start
    processor = usage.ru_utime + usage.ru_stime
    return answers, process.returncode, size, seconds, processor, memory


@situation("under parallel every record comes back, in order, as from one batch")
def _(scratch):
    input = lines(records(10_000))
    alone = run([*BATCH, "--fail-on", "never"], input)
    expect(alone.returncode == 0, alone.stderr)
    start = time.monotonic()
    split = run(in_parallel("--jobs", "1", "--fail-on", "never"), input)
    seconds = time.monotonic() - start
    expect(split.returncode == 0, split.stderr)
    expect(split.stdout == alone.stdout, "the answers differ")
    expect(split.stdout.count(b"\n") == 10_000, split.stdout.count(b"\n"))
    return f"10000 records in {seconds:.1f} s, {10_000 / seconds:.0f} records/s"


@situation("under parallel the exit status tells how many blocks had something, and where")
def _(scratch):
    clean = [{"id": n, "text": "a harmless text " * 60} for n in range(2000)]
    blocked = [dict(clean[0], name="a.py", text='import os\nos.system("rm " + input())\n')]
    bad = [{"id": 0}]
    log = os.path.join(scratch.path, "jobs")
    for rows, total, each in (
        (clean, 0, [0, 0]),
        (clean[:1000] + blocked + clean[1001:], 1, [1, 0]),
        (clean[:1999] + bad, 1, [0, 2]),
        (blocked + clean[1:1999] + bad, 2, [1, 2]),
    ):
        words = in_parallel("--jobs", "1", block="1M")
        words[1:1] = ["--joblog", log]
        process = run(words, lines(rows))
        expect(process.returncode == total, (process.returncode, total, process.stderr))
        with open(log) as file:
            statuses = [int(line.split("\t")[6]) for line in file.readlines()[1:]]
        expect(sorted(statuses) == sorted(each), (statuses, each))
        expect(process.stdout.count(b"\n") == len(rows), process.stdout.count(b"\n"))


@situation("a process that is killed shows in parallel's exit status")
def _(scratch):
    input = lines(records(20_000))
    dying = os.path.join(scratch.path, "dying")
    with open(dying, "w") as file:
        file.write(
            '#!/bin/sh\nprogram=$1; shift\n'
            'test "$PARALLEL_SEQ" = 2 || exec "$program" "$@"\n'
            'head -c 200000 | "$program" "$@"\nkill -9 $$\n'
        )
    os.chmod(dying, 0o755)
    words = in_parallel("--jobs", "1", "--fail-on", "never", block="1M")
    words.insert(words.index(PROGRAM), dying)
    process = run(words, input)
    expect(process.returncode == 1, (process.returncode, process.stderr))
    lost = 20_000 - process.stdout.count(b"\n")
    expect(lost > 0, "nothing was lost: the test kills nothing")
    return f"{lost} records unanswered"


@situation("one batch: order, speed and memory over many records")
def _(scratch):
    count = arguments.records
    source = os.path.join(scratch.path, "records")
    size = 0
    with open(source, "wb") as file:
        for number in range(count):
            name, text = TEXTS[number % len(TEXTS)]
            size += len(text.encode())
            file.write(lines([{"id": number, "name": name, "text": text}]))
    notes = []
    for options in (["--jobs", "1"], ["--jobs", "1", "--quiet"], ["--jobs", "2", "--quiet"]):
        answers, status, told, seconds, processor, memory = cost(
            [*BATCH, "--fail-on", "never", *options], source
        )
        expect(status == 0 and answers == count, (status, answers))
        notes.append(
            f"\n        {' '.join(options)}: {count} records, {size / 1e6:.0f} MB in {seconds:.1f} s: "
            f"{count / seconds:.0f} records/s, {size / seconds / 1e6:.2f} MB/s; "
            f"{processor / count * 1e3:.3f} ms of processor a record, {told / count:.0f} bytes an "
            f"answer, peak memory {memory:.0f} MB"
        )
    return "".join(notes)


@situation("memory does not grow with the number of records")
def _(scratch):
    count = 300_000
    process = subprocess.Popen(
        [*BATCH, "--quiet"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )

    def write():
        for number in range(count):
            process.stdin.write(b'{"id":%d,"text":"the answer is %d"}\n' % (number, number % 97))
        process.stdin.close()

    writer = threading.Thread(target=write)
    writer.start()
    peaks, answers = [], 0
    for line in process.stdout:
        expect(line.startswith(b'{"id":%d,' % answers), line)
        answers += 1
        if answers in (count // 10, count - 1000):
            peaks.append(peak_memory(process))
    writer.join()
    expect(process.wait() == 0 and answers == count, answers)
    expect(peaks[1] < peaks[0] + 16, f"{peaks} MB")
    return f"peak {peaks[0]:.0f} MB after {count // 10} records, {peaks[1]:.0f} MB after {count}"


main(situation, arguments.only)

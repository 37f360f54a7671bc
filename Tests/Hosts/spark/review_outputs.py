#!/usr/bin/env python3
"""Reviews a data set of model outputs under Apache Spark with `reviewgate batch`.

    spark-submit [...] review_outputs.py INPUT OUTPUT --ship reviewgate [...] [-- OPTIONS OF BATCH]

Each task starts one `reviewgate batch` and streams its partition through it, one Arrow batch after the
other, so that memory does not grow with the partition. The columns of INPUT come out as they went in,
in their order, with four more:

    verdict   string         approve, flag or block
    complete  boolean        false: the text, or a part of it, could not be reviewed; never approved
    rules     array<string>  the rules whose findings flag or block
    review    string         the review as JSON (reviewgate help report-schema)

A text that cannot be reviewed (null, past a limit, of a line that is no JSON) is a row with complete =
false. Whatever else goes wrong fails the task: a program that cannot be started or dies, an answer that
is missing, broken or another record's. Spark runs the task again, and fails the job after
spark.task.maxFailures tries; a row is never written without its review.

How the program gets to the workers: --ship PATH sends it along (SparkContext.addFile). After
`spark-submit --files PATH` it lies in the working folder of each executor: --program ./reviewgate.
Where it is installed on each of them, --program names it, or nothing if it is on their PATH.
"""

import argparse
import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

import pyarrow
from pyspark import SparkFiles
from pyspark.sql import SparkSession
from pyspark.sql.types import ArrayType, BinaryType, BooleanType, StringType, StructField, StructType

REVIEW_COLUMNS = [
    StructField("verdict", StringType()),
    StructField("complete", BooleanType()),
    StructField("rules", ArrayType(StringType())),
    StructField("review", StringType()),
]

# What a task holds at a time, with the answers to it.
RECORDS_AT_A_TIME = 1000
BYTES_AT_A_TIME = 16 << 20


class Batch:
    """A running `reviewgate batch`."""

    def __init__(self, command):
        self.process = None
        self.sent = 0
        self.errors = tempfile.TemporaryFile()
        self.writer = ThreadPoolExecutor(1)
        try:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors
            )
        except OSError as error:
            raise self.failure(f"cannot start {command[0]}: {error.strerror}") from error

    def review(self, records):
        """The reviews of (name, text) pairs, in their order.

        A thread writes the records while this one reads the answers: neither side then waits with a
        full pipe for the other to read.
        """
        first = self.sent + 1
        self.sent += len(records)
        sending = self.writer.submit(self.send, records, first)
        reviews = [self.receive(number) for number in range(first, self.sent + 1)]
        sending.result()
        return reviews

    def send(self, records, first):
        try:
            for number, (name, text) in enumerate(records, first):
                self.process.stdin.write(
                    b'{"number":%d,"name":%s,"text":%s}\n' % (number, quoted(name), quoted(text))
                )
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # The program has ended, and who reads its answers says so.
        except BaseException:
            self.process.kill()  # Else that reader would wait for ever.
            raise

    def receive(self, number):
        """The review of the record of this number, which counts from 1 as the lines do."""
        line = self.process.stdout.readline()
        if not line.endswith(b"\n"):
            raise self.failure(f"ended before record {number} was answered")
        try:
            answer = json.loads(line.decode("utf-8", "replace"))
            # A record that was refused comes back under the number of its line.
            answered = answer["line"] if "error" in answer else answer["number"]
            review = answer["review"]
            verdict, complete = review["verdict"], review["complete"]
            rules = {found["rule"] for found in review["findings"] if found["action"] != "approve"}
        except (ValueError, KeyError, TypeError) as error:
            raise self.failure(f"the answer to record {number} is broken: {error!r}") from error
        if answered != number:
            raise self.failure(f"record {number} was due, and record {answered} answered")
        if verdict not in ("approve", "flag", "block") or complete not in (True, False):
            raise self.failure(f"the answer to record {number} has no verdict")
        if verdict == "approve" and not complete:
            raise self.failure(f"record {number} was approved and not reviewed")
        told = json.dumps(review, ensure_ascii=False, separators=(",", ":"))
        return verdict, complete, sorted(rules), told

    def finish(self):
        """All was sent and answered: it has to say no more, and to end well."""
        self.process.stdin.close()
        if self.process.stdout.read(1):
            raise self.failure(f"more answers than the {self.sent} records")
        # 0, 1 and 3 tell the worst verdict, 2 that some records could not be reviewed.
        if self.process.wait() not in (0, 1, 2, 3):
            raise self.failure(f"failed after {self.sent} records")

    def close(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdout.close()
            with contextlib.suppress(BrokenPipeError):
                self.process.stdin.close()
        self.writer.shutdown()
        self.errors.close()

    def failure(self, what):
        """What went wrong and where, how the program ended, and what it said last."""
        told = [f"reviewgate on {socket.gethostname()}: {what}"]
        if self.process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                told.append(f"exit status {self.process.wait(timeout=1)}")
            self.errors.seek(max(0, self.errors.seek(0, os.SEEK_END) - 2000))
            told.append(self.errors.read().decode("utf-8", "replace").strip())
        return RuntimeError("; ".join(part for part in told if part))


def quoted(value):
    """Bytes as a JSON string; those that are no UTF-8 stay as they are, for the review to judge."""
    if value is None:
        return b"null"
    text = value.decode("utf-8", "surrogateescape")
    return json.dumps(text, ensure_ascii=False).encode("utf-8", "surrogateescape")


def reviewer(command, text_column, name_column):
    """What a task does with its partition, for DataFrame.mapInArrow.

    Not mapInPandas: pandas turns integers beside a null into floating point, which rounds large ids.
    """

    def values(batch, column):
        if column is None:
            return [None] * batch.num_rows
        return batch.column(batch.schema.names.index(column)).cast(pyarrow.large_binary()).to_pylist()

    def review(batches):
        with contextlib.closing(Batch(command())) as program:
            for batch in batches:
                reviews = program.review(
                    list(zip(values(batch, name_column), values(batch, text_column)))
                )
                yield pyarrow.RecordBatch.from_arrays(
                    [
                        *batch.columns,
                        pyarrow.array([review[0] for review in reviews], pyarrow.string()),
                        pyarrow.array([review[1] for review in reviews], pyarrow.bool_()),
                        pyarrow.array(
                            [review[2] for review in reviews], pyarrow.list_(pyarrow.string())
                        ),
                        pyarrow.array([review[3] for review in reviews], pyarrow.string()),
                    ],
                    names=[*batch.schema.names, *(column.name for column in REVIEW_COLUMNS)],
                )
            program.finish()

    return review


def command_on_worker(options, processors):
    """Makes the words that start the program; to be called on a worker."""
    shipped = os.path.basename(options.ship) if options.ship else None
    policy = os.path.basename(options.policy) if options.policy else None

    def command():
        words = [SparkFiles.get(shipped) if shipped else options.program, "batch"]
        words += ["--fail-on", "never", "--no-progress", "--jobs", str(processors)]
        # The working folder of an executor is no place to look for a policy.
        words += ["--policy", SparkFiles.get(policy)] if policy else ["--no-policy"]
        return words + options.batch_options

    return command


def checked(frame, options):
    """The name column or None; ends the program if the columns are not as they have to be."""
    columns = {field.name: field.dataType for field in frame.schema}
    name = options.name_column or ("name" if "name" in columns else None)
    for column in filter(None, (options.text_column, name)):
        if not isinstance(columns.get(column), (StringType, BinaryType)):
            sys.exit(f"review_outputs: there is no column of strings named {column}")
    for column in REVIEW_COLUMNS:
        if column.name.lower() in {name.lower() for name in columns}:
            sys.exit(f"review_outputs: there is a column {column.name} already: rename or drop it")
    return name


def arguments(words):
    # What follows -- is for batch.
    end = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0], epilog="After -- may follow options of reviewgate batch."
    )
    parser.add_argument("input", help="a file, folder or glob that Spark can read")
    parser.add_argument("output", help="the folder to write, which must not exist")
    parser.add_argument("--input-format", choices=["json", "parquet"], default="parquet")
    parser.add_argument("--output-format", choices=["json", "parquet"], default="parquet")
    parser.add_argument("--text-column", default="text", help="what is reviewed; default: text")
    parser.add_argument("--name-column", help="what the text is called; default: name, if there is one")
    parser.add_argument("--partitions", type=int, help="how many; default: as Spark reads the input")
    parser.add_argument("--program", default="reviewgate", help="the program where workers have it")
    parser.add_argument("--ship", metavar="PATH", help="the program, to be sent to the workers")
    parser.add_argument("--policy", metavar="FILE", help="a policy, to be sent to the workers")
    options = parser.parse_args(words[:end])
    options.batch_options = words[end + 1 :]
    return options


def main():
    options = arguments(sys.argv[1:])
    spark = SparkSession.builder.appName("reviewgate").getOrCreate()
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", RECORDS_AT_A_TIME)
    spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", BYTES_AT_A_TIME)
    for file in filter(None, (options.ship, options.policy)):
        spark.sparkContext.addFile(file)

    frame = spark.read.format(options.input_format).load(options.input)
    name_column = checked(frame, options)
    if options.partitions:
        frame = frame.repartition(options.partitions)
    command = command_on_worker(options, int(spark.conf.get("spark.task.cpus", "1")))
    reviewed = frame.mapInArrow(
        reviewer(command, options.text_column, name_column),
        StructType([*frame.schema.fields, *REVIEW_COLUMNS]),
    )
    start = time.monotonic()
    reviewed.write.format(options.output_format).save(options.output)
    seconds = time.monotonic() - start

    written = spark.read.schema(reviewed.schema).format(options.output_format).load(options.output)
    counts = sorted(map(tuple, written.groupBy("verdict", "complete").count().collect()))
    print(f"review_outputs: {sum(row[-1] for row in counts)} records in {seconds:.1f} s")
    for verdict, complete, count in counts:
        print(f"  {verdict}{'' if complete else ', not reviewed wholly'}: {count}")
    spark.stop()


if __name__ == "__main__":
    main()

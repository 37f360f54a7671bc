"""Drives `PROGRAM mcp` with the official Python SDK, and over the bare wire.

usage: python run.py PROGRAM [ARGUMENT ...]      (the arguments of the server; "mcp" without any)

Needs the SDK, which it does not install:  pip install mcp jsonschema
Worth a run each: mcp==1.9.4 (revision 2025-03-26), mcp==1.30.0 (2025-11-25), and the newest, which
also speaks 2026-07-28. Prints what it saw; exits 1 where something was not as it should be.
"""

import importlib.metadata
import json
import subprocess
import sys
import threading
import time

import anyio
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

PROGRAM = sys.argv[1]
ARGUMENTS = sys.argv[2:] or ["mcp"]

CLEAN = "def add(a, b):\n    return a + b\n"
FLAGGED = "DEB" + "UG = True\n"
# In pieces, so that a review of this file finds nothing.
PASSWORD = "tangerine" + "-" + "Locomotive77"
BLOCKED = "import os\nos." + 'system(input())\npass' + f'word = "{PASSWORD}"\n'
LONG = "".join(
    f"def function_{i}(a, b):\n    return a + b * {i}  # number {i}\n" for i in range(600_000)
)

VERSION_KEY = "io.modelcontextprotocol/protocolVersion"
MODERN = {VERSION_KEY: "2026-07-28", "io.modelcontextprotocol/clientCapabilities": {}}

failures = []


def check(what, holds, seen=""):
    print(f"  {'ok  ' if holds else 'FAIL'} {what}" + (f": {seen}" if seen != "" else ""))
    if not holds:
        failures.append(what)


def one_of(thing, *names):
    """An attribute that the SDK's major versions call differently."""
    for name in names:
        if hasattr(thing, name):
            return getattr(thing, name)
    return None


def is_error(result):
    return bool(one_of(result, "is_error", "isError"))


def structured(result):
    return one_of(result, "structured_content", "structuredContent")


def text(result):
    return result.content[0].text


def first_line(result):
    return text(result).split("\n")[0]


async def fault(call):
    """The code and the message of the protocol error that a request ends in."""
    try:
        result = await call
    except Exception as error:  # The SDK's class for it has changed its name and place.
        inner = getattr(error, "error", None)
        return getattr(inner, "code", None), str(error)
    return None, f"no error: {result}"


async def use(client, revision):
    """What every era has in common. `client` has list_tools and call_tool."""
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    check("tools", list(tools) == ["review", "explain"], list(tools))
    schema = one_of(tools["review"], "output_schema", "outputSchema")
    if revision >= "2025-06-18":
        from jsonschema import Draft7Validator, Draft202012Validator

        Draft202012Validator.check_schema(schema)
        Draft7Validator.check_schema(schema)
        check("the output schema is legal", schema["type"] == "object", f"{len(schema)} keys")
    else:
        check("no output schema in this revision", schema is None)
    hints = tools["review"].annotations
    read_only = one_of(hints, "read_only_hint", "readOnlyHint") if hints else None
    check("the tool only reads", read_only is (True if revision >= "2025-03-26" else None))

    for name, content, verdict in [
        ("add.py", CLEAN, "approve"),
        ("settings.py", FLAGGED, "flag"),
        ("app.py", BLOCKED, "block"),
        ("reply.md", f"Here:\n\n```python\n{BLOCKED}```\n", "block"),
        (None, CLEAN, "approve"),
    ]:
        arguments = {"content": content} | ({"name": name} if name else {})
        result = await client.call_tool("review", arguments)
        check(
            f"{name or 'a text without a name'} is {verdict}",
            text(result).startswith(f"verdict: {verdict} ") and not is_error(result),
            first_line(result),
        )
        report = structured(result)
        if revision >= "2025-06-18":
            Draft202012Validator(schema).validate(report)
            check("  and so says its report", report["verdict"] == verdict)
        else:
            check("  without a report in this revision", report is None)
        check("  no password is told", PASSWORD not in str(result))
    print("    | " + text(await client.call_tool("review", {"content": BLOCKED, "name": "app.py"}))
          .replace("\n", "\n    | "))

    many = "import os\n" + ("os." + "system(input())\n") * 500
    result = await client.call_tool("review", {"content": many, "name": "many.py"})
    check("500 findings fit", len(text(result)) <= 10_000, text(result).split("\n")[-1])

    binary = await client.call_tool("review", {"content": "\0\1\2" * 500, "name": "a.bin"})
    check("what cannot be reviewed is an error", is_error(binary), text(binary).split("\n")[1:])

    page = await client.call_tool("explain", {"rule": "unsafe-apis/python-shell-command"})
    check("explain", "why:" in text(page) and not is_error(page), first_line(page))
    unknown = await client.call_tool("explain", {"rule": "unsafe-apis/python-shell-comand"})
    check("an unknown rule", is_error(unknown) and "did you mean" in text(unknown), text(unknown))

    code, message = await fault(client.call_tool("revue", {}))
    check("an unknown tool", code == -32602, f"{code} {message}")
    for arguments in [{}, {"content": ""}, {"content": 1}, {"content": "a", "skip": "secrets"}]:
        if revision >= "2025-11-25":
            result = await client.call_tool("review", arguments)
            check(f"arguments {arguments}", is_error(result), text(result))
        else:
            code, message = await fault(client.call_tool("review", arguments))
            check(f"arguments {arguments}", code == -32602, f"{code} {message}")

    start = time.monotonic()
    for number in range(200):
        result = await client.call_tool("review", {"content": CLEAN, "name": f"{number}.py"})
        if not text(result).startswith("verdict: approve"):
            check(f"call {number} of 200", False, text(result))
    check("200 calls in a row", True, f"{time.monotonic() - start:.2f} s")

    verdicts = []

    async def review(number):
        result = await client.call_tool(
            "review", {"content": BLOCKED if number % 2 else CLEAN, "name": f"{number}.py"}
        )
        verdicts.append((number, text(result).split(" ")[1]))

    async with anyio.create_task_group() as group:
        for number in range(200):
            group.start_soon(review, number)
    good = all(verdict == ("block" if number % 2 else "approve") for number, verdict in verdicts)
    check("200 calls at a time, each with its own answer", good and len(verdicts) == 200)


async def answered_meanwhile(client, what, request):
    """`request` is answered while a long review runs."""
    ended = {}

    async def review():
        result = await client.call_tool("review", {"content": LONG, "name": "long.py"})
        ended["review"] = time.monotonic()
        check("a long review", text(result).startswith("verdict: approve"), first_line(result))

    async with anyio.create_task_group() as group:
        start = time.monotonic()
        group.start_soon(review)
        await anyio.sleep(0.7)
        asked = time.monotonic()
        await request()
        ended["request"] = time.monotonic()
    check(
        f"{what} during a review",
        ended["request"] < ended["review"],
        f"{(ended['request'] - asked) * 1000:.0f} ms; the review took {ended['review'] - start:.1f} s",
    )


async def handshake():
    server = StdioServerParameters(command=PROGRAM, args=ARGUMENTS)
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        result = await session.initialize()
        revision = one_of(result, "protocol_version", "protocolVersion")
        info = one_of(result, "server_info", "serverInfo")
        print(f"with a handshake: {revision}, {info.name} {info.version}")
        await use(session, str(revision))
        await answered_meanwhile(session, "ping", session.send_ping)


async def without_handshake(mode):
    from mcp import Client

    server = StdioServerParameters(command=PROGRAM, args=ARGUMENTS)
    async with Client(server, mode=mode) as client:
        print(f"without a handshake ({mode}): {client.protocol_version}, {client.server_info}")
        check("the revision", client.protocol_version == "2026-07-28")
        await use(client, client.protocol_version)
        await answered_meanwhile(client, "a short review", lambda: client.call_tool(
            "review", {"content": CLEAN}))


class Wire:
    """The server and the lines that go to and from it."""

    def __init__(self):
        self.process = subprocess.Popen(
            [PROGRAM, *ARGUMENTS], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.lines = []
        self.news = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.process.stdout:
            with self.news:
                self.lines.append(json.loads(line))
                self.news.notify_all()
        with self.news:
            self.lines.append(None)
            self.news.notify_all()

    def send(self, *messages):
        for message in messages:
            line = message if isinstance(message, bytes) else json.dumps(message).encode()
            self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()

    def ask(self, message):
        """Sends it and gives back the next line that comes."""
        self.send(message)
        return self.next()

    def next(self, seconds=120):
        with self.news:
            self.news.wait_for(lambda: self.lines, timeout=seconds)
            return self.lines.pop(0) if self.lines else "silence"

    def memory(self):
        try:
            with open(f"/proc/{self.process.pid}/status") as status:
                return next(line.split()[1] for line in status if line.startswith("VmRSS"))
        except (OSError, StopIteration):
            return "?"

    def end(self):
        self.process.stdin.close()
        return self.process.wait(timeout=120)


def request(id, method, **params):
    return {"jsonrpc": "2.0", "id": id, "method": method, "params": params}


def review(id, content, **rest):
    return request(id, "tools/call", name="review", arguments={"content": content}, **rest)


def initialize(revision, id=0):
    return request(
        id, "initialize", protocolVersion=revision, capabilities={},
        clientInfo={"name": "wire", "version": "1"})


def code(answer):
    return answer["id"], answer["error"]["code"]


def bare_wire():
    print("over the bare wire")
    wire = Wire()
    check("before a handshake", code(wire.ask(request(1, "tools/list"))) == (1, -32602))
    check("ping before a handshake", wire.ask(request("p", "ping"))["result"] == {})
    for revision, agreed in [
        ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
        ("2025-11-25", "2025-11-25"), ("2026-07-28", "2025-11-25"), ("1999-01-01", "2025-11-25"),
    ]:
        answer = wire.ask(initialize(revision))["result"]["protocolVersion"]
        check(f"initialize {revision}", answer == agreed, answer)
    for line in [b"{", b"nonsense", b'{"jsonrpc":"2.0","id":1,"method":"ping"}x', b'"\xff"',
                 b'{"jsonrpc":"2.0","id":01,"method":"ping"}', b'["a\0b"]', b'{"a":"\\x"}',
                 b"[" * 100_000]:
        answer = wire.ask(line)
        check(f"parse error: {line[:40]}", code(answer) == (None, -32700))
    deep = b'{"jsonrpc":"2.0","id":7,"method":"ping","params":{"x":' + b"[" * 200_000
    answer = wire.ask(deep + b"]" * 200_000 + b"}}")
    check("deep nesting", answer["id"] == 7 and answer["result"] == {})
    answer = wire.ask(b'{"jsonrpc":"2.0","id":8,"method":"ping","params":{"x":"'
                      + b"a" * (64 << 20) + b'"}}')
    check("a line beyond the bound", code(answer) == (None, -32700), answer["error"]["message"])
    for message, expected in [
        ({"jsonrpc": "2.0", "id": None, "method": "ping"}, (None, -32600)),
        ({"jsonrpc": "1.0", "id": 5, "method": "ping"}, (5, -32600)),
        ({"jsonrpc": "2.0", "id": 5, "method": 1}, (5, -32600)),
        ({"foo": "boo"}, (None, -32600)), (b"1", (None, -32600)), (b"[]", (None, -32600)),
        ([request(1, "ping")], (None, -32600)),
        (b'{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}', (None, -32600)),
        ({"jsonrpc": "2.0", "id": "é\n", "method": "ping", "params": []}, ("é\n", -32602)),
        (request(1.5, "logging/setLevel", level="info"), (1.5, -32601)),
        (request(1, "resources/list"), (1, -32601)), (request(1, "prompts/list"), (1, -32601)),
        (request(1, "tools/list", cursor="x"), (1, -32602)),
        (request(1, "tools/call", name="review", arguments=[]), (1, -32602)),
        (request(1, "server/discover"), (1, -32602)),
        (request(1, "tools/list", _meta={VERSION_KEY: "2026-07-28"}), (1, -32602)),
        (request(1, "ping", _meta=MODERN), (1, -32601)),
        (request(1, "tools/list", _meta=MODERN | {VERSION_KEY: "2027-01-01"}), (1, -32022)),
    ]:
        answer = wire.ask(message)
        check(f"{str(message)[:90]}", code(answer) == expected, answer["error"]["message"])
    check("what is supported", wire.ask(request(
        1, "tools/list", _meta=MODERN | {VERSION_KEY: "2027-01-01"}))["error"]["data"]["supported"][0]
        == "2026-07-28")
    answer = wire.ask(review(1, "half \ud800 a pair"))
    check("half of a surrogate pair is no text", answer["result"]["isError"],
          answer["result"]["content"][0]["text"])
    wire.send({"jsonrpc": "2.0", "method": "notifications/initialized"},
              {"jsonrpc": "2.0", "method": "notifications/unheard-of"},
              {"jsonrpc": "2.0", "method": "tools/call", "params": {"name": "review"}},
              {"jsonrpc": "2.0", "id": 9, "result": {}}, b"", b"  ")
    check("notifications, answers and blank lines are not answered",
          wire.ask(request("next", "ping"))["id"] == "next")

    wire.ask(initialize("2025-03-26"))
    answer = wire.ask([review("a", BLOCKED), request("b", "ping"), {"jsonrpc": "2.0", "method": "x"},
                       1, review("c", CLEAN)])
    check("a batch", sorted(str(part["id"]) for part in answer) == ["None", "a", "b", "c"],
          [part["id"] for part in answer])
    wire.send([{"jsonrpc": "2.0", "method": "notifications/initialized"}])
    check("a batch of notifications", wire.ask(request("next", "ping"))["id"] == "next")

    wire.ask(initialize("2025-11-25"))
    start = time.monotonic()
    wire.send(review("long", LONG))
    time.sleep(1)
    check("the same id again", code(wire.ask(request("long", "ping"))) == ("long", -32600))
    wire.send({"jsonrpc": "2.0", "method": "notifications/cancelled",
               "params": {"requestId": "long", "reason": "enough"}})
    wire.send({"jsonrpc": "2.0", "method": "notifications/cancelled",
               "params": {"requestId": "never asked"}})
    check("a stopped review does not hold up the next", wire.ask(review("after", CLEAN))["id"] == "after",
          f"{time.monotonic() - start:.1f} s")
    check("and has no answer", wire.next(seconds=20) == "silence")

    before = wire.memory()
    for turn in range(3):
        for number in range(200):
            wire.ask(review(f"m{turn}.{number}", BLOCKED))
        print(f"       memory after {(turn + 1) * 200} reviews: {before} -> {wire.memory()} KB")

    many = 400
    wire.send(*[review(number, CLEAN) for number in range(many)])
    wire.send(review("last", LONG))
    status = wire.end()
    seen = []
    while (line := wire.next()) is not None:
        seen.append(line["id"])
    check("what is open at the end of the input is answered", len(seen) == many + 1
          and set(seen) == {*range(many), "last"}, f"{len(seen)} answers")
    check("the end", status == 0, f"exit {status}")


def main():
    release = importlib.metadata.version("mcp")
    print(f"mcp {release}, Python {sys.version.split()[0]}")
    anyio.run(handshake)
    if int(release.split(".")[0]) >= 2:
        anyio.run(without_handshake, "auto")
        anyio.run(without_handshake, "2026-07-28")
    bare_wire()
    print(f"{len(failures)} failed" + "".join(f"\n  {failure}" for failure in failures))
    sys.exit(1 if failures else 0)


main()

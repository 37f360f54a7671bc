"""Data sets of model outputs, for the tests of hosts that review many of them."""

import os
import random
import zlib

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

SENTENCES = """The endpoint returns the page that was asked for, and an empty list past the last one.
Keep the old column until every reader has moved, then drop it in a change of its own.
I would start with the smallest version that works, measure it, and only then add the cache.
You can run the tests alone with the marker, which takes about a minute on a laptop.
That error means the queue was closed while a producer was still waiting on it.
The meeting is moved to Thursday, since the figures for the quarter come in a day late.
Sorting first makes the second loop linear, at the price of one copy of the list.
Both answers are right: the first counts leap days, and the second one does not.
The recipe works with spelt as well, but then it needs a little more water.
Rename the variable, since it now holds the longest prefix and no longer the first.""".split("\n")


def from_folder(path):
    """The name and the bytes of each file below it."""
    texts = []
    for folder, folders, files in os.walk(path):
        folders.sort()
        for name in sorted(files):
            with open(os.path.join(folder, name), "rb") as file:
                texts.append((name, file.read().decode("utf-8", "replace")))
    return texts


def made(count=200, seed=1):
    """Names and texts of 0.2 to 4 KB in several forms; every third has something in it to find."""
    chance = random.Random(seed)
    forms = [prose, reply, python, diff, settings, page]
    texts = []
    for number in range(count):
        form = forms[number % len(forms)]
        finding = chance.choice([token, address, None]) if number % 3 == 0 else None
        texts.append(form(chance, chance.randrange(200, 3800), finding and finding(chance)))
    return texts


def token(chance):
    """A token of GitHub's form with the checksum that belongs to it."""
    body = "".join(chance.choice(DIGITS) for _ in range(30))
    rest, checksum = zlib.crc32(body.encode()), ""
    for _ in range(6):
        checksum = DIGITS[rest % 62] + checksum
        rest //= 62
    return "gh" + "p_" + body + checksum


def address(chance):
    """An e-mail address of a person that is nobody."""
    first, last = chance.choice(["jana", "omar", "lucia"]), chance.choice(["berg", "haddad", "rossi"])
    return f"{first}.{last}{chance.randrange(100)}@" + chance.choice(["gmail", "outlook"]) + ".com"


def sentences(chance, size):
    words = ""
    while len(words) < size:
        words += chance.choice(SENTENCES) + ("\n\n" if chance.random() < 0.2 else " ")
    return words


def prose(chance, size, finding):
    return "answer.txt", sentences(chance, size) + (f"\nWrite to {finding}.\n" if finding else "\n")


def reply(chance, size, finding):
    _, code, = python(chance, size // 2, finding)
    return "reply.md", f"## Answer\n\n{sentences(chance, size // 2)}\n\n```python\n{code}```\n"


def python(chance, size, finding):
    lines = ["import json", "", f'OWNER = "{finding}"' if finding else "OWNER = None", ""]
    while sum(map(len, lines)) < size:
        name = chance.choice(["total", "merge", "page", "rank"]) + str(len(lines))
        lines += [
            f"def {name}(rows, limit={chance.randrange(1, 99)}):",
            f'    """{chance.choice(SENTENCES)}"""',
            "    kept = [row for row in rows if row is not None][:limit]",
            "    return json.dumps(kept, sort_keys=True)",
            "",
        ]
    return "answer.py", "\n".join(lines)


def diff(chance, size, finding):
    _, code = python(chance, size, finding)
    lines = code.split("\n")
    head = f"--- a/answer.py\n+++ b/answer.py\n@@ -0,0 +1,{len(lines)} @@\n"
    return "change.diff", head + "".join(f"+{line}\n" for line in lines)


def settings(chance, size, finding):
    lines = [f"contact: {finding}"] if finding else []
    while sum(map(len, lines)) < size:
        lines.append(f"service_{len(lines)}:\n  replicas: {chance.randrange(1, 9)}\n  port: 8080")
    return "settings.yaml", "\n".join(lines) + "\n"


def page(chance, size, finding):
    told = "".join(f"<p>{line}</p>\n" for line in sentences(chance, size).split("\n") if line)
    return "page.html", f"<html><body>\n{told}<p>{finding or 'Done.'}</p>\n</body></html>\n"

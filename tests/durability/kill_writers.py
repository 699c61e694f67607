"""Kill -9 at random moments while notes are written: nothing that was reported as saved is lost.

    python tests/durability/kill_writers.py [ROUNDS]

Each round starts a process that makes, changes and deletes annotations as fast as it can and
reports each one after the store has returned; it is killed at a random moment. Then everything
reported so far, over all rounds, must be in the database as reported, and the database whole.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tui"))

from dateline.annotations.store import AnnotationStore  # noqa: E402
from dateline.article.model import Article  # noqa: E402

ARTICLE = Article(text="A sentence to mark. " * 500, title="Marked", source="/articles/marked.txt")


@dataclass
class Tally:
    """What a run came to."""

    rounds: int = 0
    reported: int = 0
    lost: int = 0
    damaged: int = 0
    busy: int = 0
    """Rounds in which the process was killed while it was in the middle of a write."""


def write_until_killed(path: Path, pipe: int, seed: int) -> None:
    """The process that is killed: one line on the pipe for each thing that was saved."""
    dice = random.Random(seed)
    store = AnnotationStore(path)
    mine = []
    while True:
        kind = dice.randrange(4) if mine else 0
        os.write(pipe, b"?\n")
        if kind < 2:
            start = dice.randrange(len(ARTICLE.text) - 50)
            saved = store.add(ARTICLE, start, start + 40, note="n" * dice.randrange(3000))
            mine.append(saved)
        else:
            seen = mine[-1]
            change = {"note": f"{dice.random()}"} if kind == 2 else {"colour": dice.randint(1, 8)}
            saved = store.change(seen, **change).annotation
            mine[-1] = saved
        if not dice.randrange(20):
            saved = store.delete(mine.pop()).annotation
        report = [saved.id, saved.version, saved.note, saved.colour, saved.deleted]
        os.write(pipe, json.dumps(report).encode() + b"\n")


def run(rounds: int, path: Path, seed: int = 1) -> Tally:
    """Kill that many writers, and look after each."""
    dice = random.Random(seed)
    tally = Tally()
    expected: dict[str, list[object]] = {}
    for number in range(rounds):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            try:
                write_until_killed(path, writer, seed * 1000 + number)
            finally:
                os._exit(1)
        os.close(writer)
        # One in four is killed while it opens the file, the others once they write.
        received = os.read(reader, 1 << 16) if number % 4 else b""
        deadline = time.monotonic() + dice.uniform(0.01, 0.25)
        os.set_blocking(reader, False)
        while time.monotonic() < deadline:
            received += _available(reader)
            time.sleep(0.0005)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        received += _available(reader)
        os.close(reader)
        lines = received.split(b"\n")[:-1]
        reports = [json.loads(line) for line in lines if line != b"?"]
        tally.busy += bool(lines) and lines[-1] == b"?"
        for report in reports:
            expected[report[0]] = report
        tally.rounds += 1
        tally.reported += len(reports)
        tally.lost += _missing(path, expected)
        tally.damaged += number % 25 == 24 and not _is_whole(path)
    tally.damaged += not _is_whole(path)
    return tally


def _available(reader: int) -> bytes:
    parts = []
    while True:
        try:
            part = os.read(reader, 1 << 16)
        except BlockingIOError:
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts)


def _missing(path: Path, expected: dict[str, list[object]]) -> int:
    """How many reports the database does not bear out.

    A row may be one version ahead: what was written when the kill came, and not yet reported.
    """
    if not path.exists():
        return len(expected)
    connection = sqlite3.connect(path)
    query = "SELECT id, version, note, colour, deleted FROM annotation"
    try:
        rows = {row[0]: list(row) for row in connection.execute(query)}
    except sqlite3.OperationalError:
        # Killed before the tables were made.
        return len(expected)
    finally:
        connection.close()
    lost = 0
    for name, report in expected.items():
        row = rows.get(name)
        if row is None or row[1] < report[1] or (row[1] == report[1] and row != report):
            lost += 1
    return lost


def _is_whole(path: Path) -> bool:
    connection = sqlite3.connect(path)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    finally:
        connection.close()


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        tally = run(rounds, Path(folder) / "annotations.sqlite3")
        print(
            f"{tally.rounds} kills ({tally.busy} in the middle of a write),"
            f" {tally.reported} changes reported as saved, {tally.lost} lost,"
            f" {tally.damaged} damaged databases, {time.monotonic() - began:.0f} s"
        )
    sys.exit(1 if tally.lost or tally.damaged else 0)


if __name__ == "__main__":
    main()

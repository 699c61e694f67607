"""A stream answered by several processes."""

import contextlib
import json
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

from dateline.analysis.stream import analyze_lines
from dateline.analysis.team import analyze_lines_together

LINES = [
    *(json.dumps({"id": n, "text": f"Bridge {n} fell in Oslo. " * 20}).encode() for n in range(90)),
    b"not json",
    b'{"id": "last", "text": "The end."}',
]


def test_the_answers_are_those_of_one_process() -> None:
    assert list(analyze_lines_together(LINES, 2)) == list(analyze_lines(LINES))


def test_a_member_that_dies_costs_no_more_than_its_lines() -> None:
    killed = threading.Event()

    def lines() -> Iterator[bytes]:
        yield LINES[0]
        killed.wait(30)
        yield LINES[1]

    answers = analyze_lines_together(lines(), 1)
    assert "schema" in json.loads(next(answers))
    own_thread = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    for pid in map(int, own_thread.read_text().split()):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    killed.set()
    last = json.loads(next(answers))
    assert last["id"] == 1
    assert "error" in last

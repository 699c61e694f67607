"""Several processes that answer one stream of JSON lines together, in its order.

Each member of the team is a process that does what `analyze_lines` does. Lines are dealt out in
hands, each to the member with the least to do; the answers are taken up in the order of the lines.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO

from dateline.analysis.surroundings import environment

_HAND_SIZE = 20_000
"""Bytes that are dealt out together at most: under a second's work."""
_HAND_LINES = 64
_HANDS_AHEAD = 2
"""Hands that a member may hold: one to work on, one to go on with."""


@dataclass
class _Hand:
    lines: list[bytes]
    member: _Member


class _Member:
    """A process of the team."""

    def __init__(self) -> None:
        self.hands = 0
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "dateline.analysis.stream"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment(),
            start_new_session=True,
        )
        self._todo: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._deal, daemon=True, name="dealer").start()

    def give(self, lines: list[bytes]) -> None:
        """Give it lines to answer."""
        self.hands += 1
        self._todo.put(b"".join(line.rstrip(b"\r\n") + b"\n" for line in lines))

    def answer(self) -> bytes:
        """Its answer to the next line, or nothing when it has ended."""
        return self._pipe(self._process.stdout).readline()

    def end(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()

    def _deal(self) -> None:
        pipe = self._pipe(self._process.stdin)
        with contextlib.suppress(OSError):
            while True:
                pipe.write(self._todo.get())
                pipe.flush()

    @staticmethod
    def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
        assert pipe is not None
        return pipe


def analyze_lines_together(lines: Iterable[bytes], size: int) -> Iterator[str]:
    """Answer JSON lines with JSON lines, in order, by as many as `size` processes.

    A process is started when there is work for it. When one dies, what it was at is answered by
    `{"id", "error"}`, and another takes its place.
    """
    members: list[_Member] = []
    out: deque[_Hand] = deque()
    waiting = _read_ahead(lines)
    try:
        ended = False
        while out or not ended:
            while not ended and (member := _free_member(members, size)) is not None:
                hand, ended = _take_hand(waiting, wait=not out)
                if not hand:
                    break
                member.give(hand)
                out.append(_Hand(hand, member))
            if out:
                yield from _take_up(out.popleft(), members)
    finally:
        for member in members:
            member.end()


def _free_member(members: list[_Member], size: int) -> _Member | None:
    """Who has least to do, if that leaves room for more."""
    idle = min(members, key=lambda member: member.hands, default=None)
    if (idle is None or idle.hands) and len(members) < size:
        members.append(_Member())
        return members[-1]
    return idle if idle is not None and idle.hands < _HANDS_AHEAD else None


def _take_up(hand: _Hand, members: list[_Member]) -> Iterator[str]:
    """The answers to a hand."""
    lines = deque(hand.lines)
    while lines:
        answer = hand.member.answer()
        if not answer:
            break
        lines.popleft()
        yield answer.decode("utf-8", "surrogatepass").rstrip("\n")
    hand.member.hands -= 1
    if lines and hand.member in members:
        members.remove(hand.member)
    for line in lines:
        yield json.dumps({"id": _id_of(line), "error": "the process that was at it has died"})


def _id_of(line: bytes) -> object:
    try:
        given = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return given.get("id") if isinstance(given, dict) else None


def _read_ahead(lines: Iterable[bytes]) -> queue.Queue[bytes | None]:
    waiting: queue.Queue[bytes | None] = queue.Queue(2 * _HAND_LINES)

    def fill() -> None:
        try:
            for line in lines:
                if line.strip():
                    waiting.put(line)
        finally:
            waiting.put(None)

    threading.Thread(target=fill, daemon=True, name="input").start()
    return waiting


def _take_hand(waiting: queue.Queue[bytes | None], *, wait: bool) -> tuple[list[bytes], bool]:
    """What has arrived, as much as one hand holds; and whether that was the end.

    Waits for the first line only if `wait`.
    """
    hand: list[bytes] = []
    size = 0
    while size < _HAND_SIZE and len(hand) < _HAND_LINES:
        try:
            line = waiting.get(block=wait and not hand)
        except queue.Empty:
            break
        if line is None:
            return hand, True
        hand.append(line)
        size += len(line)
    return hand, False


def usual_size() -> int:
    """Two where there is more than one processor: more take more memory than they save time."""
    return min(2, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)

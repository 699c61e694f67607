"""A program in a pseudo-terminal: what it shows, how soon after a key, and in how much memory.

What the program writes is only stamped with its time while it runs; the screen is built from it
afterwards, so that the cost of the terminal emulation is in no figure. Linux only (/proc).
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PAGE_DOWN = "\x1b[6~"
PAGE_UP = "\x1b[5~"

_QUIET = 0.08
"""Seconds of silence after which a program is done with a key."""
_SLICE = 65_536

# What a terminal answers when it is asked: whoever asks would else wait, or take it for a dumb one.
_ANSWERS = {
    re.compile(rb"\x1b\[\?2026\$p"): b"\x1b[?2026;2$y",
    re.compile(rb"\x1b\[\?2048\$p"): b"\x1b[?2048;0$y",
    re.compile(rb"\x1b\[0?c"): b"\x1b[?62;22c",
    re.compile(rb"\x1b\[6n"): b"\x1b[1;1R",
}
# pyte prints these as text: operating system commands, strings, private control sequences.
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_][^\x1b]*\x1b\\"
    rb"|\x1b\[[<>=][0-9;:]*[ -/]*[@-~]|\x1b\[\?[0-9;]*[ -/]+[@-~]|\x1b\[\?u"
)
_CUT_OFF = re.compile(rb"\x1b(?:\[[0-9;:?<>= -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")


@dataclass(frozen=True)
class Output:
    """Bytes that the program wrote, when they came, and what it had worked until then."""

    time: float
    """Of `time.perf_counter`."""
    work: float
    """Seconds of processor time of the program itself."""
    data: bytes


@dataclass(frozen=True)
class Shown:
    """When something stood on the screen, counted from the start of the program in seconds."""

    time: float
    work: float
    """Of processor time."""


class Terminal:
    """A program that runs in a terminal of its own; use it in a `with` statement."""

    def __init__(
        self,
        command: list[str],
        *,
        columns: int = 120,
        rows: int = 40,
        environment: dict[str, str] | None = None,
    ) -> None:
        self._columns = columns
        self._screen = pyte.Screen(columns, rows)
        self._screen.report_device_attributes = lambda *_, **__: None
        self._screen.report_device_status = lambda *_, **__: None
        self._stream = pyte.ByteStream(self._screen)
        self._held = b""
        surroundings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        for name in ("NO_COLOR", "LINES", "COLUMNS"):
            surroundings.pop(name, None)
        surroundings.update(environment or {})
        self.started = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            try:
                os.execvpe(command[0], command, surroundings)
            finally:
                os._exit(127)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the program and what it started."""
        for pid in self._family():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        os.close(self._terminal)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)

    @property
    def lines(self) -> list[str]:
        """What the screen shows, row by row."""
        return list(self._screen.display)

    def first_shows(self, text: str, limit: float) -> Shown | None:
        """When `text` first stands in a row of the screen; None when not within `limit` seconds."""
        shown: Shown | None = None
        while shown is None and time.perf_counter() - self.started < limit:
            for output in self._outputs(limit):
                self._feed(output.data)
                if shown is None and any(text in line for line in self.lines):
                    shown = Shown(output.time - self.started, output.work)
        return shown

    def first_answer(self, text: str, key: str, limit: float) -> tuple[float, float] | None:
        """Seconds from the start until `text` is on screen, and until a key pressed then answers.

        The answer is the first change in the upper left of the screen; None when not in time.
        """
        shown: float | None = None
        before: list[str] = []
        while time.perf_counter() - self.started < limit:
            output = self._read(0.5)
            if output is None:
                continue
            self._feed(output.data)
            if shown is None:
                if any(text in line for line in self.lines):
                    shown = output.time - self.started
                    self._await_silence(0.02)
                    before = self._upper_left()
                    os.write(self._terminal, key.encode())
            elif self._upper_left() != before:
                return shown, output.time - self.started
        return None

    def _await_silence(self, seconds: float) -> None:
        """Take in the rest of a page that comes in pieces."""
        while (output := self._read(seconds)) is not None:
            self._feed(output.data)

    def _upper_left(self) -> list[str]:
        """The left half without what stands at the foot of the screen."""
        return self._left_half()[:-3]

    def seconds_to_answer(self, keys: str, limit: float = 5.0) -> float | None:
        """Seconds from a key to the first change in the left half; None when there was none."""
        before = self._left_half()
        pressed = time.perf_counter()
        os.write(self._terminal, keys.encode())
        changed: float | None = None
        while changed is None and time.perf_counter() - pressed < limit:
            for output in self._outputs(0.6):
                self._feed(output.data)
                if changed is None and self._left_half() != before:
                    changed = output.time - pressed
        return changed

    def _outputs(self, limit: float) -> list[Output]:
        """What comes until the program falls silent, or for `limit` seconds."""
        outputs: list[Output] = []
        end = time.perf_counter() + limit
        while time.perf_counter() < end:
            output = self._read(_QUIET)
            if output is not None:
                outputs.append(output)
            elif outputs:
                break
        return outputs

    def _left_half(self) -> list[str]:
        """The rows of the screen without what stands beside the article."""
        return [line[: self._columns // 2] for line in self._screen.display]

    def settle(self, seconds: float) -> None:
        """Take what comes for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            output = self._read(left)
            if output is not None:
                self._feed(output.data)

    def megabytes(self) -> float:
        """Resident memory of the program itself, without what it started."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        found = re.search(r"^VmRSS:\s+(\d+) kB", status, re.MULTILINE)
        return int(found[1]) / 1024 if found else 0.0

    def _processor_seconds(self) -> float:
        """Processor time that the program itself has taken."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _read(self, patience: float) -> Output | None:
        ready, _, _ = select.select([self._terminal], [], [], patience)
        if not ready:
            return None
        try:
            data = os.read(self._terminal, _SLICE)
        except OSError:
            raise EOFError("the program has ended") from None
        output = Output(time.perf_counter(), self._processor_seconds(), data)
        for question, answer in _ANSWERS.items():
            for _ in question.findall(data):
                os.write(self._terminal, answer)
        return output

    def _feed(self, data: bytes) -> None:
        data = self._held + data
        cut = _CUT_OFF.search(data)
        self._held = data[cut.start() :] if cut else b""
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data[: cut.start()] if cut else data))

    def _family(self) -> list[int]:
        found, left = [], [self.pid]
        while left:
            pid = left.pop()
            found.append(pid)
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                with contextlib.suppress(OSError):
                    left += map(int, task.read_text().split())
        return found

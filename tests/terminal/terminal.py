"""A program in a real pseudo-terminal, and what its reader sees on a screen emulated by pyte."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import shlex
import signal
import struct
import sys
import termios
import time
from pathlib import Path

import pyte

ROOT = Path(__file__).parents[2]
_PRIVATE = re.compile(rb"\x1b\[[<>=?][0-9;:]*[ -/]*[a-zA-Z]|\x1b[PX^_][^\x1b]*\x1b\\")


class Terminal:
    """Runs `python -m dateline ARGUMENTS` in a pseudo-terminal."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 100,
        rows: int = 30,
        env: dict[str, str] | None = None,
        piped: Path | None = None,
    ) -> None:
        """`piped` is a file that a shell pipes into the program."""
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            environment |= {"PYTHONPATH": str(ROOT / "tui"), **(env or {})}
            for name in ("LINES", "COLUMNS"):
                environment.pop(name, None)
            command = [sys.executable, "-m", "dateline", *arguments]
            if piped is not None:
                command = ["sh", "-c", f'cat "{piped}" | {shlex.join(command)}']
            os.execvpe(command[0], command, environment)
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGWINCH)

    def type(self, keys: str) -> None:
        """Type some keys."""
        os.write(self._fd, keys.encode())

    def read(self, seconds: float) -> bool:
        """Read what comes within so many seconds; False when the program has ended."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        if not data:
            return False
        self.raw += data
        if b"\x1b[?2026$p" in data:
            os.write(self._fd, b"\x1b[?2026;2$y")
        self._stream.feed(_PRIVATE.sub(b"", data))
        return True

    def wait_for(self, words: str, seconds: float = 30) -> str:
        """Wait until some words are on the screen; the screen then."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if words in self.text:
                return self.text
            if not self.read(0.1):
                break
        raise AssertionError(f"{words!r} did not come; the screen shows:\n{self.text}")

    def wait_for_end(self, seconds: float = 30) -> int:
        """Wait until the program has ended; its exit status."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.read(0.1):
            pass
        ended = status = 0
        while not ended and time.monotonic() < deadline:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            time.sleep(0 if ended else 0.02)
        if not ended:
            raise AssertionError(f"the program has not ended; the screen shows:\n{self.text}")
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def close(self) -> None:
        """End the program, whatever it does."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

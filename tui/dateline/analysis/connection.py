"""The line to the worker process: its start, what is said on both sides, and its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import BinaryIO

from dateline.analysis.pace import give_way
from dateline.analysis.protocol import LONGEST_LINE, Message, decode, encode
from dateline.analysis.surroundings import environment

_WAITING = 256
"""Messages that wait for the client at most; then the worker waits."""
_LONGEST_LOG = 1_000_000


class Connection:
    """A running worker process. Make one with `Connection.open`."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self._process = process
        self._log = log
        self.shape: str | None = None
        """The version of the worker's records; known before it says anything else."""
        self._run = 0
        self._inbox: asyncio.Queue[Message | None] = asyncio.Queue(_WAITING)
        self._ended = False
        self._pump = asyncio.create_task(self._take_in())

    @classmethod
    async def open(cls, cache_folder: Path, log: Path) -> Connection:
        """Start a worker that keeps its results in a folder and its complaints in a log.

        Raises OSError when the process cannot be started.
        """
        with _open_log(log) as complaints:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",
                "-m",
                "dateline.analysis.worker",
                str(cache_folder),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=complaints,
                limit=LONGEST_LINE,
                env=environment(),
                # Out of the reach of the terminal's signals, but in the reader's own session: where
                # sessions share the processors evenly, niceness only counts within one.
                process_group=0,
            )
        return cls(process, log)

    @property
    def alive(self) -> bool:
        """Whether the worker can still be asked for something."""
        return not self._ended and self._process.returncode is None

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def begin(self, run: int) -> None:
        """Begin a run; whoever still listens to the one before hears its end."""
        before, self._inbox = self._inbox, asyncio.Queue(_WAITING)
        self._run = run
        while not before.empty():
            before.get_nowait()
        before.put_nowait(None)

    def tell(self, word: str, run: int, *content: object) -> None:
        """Send a message; nothing happens when the worker is gone."""
        assert self._process.stdin is not None
        if self.alive and not self._process.stdin.is_closing():
            with contextlib.suppress(ConnectionError, RuntimeError):
                self._process.stdin.write(encode(word, run, *content))

    async def sent(self) -> None:
        """Wait until the worker has taken most of what was sent."""
        assert self._process.stdin is not None
        with contextlib.suppress(ConnectionError):
            await self._process.stdin.drain()

    async def messages(self) -> AsyncIterator[Message]:
        """What the worker says in the present run.

        Ends when the worker does, or when another run begins.
        """
        inbox = self._inbox
        if self._ended and inbox.empty():
            return
        while (message := await inbox.get()) is not None:
            yield message

    async def end(self) -> None:
        """End the worker at once."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        self.begin(self._run + 1)
        await self._process.wait()
        await self._pump

    async def status(self) -> int:
        """The exit status, when the worker has ended; a killed process has a negative one."""
        return await self._process.wait()

    def cause_of_death(self, status: int) -> str:
        """Why it ended, in a sentence for the reader."""
        if status < 0:
            return (
                f"The analysis stopped: its process was killed (signal {-status}), "
                "perhaps because memory ran out."
            )
        return f"The analysis stopped: its process ended early; {self._log} may tell why."

    async def _take_in(self) -> None:
        assert self._process.stdout is not None
        while True:
            try:
                line = await self._process.stdout.readline()
                if not line:
                    break
                message = decode(line)
            except ValueError:
                # Not the protocol, or a line beyond every bound: nothing after it can be read.
                self._process.kill()
                break
            if message[0] == "hello":
                self.shape = message[2]
            elif message[1] == self._run:
                await self._inbox.put(message)
            await give_way()
        self._ended = True
        await self._inbox.put(None)


def _open_log(log: Path) -> BinaryIO:
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        grown = log.exists() and log.stat().st_size > _LONGEST_LOG
        return log.open("wb" if grown else "ab")
    except OSError:
        return Path(os.devnull).open("wb")

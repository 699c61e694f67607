"""Giving way: work beside a screen pauses every few milliseconds, so that it never stutters."""

from __future__ import annotations

import asyncio
import time

TURN = 0.004
"""Seconds of work after which others get their turn."""


class Pace:
    """Counts the time since others last had their turn."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    async def give_way(self) -> None:
        """Let the event loop do what is waiting, when this has worked for `TURN`."""
        if time.perf_counter() - self._since > TURN:
            await asyncio.sleep(0)
            self._since = time.perf_counter()

"""Giving way: work beside a screen pauses every few milliseconds, so that it never stutters."""

from __future__ import annotations

import asyncio
import time

TURN = 0.004
"""Seconds of work after which others get their turn."""
REST = 0.06
"""Seconds after a key press in which its screen is drawn: until then all other work rests."""
LONGEST_REST = 0.25
"""Seconds that work rests at most while keys keep coming, so that it goes on all the same."""

_pressed = 0.0


def hold_off() -> None:
    """The reader has pressed a key: all that keeps a `Pace` rests while the answer is drawn.

    May be called from any thread.
    """
    global _pressed
    _pressed = time.perf_counter()


def seconds_since_key() -> float:
    """How long ago the reader pressed a key, in seconds."""
    return time.perf_counter() - _pressed


class Pace:
    """Counts the time since others last had their turn."""

    def __init__(self) -> None:
        self._since = time.perf_counter()

    async def give_way(self) -> None:
        """Let the event loop do what is waiting, when this has worked for `TURN`.

        A key takes several rounds of the loop before its screen is drawn; with a turn of work in
        each of them it would wait long, so after a key there is none for a while.
        """
        if time.perf_counter() - self._since > TURN:
            await asyncio.sleep(0)
            await self.quiet()

    async def quiet(self) -> None:
        """Wait until the screen of the last key is drawn, before a larger piece of work."""
        began = time.perf_counter()
        while (left := REST - seconds_since_key()) > 0:
            if time.perf_counter() - began > LONGEST_REST:
                break
            await asyncio.sleep(left)
        self._since = time.perf_counter()

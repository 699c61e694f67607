"""Giving way: work beside a screen pauses every few milliseconds, so that it never stutters.

All such work shares one turn: of those that give way only one goes on in a round of the event loop.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Generator

T = TypeVar("T")

TURN = 0.004
"""Seconds of work after which others get their turn."""
REST = 0.06
"""Seconds after a key press in which its screen is drawn: until then all other work rests."""
LONGEST_REST = 0.25
"""Seconds that work rests at most while keys keep coming, so that it goes on all the same."""

_pressed = 0.0
_turn_began = 0.0
_queues: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Lock] = WeakKeyDictionary()


def hold_off() -> None:
    """The reader has pressed a key: all work that gives way rests while the answer is drawn.

    May be called from any thread.
    """
    global _pressed
    _pressed = time.perf_counter()


def seconds_since_key() -> float:
    """How long ago the reader pressed a key, in seconds."""
    return time.perf_counter() - _pressed


async def give_way() -> None:
    """Let the event loop do what is waiting, when the turn is over.

    A key takes several rounds of the loop before its screen is drawn; with a turn of work in
    each of them it would wait long, so after a key there is none for a while.
    """
    if time.perf_counter() - _turn_began > TURN:
        async with _queue():
            await asyncio.sleep(0)
            await quiet()


async def quiet() -> None:
    """Wait until the screen of the last key is drawn, before a larger piece of work."""
    global _turn_began
    began = time.perf_counter()
    while (left := REST - seconds_since_key()) > 0:
        if time.perf_counter() - began > LONGEST_REST:
            break
        await asyncio.sleep(left)
    _turn_began = time.perf_counter()


async def result_of(steps: Generator[None, None, T]) -> tuple[T, float]:
    """The result of work in steps, giving way between them; and the seconds that it took."""
    worked = 0.0
    while True:
        began = time.perf_counter()
        try:
            next(steps)
        except StopIteration as end:
            result: T = end.value
            return result, worked + time.perf_counter() - began
        worked += time.perf_counter() - began
        await give_way()


def _queue() -> asyncio.Lock:
    """Where all that works in an event loop waits for its turn, first come, first served."""
    return _queues.setdefault(asyncio.get_running_loop(), asyncio.Lock())

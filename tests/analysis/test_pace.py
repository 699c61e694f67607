"""Work beside a screen gives way: one turn a round, and none while a key is answered."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dateline.analysis import pace

if TYPE_CHECKING:
    import pytest


def _long(log: list[str], name: str, steps: int) -> Iterator[None]:
    for _ in range(steps):
        end = time.perf_counter() + pace.TURN * 1.5
        while time.perf_counter() < end:
            pass
        log.append(name)
        yield


def test_of_all_that_works_only_one_has_its_turn_in_a_round() -> None:
    log: list[str] = []

    async def count_rounds() -> None:
        while True:
            log.append("round")
            await asyncio.sleep(0)

    async def work() -> None:
        rounds = asyncio.create_task(count_rounds())
        await asyncio.gather(*(pace.result_of(_long(log, name, 5)) for name in "abc"))
        rounds.cancel()

    asyncio.run(work())
    # Each begins with a turn of its own; from then on they go one after another.
    turns = " ".join(log).split("round", 2)[2].split("round")
    assert sum(len(turn.split()) for turn in turns) >= 9
    assert all(len(turn.split()) <= 1 for turn in turns)


def test_work_rests_after_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    log: list[str] = []
    monkeypatch.setattr(pace, "REST", 0.2)

    async def work() -> float:
        steps = _long(log, "a", 3)
        next(steps)
        pace.hold_off()
        began = time.perf_counter()
        await pace.quiet()
        return time.perf_counter() - began

    assert asyncio.run(work()) >= 0.19


def test_a_result_comes_with_what_it_cost() -> None:
    def steps() -> Iterator[None]:
        yield
        time.sleep(0.01)
        return "done"

    result, seconds = asyncio.run(pace.result_of(steps()))
    assert result == "done"
    assert seconds >= 0.01

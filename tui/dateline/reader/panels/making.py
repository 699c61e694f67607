"""Making something in steps beside the screen: a little at once, much with breaths in between."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dateline.analysis.pace import give_way

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget

STEPS_AT_ONCE = 4
"""Steps, of about a millisecond, that are taken before others get their turn."""
REST_FACTOR = 8
"""After so much work in steps there is rest for this many times as long: while an analysis streams
in, the making of rows takes a small share of the processor."""
_DONE = object()


class Making:
    """Takes the steps for a widget; what is begun anew takes the place of what was under way."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._number = 0
        self._rest_until = 0.0
        self._afterwards: Callable[[], object] | None = None
        self.is_running = False
        """Whether there are steps left."""

    def begin(self, steps: Iterator[None], done: Callable[[], object]) -> None:
        """Take the steps, at once if they are few; `done` is called after the last one."""
        self._number += 1
        for _ in range(STEPS_AT_ONCE):
            if next(steps, _DONE) is _DONE:
                self._end(done)
                return
        self.is_running = True
        self._widget.run_worker(self._go_on(steps, self._number, done), group="making")

    async def _go_on(self, steps: Iterator[None], number: int, done: Callable[[], object]) -> None:
        worked = 0.0
        while number == self._number:
            began = time.monotonic()
            is_last = next(steps, _DONE) is _DONE
            worked += time.monotonic() - began
            if is_last:
                self._rest_until = time.monotonic() + REST_FACTOR * worked
                self._end(done)
                return
            await give_way()

    def _end(self, done: Callable[[], object]) -> None:
        self.is_running = False
        afterwards, self._afterwards = self._afterwards, None
        if afterwards is not None:
            afterwards()
        done()

    def when_done(self, do: Callable[[], object]) -> None:
        """Do something now, or when the steps under way have been taken."""
        if self.is_running:
            self._afterwards = do
        else:
            do()

    @property
    def rest(self) -> float:
        """Seconds of rest that are left before something should be made again unasked."""
        return self._rest_until - time.monotonic()

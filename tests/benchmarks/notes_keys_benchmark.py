"""How long the keys for notes take in the app, when there are very many notes.

    python tests/benchmarks/notes_keys_benchmark.py [--here N] [--over-all N] [--keep FOLDER]

By default 10,000 notes on an article of 1 MB and 200,000 over all, which takes minutes to make;
with `--keep` they are made once in that folder and taken from there again. The app runs without a
terminal. For each key the processor time of the app's own thread is told, in milliseconds, from
the key to the new screen, less that of a key that does nothing: median and 95th percentile; and
the longest stretch in which the app could not have taken another key.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tui"), str(Path(__file__).parent)]

from annotations_benchmark import fill  # noqa: E402

from dateline.analysis import pace  # noqa: E402
from dateline.annotations.store import AnnotationStore  # noqa: E402
from dateline.article.model import Article  # noqa: E402
from dateline.config import Config  # noqa: E402
from dateline.reader import garbage  # noqa: E402
from dateline.reader.app import DatelineApp  # noqa: E402
from dateline.reader.reading.screen import ReadingScreen  # noqa: E402

if TYPE_CHECKING:
    from textual.pilot import Pilot

LIMIT = 30.0
REPEATS = 20
SETTLED = 0.12
"""Seconds after which what a key set off is over."""


class Stretches:
    """The longest stretch of work of the event loop, by processor time of its thread."""

    def __init__(self) -> None:
        self.longest = 0.0
        original = asyncio.events.Handle._run

        def run(handle: asyncio.events.Handle) -> None:
            began = time.thread_time()
            original(handle)
            self.longest = max(self.longest, time.thread_time() - began)

        asyncio.events.Handle._run = run  # type: ignore[method-assign]

    def take(self) -> float:
        """Milliseconds of the longest stretch since this was last asked."""
        longest, self.longest = self.longest, 0.0
        return 1000 * longest


class Keys:
    """Presses keys in a running app, and tells what they cost."""

    def __init__(self, pilot: Pilot[None], stretches: Stretches) -> None:
        self.pilot = pilot
        self.stretches = stretches
        self.idle = 0.0
        self.is_slow = False

    async def press(self, *keys: str) -> float:
        # As the driver does: what is under way beside the screen rests, and so does the collector.
        pace.hold_off()
        began = time.thread_time()
        await self.pilot.press(*keys)
        await self.pilot.pause(SETTLED)
        return 1000 * (time.thread_time() - began)

    async def measure(
        self, name: str, keys: tuple[str, ...], *, before: tuple[str, ...] = ()
    ) -> None:
        """Tell of the last of the keys; those before it are pressed and not counted."""
        times = []
        self.stretches.take()
        longest = 0.0
        for _ in range(REPEATS):
            if before:
                await self.press(*before)
            for key in keys:
                self.stretches.take()
                times.append(await self.press(key) - self.idle)
                longest = max(longest, self.stretches.take())
        middle, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
        print(f"{name:34} {middle:8.1f} {p95:8.1f} {longest:8.1f}", flush=True)
        self.is_slow |= p95 > LIMIT


async def run(article: Article) -> bool:
    """Open the article and press the keys; whether all were fast enough."""
    stretches = Stretches()
    app = DatelineApp(article, Config(analysis=False))
    began = time.perf_counter()
    async with app.run_test(size=(120, 40)) as pilot:
        screen = app.screen
        assert isinstance(screen, ReadingScreen)
        while not screen.state.annotations:
            await pilot.pause(0.01)
        shown = time.perf_counter() - began
        await pilot.pause(1.5)
        print(
            f"opened: the notes were there after {1000 * shown:.0f} ms, longest stretch of the"
            f" app's thread {stretches.take():.0f} ms"
        )
        keys = Keys(pilot, stretches)
        keys.idle = statistics.median([await keys.press("f12") for _ in range(REPEATS)])
        print(f"{'milliseconds':34} {'median':>8} {'p95':>8} {'stretch':>8}")
        await keys.measure("down", ("j",))
        await keys.measure("next, previous annotation", ("]", "a", "]", "a", "[", "a"))
        await keys.measure("highlight", ("3",), before=("}", "v", "e"))
        await keys.measure("undo", ("U",))
        await keys.measure("redo", ("ctrl+r",))
        await keys.measure("write a note: open, type", ("a", "w"), before=())
        await keys.press("escape", "escape")
        await keys.measure("write a note: save", ("ctrl+s",), before=("a", "w"))
        await keys.measure("tag: ask", ("t",), before=("escape",))
        await keys.press("escape")
        await keys.measure("tag: type, set", ("n", "e", "enter"), before=("t",))
        await keys.measure("delete", ("x",), before=("]", "a"))
        await keys.press("f7")
        await keys.press("f7")
        await keys.measure("panel: down, page", ("j", "ctrl+d"))
        await keys.measure("panel: order", ("s",))
        await keys.measure("panel: filter", ("/", "b", "a"))
        await keys.press("escape", "escape", "escape")
        await keys.measure("highlight, panel on screen", ("4",), before=("}", "v", "e"))
        await keys.measure("delete, panel on screen", ("x",), before=("]", "a"))
        await keys.press("A")
        await keys.measure("all notes: typing", ("b", "a", "d", "backspace", "backspace"))
        await keys.press("escape")
    return not keys.is_slow


def main() -> None:
    """Make the notes if need be, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--here", type=int, default=10_000)
    parser.add_argument("--over-all", type=int, default=200_000)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        home = given.keep or Path(folder)
        for name in ("STATE", "CACHE", "CONFIG", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name.lower())
        os.environ["DATELINE_ANNOTATIONS"] = str(home / "annotations.sqlite3")
        text = home / "long.txt"
        if not text.exists():
            home.mkdir(parents=True, exist_ok=True)
            store = AnnotationStore()
            text.write_text(fill(store, random.Random(5), given.here, given.over_all).text)
            store.close()
        article = Article.from_text(text.read_text(), source="/articles/long.txt")
        garbage.wait_for_the_first_screen()
        is_fast = asyncio.run(run(article))
    print("every key within 30 ms (p95)" if is_fast else "TOO SLOW")
    sys.exit(0 if is_fast else 1)


if __name__ == "__main__":
    main()

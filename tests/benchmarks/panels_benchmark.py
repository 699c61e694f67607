"""How long a key takes in a panel, by the number of its rows.

    python tests/benchmarks/panels_benchmark.py [--rows 1000 10000 200000]

The panels run in an app of their own without a terminal, on findings made for the purpose. For each
key the time of the processor from the key to the new screen is told, less that of a key that does
nothing: the median and the 95th percentile of 40, there and back in turn.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import time
from decimal import Decimal
from pathlib import Path

from textual.app import App, ComposeResult

from dateline.analysis.model import Analysis, Number, Quote, Speaker
from dateline.article.model import Article
from dateline.reader.panels.dock import PanelDock
from dateline.reader.themes import highlight_variables
from dateline.spans import Span

SENTENCE = "About 12 people were hurt when the wall gave way, the mayor said. "
KEYS = (("j", "k"), ("ctrl+d", "ctrl+u"), ("space", "b"), ("G", "g"))
REPEATS = 40


def findings(rows: int) -> Analysis:
    """As many numbers and quotes as wanted, a sentence each."""
    size, words = len(SENTENCE), "people were hurt when the wall gave way"
    starts = range(0, size * rows, size)
    numbers = tuple(
        Number(
            at + 6, at + 8, "12", Decimal(at % 977), None, "cardinal", None, None, "people", None,
            of_start=at + 9, of_end=at + 15, of_key=f"person {at % (rows // 5 + 1)}",
        )
        for at in starts
    )  # fmt: skip
    quotes = tuple(
        Quote(at, at + 48, words, False, Speaker(at + 50, at + 59, "The mayor", None), None)
        for at in starts
    )
    return Analysis(Article(SENTENCE * rows), numbers=numbers, quotes=quotes)


class Bench(App[None]):
    """The dock and nothing else."""

    CSS_PATH = Path(__file__).parents[2] / "styles" / "panels.tcss"

    def __init__(self) -> None:
        super().__init__()
        self.dock = PanelDock()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of the reader's themes."""
        return highlight_variables(self.current_theme)

    def compose(self) -> ComposeResult:
        """The dock."""
        yield self.dock


async def measure(panel_id: str, found: Analysis, rows: int) -> None:
    """Print the times of one panel."""
    app = Bench()
    async with app.run_test(size=(120, 40)) as pilot:
        app.dock.focus_panel(panel_id)
        await pilot.pause()

        async def timed(key: str) -> float:
            started = time.process_time()
            await pilot.press(key)
            await pilot.pause()
            return (time.process_time() - started) * 1000

        started = time.process_time()
        app.dock.findings = found
        await pilot.pause()
        print(f"{panel_id}, {rows:,} rows: made in {time.process_time() - started:.2f} s", end="")
        app.dock.paragraph = Span(0, 60)
        await pilot.pause(2)
        idle = statistics.median([await timed("f12") for _ in range(REPEATS)])
        await pilot.press(*["j"] * 40)
        for there, back in KEYS:
            times = [await timed(key) - idle for _ in range(REPEATS // 2) for key in (there, back)]
            p95 = statistics.quantiles(times, n=20)[-1]
            print(f"; {there} {back} {statistics.median(times):.1f} ({p95:.1f}) ms", end="")
        print()


def main() -> None:
    """Measure as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1000, 10_000, 200_000])
    for rows in parser.parse_args().rows:
        found = findings(rows)
        for panel_id in ("quotes", "numbers"):
            asyncio.run(measure(panel_id, found, rows))


if __name__ == "__main__":
    main()

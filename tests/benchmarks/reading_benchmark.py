"""How reading feels: first screen, key to screen and memory, as ratios to peers in the same run.

    python tests/benchmarks/reading_benchmark.py [--sizes 10k,100k,1m,10m] [--starts 5] [--keys 40]
                                                 [--peers FOLDER]

Each program runs in a pseudo-terminal of 120 by 40. The peers are a bare Textual app that shows
one screen of text (the floor) and, when `--peers` names a folder for its virtual environment,
Frogmouth (made there with pip on the first run; never a part of this project).
Articles are plain text, but for Frogmouth and the row that says so they are Markdown.
"First key" is when a key is answered that is pressed as soon as the first screen stands there.
"Still" is an article whose analysis is in the cache, "busy" one that is being analyzed meanwhile.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from dataclasses import dataclass, field
from pathlib import Path

import dateline
from dateline.analysis.cache import AnalysisCache, key_of
from dateline.analysis.records import analysis_slices
from terminal import PAGE_DOWN, PAGE_UP, Terminal

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000, "10m": 10_000_000}
LARGEST_FOR_FROGMOUTH = 1_000_000
FIRST_WORDS = "The first words"


@dataclass
class Program:
    """A program to measure, and what was measured."""

    name: str
    command: list[str]
    environment: dict[str, str]
    wait: float = 0.5
    """Seconds between the first screen and the first key."""
    first_screens: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    first_answers: list[float] = field(default_factory=list)
    """When a key pressed as soon as the first screen stood there was answered."""
    answers: list[float] = field(default_factory=list)
    megabytes: float = 0.0

    @property
    def first(self) -> float:
        """Milliseconds to the first screen, the best of all starts."""
        return min(self.first_screens) * 1000

    @property
    def ready(self) -> float:
        """Milliseconds to the answer to the first key, the best of all starts."""
        return min(self.first_answers, default=float("nan")) * 1000

    @property
    def work(self) -> float:
        """Milliseconds of processor time to the first screen, the best of all starts."""
        return min(self.processor) * 1000

    def key(self, hundredth: int) -> float:
        """A percentile of the milliseconds from key to screen."""
        if len(self.answers) < 2:
            return float("nan")
        return statistics.quantiles(self.answers, n=100)[hundredth - 1] * 1000

    def start(self, keys: int, limit: float = 90.0) -> None:
        """Start it once, and then press `keys` keys."""
        with Terminal(self.command, environment=self.environment) as terminal:
            shown = terminal.first_shows(FIRST_WORDS, limit)
            if shown is None:
                raise SystemExit(f"{self.command} shows nothing:\n" + "\n".join(terminal.lines))
            self.first_screens.append(shown.time)
            self.processor.append(shown.work)
            terminal.settle(self.wait)
            self._press(terminal, keys)
            self.megabytes = max(self.megabytes, terminal.megabytes())

    def answer_first_key(self, limit: float = 90.0) -> None:
        """Start it once, and press a key as soon as the first screen stands there."""
        with Terminal(self.command, environment=self.environment) as terminal:
            times = terminal.first_answer(FIRST_WORDS, PAGE_DOWN, limit)
            if times is not None:
                self.first_screens.append(times[0])
                self.first_answers.append(times[1])

    def _press(self, terminal: Terminal, keys: int) -> None:
        """Page down to the end, page up from there to the beginning, and so on."""
        key, other = PAGE_DOWN, PAGE_UP
        for _ in range(keys):
            answer = terminal.seconds_to_answer(key, limit=3.0)
            if answer is None:
                key, other = other, key
            else:
                self.answers.append(answer)


def make_article(folder: Path, size: int) -> Path:
    """An article of about `size` bytes: the bundled one again and again, each time renumbered."""
    story = (ROOT / "seeds" / "russia-strikes-ukraine.txt").read_text("utf-8")
    parts, length = [f"{FIRST_WORDS}\n\n"], 0
    while length < size:
        part = f"Part {len(parts)} of a long story\n\n{story}\n\n"
        parts.append(part)
        length += len(part.encode())
    path = folder / f"article-{size}.txt"
    path.write_bytes("".join(parts).encode()[:size].decode("utf-8", "ignore").encode())
    return path


def keep_analysis(path: Path, cache_home: Path) -> None:
    """Put an analysis into the cache, so that no worker starts; that of the first 100 kB."""
    article = dateline.open_article(str(path))
    head = dateline.Article.from_text(article.text[:100_000])
    cache = AnalysisCache(cache_home / "dateline" / "analyses")
    cache.store(key_of(article), analysis_slices(dateline.analyze(head)))


def frogmouth(folder: Path) -> str:
    """The program, in a virtual environment of its own that is made when it is not there."""
    program = folder / "bin" / "frogmouth"
    if not program.exists():
        venv.create(folder, with_pip=True)
        subprocess.run(
            [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "frogmouth"], check=True
        )
    return str(program)


def _homes(folder: Path) -> dict[str, str]:
    names = ("CACHE", "STATE", "DATA", "CONFIG")
    return {
        "HOME": str(folder),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
        **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in names},
    }


def _row(program: Program, floor: Program) -> str:
    return (
        f"  {program.name:<18}"
        f"{program.first:7.0f} ms {program.first / floor.first:6.2f}"
        f"{program.work:8.0f} ms {program.work / floor.work:6.2f}"
        f"{program.ready:8.0f} ms"
        f"{program.key(50):8.1f} {program.key(95):6.1f} ms"
        f"{program.megabytes:7.0f} MB {program.megabytes / floor.megabytes:5.2f}"
    )


def _table(folder: Path, size: int, starts: int, keys: int, peer: str | None) -> None:
    path = make_article(folder, size)
    still, busy, other = (_homes(folder / name) for name in ("still", "busy", "other"))
    keep_analysis(path, Path(still["XDG_CACHE_HOME"]))
    reader = [sys.executable, "-m", "dateline", str(path)]
    floor = Program("bare Textual app", [sys.executable, str(HERE / "bare_app.py")], other)
    quiet = Program("Dateline, still", reader, still)
    working = Program("Dateline, busy", reader, busy, wait=4.0)
    markdown = path.with_suffix(".md")
    markdown.write_bytes(path.read_bytes())
    marked = Program("Dateline, Markdown", [*reader[:-1], str(markdown)], other)
    for program in (quiet, marked):
        # Once unmeasured, so that all compiled code is there.
        program.start(0)
        program.first_screens.clear()
        program.processor.clear()
    # In turns, so that what else the machine does strikes all alike.
    for left in reversed(range(starts)):
        floor.start(0)
        quiet.answer_first_key()
        marked.answer_first_key()
        marked.start(0)
        # At last: where many keys lead to is where it begins the next time.
        quiet.start(0 if left else keys)
    programs = [floor, quiet, marked, working]
    working.start(keys)
    if peer and size <= LARGEST_FOR_FROGMOUTH:
        programs.append(Program("Frogmouth", [peer, str(markdown)], other))
        for left in (1, 0):
            programs[-1].start(0 if left else min(keys, 15))
        programs[-1].answer_first_key()
    print(
        f"\n{size:>10,} bytes      first screen  ratio  processor  ratio"
        "  first key    key p50, p95      memory ratio"
    )
    for program in programs:
        print(_row(program, floor))
    room = floor.megabytes * 1.5 + 20 * size / 1_000_000
    print(f"  memory allowed: {room:.0f} MB; used {quiet.megabytes / room:.0%} of it")
    if programs[-1].name == "Frogmouth":
        times = programs[-1].first / quiet.first
        print(f"  first screen {times:.1f} times sooner than Frogmouth's")


def main() -> None:
    """Print a table for each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default=",".join(SIZES))
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--keys", type=int, default=40)
    parser.add_argument("--peers", type=Path, help="folder of the peers' virtual environment")
    options = parser.parse_args()
    peer = frogmouth(options.peers) if options.peers else None
    for name in options.sizes.split(","):
        with tempfile.TemporaryDirectory() as folder:
            _table(Path(folder), SIZES[name], options.starts, options.keys, peer)


if __name__ == "__main__":
    main()

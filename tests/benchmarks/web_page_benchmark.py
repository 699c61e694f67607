"""How long a saved web page takes to its first screen, against trafilatura alone extracting it.

    python tests/benchmarks/web_page_benchmark.py PAGE.html "WORDS OF ITS FIRST SCREEN"

Each is started eight times, in turn: the app in a pseudo-terminal with empty folders of its own,
trafilatura by `python -c`. Wall-clock time; the ratio of the medians is what matters.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "terminal"))

from terminal import Terminal

RUNS = 8
EXTRACT = "import trafilatura; trafilatura.extract(open({0!r}, 'rb').read())"


def first_screen(page: str, words: str) -> float:
    """Seconds until the words are on the screen."""
    with tempfile.TemporaryDirectory() as folder:
        names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        begun = time.perf_counter()
        with Terminal(page, env=dict.fromkeys(names, folder)) as terminal:
            terminal.wait_for(words, 60)
            seconds = time.perf_counter() - begun
            terminal.type("q")
            terminal.wait_for_end()
    return seconds


def extraction(page: str) -> float:
    """Seconds that trafilatura alone takes."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", EXTRACT.format(page)], check=True)
    return time.perf_counter() - begun


def main() -> None:
    """Print both and their ratio."""
    page, words = sys.argv[1:3]
    shown, extracted = [], []
    for _ in range(RUNS):
        shown.append(first_screen(page, words))
        extracted.append(extraction(page))
    ours, theirs = statistics.median(shown), statistics.median(extracted)
    print(f"first screen {ours:.2f} s (best {min(shown):.2f})")
    print(f"trafilatura  {theirs:.2f} s (best {min(extracted):.2f})")
    print(
        f"ratio of the medians {ours / theirs:.2f}, of the best {min(shown) / min(extracted):.2f}"
    )


if __name__ == "__main__":
    main()

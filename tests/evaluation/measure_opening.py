"""Measure how long plain texts, Markdown and web pages take to open.

    python tests/evaluation/measure_opening.py [PAGE.html]

Texts of 1 and 10 MB are made of the bundled article, one paragraph a line and hard-wrapped. With
a page, its opening in a fresh interpreter is set beside trafilatura's extraction of it: the best
of five runs of each, in turn. Times are CPU time.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from dateline.article.markdown import read_markdown
from dateline.article.model import Article

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "russia-strikes-ukraine.txt"
EXTRACT = "import trafilatura; trafilatura.extract(open({0!r}, 'rb').read())"
OPEN = "from dateline.article.opening import open_article; open_article({0!r})"


def best(work: Callable[[], object], runs: int = 3) -> float:
    times = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


def child_time(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONPATH": str(ROOT / "tui")})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("page", nargs="?")
    options = parser.parse_args()
    article = SEED.read_text("utf-8")
    lines = article * (1_000_000 // len(article))
    wrapped = "\n\n".join(textwrap.fill(line, 72) for line in lines.split("\n") if line)
    for name, text in (
        ("1 MB, a paragraph a line", lines),
        ("1 MB, hard-wrapped", wrapped),
        ("10 MB, a paragraph a line", lines * 10),
        ("10 MB, hard-wrapped", wrapped * 10),
        ("1 MB on one line", lines.replace("\n", " ")),
    ):
        print(f"{name:28} {best(lambda text=text: Article.from_text(text)) * 1000:7.0f} ms")
    marked = best(lambda: read_markdown(lines.replace("\n", "\n\n")), 2)
    print(f"{'1 MB of Markdown':28} {marked * 1000:7.0f} ms")
    if options.page:
        page = str(Path(options.page).resolve())
        runs = [(child_time(EXTRACT.format(page)), child_time(OPEN.format(page))) for _ in range(5)]
        theirs, ours = (min(times) for times in zip(*runs, strict=True))
        print(f"page: trafilatura {theirs:.3f} s, dateline {ours:.3f} s, ratio {ours / theirs:.2f}")


if __name__ == "__main__":
    main()

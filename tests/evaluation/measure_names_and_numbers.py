"""Measure what names and numbers cost beside the language model, in CPU time of one run.

    python tests/evaluation/measure_names_and_numbers.py FOLDER_OR_FILE...

Reads the text files given, and those in folders.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from dateline.analysis.language import load_model, parse
from dateline.analysis.names import find_entities
from dateline.analysis.numbers import find_numbers
from dateline.analysis.times import find_times
from dateline.article.model import Article

Result = TypeVar("Result")


def timed(action: Callable[[], Result]) -> tuple[float, Result]:
    """CPU seconds of an action, and its result."""
    started = time.process_time()
    result = action()
    return time.process_time() - started, result


def main() -> None:
    """Time the model, then names and numbers, on all texts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", type=Path, nargs="+")
    paths = [
        file
        for path in parser.parse_args().paths
        for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])
    ]
    articles = [Article.from_text(path.read_text(encoding="utf-8")) for path in paths]
    warm = parse(articles[0])
    find_numbers(warm, find_entities(warm), find_times(warm))
    load_model()
    model, parsed = timed(lambda: [parse(article) for article in articles])
    words = sum(len(passage.doc) for one in parsed for passage in one.passages)
    print(f"{len(articles)} articles, {words} tokens; language model {model:.2f} s")
    times = [find_times(one) for one in parsed]
    names, entities = timed(lambda: [find_entities(one) for one in parsed])
    numbers, _ = timed(
        lambda: [find_numbers(*row) for row in zip(parsed, entities, times, strict=True)]
    )
    print(f"names {names:.2f} s ({names / model:.1%})")
    print(f"numbers {numbers:.2f} s ({numbers / model:.1%})")
    print(f"together {(names + numbers) / model:.1%} of the language model's CPU time")


if __name__ == "__main__":
    main()

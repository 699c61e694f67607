"""How fast articles are analyzed, as a ratio to the language model alone.

    python tests/benchmarks/analysis_benchmark.py [--articles FILE.jsonl] [--rounds 3]

The model alone (`nlp.pipe` over the paragraphs, as spaCy loads it and without its lemmatizer) and
`dateline analyze --jsonl` (all finders, JSON written) take turns over the same text in one process,
so that what else the machine does strikes all alike. Times are of the processor. Without
`--articles` (JSON lines with "text") the bundled article is read twelve times over.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import dateline
from dateline.analysis import pipeline
from dateline.analysis.language import load_model, parse
from dateline.analysis.passages import passage_spans, plain_text_of
from dateline.analysis.places.gazetteer import Gazetteer
from dateline.analysis.stream import analyze_lines

ROOT = Path(__file__).parents[2]


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def _texts(path: Path | None) -> list[str]:
    if path is None:
        return [(ROOT / "seeds" / "russia-strikes-ukraine.txt").read_text("utf-8")] * 12
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]


def throughput(texts: list[str], rounds: int) -> None:
    """Print words a second of the model alone and of everything, and their ratio."""
    import spacy

    whole_model = spacy.load(load_model().path)
    lean_model = spacy.load(load_model().path, exclude=["lemmatizer"])
    articles = [dateline.Article.from_text(text) for text in texts]
    paragraphs = [
        plain_text_of(article, start, end)
        for article in articles
        for _, start, end in passage_spans(article)
    ]
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    lines = [json.dumps({"id": n, "text": text}).encode() for n, text in enumerate(texts)]
    ways: dict[str, Callable[[], object]] = {
        "nlp.pipe": lambda: list(whole_model.pipe(paragraphs)),
        "nlp.pipe without lemmatizer": lambda: list(lean_model.pipe(paragraphs)),
        "dateline analyze --jsonl": lambda: list(analyze_lines(lines)),
    }
    list(analyze_lines(lines[:1]))
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            taken[name].append(_seconds(way))
    print(f"{len(texts)} articles, {words:,} words, best of {rounds} rounds")
    ours = min(taken["dateline analyze --jsonl"])
    for name, seconds in taken.items():
        print(
            f"  {name:<28} {words / min(seconds):7,.0f} words/s"
            f"   Dateline runs at {min(seconds) / ours:.2f} of it"
        )


def shares(texts: list[str], rounds: int) -> None:
    """Print the time of each finder as a share of the model's."""
    articles = [dateline.Article.from_text(text) for text in texts]
    model = min(_seconds(lambda: [parse(a) for a in articles]) for _ in range(rounds))
    parsed = [parse(article) for article in articles]
    spent: dict[str, list[float]] = {}

    def timed(name: str, work: Callable[..., list[object]], *given: object) -> list[object]:
        started = time.process_time()
        found = work(*given)
        spent[name][-1] += time.process_time() - started
        return found

    for _ in range(rounds):
        for name in ("names", "times", "quotes", "numbers", "places", "timeline", "JSON"):
            spent.setdefault(name, []).append(0.0)
        for each in parsed:
            entities = timed("names", pipeline.find_entities, each)
            times = timed("times", pipeline.find_times, each)
            timed("quotes", pipeline.find_quotes, each, entities)
            timed("numbers", pipeline.find_numbers, each, entities, times)
            timed("places", pipeline.find_places, each, entities)
            timed("timeline", pipeline.build_timeline, each, times)
            found = pipeline.analyze_parsed(each)
            timed("JSON", lambda one: [json.dumps(one.to_dict())], found)
    print("\nTime of each finder, as a share of the language model's")
    for name, seconds in spent.items():
        print(f"  {name:<10} {min(seconds) / model:6.1%}")
    print(f"  {'together':<10} {sum(map(min, spent.values())) / model:6.1%}")


def first_look_up() -> None:
    """Print how long the gazetteer takes for its first and for a later look-up."""
    opened: list[Gazetteer] = []
    opening = _seconds(lambda: opened.append(Gazetteer()))
    first = _seconds(lambda: opened[0].lookup("Springfield"))
    later = _seconds(lambda: opened[0].lookup("Paris"))
    print(
        f"\nGazetteer: {opening * 1000:.1f} ms to open, {first * 1000:.2f} ms for the first"
        f" look-up, {later * 1000:.2f} ms for another"
    )


def main() -> None:
    """Print all three tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=Path, help='JSON lines with "text"')
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    texts = _texts(options.articles)
    throughput(texts, options.rounds)
    shares(texts, options.rounds)
    first_look_up()


if __name__ == "__main__":
    main()

"""Find rates in languages other than English, read without a model.

    python tests/evaluation/evaluate_languages.py [--show]

`other_languages.json` beside this script holds one short report in each language, written for
this, with the values of its dates (the article is of 6 June 2025) and numbers, and its quotes
with their speakers. A date or number is right when its value is; a quote when its span is.
"""

from __future__ import annotations

import argparse
import datetime
import json
from collections import Counter
from pathlib import Path

from dateline.analysis.language import read_passages
from dateline.analysis.numbers import find_numbers
from dateline.analysis.parsed import ParsedArticle
from dateline.analysis.passages import passage_spans
from dateline.analysis.quotes import find_quotes
from dateline.analysis.times import find_times
from dateline.article.model import Article

REPORTS = Path(__file__).parent / "other_languages.json"
PUBLISHED = datetime.date(2025, 6, 6)


def found_in(text: str, language: str) -> dict[str, list[str]]:
    """What is found, as comparable strings."""
    article = Article.from_text(text, published=PUBLISHED)
    passages = read_passages(article, list(passage_spans(article)), language=language)
    parsed = ParsedArticle(article, passages, language)
    times = find_times(parsed)
    quotes = find_quotes(parsed, [])
    return {
        "times": [time.value for time in times],
        "numbers": [str(number.value) for number in find_numbers(parsed, [], times)],
        "quotes": [quote.text for quote in quotes],
        "speakers": [quote.speaker.text for quote in quotes if quote.speaker],
    }


def main() -> None:
    """Print right, found and expected for each kind, over all languages."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--show", action="store_true", help="what is missed and what is wrong")
    show = arguments.parse_args().show
    right, found, expected = Counter[str](), Counter[str](), Counter[str]()
    for language, report in json.loads(REPORTS.read_text(encoding="utf-8")).items():
        wanted = {
            "times": report["times"],
            "numbers": report["numbers"],
            "quotes": [quote for quote, _ in report["quotes"]],
            "speakers": [speaker for _, speaker in report["quotes"] if speaker],
        }
        for kind, here in found_in(report["text"], language).items():
            want, got = Counter(wanted[kind]), Counter(here)
            right[kind] += (want & got).total()
            found[kind] += got.total()
            expected[kind] += want.total()
            if show and want != got:
                print(language, kind, "missed", list(want - got), "wrong", list(got - want))
    for kind in expected:
        print(f"{kind}: {right[kind]} right of {found[kind]} found, {expected[kind]} expected")


if __name__ == "__main__":
    main()

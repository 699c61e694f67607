"""The numbers of sentences as news has them: value, unit and modifier, none missed, none invented.

`wikinews_sentences.json` holds sentences of Wikinews, `news_sentences.json` others that were
written for this, a sentence a line; a number is its text, its value, the upper end of a range, its
unit and its modifier. `docs/numbers.md` tells on which of them the rules were corrected.
"""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dateline.analysis.language import parse_many
from dateline.analysis.pipeline import analyze_parsed
from dateline.article.model import Article


def sentences(name: str) -> list[dict[str, Any]]:
    return json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def wrong_sentences(cases: list[dict[str, Any]]) -> list[str]:
    """The sentences whose numbers are not as expected, with what was found."""
    articles = [Article.from_text(case["text"]) for case in cases]
    wrong = []
    for case, parsed in zip(cases, parse_many(articles), strict=True):
        found = [
            (n.text, n.value, n.value_to, n.unit, n.modifier)
            for n in analyze_parsed(parsed).numbers
        ]
        expected = [
            (
                text,
                Decimal(value) if value else None,
                Decimal(upper) if upper else None,
                unit,
                modifier,
            )
            for text, value, upper, unit, modifier in case["numbers"]
        ]
        if Counter(found) != Counter(expected):
            wrong.append(f"{case['text']}\n  found {found}\n  expected {expected}")
    return wrong


@pytest.mark.parametrize("name", ["wikinews_sentences.json", "news_sentences.json"])
def test_of_at_least_150_sentences_98_percent_are_right(name: str) -> None:
    cases = sentences(name)
    assert len(cases) >= 150
    wrong = wrong_sentences(cases)
    assert len(wrong) <= 0.02 * len(cases), "\n".join(wrong)

"""The numbers of sentences as news has them: value, unit and modifier, none missed, none invented.

`news_sentences.json` holds them, a sentence a line; a number is its text, its value, the upper end
of a range, its unit and its modifier.
"""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

from dateline.analysis.language import parse_many
from dateline.analysis.pipeline import analyze_parsed
from dateline.article.model import Article

SENTENCES = json.loads(Path(__file__).with_name("news_sentences.json").read_text(encoding="utf-8"))


def wrong_sentences() -> list[str]:
    """The sentences whose numbers are not as expected, with what was found."""
    articles = [Article.from_text(sentence["text"]) for sentence in SENTENCES]
    wrong = []
    for sentence, parsed in zip(SENTENCES, parse_many(articles), strict=True):
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
            for text, value, upper, unit, modifier in sentence["numbers"]
        ]
        if Counter(found) != Counter(expected):
            wrong.append(f"{sentence['text']}\n  found {found}\n  expected {expected}")
    return wrong


def test_of_at_least_150_sentences_98_percent_are_right() -> None:
    assert len(SENTENCES) >= 150
    wrong = wrong_sentences()
    assert len(wrong) <= 0.02 * len(SENTENCES), "\n".join(wrong)

"""Which quote a number stands in, and what holds for all quotes."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from dateline.analysis.language import parse
from dateline.analysis.model import Number, Quote
from dateline.analysis.names import find_entities
from dateline.analysis.quotes import attribute_numbers, find_quotes
from dateline.article.model import Article

NUMBER = Number(0, 1, "7", Decimal(7), None, "cardinal", None, None, None)


def quote(start: int, end: int) -> Quote:
    return Quote(start, end, "", False, None, None)


def said_by(start: int, end: int, *quotes: Quote) -> int | None:
    (number,) = attribute_numbers([replace(NUMBER, start=start, end=end)], quotes)
    return number.said_by


def test_a_number_is_said_by_the_innermost_quote_around_it() -> None:
    assert said_by(12, 14, quote(0, 50), quote(10, 20), quote(30, 40)) == 1
    assert said_by(32, 34, quote(0, 50), quote(10, 20), quote(30, 40)) == 2
    assert said_by(22, 24, quote(0, 50), quote(10, 20), quote(30, 40)) == 0


def test_a_number_outside_all_quotes_is_the_writers_own() -> None:
    assert said_by(60, 62, quote(0, 50)) is None
    assert said_by(48, 52, quote(0, 50)) is None


def test_what_holds_for_all_quotes() -> None:
    cases = json.loads(Path(__file__).with_name("hard_cases.json").read_text("utf-8"))
    text = "\n\n".join(case["text"] for case in cases if case["format"] == "text")
    parsed = parse(Article.from_text(text))
    quotes = find_quotes(parsed, find_entities(parsed))
    assert len(quotes) > 100
    assert [q.start for q in quotes] == sorted(q.start for q in quotes)
    for place, one in enumerate(quotes):
        assert one.text == parsed.article.text[one.start : one.end]
        assert one.text.strip() == one.text != ""
        if one.continues is not None:
            assert one.continues < place
            assert quotes[one.continues].speaker == one.speaker
        for part in (one.speaker, one.cue):
            assert part is None or 0 <= part.start < part.end <= len(text)

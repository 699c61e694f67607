"""Records: nothing is lost on the way through JSON."""

import dataclasses
import datetime
import json
from decimal import Decimal

import pytest

from dateline.analysis import model
from dateline.analysis.records import (
    Assembly,
    analysis_slices,
    article_slices,
    from_record,
    to_record,
)
from dateline.article.model import Article, Block, Image, Link, StyleSpan

ARTICLE = Article(
    text="Mayor Ada Lum said “two bridges” on Friday. " * 5_000,
    blocks=tuple(Block("paragraph", at * 44, at * 44 + 43, level=at % 3) for at in range(5_000)),
    links=(Link(0, 5, "https://example.org/ada"),),
    styles=(StyleSpan(6, 9, "emphasis"),),
    images=(Image(0, 5, "bridge.png"),),
    title="Two bridges",
    published=datetime.date(2025, 6, 7),
    published_from="the dateline",
    language="en",
    remarks=("Read as UTF-8.",),
)
FOUND = model.Analysis(
    ARTICLE,
    entities=(
        model.Entity("e1", "Ada Lum", "PERSON", (model.Mention(6, 13),), "Mayor", ("Ada Lum",)),
    )
    * 250,
    numbers=(
        model.Number(
            20, 23, "two", Decimal("2"), None, "cardinal", None, None, "bridges", 0, 24, 31
        ),
    ),
    times=(model.Time(36, 42, "Friday", "DATE", "2025-06-06", None, "2025-06-06", "2025-06-06"),),
    timeline=(
        model.Event(0, 43, 0, "2025-06-06", None, "Lum says", "before", ((44, 87), (88, 131))),
    ),
    quotes=(
        model.Quote(
            19,
            32,
            "“two bridges”",
            True,
            model.Speaker(6, 13, "Ada Lum", "e1"),
            model.Cue(14, 18, "said"),
            "claims",
        ),
        model.Quote(60, 70, "x", False, None, None, continues=0, aside=True),
    ),
    places=(
        model.Place(
            "p1",
            "Lund",
            "city",
            "SE",
            "Skåne",
            55.7,
            13.19,
            2693678,
            94703,
            None,
            0.9,
            (model.PlaceMention(0, 5, "metonym"),),
            (model.Candidate("Lund", "US", None, 1.0, 2.0, None, None, 0.1),),
        ),
    ),
    remarks=("A remark.",),
)


def test_an_analysis_comes_back_whole() -> None:
    assert from_record(json.loads(json.dumps(to_record(FOUND)))) == FOUND


def test_slices_are_short_and_come_back_whole() -> None:
    lines = [json.dumps(part) for part in (*article_slices(ARTICLE), *analysis_slices(FOUND))]
    assert max(map(len, lines)) < 300_000
    together = Assembly()
    for line in lines:
        together.add(json.loads(line))
    assert together.article() == ARTICLE
    assert together.analysis(ARTICLE) == FOUND


def test_every_field_of_the_model_is_known_to_records() -> None:
    for name in ("Entity", "Number", "Time", "Event", "Quote", "Place"):
        kind = getattr(model, name)
        assert dataclasses.is_dataclass(kind)
    empty = model.Analysis(Article(text=""))
    assert from_record(json.loads(json.dumps(to_record(empty)))) == empty


def test_a_record_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="another version"):
        from_record(to_record(FOUND) | {"shape": "old"})

"""Where the places of news from around the world are: towns in America bear most of the names."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.analysis.language import parse
from dateline.analysis.names import find_entities
from dateline.analysis.places import find_places
from dateline.article.model import Article

CASES = json.loads(Path(__file__).with_name("world_news.json").read_text("utf-8"))
LEAST_RIGHT = 0.9


def countries(text: str) -> dict[str, str | None]:
    """The words of every mention, and the country of its place."""
    parsed = parse(Article.from_text(text))
    places = find_places(parsed, find_entities(parsed))
    return {text[m.start : m.end]: place.country for place in places for m in place.mentions}


def test_world_cities_are_not_taken_for_their_namesakes() -> None:
    wrong, count = [], 0
    for case in CASES:
        found = countries(case["text"])
        for name, country in case["places"].items():
            count += 1
            if found.get(name) != country:
                wrong.append(f"{name}: {found.get(name)} instead of {country}")
    assert count > 100
    assert len(wrong) <= (1 - LEAST_RIGHT) * count, wrong


def test_countries_named_together_are_countries() -> None:
    found = countries("Colombia lost to Belgium, Lebanon drew with Cuba, and Peru beat Jordan.")
    assert set(found.values()) == {"CO", "BE", "LB", "CU", "PE", "JO"}

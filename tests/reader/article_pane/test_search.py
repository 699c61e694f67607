"""What a search finds."""

from __future__ import annotations

import pytest

from dateline.reader.article_pane.search import find_matches, first_match


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("drone", "Drones and a drone", ["Drone", "drone"]),
        ("Drone", "Drones and a drone", ["Drone"]),
        ("cruise missiles", "cruise\n   missiles", ["cruise\n   missiles"]),
        ("don't", "They don’t know", ["don’t"]),
        ('"we', "“We will”", ["“We"]),
        ("30-day", "a 30‑day truce", ["30‑day"]),
        ("a.c", "abc a.c", ["a.c"]),
    ],
)
def test_matches(query: str, text: str, found: list[str]) -> None:
    assert [text[slice(*span)] for span in find_matches(text, query).spans] == found


def test_stepping_goes_round_the_ends() -> None:
    matches = find_matches("one two one", "one")
    assert matches.step(8, forward=True) == (0, 3)
    assert matches.step(0, forward=False) == (8, 11)
    assert matches.number_at(8) == 2


def test_the_first_match_is_sought_from_the_cursor_on() -> None:
    assert first_match("one two one", "one", 4) == (8, 11)
    assert first_match("one two one", "two", 8) == (4, 7)
    assert first_match("one", "four", 0) is None

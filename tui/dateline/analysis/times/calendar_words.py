"""The words of the calendar in some two hundred languages, for reading dates without a model.

`data/calendar_words.json` is made by `make_calendar_words.py`; `data/more_calendar_words.json`
adds to it by hand. A key of either: `months` (in full), `short_months`, `weekdays` (Monday is 0),
`days` (today is 0), `stretches` ("last week": W, -1), `units` and `frames` ("{0} {1} ago").
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

_SAME = {"no": "nb", "nn": "nb", "sh": "hr", "in": "id", "iw": "he", "tl": "fil"}
"""Languages that are read with the words of another."""


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """The words of one language, in lower case."""

    order: str = "DMY"
    months: Mapping[str, int] = field(default_factory=dict)
    short_months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Monday is 0."""
    days: Mapping[str, int] = field(default_factory=dict)
    """Days from today."""
    stretches: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Unit (W, M, Y) and how many of it from now."""
    units: Mapping[str, str] = field(default_factory=dict)
    """A word to its unit."""
    frames: Mapping[str, int] = field(default_factory=dict)
    """A phrase around a number {0} and a unit {1}, to -1 (ago) or 1 (from now)."""
    joins: Sequence[str] = ()
    before: Sequence[str] = ()
    behind_year: Sequence[str] = ()
    year_before: Sequence[str] = ()
    """Words that only a year stands before, not part of it."""
    last: Sequence[str] = ()
    next: Sequence[str] = ()
    hours: Sequence[str] = ()
    endings: str = ""
    prefixes: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The words for one to ten."""


@cache
def calendar_words(language: str) -> CalendarWords:
    """The words of a language by its ISO 639 code; none where it is not known."""
    code = _SAME.get(language, language)
    made, added = _table("calendar_words.json"), _table("more_calendar_words.json")
    base: dict[str, Any] = made.get(code, {})
    more: dict[str, Any] = added.get(language) or added.get(code) or {}
    dropped = frozenset(more.get("not", ()))

    def joined(key: str) -> dict[str, Any]:
        kept = {k: v for k, v in base.get(key, {}).items() if k not in dropped}
        return {**kept, **more.get(key, {})}

    units = {
        word: unit
        for table in (base.get("units", {}), more.get("units", {}))
        for unit, words in table.items()
        for word in words
    }
    return CalendarWords(
        order=more.get("order") or base.get("order", "DMY"),
        months=joined("months"),
        short_months=joined("short_months"),
        weekdays=joined("weekdays"),
        days=joined("days"),
        stretches={k: (unit, shift) for k, (unit, shift) in joined("stretches").items()},
        units=units,
        frames=joined("frames"),
        **{key: tuple(more.get(key, ())) for key in _LISTS},
        endings=more.get("endings", ""),
        prefixes=more.get("prefixes", ""),
        numbers={
            word: number
            for number, words in enumerate(more.get("one_to_ten", ()), 1)
            for word in words.split("|")
        },
    )


def calendar_languages() -> int:
    """How many languages' words are known, English aside."""
    return len(_table("calendar_words.json"))


_LISTS = ("joins", "before", "behind_year", "year_before", "last", "next", "hours")


@cache
def _table(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table

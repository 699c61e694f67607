"""Numbers grouped by what they count, with a mark where the article contradicts itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Number, Quote

_ABOUT = Decimal("0.15")
"""How far "about" reaches to either side."""
_NO_EVENTS = frozenset(
    ["report", "includ", "has", "hav", "had", "contain", "saw", "want", "need", "show", "list"]
)
"""Stems of verbs that tell of no event: two lists may well include different numbers."""
_COUNTED = ("cardinal", "money", "percent", "measure", "duration")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two numbers of one thing that cannot both be right."""

    first: int
    """Index into the numbers."""
    second: int
    """Index into the numbers, behind `first` in the text."""
    other_speaker: bool
    """Whether the two are said by different speakers, so that the article only reports both."""


@dataclass(frozen=True, slots=True)
class NumberGroup:
    """The numbers of one thing."""

    key: str
    """Their `of_key`; empty for numbers that count nothing named."""
    thing: str
    """What is counted, as the article first writes it."""
    members: tuple[int, ...]
    """Indices into the numbers, in the order of the text."""
    conflicts: tuple[Conflict, ...] = ()

    @property
    def contradicts(self) -> bool:
        """Whether two of its numbers cannot both be right."""
        return bool(self.conflicts)


def number_groups(numbers: Sequence[Number], quotes: Sequence[Quote] = ()) -> list[NumberGroup]:
    """Group numbers by what is counted, in the order of their first members.

    Two numbers contradict each other when they count the same thing with the same verb and unit,
    their sentences name the same place or other thing, and no value satisfies both. Numbers of
    "more" or "other" things, and those of asides, contradict nothing.
    """
    members: defaultdict[str, list[int]] = defaultdict(list)
    for index, number in enumerate(numbers):
        members[number.of_key or ""].append(index)
    return [
        NumberGroup(
            key,
            next((numbers[i].of or "" for i in indices), ""),
            tuple(indices),
            tuple(_conflicts(numbers, indices, quotes)) if _tells_event(key) else (),
        )
        for key, indices in members.items()
    ]


def _tells_event(key: str) -> bool:
    _, _, verb = key.partition(" ")
    return bool(verb) and verb not in _NO_EVENTS


def _conflicts(
    numbers: Sequence[Number], indices: Sequence[int], quotes: Sequence[Quote]
) -> list[Conflict]:
    return [
        Conflict(i, j, _speaker(numbers[i], quotes) != _speaker(numbers[j], quotes))
        for i, j in combinations(indices, 2)
        if _comparable(numbers[i], numbers[j]) and not _agree(numbers[i], numbers[j])
    ]


def _comparable(one: Number, other: Number) -> bool:
    if one.kind != other.kind or one.unit != other.unit or one.kind not in _COUNTED:
        return False
    if one.further or other.further or one.aside or other.aside:
        return False
    if (one.of or "").lower() != (other.of or "").lower():
        return False
    return bool(set(one.scope) & set(other.scope)) or not (one.scope or other.scope)


def _agree(one: Number, other: Number) -> bool:
    """Whether some value satisfies both numbers."""
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return max(low, other_low) <= min(high, other_high)


def _bounds(number: Number) -> tuple[Decimal, Decimal]:
    """The least and the greatest value that a number allows."""
    value = number.value
    if value is None:
        return Decimal("-Infinity"), Decimal("Infinity")
    if number.value_to is not None:
        return value, number.value_to
    match number.modifier:
        case "~":
            reach = abs(value) * _ABOUT
            return value - reach, value + reach
        case ">" | ">=":
            return value, Decimal("Infinity")
        case "<" | "<=":
            return Decimal("-Infinity"), value
        case _:
            return value, value


def _speaker(number: Number, quotes: Sequence[Quote]) -> str | None:
    """Who says a number: the entity's id, else the words that name the speaker."""
    if number.said_by is None or number.said_by >= len(quotes):
        return None
    speaker = quotes[number.said_by].speaker
    return (speaker.entity or speaker.text) if speaker else None

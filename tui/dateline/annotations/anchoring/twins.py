"""Passages of a text that resemble each other so closely that one can be taken for the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dateline.annotations.anchoring.islands import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.annotations.anchoring.words import Words

_RUN = 3
"""Words that must be the same in a row."""
AROUND = 6
"""Words on either side of a passage that count as a part of it."""
_ALIKE = 0.45
"""Share of a passage's runs that another place must have to be its twin."""
_COPIED = 0.35
"""The same for a place that was written anew."""
_COMMON = 40
"""A run that occurs more often tells nothing."""
_DRIFT = 4
"""Words by which a twin may be shifted within itself."""


def _runs(numbers: list[int]) -> Iterator[tuple[int, ...]]:
    return zip(*(numbers[step:] for step in range(_RUN)), strict=False)


class Copies:
    """What was written anew, to find whether a passage was told again in it."""

    def __init__(self, new: Words, came_from: list[int]) -> None:
        places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        free = [claim == NOWHERE for claim in came_from]
        for at, run in enumerate(_runs(new.numbers)):
            if 2 * sum(free[at : at + _RUN]) > _RUN:
                places[run].append(at)
        self._places = dict(places)

    def has_one(self, old: Words, first: int, last: int) -> bool:
        """Whether the old words of the half-open range, with those around, stand there too."""
        if not self._places:
            return False
        return bool(_votes(self._places, old.numbers, first, last, _COPIED))


class Twins:
    """The repeated runs of words of a text, to find what resembles a passage."""

    def __init__(self, words: Words) -> None:
        self._words = words
        places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        for at, run in enumerate(_runs(words.numbers)):
            places[run].append(at)
        self._places = {run: found for run, found in places.items() if len(found) > 1}

    def has_another(self, first: int, last: int) -> bool:
        """Whether the words of the half-open range stand, just so, elsewhere too."""
        if last - first < _RUN:
            return True
        numbers = self._words.numbers
        others = self._places.get(tuple(numbers[first : first + _RUN]), ())
        if len(others) > _COMMON:
            return True
        words = numbers[first:last]
        return any(
            other != first and numbers[other : other + len(words)] == words for other in others
        )

    def of(self, first: int, last: int) -> list[int]:
        """How many words further on (or back) the twins of the half-open range of words stand."""
        if not self._places:
            return []
        votes = _votes(self._places, self._words.numbers, first, last, _ALIKE)
        return [shift * _DRIFT for shift in votes if shift not in (0, -1)]


def _votes(
    places: dict[tuple[int, ...], list[int]],
    numbers: list[int],
    first: int,
    last: int,
    share: float,
) -> list[int]:
    """By how many drifts that is shifted which has that share of the runs of a range."""
    start = max(0, first - AROUND)
    end = min(len(numbers), last + AROUND) - _RUN + 1
    votes: Counter[int] = Counter()
    for at in range(start, end):
        others = places.get(tuple(numbers[at : at + _RUN]), ())
        if len(others) > _COMMON:
            continue
        for shift in {(other - at) // _DRIFT for other in others}:
            votes[shift] += 1
    need = share * max(1, end - start)
    return [shift for shift, count in votes.items() if count + votes[shift + 1] >= need]

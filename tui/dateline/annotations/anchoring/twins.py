"""Passages of a text that resemble each other so closely that one can be taken for the other."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.annotations.anchoring.words import Words

_RUN = 3
"""Words that must be the same in a row."""
AROUND = 6
"""Words on either side of a passage that count as a part of it."""
_ALIKE = 0.5
"""Share of a passage's runs that another place must have to be its twin."""
_COMMON = 40
"""A run that occurs more often tells nothing."""
_DRIFT = 4
"""Words by which a twin may be shifted within itself."""


class Twins:
    """The repeated runs of words of a text, to find what resembles a passage."""

    def __init__(self, words: Words) -> None:
        self._words = words
        places: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        numbers = words.numbers
        for at, run in enumerate(zip(*(numbers[step:] for step in range(_RUN)), strict=False)):
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
        start = max(0, first - AROUND)
        end = min(len(self._words), last + AROUND) - _RUN + 1
        votes: Counter[int] = Counter()
        for at in range(start, end):
            others = self._places.get(tuple(self._words.numbers[at : at + _RUN]), ())
            if len(others) > _COMMON:
                continue
            for shift in {(other - at) // _DRIFT for other in others if other != at}:
                votes[shift] += 1
        need = _ALIKE * max(1, end - start)
        return [
            shift * _DRIFT
            for shift, count in votes.items()
            if shift not in (0, -1) and count + votes[shift + 1] >= need
        ]

"""What came away from its neighbours between two versions of a text, and may be a copy.

A sentence that stands elsewhere with a word changed was moved and edited, or it was removed and
one that resembles it was written: the words cannot tell. What moved as a whole is taken for moved,
and so is what is long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.annotations.anchoring.words import Words

NOWHERE = -1
_LONG = 60
"""Words from which a stretch that moved is recognised though some of its words changed."""
_SENTENCE = 2
"""Strength of the break before a word from which a sentence begins there."""


@dataclass(frozen=True, slots=True)
class Island:
    """Old words that are neighbours in both versions, but for words that are in one alone."""

    start: int
    end: int
    """The words before it: half-open."""
    kept: int
    """How many of them are in the new version."""
    at_edge: bool
    """Whether it begins or ends both versions."""

    @property
    def span(self) -> tuple[int, int]:
        """Its first word, and the one after its last."""
        return self.start, self.end

    @property
    def is_small(self) -> bool:
        """Whether a copy could have been taken for it."""
        return not self.at_edge and self.kept < _LONG


def islands(became: list[int]) -> list[Island]:
    """The islands in the order of the old version.

    `became`: for each old word the index of the new one, or NOWHERE.
    """
    kept = [word for word, new in enumerate(became) if new != NOWHERE]
    rank = {new: place for place, new in enumerate(sorted(became[word] for word in kept))}
    found: list[Island] = []
    first = 0
    for place in range(1, len(kept) + 1):
        before = rank[became[kept[place - 1]]]
        if place < len(kept) and rank[became[kept[place]]] == before + 1:
            continue
        at_start = first == 0 and rank[became[kept[0]]] == 0
        at_end = place == len(kept) and before == len(kept) - 1
        found.append(
            Island(kept[first], kept[place - 1] + 1, place - first, at_edge=at_start or at_end)
        )
        first = place
    return found


def doubtful(old: Words, became: list[int], found: list[Island]) -> bytearray:
    """1 for each old word that may have been taken for one of a copy."""
    doubts = bytearray(len(old))
    for island in found:
        start, end = island.start, island.end
        if not island.is_small:
            continue
        there = became[end - 1] + 1 - became[start]
        whole = island.kept == end - start == there
        if not whole or min(old.boundary(start), old.boundary(end)) < _SENTENCE:
            doubts[start:end] = b"\x01" * (end - start)
    return doubts

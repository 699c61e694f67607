"""How well a place in a text fits a passage, and what to call it.

The weights are those of the Hypothesis client (`matchQuote` in its anchoring code): quote 50,
prefix 20, suffix 20, position 2. Unlike it, a place must earn its name: a good quote in the wrong
surroundings is to be checked, and too poor a match is no match.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from dateline.annotations.anchoring.folding import fold

if TYPE_CHECKING:
    from dateline.annotations.anchoring.passage import Passage

QUOTE, PREFIX, SUFFIX, POSITION = 50, 20, 20, 2
SUPPORT = 0.6
"""Similarity from which a prefix or suffix speaks for a place."""
ANCHORED = 0.7
"""Similarity of the quote from which a place that its surroundings support is anchored."""
TO_CHECK = 0.5
"""Score from which a place is worth the reader's look."""
ALONE = 24
"""Code points from which a quote that is found word for word, once, is worth a look by itself."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A place in a folded text, with what speaks for it: similarities from 0 to 1."""

    start: int
    end: int
    quote: float
    prefix: float | None
    """None when the passage has none: it stood at the edge of the text."""
    suffix: float | None
    position: float

    @property
    def score(self) -> float:
        """The weighted mean, 0 to 1."""
        total: float = QUOTE + POSITION
        reached = QUOTE * self.quote + POSITION * self.position
        for weight, found in ((PREFIX, self.prefix), (SUFFIX, self.suffix)):
            if found is not None:
                total += weight
                reached += weight * found
        return reached / total

    @property
    def both_sides(self) -> bool:
        """Whether neither of the surroundings speaks against the place, and one speaks for it."""
        around = [found for found in (self.prefix, self.suffix) if found is not None]
        return bool(self.sides) and all(found >= TO_CHECK for found in around)

    @property
    def sides(self) -> int:
        """How many of the two surroundings speak for the place."""
        return sum(
            1 for found in (self.prefix, self.suffix) if found is not None and found >= SUPPORT
        )


class Sought:
    """A passage as it is looked for in folded texts."""

    def __init__(self, passage: Passage) -> None:
        self.quote = fold(passage.exact).strip()
        self.prefix = fold(passage.prefix).lstrip()
        self.suffix = fold(passage.suffix).rstrip()
        if passage.exact[:1].isspace() and self.prefix[-1:] != " ":
            self.prefix += " "
        if passage.exact[-1:].isspace() and self.suffix[:1] != " ":
            self.suffix = " " + self.suffix

    def fit(self, text: str, start: int, end: int, expected: int) -> Fit:
        """How well `[start, end)` of a folded text fits, expected to start at `expected`."""
        found = text[start:end]
        quote = 1.0 if found == self.quote else similarity(self.quote, found)
        prefix = suffix = None
        if self.prefix:
            prefix = similarity(self.prefix, text[max(0, start - len(self.prefix)) : start])
        if self.suffix:
            suffix = similarity(self.suffix, text[end : end + len(self.suffix)])
        distance = min(1.0, abs(start - expected) / max(1, len(text)))
        return Fit(start, end, quote, prefix, suffix, 1.0 - distance)


def similarity(one: str, other: str) -> float:
    """1 less the share of characters to be changed, 0 to 1."""
    return float(Levenshtein.normalized_similarity(one, other))

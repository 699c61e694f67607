"""What a passage is known by, and where it was found."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.annotations.model import CONTEXT, State


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage by its words, its surroundings and its place: the W3C's TextQuoteSelector and
    TextPositionSelector (https://www.w3.org/TR/annotation-model/#selectors) in one."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a passage stands in a text: a half-open pair of code point offsets (0, 0 when lost)."""

    start: int
    end: int
    state: State
    score: float
    """0 to 1: how much of the quote and its surroundings was found there."""


LOST = Placement(0, 0, "lost", 0.0)


def describe(text: str, start: int, end: int) -> Passage:
    """The passage `[start, end)` of a text, with 32 code points of it on either side."""
    return Passage(
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )

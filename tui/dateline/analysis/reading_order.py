"""The order in which the passages of an article are read: what is on screen first."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_SMALLEST = 1_500
"""Code points in the first group: a few paragraphs, found in a tenth of a second."""
_LARGEST = 16_000


class ReadingOrder:
    """Hands out the passages of an article in groups of neighbours, none of them twice.

    The first group begins with what is looked at; the next go on from there to the end of the
    article, then from its beginning. Groups grow, because larger ones are read faster.
    """

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._starts = [start for start, _ in spans]
        self._unread = [True] * len(spans)
        self._left = len(spans)
        self._next = 0
        self._first_unread = 0
        self._size = _SMALLEST

    def look_at(self, start: int) -> None:
        """Go on with the passage at (or after) an offset in the article."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        while at < len(self._spans) and self._spans[at][1] <= start:
            at += 1
        self._next = at
        self._size = _SMALLEST

    def next_group(self) -> range:
        """The indexes of the passages to read next; empty when all have been handed out."""
        if not self._left:
            return range(0)
        first = self._following(self._next)
        last, size = first, 0
        while last < len(self._spans) and self._unread[last] and size < self._size:
            size += self._spans[last][1] - self._spans[last][0]
            self._unread[last] = False
            last += 1
        self._left -= last - first
        self._next = last
        self._size = min(self._size * 2, _LARGEST)
        return range(first, last)

    def _following(self, at: int) -> int:
        """The first unread passage from here on, or else from the beginning."""
        while at < len(self._spans) and not self._unread[at]:
            at += 1
        if at < len(self._spans):
            return at
        while not self._unread[self._first_unread]:
            self._first_unread += 1
        return self._first_unread

"""An index of spans: what overlaps a stretch of text, without a scan of all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Span(NamedTuple):
    """A half-open pair of code point offsets in `Article.text`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, offset: int) -> bool:
        """Whether the offset lies inside."""
        return self.start <= offset < self.end


class SpanIndex(Generic[T]):
    """Spans with what they stand for, sorted by start, searched by overlap.

    A look-up costs O(log n + k) for k results as long as spans do not nest deeply: the running
    maximum of the ends tells where an earlier span can no longer reach.
    """

    def __init__(self, items: Iterable[tuple[Span, T]] = ()) -> None:
        ordered = sorted(items, key=lambda item: (item[0].start, -item[0].end))
        self._spans = [span for span, _ in ordered]
        self._values = [value for _, value in ordered]
        self._starts = [span.start for span in self._spans]
        self._reach: list[int] = []
        reach = 0
        for span in self._spans:
            reach = max(reach, span.end)
            self._reach.append(reach)

    def __len__(self) -> int:
        return len(self._spans)

    def __iter__(self) -> Iterator[tuple[Span, T]]:
        return zip(self._spans, self._values, strict=True)

    def overlapping(self, start: int, end: int) -> list[tuple[Span, T]]:
        """All that shares a code point with `[start, end)`, in the order of the text."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return [
            (self._spans[i], self._values[i])
            for i in range(first, last)
            if self._spans[i].end > start
        ]

    def at(self, offset: int) -> list[tuple[Span, T]]:
        """All that covers the offset, the innermost (shortest) first."""
        found = self.overlapping(offset, offset + 1)
        return sorted(found, key=lambda item: item[0].end - item[0].start)

    def after(self, offset: int) -> tuple[Span, T] | None:
        """The first that starts after the offset."""
        i = bisect_right(self._starts, offset)
        return (self._spans[i], self._values[i]) if i < len(self._spans) else None

    def before(self, offset: int) -> tuple[Span, T] | None:
        """The last that starts before the offset."""
        i = bisect_left(self._starts, offset) - 1
        return (self._spans[i], self._values[i]) if i >= 0 else None

"""An index of spans: what overlaps a stretch of text, without a scan of all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
Item = TypeVar("Item", bound=tuple[Any, ...])


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


class GrowingIndex(Generic[Item]):
    """Spans that are added one by one, in any order, and searched by overlap.

    An item is a tuple whose first two members are a half-open span. Adding costs next to nothing,
    for items are only sorted where they are looked up, `_STRETCH` code points of the text at a
    time: so an index of hundreds of thousands can be made in small steps.
    """

    def __init__(self, items: Iterable[Item] = ()) -> None:
        self._stretches: dict[int, list[Item]] = {}
        self._unsorted: set[int] = set()
        self._long: list[Item] = []
        self._last = -1
        for item in items:
            self.add(item)

    def add(self, item: Item) -> None:
        """Take an item."""
        stretch = item[0] // _STRETCH
        self._stretches.setdefault(stretch, []).append(item)
        self._unsorted.add(stretch)
        self._last = max(self._last, stretch)
        if item[1] - item[0] > _STRETCH:
            self._long.append(item)

    def overlapping(self, start: int, end: int) -> list[Item]:
        """All that shares a code point with `[start, end)`, in the order of the text."""
        # What begins before the stretch before this one reaches here only if it is long.
        first = start // _STRETCH - 1
        near = first * _STRETCH
        found = [item for item in self._long if item[0] < near and item[1] > start]
        found.sort(key=_order)
        for stretch in range(max(first, 0), min((end - 1) // _STRETCH, self._last) + 1):
            items = self._sorted(stretch)
            last = bisect_left(items, end, key=itemgetter(0))
            found += [item for item in items[:last] if item[1] > start]
        return found

    def after(self, offset: int) -> Item | None:
        """The first that starts after an offset."""
        for stretch in range(max(offset, 0) // _STRETCH, self._last + 1):
            items = self._sorted(stretch)
            place = bisect_right(items, offset, key=itemgetter(0))
            if place < len(items):
                return items[place]
        return None

    def before(self, offset: int) -> Item | None:
        """The last that starts before an offset."""
        for stretch in range(min(offset // _STRETCH, self._last), -1, -1):
            items = self._sorted(stretch)
            place = bisect_left(items, offset, key=itemgetter(0))
            if place:
                return items[place - 1]
        return None

    def _sorted(self, stretch: int) -> Sequence[Item]:
        items = self._stretches.get(stretch)
        if items is None:
            return ()
        if stretch in self._unsorted:
            self._unsorted.discard(stretch)
            items.sort(key=_order)
        return items


class OrderedIndex(Generic[Item]):
    """Spans that stand in order already, each item made only where it is looked up.

    So ten thousand can be put anew at every key. An item is as in `GrowingIndex`.
    """

    def __init__(
        self, starts: Sequence[int], ends: Sequence[int], make: Callable[[int], Item]
    ) -> None:
        """Take the starts, ascending, the ends in the same order, and what makes the nth item."""
        self._starts = starts
        self._ends = ends
        self._reach = list(accumulate(ends, max))
        self._make = make

    def overlapping(self, start: int, end: int) -> list[Item]:
        """All that shares a code point with `[start, end)`, in the order of the text."""
        first = bisect_right(self._reach, start)
        last = bisect_left(self._starts, end)
        return sorted(
            (self._make(i) for i in range(first, last) if self._ends[i] > start), key=_order
        )

    def after(self, offset: int) -> Item | None:
        """The first that starts after an offset."""
        i = bisect_right(self._starts, offset)
        return self._make(i) if i < len(self._starts) else None

    def before(self, offset: int) -> Item | None:
        """The last that starts before an offset."""
        i = bisect_left(self._starts, offset) - 1
        return self._make(i) if i >= 0 else None


_STRETCH = 1024
"""Code points; a look-up reads two or three stretches."""


def _order(item: tuple[Any, ...]) -> tuple[int, int]:
    return item[0], -item[1]

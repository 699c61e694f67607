"""Which rows are listed, and on which lines.

A place is a position among the rows that are listed; an index is one among all rows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dateline.reader.panels.row import Row
    from dateline.reader.panels.rows import Rows


@dataclass(frozen=True, slots=True)
class Listed:
    """Rows, and those of them that are listed one below the other."""

    rows: Rows[Any]
    shown: Sequence[int]
    """The indices of the rows that are listed, ascending."""
    tops: Sequence[int]
    """The line that each of them begins on, and the line after the last."""

    def __len__(self) -> int:
        return len(self.shown)

    @property
    def lines(self) -> int:
        """How many lines they take together."""
        return self.tops[-1]

    def row(self, place: int) -> Row | None:
        """The row at a place."""
        return self.rows[self.shown[place]] if 0 <= place < len(self.shown) else None

    def index(self, place: int) -> int:
        """The index of the row at a place, or -1."""
        return self.shown[place] if 0 <= place < len(self.shown) else -1

    def place(self, index: int) -> int:
        """The place of the row of an index, or -1 when it is not listed."""
        place = bisect_left(self.shown, index)
        return place if place < len(self.shown) and self.shown[place] == index else -1

    def is_item(self, place: int) -> bool:
        """Whether the row at a place can be chosen."""
        return self.rows.is_item(self.shown[place])

    def next_item(self, place: int, step: int) -> int:
        """The next place, forward or back, whose row can be chosen, or -1."""
        place += step
        while 0 <= place < len(self.shown):
            if self.is_item(place):
                return place
            place += step
        return -1

    def place_at(self, line: int) -> int:
        """The place of the row that has a line, or -1."""
        return bisect_right(self.tops, line) - 1 if 0 <= line < self.lines else -1

    def extent(self, place: int, height: int) -> tuple[int, int]:
        """The lines of a row, half-open, with the heads right above it if `height` has room."""
        top, bottom = self.tops[place], self.tops[place + 1]
        above = place - 1
        while above >= 0 and self.rows.is_head(self.shown[above]):
            if bottom - self.tops[above] > height:
                break
            top = self.tops[above]
            above -= 1
        return top, bottom

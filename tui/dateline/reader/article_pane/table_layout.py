"""The layout of a table: its columns aligned, its cells cut to the room there is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from dateline.reader.article_pane.breaking import shown_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.article.model import Block

GAP = 2


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Rows of a table as half-open offsets, and the cell column at which each TAB of a row ends."""

    rows: tuple[tuple[int, int], ...]
    stops: tuple[tuple[int, ...], ...]
    """The cell `n + 1` of a row starts at cell `stops[row][n]` of the screen."""

    def stops_at(self, start: int) -> tuple[int, ...]:
        """The stops of the row that begins at an offset, or that holds it."""
        row = bisect_right(self.rows, start, key=lambda row: row[0]) - 1
        return self.stops[max(row, 0)] if self.stops else ()


def lay_out_table(text: str, block: Block, width: int) -> TableLayout:
    """Align the columns of a table block: a row a line, cells parted by TAB.

    The first column stands left whatever the table says: nothing in the text goes before it.
    """
    rows, widths = [], list[int]()
    sizes: list[list[int]] = []
    start = block.start
    while start <= block.end:
        stop = text.find("\n", start, block.end)
        stop = block.end if stop < 0 else stop
        rows.append((start, stop))
        sizes.append([shown_width(cell) + GAP for cell in text[start:stop].split("\t")])
        for column, size in enumerate(sizes[-1]):
            if column < len(widths):
                widths[column] = max(widths[column], size)
            else:
                widths.append(size)
        start = stop + 1
    left = tuple(accumulate(widths))
    if not set(block.columns) & set("cr"):
        return TableLayout(tuple(rows), (left,) * len(rows))
    stops = tuple(_stops_of(row, widths, left, block.columns) for row in sizes)
    return TableLayout(tuple(rows), stops)


def _stops_of(
    sizes: Sequence[int], widths: Sequence[int], left: Sequence[int], columns: str
) -> tuple[int, ...]:
    """Where the cells of a row begin, the first aside, by how the columns are set."""
    stops = list(left)
    for column in range(1, min(len(sizes), len(columns))):
        free = widths[column] - sizes[column]
        stops[column - 1] += {"r": free, "c": free // 2}.get(columns[column], 0)
    return tuple(stops)

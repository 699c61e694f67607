"""The layout of a table: its columns aligned; what is too long for its cell goes on below.

A row of the screen is one stretch of text, so only the last cell of a table's row can be broken
within its column. Where that gives too little room, the cells of a row stand one below the other.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from dateline.reader.article_pane.breaking import shown_width, wrap_complex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.article.model import Block

GAP = 2
_LEAST_ROOM = 20
"""Cells that a last column needs to be broken in; with less the cells stand one below the other."""
_STACKED_INDENT = 2


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of the screen: its text as half-open offsets, and where its cells stand."""

    start: int
    end: int
    indent: int = 0
    """Cells of the screen before its text."""
    stops: tuple[int, ...] = ()
    """The cell of the screen at which each TAB of the row ends."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The rows of a table."""

    rows: tuple[TableRow, ...]

    def row_at(self, start: int) -> TableRow:
        """The row that begins at an offset, or that holds it."""
        return self.rows[max(bisect_right(self.rows, start, key=lambda row: row.start) - 1, 0)]


def lay_out_table(text: str, block: Block, width: int) -> TableLayout:
    """Align the columns of a table block: a row a line, cells parted by TAB.

    The first column stands left whatever the table says: nothing in the text goes before it.
    """
    lines, widths = list(_lines(text, block)), list[int]()
    sizes: list[list[int]] = []
    for start, stop in lines:
        sizes.append([shown_width(cell) + GAP for cell in text[start:stop].split("\t")])
        for column, size in enumerate(sizes[-1]):
            if column < len(widths):
                widths[column] = max(widths[column], size)
            else:
                widths.append(size)
    left = tuple(accumulate(widths))
    if sum(widths) - GAP <= width:
        return TableLayout(
            tuple(
                TableRow(*line, stops=_stops_of(row, widths, left, block.columns))
                for line, row in zip(lines, sizes, strict=True)
            )
        )
    rows: list[TableRow] = []
    before_last = sum(widths[:-1])
    for (start, stop), row in zip(lines, sizes, strict=True):
        if len(widths) > 1 and width - before_last >= _LEAST_ROOM:
            stops = _stops_of(row[:-1], widths, left, block.columns)
            rows += _hanging(text, start, stop, stops, width, full=len(row) == len(widths))
        else:
            rows += _stacked(text, start, stop, width)
    return TableLayout(tuple(rows))


def _lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    start = block.start
    while start <= block.end:
        stop = text.find("\n", start, block.end)
        stop = block.end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _hanging(
    text: str, start: int, stop: int, stops: tuple[int, ...], width: int, *, full: bool
) -> Iterator[TableRow]:
    """A row whose last cell is broken within its column; `full` when it has all the columns."""
    last = text.rfind("\t", start, stop) + 1
    if not full or last <= start:
        yield TableRow(start, stop, stops=stops)
        return
    indent = stops[text.count("\t", start, last) - 1]
    pieces = list(wrap_complex(text, last, stop, width - indent, width - indent))
    first_end = pieces[0][1] if pieces else stop
    yield TableRow(start, first_end, stops=stops)
    for piece in pieces[1:]:
        yield TableRow(*piece, indent=indent)


def _stacked(text: str, start: int, stop: int, width: int) -> Iterator[TableRow]:
    """A row whose cells stand one below the other, those after the first set in."""
    indent, cell = 0, start
    while cell <= stop:
        end = text.find("\t", cell, stop)
        end = stop if end < 0 else end
        room = max(width - indent, 2)
        pieces = list(wrap_complex(text, cell, end, room, room))
        if start == stop:
            yield TableRow(start, stop)
        for piece in pieces:
            yield TableRow(*piece, indent=indent)
        indent, cell = _STACKED_INDENT, end + 1


def _stops_of(
    sizes: Sequence[int], widths: Sequence[int], left: Sequence[int], columns: str
) -> tuple[int, ...]:
    """Where the cells of a row begin, the first aside, by how the columns are set."""
    stops = list(left)
    for column in range(1, min(len(sizes), len(columns))):
        free = widths[column] - sizes[column]
        stops[column - 1] += {"r": free, "c": free // 2}.get(columns[column], 0)
    return tuple(stops)

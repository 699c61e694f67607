"""The layout of an article into rows: which stretch of text stands on which row, and where.

Rows are kept as flat arrays of offsets (12 bytes a row and no objects), so that a book costs
little memory. Laying out can be done piece by piece: `extend` goes on until a row, an offset or a
time is reached.
"""

from __future__ import annotations

import time
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reader.article_pane.block_shape import BlockShape, blank_rows_between, shape_of
from dateline.reader.article_pane.breaking import is_simple, wrap_complex, wrap_simple
from dateline.reader.article_pane.table_layout import TableLayout, lay_out_table

if TYPE_CHECKING:
    from dateline.article.model import Article, Block

BLANK = -1
"""The block number of a row between blocks."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the layout. `block` is an index into `Article.blocks`, or BLANK."""

    start: int
    end: int
    block: int
    first: bool
    """Whether it is the first row of its block."""


class Layout:
    """The rows of an article at one width. `width` is the measure, in cells."""

    def __init__(self, article: Article, width: int, only: Sequence[int] | None = None) -> None:
        self.article = article
        self.width = max(width, 4)
        self._block_numbers = range(len(article.blocks)) if only is None else only
        self._next = 0
        self._starts = array("I")
        self._ends = array("I")
        self._blocks = array("i")
        self._tables: dict[int, TableLayout] = {}
        self._simple = is_simple(article.text) if len(article.text) < 200_000 else None

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def complete(self) -> bool:
        """Whether all blocks have been laid out."""
        return self._next >= len(self._block_numbers)

    @property
    def laid_to(self) -> int:
        """The offset up to which rows exist."""
        return self._ends[-1] if self._ends else 0

    def extend(
        self, *, rows: int | None = None, offset: int | None = None, seconds: float | None = None
    ) -> None:
        """Lay out further blocks until there are so many rows, an offset is reached or time is up.

        Without a bound, to the end.
        """
        deadline = None if seconds is None else time.perf_counter() + seconds
        while not self.complete:
            if rows is not None and len(self) >= rows:
                return
            if offset is not None and self.laid_to > offset:
                return
            if deadline is not None and time.perf_counter() > deadline:
                return
            self._lay_out_next()

    def _lay_out_next(self) -> None:
        number = self._block_numbers[self._next]
        block = self.article.blocks[number]
        if self._next:
            above = self.article.blocks[self._block_numbers[self._next - 1]]
            for _ in range(blank_rows_between(above, block)):
                self._append(block.start, block.start, BLANK)
        self._next += 1
        for start, end in self._rows_of(number, block):
            self._append(start, end, number)

    def _append(self, start: int, end: int, block: int) -> None:
        self._starts.append(start)
        self._ends.append(end)
        self._blocks.append(block)

    def _rows_of(self, number: int, block: Block) -> Iterator[tuple[int, int]]:
        text = self.article.text
        shape = shape_of(block, text)
        if block.kind == "rule":
            yield block.start, block.end
        elif block.kind == "table":
            table = lay_out_table(text, block, self.width)
            self._tables[number] = table
            yield from ((row.start, row.end) for row in table.rows)
        elif shape.verbatim:
            yield from self._verbatim(block, shape)
        else:
            yield from self._flow(block, shape)

    def _verbatim(self, block: Block, shape: BlockShape) -> Iterator[tuple[int, int]]:
        text, start = self.article.text, block.start
        while start <= block.end:
            stop = text.find("\n", start, block.end)
            stop = block.end if stop < 0 else stop
            if stop > start:
                width = self.width - shape.indent
                yield from wrap_complex(text, start, stop, width, width)
            else:
                yield start, start
            start = stop + 1

    def _flow(self, block: Block, shape: BlockShape) -> Iterator[tuple[int, int]]:
        text = self.article.text
        first = max(self.width - shape.first_indent, 2)
        others = max(self.width - shape.indent, 2)
        start = block.start
        for stop in [*self._hard_breaks(block), block.end]:
            simple = self._simple or is_simple(text[start:stop])
            wrap = wrap_simple if simple else wrap_complex
            yield from wrap(text, start, stop, first, others)
            start, first = stop + 1, others

    def _hard_breaks(self, block: Block) -> list[int]:
        """Offsets of the line ends in a block that the author meant."""
        breaks = self._break_offsets
        low = bisect_right(breaks, block.start)
        return breaks[low : bisect_right(breaks, block.end - 1)]

    @property
    def _break_offsets(self) -> list[int]:
        found = self.__dict__.get("_breaks")
        if found is None:
            found = [span.start for span in self.article.styles if span.style == "break"]
            self.__dict__["_breaks"] = found
        return found

    def row(self, number: int) -> Row:
        """The row with that number, from 0. Raises IndexError when it is not laid out."""
        block = self._blocks[number]
        first = number == 0 or self._blocks[number - 1] != block
        return Row(self._starts[number], self._ends[number], block, first)

    def row_at(self, offset: int) -> int:
        """The number of the row on which an offset stands; lays out as far as it must."""
        self.extend(offset=offset)
        number = max(bisect_right(self._starts, offset) - 1, 0)
        while number and self._blocks[number] == BLANK:
            number -= 1
        return number

    def shape(self, row: Row) -> BlockShape:
        """The shape of the block that a row belongs to."""
        return shape_of(self.article.blocks[row.block], self.article.text)

    def table(self, block: int) -> TableLayout | None:
        """The columns of a table block, once it has been laid out."""
        return self._tables.get(block)

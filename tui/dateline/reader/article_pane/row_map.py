"""Between offsets and cells: where on a row an offset is shown, and what is shown at a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.reader.article_pane.layout import BLANK, Layout, Row
from dateline.reader.article_pane.row_cells import RowCells, row_cells
from dateline.spans import Span

if TYPE_CHECKING:
    from dateline.article.model import Article


class RowMap:
    """The rows of a layout as cells. Columns count from the left edge of the text, in cells."""

    def __init__(self, article: Article, width: int, only: list[int] | None = None) -> None:
        self.article = article
        self.layout = Layout(article, width, only)
        self._wanted_column: int | None = None
        self._wanted_from = -1

    def cells(self, row: Row) -> RowCells:
        """The cells of a row."""
        table = self.layout.table(row.block)
        stops = table.row_at(row.start).stops if table else ()
        return row_cells(self.article.text, row.start, row.end, stops)

    def indent(self, row: Row) -> int:
        """Cells before the text of a row."""
        table = self.layout.table(row.block)
        if table is not None:
            return table.row_at(row.start).indent
        shape = self.layout.shape(row)
        return shape.first_indent if row.first else shape.indent

    def column(self, number: int, offset: int) -> int:
        """The column at which an offset of a row is shown."""
        row = self.layout.row(number)
        return self.indent(row) + self.cells(row).column(offset)

    def offset(self, number: int, column: int) -> int:
        """The offset shown at a column of a row; beside the text, the nearest."""
        row = self.layout.row(number)
        if row.block == BLANK:
            return row.start
        found = self.cells(row).offset(column - self.indent(row))
        return max(min(found, row.end - 1), row.start)

    def rows_away(self, offset: int, rows: int) -> int:
        """The offset so many rows of text below (or above) another, in the same column.

        A series of such moves keeps the column that it began in, through shorter rows.
        """
        number = self.layout.row_at(offset)
        if offset != self._wanted_from or self._wanted_column is None:
            self._wanted_column = self.column(number, offset)
        step = 1 if rows > 0 else -1
        for _ in range(abs(rows)):
            target = number + step
            self.layout.extend(rows=target + 4)
            while 0 <= target < len(self.layout) and self.layout.row(target).block == BLANK:
                target += step
            if not 0 <= target < len(self.layout):
                break
            number = target
        self._wanted_from = self.offset(number, self._wanted_column)
        return self._wanted_from

    def edges(self, offset: int) -> Span:
        """The first and the last character of the row that an offset stands on."""
        row = self.layout.row(self.layout.row_at(offset))
        return Span(row.start, max(row.end - 1, row.start))

    def shown(self, top: int, height: int) -> Span:
        """The stretch of text on so many rows from one on."""
        if not len(self.layout):
            return Span(0, 0)
        first = max(min(top, len(self.layout) - 1), 0)
        last = min(first + max(height, 1), len(self.layout)) - 1
        return Span(self.layout.row(first).start, self.layout.row(last).end)

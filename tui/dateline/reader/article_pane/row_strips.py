"""Rows of the article as the strips that Textual shows, with what is laid over whole rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from dateline.reader.article_pane.row_painting import GUTTER, View, paint_row

if TYPE_CHECKING:
    from rich.style import Style

    from dateline.reader.article_pane.row_map import RowMap


def row_strip(view: View, rows: RowMap, number: int) -> Strip:
    """A row of the layout as a strip of the pane's width, with the labels of its links."""
    palette = view.palette
    strip = Strip(paint_row(view, rows, number)).adjust_cell_length(view.width, palette.base)
    if view.labels and number < len(rows.layout):
        row = rows.layout.row(number)
        for offset, label in view.labels:
            if row.start <= offset < max(row.end, row.start + 1):
                column = view.left + GUTTER + rows.column(number, offset)
                strip = _labelled(strip, column, label, palette.base + palette["label"])
    return strip


def _labelled(strip: Strip, column: int, label: str, style: Style) -> Strip:
    width = strip.cell_length
    last = min(column + len(label), width)
    parts = [strip.crop(0, column), Strip([Segment(label, style)]), strip.crop(last, width)]
    return Strip.join(parts).crop(0, width)

"""The layout of a table: its columns aligned, its cells cut to the room there is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.reader.article_pane.breaking import shown_width

if TYPE_CHECKING:
    from dateline.article.model import Block

GAP = 2


@dataclass(frozen=True, slots=True)
class TableLayout:
    """Rows of a table as half-open offsets, and the cell column at which each TAB ends."""

    rows: tuple[tuple[int, int], ...]
    stops: tuple[int, ...]
    """Column `n + 1` of the table starts at cell `stops[n]`."""


def lay_out_table(text: str, block: Block, width: int) -> TableLayout:
    """Align the columns of a table block: a row a line, cells parted by TAB."""
    rows, widths = [], list[int]()
    start = block.start
    while start <= block.end:
        stop = text.find("\n", start, block.end)
        stop = block.end if stop < 0 else stop
        rows.append((start, stop))
        for column, cell in enumerate(text[start:stop].split("\t")):
            size = shown_width(cell) + GAP
            if column < len(widths):
                widths[column] = max(widths[column], size)
            else:
                widths.append(size)
        start = stop + 1
    reached, stops = 0, []
    for size in widths:
        reached += size
        stops.append(reached)
    return TableLayout(tuple(rows), tuple(stops))

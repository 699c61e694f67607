"""Drawing of one row of the article as segments of text in a style."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style

if TYPE_CHECKING:
    from dateline.reader.article_pane.row_cells import RowCells

_PLAIN = Style()

Mark = tuple[int, int, Style]
"""A half-open stretch of text and the style laid over it."""


@dataclass(frozen=True)
class Palette:
    """The styles of the pane by name, as the theme of the moment gives them."""

    styles: Mapping[str, Style]
    base: Style = field(default_factory=Style)

    def __getitem__(self, name: str) -> Style:
        return self.styles.get(name, _PLAIN)


@dataclass(frozen=True, slots=True)
class RowFrame:
    """What stands around the text of a row, in cells from the left edge of the pane."""

    width: int
    """The pane's width."""
    left: int
    """Where the gutter begins."""
    gutter: tuple[Segment, ...]
    before: tuple[Segment, ...]
    """Indent, bar or marker between gutter and text."""


def styled_runs(
    cells: RowCells, base: Style, marks: Iterable[Mark]
) -> list[tuple[int, int, Style]]:
    """Cut a row's code points into runs of one style; later marks lie over earlier ones.

    Runs are (first, last, style), counted from the row's start.
    """
    length = len(cells.text)
    inside = [
        (max(start - cells.start, 0), min(end - cells.start, length), style)
        for start, end, style in marks
        if start - cells.start < length and end > cells.start
    ]
    if not inside:
        return [(0, length, base)]
    edges = {0, length}
    for start, end, _ in inside:
        edges.add(start)
        edges.add(end)
    ordered = sorted(edges)
    runs = []
    for first, last in pairwise(ordered):
        style = base
        for start, end, over in inside:
            if start <= first < end:
                style = style + over
        runs.append((first, last, style))
    return runs


def row_segments(
    cells: RowCells, frame: RowFrame, base: Style, marks: Iterable[Mark], beyond: Style | None
) -> list[Segment]:
    """A row from edge to edge of the pane; where there is little room, beyond its right edge.

    `beyond`, when given, styles one cell after the text: a cursor at its end.
    """
    segments = [Segment(" " * frame.left, base), *frame.gutter, *frame.before]
    used = sum(segment.cell_length for segment in segments) + cells.width
    for first, last, style in styled_runs(cells, base, marks):
        text = cells.slice(first, last)
        if text:
            segments.append(Segment(text, style))
    if beyond is not None:
        segments.append(Segment(" ", base + beyond))
        used += 1
    segments.append(Segment(" " * max(frame.width - used, 0), base))
    return segments

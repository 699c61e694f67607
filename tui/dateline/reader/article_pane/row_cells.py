"""The cells of one row: which code point stands in which column, and what is shown for it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from dateline.reader.article_pane.breaking import TAB_CELLS, graphemes, is_simple


@dataclass(frozen=True, slots=True)
class RowCells:
    """What a row shows. `columns[i]` is the cell at which code point `start + i` begins; it has
    one more entry, for the end of the row."""

    start: int
    text: str
    columns: tuple[int, ...] | range
    pieces: tuple[str, ...] | None
    """What is shown for each code point; None when the text is shown as it stands."""

    @property
    def width(self) -> int:
        """Cells that the row takes."""
        return self.columns[-1]

    def column(self, offset: int) -> int:
        """The cell at which an offset stands; offsets outside go to the nearer end."""
        return self.columns[min(max(offset - self.start, 0), len(self.text))]

    def offset(self, column: int) -> int:
        """The offset of the code point shown at a cell; beyond the end, the row's end."""
        if column >= self.width:
            return self.start + len(self.text)
        place = bisect_right(self.columns, max(column, 0)) - 1
        if self.pieces is not None:
            # Combining marks follow what is shown at their column; swallowed spaces precede it.
            while not self.pieces[place] and place > 0:
                place -= 1
        return self.start + place

    def slice(self, first: int, last: int) -> str:
        """What is shown for the code points `[first, last)`, counted from the row's start."""
        if self.pieces is None:
            return self.text[first:last]
        return "".join(self.pieces[first:last])


def row_cells(text: str, start: int, end: int, stops: tuple[int, ...] = ()) -> RowCells:
    """Measure a row of the article's text; `stops` are the columns at which TABs end."""
    shown = text[start:end]
    if is_simple(shown):
        return RowCells(start, shown.replace("\n", " "), range(len(shown) + 1), None)
    columns: list[int] = []
    pieces: list[str] = []
    column = tab = 0
    # LF and TAB have no width of their own and would be taken for combining marks.
    spaced = shown.replace("\n", " ").replace("\t", " ")
    for first, last, size in graphemes(spaced):
        piece = spaced[first:last]
        if shown[first] == "\t":
            target = stops[tab] if tab < len(stops) else column + TAB_CELLS
            tab += 1
            size = max(target - column, 1)
            piece = " " * size
        elif piece == " " and _swallowed(shown, first):
            size, piece = 0, ""
        columns += [column] * (last - first)
        pieces += [piece] + [""] * (last - first - 1)
        column += size
    columns.append(column)
    return RowCells(start, shown, tuple(columns), tuple(pieces))


def _swallowed(shown: str, place: int) -> bool:
    """Whether a space or line end goes into the one space that a run with a line end shows."""
    first = last = place
    while first > 0 and shown[first - 1] in " \n":
        first -= 1
    while last < len(shown) and shown[last] in " \n":
        last += 1
    return "\n" in shown[first:last] and place > first

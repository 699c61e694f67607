"""Lines of a PDF page that stand side by side: the rows of tables, and columns drawn across."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.article.pdf_lines import PdfLine

_LEVEL = 0.4
"""How far apart two baselines of a row may be, in sizes of the type."""
_LONG_CELL = 22
"""Code points of a line of running text; the cells of a table are shorter."""
_FEWEST_LINES = 5
_MARGIN = 4.0
"""Points that the beginnings of a column's lines may differ by."""


def arranged(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines in the order in which they are read.

    Short pieces side by side in two rows or more are the rows of a table: one line each, with
    `cells`. Long ones side by side are columns that the file draws line by line across the page:
    the left column comes first.
    """
    rows = _rows(lines)
    found: list[PdfLine] = []
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and len(rows[end]) > 1:
            end += 1
        run = rows[at:end]
        if _are_columns(run):
            end = _end_of_columns(rows, at, end)
            found += _by_column(rows[at:end])
        elif _are_cells(run):
            found += [_one_line(row) for row in run]
        else:
            end = max(end, at + 1)
            found += [line for row in rows[at:end] for line in row]
        at = end
    return found


def _rows(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    rows: list[list[PdfLine]] = []
    for line in lines:
        before = rows[-1][-1] if rows else None
        if (
            before is not None
            and abs(before.y - line.y) < _LEVEL * line.size
            and line.x > before.x + _MARGIN
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _mean_length(run: Sequence[Sequence[PdfLine]]) -> float:
    lengths = [len(line.text) for row in run for line in row]
    return sum(lengths) / len(lengths)


def _are_columns(run: Sequence[Sequence[PdfLine]]) -> bool:
    if len(run) < _FEWEST_LINES or _mean_length(run) < _LONG_CELL:
        return False
    first = run[0]
    return len(first) in (2, 3) and all(
        len(row) == len(first)
        and all(abs(a.x - b.x) < 4 * _MARGIN for a, b in zip(row, first, strict=True))
        for row in run
    )


def _are_cells(run: Sequence[Sequence[PdfLine]]) -> bool:
    if len(run) < 2 or _mean_length(run) >= 2 * _LONG_CELL:
        return False
    return len({len(row) for row in run}) == 1 and len({line.size for r in run for line in r}) < 3


def _end_of_columns(rows: Sequence[Sequence[PdfLine]], at: int, end: int) -> int:
    """Where the columns end: lines that only one of them still has belong to it."""
    starts = [line.x for line in rows[at]]
    while end < len(rows) and all(
        any(abs(line.x - start) < _MARGIN for start in starts)
        and line.size == rows[at][0].size
        and line.y < rows[end - 1][-1].y
        for line in rows[end]
    ):
        end += 1
    return end


def _by_column(rows: Sequence[Sequence[PdfLine]]) -> Iterator[PdfLine]:
    starts = [line.x for line in rows[0]]
    columns: list[list[PdfLine]] = [[] for _ in starts]
    for row in rows:
        for line in row:
            nearest = min(range(len(starts)), key=lambda i: abs(starts[i] - line.x))
            columns[nearest].append(line)
    for column in columns:
        yield from column


def _one_line(row: Sequence[PdfLine]) -> PdfLine:
    cells = tuple(line.text for line in row)
    return replace(row[0], text=" ".join(cells), cells=cells)

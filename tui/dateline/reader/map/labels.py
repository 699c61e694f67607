"""Where the names go: beside their marks, over nothing else, the important ones first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Mark:
    """A place's mark on the map: a cell, and the name that should stand beside it."""

    place: str
    column: int
    row: int
    name: str
    weight: float
    """The heavier is placed first."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map: its cell columns are `[column, column + width)`."""

    place: str
    column: int
    row: int
    text: str
    width: int


def shorten(name: str, longest: int) -> str:
    """A name of at most `longest` cells, cut with an ellipsis."""
    if cell_len(name) <= longest:
        return name
    kept = name
    while kept and cell_len(kept) > longest - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def place_labels(
    marks: Iterable[Mark], width: int, height: int, taken: Sequence[tuple[int, int]] = ()
) -> list[Label]:
    """Labels for as many marks as there is room for, none over a mark, a label or a taken cell
    (column, row). Tried: right, left, above and below; then one row off to the right and left."""
    ordered = sorted(marks, key=lambda mark: (-mark.weight, mark.row, mark.column))
    used = {(mark.column, mark.row) for mark in ordered} | set(taken)
    placed = []
    for mark in ordered:
        text = shorten(mark.name, min(_LONGEST, width - 2))
        size = max(cell_len(text), 0)
        if not size:
            continue
        for column, row in _positions(mark, size):
            if not (0 <= row < height and column >= 0 and column + size <= width):
                continue
            # A free cell on both sides keeps neighbouring names apart.
            around = {(c, row) for c in range(column - 1, column + size + 1)}
            if (around - {(mark.column, mark.row)}) & used:
                continue
            used |= {(c, row) for c in range(column, column + size)}
            placed.append(Label(mark.place, column, row, text, size))
            break
    return placed


def _positions(mark: Mark, size: int) -> list[tuple[int, int]]:
    right, left, middle = mark.column + 2, mark.column - 1 - size, mark.column - size // 2
    return [
        (right, mark.row),
        (left, mark.row),
        (middle, mark.row - 1),
        (middle, mark.row + 1),
        (right, mark.row - 1),
        (right, mark.row + 1),
        (left, mark.row - 1),
        (left, mark.row + 1),
    ]

"""How many lines rows take in a list of some width."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dateline.reader.panels.row_lines import row_height

if TYPE_CHECKING:
    from dateline.reader.panels.rows import Rows

MEASURED_AT_ONCE = 50
"""Rows that are measured between two breaths: about a millisecond's work."""


@dataclass(frozen=True, slots=True)
class RowHeights:
    """How many lines each row takes in a list of that width; none where rows are not wrapped."""

    width: int
    lines: list[int]
    rows: Rows[Any]


def measured(
    rows: Rows[Any], width: int, before: RowHeights | None = None
) -> Generator[None, None, RowHeights]:
    """Measure rows, step by step.

    Where a row depends on its entry alone, what `before` knows of the same entries is taken over.
    """
    known: dict[int, int] = {}
    if before is not None and before.width == width and rows.is_by_entry and before.lines:
        known = dict(zip(map(id, before.rows.entries), before.lines, strict=True))
    lines: list[int] = []
    fresh = 0
    for number, entry in enumerate(rows.entries):
        height = known.get(id(entry))
        if height is None:
            height = row_height(rows[number], width)
            fresh += 1
            if fresh % MEASURED_AT_ONCE == 0:
                yield
        lines.append(height)
    return RowHeights(width, lines, rows)

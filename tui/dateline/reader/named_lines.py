"""Lines of two parts: what is named, in a column of its own, and what there is to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

_NARROW = 40
"""Cells below which two columns have no room beside each other."""


@dataclass(frozen=True)
class NamedLines:
    """Pairs of texts. Where there is no room for columns, the second follows the first."""

    lines: Sequence[tuple[Text, Text]]
    width: int
    """Cells of the first column."""
    style: str
    """How the first column looks."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the lines out for the room that there is."""
        if options.max_width < _NARROW:
            for name, words in self.lines:
                gap = "  " if name and words else ""
                yield Text.assemble((name.plain, name.style or self.style), gap, words)
            return
        table = Table.grid(padding=(0, 1))
        table.add_column(width=self.width, style=self.style)
        table.add_column(ratio=1)
        for name, words in self.lines:
            table.add_row(name, words)
        yield table

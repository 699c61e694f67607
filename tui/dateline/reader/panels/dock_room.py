"""How much room the panels take beside the article, by the size of the terminal.

Apart from the dock, so that the first screen can leave the room before the panels are there.
"""

from __future__ import annotations

from typing import Literal

Mode = Literal["stack", "single", "slide"]
"""Three panels one above the other, one at a time, or one that slides over the article."""

STACK_FROM = 100
"""Columns of the terminal from which the first three panels stand one above the other."""
STACK_HEIGHT = 18
"""Lines that three panels need."""
SLIDE_BELOW = 60
"""Columns of the terminal below which the dock slides over the article."""
NARROWEST = 20
ARTICLE_ROOM = 80
"""Columns that the article keeps where the terminal is wide."""
WIDEST_BY_ITSELF = 72


def dock_mode(columns: int, lines: int) -> Mode:
    """How the panels are shown in a terminal of a size."""
    if columns < SLIDE_BELOW:
        return "slide"
    return "single" if columns < STACK_FROM or lines < STACK_HEIGHT else "stack"


def dock_width(columns: int, mode: Mode, wanted: int | None = None) -> int:
    """Cells that the dock takes; `wanted` is what the reader dragged it to."""
    if mode == "slide":
        return max(1, columns - 2)
    if wanted is None:
        by_itself = min(columns - ARTICLE_ROOM, WIDEST_BY_ITSELF)
        wanted = max(by_itself, columns * 36 // 100)
    return max(NARROWEST, min(wanted, columns - NARROWEST))

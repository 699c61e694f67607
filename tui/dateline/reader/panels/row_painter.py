"""The styles of rows, and a row's line as a strip in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from dateline.reader.panels.row import TONES, Piece

if TYPE_CHECKING:
    from textual.widget import Widget

Ground = Literal["", "cursor", "blurred", "hover"]
"""What a row stands on: the cursor with or without the keys, the mouse, or nothing."""

ROW_STYLES: frozenset[str] = frozenset(
    f"row-list--{name}" for name in ("cursor", "blurred", "hover", "mark", "match", *TONES)
)
"""The component classes that a widget with rows has."""

MARK, POINTER = "▎", "›"


class RowPainter:
    """Paints lines of rows in the component styles of a widget, which are looked up once."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, Ground], Style] = {}

    def forget(self) -> None:
        """The widget's styles changed."""
        self._styles.clear()

    def paint(
        self,
        pieces: Sequence[Piece],
        width: int,
        *,
        ground: Ground = "",
        is_first: bool = True,
        is_marked: bool = False,
        is_dim: bool = False,
        needle: str = "",
    ) -> Strip:
        """A line of a row as a strip of `width` cells, its sign in the margin before it."""
        sign = MARK if is_marked else " "
        if is_first and ground in ("cursor", "blurred"):
            sign = POINTER
        segments = [Segment(f"{sign} ", self._style("mark", ground))]
        for piece in pieces:
            style = self._style("dim" if is_dim else piece.tone, ground)
            segments.extend(self._matched(piece.text, style, needle))
        return Strip(segments).adjust_cell_length(width, self._style("plain", ground))

    def _matched(self, text: str, style: Style, needle: str) -> list[Segment]:
        """The text as segments, what the filter looks for set off from the rest."""
        folded = text.casefold() if needle else ""
        if not needle or needle not in folded or len(folded) != len(text):
            return [Segment(text, style)]
        match = style + self._widget.get_component_rich_style("row-list--match", partial=True)
        segments: list[Segment] = []
        start = 0
        while (found := folded.find(needle, start)) >= 0:
            segments.append(Segment(text[start:found], style))
            start = found + len(needle)
            segments.append(Segment(text[found:start], match))
        segments.append(Segment(text[start:], style))
        return segments

    def _style(self, name: str, ground: Ground) -> Style:
        """A tone's style; under the cursor its weight stays and its colour gives way."""
        style = self._styles.get((name, ground))
        if style is None:
            look_up = self._widget.get_component_rich_style
            style = look_up(f"row-list--{name}")
            if ground == "cursor":
                partial = look_up(f"row-list--{name}", partial=True)
                style = partial.without_color + look_up("row-list--cursor")
            elif ground:
                style += Style.from_color(bgcolor=look_up(f"row-list--{ground}").bgcolor)
            self._styles[name, ground] = style
        return style

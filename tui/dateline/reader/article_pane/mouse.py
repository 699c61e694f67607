"""What the mouse does in the article pane: pointing, selecting by dragging, the wheel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.scroll_view import ScrollView

if TYPE_CHECKING:
    from textual import events

    from dateline.article.model import Article


class PaneMouse(ScrollView):
    """Turns the mouse into offsets; what they mean is for the reading screen to say."""

    article: Article
    _drag_from: int | None = None
    _dragging = False

    @dataclass
    class Pointed(Message):
        """The mouse was clicked at an offset; `times` tells single from double and triple."""

        offset: int
        times: int

    @dataclass
    class Dragged(Message):
        """The mouse was dragged from one offset to another."""

        anchor: int
        offset: int

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the text at a cell of the pane."""
        raise NotImplementedError

    def scroll_rows(self, rows: int) -> int:
        """Scroll by rows; returns by how many it did."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin what may become a drag."""
        if event.button == 1 and self.article.text:
            self._drag_from = self.offset_at(event.x, event.y)
            self._dragging = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select by dragging; beyond an edge, scroll."""
        if self._drag_from is None:
            return
        if event.y < 0:
            self.scroll_rows(-1)
        elif event.y >= self.size.height:
            self.scroll_rows(1)
        offset = self.offset_at(event.x, max(min(event.y, self.size.height - 1), 0))
        if self._dragging or offset != self._drag_from:
            self._dragging = True
            self.post_message(self.Dragged(self._drag_from, offset))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End a drag."""
        self.release_mouse()
        self._drag_from = None

    def on_click(self, event: events.Click) -> None:
        """Point at an offset, unless a drag ended here."""
        if self._dragging:
            self._dragging = False
            return
        if self.article.text:
            self.post_message(self.Pointed(self.offset_at(event.x, event.y), event.chain))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows at a notch, at once."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows at a notch, at once."""
        event.stop()
        event.prevent_default()
        self.scroll_rows(-3)

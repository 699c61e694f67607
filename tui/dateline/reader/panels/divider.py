"""The line between the article and the dock, which the mouse can drag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events


class Divider(Widget):
    """A vertical line, one cell wide."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"divider--held"}
    DEFAULT_CSS = "Divider { width: 1; height: 1fr; }"

    is_held: reactive[bool] = reactive(False)

    @dataclass
    class Dragged(Message):
        """The mouse carries the divider by so many cells to the right."""

        divider: Divider
        cells: int

    def render_line(self, y: int) -> Strip:
        """A line, heavier while it is held."""
        if self.is_held:
            return Strip([Segment("┃", self.get_component_rich_style("divider--held"))])
        return Strip([Segment("│", self.rich_style)])

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        event.stop()
        self.is_held = True
        self.capture_mouse()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        event.stop()
        self.is_held = False
        self.release_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry the divider along."""
        if self.is_held and event.x:
            event.stop()
            self.post_message(self.Dragged(self, event.x))

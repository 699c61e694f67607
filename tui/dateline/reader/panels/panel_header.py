"""The line at the head of a panel: its name, how it is ordered, and how much of it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from textual import events


class PanelHeader(Widget):
    """One line: the title at the left, the count at the right, a rule between them."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "panel-header--title",
        "panel-header--detail",
        "panel-header--count",
        "panel-header--rule",
    }
    DEFAULT_CSS = "PanelHeader { height: 1; }"

    @dataclass
    class Dragged(Message):
        """The mouse carries the header by so many lines down."""

        header: PanelHeader
        lines: int

    @dataclass
    class Clicked(Message):
        """The header was clicked."""

        header: PanelHeader

    title: reactive[str] = reactive("")
    detail: reactive[str] = reactive("")
    """What is special about the view: "by speaker", "/drones"."""
    count: reactive[str] = reactive("")
    """How many rows: "19", or "3 of 19"."""
    has_keys: reactive[bool] = reactive(False)
    """Whether the panel has the focus: shown by a mark, not by colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self._is_held = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        event.stop()
        self._is_held = True
        self.capture_mouse()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        event.stop()
        self._is_held = False
        self.release_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Carry the header along."""
        if self._is_held and event.y:
            event.stop()
            self.post_message(self.Dragged(self, event.y))

    def on_click(self, event: events.Click) -> None:
        """The panel takes the keys."""
        event.stop()
        self.post_message(self.Clicked(self))

    def render_line(self, y: int) -> Strip:
        """The header, cut to the width: the detail goes first, then the rule."""
        width = self.size.width
        title = f"{'▌' if self.has_keys else ' '}{self.title} "
        count = f" {self.count}  " if self.count else ""
        room = width - cell_len(title) - cell_len(count)
        detail = f"{self.detail} " if self.detail else ""
        if cell_len(detail) > room:
            detail = ""
        rule = "─" * max(0, room - cell_len(detail))
        parts = (("title", title), ("detail", detail), ("rule", rule), ("count", count))
        segments = [
            Segment(text, self.get_component_rich_style(f"panel-header--{name}"))
            for name, text in parts
            if text
        ]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

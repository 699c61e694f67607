"""A card: a title and some text over the article, left with any of the usual keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from dateline.reader.screens.dialog_room import DIALOG_BREAKPOINTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType


class Card(ModalScreen[str | None]):
    """Shows a text and goes away again, with what one of its own keys asks for."""

    VERTICAL_BREAKPOINTS = DIALOG_BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,i,enter,question_mark,f1", "leave", "Leave"),
        ("j,down", "roll(1)", "Down"),
        ("k,up", "roll(-1)", "Up"),
        ("space,pagedown,ctrl+d", "roll(10)", "Page down"),
        ("b,pageup,ctrl+u", "roll(-10)", "Page up"),
        ("g,home", "roll(-100000)", "Start"),
        ("G,end", "roll(100000)", "End"),
    ]

    def __init__(
        self,
        title: str,
        body: RenderableType,
        acts: Mapping[str, str] | None = None,
        help_line: str = "Esc leaves",
    ) -> None:
        """`acts`: keys as they print, and what the card gives back when one is pressed."""
        super().__init__(classes="dialog")
        self._acts = acts or {}
        self._help = help_line
        self._title = title
        self._body = body

    def compose(self) -> ComposeResult:
        """A box in the middle."""
        with VerticalScroll(classes="dialog--box") as box:
            box.border_title = Text(self._title).plain.replace("[", "\\[")
            box.border_subtitle = self._help
            yield Static(self._body)

    def on_key(self, event: events.Key) -> None:
        """Leave with what a key of the card asks for."""
        act = self._acts.get(event.character or "")
        if act is not None:
            event.stop()
            self.dismiss(act)

    def action_leave(self) -> None:
        """Go away."""
        self.dismiss()

    def action_roll(self, rows: int) -> None:
        """Scroll the text."""
        box = self.query_one(VerticalScroll)
        box.scroll_to(y=box.scroll_y + rows, animate=False)

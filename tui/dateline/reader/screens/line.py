"""A line to type in, over whatever list it was asked from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from dateline.reader.word_suggester import WordSuggester

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class LineScreen(ModalScreen[str | None]):
    """Gives back what was typed, or None when the reader leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def __init__(self, title: str, value: str = "", words: Sequence[str] = ()) -> None:
        """`words` are offered as the end of the word that is being typed."""
        super().__init__(classes="dialog")
        self._title = title
        self._value = value
        self._words = words

    def compose(self) -> ComposeResult:
        """A box with the line."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = self._title.replace("[", "\\[")
            box.border_subtitle = "Enter sets · → completes · Esc leaves"
            yield Input(self._value, compact=True, suggester=WordSuggester(self._words))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give back what was typed."""
        event.stop()
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Give back nothing."""
        self.dismiss(None)

"""The prompt at the foot of the screen: a sign, and what is typed after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class PromptField(Input):
    """What is typed. Keys behind the one that ends it are kept for what has the focus then."""

    behind: list[events.Key] | None = None
    """The keys that came since Enter or Escape."""

    async def _on_key(self, event: events.Key) -> None:
        if self.behind is not None:
            event.stop()
            event.prevent_default()
            self.behind.append(event)
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.behind = []
            await self.action_submit()
        else:
            if event.key == "escape":
                self.behind = []
            await super()._on_key(event)


class PromptLine(Horizontal):
    """One line to type in. `purpose` tells its messages apart."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "abandon", "Leave"),
        ("ctrl+g", "abandon", "Leave"),
    ]

    @dataclass
    class Typed(Message):
        """The text changed."""

        prompt: PromptLine
        purpose: str
        value: str

    @dataclass
    class Accepted(Message):
        """Enter was pressed."""

        prompt: PromptLine
        purpose: str
        value: str

    @dataclass
    class Abandoned(Message):
        """Escape was pressed."""

        prompt: PromptLine
        purpose: str

    def __init__(self, sign: str, purpose: str, value: str = "", words: Sequence[str] = ()) -> None:
        super().__init__()
        self.sign = sign
        self.purpose = purpose
        self._value = value
        self._told = Static("", classes="prompt--told", markup=False)
        self._words = list(words)
        self._held: list[events.Key] = []
        self._ready = False
        self._is_left = False

    def compose(self) -> ComposeResult:
        """A sign and an input."""
        yield Static(self.sign, classes="prompt--sign", markup=False)
        suggester = None
        if self._words:
            from dateline.reader.word_suggester import WordSuggester

            suggester = WordSuggester(self._words)
        yield PromptField(self._value, compact=True, select_on_focus=True, suggester=suggester)
        yield self._told

    def tell(self, words: str) -> None:
        """Show what is known of what was typed so far, at the right."""
        self._told.update(words)

    def on_mount(self) -> None:
        """Be ready to type; what was typed meanwhile goes in first."""
        field = self._input()
        if field is None or self._is_left:
            return
        self.screen.set_focus(field)
        self._ready = True
        for event in self._held:
            self.take(event)

    def _input(self) -> PromptField | None:
        """The input; None in a prompt that was removed before it was composed."""
        return next(iter(self.query(PromptField)), None)

    def take(self, event: events.Key) -> bool:
        """Take a key that did not reach the input: it was typed before that had the focus.

        False when the key means nothing here.
        """
        field = self._input()
        if not self._ready or field is None:
            self._held.append(event)
        elif event.is_printable or event.key == "enter":
            # Through the input's own queue, so that it comes after what was typed.
            field.post_message(events.Key(event.key, event.character))
        elif event.key in ("tab", "shift+tab"):
            # The word that is suggested is taken; the prompt keeps the focus.
            field.cursor_position = len(field.value)
            field.action_cursor_right()
        else:
            return False
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what was typed."""
        event.stop()
        if event.value != self._value:
            self._value = event.value
            self.post_message(self.Typed(self, self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on what was entered."""
        event.stop()
        self.post_message(self.Accepted(self, self.purpose, event.value))

    def leave(self) -> None:
        """Go away, even before being there; the focus is not taken any more."""
        self._is_left = True
        field = self._input()
        for event in (field.behind or ()) if field is not None else ():
            self.app.post_message(events.Key(event.key, event.character))
        self.remove()

    def action_abandon(self) -> None:
        """Leave without a result."""
        self.post_message(self.Abandoned(self, self.purpose))

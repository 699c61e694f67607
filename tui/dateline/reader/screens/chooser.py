"""A chooser: a list to pick from, narrowed by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from dateline.reader.screens.dialog_room import DIALOG_BREAKPOINTS

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

T = TypeVar("T")

MOST_SHOWN = 300


@dataclass(frozen=True)
class Choice(Generic[T]):
    """One thing to choose."""

    value: T
    title: str
    detail: str = ""

    @property
    def text(self) -> Text:
        """How it is listed: the title, and what else there is to say dimmed below it."""
        text = Text(self.title, "bold", overflow="ellipsis", no_wrap=True)
        if self.detail:
            text.append("\n" + self.detail, "not bold dim")
        return text

    def matches(self, words: Sequence[str]) -> bool:
        """Whether all words stand in it."""
        everything = f"{self.title} {self.detail}".casefold()
        return all(word in everything for word in words)


class Chooser(ModalScreen[T | None], Generic[T]):
    """Gives back the value that was chosen, or None."""

    VERTICAL_BREAKPOINTS = DIALOG_BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave"),
        ("down,ctrl+n", "step(1)", "Next"),
        ("up,ctrl+p", "step(-1)", "Before"),
        ("pagedown", "step(8)", "Further"),
        ("pageup", "step(-8)", "Back"),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[T]],
        *,
        search: Callable[[str], Sequence[Choice[T]]] | None = None,
        empty: str = "Nothing here yet",
        placeholder: str = "Type to narrow",
        help_line: str = "Enter chooses · Esc leaves",
    ) -> None:
        """`search`, when given, finds the choices for what is typed; else they are narrowed."""
        super().__init__(classes="dialog")
        self._title = title
        self._choices = choices
        self._search = search
        self._empty = empty
        self._placeholder = placeholder
        self._help = help_line
        self._shown: Sequence[Choice[T]] = ()

    def compose(self) -> ComposeResult:
        """A box with an input and the list."""
        with Vertical(classes="dialog--box chooser") as box:
            box.border_title = self._title.replace("[", "\\[")
            box.border_subtitle = self._help.replace("[", "\\[")
            yield Input(placeholder=self._placeholder, compact=True)
            yield OptionList(compact=True)

    def on_mount(self) -> None:
        """List everything."""
        self._list(self._choices)
        self.query_one(Input).focus()

    def _list(self, choices: Sequence[Choice[T]]) -> None:
        self._shown = choices[:MOST_SHOWN]
        options = self.query_one(OptionList)
        options.clear_options()
        if self._shown:
            options.add_options([Option(choice.text) for choice in self._shown])
            options.highlighted = 0
        else:
            options.add_option(Option(Text(self._empty, "italic"), disabled=True))

    @property
    def highlighted(self) -> T | None:
        """The value that is highlighted."""
        place = self.query_one(OptionList).highlighted
        if place is None or place >= len(self._shown):
            return None
        return self._shown[place].value

    def list_again(self) -> None:
        """List anew what is typed for, after something changed."""
        typed = self.query_one(Input).value
        self._list(self._search(typed) if self._search is not None else self._choices)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        if self._search is not None:
            self._list(self._search(event.value))
        else:
            words = event.value.casefold().split()
            self._list([choice for choice in self._choices if choice.matches(words)])

    def on_input_submitted(self) -> None:
        """Choose what is highlighted."""
        highlighted = self.query_one(OptionList).highlighted
        if self._shown and highlighted is not None:
            self.dismiss(self._shown[highlighted].value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        if event.option_index < len(self._shown):
            self.dismiss(self._shown[event.option_index].value)

    def action_step(self, step: int) -> None:
        """Move in the list while the input keeps the focus."""
        options = self.query_one(OptionList)
        if self._shown:
            place = (options.highlighted or 0) + step
            options.highlighted = max(0, min(place, len(self._shown) - 1))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

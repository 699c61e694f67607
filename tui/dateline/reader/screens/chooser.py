"""A chooser: a list to pick from, narrowed by typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from rich.text import Text
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.screens.dialog_room import DIALOG_BREAKPOINTS
from dateline.reader.screens.early_keys import EarlyKeys

if TYPE_CHECKING:
    from textual.app import ComposeResult

T = TypeVar("T")

MOST_SHOWN = 300
LONGEST_LINE = 160
"""Characters of a line that are listed: twice what the box has room for."""

CHOOSER_COMMANDS = (
    PanelCommand("list.choose", "enter", "choose", "Choose"),
    PanelCommand("list.down", "down,ctrl+n", "step(1)", "Next row"),
    PanelCommand("list.up", "up,ctrl+p", "step(-1)", "Row before"),
    PanelCommand("list.page_down", "pagedown", "step(8)", "Further down"),
    PanelCommand("list.page_up", "pageup", "step(-8)", "Further up"),
    PanelCommand("list.leave", "escape", "leave", "Choose nothing"),
)


@dataclass(frozen=True)
class Choice(Generic[T]):
    """One thing to choose."""

    value: T
    title: str
    detail: str = ""

    @property
    def text(self) -> Text:
        """How it is listed: the title, and what else there is to say dimmed below it."""
        # Long passages are cut before they are laid out, which takes time for each character.
        text = Text(self.title[:LONGEST_LINE], "bold", overflow="ellipsis", no_wrap=True)
        if self.detail:
            text.append("\n" + self.detail[:LONGEST_LINE], "not bold dim")
        return text

    def matches(self, words: Sequence[str]) -> bool:
        """Whether all words stand in it."""
        everything = f"{self.title} {self.detail}".casefold()
        return all(word in everything for word in words)


class Chooser(EarlyKeys, ModalScreen[T | None], Generic[T]):
    """Gives back the value that was chosen, or None."""

    VERTICAL_BREAKPOINTS = DIALOG_BREAKPOINTS
    AUTO_FOCUS = ""
    BINDINGS = key_bindings(CHOOSER_COMMANDS)

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
        self._typed = ""
        """What the list was made for."""

    def compose(self) -> ComposeResult:
        """A box with an input and the list."""
        with Vertical(classes="dialog--box chooser") as box:
            box.border_title = self._title.replace("[", "\\[")
            box.border_subtitle = self._help.replace("[", "\\[")
            yield Input(placeholder=self._placeholder, compact=True)
            yield OptionList(compact=True)

    def on_mount(self) -> None:
        """List everything, and take the keys that have come already."""
        self._list(self._choices)
        self.call_later(self.begin_with, self.query_one(Input))

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
        """The value that is highlighted in the list that what is typed by now gives."""
        self._catch_up()
        place = self.query_one(OptionList).highlighted
        if place is None or place >= len(self._shown):
            return None
        return self._shown[place].value

    def set_title(self, title: str) -> None:
        """Say something else at the head of the box."""
        self._title = title
        if self.is_mounted:
            self.query_one(".chooser", Vertical).border_title = title.replace("[", "\\[")

    def set_help(self, words: str) -> None:
        """Say something else at the foot of the box."""
        self.query_one(".chooser", Vertical).border_subtitle = words.replace("[", "\\[")

    def list_again(self) -> None:
        """List anew what is typed for, after something changed."""
        self._typed = self.query_one(Input).value
        if self._search is not None:
            self._list(self._search(self._typed))
        else:
            words = self._typed.casefold().split()
            self._list([choice for choice in self._choices if choice.matches(words)])

    def _catch_up(self) -> None:
        """Make the list that is typed for, before a key acts on it."""
        if self.query_one(Input).value != self._typed:
            self.list_again()

    def on_input_changed(self) -> None:
        """Narrow the list."""
        self._catch_up()

    def on_input_submitted(self) -> None:
        """Choose what is highlighted."""
        self.action_choose()

    def action_choose(self) -> None:
        """Choose what is highlighted."""
        self._catch_up()
        highlighted = self.query_one(OptionList).highlighted
        if self._shown and highlighted is not None:
            self.dismiss(self._shown[highlighted].value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose what was clicked."""
        if event.option_index < len(self._shown):
            self.dismiss(self._shown[event.option_index].value)

    def action_step(self, step: int) -> None:
        """Move in the list while the input keeps the focus."""
        self._catch_up()
        options = self.query_one(OptionList)
        if self._shown:
            place = (options.highlighted or 0) + step
            options.highlighted = max(0, min(place, len(self._shown) - 1))

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)

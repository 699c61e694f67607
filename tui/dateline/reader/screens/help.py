"""Help for where the reader is, from the tables of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from dateline.reader.commands import PANEL, READING, SELECTING, grouped
from dateline.reader.keys import show_keys
from dateline.reader.screens.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reader.keys import KeyMap

_KEYS = 22
_CONTEXT_TITLES = {READING: "Reading", SELECTING: "Selecting", PANEL: "In a panel"}


class HelpScreen(Card):
    """The keys that mean something here."""

    def __init__(
        self, key_map: KeyMap, context: str, panel_keys: Sequence[tuple[str, str]] = ()
    ) -> None:
        body = help_text(key_map, context, panel_keys)
        super().__init__(f"Keys · {_CONTEXT_TITLES[context]}", body)


def help_text(key_map: KeyMap, context: str, panel_keys: Sequence[tuple[str, str]] = ()) -> Text:
    """The keys of a context, group by group; a panel's own keys (and what they do) first."""
    text = Text()
    if panel_keys:
        _heading(text, "This panel")
        for shown, title in panel_keys:
            _line(text, shown, title)
    for group, commands in grouped():
        here = [command for command in commands if context in command.contexts]
        lines = [(key_map.keys_of(command.id), command.title) for command in here]
        if any(keys for keys, _ in lines):
            _heading(text, group)
            for keys, title in lines:
                if keys:
                    _line(text, "  ".join(show_keys(sequence) for sequence in keys), title)
    if context != PANEL:
        text.append("\nDigits before a command are its count: 42G, 5j, 50%.\n", "italic")
    return text


def _heading(text: Text, title: str) -> None:
    text.append(("\n" if text else "") + title + "\n", "bold underline")


def _line(text: Text, keys: str, title: str) -> None:
    text.append(keys + " " * max(_KEYS - cell_len(keys), 2), "bold")
    text.append(title + "\n")

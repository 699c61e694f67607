"""Help for where the reader is, from the tables of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dateline.reader.commands import PANEL, READING, SELECTING, grouped
from dateline.reader.keys import show_keys
from dateline.reader.named_lines import NamedLines
from dateline.reader.screens.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reader.keys import KeyMap

_KEYS = 21
_EMPTY = (Text(), Text())
_DIGITS = {
    READING: "Digits before a command are its count; in a selection 1 to 8 are colours",
    SELECTING: "Here 1 to 8 are colours; outside a selection digits are a command's count",
}
_CONTEXT_TITLES = {READING: "Reading", SELECTING: "Selecting", PANEL: "In a panel"}


class HelpScreen(Card):
    """The keys that mean something here."""

    def __init__(
        self, key_map: KeyMap, context: str, panel_keys: Sequence[tuple[str, str]] = ()
    ) -> None:
        body = help_table(key_map, context, panel_keys)
        super().__init__(f"Keys · {_CONTEXT_TITLES[context]}", body)


def help_table(
    key_map: KeyMap, context: str, panel_keys: Sequence[tuple[str, str]] = ()
) -> NamedLines:
    """The keys of a context, group by group; a panel's own keys (and what they do) first."""
    lines: list[tuple[Text, Text]] = []
    if panel_keys:
        _heading(lines, "This panel")
        lines += [(Text(shown), Text(title)) for shown, title in panel_keys]
    for group, commands in grouped():
        here = [command for command in commands if context in command.contexts]
        bound = [(keys, each.title) for each in here if (keys := key_map.keys_of(each.id))]
        if bound:
            _heading(lines, group)
        for keys, title in bound:
            lines.append((Text("  ".join(map(show_keys, keys))), Text(title)))
    if context != PANEL:
        lines += [_EMPTY, (Text("42G  5j  50%"), Text(_DIGITS[context]))]
    return NamedLines(lines, _KEYS, "bold")


def _heading(lines: list[tuple[Text, Text]], title: str) -> None:
    if lines:
        lines.append(_EMPTY)
    lines.append((Text(title, "bold underline"), Text()))

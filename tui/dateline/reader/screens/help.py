"""Help for where the reader is, from the tables of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from dateline.reader.commands import PANEL, READING, SELECTING, grouped
from dateline.reader.keys import show_keys
from dateline.reader.screens.card import Card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.reader.keys import KeyMap

_KEYS = 21
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


def help_table(key_map: KeyMap, context: str, panel_keys: Sequence[tuple[str, str]] = ()) -> Table:
    """The keys of a context, group by group; a panel's own keys (and what they do) first."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=_KEYS, style="bold")
    table.add_column(ratio=1)
    if panel_keys:
        _heading(table, "This panel")
        for shown, title in panel_keys:
            _line(table, shown, title)
    for group, commands in grouped():
        here = [command for command in commands if context in command.contexts]
        lines = [(key_map.keys_of(command.id), command.title) for command in here]
        if any(keys for keys, _ in lines):
            _heading(table, group)
            for keys, title in lines:
                if keys:
                    _line(table, "  ".join(show_keys(sequence) for sequence in keys), title)
    if context != PANEL:
        table.add_row()
        table.add_row(Text("42G  5j  50%"), Text(_DIGITS[context]))
    return table


def _heading(table: Table, title: str) -> None:
    if table.row_count:
        table.add_row()
    table.add_row(Text(title, "bold underline"))


def _line(table: Table, keys: str, title: str) -> None:
    table.add_row(Text(keys), Text(title))

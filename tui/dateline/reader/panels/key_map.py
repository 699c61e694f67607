"""The reader's own keys for the commands of the panels and lists."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from dateline.reader.commands import BY_ID
from dateline.reader.panels.dock import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NO_KEY = "no_key"
"""Stands for a command without keys: no terminal sends it, and Textual overlooks an empty text."""


def panel_key_map(changes: Mapping[str, Iterable[str]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """What `App.set_keymap` takes, and what is wrong in the changes, a sentence each.

    `changes` maps ids to keys as Textual names them ("down", "slash") or as they print ("/"). An
    id that no panel has, or a sequence of keys where a panel takes single ones, is told.
    """
    known = {command.id for commands in COMMANDS.values() for command in commands}
    if not known.issuperset(changes):
        from dateline.reader.screens.chooser import CHOOSER_COMMANDS
        from dateline.reader.screens.library import LIBRARY_COMMANDS

        known |= {command.id for command in (*CHOOSER_COMMANDS, *LIBRARY_COMMANDS)}
    key_map: dict[str, str] = {}
    problems: list[str] = []
    for command, listed in changes.items():
        keys = ["comma" if key == "," else key for each in listed for key in _parted(each)]
        if command not in known:
            near = get_close_matches(command, (*known, *BY_ID), 1)
            meant = f"; {near[0]} is one" if near else ""
            problems.append(f"[keys]: there is no command called {command}{meant}")
        elif sequence := next((key for key in keys if " " in key), None):
            problems.append(f"[keys]: {command} takes single keys, and “{sequence}” is several")
        else:
            key_map[command] = ",".join(keys) or NO_KEY
    return key_map, tuple(problems)


def _parted(keys: str) -> list[str]:
    """Keys with commas between them, one by one; the comma itself is one."""
    return [keys] if keys == "," else [key.strip() for key in keys.split(",") if key.strip()]

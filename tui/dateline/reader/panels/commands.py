"""What can be done in a panel: one entry a command, from which its key bindings are made.

The ids are what a key map names to put a command on other keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.binding import Binding

if TYPE_CHECKING:
    from textual.binding import BindingType


@dataclass(frozen=True, slots=True)
class PanelCommand:
    """One command of a panel."""

    id: str
    """The name by which a key map finds it, such as "panel.down"."""
    keys: str
    """Its keys, with commas between them, as Textual writes keys."""
    action: str
    """The action that carries it out, on the widget that lists the command."""
    help: str
    """What it does, in a few words."""
    hint: str = ""
    """A word for the footer; empty when it is not shown there."""


def key_bindings(commands: tuple[PanelCommand, ...]) -> list[BindingType]:
    """The bindings of the commands, for a widget's `BINDINGS`."""
    return [
        Binding(command.keys, command.action, command.help, show=bool(command.hint), id=command.id)
        for command in commands
    ]

"""The line at the foot of a panel in which the reader types what rows to keep."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message
from textual.widgets import Input

from dateline.reader.panels.commands import PanelCommand, key_bindings

FILTER_COMMANDS = (
    PanelCommand("panel.filter_keep", "enter,down", "submit", "Keep the filter, back to the rows"),
    PanelCommand("panel.filter_drop", "escape", "drop", "Drop the filter"),
)


class FilterLine(Input, inherit_bindings=True):
    """An input without a frame; hidden while there is nothing to filter by."""

    BINDINGS = key_bindings(FILTER_COMMANDS)
    DEFAULT_CSS = """
    FilterLine { display: none; height: 1; border: none; padding: 0 1; }
    FilterLine.-open { display: block; }
    FilterLine:focus { border: none; }
    """

    @dataclass
    class Dropped(Message):
        """The reader gave the filter up."""

        filter_line: FilterLine

    def __init__(self) -> None:
        super().__init__(placeholder="filter these rows", compact=True, select_on_focus=False)

    def action_drop(self) -> None:
        """Give the filter up."""
        self.post_message(self.Dropped(self))

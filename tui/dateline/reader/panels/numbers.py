"""The Numbers panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.analysis.numbers.conversion import convert
from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.number_rows import (
    COMPARED,
    NUMBER_ORDERS,
    NumberOrder,
    number_row_steps,
    number_rows,
)

if TYPE_CHECKING:
    from collections.abc import Generator

    from dateline.analysis.model import Analysis
    from dateline.analysis.numbers.conversion import System
    from dateline.reader.panels.rows import Rows

NUMBER_COMMANDS = (
    PanelCommand("numbers.order", "s", "order", "By thing, biggest first, in order", hint="order"),
    PanelCommand(
        "numbers.units", "c", "units", "Metric units, other units, as written", hint="units"
    ),
)
_SYSTEMS: tuple[System | None, ...] = (None, "metric", "imperial")
_DETAILS: dict[NumberOrder, str] = {
    "thing": "by what is counted",
    "size": "biggest first",
    "text": "in order",
}


class NumbersPanel(ListPanel):
    """What is counted, how many, and who says so."""

    BINDINGS = key_bindings(NUMBER_COMMANDS)
    panel_id = "numbers"
    panel_sign = "#"
    panel_title = "Numbers"
    empty = "Nothing is counted."

    def __init__(self) -> None:
        super().__init__()
        self._order: NumberOrder = "thing"
        self._system: System | None = None

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The numbers in the chosen order."""
        return number_rows(findings, self._order, self._system)

    def row_steps(self, findings: Analysis) -> Generator[None, None, Rows[Any]]:
        """The same in steps."""
        return number_row_steps(findings, self._order, self._system)

    def view_detail(self) -> str:
        """The units asked for, else how the numbers are ordered."""
        return f"in {self._system} units" if self._system else _DETAILS[self._order]

    def action_units(self) -> None:
        """Show measures in metric units, in imperial ones, or as they are written."""
        place = _SYSTEMS.index(self._system)
        for system in (*_SYSTEMS[place + 1 :], None):
            if system is None or self._changes(system):
                self._system = system
                break
        self.remake()

    def _changes(self, system: System) -> bool:
        """Whether any number has another unit in a system; a key that changes nothing is dead."""
        numbers = self.findings.numbers if self.findings else ()
        return any(number.unit and convert(number, system) for number in numbers[:COMPARED])

    def action_order(self) -> None:
        """By what is counted, biggest first, or in the order of the text."""
        place = NUMBER_ORDERS.index(self._order)
        self._order = NUMBER_ORDERS[(place + 1) % len(NUMBER_ORDERS)]
        self.remake()

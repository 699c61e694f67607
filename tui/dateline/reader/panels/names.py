"""The Names panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.mention_panel import MentionPanel
from dateline.reader.panels.name_rows import NAME_ORDERS, NameOrder, name_rows

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.reader.panels.rows import Rows

NAME_COMMANDS = (
    PanelCommand("names.order", "s", "order", "Most named, by kind, in order", hint="order"),
)
_DETAILS: dict[NameOrder, str] = {"count": "", "kind": "by kind", "text": "in order"}


class NamesPanel(MentionPanel):
    """Everybody and everything that is named."""

    BINDINGS = key_bindings(NAME_COMMANDS)
    panel_id = "names"
    panel_sign = "N"
    panel_title = "Names"
    empty = "Nobody and nothing is named."

    def __init__(self) -> None:
        super().__init__()
        self._order: NameOrder = "count"

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The entities in the chosen order."""
        return name_rows(findings, self._order)

    def view_detail(self) -> str:
        """How the names are ordered."""
        return _DETAILS[self._order]

    def action_order(self) -> None:
        """Most named first, by kind, in the order of the text."""
        place = NAME_ORDERS.index(self._order)
        self._order = NAME_ORDERS[(place + 1) % len(NAME_ORDERS)]
        self.remake()

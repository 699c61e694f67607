"""The Quotes panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.quote_rows import quote_rows

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.reader.panels.rows import Rows

QUOTE_COMMANDS = (PanelCommand("quotes.order", "s", "order", "In order, or by speaker", show=True),)


class QuotesPanel(ListPanel):
    """Who said what."""

    BINDINGS = key_bindings(QUOTE_COMMANDS)
    panel_id = "quotes"
    panel_sign = "Q"
    panel_title = "Quotes"
    empty = "Nobody is quoted."

    def __init__(self) -> None:
        super().__init__()
        self._by_speaker = False

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The quotes in order or by speaker."""
        return quote_rows(findings, by_speaker=self._by_speaker)

    def view_detail(self) -> str:
        """By speaker, or nothing."""
        return "by speaker" if self._by_speaker else ""

    def action_order(self) -> None:
        """In order, or by speaker."""
        self._by_speaker = not self._by_speaker
        self.remake()

"""The Quotes panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.message import Message

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.quote_rows import quote_rows

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.reader.panels.rows import Rows

QUOTE_COMMANDS = (
    PanelCommand("quotes.order", "s", "order", "In order, or by speaker", hint="order"),
    PanelCommand(
        "quotes.attributions",
        "w",
        "attributions",
        "All attributions, plans and thoughts too, or only what is said",
        hint="all",
    ),
)


class QuotesPanel(ListPanel):
    """Who said what."""

    BINDINGS = key_bindings(QUOTE_COMMANDS)
    panel_id = "quotes"
    panel_sign = "Q"
    panel_title = "Quotes"
    empty = "Nobody is quoted."

    class AttributionsWanted(Message):
        """The reader wants all attributions among the quotes, or only what is said again."""

    def __init__(self) -> None:
        super().__init__()
        self._by_speaker = False

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The quotes in order or by speaker."""
        return quote_rows(findings, by_speaker=self._by_speaker)

    def view_detail(self) -> str:
        """By speaker, and whether there is more than what is said."""
        details = ["by speaker"] if self._by_speaker else []
        if self.findings and any(not quote.statement for quote in self.findings.quotes):
            details.append("all attributions")
        return ", ".join(details)

    def action_attributions(self) -> None:
        """Ask for all attributions, or for what is said alone."""
        self.post_message(self.AttributionsWanted())

    def action_order(self) -> None:
        """In order, or by speaker."""
        self._by_speaker = not self._by_speaker
        self.remake()

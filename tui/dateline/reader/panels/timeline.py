"""The Timeline panel."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.timeline_rows import timeline_rows

if TYPE_CHECKING:
    from dateline.analysis.model import Analysis
    from dateline.reader.panels.rows import Rows

TIMELINE_COMMANDS = (
    PanelCommand("timeline.explain", "i", "explain", "How the date was resolved", show=True),
)


class TimelinePanel(ListPanel):
    """What happened, in order."""

    BINDINGS = key_bindings(TIMELINE_COMMANDS)
    panel_id = "timeline"
    panel_title = "Timeline"
    empty = "No dated events."

    def __init__(self) -> None:
        super().__init__()
        self._explained: set[Hashable] = set()

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The events in groups."""
        return timeline_rows(findings, self._explained)

    def view_detail(self) -> str:
        """The article's day, to which all relative dates are resolved."""
        published = self.findings.article.published if self.findings else None
        return f"from {published.day} {published:%b %Y}" if published else ""

    def action_explain(self) -> None:
        """Tell, or stop telling, how the date of the row under the cursor was resolved."""
        row = self.rows_view.cursor_row
        if row is not None:
            self._explained ^= {row.key}
            self.remake()

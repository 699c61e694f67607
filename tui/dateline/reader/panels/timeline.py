"""The Timeline panel."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any

from textual import on

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.list_panel import ListPanel
from dateline.reader.panels.time_axis import TimeAxis
from dateline.reader.panels.timeline_rows import event_key, timeline_rows
from dateline.spans import Span

if TYPE_CHECKING:
    from textual.events import Resize
    from textual.widget import Widget

    from dateline.analysis.model import Analysis
    from dateline.reader.panels.row import Row
    from dateline.reader.panels.rows import Rows

ROOM_FOR_AXIS = 9
"""Lines of the panel from which on the axis is shown."""

TIMELINE_COMMANDS = (
    PanelCommand("timeline.explain", "i", "explain", "How the date was resolved", hint="why"),
    PanelCommand("timeline.closer", "greater_than_sign", "zoom(1)", "A closer view", hint="closer"),
    PanelCommand("timeline.wider", "less_than_sign", "zoom(-1)", "A wider view", hint="wider"),
)


class TimelinePanel(ListPanel):
    """What happened, in order."""

    BINDINGS = key_bindings(TIMELINE_COMMANDS)
    panel_id = "timeline"
    panel_sign = "T"
    panel_title = "Timeline"
    empty = "No dated events."

    def __init__(self) -> None:
        super().__init__()
        self.axis = TimeAxis()
        self._explained: set[Hashable] = set()
        self._numbers: dict[Hashable, int] = {}

    def above(self) -> list[Widget]:
        """The axis."""
        return [self.axis]

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The events in groups."""
        self._numbers = {event_key(event): n for n, event in enumerate(findings.timeline)}
        self.axis.findings = findings
        self._make_room()
        return timeline_rows(findings, self._explained)

    def view_detail(self) -> str:
        """The article's day, to which relative dates are resolved, or the view of the axis."""
        if self.axis.zoom != "all":
            return f"by {self.axis.zoom}"
        published = self.findings.article.published if self.findings else None
        words = [f"as of {published.day} {published:%b %Y}"] if published else []
        if self.axis.is_logarithmic:
            words.append("log axis")
        return ", ".join(words)

    def rows_changed(self) -> None:
        """Mark the row under the cursor on the axis."""
        row = self.rows_view.cursor_row
        self.axis.event_index = self._numbers.get(row.key) if row is not None else None

    def row_entered(self, row: Row) -> None:
        """Mark the event on the axis."""
        self.axis.event_index = self._numbers.get(row.key)

    def on_resize(self, event: Resize) -> None:
        """The axis gives way to the rows where there is little room."""
        self._make_room()

    def _make_room(self) -> None:
        findings = self.findings
        days = {event.earliest or event.latest for event in findings.timeline} if findings else ()
        has_spread = len([day for day in days if day]) > 1
        self.axis.display = has_spread and self.size.height >= ROOM_FOR_AXIS

    def action_explain(self) -> None:
        """Tell, or stop telling, how the date of the row under the cursor was resolved."""
        row = self.rows_view.cursor_row
        if row is not None:
            self._explained ^= {row.key}
            self.remake()

    def action_zoom(self, step: int) -> None:
        """A closer view of the axis, or a wider one."""
        self.axis.zoom_by(step)
        self.header.detail = self.view_detail()

    @on(TimeAxis.Pointed)
    def go_to_event(self, event: TimeAxis.Pointed) -> None:
        """Show the row and the passage of the event that was clicked on the axis."""
        event.stop()
        if self.findings is None or event.event_index >= len(self.findings.timeline):
            return
        found = self.findings.timeline[event.event_index]
        if self.reveal(Span(found.start, found.end)):
            row = self.rows_view.cursor_row
            if row is not None and row.spans:
                self.post_message(self.Previewed(self, *self.lit(row)))

"""The axis above the timeline: events to scale, the one under the cursor marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from dateline.analysis.times.axis import ZOOMS, Axis, Zoom, axis_scale
from dateline.reader.panels.shown_dates import read_date

if TYPE_CHECKING:
    from textual import events

    from dateline.analysis.model import Analysis

AxisRole = Literal["mark", "bar", "cursor", "rule", "today", "tick", "beyond"]
AXIS_ROLES: tuple[AxisRole, ...] = ("mark", "bar", "cursor", "rule", "today", "tick", "beyond")
Cell = tuple[str, AxisRole]

_ONE, _FEW, _MANY = "•", "●", "◉"


def axis_lines(axis: Axis, width: int, cursor: int | None = None) -> list[list[Cell]]:
    """The axis as three lines of cells: marks and bars, the rule, the labels of its ticks.

    A dot stands for one event, a disk for several in one column, a ringed one for five and more;
    `cursor` is the index of the event that is marked by a diamond.
    """
    marks: list[Cell] = [(" ", "mark")] * width
    rule: list[Cell] = [("─", "rule")] * width
    labels: list[Cell] = [(" ", "tick")] * width
    for mark in axis.marks:
        for column in range(mark.column, mark.end_column + 1):
            if mark.end_column > mark.column:
                marks[column] = ("━", "bar")
    crowd: dict[int, int] = {}
    for mark in axis.marks:
        if mark.end_column == mark.column:
            crowd[mark.column] = crowd.get(mark.column, 0) + 1
    for column, number in crowd.items():
        marks[column] = (_ONE if number == 1 else _FEW if number < 5 else _MANY, "mark")
    for mark in axis.marks:
        if mark.event_index == cursor:
            marks[mark.column : mark.end_column + 1] = [
                ("◆" if column in (mark.column, mark.end_column) else "━", "cursor")
                for column in range(mark.column, mark.end_column + 1)
            ]
    for tick in axis.ticks:
        rule[tick.column] = ("┬", "rule")
        for column, char in enumerate(tick.label, tick.column):
            labels[column] = (char, "tick")
    if axis.today is not None and 0 <= axis.today < width:
        rule[axis.today] = ("╈", "today")
    for number, text, start in (
        (axis.earlier, f"‹{axis.earlier}", 0),
        (axis.later, f"{axis.later}›", width - len(f"{axis.later}›")),
    ):
        if number and start >= 0:
            for column, char in enumerate(text, start):
                marks[column] = (char, "beyond")
    return [marks, rule, labels]


class TimeAxis(Widget):
    """Three lines above the rows of the timeline."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"time-axis--{role}" for role in AXIS_ROLES}
    DEFAULT_CSS = "TimeAxis { height: 3; padding: 0 2; }"

    findings: reactive[Analysis | None] = reactive(None, always_update=True)
    zoom: reactive[Zoom] = reactive("all")
    event_index: reactive[int | None] = reactive(None)
    """Index in the timeline of the event under the cursor."""

    @dataclass
    class Pointed(Message):
        """The reader clicked on an event."""

        time_axis: TimeAxis
        event_index: int

    def __init__(self) -> None:
        super().__init__()
        self._axis: Axis = Axis((), ())
        self._axis_of: object = None
        self._drawn: list[list[Cell]] = []

    def zoom_by(self, step: int) -> None:
        """A closer view (1) or a wider one (-1)."""
        place = ZOOMS.index(self.zoom) + step
        self.zoom = ZOOMS[max(0, min(place, len(ZOOMS) - 1))]

    def watch_findings(self, findings: Analysis | None) -> None:
        """Other findings: another axis, or none."""
        self._axis_of = None
        self._redraw()

    def watch_zoom(self) -> None:
        """Another view."""
        self._redraw()

    def watch_event_index(self) -> None:
        """Another event is marked; a closer view moves to it."""
        self._redraw()

    def on_resize(self) -> None:
        """Another width, another scale."""
        self._redraw()

    def _redraw(self) -> None:
        width = self.size.width
        findings = self.findings
        event = None
        if findings is None or width < 1:
            self._drawn = []
            return
        if self.event_index is not None and self.event_index < len(findings.timeline):
            event = findings.timeline[self.event_index]
        focus = None
        if event is not None and self.zoom != "all":
            focus = read_date(event.earliest or event.latest)
        wanted = (width, self.zoom, focus)
        if wanted != self._axis_of:
            self._axis = axis_scale(
                findings.timeline, width, self.zoom, focus=focus, times=findings.times
            )
            self._axis_of = wanted
        self._drawn = axis_lines(self._axis, width, self.event_index)
        self.refresh()

    @property
    def has_marks(self) -> bool:
        """Whether any event has a place on the axis."""
        return bool(self._axis.marks) or self.zoom != "all"

    @property
    def is_logarithmic(self) -> bool:
        """Whether far days stand closer together than near ones."""
        return self._axis.logarithmic

    def render_line(self, y: int) -> Strip:
        """One of the three lines."""
        if y >= len(self._drawn):
            return Strip.blank(self.size.width, self.rich_style)
        # Looked up once a role, not once a cell: a look-up takes as long as drawing a row.
        styles = {
            role: self.get_component_rich_style(f"time-axis--{role}")
            for role in {role for _, role in self._drawn[y]}
        }
        return Strip([Segment(char, styles[role]) for char, role in self._drawn[y]]).simplify()

    def on_click(self, event: events.Click) -> None:
        """Point at the event nearest to the click."""
        offset = event.get_content_offset(self)
        if offset is None or not self._axis.marks:
            return
        event.stop()

        def distance(column: int, end: int) -> int:
            return max(column - offset.x, 0, offset.x - end)

        nearest = min(
            self._axis.marks,
            key=lambda mark: (
                distance(mark.column, mark.end_column),
                mark.end_column - mark.column,
            ),
        )
        if distance(nearest.column, nearest.end_column) <= 1:
            self.post_message(self.Pointed(self, nearest.event_index))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Closer."""
        event.stop()
        self.zoom_by(1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Wider."""
        event.stop()
        self.zoom_by(-1)

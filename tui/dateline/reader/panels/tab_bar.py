"""The tabs of the dock: one line, which of the panels are shown, and a cross to close."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.style import Style
    from textual import events

SHORT = 3
"""Letters that a tab keeps where there is no room for its name."""
CROSS = " × "


class TabBar(Widget):
    """Tabs to click. What cannot be named in full is shortened, but for the shown one."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"tab-bar--tab", "tab-bar--shown", "tab-bar--hover"}
    DEFAULT_CSS = "TabBar { height: 1; }"

    tabs: reactive[tuple[tuple[str, str, str], ...]] = reactive(())
    """Id, title and sign of each."""
    shown: reactive[str] = reactive("")
    """Id of the tab whose panel is on screen."""
    hover: reactive[str] = reactive("")

    @dataclass
    class Selected(Message):
        """A tab was clicked."""

        tab_bar: TabBar
        panel_id: str

    @dataclass
    class Crossed(Message):
        """The cross was clicked."""

        tab_bar: TabBar

    def _labels(self) -> list[tuple[str, str]]:
        """The tabs as they fit: in full; shortened but for the shown; as signs."""
        room = self.size.width - cell_len(CROSS)

        def labels(rest: Callable[[str, str], str]) -> list[tuple[str, str]]:
            return [
                (key, f" {title} " if key == self.shown else rest(title, sign))
                for key, title, sign in self.tabs
            ]

        ways = (
            labels(lambda title, _: f" {title} "),
            labels(lambda title, _: f" {title[:SHORT]} "),
            labels(lambda _, sign: f" {sign} "),
            labels(lambda _, sign: f" {sign}"),
        )
        for way in ways:
            if sum(cell_len(label) for _, label in way) <= room:
                return way
        return ways[-1]

    def _tab_at(self, x: int) -> str:
        """Id of the tab at a column; "×" for the cross, empty for none."""
        if x >= self.size.width - cell_len(CROSS):
            return "×"
        for panel_id, label in self._labels():
            x -= cell_len(label)
            if x < 0:
                return panel_id
        return ""

    def render_line(self, y: int) -> Strip:
        """The tabs, then the cross at the right end."""
        segments = [Segment(label, self._tab_style(panel_id)) for panel_id, label in self._labels()]
        width = max(0, self.size.width - cell_len(CROSS))
        bar = Strip(segments).adjust_cell_length(width, self.rich_style)
        return Strip([*bar, Segment(CROSS, self._tab_style("×"))])

    def _tab_style(self, panel_id: str) -> Style:
        name = "shown" if panel_id == self.shown else "tab"
        style = self.get_component_rich_style(f"tab-bar--{name}")
        if panel_id == self.hover:
            style += self.get_component_rich_style("tab-bar--hover", partial=True)
        return style

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light up the tab under the mouse."""
        self.hover = self._tab_at(event.x)

    def on_leave(self) -> None:
        """No tab is under the mouse any more."""
        self.hover = ""

    def on_click(self, event: events.Click) -> None:
        """Tell which tab was clicked."""
        event.stop()
        tab = self._tab_at(event.x)
        if tab == "×":
            self.post_message(self.Crossed(self))
        elif tab:
            self.post_message(self.Selected(self, tab))

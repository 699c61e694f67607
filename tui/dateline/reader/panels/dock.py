"""The dock: the place beside the article where the panels stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Vertical
from textual.css.query import NoMatches
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from dateline.annotations.in_order import NO_ANNOTATIONS
from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.divider import Divider
from dateline.reader.panels.dock_room import Mode, dock_mode, dock_width
from dateline.reader.panels.filter_line import FILTER_COMMANDS
from dateline.reader.panels.list_panel import PANEL_COMMANDS
from dateline.reader.panels.map_view import MAP_COMMANDS
from dateline.reader.panels.mention_panel import MENTION_COMMANDS
from dateline.reader.panels.names import NAME_COMMANDS, NamesPanel
from dateline.reader.panels.notes import NOTE_COMMANDS, NotesPanel
from dateline.reader.panels.numbers import NUMBER_COMMANDS, NumbersPanel
from dateline.reader.panels.outline import OutlinePanel
from dateline.reader.panels.panel import Panel
from dateline.reader.panels.panel_header import PanelHeader
from dateline.reader.panels.quotes import QUOTE_COMMANDS, QuotesPanel
from dateline.reader.panels.regions import REGION_COMMANDS, RegionsPanel
from dateline.reader.panels.row_list import LIST_COMMANDS
from dateline.reader.panels.tab_bar import TabBar
from dateline.reader.panels.timeline import TIMELINE_COMMANDS, TimelinePanel

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.screen import Screen

    from dateline.analysis.model import Analysis
    from dateline.annotations.in_order import InOrder
    from dateline.article.model import Article
    from dateline.spans import Span

STEP = 4
LEAST_LINES = 3
"""Lines that a panel of the stack keeps."""

STACKED = ("timeline", "quotes", "regions")
STACK_TITLE = "Story"
"""The tab of the panels that stand together."""

DOCK_COMMANDS = (
    PanelCommand("dock.next", "l,right", "next", "Next panel"),
    PanelCommand("dock.previous", "h,left", "previous", "Panel before"),
    PanelCommand("dock.wider", "shift+left", f"widen({STEP})", "Panels wider"),
    PanelCommand("dock.narrower", "shift+right", f"widen(-{STEP})", "Panels narrower"),
    PanelCommand("dock.taller", "shift+down", f"heighten({STEP})", "This panel taller"),
    PanelCommand("dock.lower", "shift+up", f"heighten(-{STEP})", "This panel less tall"),
    PanelCommand("dock.alone", "z", "alone", "This panel alone, or all", hint="alone"),
    PanelCommand("dock.close", "ctrl+w", "close", "Close the panels"),
)
COMMANDS: dict[str, tuple[PanelCommand, ...]] = {
    "dock": DOCK_COMMANDS,
    "panel": (*LIST_COMMANDS, *PANEL_COMMANDS),
    "filter": FILTER_COMMANDS,
    "mentions": MENTION_COMMANDS,
    "timeline": TIMELINE_COMMANDS,
    "quotes": QUOTE_COMMANDS,
    "regions": REGION_COMMANDS,
    "map": MAP_COMMANDS,
    "names": NAME_COMMANDS,
    "numbers": NUMBER_COMMANDS,
    "notes": NOTE_COMMANDS,
}
"""All commands of the panels: those of the dock, those of every panel, then each one's own."""


class PanelDock(Widget):
    """All panels. The reader screen sets its attributes, which it passes down to the panels.

    The panels' messages (`Panel.Previewed`, `Panel.Chosen`, `Panel.Left`, ...) bubble through it.
    """

    BINDINGS = key_bindings(DOCK_COMMANDS)
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PanelDock { layout: horizontal; height: 1fr; width: 40; }
    PanelDock > .dock--panels { width: 1fr; height: 1fr; }
    PanelDock Panel { height: 1fr; }
    PanelDock.-slide { overlay: screen; constrain: inside inside; }
    """

    findings: reactive[Analysis | None] = reactive(None, always_update=True)
    article: reactive[Article | None] = reactive(None, always_update=True)
    annotations: reactive[InOrder] = reactive(NO_ANNOTATIONS)
    selection: reactive[Span | None] = reactive(None)
    paragraph: reactive[Span | None] = reactive(None)

    mode: reactive[Mode] = reactive("stack")
    """How the panels are shown, by the size of the terminal."""
    current: reactive[str] = reactive("timeline")
    """The panel shown where one is shown at a time; one of the first three means all three."""
    is_alone: reactive[bool] = reactive(False)
    """Whether one of the first three has the room of all three."""
    is_open: reactive[bool] = reactive(True)
    """Whether the dock is on screen."""

    @dataclass
    class Closed(Message):
        """The reader closed the dock: the focus goes back to the article."""

        dock: PanelDock

    def __init__(self) -> None:
        super().__init__()
        self.panels: tuple[Panel, ...] = (
            TimelinePanel(),
            QuotesPanel(),
            RegionsPanel(),
            NamesPanel(),
            NumbersPanel(),
            NotesPanel(),
            OutlinePanel(),
        )
        self._tab_bar = TabBar()
        self._wanted_width: int | None = None
        self._shares = dict.fromkeys(STACKED, 4)
        self._terminal = (0, 0)

    def compose(self) -> ComposeResult:
        """The divider; the tabs above the panels."""
        yield Divider()
        with Vertical(classes="dock--panels"):
            yield self._tab_bar
            for panel in self.panels:
                panel.data_bind(PanelDock.findings, PanelDock.selection, PanelDock.paragraph)
                if isinstance(panel, OutlinePanel):
                    panel.data_bind(PanelDock.article)
                if isinstance(panel, NotesPanel):
                    panel.data_bind(PanelDock.annotations)
                yield panel

    def on_mount(self) -> None:
        """Follow the size of the terminal."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._follow_terminal)
        self._follow_terminal(self.screen)

    def _follow_terminal(self, screen: Screen[object]) -> None:
        if screen.size != self._terminal:
            self._terminal = screen.size
            width, height = screen.size
            mode = dock_mode(width, height)
            if mode == "slide" and self.mode != "slide" and not self.has_focus_within:
                self.is_open = False
            elif self.mode == "slide" and mode != "slide":
                self.is_open = True
            self.mode = mode
            self._set_width()

    # What the screen calls.

    def panel(self, panel_id: str) -> Panel:
        """The panel of that id; KeyError if there is none."""
        for each in self.panels:
            if each.panel_id == panel_id:
                return each
        raise KeyError(panel_id)

    def show(self, panel_id: str) -> Panel:
        """Bring a panel on screen, opening the dock if need be."""
        panel = self.panel(panel_id)
        had_keys = self.has_focus_within
        self.current = panel_id
        self.is_open = True
        if had_keys:
            panel.focus_rows()
        return panel

    def focus_panel(self, panel_id: str | None = None) -> None:
        """Show a panel and give it the keys; without an id the one that had them last."""
        self.show(panel_id or self.current).focus_rows()

    def close_panel(self) -> None:
        """Take the dock off the screen; `Closed` tells it."""
        self.is_open = False
        self.post_message(self.Closed(self))

    def next_panel(self, step: int = 1) -> bool:
        """Give the keys to the next panel on screen (or the one before, with -1).

        False when there is none further: then it is the article's turn.
        """
        if not self.is_open:
            return False
        shown = [each for each in self.panels if each.panel_id in self._on_screen()]
        places = [place for place, each in enumerate(shown) if each.has_focus_within]
        place = places[0] + step if places else 0 if step > 0 else len(shown) - 1
        if not 0 <= place < len(shown):
            return False
        self.focus_panel(shown[place].panel_id)
        return True

    def reveal(self, panel_id: str, span: Span) -> bool:
        """Put a panel's cursor on the row of the span; False if it has none.

        The panel is brought on screen where the dock is open beside the article; a closed dock
        stays closed.
        """
        if self.is_open and self.mode != "slide":
            return self.show(panel_id).reveal(span)
        return self.panel(panel_id).reveal(span)

    # How it is shown.

    def _on_screen(self) -> frozenset[str]:
        if self.mode == "stack" and not self.is_alone and self.current in STACKED:
            return frozenset(STACKED)
        return frozenset((self.current,))

    def _arrange(self) -> None:
        shown = self._on_screen()
        for panel in self.panels:
            panel.display = panel.panel_id in shown
            share = self._shares.get(panel.panel_id, 1) if len(shown) > 1 else 1
            panel.styles.height = f"{share}fr"
        self._tab_bar.tabs = self._tabs()
        is_together = self.mode == "stack" and self.current in STACKED
        self._tab_bar.shown = STACKED[0] if is_together else self.current

    def _tabs(self) -> tuple[tuple[str, str, str], ...]:
        """The tabs as the bar takes them: where three panels stand together, they share one."""
        tabs = tuple((each.panel_id, each.panel_title, each.panel_sign) for each in self.panels)
        if self.mode == "stack":
            together = (STACKED[0], STACK_TITLE, STACK_TITLE[:1])
            return (together, *(tab for tab in tabs if tab[0] not in STACKED))
        return tabs

    def watch_current(self) -> None:
        """Show another panel."""
        self._arrange()

    def watch_is_alone(self) -> None:
        """Give one panel the room, or share it."""
        self._arrange()

    def watch_mode(self, mode: Mode) -> None:
        """Stand beside the article or slide over it."""
        self.set_class(mode == "slide", "-slide")
        self._arrange()

    def watch_is_open(self, is_open: bool) -> None:
        """Be there, or not."""
        self.display = is_open

    def _set_width(self) -> None:
        self.styles.width = dock_width(self._terminal[0], self.mode, self._wanted_width)

    def action_next(self) -> None:
        """To the next panel, shown or not."""
        self._step(1)

    def action_previous(self) -> None:
        """To the panel before, shown or not."""
        self._step(-1)

    def _step(self, step: int) -> None:
        ids = [each.panel_id for each in self.panels]
        self.focus_panel(ids[(ids.index(self._focused_id()) + step) % len(ids)])

    def _focused_id(self) -> str:
        for each in self.panels:
            if each.has_focus_within:
                return each.panel_id
        return self.current

    def action_widen(self, cells: int) -> None:
        """Move the divider to the left by so many cells."""
        self._wanted_width = self.size.width + cells
        self._set_width()

    def action_heighten(self, step: int) -> None:
        """Give the focused panel of the stack more of the height, or less."""
        panel_id = self._focused_id()
        if panel_id not in self._on_screen() or len(self._on_screen()) < 2:
            return
        for each in self.panels:
            if each.display:
                self._shares[each.panel_id] = max(LEAST_LINES, each.size.height)
        self._shares[panel_id] = max(LEAST_LINES, self._shares[panel_id] + step)
        self._arrange()

    def action_alone(self) -> None:
        """Give the focused panel of the stack all the room, or share it again."""
        self.is_alone = not self.is_alone

    def action_close(self) -> None:
        """Close the dock."""
        self.close_panel()

    @on(Divider.Dragged)
    def follow_divider(self, event: Divider.Dragged) -> None:
        """Follow the mouse that drags the divider."""
        event.stop()
        self.action_widen(-event.cells)

    @on(PanelHeader.Dragged)
    def follow_header(self, event: PanelHeader.Dragged) -> None:
        """Follow the mouse that drags the head of a panel: its neighbour above gains or loses."""
        event.stop()
        shown = [each for each in self.panels if each.display]
        place = next((n for n, each in enumerate(shown) if event.header in each.children), 0)
        if place == 0:
            return
        above, below = shown[place - 1], shown[place]
        lines = max(LEAST_LINES - above.size.height, event.lines)
        lines = min(lines, below.size.height - LEAST_LINES)
        for each in shown:
            self._shares[each.panel_id] = each.size.height
        self._shares[above.panel_id] += lines
        self._shares[below.panel_id] -= lines
        self._arrange()

    @on(TabBar.Selected)
    def open_tab(self, event: TabBar.Selected) -> None:
        """Show the panel whose tab was clicked."""
        event.stop()
        self.is_alone = False
        self.focus_panel(event.panel_id)

    @on(TabBar.Crossed)
    def close_by_cross(self, event: TabBar.Crossed) -> None:
        """Close the dock by its cross."""
        event.stop()
        self.close_panel()

    @on(Panel.Left)
    @on(Panel.Chosen)
    def slide_away(self) -> None:
        """Where the dock covers the article, it gives way to it."""
        if self.mode == "slide":
            self.is_open = False

    def on_descendant_focus(self) -> None:
        """Remember which panel has the keys."""
        focused = self._focused_id()
        if self.panel(focused).display:
            self.current = focused

    def panel_with_keys(self) -> Panel | None:
        """The panel that has the focus."""
        try:
            return self.query("Panel:focus-within").first(Panel)
        except NoMatches:
            return None

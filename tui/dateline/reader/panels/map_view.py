"""The map above the regions: braille coasts, the places on it, the one under the cursor named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, get_args

from rich.segment import Segment
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from dateline.reader.map.drawing import draw_map, fit
from dateline.reader.map.picture import MapPicture, MapRole, MapRun
from dateline.reader.panels.commands import PanelCommand, key_bindings

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

    from dateline.analysis.model import Place
    from dateline.reader.map.projection import View

CLOSER = 1.5
"""How much nearer one step of the zoom comes."""
STEP_ACROSS, STEP_DOWN = 6, 3
"""Cells that a key moves the map."""

MAP_COMMANDS = (
    PanelCommand("map.left", "h,left", f"pan(-{STEP_ACROSS},0)", "Map to the west"),
    PanelCommand("map.right", "l,right", f"pan({STEP_ACROSS},0)", "Map to the east"),
    PanelCommand("map.up", "k,up", f"pan(0,-{STEP_DOWN})", "Map to the north"),
    PanelCommand("map.down", "j,down", f"pan(0,{STEP_DOWN})", "Map to the south"),
    PanelCommand("map.next", "n", "next(1)", "Next place on the map", hint="next"),
    PanelCommand("map.previous", "N", "next(-1)", "Place before on the map"),
    PanelCommand("map.choose", "enter", "choose", "Go to the place's first mention"),
    PanelCommand("map.leave", "escape,q,m", "leave", "Back to the list", hint="list"),
)


class MapView(Widget, can_focus=True):
    """The places of an article on a map. Its panel sets what is shown and hears `Pointed`."""

    ALLOW_SELECT = False
    BINDINGS = key_bindings(MAP_COMMANDS)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"map-view--{role.replace(' ', '-')}" for role in get_args(MapRole)
    }
    DEFAULT_CSS = "MapView { height: 8; }"

    places: reactive[tuple[Place, ...]] = reactive((), always_update=True)
    focus_ids: reactive[frozenset[str]] = reactive(frozenset[str]())
    """Ids of the places that the selection has; with any, all others are faint."""
    cursor: reactive[str | None] = reactive(None)
    """Id of the place under the panel's cursor."""
    hover: reactive[str | None] = reactive(None)

    @dataclass
    class Pointed(Message):
        """A place on the map was pointed at; `chosen` when the reader wants to go there."""

        map_view: MapView
        place_id: str
        chosen: bool

    @dataclass
    class Left(Message):
        """The reader goes back from the map to the list."""

        map_view: MapView

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self._picture: MapPicture | None = None
        self._strips: list[Strip] = []
        self._styles: dict[MapRole, Style] = {}
        self._held: tuple[int, int] | None = None
        self._was_dragged = False

    # What is seen.

    def fit(self) -> None:
        """Show all places, or those of the selection, as large as they fit."""
        self._view = None
        self._redraw()

    def zoom_by(self, step: int, around: tuple[float, float] = (0.0, 0.0)) -> None:
        """Closer (1) or farther (-1); `around`, in dots from the middle, stays where it is."""
        picture = self._drawn()
        if picture is not None:
            self._view = picture.view.zoomed(CLOSER**step, around)
            self._redraw()

    def pan(self, columns: float, rows: float) -> None:
        """Move the view by character cells, to the right and down."""
        picture = self._drawn()
        if picture is not None:
            self._view = picture.view.panned(columns, rows)
            self._redraw()

    @property
    def summary(self) -> str:
        """What the map does not show, in a few words; empty when it shows all."""
        picture = self._drawn()
        return f"{picture.out_of_view} beyond the map" if picture and picture.out_of_view else ""

    def watch_places(self) -> None:
        """Other places: fitted anew unless the reader moved the map."""
        self._redraw()

    def watch_focus_ids(self) -> None:
        """Another selection: fitted to it."""
        self._view = None
        self._redraw()

    def watch_cursor(self) -> None:
        """Another place is named."""
        self._redraw()

    def watch_hover(self) -> None:
        """The place under the mouse is named."""
        self._redraw()

    def on_resize(self) -> None:
        """Another size, another drawing."""
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self._strips.clear()
        self.refresh()

    def _drawn(self) -> MapPicture | None:
        width, height = self.size
        if self._picture is None and width > 0 and height > 0:
            view = self._view or fit(self.places, width, height, self.focus_ids)
            self._picture = draw_map(
                self.places,
                width,
                height,
                view=view,
                focus=self.focus_ids,
                cursor=self.hover or self.cursor,
            )
        return self._picture

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old styles."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """A row of the map."""
        picture = self._drawn()
        width = self.size.width
        if picture is None or y >= len(picture.rows):
            return Strip.blank(width, self.rich_style)
        if not self._strips:
            ground = self.rich_style
            self._strips = [self._strip(row, width, ground) for row in picture.rows]
        return self._strips[y]

    def _strip(self, row: Sequence[MapRun], width: int, ground: Style) -> Strip:
        segments = [Segment(run.text, self._style(run.role)) for run in row]
        return Strip(segments).adjust_cell_length(width, ground)

    def _style(self, role: MapRole) -> Style:
        """The style of a role, looked up once: a look-up takes as long as drawing a row."""
        style = self._styles.get(role)
        if style is None:
            style = self.get_component_rich_style(f"map-view--{role.replace(' ', '-')}")
            self._styles[role] = style
        return style

    # Keys.

    def action_pan(self, columns: int, rows: int) -> None:
        """Move the view."""
        self.pan(columns, rows)

    def action_next(self, step: int) -> None:
        """To the next place in view, from west to east."""
        picture = self._drawn()
        if picture is None or not picture.spots:
            return
        spots = sorted(picture.spots, key=lambda spot: (spot.column, spot.row))
        here = [n for n, spot in enumerate(spots) if self.cursor in spot.places]
        if here:
            places = spots[here[0]].places
            inside = places.index(self.cursor or "") + step
            if 0 <= inside < len(places):
                self.post_message(self.Pointed(self, places[inside], chosen=False))
                return
        start = here[0] + step if here else 0
        places = spots[start % len(spots)].places
        self.post_message(self.Pointed(self, places[0 if step > 0 else -1], chosen=False))

    def action_choose(self) -> None:
        """Go to where the place is first named."""
        if self.cursor is not None:
            self.post_message(self.Pointed(self, self.cursor, chosen=True))

    def action_leave(self) -> None:
        """Back to the list."""
        self.post_message(self.Left(self))

    # The mouse.

    def _places_under(self, event: events.MouseEvent) -> Collection[str]:
        picture = self._drawn()
        offset = event.get_content_offset(self)
        return picture.places_at(offset.x, offset.y) if picture and offset else ()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the map."""
        self._held = (event.screen_x, event.screen_y)
        self._was_dragged = False
        self.capture_mouse()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        self._held = None
        self.release_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the map, or name the place under the mouse."""
        if self._held is None:
            self.hover = next(iter(self._places_under(event)), None)
            return
        across, down = self._held[0] - event.screen_x, self._held[1] - event.screen_y
        if across or down:
            self._held = (event.screen_x, event.screen_y)
            self._was_dragged = True
            self.pan(across, down)

    def on_leave(self) -> None:
        """No place is under the mouse any more."""
        self.hover = None

    def on_click(self, event: events.Click) -> None:
        """Point at a place; a second click goes there."""
        event.stop()
        if self._was_dragged:
            self._was_dragged = False
            return
        place = next(iter(self._places_under(event)), None)
        if place is not None:
            self.post_message(self.Pointed(self, place, chosen=event.chain > 1))

    def _scrolled(self, event: events.MouseEvent, step: int) -> None:
        event.stop()
        width, height = self.size
        around = ((event.x - width / 2) * 2, (event.y - height / 2) * 4)
        self.zoom_by(step, around)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Closer, around the mouse."""
        self._scrolled(event, 1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Farther, around the mouse."""
        self._scrolled(event, -1)

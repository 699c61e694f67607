"""The Regions panel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import on
from textual.message import Message

from dateline.reader.panels.commands import PanelCommand, key_bindings
from dateline.reader.panels.map_view import MapView
from dateline.reader.panels.mention_panel import MentionPanel
from dateline.reader.panels.region_rows import place_of, region_rows

if TYPE_CHECKING:
    from textual.events import Resize
    from textual.widget import Widget

    from dateline.analysis.model import Analysis, Candidate, Place
    from dateline.reader.panels.row import Row
    from dateline.reader.panels.rows import Rows

LEAST_MAP = 5
"""Lines under which a map tells nothing."""
LEAST_LIST = 4
"""Lines that the list keeps."""

MAP_KEYS = "the map has the keys"
NO_MAP = "no room for the map"

REGION_COMMANDS = (
    PanelCommand("regions.map", "m", "map", "The keys to the map, and back", hint="map"),
    PanelCommand("regions.closer", "plus,equals_sign", "zoom(1)", "Map closer"),
    PanelCommand("regions.farther", "minus", "zoom(-1)", "Map farther"),
    PanelCommand("regions.fit", "0", "fit", "Map fitted to the places"),
    PanelCommand("regions.correct", "c", "correct", "Choose another place", hint="correct"),
    PanelCommand("regions.export", "e", "export", "Export as GeoJSON", hint="export"),
)


class RegionsPanel(MentionPanel):
    """Where it happened: a map, and a tree of the places."""

    BINDINGS = key_bindings(REGION_COMMANDS)
    panel_id = "regions"
    panel_title = "Regions"
    panel_sign = "R"
    empty = "No place is named."

    @dataclass
    class PlaceCorrected(Message):
        """The reader says that a place of the article is another one of the name."""

        panel: RegionsPanel
        place_id: str
        candidate: Candidate

    @dataclass
    class ExportWanted(Message):
        """The reader wants the places as GeoJSON: all, or those that the panel lists."""

        panel: RegionsPanel
        places: tuple[Place, ...]

    def __init__(self) -> None:
        super().__init__()
        self.map = MapView()
        self._choosing: str | None = None

    def above(self) -> list[Widget]:
        """The map."""
        return [self.map]

    def make_rows(self, findings: Analysis) -> Rows[Any]:
        """The places as a tree."""
        self.map.places = findings.places
        self._make_room()
        return region_rows(findings, choosing=self._choosing)

    def view_detail(self) -> str:
        """What lies beyond the edges of the map."""
        if self.map.has_focus:
            return MAP_KEYS
        return self.map.summary if self.map.display else ""

    def rows_changed(self) -> None:
        """Fit the map to the selection, and name the place under the cursor."""
        shown: frozenset[str] = frozenset()
        if self.selection is not None and self.findings is not None:
            shown = frozenset(
                place.id
                for place in self.findings.places
                if any(
                    mention.start < self.selection.end and self.selection.start < mention.end
                    for mention in place.mentions
                )
            )
        self.map.focus_ids = shown
        row = self.rows_view.cursor_row
        self.map.cursor = place_of(row) if row is not None else None

    def row_entered(self, row: Row) -> None:
        """Name the place on the map."""
        super().row_entered(row)
        self.map.cursor = place_of(row)

    # Room for map and list.

    def on_resize(self, event: Resize) -> None:
        """Share the height between map and list."""
        self._make_room()

    def _make_room(self) -> None:
        room = self.size.height - 1
        lines = room * 4 // 5 if self.map.has_focus else room // 2
        lines = min(lines, room - LEAST_LIST)
        located = self.findings is not None and any(
            place.lat is not None and place.mentions for place in self.findings.places
        )
        self.map.display = located and lines >= LEAST_MAP
        self.map.styles.height = max(lines, 1)

    def on_descendant_focus(self) -> None:
        """The map grows while it has the keys."""
        self._make_room()
        self.header.detail = self.view_detail()

    def on_descendant_blur(self) -> None:
        """The list has its room again."""
        self._make_room()
        self.header.detail = self.view_detail()

    # The reader's hand.

    def action_map(self) -> None:
        """Give the keys to the map."""
        if self.map.display:
            self.map.focus()
        else:
            self.header.detail = NO_MAP

    def action_zoom(self, step: int) -> None:
        """The map closer or farther."""
        self.map.zoom_by(step)
        self.header.detail = self.view_detail()

    def action_fit(self) -> None:
        """The map fitted to the places, or to those of the selection."""
        self.map.fit()
        self.header.detail = self.view_detail()

    def action_correct(self) -> None:
        """List what else the place under the cursor could be, or stop listing it."""
        row = self.rows_view.cursor_row
        place = place_of(row) if row is not None else None
        self._choosing = None if self._choosing == place else place
        self.remake()
        key = ("candidate", self._choosing, 0) if self._choosing else ("place", place)
        self.making.when_done(lambda: self._cursor_to(key))

    def action_back(self) -> None:
        """Stop choosing; else drop the filter; else leave."""
        if self._choosing is not None:
            place, self._choosing = self._choosing, None
            self.remake()
            self.making.when_done(lambda: self._cursor_to(("place", place)))
        else:
            super().action_back()

    def action_export(self) -> None:
        """Ask for the places as GeoJSON."""
        if self.findings is None:
            return
        places = self.findings.places
        if self.map.focus_ids:
            places = tuple(place for place in places if place.id in self.map.focus_ids)
        self.post_message(self.ExportWanted(self, places))

    def _cursor_to(self, key: tuple[object, ...]) -> None:
        for number, row in enumerate(self.rows):
            if isinstance(row.key, tuple) and row.key[: len(key)] == key:
                self.rows_view.put_cursor(number)
                self.row_entered(row)
                return

    def pick(self, row: Row) -> None:
        """Go to the place's mention, or take the candidate that was chosen."""
        key = row.key
        if self.findings is None or not (isinstance(key, tuple) and key[0] == "candidate"):
            super().pick(row)
            return
        _, place_id, number = key
        place = next((each for each in self.findings.places if each.id == place_id), None)
        self._choosing = None
        if place is not None and number < len(place.runners_up):
            self.post_message(self.PlaceCorrected(self, place_id, place.runners_up[number]))
        self.remake()
        self.making.when_done(lambda: self._cursor_to(("place", place_id)))

    @on(MapView.Pointed)
    def go_to_place(self, event: MapView.Pointed) -> None:
        """Show the row and the first mention of a place on the map."""
        event.stop()
        self._cursor_to(("place", event.place_id))
        row = self.rows_view.cursor_row
        if row is not None and row.spans and place_of(row) == event.place_id:
            message = self.Chosen if event.chosen else self.Previewed
            self.post_message(message(self, *self.lit(row)))

    @on(MapView.Left)
    def leave_map(self, event: MapView.Left) -> None:
        """Back to the list."""
        event.stop()
        self.rows_view.focus()

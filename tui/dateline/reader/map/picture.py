"""A map as it is shown: rows of runs, each with the role that it is styled by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

if TYPE_CHECKING:
    from dateline.reader.map.projection import View

MapRole = Literal[
    "sea",
    "coast",
    "border",
    "place",
    "faint place",
    "cursor",
    "label",
    "faint label",
    "cursor label",
    "scale",
]
"""`sea` is empty ground, land or water; `faint` is what the selection has not; `scale` is the
bar in the corner."""


@dataclass(frozen=True, slots=True)
class MapRun:
    """Characters of one role; `place` is the id of the place whose mark or name it is."""

    text: str
    role: MapRole
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell with a mark, and the ids of the places in it, the one that is drawn first."""

    column: int
    row: int
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A drawn map of width x height cells: every row is exactly `width` cells wide."""

    rows: tuple[tuple[MapRun, ...], ...]
    width: int
    height: int
    view: View
    spots: tuple[Spot, ...]
    out_of_view: int
    """How many places have a point but lie beyond the edges."""
    unplaced: int
    """How many places have no point on earth."""

    def places_at(self, column: int, row: int, reach: int = 2) -> tuple[str, ...]:
        """Ids of the places whose mark or name is at a cell, else of the nearest mark within
        `reach` cells; empty if there is none."""
        offset = 0
        if 0 <= row < self.height:
            for run in self.rows[row]:
                offset += max(cell_len(run.text), 0)
                if column < offset:
                    if run.place is not None:
                        return self._with_company(run.place)
                    break
        near = [
            (abs(spot.column - column) + 2 * abs(spot.row - row), spot.places)
            for spot in self.spots
        ]
        near = [pair for pair in near if pair[0] <= reach]
        return min(near)[1] if near else ()

    def _with_company(self, place: str) -> tuple[str, ...]:
        for spot in self.spots:
            if place in spot.places:
                return spot.places
        return (place,)

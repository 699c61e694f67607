"""Draw the places of an article on a map of braille coastlines and borders."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dateline.reader.map.canvas import BLANK, base_layer
from dateline.reader.map.glyphs import glyph_of
from dateline.reader.map.labels import Label, Mark, place_labels
from dateline.reader.map.picture import MapPicture, MapRole, MapRun, Spot
from dateline.reader.map.projection import DOTS_ACROSS, DOTS_DOWN, View, fitted_view

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from dateline.analysis.model import Place

LEAST_WIDTH = 8
LEAST_HEIGHT = 3
_WIDE_KINDS = frozenset({"country", "continent", "bloc", "water"})
_AT_HAND = 1.0
_LEAST_SPAN = 2.0
"""Degrees: the height that places close together count as."""
_KIND_WEIGHTS = {"city": 3.0, "district": 1.5, "country": 2.0, "region": 1.2, "landmark": 1.2}
_CURSOR_WEIGHT = 1000.0
_FOCUS_WEIGHT = 100.0
_ROUND_LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)

Cell = tuple[str, MapRole, str | None]


def fit(places: Iterable[Place], width: int, height: int, focus: Collection[str] = ()) -> View:
    """The view that shows the places with ids in `focus`, or else the story's own places.

    Countries, seas and blocs are points in the middle of wide areas: they decide the view only
    when there is nothing smaller.
    """
    located = [place for place in places if place.lat is not None and place.lon is not None]
    chosen = [place for place in located if place.id in focus]
    if not chosen:
        named = [place for place in located if place.mentions]
        own = [place for place in named if not place.aside] or named
        chosen = [place for place in own if place.kind not in _WIDE_KINDS]
        chosen = [*chosen, *_at_hand(own, chosen)] if chosen else own
    return fitted_view(((place.lon or 0.0, place.lat or 0.0) for place in chosen), width, height)


def _at_hand(own: Sequence[Place], chosen: Sequence[Place]) -> list[Place]:
    """Wide places (a sea, the country) whose middle lies little beyond the others."""
    latitudes = [place.lat or 0.0 for place in chosen]
    longitudes = [place.lon or 0.0 for place in chosen]
    room = _AT_HAND * max(
        max(latitudes) - min(latitudes), (max(longitudes) - min(longitudes)) / 2, _LEAST_SPAN
    )
    return [
        place
        for place in own
        if place.kind in _WIDE_KINDS
        and min(latitudes) - room <= (place.lat or 0.0) <= max(latitudes) + room
        and min(longitudes) - room <= (place.lon or 0.0) <= max(longitudes) + room
    ]


def draw_map(
    places: Sequence[Place],
    width: int,
    height: int,
    *,
    view: View | None = None,
    focus: Collection[str] = (),
    cursor: str | None = None,
) -> MapPicture:
    """Draw places with mentions on a map of width x height character cells.

    `view` is what is seen (by default `fit` for the focus); `focus` are ids of places that the
    selection has: with any, all others are faint; `cursor` is the id of the place under the
    cursor, which is always named when it is in view. Below 8 x 3 cells, the map is empty.
    """
    width, height = max(width, 0), max(height, 0)
    view = view or fit(places, max(width, 1), max(height, 1), focus)
    shown = [
        place
        for place in places
        if (place.mentions or place.id == cursor) and place.lat is not None
    ]
    unplaced = sum(1 for place in places if place.mentions and place.lat is None)
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        blank: tuple[MapRun, ...] = (MapRun(" " * width, "sea"),) if width else ()
        return MapPicture((blank,) * height, width, height, view, (), len(shown), unplaced)
    grid = _base(view, width, height)
    spots, marks = _spots(shown, view, width, height, focus, cursor)
    bar = _scale_bar(view, width)
    for column, char in enumerate(bar):
        grid[height - 1][column] = (char, "scale", None)
    by_id = {place.id: place for place in shown}
    for spot in spots:
        first = by_id[spot.places[0]]
        role: MapRole = _role(first, focus, cursor, ("place", "faint place", "cursor"))
        char = "◉" if first.id == cursor else glyph_of(first.kind)
        grid[spot.row][spot.column] = (char, role, first.id)
    taken = [(column, height - 1) for column in range(len(bar) + 1)] if bar else []
    for label in place_labels(marks, width, height, taken):
        _write(grid, label, _role(by_id[label.place], focus, cursor, _LABEL_ROLES))
    in_view = {place for spot in spots for place in spot.places}
    return MapPicture(
        tuple(_runs(row) for row in grid),
        width,
        height,
        view,
        tuple(spots),
        len(shown) - len(in_view),
        unplaced,
    )


_LABEL_ROLES: tuple[MapRole, MapRole, MapRole] = ("label", "faint label", "cursor label")


def _role(
    place: Place,
    focus: Collection[str],
    cursor: str | None,
    roles: tuple[MapRole, MapRole, MapRole],
) -> MapRole:
    plain, faint, under_cursor = roles
    if place.id == cursor:
        return under_cursor
    return faint if (focus and place.id not in focus) or place.aside else plain


def _base(view: View, width: int, height: int) -> list[list[Cell]]:
    coast, border = base_layer(view, width, height)
    grid: list[list[Cell]] = []
    for start in range(0, width * height, width):
        row: list[Cell] = []
        for i in range(start, start + width):
            dots = coast[i] | border[i]
            role: MapRole = "coast" if coast[i] else "border" if border[i] else "sea"
            row.append((chr(BLANK + dots) if dots else " ", role, None))
        grid.append(row)
    return grid


def _spots(
    shown: Sequence[Place],
    view: View,
    width: int,
    height: int,
    focus: Collection[str],
    cursor: str | None,
) -> tuple[list[Spot], list[Mark]]:
    """The cells with marks, and the names that should stand beside them."""
    cells: dict[tuple[int, int], list[tuple[float, Place]]] = {}
    for place in shown:
        x, y = view.dot(place.lon or 0.0, place.lat or 0.0, width, height)
        column, row = math.floor(x / DOTS_ACROSS), math.floor(y / DOTS_DOWN)
        if 0 <= column < width and 0 <= row < height:
            weight = _weight(place, focus, cursor)
            cells.setdefault((column, row), []).append((weight, place))
    spots, marks = [], []
    for (column, row), company in cells.items():
        company.sort(key=lambda pair: -pair[0])
        weight, first = company[0]
        spots.append(Spot(column, row, tuple(place.id for _, place in company)))
        more = f" +{len(company) - 1}" if len(company) > 1 else ""
        marks.append(Mark(first.id, column, row, f"{first.name}{more}", weight))
    return spots, marks


def _weight(place: Place, focus: Collection[str], cursor: str | None) -> float:
    weight = _KIND_WEIGHTS.get(place.kind, 1.0) * (1 + math.log1p(len(place.own_mentions)))
    if place.aside:
        weight /= 10
    if place.id in focus:
        weight += _FOCUS_WEIGHT
    return weight + _CURSOR_WEIGHT if place.id == cursor else weight


def _scale_bar(view: View, width: int) -> str:
    """A bar of a round number of kilometres, up to a quarter of the width."""
    cell = view.kilometres(DOTS_ACROSS)
    fitting = [length for length in _ROUND_LENGTHS if 3 <= length / cell <= width / 4]
    if not fitting or width < 30:
        return ""
    length = fitting[-1]
    return f"├{'─' * max(round(length / cell) - 2, 1)}┤ {length:,} km"


def _write(grid: list[list[Cell]], label: Label, role: MapRole) -> None:
    """Write a label cell by cell; a wide character leaves the next cell empty."""
    row = grid[label.row]
    row[label.column] = (label.text, role, label.place)
    for column in range(label.column + 1, label.column + label.width):
        row[column] = ("", role, label.place)


def _runs(row: list[Cell]) -> tuple[MapRun, ...]:
    """Neighbouring cells of one role and place as one run."""
    runs: list[MapRun] = []
    text: list[str] = []
    kind: tuple[MapRole, str | None] | None = None
    for char, role, place in row:
        if kind is not None and kind != (role, place):
            runs.append(MapRun("".join(text), *kind))
            text = []
        kind = (role, place)
        text.append(char)
    if kind is not None:
        runs.append(MapRun("".join(text), *kind))
    return tuple(runs)

"""From places on earth to dots on the screen: the Mercator projection, and the view on it.

Mercator keeps shapes at every scale, and braille dots are about as wide as they are high, so a
coast looks the same in a world map and in a map of one district.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DOTS_ACROSS = 2
DOTS_DOWN = 4
"""Braille dots in a character cell."""
_NORTHERNMOST = 82.0
LEAST_SCALE = 0.3
MOST_SCALE = 400.0
"""Dots a degree."""
_FITTED_SCALE = 14.0
"""A fitted map does not come nearer than this, so that a coast or border is seen around."""
_WORLD = (-58.0, 76.0)
_MARGIN = 0.12


def mercator(latitude: float) -> float:
    """Height on the map in degrees (of longitude at the equator) of a latitude in degrees."""
    bounded = max(-_NORTHERNMOST, min(_NORTHERNMOST, latitude))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(bounded) / 2)))


def latitude_at(height: float) -> float:
    """The inverse of `mercator`."""
    return math.degrees(2 * math.atan(math.exp(math.radians(height))) - math.pi / 2)


@dataclass(frozen=True, slots=True)
class View:
    """What is seen: the middle (degrees of longitude, degrees of Mercator) and dots a degree."""

    x: float
    y: float
    scale: float

    def zoomed(self, factor: float, around: tuple[float, float] = (0.0, 0.0)) -> View:
        """Nearer (factor over 1) or farther. The point `around`, in dots from the middle to the
        right and down, stays where it is."""
        scale = max(LEAST_SCALE, min(MOST_SCALE, self.scale * factor))
        change = 1 / self.scale - 1 / scale
        return _bounded(View(self.x + around[0] * change, self.y - around[1] * change, scale))

    def panned(self, columns: float, rows: float) -> View:
        """Moved by character cells, to the right and down."""
        return _bounded(
            replace(
                self,
                x=self.x + columns * DOTS_ACROSS / self.scale,
                y=self.y - rows * DOTS_DOWN / self.scale,
            )
        )

    def dot(
        self, longitude: float, latitude: float, width: int, height: int
    ) -> tuple[float, float]:
        """Where a place falls, in dots from the upper left of a map of width x height cells.

        Of the places 360 degrees apart, the one nearest to the middle is taken.
        """
        across = (longitude - self.x + 180.0) % 360.0 - 180.0
        down = self.y - mercator(latitude)
        return (
            width * DOTS_ACROSS / 2 + across * self.scale,
            height * DOTS_DOWN / 2 + down * self.scale,
        )

    def kilometres(self, dots: float) -> float:
        """The length of a number of dots in the middle of the view."""
        return dots / self.scale * 111.32 * math.cos(math.radians(latitude_at(self.y)))


def _bounded(view: View) -> View:
    highest = mercator(_NORTHERNMOST)
    return replace(view, x=(view.x + 180) % 360 - 180, y=max(-highest, min(highest, view.y)))


def world_view(width: int, height: int) -> View:
    """The whole world, as large as it fits into width x height cells."""
    south, north = mercator(_WORLD[0]), mercator(_WORLD[1])
    scale = min(width * DOTS_ACROSS / 360, height * DOTS_DOWN / (north - south))
    return View(10.0, (south + north) / 2, max(LEAST_SCALE, scale))


def fitted_view(points: Iterable[tuple[float, float]], width: int, height: int) -> View:
    """The view that shows all points (longitude, latitude) with a margin; without points, the
    world. Points on both sides of the antimeridian are kept together."""
    listed = [(longitude, mercator(latitude)) for longitude, latitude in points]
    if not listed:
        return world_view(width, height)
    west, across = _arc([longitude for longitude, _ in listed])
    south, north = min(y for _, y in listed), max(y for _, y in listed)
    room = 1 - 2 * _MARGIN
    # Labels stand to the right of their places, so width gets less room than height.
    scales = [_FITTED_SCALE]
    if across:
        scales.append(max(width * DOTS_ACROSS * (room - 0.16), 8) / across)
    if north > south:
        scales.append(max(height * DOTS_DOWN * room, 8) / (north - south))
    widest = world_view(width, height)
    scale = max(min(scales), widest.scale)
    if across > 230 and scale <= widest.scale * 1.05:
        return widest
    shift = 0.05 * width * DOTS_ACROSS / scale
    return _bounded(View(west + across / 2 + shift, (south + north) / 2, scale))


def _arc(longitudes: list[float]) -> tuple[float, float]:
    """The smallest arc that has all longitudes: where it begins, and how long it is."""
    ordered = sorted(longitude % 360 for longitude in longitudes)
    gaps = [
        (following - one, following % 360)
        for one, following in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)
    ]
    gap, begin = max(gaps)
    return begin, 360 - gap

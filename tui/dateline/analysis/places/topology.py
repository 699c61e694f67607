"""Outlines in TopoJSON, as the makers of the gazetteer and of the map's outlines read them.

The format: https://github.com/topojson/topojson-specification
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


def read_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The lines of a quantised topology in degrees."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * kx + x0, y * ky + y0))
        arcs.append(arc)
    return arcs


def ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    """The closed line that arcs make together; a number below 0 is an arc the other way round."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1 if points else 0 :]
    return points

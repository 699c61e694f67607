"""Middles of the states and counties of the United States, for `make_gazetteer`: from the Census
Bureau's outlines (public domain) as the npm package us-atlas carries them in TopoJSON."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

from dateline.analysis.places.topology import read_arcs, ring

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.analysis.places.topology import Point


def us_middles(atlas: Path) -> dict[int, Point]:
    """The middle (longitude, latitude) of each state and county of the United States, by FIPS
    number: the centroid of its largest polygon."""
    topology = json.loads((atlas / "counties-10m.json").read_text("utf-8"))
    arcs = read_arcs(topology)
    middles = {}
    for layer in ("states", "counties"):
        for shape in topology["objects"][layer]["geometries"]:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            areas = [_centroid(ring(polygon[0], arcs)) for polygon in polygons]
            middles[int(shape["id"])] = max(areas)[1]
    return middles


def _centroid(points: list[Point]) -> tuple[float, Point]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(points):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if not area:
        return 0.0, points[0]
    return abs(area / 2), (x / (3 * area), y / (3 * area))

"""Middles of the states and counties of the United States, for `make_gazetteer`: from the Census
Bureau's outlines (public domain) as the npm package us-atlas carries them in TopoJSON."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def us_middles(atlas: Path) -> dict[int, tuple[float, float]]:
    """The middle (longitude, latitude) of each state and county of the United States, by FIPS
    number: the centroid of its largest polygon."""
    topology = json.loads((atlas / "counties-10m.json").read_text("utf-8"))
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * kx + x0, y * ky + y0))
        arcs.append(arc)
    middles = {}
    for layer in ("states", "counties"):
        for shape in topology["objects"][layer]["geometries"]:
            polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
            areas = [_centroid(_ring(polygon[0], arcs)) for polygon in polygons]
            middles[int(shape["id"])] = max(areas)[1]
    return middles


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1 if ring else 0 :]
    return ring


def _centroid(ring: list[tuple[float, float]]) -> tuple[float, tuple[float, float]]:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        area += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if not area:
        return 0.0, ring[0]
    return abs(area / 2), (x / (3 * area), y / (3 * area))

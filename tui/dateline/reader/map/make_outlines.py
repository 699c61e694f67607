"""Make data/outlines.bin: coastlines and borders of the world, and state borders of the
United States, from Natural Earth and the Census Bureau (both public domain).

    npm pack world-atlas@2.0.2
    npm pack us-atlas@3.0.1
    python -m dateline.reader.map.make_outlines FOLDER_OF_WORLD_ATLAS FOLDER_OF_US_ATLAS

A line of the topology that one country has to itself is coast; one that two share is border.
Lines are simplified to what a terminal can show (Douglas and Peucker).
"""

from __future__ import annotations

import json
import struct
import sys
import zlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.analysis.places.topology import read_arcs
from dateline.reader.map.outlines import FILE, STEPS, Layer

if TYPE_CHECKING:
    from dateline.analysis.places.topology import Point

COARSE_TOLERANCE = 0.05
FINE_TOLERANCE = 0.015
LONGEST_LINE = 400
"""Points: a longer line is cut, so that boxes around lines stay small."""
_EDGE = 179.95
_BOTTOM = -89.0


def count_uses(topology: dict[str, Any], name: str) -> Counter[int]:
    """How many shapes of a layer have each line."""
    uses: Counter[int] = Counter()

    def visit(numbers: Any) -> None:
        for number in numbers:
            if isinstance(number, list):
                visit(number)
            else:
                uses[number if number >= 0 else ~number] += 1

    for shape in topology["objects"][name]["geometries"]:
        visit(shape.get("arcs", []))
    return uses


def split(line: list[Point]) -> list[list[Point]]:
    """Cut where a line follows or crosses the antimeridian or runs along the South Pole."""
    parts: list[list[Point]] = [[line[0]]]
    for one, other in pairwise(line):
        along_edge = abs(one[0]) > _EDGE and abs(other[0]) > _EDGE
        bottom = one[1] < _BOTTOM and other[1] < _BOTTOM
        if along_edge or bottom or abs(one[0] - other[0]) > 180 or len(parts[-1]) >= LONGEST_LINE:
            keeps_on = len(parts[-1]) >= LONGEST_LINE and not (along_edge or bottom)
            parts.append([one, other] if keeps_on else [other])
        else:
            parts[-1].append(other)
    return [part for part in parts if len(part) > 1]


def simplify(line: list[Point], tolerance: float) -> list[Point]:
    """Leave out points that lie less than the tolerance (degrees) beside the line."""
    keep = {0, len(line) - 1}
    stretches = [(0, len(line) - 1)]
    while stretches:
        first, last = stretches.pop()
        (x1, y1), (x2, y2) = line[first], line[last]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        far, where = 0.0, 0
        for i in range(first + 1, last):
            x, y = line[i]
            if length:
                off = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
            else:
                off = ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
            if off > far:
                far, where = off, i
        if far > tolerance:
            keep.add(where)
            stretches += [(first, where), (where, last)]
    return [line[i] for i in sorted(keep)]


def pack(layer: Layer, line: list[Point]) -> bytes:
    """One line: layer, number of points, and the points in steps of 1/STEPS degree."""
    flat = [round(value * STEPS) for point in line for value in point]
    return struct.pack(f"<BH{len(flat)}h", layer, len(line), *flat)


def main(world: Path, states: Path) -> None:
    """Read the topologies and write the file."""
    packed = []
    for name, coast, border, tolerance in (
        ("countries-110m.json", Layer.COAST, Layer.BORDER, COARSE_TOLERANCE),
        ("countries-50m.json", Layer.FINE_COAST, Layer.FINE_BORDER, FINE_TOLERANCE),
    ):
        topology = json.loads((world / name).read_text("utf-8"))
        uses = count_uses(topology, "countries")
        for number, arc in enumerate(read_arcs(topology)):
            for line in split(arc):
                layer = border if uses[number] > 1 else coast
                packed.append(pack(layer, simplify(line, tolerance)))
    topology = json.loads((states / "states-10m.json").read_text("utf-8"))
    uses = count_uses(topology, "states")
    for number, arc in enumerate(read_arcs(topology)):
        if uses[number] > 1:
            packed += [
                pack(Layer.STATE_BORDER, simplify(line, FINE_TOLERANCE)) for line in split(arc)
            ]
    FILE.write_bytes(zlib.compress(b"".join(packed), 9))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

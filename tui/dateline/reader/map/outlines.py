"""Coastlines and borders: lines in degrees, read once from a compact file.

The file is zlib over lines, each `<BH` (layer, number of points) and then `<hh` (longitude,
latitude) in steps of 1/STEPS degree. `make_outlines` makes it.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

from dateline.reader.map.projection import mercator

FILE = Path(__file__).with_name("data") / "outlines.bin"
STEPS = 160


class Layer(IntEnum):
    """What a line is, and for which scale it was drawn."""

    COAST = 0
    BORDER = 1
    FINE_COAST = 2
    FINE_BORDER = 3
    STATE_BORDER = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the box around it; x in degrees of longitude, y in degrees of Mercator."""

    xs: array[float]
    ys: array[float]
    west: float
    east: float
    south: float
    north: float


@cache
def _content() -> dict[Layer, list[bytes]]:
    data = zlib.decompress(FILE.read_bytes())
    found: dict[Layer, list[bytes]] = {layer: [] for layer in Layer}
    position = 0
    while position < len(data):
        layer, count = struct.unpack_from("<BH", data, position)
        position += 3
        found[Layer(layer)].append(data[position : position + 4 * count])
        position += 4 * count
    return found


@cache
def lines(layer: Layer) -> tuple[Line, ...]:
    """All lines of a layer."""
    return tuple(_line(packed) for packed in _content()[layer])


def _line(packed: bytes) -> Line:
    flat = struct.unpack(f"<{len(packed) // 2}h", packed)
    xs = array("d", (value / STEPS for value in flat[::2]))
    ys = array("d", (mercator(value / STEPS) for value in flat[1::2]))
    return Line(xs, ys, min(xs), max(xs), min(ys), max(ys))

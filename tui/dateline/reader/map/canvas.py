"""Lines in braille: two by four dots in every character cell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.reader.map.outlines import Layer, lines
from dateline.reader.map.projection import DOTS_ACROSS, DOTS_DOWN, View

if TYPE_CHECKING:
    from dateline.reader.map.outlines import Line

BLANK = 0x2800
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_FINE_FROM = 3.0
"""Dots a degree from which on the finer outlines are drawn."""
_STATES_FROM = 2.2


class Canvas:
    """A rectangle of cells, each with the eight dots of a braille character (U+2800 block)."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self.cells = bytearray(width * height)

    def draw(self, line: Line, view: View, turn: float) -> None:
        """Draw a line, moved east by `turn` degrees, where it is in view."""
        scale = view.scale
        x0 = self.width * DOTS_ACROSS / 2 + (turn - view.x) * scale
        y0 = self.height * DOTS_DOWN / 2 + view.y * scale
        last_x = last_y = 1 << 30
        first = True
        for degrees, rise in zip(line.xs, line.ys, strict=True):
            x, y = int(x0 + degrees * scale), int(y0 - rise * scale)
            if x == last_x and y == last_y:
                continue
            if not first:
                self._stroke(last_x, last_y, x, y)
            first = False
            last_x, last_y = x, y

    def _stroke(self, x: int, y: int, to_x: int, to_y: int) -> None:
        """Bresenham's line, without its first dot."""
        right, bottom = self.width * DOTS_ACROSS, self.height * DOTS_DOWN
        if (
            (x < 0 and to_x < 0)
            or (y < 0 and to_y < 0)
            or (x >= right and to_x >= right)
            or (y >= bottom and to_y >= bottom)
        ):
            return
        cells, width = self.cells, self.width
        across, down = abs(to_x - x), -abs(to_y - y)
        step_x, step_y = (1 if x < to_x else -1), (1 if y < to_y else -1)
        error = across + down
        while x != to_x or y != to_y:
            twice = 2 * error
            if twice >= down:
                error += down
                x += step_x
            if twice <= across:
                error += across
                y += step_y
            if 0 <= x < right and 0 <= y < bottom:
                cells[(y >> 2) * width + (x >> 1)] |= _BITS[y & 3][x & 1]


@lru_cache(maxsize=8)
def base_layer(view: View, width: int, height: int) -> tuple[bytes, bytes]:
    """Dots of the coasts and of the borders, a byte a cell, row by row. The last few are kept."""
    fine = view.scale >= _FINE_FROM
    coast, border = Canvas(width, height), Canvas(width, height)
    layers = [
        (coast, Layer.FINE_COAST if fine else Layer.COAST),
        (border, Layer.FINE_BORDER if fine else Layer.BORDER),
    ]
    if view.scale >= _STATES_FROM:
        layers.append((border, Layer.STATE_BORDER))
    half_x = width * DOTS_ACROSS / 2 / view.scale
    half_y = height * DOTS_DOWN / 2 / view.scale
    for canvas, layer in layers:
        for line in lines(layer):
            if line.south > view.y + half_y or line.north < view.y - half_y:
                continue
            for turn in (-360.0, 0.0, 360.0):
                if line.west + turn <= view.x + half_x and line.east + turn >= view.x - half_x:
                    canvas.draw(line, view, turn)
    return bytes(coast.cells), bytes(border.cells)

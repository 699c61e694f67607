"""The map: places in braille, drawn without any terminal library."""

from dateline.reader.map.drawing import draw_map, fit
from dateline.reader.map.picture import MapPicture, MapRole, MapRun, Spot
from dateline.reader.map.projection import View, fitted_view, world_view

__all__ = [
    "MapPicture",
    "MapRole",
    "MapRun",
    "Spot",
    "View",
    "draw_map",
    "fit",
    "fitted_view",
    "world_view",
]

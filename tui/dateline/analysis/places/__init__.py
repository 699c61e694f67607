"""Places: which place on earth a name means."""

from dateline.analysis.places.correction import apply_corrections, with_correction
from dateline.analysis.places.finder import find_places
from dateline.analysis.places.gazetteer import Gazetteer, Toponym, gazetteer
from dateline.analysis.places.geojson import geojson
from dateline.analysis.places.reading import ToponymSpan
from dateline.analysis.places.toponyms import find_toponyms

__all__ = [
    "Gazetteer",
    "Toponym",
    "ToponymSpan",
    "apply_corrections",
    "find_places",
    "find_toponyms",
    "gazetteer",
    "geojson",
    "with_correction",
]

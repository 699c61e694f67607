"""What the gazetteer knows of a name: evidence that it names a place or a people."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.tables import abbreviations, demonyms

if TYPE_CHECKING:
    from dateline.analysis.places.gazetteer import Toponym

GroundKind = Literal["country", "region", "city", "land", "site", "bloc", "demonym"]
"""`land` is a sea, a range, a continent and the like; `site` is built: an airport, a landmark."""

_KINDS: dict[str, GroundKind] = {
    "country": "country",
    "region": "region",
    "county": "region",
    "city": "city",
    "district": "city",
    "bloc": "bloc",
    "airport": "site",
    "landmark": "site",
    "building": "site",
}
LARGE = 50_000
"""A place with so many people also counts by its rarer names, when these have two words."""
_NATIONS = frozenset(["england", "scotland", "wales", "northern ireland"])


class Ground(NamedTuple):
    """The most prominent thing on earth that a name can mean."""

    kind: GroundKind
    population: int
    nation: bool = False
    """Whether it fields national teams (a country, or one of the United Kingdom's)."""


@lru_cache(maxsize=20_000)
def ground(name: str) -> Ground | None:
    """The most prominent place or people that bears a name, or None."""
    if name in demonyms():
        return Ground("demonym", 0)
    source = gazetteer()
    short = abbreviations().get(name)
    if short:
        place = source.get(short.place)
        if place and (short.use == "free" or "." in name):
            return _ground(place, fold(name))
    if len(name) < 3 or name.islower():
        return None
    key = fold(name)
    rare = LARGE if " " in key else None
    places = (
        place
        for place in source.lookup_key(key)
        if place.rank < 2 or (rare is not None and place.people >= rare)
    )
    best = max(places, key=_prominence, default=None)
    return _ground(best, key) if best else None


def _prominence(place: Toponym) -> int:
    return place.people + (10**10 if place.kind == "country" else 0)


def _ground(place: Toponym, key: str) -> Ground:
    own_region = place.id < 0 and place.kind == "region"
    kind = "land" if own_region else _KINDS.get(place.kind, "land")
    return Ground(kind, place.people, kind == "country" or key in _NATIONS)

"""The tree of places: country, region, city, district."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.model import Candidate, Place
from dateline.analysis.places.gazetteer import gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.analysis.places.gazetteer import Toponym

_ALWAYS_SHOWN = frozenset({"country", "region", "city"})


def shown_kind(toponym: Toponym) -> str:
    """The kind of a place as the reader sees it: a county is a region like any other."""
    return "region" if toponym.kind == "county" else toponym.kind


def region_name(toponym: Toponym) -> str | None:
    """Name of the first-level region that a place lies in, or None."""
    region = gazetteer().get(toponym.region) if toponym.region else None
    return region.name if region else None


def as_candidate(toponym: Toponym, confidence: float) -> Candidate:
    """What the reader may choose instead."""
    return Candidate(
        toponym.name,
        toponym.country,
        region_name(toponym),
        toponym.lat,
        toponym.lon,
        toponym.geonames_id,
        toponym.population,
        round(confidence, 3),
    )


def as_place(toponym: Toponym, place_id: str, confidence: float) -> Place:
    """A place without mentions, parent or runners-up."""
    return Place(
        place_id,
        toponym.name,
        shown_kind(toponym),
        toponym.country,
        region_name(toponym),
        toponym.lat,
        toponym.lon,
        toponym.geonames_id,
        toponym.population,
        None,
        round(confidence, 3),
        (),
    )


def with_parents(places: Iterable[Place]) -> list[Place]:
    """The same places under their parents: those that the article names, and the countries,
    first-level regions and cities that it does not, which come last and have no mentions.

    Places without mentions that are no longer anybody's parent are left out.
    """
    named = [place for place in places if place.mentions]
    known = {place.geonames_id: place.id for place in named if place.geonames_id}
    free = _free_numbers(named)
    added: list[Place] = []
    result = []
    for place in named:
        parent, new = _parent_of(place, known, free)
        added += new
        result.append(replace(place, parent=parent))
    return result + added


def _free_numbers(places: Sequence[Place]) -> list[int]:
    used = {int(place.id[1:]) for place in places}
    return [max(used, default=0) + 1]


def _parent_of(
    place: Place, known: dict[int, str], free: list[int]
) -> tuple[str | None, list[Place]]:
    """The id of the nearest parent, and the places that had to be added above."""
    added: list[Place] = []
    first: str | None = None
    below: int | None = None
    for toponym in _above(place):
        if toponym.id in known:
            number = known[toponym.id]
            reached = True
        elif toponym.kind in _ALWAYS_SHOWN and toponym.geonames_id:
            number = f"p{free[0]}"
            free[0] += 1
            known[toponym.id] = number
            added.append(as_place(toponym, number, place.confidence))
            reached = False
        else:
            continue
        if number == place.id:
            continue
        if below is None:
            first = first or number
        else:
            added[below] = replace(added[below], parent=number)
        if reached:
            break
        below = len(added) - 1
    return first, added


def _above(place: Place) -> list[Toponym]:
    source = gazetteer()
    toponym = source.get(place.geonames_id) if place.geonames_id else None
    if toponym:
        return source.chain(toponym)
    country = source.country(place.country) if place.country else None
    return [country] if country else []

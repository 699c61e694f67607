"""What the reader puts right: another place for a name, remembered for the article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.model import Candidate, Place
from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.tree import as_candidate, shown_kind, with_parents

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dateline.analysis.model import Analysis


def with_correction(
    places: Sequence[Place], place_id: str, candidate: Candidate
) -> tuple[Place, ...]:
    """The places when the one with an id is the candidate instead, with full confidence.

    What it was becomes the first runner-up. If the candidate is in the list already, the mentions
    go to it. Parents are set anew. `KeyError` if no place has that id.
    """
    found = next((place for place in places if place.id == place_id), None)
    if found is None:
        raise KeyError(place_id)
    changed = _corrected(found, candidate)
    same = next(
        (
            place
            for place in places
            if place.id != place_id
            and place.mentions
            and candidate.geonames_id is not None
            and place.geonames_id == candidate.geonames_id
        ),
        None,
    )
    result = []
    for place in places:
        if place.id == place_id:
            if same is None:
                result.append(changed)
        elif same is not None and place.id == same.id:
            mentions = sorted([*place.mentions, *found.mentions], key=lambda m: m.start)
            result.append(
                replace(
                    place,
                    mentions=tuple(mentions),
                    confidence=1.0,
                    aside=place.aside and found.aside,
                )
            )
        else:
            result.append(place)
    return tuple(with_parents(result))


def _corrected(place: Place, candidate: Candidate) -> Place:
    toponym = gazetteer().get(candidate.geonames_id) if candidate.geonames_id else None
    runners_up = tuple(
        other
        for other in place.runners_up
        if (other.geonames_id, other.lat, other.lon)
        != (candidate.geonames_id, candidate.lat, candidate.lon)
    )
    if place.lat is not None and place.lon is not None:
        before = Candidate(
            place.name,
            place.country,
            place.admin,
            place.lat,
            place.lon,
            place.geonames_id,
            place.population,
            place.confidence,
        )
        runners_up = (before, *runners_up)
    return replace(
        place,
        name=candidate.name,
        kind=shown_kind(toponym) if toponym else place.kind,
        country=candidate.country,
        admin=candidate.admin,
        lat=candidate.lat,
        lon=candidate.lon,
        geonames_id=candidate.geonames_id,
        population=candidate.population,
        confidence=1.0,
        runners_up=runners_up,
    )


def apply_corrections(analysis: Analysis, corrections: Mapping[str, int]) -> Analysis:
    """The analysis with what the reader has put right before.

    `corrections` leads from a name as it is written in the article (case and diacritics do not
    count) to a GeoNames id. Names that the article has not, and ids that the gazetteer has not,
    are passed over.
    """
    wanted = {fold(name): number for name, number in corrections.items()}
    text = analysis.article.text
    places: tuple[Place, ...] = analysis.places
    for place in analysis.places:
        keys = {fold(text[mention.start : mention.end]) for mention in place.mentions}
        number = next((wanted[key] for key in sorted(keys) if key in wanted), None)
        toponym = gazetteer().get(number) if number is not None else None
        still_there = any(other.id == place.id for other in places)
        if toponym and still_there and toponym.geonames_id != place.geonames_id:
            places = with_correction(places, place.id, as_candidate(toponym, 1.0))
    return replace(analysis, places=places)

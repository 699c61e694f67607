"""Places as GeoJSON (RFC 7946): a feature for each place, for maps and spreadsheets elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.analysis.model import Place


def geojson(places: Iterable[Place]) -> dict[str, Any]:
    """A FeatureCollection. A place without coordinates has the geometry null, as the RFC allows.

    Positions are longitude first (WGS 84). The properties have the keys of the public JSON, with
    the mentions as a list of `{start, end, as}` in code points.
    """
    return {"type": "FeatureCollection", "features": [_feature(place) for place in places]}


def _feature(place: Place) -> dict[str, Any]:
    point = None
    if place.lat is not None and place.lon is not None:
        point = {"type": "Point", "coordinates": [place.lon, place.lat]}
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": point,
        "properties": {
            "name": place.name,
            "kind": place.kind,
            "country": place.country,
            "admin": place.admin,
            "geonames_id": place.geonames_id,
            "population": place.population,
            "parent": place.parent,
            "confidence": place.confidence,
            "aside": place.aside,
            "mentions": [
                {"start": mention.start, "end": mention.end, "as": mention.form}
                for mention in place.mentions
            ],
        },
    }

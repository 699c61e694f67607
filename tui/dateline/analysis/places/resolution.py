"""Which place is meant, decided for all names of an article together.

Every candidate starts with what it weighs by itself (people, kind, whether the name is its own).
Then all names speak for each other's candidates, as far as each is settled: a state or county
for the places in it, a country for its own, a place for those nearby. This is repeated a few
times. What stands beside a mention ("Paris, Texas") outweighs everything else.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import gazetteer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from dateline.analysis.places.gazetteer import Gazetteer, Toponym
    from dateline.analysis.places.mentions import NamedPlace

    Numbers = NDArray[np.float64]

MOST_CANDIDATES = 40
_ROUNDS = 5
_EARTH_RADIUS = 6371.0
_SIZE = 1.6
"""Log-odds for ten times as many people."""
_KINDS = {
    "country": 2.5,
    "continent": 4.0,
    "bloc": 4.0,
    "water": 2.0,
    "mountain": 2.0,
    "landmark": 2.0,
    "airport": 2.0,
    "region": 0.5,
    "county": -1.5,
    "district": -0.5,
}
_RANKS = (0.0, -0.3, -2.5)
_ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
_AT_HOME = 0.5
_HOME = 3.5
_PREFERRED = 2.6
_REGION_ALONE = 3.0
_QUALIFIED = 9.0
_QUALIFIES = 4.0
_MOST_QUALIFIED = 3
_LISTED_COUNTY = 6.0
"""For a county or province that the words behind the name call one."""
_IN_REGION = 6.0
_IN_COUNTY = 8.0
_IN_COUNTRY = 1.0
_SAME_REGION = 0.3
_SAME_COUNTRY = 0.25
_LEAST_TELLING = 0.02
"""What is left of the last two where every name of the article has a namesake in the country."""
_PEERS = 1.0
"""What one country says for another's being one: articles name countries together."""
_WORLD_CITY = 400_000
"""People of a city that is meant in news of the world, whatever states are named beside it."""
_IN_WORLD_NEWS = 6.0
_FEW_COUNTRIES, _MANY_COUNTRIES = 2, 6
"""Countries that an article names: up to the first it is not news of the world, from the second
on it is altogether."""
_CLOSE = (3.0, 70.0)
"""Weight and distance in kilometres at which it has fallen to 1/e."""
_NEAR = (1.2, 400.0)
_TOGETHER = 3.0
_SAME_SPOT = 0.6
"""Degrees of latitude and longitude together."""
_GENERIC = (
    " township",
    " twp",
    " borough",
    " village",
    " town",
    " city",
    " area",
    " metropolitan area",
    " region",
    " valley",
    " county",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name was taken to mean: the candidates with their shares, the likeliest first."""

    named: NamedPlace
    candidates: tuple[tuple[Toponym, float], ...]

    @property
    def place(self) -> Toponym | None:
        """The likeliest, or None for a name that no gazetteer knows."""
        return self.candidates[0][0] if self.candidates else None

    @property
    def confidence(self) -> float:
        """The share of the likeliest and of what stands for the same spot (a city's county)."""
        if not self.candidates:
            return 0.0
        first = self.candidates[0][0]
        return min(1.0, sum(part for place, part in self.candidates if _same_spot(first, place)))


def resolve(names: Sequence[NamedPlace], home: str | None = None) -> list[Choice]:
    """Choose a place for every name, in the same order.

    `home` is the country (ISO 3166-1) that the article comes from, where that is known. A name
    without mentions speaks for the others like one with a single mention.
    """
    source = gazetteer()
    options = [_candidates(named, source) for named in names]
    shares = _settle(names, options, source, home)
    choices = []
    for named, places, share in zip(names, options, shares, strict=True):
        ordered = sorted(zip(places, share, strict=True), key=lambda pair: -pair[1])
        choices.append(Choice(named, tuple(ordered if named.region else _city_first(ordered))))
    return choices


def _city_first(ordered: list[tuple[Toponym, float]]) -> list[tuple[Toponym, float]]:
    """The city before the region of the same name that is around it, where that came first."""
    if not ordered or ordered[0][0].kind not in ("region", "county"):
        return ordered
    first = ordered[0][0]
    for position, (place, _) in enumerate(ordered):
        if place.kind == "city" and place.rank <= first.rank and _same_spot(first, place):
            return [ordered[position], *ordered[:position], *ordered[position + 1 :]]
    return ordered


def _candidates(named: NamedPlace, source: Gazetteer) -> list[Toponym]:
    if named.place is not None:
        place = source.get(named.place)
        return [place] if place else []
    if named.street:
        return []
    key = fold(named.name)
    found = list(source.lookup_key(key))
    if not found:
        for ending in _GENERIC:
            if key.endswith(ending):
                found = list(source.lookup_key(key.removesuffix(ending)))
                break
    if named.county:
        counties = source.lookup_key(f"{key} county") + source.lookup_key(f"{key} parish")
        known = {place.id for place in found}
        found += [place for place in counties if place.id not in known]
    found = _without_shells(found)
    found.sort(key=_prior, reverse=True)
    return found[:MOST_CANDIDATES]


def _without_shells(places: list[Toponym]) -> list[Toponym]:
    """Without the regions that are one city, which is among the places itself (Kyiv, Berlin)."""
    shells = {
        place.region
        for place in places
        if place.kind == "city" and place.region and place.parent != place.region
        for other in places
        if other.id == place.region and other.parent == place.parent
    }
    return [place for place in places if place.id not in shells]


@lru_cache(maxsize=8192)
def _prior(place: Toponym) -> float:
    size = math.log10(max(place.people, 200))
    home = _AT_HOME if place.country in _ENGLISH_SPEAKING else 0.0
    return _SIZE * size + _KINDS.get(place.kind, 0.0) + _RANKS[place.rank] + home


def _settle(
    names: Sequence[NamedPlace],
    options: list[list[Toponym]],
    source: Gazetteer,
    home: str | None,
) -> list[list[float]]:
    """The share of each candidate of each name."""
    places = [place for candidates in options for place in candidates]
    if not places:
        return [[] for _ in options]
    owner = np.repeat(np.arange(len(options)), [len(candidates) for candidates in options])
    own = np.array([_prior(place) for place in places])
    own += _beside(names, options, source)
    own += _preferred(names, options, source)
    own += _known_worldwide(options)
    if home:
        own += np.array([_HOME if place.country == home else 0.0 for place in places])
    weight = np.array(
        [math.sqrt(max(len(named.mentions), 1)) * named.certainty for named in names]
    )[owner]
    speaks = _affinity(places, _telling(places, owner))
    speaks[owner[:, None] == owner[None, :]] = 0.0
    starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
    counts = np.diff(np.r_[starts, len(owner)])
    share = _softmax(own, starts, counts)
    for _ in range(_ROUNDS):
        support = speaks @ (share * weight)
        share = _softmax(own + _TOGETHER * np.log1p(support), starts, counts)
    result: list[list[float]] = []
    position = 0
    for candidates in options:
        result.append([float(s) for s in share[position : position + len(candidates)]])
        position += len(candidates)
    return result


def _same_spot(one: Toponym, other: Toponym) -> bool:
    return abs(one.lat - other.lat) + abs(one.lon - other.lon) < _SAME_SPOT


def _softmax(values: Numbers, starts: NDArray[np.intp], counts: NDArray[np.intp]) -> Numbers:
    """Shares within each name: the values between two starts add up to 1."""
    powers = np.exp(values - np.repeat(np.maximum.reduceat(values, starts), counts))
    shares: Numbers = powers / np.repeat(np.add.reduceat(powers, starts), counts)
    return shares


def _preferred(
    names: Sequence[NamedPlace], options: list[list[Toponym]], source: Gazetteer
) -> Numbers:
    """A little more for the place that our own tables put first (Washington: the capital).

    A region of that name has less where the article names nothing that lies in it.
    """
    values = []
    regions = {places[0].region for places in options if places and places[0].region}
    for named, candidates in zip(names, options, strict=True):
        first = source.preferred(fold(named.name)) if named.place is None else None
        bare = first is not None and regions.isdisjoint(
            place.id for place in candidates if place.kind == "region"
        )
        for place in candidates:
            value = _PREFERRED if place.id == first else 0.0
            if bare and place.kind == "region":
                value -= _REGION_ALONE
            values.append(value)
    return np.array(values)


def _known_worldwide(options: list[list[Toponym]]) -> Numbers:
    """More for the largest city of a name, if it is large, the more countries the article names."""
    first = [places[0] for places in options if places]
    countries = {place.country for place in first if place.kind == "country"}
    share = (len(countries) - _FEW_COUNTRIES) / (_MANY_COUNTRIES - _FEW_COUNTRIES)
    bonus = _IN_WORLD_NEWS * min(max(share, 0.0), 1.0)
    values = []
    for places in options:
        cities = [place for place in places if place.kind == "city" and place.rank == 0]
        largest = max(cities, key=lambda place: place.people, default=None)
        known = largest is not None and largest.people >= _WORLD_CITY
        values += [bonus if known and place is largest else 0.0 for place in places]
    return np.array(values)


def _beside(
    names: Sequence[NamedPlace], options: list[list[Toponym]], source: Gazetteer
) -> Numbers:
    """What stands beside the mentions: the state behind the comma, a list of counties."""
    values = []
    contain = _containing(names, options, source)
    for named, candidates in zip(names, options, strict=True):
        below = contain.get(fold(named.name), set())
        above = {
            place.id
            for name in named.qualifiers
            for place in source.lookup(name)
            if place.kind in ("country", "region", "county", "city") and place.rank < 2
        }
        for place in candidates:
            value = 0.0
            if above and above & _containers(place, source):
                value += _QUALIFIED
            if place.id in below:
                value += _QUALIFIES
            if named.county and place.kind == "county":
                value += _LISTED_COUNTY
            if named.region and place.kind == "region":
                value += _LISTED_COUNTY
            values.append(value)
    return np.array(values)


def _containing(
    names: Sequence[NamedPlace], options: list[list[Toponym]], source: Gazetteer
) -> dict[str, set[int]]:
    """By the folded names that stand behind others' commas: what the others may lie in."""
    found: dict[str, set[int]] = {}
    for named, candidates in zip(names, options, strict=True):
        for qualifier in named.qualifiers:
            ids = found.setdefault(fold(qualifier), set())
            for place in candidates[:_MOST_QUALIFIED]:
                ids |= _containers(place, source)
    return found


def _containers(place: Toponym, source: Gazetteer) -> set[int]:
    country = source.country(place.country) if place.country else None
    found = {number for number in (place.region, place.parent) if number}
    if country and country.id != place.id:
        found.add(country.id)
    return found - {place.id}


def _telling(places: list[Toponym], owner: NDArray[np.intp]) -> Numbers:
    """How much a place's country tells: little where most names have a candidate in it.

    Nearly every name in the world is also that of a town in the United States, so that these are
    named in an article says nothing for its Paris, while Cuba says much for its Havana.
    """
    names: dict[str | None, set[int]] = {}
    for place, name in zip(places, owner.tolist(), strict=True):
        names.setdefault(place.country, set()).add(name)
    count = int(owner[-1]) + 1
    return np.array(
        [max(_LEAST_TELLING, 1 - len(names[place.country]) / count) for place in places]
    )


def _affinity(places: list[Toponym], telling: Numbers) -> Numbers:
    """How much the second place speaks for the first (rows: spoken for)."""
    ids = np.array([place.id for place in places])
    regions = np.array([place.region or 0 for place in places])
    parents = np.array([place.parent or 0 for place in places])
    codes = {code: n for n, code in enumerate(sorted({p.country or "" for p in places}))}
    countries = np.array([codes[place.country or ""] for place in places])
    is_country = np.array([place.kind == "country" for place in places])
    latitude = np.radians([place.lat for place in places])
    longitude = np.radians([place.lon for place in places])
    points = np.stack(
        [
            np.cos(latitude) * np.cos(longitude),
            np.cos(latitude) * np.sin(longitude),
            np.sin(latitude),
        ],
        axis=1,
    )
    distance = _EARTH_RADIUS * np.arccos(np.clip(points @ points.T, -1.0, 1.0))
    same_country = (countries[:, None] == countries[None, :]) & (countries != codes.get("", -1))
    in_region = regions[:, None] == ids[None, :]
    in_county = (parents[:, None] == ids[None, :]) & ~in_region & ~is_country[None, :]
    same_region = (regions[:, None] == regions[None, :]) & (regions[:, None] != 0)
    settled = np.array([place.kind not in ("country", "continent", "bloc") for place in places])
    both = settled[:, None] & settled[None, :]
    value = (
        _CLOSE[0] * np.exp(-distance / _CLOSE[1]) + _NEAR[0] * np.exp(-distance / _NEAR[1])
    ) * both
    value += _IN_REGION * (in_region | in_region.T)
    value += _IN_COUNTY * (in_county | in_county.T)
    value += _SAME_REGION * same_region
    country = np.where(is_country[None, :], _IN_COUNTRY, _SAME_COUNTRY) * telling[:, None]
    value += country * same_country
    value += _PEERS * (is_country[:, None] & is_country[None, :])
    affinity: Numbers = value
    return affinity

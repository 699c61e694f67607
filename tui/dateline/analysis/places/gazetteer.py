"""The gazetteer: which places on earth bear a name.

GeoNames data (CC BY 4.0) in one SQLite file that is opened read-only and never read whole, and
beside it small tables of our own (`dateline.analysis.places.tables`).
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from dateline.analysis.places.folding import fold
from dateline.analysis.places.tables import Feature, abbreviations, features, other_names

FILE = Path(__file__).with_name("data") / "gazetteer.sqlite"
NameRank = Literal[0, 1, 2]
"""How a name belongs to a place: 0 its own name, 1 a usual other name, 2 any other name."""
_SCALE = 10_000
_SELECT = "SELECT p.id, p.name, p.kind, p.country, p.region, p.parent, p.population, p.lat, p.lon"


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place that bears a name.

    `id` is the GeoNames id, or negative for a place of our own tables. `kind` is country, region
    (first level), county (second level), city, district, or a kind of our own tables (water,
    bloc, mountain, ...). `region` and `parent` are ids: the first-level region and the next place
    up. `people` is for ranking: a region's is the sum over its places. `rank` is that of the name
    asked for.
    """

    id: int
    name: str
    kind: str
    country: str | None
    region: int | None
    parent: int | None
    people: int
    lat: float
    lon: float
    rank: int = 0

    @property
    def geonames_id(self) -> int | None:
        """Its id in GeoNames, when it has one."""
        return self.id if self.id > 0 else None

    @property
    def population(self) -> int | None:
        """How many people live there, where GeoNames says so itself."""
        counted = self.kind in ("city", "district", "country")
        return self.people if counted and self.people else None


class Gazetteer:
    """A gazetteer file. Look-ups are cached; one object may be shared by threads."""

    def __init__(self, file: Path = FILE) -> None:
        """Open a file that `make_gazetteer` made; `sqlite3.OperationalError` if there is none."""
        address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
        self._store = sqlite3.connect(address, uri=True, check_same_thread=False)
        self._store.execute("PRAGMA cache_size=-4096")
        self._lock = Lock()
        self._keyed = lru_cache(maxsize=8192)(self._read_key)
        self._by_id = lru_cache(maxsize=8192)(self._read_id)
        self._own: dict[str, list[Toponym]] = {}
        self._own_by_id: dict[int, Toponym] = {}
        for feature in features():
            self._add_own(feature)
        self._other_names = {fold(form): place for form, place in other_names().items()}

    def _add_own(self, feature: Feature) -> None:
        country = self.country(feature.country) if feature.country else None
        for position, name in enumerate((feature.name, *feature.aliases)):
            toponym = Toponym(
                feature.id,
                feature.name,
                feature.kind,
                feature.country,
                None,
                country.id if country else None,
                feature.people,
                feature.lat,
                feature.lon,
                rank=min(position, 1),
            )
            same_key = self._own.setdefault(fold(name), [])
            if all(other.id != toponym.id for other in same_key):
                same_key.append(toponym)
            self._own_by_id.setdefault(feature.id, toponym)

    def lookup(self, name: str) -> list[Toponym]:
        """All places that bear a name, whatever its case and diacritics: most people first.

        An abbreviation counts as it is written ("U.S.", "Ala."), and comes before all others.
        """
        found = list(self._keyed(fold(name)))
        short = abbreviations().get(name)
        if short and (place := self.get(short.place)):
            found = [place, *(other for other in found if other.id != place.id)]
        return found

    def lookup_key(self, key: str) -> tuple[Toponym, ...]:
        """As `lookup`, for a name that is folded already."""
        return self._keyed(key)

    def preferred(self, key: str) -> int | None:
        """The id of the place that a folded name means first, by our own tables."""
        return self._other_names.get(key)

    def get(self, place_id: int) -> Toponym | None:
        """The place with an id, or None."""
        return self._by_id(place_id)

    def country(self, code: str) -> Toponym | None:
        """The country with an ISO 3166-1 alpha-2 code, or None."""
        with self._lock:
            row = self._store.execute(
                "SELECT place FROM country WHERE code = ?", (code,)
            ).fetchone()
        return self.get(row[0]) if row else None

    def chain(self, toponym: Toponym) -> list[Toponym]:
        """The places that a place lies in, from the nearest up to its country and continent."""
        above = []
        seen = {toponym.id}
        parent = toponym.parent
        while parent is not None and parent not in seen and (place := self.get(parent)):
            above.append(place)
            seen.add(place.id)
            parent = place.parent
        return above

    def _read_key(self, key: str) -> tuple[Toponym, ...]:
        with self._lock:
            rows = self._store.execute(
                f"{_SELECT}, n.rank FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?",
                (key,),
            ).fetchall()
        found = [_toponym(row) for row in rows]
        own = list(self._own.get(key, []))
        other = self.get(self._other_names[key]) if key in self._other_names else None
        if other:
            own.append(replace(other, rank=0))
        hidden = {toponym.id for toponym in own}
        found = [*own, *(toponym for toponym in found if toponym.id not in hidden)]
        return tuple(sorted(found, key=lambda place: (-place.people, place.id)))

    def _read_id(self, place_id: int) -> Toponym | None:
        if place_id in self._own_by_id:
            return self._own_by_id[place_id]
        with self._lock:
            row = self._store.execute(
                f"{_SELECT}, 0 FROM place p WHERE p.id = ?", (place_id,)
            ).fetchone()
        return _toponym(row) if row else None


def _toponym(row: tuple[Any, ...]) -> Toponym:
    number, name, kind, country, region, parent, people, lat, lon, rank = row
    return Toponym(
        number, name, kind, country, region, parent, people, lat / _SCALE, lon / _SCALE, rank
    )


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that comes with the program, opened at the first call."""
    return Gazetteer()

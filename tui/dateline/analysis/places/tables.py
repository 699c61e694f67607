"""Small tables of our own: places that GeoNames' packages lack, and other ways to name a place.

`features.tsv` has seas, blocs, mountains, regions across borders, landmarks and airports with a
point in their middle; the others lead from a written form to a place: `other_names.tsv` (former
and colloquial names), `abbreviations.tsv` ("Ala.", "UK"), `demonyms.tsv` ("Ukrainian") and
`metonyms.tsv` ("the Kremlin"). Their ids are GeoNames ids, or the negative ids of the features.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

_DATA = Path(__file__).with_name("data")


@dataclass(frozen=True, slots=True)
class Feature:
    """A place of our own table. `people` only ranks it among places of the same name."""

    id: int
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    people: int
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form. One of use "after" only counts behind a place and a comma ("Reno, NV")."""

    place: int
    use: Literal["free", "after"]


def _rows(name: str) -> list[list[str]]:
    lines = (_DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


@cache
def features() -> tuple[Feature, ...]:
    """The places of `features.tsv`."""
    return tuple(
        Feature(
            int(number),
            name,
            kind,
            country or None,
            float(lat),
            float(lon),
            int(people),
            tuple(aliases.split("|")) if aliases else (),
        )
        for number, name, kind, country, lat, lon, people, aliases in _rows("features.tsv")
    )


@cache
def other_names() -> dict[str, int]:
    """Names that GeoNames has not, or has for another place first: name to place id."""
    return {form: int(place) for form, place, _ in _rows("other_names.tsv")}


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """Short forms exactly as they are written."""
    return {
        form: Abbreviation(int(place), "free" if use == "free" else "after")
        for form, place, _, use in _rows("abbreviations.tsv")
    }


@cache
def demonyms() -> dict[str, int]:
    """Adjectives and names of people, capitalised, to the place that they come from."""
    return {form: int(place) for form, place, _ in _rows("demonyms.tsv")}


@cache
def metonyms() -> dict[str, int]:
    """Buildings, streets and bodies that stand for a government: name to the place they are in."""
    return {form: int(place) for form, place, _ in _rows("metonyms.tsv")}

"""Currencies that several countries call alike: the article's countries tell which is meant."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import local_currencies
from dateline.analysis.places.gazetteer import gazetteer
from dateline.analysis.places.tables import demonyms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Number

_LAST_WORD = re.compile(r"(?:\d|[a-z]{3})[\s-]([a-z]+?)$")
_ENDINGS = {"kroner": "krone", "kronor": "krona", "kronur": "krona", "liras": "lira"}
_IN_DOUBT = {"krone": "krone"}
"""What a word is called as long as no country tells whose it is."""
_LARGE = 200_000
"""People from which a city tells of its country."""
_OWN_COUNTRY = re.compile(r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s[a-z]+$")


def with_local_currencies(numbers: list[Number], entities: Sequence[Entity]) -> list[Number]:
    """The numbers with "pesos" and the like in the currency of the country most often named,
    by its own name, its people's or its cities'.

    Only the word alone is decided so; "Mexican pesos" stay what they are.
    """
    named: Counter[str] = Counter()
    for entity in entities:
        for name in (entity.name, *entity.variants):
            if entity.label in ("GPE", "LOC", "NORP", "ORG", "FAC"):
                for country in _countries_of(name):
                    named[country] += len(entity.own_mentions)
    return [_localized(number, named) if number.kind == "money" else number for number in numbers]


@cache
def _countries_of(name: str) -> tuple[str, ...]:
    """The countries, case folded, that a name tells of: a country's own, a demonym, a city."""
    found = {name.casefold()}
    for words in (name, name.split(maxsplit=1)[0] if " " in name else name):
        place = demonyms().get(words)
        toponym = gazetteer().get(place) if place else None
        if toponym is None:
            likely = [place for place in gazetteer().lookup(words) if place.rank == 0][:1]
            toponym = likely[0] if likely and likely[0].people >= _LARGE else None
        country = gazetteer().country(toponym.country) if toponym and toponym.country else None
        if country is not None:
            found.add(country.name.casefold())
    return tuple(found)


def _localized(number: Number, named: Counter[str]) -> Number:
    written = None if _OWN_COUNTRY.search(number.text) else _LAST_WORD.search(number.text)
    if written is None:
        return number
    word = _ENDINGS.get(written[1], written[1].removesuffix("s"))
    codes = local_currencies().get(word, {})
    present = [country for country in codes if named[country]]
    if not present:
        return replace(number, unit=_IN_DOUBT[word]) if word in _IN_DOUBT else number
    return replace(number, unit=codes[max(present, key=lambda country: named[country])])

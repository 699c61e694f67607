"""Currencies that several countries call alike: the article's countries tell which is meant."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import local_currencies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dateline.analysis.model import Entity, Number

_LAST_WORD = re.compile(r"(?:\d|[a-z]{3})[\s-]([a-z]+?)s?$")
_OWN_COUNTRY = re.compile(r"\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s[a-z]+$")


def with_local_currencies(numbers: list[Number], entities: Sequence[Entity]) -> list[Number]:
    """The numbers with "pesos" and the like in the currency of the country most often named.

    Only the word alone is decided so; "Mexican pesos" stay what they are.
    """
    named: Counter[str] = Counter()
    for entity in entities:
        if entity.label in ("GPE", "LOC"):
            named[entity.name.casefold()] += len(entity.mentions)
    return [_localized(number, named) if number.kind == "money" else number for number in numbers]


def _localized(number: Number, named: Counter[str]) -> Number:
    word = None if _OWN_COUNTRY.search(number.text) else _LAST_WORD.search(number.text)
    codes = local_currencies().get(word[1], {}) if word else {}
    present = [country for country in codes if named[country]]
    if not present:
        return number
    return replace(number, unit=codes[max(present, key=lambda country: named[country])])

"""How numbers are written in some hundred languages: marks, multipliers, currencies and units.

`data/number_formats.json` is made by `make_number_formats.py` from Unicode CLDR;
`data/more_number_words.json` adds to it by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_SAME = {"no": "nb", "nn": "nb", "sh": "hr", "iw": "he", "in": "id"}


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The way a language writes numbers; words in lower case."""

    decimal: str
    group: str
    scales: Mapping[str, int]
    currencies: Mapping[str, str]
    units: Mapping[str, str]
    """To the unit's English singular name; "%" for percent."""
    percent_before: Sequence[str]
    ranges: Sequence[str]
    of: Sequence[str]
    modifiers: Mapping[str, Sequence[str]]


@cache
def number_format(language: str) -> NumberFormat:
    """The format of a language by its ISO 639 code; of one that is not known, digits and signs."""
    code = _SAME.get(language, language)
    base: dict[str, Any] = _table("number_formats.json").get(code, {})
    added = _table("more_number_words.json")
    more: dict[str, Any] = added.get(language) or added.get(code) or {}
    units = {**base.get("units", {}), **more.get("units", {})}
    units |= dict.fromkeys(more.get("percent", ()), "%")
    return NumberFormat(
        decimal=base.get("decimal", "."),
        group=base.get("group", ","),
        scales={**base.get("scales", {}), **more.get("scales", {})},
        currencies={**base.get("currencies", {}), **more.get("currencies", {})},
        units=units,
        percent_before=tuple(more.get("percent_before", ())),
        ranges=tuple(more.get("range", ())),
        of=tuple(more.get("of", ())),
        modifiers=more.get("modifiers", {}),
    )


@cache
def _table(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath("data", name).read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table

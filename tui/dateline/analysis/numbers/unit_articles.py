"""Units that have an article for their number: "half a mile", "an hour and a half", "a gallon"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from dateline.analysis.numbers.quantities import Quantity
from dateline.analysis.numbers.tables import unit_rows
from dateline.analysis.numbers.units import find_unit

_WHOLE = ("length", "mass", "volume", "area", "data")
_NOT_WHOLE = frozenset(
    ["foot", "stone", "cup", "pint", "bit", "barn", "bar", "yard", "barrel", "ton", "pound", "inch"]
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three": Decimal("0.75")}
_PER_BEFORE = re.compile(
    r"(?:\d|[a-z]*(?:illion|hundred|thousand|dollars?|euros?|cents?|pence|pounds?|times|once|twice)|percent)\s$",
    re.I,
)


_NAMED = re.compile(
    r"(?<![\w-])(?:absolute (zero)|(?<!of )an? (penny|cent|dollar|euro)(?![\w-]))", re.IGNORECASE
)
_COINS = {
    "penny": ("0.01", "USD"),
    "cent": ("0.01", "USD"),
    "dollar": ("1", "USD"),
    "euro": ("1", "EUR"),
}


def _named(match: re.Match[str]) -> Quantity:
    if match[1]:
        zero = Decimal(0)
        return Quantity(match.start(), match.end(), zero, "words", kind="measure", unit="kelvin")
    value, code = _COINS[match[2].lower()]
    return Quantity(match.start(), match.end(), Decimal(value), "words", kind="money", unit=code)


@cache
def _pattern() -> re.Pattern[str]:
    names = {
        name for row in unit_rows() for name in row.names if row.dimension in (*_WHOLE, "time")
    }
    names |= {"kilometre", "kilometer", "kilogram", "kilo", "millimetre", "kibibyte", "gigabyte"}
    ordered = "|".join(map(re.escape, sorted(names, key=lambda n: (-len(n), n))))
    return re.compile(
        r"(?<![\w-])(?:(half(?: of)?|quarter of|three[ -]quarters of)[ -](?:an?[ -])?"
        r"|(an?) (half[ -]|quarter[ -])?)"
        rf"((?:square |cubic )?(?:{ordered}))(?![\w-])(?: and an? (half|quarter)(?!\w))?",
        re.IGNORECASE,
    )


def article_quantities(text: str) -> list[Quantity]:
    """The quantities of a text whose number is an article or "half"; and absolute zero."""
    found = [_named(match) for match in _NAMED.finditer(text)]
    for match in _pattern().finditer(text):
        part = match[1] or (match[3] or "").strip(" -")
        unit = find_unit(text, match.start(4))
        if unit is None:
            continue
        if match[5]:
            value = 1 + _PARTS[match[5].lower()]
        elif part:
            value = _PARTS[re.split(r"[ -]", part.lower())[0]]
        elif unit.dimension in _WHOLE and unit.name not in _NOT_WHOLE:
            value = Decimal(1)
        else:
            continue
        if not part and _PER_BEFORE.search(text[max(0, match.start() - 14) : match.start()]):
            continue
        found.append(
            Quantity(
                match.start(),
                max(unit.end, match.end()),
                value,
                "words",
                kind="duration" if unit.dimension == "time" else "measure",
                unit=unit.name,
            )
        )
    return found

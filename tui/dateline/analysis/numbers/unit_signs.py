"""The signs of units, for where words are too long: "km/h" for "kilometre per hour"."""

from __future__ import annotations

from functools import cache

from dateline.analysis.numbers.tables import unit_rows
from dateline.analysis.numbers.unit_tables import PREFIXES

_KEPT = {
    "kilometre per hour": "km/h",
    "mile per hour": "mph",
    "barrel per day": "bbl/day",
    "square foot": "ft²",
    "percentage point": "pp",
    "basis point": "bp",
}
"""Where the first of the symbols that are read is not the one to show."""
_POWERS = {"square ": "²", "cubic ": "³"}
_TIMES = {"second": "s", "minute": "min", "hour": "h"}
"""Written out on their own, as signs behind "per"."""


@cache
def _signs() -> dict[str, str]:
    signs = dict(_KEPT)
    for row in unit_rows():
        if not row.symbols or row.dimension == "time":
            continue
        for letter, prefix in PREFIXES.items():
            if "*" in row.prefixes or letter in row.prefixes:
                signs.setdefault(prefix + row.name, letter + row.symbols[0])
    for row in unit_rows():
        if row.symbols and row.dimension != "time":
            signs.setdefault(row.name, row.symbols[0])
    return signs


def unit_sign(unit: str) -> str | None:
    """The sign of a unit by its English singular name ("square mile" is "mi²").

    None for what has none, and for times, whose names are short enough.
    """
    if unit in _signs():
        return _signs()[unit]
    above, *below = unit.split(" per ")
    signs = [_powered(above), *(_powered(part) or _TIMES.get(part, part) for part in below)]
    return None if signs[0] is None else "/".join(filter(None, signs))


def _powered(part: str) -> str | None:
    for word, power in _POWERS.items():
        if part.startswith(word):
            sign = _signs().get(part.removeprefix(word))
            return f"{sign}{power}" if sign else None
    return _signs().get(part)

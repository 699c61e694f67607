"""The ways to write units, with their prefixes: dictionaries and the patterns made of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dateline.analysis.numbers.tables import unit_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.analysis.numbers.tables import UnitRow

PREFIXES = {
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "E": "exa", "m": "milli",
    "µ": "micro", "μ": "micro", "n": "nano", "p": "pico", "f": "femto", "a": "atto", "c": "centi",
    "d": "deci", "h": "hecto",
}  # fmt: skip
_BINARY = {"Ki": "kibi", "Mi": "mebi", "Gi": "gibi", "Ti": "tebi"}


class UnitPart(NamedTuple):
    """A unit without power: its English singular name and its dimension."""

    name: str
    dimension: str


def _prefixes(row: UnitRow) -> Iterator[tuple[str, str]]:
    for symbol, prefix in PREFIXES.items():
        if "*" in row.prefixes or symbol in row.prefixes:
            yield symbol, prefix
    if "i" in row.prefixes:
        yield from _BINARY.items()


def prefixed_rows() -> Iterator[tuple[str, UnitRow]]:
    """Every prefix ("kilo") with every unit that takes it."""
    for row in unit_rows():
        for _, prefix in _prefixes(row):
            yield prefix, row


@cache
def unit_names() -> dict[str, UnitPart]:
    """Units by their written-out names, lower case, singular and plural."""
    found: dict[str, UnitPart] = {}
    for row in unit_rows():
        for name in row.names:
            found.setdefault(name.lower(), UnitPart(row.name, row.dimension))
            for _, prefix in _prefixes(row):
                joined = UnitPart(prefix + row.name, row.dimension)
                found.setdefault(prefix + name.lower(), joined)
    return found


@cache
def unit_symbols() -> dict[str, UnitPart]:
    """Units by their symbols, in which case counts."""
    plain = {
        symbol: UnitPart(row.name, row.dimension) for row in unit_rows() for symbol in row.symbols
    }
    found: dict[str, UnitPart] = {}
    for row in unit_rows():
        for symbol in row.symbols[:1]:
            for letter, prefix in _prefixes(row):
                found.setdefault(letter + symbol, UnitPart(prefix + row.name, row.dimension))
    for row in unit_rows():
        for symbol in row.symbols[1:]:
            if len(symbol) == 1:
                for letter, prefix in _prefixes(row):
                    found.setdefault(letter + symbol, UnitPart(prefix + row.name, row.dimension))
    return found | plain


@cache
def name_pattern() -> re.Pattern[str]:
    """Groups: square or cubic, the name, squared or cubed."""
    return re.compile(
        rf"(square|cubic|sq\.?|cu\.?)?[ -]?({_any_of(unit_names())})(?!\w)( squared| cubed)?",
        re.IGNORECASE,
    )


@cache
def symbol_pattern() -> re.Pattern[str]:
    """Groups: sq or cu, the symbol, its power in digits, ², ⁻², squared or cubed."""
    return re.compile(
        rf"(sq\.? ?|cu\.? ?)?({_any_of(unit_symbols())})"
        r"(?:\^?([-−]\d|[2-4])(?!\d|[.,]\d)|([²³¹])|([⁻−][¹²³]))?"
        r"(?![A-Za-z²³'’°])( squared| cubed)?"
    )


def _any_of(words: dict[str, UnitPart]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))

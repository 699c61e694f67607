"""Units: the unit that stands after a numeral, in words or symbols.

The name that comes out is the English singular ("kilometre per hour", "square mile").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline.analysis.numbers.tables import word_set
from dateline.analysis.numbers.unit_tables import (
    UnitPart,
    name_pattern,
    symbol_pattern,
    unit_names,
    unit_symbols,
)

_POWER_SIGNS = {"²": 2, "³": 3, "¹": 1}
_WEATHER = re.compile(r"\b(?:temperatures?|degrees?|weather|outside|heat|hot|cold|warm)\b|°", re.I)
_SCALE_OF = re.compile(r" on the (Celsius|Fahrenheit)", re.I)
_PER = re.compile(r"\s?/\s?| per |-per-| an | a ")
_INCH_MARK = re.compile(r"[\"″](?=[\s),.;]|$)")
_FOOT_MARK = re.compile(r"['′’](?=\s?\d{1,2}\s?[\"″”])")
_MINUTE_MARK = re.compile(r"['′](?=[\s),.;]|$)")
_SKY = re.compile(r"\b(?:telescopes?|galax\w+|nebula\w*|Hubble|arc|declination|constellations?)\b")
_DATA = re.compile(r"\b(?:transmit\w*|packets?|package|data|bandwidth|memory|bits?)\b", re.I)
_TIMES = re.compile(r"[·⋅*]")
_GAP = re.compile(r"[ \u00a0\u202f-]?")
_SINGLE_AFTER_SPACE = frozenset("mglLtWVJNKhs°b")
"""Symbols of one letter that may stand apart from their digits."""
_OF_ILLNESS = re.compile(r" (?:patients?|cases?|deaths?|infections?|drugs?|vaccines?)\b")
_ORBITS = re.compile(r"\b(?:[Ss]un|stars?|orbits?|planets?|comets?|asteroids?)\b")
_BEYOND_SPACE = re.compile(r"(?:\s(?![A-Z][a-z])|[.,;:!?)/-]|$)(?! [A-Z])")
_INCHES = re.compile(r"\.?$|[.,)]| (?:thick|long|wide|tall|high|deep|of rain|of snow|by|x)\b")
_SECONDS = re.compile(
    r"-(?:hand|largest|biggest|highest|in-command|place|round)"
    r"| (?:time|term|half|round|year|day|person|man|woman|place|goal|phase|wave|city|such)\b"
)
_OTHER_CUPS = re.compile(r" (?:finals?|match(?:es)?|games?|ties?|qualifiers?)\b")
_OTHER_DEGREES = re.compile(r" (?:in|from|murder|burns|of separation)\b")


class Unit(NamedTuple):
    """A unit found after a numeral: its English singular name, its dimension, and where it ends."""

    name: str
    dimension: str
    end: int


class _Factor(NamedTuple):
    part: UnitPart
    power: int
    end: int


def find_unit(text: str, end: int) -> Unit | None:
    """The unit of a numeral that ends at `end`, or None."""
    gap = _GAP.match(text, end)
    begin = gap.end() if gap else end
    first = _first(text, begin, text[end:begin])
    if first is None:
        return _marked(text, end)
    factors = [first]
    while more := _next(text, factors[-1].end):
        factors.append(more)
    stop = factors[-1].end
    if len(factors) > 1 or first.power != 1:
        return Unit(compound_name([(f.part.name, f.power) for f in factors]), "compound", stop)
    scale = _SCALE_OF.match(text, stop) if first.part.name == "degree" else None
    if scale:
        return Unit(f"degree {scale[1].capitalize()}", "temperature", stop)
    return Unit(first.part.name, first.part.dimension, stop)


def _marked(text: str, end: int) -> Unit | None:
    """Inches, or minutes and seconds of arc where the sky is spoken of, by their marks."""
    feet = _FOOT_MARK.match(text, end)
    sky = not feet and _SKY.search(text) is not None
    if feet:
        return Unit("foot", "length", feet.end())
    minutes = _MINUTE_MARK.match(text, end) if sky else None
    if minutes:
        return Unit("arcminute", "angle", minutes.end())
    mark = _INCH_MARK.match(text, end)
    if mark is None or text.count('"', 0, end) % 2 == 1:
        return None
    return Unit("arcsecond" if sky else "inch", "angle" if sky else "length", mark.end())


def _first(text: str, begin: int, gap: str) -> _Factor | None:
    named = name_pattern().match(text, begin)
    if named and not _is_other_word(text, named):
        part = unit_names()[named[2].lower()]
        return _Factor(part, _power(named[1], named[3]), named.end())
    symbol = symbol_pattern().match(text, begin)
    if symbol and _is_symbol(text, symbol, gap):
        return _Factor(unit_symbols()[symbol[2]], _symbol_power(symbol), symbol.end())
    return None


def _is_other_word(text: str, match: re.Match[str]) -> bool:
    """Whether a unit's word means something else here: "second half", "cup final", "degrees in"."""
    word = match[2].lower()
    if word in ("second", "minute"):
        return _SECONDS.match(text, match.end()) is not None
    if word in ("cup", "cups"):
        return _OTHER_CUPS.match(text, match.end()) is not None
    if word in ("degree", "degrees"):
        return _OTHER_DEGREES.match(text, match.end()) is not None
    return word in ("bars", "mole", "moles", "barn", "barns", "grays")


def _is_symbol(text: str, match: re.Match[str], gap: str) -> bool:
    """Whether letters that may be a symbol are one here, not a word or an initial."""
    symbol = match[2]
    if symbol == "in":
        glued = not gap and not text[match.end() : match.end() + 1].isalpha()
        digits = text[: match.start()].rstrip()[-1:].isdigit()
        return glued or (digits and _INCHES.match(text, match.end()) is not None)
    if symbol in ("am", "pm"):
        return re.search(r"\d\.(?:\d|\d{3,}|[6-9]\d)\s?$", text[: match.start()][-8:]) is not None
    if symbol in ("C", "F"):
        spaced = _WEATHER.search(text) is not None and _stands_free(text, match.end())
        return spaced if gap else not text[match.end() : match.end() + 1].isalnum()
    if symbol == "b":
        return _DATA.search(text) is not None
    if gap in ("", "\u202f"):
        return symbol not in ("a", "h") or not text.startswith("-", match.end())
    if gap == "-":
        return len(symbol) > 1 or symbol in "mgK"
    if len(symbol) == 1:
        return symbol in _SINGLE_AFTER_SPACE and _stands_free(text, match.end())
    if symbol == "TB" and _OF_ILLNESS.match(text, match.end()):
        return False
    if symbol == "AU":
        return _ORBITS.search(text) is not None
    others = word_set("words_not_units")
    return symbol == "Pa" or (symbol.lower() not in others and symbol not in others)


def _stands_free(text: str, end: int) -> bool:
    return _BEYOND_SPACE.match(text, end) is not None


def _power(before: str | None, after: str | None) -> int:
    word = (before or after or "").strip().lower().rstrip(".")
    return {"": 1, "square": 2, "sq": 2, "squared": 2}.get(word, 3)


def _symbol_power(match: re.Match[str]) -> int:
    if match[3]:
        return int(match[3].replace("−", "-"))
    if match[4]:
        return _POWER_SIGNS[match[4]]
    if match[5]:
        return -_POWER_SIGNS[match[5][1]]
    return _power(match[1], match[6])


def _next(text: str, stop: int) -> _Factor | None:
    """A further unit, divided by or multiplied with: "per second", "/m²", "·s"."""
    per = _PER.match(text, stop)
    if per:
        return _divisor(text, per)
    times = _TIMES.match(text, stop)
    match = symbol_pattern().match(text, times.end()) if times else None
    if match:
        return _Factor(unit_symbols()[match[2]], _symbol_power(match), match.end())
    return None


def _divisor(text: str, per: re.Match[str]) -> _Factor | None:
    word = per.group().strip()
    named = name_pattern().match(text, per.end())
    if named:
        part = unit_names()[named[2].lower()]
        if word not in ("a", "an") or part.dimension == "time":
            return _Factor(part, -_power(named[1], named[3]), named.end())
    symbol = symbol_pattern().match(text, per.end()) if word not in ("a", "an") else None
    if symbol and (word == "/" or len(symbol[2]) > 1 or symbol[2] in "slmhLtg"):
        return _Factor(unit_symbols()[symbol[2]], -_symbol_power(symbol), symbol.end())
    return None


def compound_name(parts: list[tuple[str, int]]) -> str:
    """The English singular name of units with powers: "kilogram per cubic metre"."""
    above = [_with_power(name, power) for name, power in parts if power > 0]
    below = [_with_power(name, -power) for name, power in parts if power < 0]
    if not above:
        return "inverse " + " ".join(below)
    return " ".join(above) + "".join(f" per {name}" for name in below)


def _with_power(name: str, power: int) -> str:
    words = {1: "", 2: "square ", 3: "cubic "}
    return words.get(power, f"{power}th-power ") + name

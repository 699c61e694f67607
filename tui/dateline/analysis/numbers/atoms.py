"""Atoms of numbers: runs of digits and single number words, each with its value.

The grammar that makes numbers of them is in `numerals`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from dateline.analysis.numbers.tables import number_words

_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"  # 12,000.5
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)"  # 12,34,567
    r"|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?(?!\d)"  # 1.234.567,8
    r"|\d{1,3}(?:['’]\d{3})+(?:\.\d+)?(?!\d)"  # 1'234'567
    r"|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?(?!\d| [A-Z][a-z])"
    r"|(?<![A-Za-z\d.,])\d{1,3}(?: \d{3})+(?:\.\d+)?(?![\d,])"  # 10 000
    r"|\d+,\d{1,2}(?![\d,]|\.\d)"  # 3,5
    r"|\d+(?:\.\d+)?"
    r"|(?<![\d.])\.\d+"
)
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅐⅑⅒"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--")
_NUMBER = re.compile(
    rf"(?P<digits>{_DIGITS})"
    rf"(?P<power>\s?[x×*]\s?10(?:\^?(?:\s?[-−+]?\d+)|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)|[x×]\d+\^\d+|[eE][-+−]?\d{{1,2}}(?![\w.]))?"
    rf"(?:(?P<part> ?[{VULGAR}]|[ -]\d+[/⁄]\d+(?![\d/⁄]))|(?P<over>[/⁄]\d+(?![\d/⁄]|[.,]\d)))?"
    rf"(?P<suffix>st|nd|rd|th|ST|ND|RD|TH)?(?!\w)?"
    rf"|(?P<vulgar>[{VULGAR}])"
)


_GROUPS = (
    "units", "teens", "tens", "scales", "plurals", "ordinals", "parts", "multiples", "pairs",
    "decades",
)  # fmt: skip


_WORD = re.compile(r"(?<![A-Za-z_'.])[A-Za-z]+(?![\w'’])")
_DIGIT = re.compile(rf"[\d{VULGAR}]")


@cache
def _words() -> dict[str, tuple[str, Decimal]]:
    """Number words, lower case, with their group and value."""
    table = number_words()
    return {
        word: (group, Decimal(value))
        for group in reversed(_GROUPS)
        for word, value in table[group].items()
    }


def exact(digits: str) -> Decimal:
    """The value of a run of digits with any grouping and decimal mark."""
    plain = re.sub(r"[ \u00a0\u2009\u202f'’]", "", digits)
    if plain.count(".") > 1:
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    else:
        plain = plain.replace(",", "")
    return Decimal(plain)


@dataclass(frozen=True, slots=True)
class Atom:
    """Digits or a number word at a half-open span; `kind` is its group in `number_words.json`."""

    start: int
    end: int
    kind: str
    value: Decimal
    word: str


def find_atoms(text: str) -> list[Atom]:
    """The atoms of a text, in order."""
    found = [_digit_atom(m) for m in _NUMBER.finditer(text)] if _DIGIT.search(text) else []
    known = _words()
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in known:
            found.append(Atom(match.start(), match.end(), *known[word], word))
    return sorted(found, key=lambda atom: atom.start)


def _digit_atom(match: re.Match[str]) -> Atom:
    kind = "digits"
    if match["vulgar"]:
        above, below = number_words()["vulgar"][match["vulgar"]]
        return Atom(match.start(), match.end(), "fraction", Decimal(above) / below, "")
    value = exact(match["digits"])
    if match["power"]:
        value *= _power(match["power"])
        kind = "power"
    if match["part"]:
        kind = "mixed"
        part = match["part"].strip(" -")
        if part in number_words()["vulgar"]:
            above, below = number_words()["vulgar"][part]
        else:
            above, below = map(int, re.split(r"[/⁄]", part))
        value = value + Decimal(above) / below if below else value
    elif match["over"]:
        below = int(match["over"][1:])
        if below <= value:
            return Atom(match.start(), match.end(), "nothing", value, "")
        return Atom(match.start(), match.end(), "fraction", value / below, "")
    if match["suffix"]:
        kind = "ordinal digits"
    return Atom(match.start(), match.end(), kind, value, "")


def _power(written: str) -> Decimal:
    plain = written.translate(_SUPERSCRIPTS).replace(" ", "").lower()
    if plain[0] == "e":
        return Decimal(10) ** int(plain[1:])
    base, _, exponent = plain[1:].partition("^")
    if exponent:
        return Decimal(base) ** int(exponent)
    return Decimal(10) ** int(base[2:])

"""What looks like a number and is none: dates, clock times, telephone numbers, identifiers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import currency_rows, word_set

if TYPE_CHECKING:
    from dateline.analysis.numbers.numeral import Numeral

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_NO_NUMBERS = re.compile(
    "|".join(
        [
            r"https?://\S+|www\.\S+|\S+@\S+\.\S+",
            rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?!\w)(?:,? \d{{4}}\b)?",
            rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})?\b(?![.,]?\d)"
            r"(?:,? \d{4}\b)?",
            rf"\b{_MONTH},? (?:19|20)\d\d\b",
            r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b",
            r"\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b",
            r"\b(?:1[5-9]|20)\d\d[-–/](?:\d{4}|\d{2})\b(?! (?:people|km|miles))",
            r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?!\w)",
            r"(?<![\d.])\d{1,2}(?:\.[0-5]\d)?\s?(?:a\.m\.|p\.m\.|AM|PM|am|pm)(?!\w)",
            r"\b\d{1,2} o'clock\b|\b[0-2]\d[0-5]\d (?:GMT|UTC|EDT|EST|hours|hrs)\b",
            r"(?<![\w.,])\+\d[\d ().-]{6,}\d\b",
            r"(?<![\w.,$€£])\(?\d{3}\)?[ -]\d{3}-\d{4}\b",
            r"(?<![\w.,])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b",
            r"\b(?!\d{1,3}(?:\.\d{3})+(?![.\d]))\d+(?:\.\d+){2,}",
            r"#\d+\b|№\s?\d+",
            r"\b0\d{3,}\b|\b\d{10,}\b",
            r"(?<!\w)['’]\d\ds?\b",
            r"\b(?:19|20)\d\d/\d\d\b",
            r"\b(?:24/7|9/11|7/7|50-50|50/50)\b",
        ]
    )
)
_GLUED_BEFORE = re.compile(r"[A-Za-z_\\@][-‑–]?$|[\w.]\+$")
_GLUED_AFTER = re.compile(r"[A-Za-z_]|[-‑][A-Z]\w*\d|[-‑]?\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|of|for|during|before|after|through|throughout|early|late|mid"
    r"|the|spring|summer|autumn|fall|winter|season|and|to|between|year)[ -]$",
    re.IGNORECASE,
)
_LETTERS_BEFORE = re.compile(r"(?<![A-Za-z])([A-Za-z]+)([-‑]?)$")
_NUMBER_PREFIXES = frozenset(["mid", "pre", "post", "over", "under", "sub"])
_CURRENCY_LETTERS = frozenset(["Rs", "kr", "Fr"])
_LABEL_BEFORE = re.compile(r"(\b[A-Za-z]+\.?)[ -]?$")


def excluded_spans(text: str) -> list[tuple[int, int]]:
    """The half-open spans of a passage's text in which no number is looked for."""
    return [match.span() for match in _NO_NUMBERS.finditer(text)]


def is_identifier(text: str, numeral: Numeral) -> bool:
    """Whether a numeral is a part of a name or label: "F-16", "Article 5", "COVID-19"."""
    if not text[numeral.start].isdigit():
        return False
    before = text[max(0, numeral.start - 16) : numeral.start]
    if _GLUED_BEFORE.search(before) and not _is_prefix(before):
        return True
    label = _LABEL_BEFORE.search(before)
    if label and numeral.form == "digits" and not numeral.scaled:
        word = label[1]
        lower = word.lower()
        if lower in word_set("labels_before") and before.endswith((" ", "-")):
            if lower in ("no", "number", "day", "week", "set", "line", "world", "game"):
                return word[0].isupper() or lower == "number"
            return word[0].isupper() or lower not in (
                "group",
                "level",
                "area",
                "bill",
                "act",
                "form",
            )
    return False


def _is_prefix(before: str) -> bool:
    """Whether letters glued to digits are a currency's or a prefix: "Rs5", "EUR20", "mid-20s"."""
    letters = _LETTERS_BEFORE.search(before)
    if not letters:
        return False
    if letters[2]:
        return letters[1].lower() in _NUMBER_PREFIXES
    return letters[1] in _CURRENCY_LETTERS or any(
        letters[1] == row.code or letters[1] in row.symbols for row in currency_rows()
    )


def is_year(text: str, numeral: Numeral) -> bool:
    """Whether four bare digits are a year: no comma, no unit, and nothing that is counted."""
    digits = text[numeral.start : numeral.end]
    if numeral.form != "digits" or numeral.scaled:
        return False
    if not re.fullmatch(r"(?:1[0-9]|20)\d\d(?:['’]?s)?", digits):
        return False
    if digits.endswith("s"):
        return True
    after = text[numeral.end : numeral.end + 24]
    if re.match(r"\s?[%$€£°]", after):
        return False
    if _YEAR_BEFORE.search(text[max(0, numeral.start - 12) : numeral.start]):
        return (
            not re.match(r" [a-z]+s\b", after)
            or re.match(r" (?:was|is|has|as)\b", after) is not None
        )
    return (
        not re.match(r"[ -][a-z]", after)
        or re.match(
            r" (?:and|to|when|was|is|in|as|with|after|for|on|by|but|or|that|at|under)\b", after
        )
        is not None
    )

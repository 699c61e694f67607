"""What looks like a number and is none: dates, clock times, telephone numbers, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import phrases

if TYPE_CHECKING:
    from dateline.analysis.numbers.numeral import Numeral

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_STREETS = (
    r"Street|St\b\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Lane|Drive|Boulevard|Blvd\b\.?"
    r"|Square|Terrace|Crescent"
)
_NO_NUMBERS = re.compile(
    "|".join(
        [
            r"https?://\S+|www\.\S+|(?<!\S)\S+@\S+\.\S+",
            rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}(?!\w)(?:,? \d{{4}}\b)?",
            rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:[-–]\d{{1,2}})?\b(?![.,]?\d)"
            r"(?:,? \d{4}\b)?",
            rf"\b{_MONTH},? (?:19|20)\d\d\b",
            r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b",
            r"\b\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b",
            r"\b(?:1[5-9]|20)\d\d[-–/](?:\d{4}|\d{2})\b(?! (?:people|km|miles))",
            r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?!\w)",
            r"(?<![\d.])\d{1,2}(?:\.[0-5]\d)?\s?(?:a\.m\.|p\.m\.|AM|PM|am|pm)(?!\w)",
            r"\b[0-2]?\d\.[0-5]\d (?:local time|UTC|GMT|[A-Z]{2,3}T\b)",
            rf"\b\d{{1,5}}[A-Z]? (?:[A-Z][\w'’.]+ ){{1,3}}(?:{_STREETS})(?![\w])",
            r"\b(?:call|dial|phon|r[ai]ng|text)(?:e|s|ed|es|led|ing|ling)? \d{3}\b(?! [a-z]+s\b)",
            r"\b\d{1,2} [oO]['’][cC]lock\b|\b[0-2]\d[0-5]\d (?:GMT|UTC|EDT|EST|hours|hrs)\b",
            r"(?<![\w.,])\+\d[\d ().-]{6,}\d\b",
            r"(?<![\w.,$€£])\(?\d{3}\)?[ -]\d{3}-\d{4}\b",
            r"\(0\d{1,4}\) ?\d{3,4}[ -]?\d{3,4}\b",
            r"(?<![\w.,])0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b",
            r"\b(?!\d{1,3}(?:\.\d{3})+(?![.\d]))\d+(?:\.\d+){2,}",
            r"\b(?:H\. ?R\.|HR|S\.B\.|A\.B\.|H\.J\. ?Res\.) ?\d+\b|\(\d{4,}\) (?=[A-Z\d])",
            r"#\d+\b|№\s?\d+",
            r"(?<![\d.,$€£-])\d{3}-\d{1,3}"
            r"(?= (?:[A-Z][a-z]|(?:jet(?:liner)?|plane)s?\b|aircraft\b))",
            r"(?<![\d.,])\b0\d{3,}\b|\b\d{10,}\b",
            r"(?<!\w)['‘’]\d\ds?\b",
            r"\b(?:19|20)\d\d/\d\d\b",
            r"\b(?:24/7|9/11|7/7|50-50|50/50)\b",
        ]
    )
)
_ITEM = re.compile(r"\((\d{1,2})\)(?= [A-Za-z])")
"""A number that only counts the items of a list: "(1) water, (2) food"."""
_DIGIT = re.compile(r"\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|from|of|for|during|before|after|through|throughout|early|late|mid"
    r"|the|spring|summer|autumn|fall|winter|season|and|to|between|year)[ -]$",
    re.IGNORECASE,
)


def excluded_spans(text: str) -> list[tuple[int, int]]:
    """The half-open spans of a passage's text in which no number is looked for."""
    found = []
    if _DIGIT.search(text):
        found += [match.span() for match in _NO_NUMBERS.finditer(text)]
    lower = text.lower()
    if len(lower) == len(text):
        for idiom in phrases()["idioms"]:
            if idiom in lower:
                found += [match.span() for match in re.finditer(rf"\b{idiom}\b", lower)]
    items = list(_ITEM.finditer(text))
    if [match[1] for match in items[:2]] == ["1", "2"]:
        found += [match.span() for match in items]
    return found


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

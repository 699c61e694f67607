"""Ordinals that count ("11th floor", "third strike"), and "one" where it counts nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.numbers.quantities import Quantity

if TYPE_CHECKING:
    from dateline.analysis.numbers.numeral import Numeral

_NOT_AFTER = re.compile(
    r"s(?!\w)| of all\b|hand\b| and foremost| [Ll]ad(?:y|ies)\b| [Aa]id\b| responders?\b"
    r"|-(?!floor|largest|biggest|highest|place|quarter|degree|generation|most|century|leg|half|round|inning|stage|choice|ranked|placed|seeded)\w"
)
_NOT_BEFORE = re.compile(r"\b(?:at|per|split|each|every) $", re.IGNORECASE)
_LAST_OF_MONTH = 31
_DAY_OF_MONTH = re.compile(r"\b(?:on|until|till|by|from|since) the $")
_NO_NOUN_AFTER = re.compile(r"[.,;)]|$| (?:and|of the month|when|but|after|to the)\b")
_COMMA = re.compile(r"[,;:]")
_EACH = re.compile(r" (?:apiece|a piece|each)\b| [A-Z][a-z]")
_HARMED = re.compile(
    r"\b(?:kill|wound|injur|hurt|arrest|detain|rescu|captur|destroy|damag)(?:e?s|e?d|ing)? $",
    re.IGNORECASE,
)
_BEFORE_SOME_DAY = re.compile(
    r"(?:^|[,.;:\"“]\s?|\b(?:and|but|that|will|would|could|may|might|should|hopes?|can) )$",
    re.IGNORECASE,
)
_AFTER_SOME_DAY = re.compile(
    r",| (?!(?:of|after|before|left|off|later|earlier|ahead|long|a|to)\b)[a-z]"
)
_NO_NOUN = re.compile(r"[,.;:]|$| (?:and|in|at|as|near|on)\b")
_AFTER_ONE = re.compile(r"[ -]?([A-Za-z'’]+)")
_BEFORE_ONE = re.compile(r"([A-Za-z'’-]+) $")
_SKIPPED_AFTER = frozenset(["of", "another", "'s", "’s", "day", "by", "thing", "off", "point"])
_IN_COMPOUNDS = frozenset(["on", "sided", "way", "size", "stop", "liner", "piece", "upmanship"])
_JOINING = frozenset(["and", "to", "or", "only", "just"])
_OF_PERSONS = frozenset(
    ["who", "that", "which", "can", "could", "may", "might", "must", "should", "would", "will"]
)
_SKIPPED_BEFORE = frozenset(
    ["no", "any", "every", "this", "that", "each", "which", "the", "day", "number"]
)


def as_ordinal(text: str, numeral: Numeral) -> Quantity | None:
    """An ordinal that says which of a row; None for "at first", "second-hand", "First, ..."."""
    if not text[numeral.start].isalpha() and _is_day(text, numeral):
        return None
    if text[numeral.start].isalpha():
        opens = text[: numeral.start].rstrip()[-1:] in ("", *'.!?"')
        if opens and _COMMA.match(text, numeral.end):
            return None
        before = text[max(0, numeral.start - 8) : numeral.start]
        if _NOT_AFTER.match(text, numeral.end) or _NOT_BEFORE.search(before):
            return None
    return Quantity(numeral.start, numeral.end, numeral.value, "ordinal", kind="ordinal")


def _is_day(text: str, numeral: Numeral) -> bool:
    """Whether digits are the day of a month that was named before: "on the 12th"."""
    return (
        numeral.value <= _LAST_OF_MONTH
        and _DAY_OF_MONTH.search(text[max(0, numeral.start - 12) : numeral.start]) is not None
        and _NO_NOUN_AFTER.match(text, numeral.end) is not None
    )


def is_pronoun(text: str, quantity: Quantity, *, counts: bool, follows: bool) -> bool:
    """Whether "one" counts nothing: "one of the most", "no one", "this one".

    `counts` tells that a noun stands behind it; `follows` that its sentence counts something before
    it, whose noun it can share ("two goals to one").
    """
    written = text[quantity.start : quantity.end].lower()
    if written == "one day":
        return _is_some_day(text, quantity)
    if quantity.kind != "cardinal" or written != "one":
        return False
    after = _AFTER_ONE.match(text, quantity.end)
    if after and after[1].lower() in _SKIPPED_AFTER:
        return True
    if after and text[quantity.end] == "-" and after[1].lower() in _IN_COMPOUNDS:
        return True
    if after and text[quantity.end : after.end()] == " time":
        return text[: quantity.start].endswith(("at ", "At "))
    before = _BEFORE_ONE.search(text[max(0, quantity.start - 16) : quantity.start])
    skipped = before is not None and before[1].lower() in _SKIPPED_BEFORE
    if skipped and counts and before is not None and before[1].lower() == "the":
        skipped = False
    if not skipped and _stands_for_noun(text, quantity):
        return False
    if follows and not counts and before is not None and before[1].lower() in _JOINING:
        return after is not None and after[1].lower() in _OF_PERSONS
    return not counts or skipped


def _is_some_day(text: str, quantity: Quantity) -> bool:
    """Whether "one day" tells of some day: "and one day they will", "he hopes one day to"."""
    before = text[max(0, quantity.start - 12) : quantity.start]
    return (
        _BEFORE_SOME_DAY.search(before) is not None
        and _AFTER_SOME_DAY.match(text, quantity.end) is not None
    )


def _stands_for_noun(text: str, quantity: Quantity) -> bool:
    """Whether "one" counts what is not said: "drawn at one apiece", "killing one", "one Briton"."""
    if _EACH.match(text, quantity.end):
        return True
    before = text[max(0, quantity.start - 16) : quantity.start]
    return _HARMED.search(before) is not None and _NO_NOUN.match(text, quantity.end) is not None

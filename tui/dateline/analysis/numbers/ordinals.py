"""Ordinals that count ("11th floor", "third strike"), and "one" where it counts nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dateline.analysis.numbers.quantities import Quantity

if TYPE_CHECKING:
    from dateline.analysis.numbers.numeral import Numeral

_NOT_AFTER = re.compile(
    r"s(?!\w)| of all\b|hand\b| and foremost| lad(?:y|ies)\b| aid\b| responders?\b"
    r"|-(?!floor|largest|biggest|highest|place|quarter|degree|generation|most|century)\w"
)
_NOT_BEFORE = re.compile(r"\b(?:at|per|split|each|every) $", re.IGNORECASE)
_COMMA = re.compile(r"[,;:]")
_AFTER_ONE = re.compile(r"[ -]?([A-Za-z'’]+)")
_BEFORE_ONE = re.compile(r"([A-Za-z'’-]+) $")
_SKIPPED_AFTER = frozenset(
    ["of", "another", "'s", "’s", "day", "by", "thing", "off", "time", "point"]
)
_IN_COMPOUNDS = frozenset(["on", "sided", "way", "size", "stop", "liner", "piece", "upmanship"])
_SKIPPED_BEFORE = frozenset(
    ["no", "any", "every", "this", "that", "each", "which", "the", "day", "number"]
)


def as_ordinal(text: str, numeral: Numeral) -> Quantity | None:
    """An ordinal that says which of a row; None for "at first", "second-hand", "First, ..."."""
    if text[numeral.start].isalpha():
        opens = text[: numeral.start].rstrip()[-1:] in ("", *'.!?"')
        if opens and _COMMA.match(text, numeral.end):
            return None
        before = text[max(0, numeral.start - 8) : numeral.start]
        if _NOT_AFTER.match(text, numeral.end) or _NOT_BEFORE.search(before):
            return None
    return Quantity(numeral.start, numeral.end, numeral.value, "ordinal", kind="ordinal")


def is_pronoun(text: str, quantity: Quantity, *, counts: bool) -> bool:
    """Whether "one" counts nothing: "one of the most", "no one", "this one".

    `counts` tells that a noun stands behind it.
    """
    if quantity.kind != "cardinal" or text[quantity.start : quantity.end].lower() != "one":
        return False
    after = _AFTER_ONE.match(text, quantity.end)
    if after and after[1].lower() in _SKIPPED_AFTER:
        return True
    if after and text[quantity.end] == "-" and after[1].lower() in _IN_COMPOUNDS:
        return True
    before = _BEFORE_ONE.search(text[max(0, quantity.start - 16) : quantity.start])
    return not counts or (before is not None and before[1].lower() in _SKIPPED_BEFORE)

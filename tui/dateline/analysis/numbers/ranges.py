"""Ranges, ratios and scores: two numbers that say one thing ("10 to 15", "three in ten", "2-1")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import word_set

if TYPE_CHECKING:
    from dateline.analysis.numbers.quantities import Quantity

_DASH = r"\s?[-‑–—−]\s?"
_UNCERTAIN = re.compile(r"\s?(?:±|\+/-|\+-)\s?$")
_BETWEEN = re.compile(rf"(?: to |{_DASH}|-to-|- to | and | or |\.\.\.)$")
_DASHED = re.compile(rf"{_DASH}$")
_RATIO = re.compile(r" (?:in|out of)(?: every)? $| of every $")
_OF_TEN = 10
""" "Eight of 10 voters" is a share; "eight of 12 voters" are two counts."""
_RATES = frozenset(["by", "about", "around", "another"])
"""Words that make a range of two numbers even where something changes: "fell by 3 to 4 points"."""
_WORDS_BEFORE = re.compile(r"[A-Za-z-]+")


def join_pairs(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with ranges, ratios and scores made one each."""
    found: list[Quantity] = []
    i = 0
    while i < len(quantities):
        left = quantities[i]
        right = quantities[i + 1] if i + 1 < len(quantities) else None
        joined = _join(text, left, right) if right else None
        if joined is not None:
            found.append(joined)
            i += 2
        else:
            found.append(_lend_unit(text, left, right) if right else left)
            i += 1
    return found


def _join(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    gap = text[left.end : right.start]
    if len(gap) > 14:
        return None
    if _UNCERTAIN.fullmatch(gap) and left.unit is None:
        return replace(left, end=right.end, unit=right.unit, kind=right.kind)
    if _RATIO.fullmatch(gap) or (gap == " of " and right.value == _OF_TEN):
        return _ratio(text, left, right)
    if _is_plain(left) and _is_plain(right) and _DASHED.fullmatch(gap):
        return _dashed(text, left, right)
    if _BETWEEN.fullmatch(gap):
        return _range(text, left, right, gap)
    return None


def _lend_unit(text: str, left: Quantity, right: Quantity) -> Quantity:
    """ "45 and 50 mg": the first number has the second's unit."""
    lends = right.kind in ("measure", "percent", "money") and right.start > left.end
    digits = right.form == "digits" and text[right.start].isdigit()
    joined = text[left.end : right.start] in (" and ", " or ")
    if lends and digits and joined and _is_plain(left):
        return replace(left, unit=right.unit, kind=right.kind)
    return left


def _is_plain(quantity: Quantity) -> bool:
    return (
        quantity.unit is None
        and quantity.kind == "cardinal"
        and not quantity.scaled
        and quantity.form == "digits"
    )


def _ratio(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """ "three in ten": the share, when it is one."""
    if left.unit or right.unit or not left.value or not right.value or left.form == "vague":
        return None
    if not left.value < right.value or right.kind != "cardinal" or left.kind != "cardinal":
        return None
    gap = text[left.end : right.start]
    if gap == " in " and 1000 < right.value < 2100 and not right.scaled:
        return None
    return replace(left, end=right.end, value=left.value / right.value, form="fraction")


def _dashed(text: str, left: Quantity, right: Quantity) -> Quantity | None:
    """Two plain numbers with a dash: a score where the words say so or the first is not smaller."""
    if left.value is None or right.value is None:
        return None
    before = {w.lower() for w in _WORDS_BEFORE.findall(text[max(0, left.start - 45) : left.start])}
    after_words = [w.lower() for w in _WORDS_BEFORE.findall(text[right.end : right.end + 40])]
    told = not word_set("score_words").isdisjoint({*before, *after_words[:1]})
    larger = max(left.value, right.value)
    if (told and larger < 1000) or (left.value >= right.value and larger < 200):
        return replace(left, end=right.end, value=None, of="score")
    if left.value < right.value:
        return replace(left, end=right.end, value_to=right.value)
    return None


def _range(text: str, left: Quantity, right: Quantity, gap: str) -> Quantity | None:
    """Two values with "to", "and" or "or" between them, when they are the ends of one range."""
    words = [w.lower() for w in _WORDS_BEFORE.findall(text[max(0, left.start - 40) : left.start])]
    if not _links(gap.strip(), words, left, right) or (left.unit and "—" in gap):
        return None
    if left.value is None or right.value is None or left.value_to is not None:
        return None
    unit, kind = right.unit, right.kind
    if left.unit and right.unit != left.unit:
        if right.unit is not None or right.kind != "cardinal":
            return None
        unit, kind = left.unit, left.kind
    low, high = left.value, right.value
    if right.scaled and not left.scaled and low * right.scale < high:
        low *= right.scale
    if low > high and left.unit and left.kind == "measure" and gap.strip() in ("to", "and"):
        low, high = high, low
    if low >= high or (gap.strip() == "or" and high - low > max(Decimal(2), low)):
        return None
    return replace(left, end=right.end, value=low, value_to=high, unit=unit, kind=kind)


def _links(word: str, before: list[str], left: Quantity, right: Quantity) -> bool:
    """Whether the word between two numbers makes a range, as far as the words before them tell."""
    if "ordinal" in (left.kind, right.kind) or (left.form == "fraction" != right.form):
        return False
    if word == "and":
        return before[-1:] == ["between"] or before[-4:] == ["between", "the", "ages", "of"]
    if word == "or":
        return left.unit is None and "vague" not in (left.form, right.form)
    if word == "to" and before[-1:] != ["between"]:
        changes = set(before[-5:]) & word_set("change_words")
        return not changes or bool(set(before[-1:]) & _RATES)
    return True

"""Pounds: money or weight, told by the words around them."""

from __future__ import annotations

import re

from dateline.analysis.numbers.tables import word_set

_WORD = re.compile(r"[a-z]+")
_BRITISH = re.compile(r"£|\b(?:sterling|pence|Britain|British|UK|London)\b")
_LEAST = 1000
"""From here on, pounds that nothing else speaks for are money."""


def is_sterling(text: str, start: int, unit: int, end: int, *, scaled: bool) -> bool:
    """Whether pounds are money: the number begins at `start`, the word is `[unit, end)`."""
    before = _WORD.findall(text[max(0, start - 40) : start].lower())[-5:]
    after = _WORD.findall(text[end : end + 30].lower())[:3]
    money, mass = word_set("money_words"), word_set("mass_words")
    if text[unit - 1] == "-":
        return bool(money & set(after[:2]))
    if mass & set(before):
        return bool(money & set(after))
    if after[:1] == ["of"]:
        return bool(money & {*before, *after})
    if money & {*before, *after[:1]}:
        return True
    if mass & set(after[:1]) or after[:1] in (["lighter"], ["heavier"]):
        return False
    if scaled or _BRITISH.search(text):
        return True
    digits = re.sub(r"\D", "", text[start:unit])
    return bool(digits) and int(digits) >= _LEAST

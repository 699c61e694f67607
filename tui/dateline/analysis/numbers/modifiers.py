"""Modifiers: the words around a number that say it is a bound or a guess ("more than", "or so")."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import phrases

if TYPE_CHECKING:
    from dateline.analysis.model import Modifier
    from dateline.analysis.numbers.quantities import Quantity

_REACH = 32
_A_COUPLE = 2
_NO_SPAN = 1000
"""Nothing goes on "over 8,000 hours": from here on it means more than."""
_FILLER = r"(?:(?:a|an|another|some|just|a total of|the ages? of)\s+)?"
_DURING = re.compile(
    r"\b(?:just|well|slightly|little|took|takes|taking|lasted|lasts|lasting|for|spent|spanning|in|after"
    r"|than|by|to|of|is|was|now|had|has|have|having|with|worked|waited)\s+over\s+$",
    re.IGNORECASE,
)


@cache
def _before() -> tuple[re.Pattern[str], dict[str, Modifier]]:
    return _compile("modifiers", rf"(?<![\w$])({{}})\s*{_FILLER}$")


@cache
def _after() -> tuple[re.Pattern[str], dict[str, Modifier]]:
    return _compile("after", r"\s?({})(?!\w)")


def _compile(table: str, form: str) -> tuple[re.Pattern[str], dict[str, Modifier]]:
    signs: dict[str, Modifier] = {}
    for row in phrases()[table]:
        signs.update(dict.fromkeys(row["phrases"], row["sign"]))
    ordered = sorted(signs, key=lambda phrase: (-len(phrase), phrase))
    pattern = "|".join(re.escape(phrase).replace(r"\ ", r"[\s-]+") for phrase in ordered)
    return re.compile(form.format(pattern), re.IGNORECASE), signs


def without_modifier(words: str) -> str:
    """The words before a number without the modifier at their end ("killed at least ")."""
    found = _before()[0].search(words)
    return words[: found.start()] if found else words


def find_modifier(text: str, quantity: Quantity) -> Modifier | None:
    """The modifier of a quantity, from the words before it, else from those after it."""
    pattern, signs = _before()
    before = pattern.search(text[max(0, quantity.start - _REACH) : quantity.start])
    if before:
        phrase = re.sub(r"(?<=\w)[\s-]+(?=\w)", " ", before[1]).lower()
        if _holds(text, quantity, phrase):
            return signs[phrase]
    pattern, signs = _after()
    after = pattern.match(text, quantity.end)
    if after and not (after[1].lower() == "odd" and quantity.kind != "cardinal"):
        phrase = after[1].lower()
        return signs.get(phrase) or signs[re.sub(r"(?<=\w)[\s-]+(?=\w)", " ", phrase)]
    if quantity.form == "vague":
        return "~" if quantity.value == _A_COUPLE else ">="
    return None


def _holds(text: str, quantity: Quantity, phrase: str) -> bool:
    """Whether a phrase that may be a modifier is one here ("over two days" is not)."""
    if phrase == "over" and quantity.kind == "duration":
        before = text[max(0, quantity.start - _REACH) : quantity.start]
        many = quantity.value is not None and quantity.value >= _NO_SPAN
        return many or _DURING.search(before) is not None
    if phrase == "over" and quantity.value is not None and quantity.value < 3:
        return quantity.unit is not None or quantity.scaled
    if phrase in ("above", "below", "under", "beyond") and quantity.kind == "ordinal":
        return False
    if phrase in ("near", "passed", "beyond"):
        return quantity.kind in ("money", "percent", "measure") or quantity.scaled
    if phrase == "some":
        return quantity.kind not in ("ordinal",) and quantity.form != "vague"
    if phrase == "within":
        return quantity.kind in ("duration", "measure")
    return True

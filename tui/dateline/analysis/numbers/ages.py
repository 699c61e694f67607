"""Ages: "6-year-old", "aged 45", "Maria Silva, 45,", "in his thirties"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from dateline.analysis.numbers.tables import word_set
from dateline.analysis.places.tables import demonyms

if TYPE_CHECKING:
    from collections.abc import Collection

    from dateline.analysis.model import Modifier
    from dateline.analysis.numbers.quantities import Quantity

_OLD = re.compile(r"[ -](?:year|month|week|day)s?[ -]olds?(?!\w)|[ -]years? of age(?!\w)")
_UNIT = re.compile(r"year|month|week|day")
_AGED_BEFORE = re.compile(
    r"\b(?:aged?|ages|age of|turned|turns|turning)\s"
    r"(?:(?:about|around|between|from|just|only|over|under)\s)?$",
    re.IGNORECASE,
)
_PERSON_OF = re.compile(r"\b(?:boy|girl|man|woman|child|baby|son|daughter) of $")
_PERSON_IS = re.compile(
    r"\b(?:who|he|she) (?:is|was|turned|turns) (?:just |only )?$", re.IGNORECASE
)
_AFTER_AGE = re.compile(r"[,.;)]|$| (?:and|when|but|at the time|years old)\b")
_PEOPLE_UNDER = re.compile(
    r"\b(?:people|adults|women|men|voters|anyone|those|children|kids|teenagers|workers|patients"
    r"|everyone|players|citizens|users|drivers|viewers|residents|boys|girls|persons|athletes)"
    r"(?: aged)? (?:under|over|above|below) $",
    re.IGNORECASE,
)
_NO_PLURAL = re.compile(r" [a-z]+(?<!s)\b")
_DECADE_BEFORE = re.compile(
    r"\b(?:his|her|their|my|our|your)[ -](?:(?:early|late|mid)[ -])?$", re.IGNORECASE
)
_BOUND_BEFORE = re.compile(r"\b(under|over)-?$", re.IGNORECASE)
_COUNTS = re.compile(r"[ -]?(?:%|percent|per|million|[a-z]+s\b)")
_CAPITALIZED = re.compile(r"\b[A-Z][\w'’-]+, $")
_ONE_OF_A_PEOPLE = re.compile(r"\b[Tt]he ([A-Z][a-z]+)$")
_WORD = re.compile(r"[A-Za-z]+")


def as_age(text: str, quantity: Quantity, person_ends: Collection[int]) -> Quantity | None:
    """The quantity as an age in years (months, ...), or None when it is none.

    `person_ends` are the offsets where names of people end; their age follows after a comma.
    """
    value = quantity.value
    if value is None or quantity.kind not in ("cardinal", "duration"):
        return None
    old = _OLD.match(text, _number_end(text, quantity))
    if old:
        unit = _UNIT.search(old.group())
        return replace(quantity, end=old.end(), kind="age", unit=unit.group() if unit else "year")
    before = text[max(0, quantity.start - 32) : quantity.start]
    if quantity.kind != "cardinal" or quantity.unit:
        return None
    if quantity.plural and value % 10 == 0 and 10 <= value <= 90 and _DECADE_BEFORE.search(before):
        return replace(quantity, kind="age", unit="year", value_to=value + 9, plural=False)
    if not Decimal(0) < value < 125 or value != value.to_integral_value():
        return None
    bound = _BOUND_BEFORE.search(before)
    if bound and quantity.plural:
        modifier: Modifier = "<" if bound[1].lower() == "under" else ">"
        return replace(quantity, kind="age", unit="year", modifier=modifier, plural=False)
    if quantity.plural or not _is_told(text, quantity, before, person_ends):
        return None
    return replace(quantity, kind="age", unit="year")


def _is_told(text: str, quantity: Quantity, before: str, person_ends: Collection[int]) -> bool:
    """Whether a bare number is somebody's age by what stands before it."""
    value = quantity.value or Decimal(0)
    aged = _AGED_BEFORE.search(before)
    if aged:
        turned = aged.group().lower().startswith("turn")
        return not _COUNTS.match(text, quantity.end) and not (turned and value < 10)
    if _PERSON_IS.search(before):
        return value > 9 and _AFTER_AGE.match(text, quantity.end) is not None
    if _PEOPLE_UNDER.search(before):
        return (
            _closes(text, quantity)
            or re.match(r" [a-z]+(?<!s)\b", text[quantity.end :]) is not None
        )
    if _PERSON_OF.search(before):
        return _closes(text, quantity) or re.match(r" [a-z]", text[quantity.end :]) is not None
    if before.endswith(", "):
        if text.startswith(" at the time", quantity.end):
            return _CAPITALIZED.search(before) is not None
        return _closes(text, quantity) and _is_person(text, quantity, person_ends)
    in_brackets = before.endswith(" (") and text.startswith(")", quantity.end)
    if not in_brackets or value <= 9:
        return False
    return quantity.start - 2 in person_ends or _is_one_of_a_people(before[:-2])


def _number_end(text: str, quantity: Quantity) -> int:
    """Where the number ends when its unit was read too ("6-year" of "6-year-old")."""
    if quantity.kind == "duration":
        unit = re.search(r"[ -](?:year|month|week|day)s?$", text[quantity.start : quantity.end])
        return quantity.start + unit.start() if unit else quantity.end
    return quantity.end


def _closes(text: str, quantity: Quantity) -> bool:
    return (
        re.match(r",(?! \d)|\.(?:\s|$)|;| and\b|\)| who\b|$", text[quantity.end : quantity.end + 5])
        is not None
    )


def _is_person(text: str, quantity: Quantity, person_ends: Collection[int]) -> bool:
    comma = quantity.start - 2
    if comma in person_ends:
        return quantity.value is not None and quantity.value > 0
    if _is_one_of_a_people(text[max(0, comma - 40) : comma]):
        return quantity.value is not None and quantity.value > 9
    words = _WORD.findall(text[max(0, comma - 30) : comma])
    return bool(words) and words[-1].lower() in word_set("person_words")


def _is_one_of_a_people(before: str) -> bool:
    """Whether a text ends with a people's name for one person ("the Japanese")."""
    match = _ONE_OF_A_PEOPLE.search(before)
    return match is not None and not match[1].endswith("ans") and match[1] in demonyms()

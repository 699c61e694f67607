"""Whether a person is spoken of as "he" or "she", as far as the article tells."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from dateline.analysis.quotes.cues import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

Gender = Literal["m", "f"]

_TITLES: dict[str, Gender] = {
    "mr": "m",
    "sir": "m",
    "lord": "m",
    "king": "m",
    "prince": "m",
    "pope": "m",
    "emir": "m",
    "sheikh": "m",
    "ayatollah": "m",
    "imam": "m",
    "archbishop": "m",
    "mrs": "f",
    "ms": "f",
    "miss": "f",
    "lady": "f",
    "dame": "f",
    "queen": "f",
    "princess": "f",
    "madam": "f",
    "mme": "f",
}


@cache
def given_names() -> dict[str, Gender]:
    """Given names that tell a gender, lower case."""
    found: dict[str, Gender] = {}
    for table in ("given_names.tsv", "given_names_added.tsv"):
        for name, gender in read_table(table):
            found[name.lower()] = "m" if gender == "m" else "f"
    return found


@cache
def role_genders() -> dict[str, Gender | None]:
    """Nouns for what people are, with the gender that they tell, if any."""
    genders: dict[str, Gender | None] = {"m": "m", "f": "f"}
    return {noun: genders.get(gender) for noun, gender in read_table("roles.tsv")}


def gender_of_title(word: str) -> Gender | None:
    """The gender that a title tells ("Mr.", "Lady")."""
    return _TITLES.get(word.lower().rstrip("."))


def gender_of_name(name: str) -> Gender | None:
    """The gender that a full name's given name tells; a lone surname tells none."""
    words = name.split()
    if len(words) < 2:
        return None
    for word in words[:-1]:
        gender = given_names().get(word.lower())
        if gender is not None:
            return gender
        if len(word.rstrip(".")) > 1:
            # Only initials are passed over for the next given name.
            return None
    return None


def settled(votes: Iterable[Gender]) -> Gender | None:
    """What the votes agree on, if three in four do."""
    counted = list(votes)
    for gender in ("m", "f"):
        if counted and counted.count(gender) >= 0.75 * len(counted):
            return gender
    return None

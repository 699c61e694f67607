"""Clues that words name a place: what the words are, and what stands around them.

A clue has a name and a strength; `data/clue_weights.json` has what each weighs, in log-odds.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.analysis.places.folding import fold
from dateline.analysis.places.gazetteer import Toponym, gazetteer
from dateline.analysis.places.tables import abbreviations

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_DATA = Path(__file__).with_name("data")
_AREA_KINDS = frozenset({"country", "region", "continent", "water", "bloc", "mountain"})
_NUMERIC = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
_LABELS = frozenset({"GPE", "LOC", "FAC", "NORP", "PERSON", "ORG"})
_ON_EARTH = frozenset({"GPE", "LOC", "FAC", "NORP"})
_DASHES = frozenset({"-", "--", "–", "—"})
_PROPER = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class ContextWords:
    """The words of `data/context_words.json`, lower case."""

    locative: frozenset[str]
    strongly_locative: frozenset[str]
    title: frozenset[str]
    street: frozenset[str]
    institution: frozenset[str]
    not_inside: frozenset[str]
    designator_after: frozenset[str]
    designator_before: frozenset[str]
    speech: frozenset[str]
    never: frozenset[str]
    people_after: frozenset[str]
    settlement_of: frozenset[str]
    event_after: frozenset[str]
    compound_endings: frozenset[str]
    thoroughfare: frozenset[str]
    celestial: frozenset[str]
    """Planets, moons, stars and telescopes that towns are called like."""
    space: frozenset[str]
    """Words of articles about them."""


_SPACE_WORDS = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the rest of the article tells."""

    surnames: frozenset[str]
    """Last words of the names of persons, lower case."""
    person_words: frozenset[str]
    """All other words of such names."""
    lower_words: frozenset[str]
    """Words that the article also writes in lower case."""

    @property
    def is_in_space(self) -> bool:
        """Whether the article is about planets and stars."""
        return len(self.lower_words & context_words().space) >= _SPACE_WORDS


@cache
def context_words() -> ContextWords:
    """Read the word lists."""
    lists = json.loads((_DATA / "context_words.json").read_text(encoding="utf-8"))
    return ContextWords(**{name: frozenset(words) for name, words in lists.items()})


@cache
def clue_weights() -> dict[str, float]:
    """What each clue weighs."""
    weights: dict[str, float] = json.loads(
        (_DATA / "clue_weights.json").read_text(encoding="utf-8")
    )
    return weights


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    from dateline.analysis.names.vocabulary import common_words, given_names, surnames

    return common_words(), given_names(), surnames()


@cache
def _known_otherwise() -> frozenset[str]:
    """Names that nearly always mean something else than a place (Amazon)."""
    from dateline.analysis.names.vocabulary import known_names

    return frozenset(name for name, label in known_names().items() if label not in _ON_EARTH)


def weigh(clues: dict[str, float]) -> float:
    """The evidence of all clues together, in log-odds."""
    weights = clue_weights()
    return sum(weights.get(name, 0.0) * strength for name, strength in clues.items())


def gather(
    doc: Doc,
    i: int,
    length: int,
    candidates: tuple[Toponym, ...],
    around: Surroundings,
) -> tuple[dict[str, float], bool]:
    """The clues for tokens `[i, i + length)`, and whether they head an institution's name."""
    end = i + length
    clues = {"always": 1.0}
    _about_places(candidates, clues)
    _about_label(doc, i, end, clues)
    _about_words(doc, i, end, around, clues)
    _about_before(doc, i, clues)
    inside = _about_after(doc, i, end, clues)
    return clues, inside


def gather_around(doc: Doc, i: int, end: int) -> dict[str, float]:
    """The clues that stand beside tokens `[i, end)`, whatever they are."""
    clues: dict[str, float] = {}
    _about_before(doc, i, clues)
    _about_after(doc, i, end, clues)
    return clues


def _about_places(candidates: tuple[Toponym, ...], clues: dict[str, float]) -> None:
    """What the gazetteer has under the name."""
    best = min(place.rank for place in candidates)
    own = [place for place in candidates if place.rank == best]
    most = max(place.people for place in own)
    clues["people"] = math.log10(max(most, 100)) - 4
    clues[f"rank {best}"] = 1.0
    if any(place.kind in _AREA_KINDS for place in own):
        clues["area"] = 1.0
    if any(place.kind in ("country", "continent") for place in own):
        clues["country"] = 1.0


def _about_label(doc: Doc, i: int, end: int, clues: dict[str, float]) -> None:
    """What the language model calls the words."""
    label = doc[i].ent_type_
    if not label:
        clues["label none"] = 1.0
        return
    if label in _NUMERIC:
        clues["label number"] = 1.0
        return
    before = doc[i].ent_iob_ == "I"
    after = end < len(doc) and doc[end].ent_iob_ == "I"
    extent = "middle" if before else "head" if after else "same"
    clues[f"label {label if label in _LABELS else 'other'} {extent}"] = 1.0


def _about_words(doc: Doc, i: int, end: int, around: Surroundings, clues: dict[str, float]) -> None:
    """What kind of words they are."""
    token = doc[i]
    if end - i > 1:
        clues["several words"] = 1.0
    else:
        common, given, family = _vocabulary()
        lower, title = token.lower_, token.text.title()
        if token.tag_ not in _PROPER:
            clues["not proper"] = 1.0
        if lower in common:
            clues["common word"] = 1.0
        if title in given:
            clues["given name"] = 1.0
        if title in family:
            clues["family name"] = 1.0
        if token.text in _known_otherwise():
            clues["known otherwise"] = 1.0
        if lower in around.lower_words:
            clues["lower elsewhere"] = 1.0
        if lower in around.surnames:
            clues["surname here"] = 1.0
        if lower in around.person_words:
            clues["person here"] = 1.0
    if token.lower_ in ("st.", "st", "saint", "san", "santa"):
        clues["saint"] = 1.0
        if end < len(doc) and doc[end].text in ("'s", "’s"):
            clues["saint's"] = 1.0
    if token.is_upper and len(token) > 2:
        clues["capitals"] = 1.0
        if _is_dateline(doc, i, end):
            clues["dateline"] = 1.0


def _is_dateline(doc: Doc, i: int, end: int) -> bool:
    """Whether capitals at the start of a sentence are followed, soon, by a dash."""
    if not (i == 0 or doc[i].is_sent_start or doc[i - 1].is_punct):
        return False
    return any(token.text in _DASHES for token in doc[end : end + 7])


def _about_before(doc: Doc, i: int, clues: dict[str, float]) -> None:
    """What stands before the words."""
    if i == 0 or doc[i].is_sent_start:
        clues["starts sentence"] = 1.0
        if i == 0:
            return
    words = context_words()
    before = doc[i - 1]
    lower = before.lower_.rstrip(".")
    capital = before.text[0].isupper()
    if lower in words.title and capital:
        clues["after title"] = 1.0
    elif lower == "of" and i > 1 and doc[i - 2].lower_ in words.settlement_of:
        clues["after city of"] = 1.0
    elif lower == "of" and i > 1 and doc[i - 2].text[0].isupper():
        clues["after Name of"] = 1.0
    elif lower in words.strongly_locative:
        clues["after in"] = 1.0
    elif lower in words.locative:
        clues["after to"] = 1.0
    elif lower in ("a", "an", "the"):
        clues["after the"] = 1.0
    elif before.text == "," and i > 1 and doc[i - 2].text[0].isupper():
        clues["after name and comma"] = 1.0
    elif lower in ("and", "or", "&") and i > 1 and doc[i - 2].text[0].isupper():
        clues["after name and and"] = 1.0
    elif capital and before.tag_ in _PROPER and not doc[i].is_sent_start:
        _, given, _ = _vocabulary()
        if before.text.title() in given:
            clues["after given name"] = 1.0
        elif not before.is_upper or doc[i].is_upper:
            clues["after name"] = 1.0
    elif before.text[0].isdigit():
        clues["after number"] = 1.0


def _about_after(doc: Doc, i: int, end: int, clues: dict[str, float]) -> bool:
    """What stands behind the words; True if it is the rest of an institution's name."""
    if end >= len(doc):
        return False
    words = context_words()
    after = doc[end]
    lower = after.lower_.rstrip(".")
    if after.text[0].isupper():
        if lower in words.street:
            clues["before street"] = 1.0
        elif lower in words.event_after:
            clues["before event"] = 1.0
        elif lower in words.not_inside:
            clues["before paper"] = 1.0
            return True
        elif lower in words.institution:
            clues["before institution"] = 1.0
            return True
        elif lower in words.designator_after:
            clues["before designator"] = 1.0
        elif after.tag_ in _PROPER:
            clues["before name"] = 1.0
            return doc[i].ent_type_ == "ORG" and after.ent_type_ == "ORG"
        return False
    if after.text == "," and end + 1 < len(doc) and _is_region(doc[end + 1].text):
        clues["before comma and region"] = 1.0
    elif lower in words.people_after:
        clues["before resident"] = 1.0
    elif lower in words.speech:
        clues["before said"] = 1.0
    elif after.text in ("'s", "’s"):
        clues["before 's"] = 1.0
    elif lower in words.event_after:
        clues["before event"] = 1.0
    return False


def _is_region(text: str) -> bool:
    if text in abbreviations():
        return True
    return text[0].isupper() and any(
        place.kind in ("country", "region") and place.rank < 2
        for place in gazetteer().lookup_key(fold(text))
    )


def is_proper(token: Token) -> bool:
    """Whether the language model takes a word for a name."""
    return token.tag_ in _PROPER

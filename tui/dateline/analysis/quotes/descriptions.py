"""What a description that speaks stands for: "the mayor", "the ministry", "the company"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dateline.analysis.quotes.cues import read_table
from dateline.analysis.quotes.genders import role_genders

if TYPE_CHECKING:
    from spacy.tokens import Token

    from dateline.analysis.quotes.discourse import Discourse

_SIGHTINGS = 500
"""How many mentions back somebody described is looked for."""
_WINDOW = 4
"""How many paragraphs back a body is looked for by its kind alone."""
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_BARE = frozenset({"former", "late", "then", "outgoing", "incoming", "current", "new", "longtime"})


@cache
def bodies() -> frozenset[str]:
    """Nouns for bodies that can speak ("ministry")."""
    return frozenset(row[0] for row in read_table("bodies.tsv"))


@cache
def documents() -> frozenset[str]:
    """Nouns for texts that are said to say something ("report")."""
    return frozenset(row[0] for row in read_table("documents.tsv"))


def described(discourse: Discourse, head: Token, at: int, last: int | None) -> int | None:
    """The entity that a definite noun phrase stands for, or None where none or several fit."""
    determiner = next((c for c in head.children if c.dep_ == "det"), None)
    if determiner is None or determiner.lower_ not in ("the", "this", "that"):
        return None
    if head.tag_ not in ("NN", "NNP"):
        return None
    if any(c.dep_ in ("conj", "relcl", "acl") for c in head.children):
        return None
    noun = head.lower_
    if noun in role_genders():
        return _person(discourse, head, at)
    if noun in bodies():
        return _body(discourse, head, at, last)
    return None


def _modifiers(head: Token) -> list[str]:
    words = [c.lower_ for c in head.children if c.dep_ in _MODIFIERS]
    for each in head.children:
        if each.dep_ == "prep":
            words.extend(c.lower_ for c in each.children if c.dep_ == "pobj")
        elif each.dep_ in _MODIFIERS:
            words.extend(c.lower_ for c in each.children if c.dep_ in _MODIFIERS)
    return words


def _person(discourse: Discourse, head: Token, at: int) -> int | None:
    modifiers = [word for word in _modifiers(head) if word not in _BARE]
    gender = role_genders().get(head.lower_)
    last_seen: dict[int, int] = {}
    for sighting in discourse.before(at, _SIGHTINGS):
        last_seen[sighting.entity] = sighting.passage
    fits: list[tuple[int, int, int]] = []
    for entity, passage in last_seen.items():
        words = discourse.roles.get(entity)
        if words is None or head.lower_ not in words:
            continue
        known = discourse.genders.get(entity)
        if gender is not None and known is not None and known != gender:
            continue
        shared = sum(1 for word in modifiers if word in words)
        fits.append((shared, passage, entity))
    if not fits:
        return None
    fits.sort(reverse=True)
    if modifiers and fits[0][0] == 0:
        return None
    if len(fits) == 1 or fits[0][:2] != fits[1][:2]:
        return fits[0][2]
    return None


def _body(discourse: Discourse, head: Token, at: int, last: int | None) -> int | None:
    noun = head.lower_
    here = discourse.place_of(at)[0]
    modifiers = [m for m in _modifiers(head) if m not in _BARE]
    named: dict[int, int] = {}
    kind: list[int] = []
    for sighting in discourse.before(at, _SIGHTINGS):
        entity = discourse.entities[sighting.entity]
        if entity.label not in ("ORG", "FAC", "GPE"):
            continue
        words = entity.name.lower().split()
        if noun in words and len(words) > 1:
            if all(m in words for m in modifiers):
                named[sighting.entity] = sighting.passage
        elif noun in discourse.roles.get(sighting.entity, ()):
            named[sighting.entity] = sighting.passage
        elif (
            entity.label == "ORG"
            and here - sighting.passage <= _WINDOW
            and sighting.subject
            and not sighting.quoted
        ):
            kind.append(sighting.entity)
    if named:
        return max(named, key=lambda entity: named[entity])
    if modifiers or noun in ("country", "city", "town", "state", "government", "police", "court"):
        return None
    if kind and len(set(kind)) == 1 and (last is None or last == kind[0]):
        return kind[0]
    return None

"""Joining: which surfaces of an article name one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from dateline.analysis.names.geography import ground
from dateline.analysis.names.surfaces import key_of
from dateline.analysis.names.vocabulary import weights, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dateline.analysis.names.sightings import Sighting

_HOUSE_WORDS = frozenset(
    word
    for word, pairs in weights("last_word").items()
    if any(label == "ORG" and weight > 3 for label, weight in pairs)
)
"""Words that a company's or body's short name leaves out."""
_GENERATIONS = frozenset(["jr", "sr", "ii", "iii", "iv"])
Group = tuple[str, str]
"""The key and the label of a name."""
Handle = tuple[str, str]
"""A label, and what the short forms of a name have in common with it."""


def join(named: Iterable[tuple[Sighting, str]]) -> list[tuple[str, list[Sighting]]]:
    """Groups of sightings that name one thing, each with its label, by first mention.

    A surname joins its full name only when one full name alone bears it, an acronym its long form
    only when one alone gives its initials: a wrong join is worse than a missed one.
    """
    groups: defaultdict[Group, list[Sighting]] = defaultdict(list)
    for sighting, label in named:
        groups[(sighting.key, label)].append(sighting)
    longer = _longer_names(groups)
    parents: dict[Group, Group] = {}
    for group in groups:
        full = {other for other in longer[_handle(group, groups)] if _stands_for(group, other)}
        longest = {c for c in full if not any(_within(c[0], o[0]) for o in full - {c})}
        if len(longest) == 1:
            parents[group] = longest.pop()
    joined: defaultdict[Group, list[Sighting]] = defaultdict(list)
    for group, sightings in groups.items():
        top = group
        seen = {top}
        while top in parents and parents[top] not in seen:
            top = parents[top]
            seen.add(top)
        joined[top].extend(sightings)
    rows = [(label, sorted(found, key=lambda s: s.start)) for (_, label), found in joined.items()]
    return sorted(rows, key=lambda row: row[1][0].start)


def _longer_names(groups: dict[Group, list[Sighting]]) -> defaultdict[Handle, list[Group]]:
    """The names that others may be short for, by what such a short name is found with."""
    found: defaultdict[Handle, list[Group]] = defaultdict(list)
    for group, sightings in groups.items():
        key, label = group
        if label == "PERSON" and " " in key:
            found[(label, _person_words(key)[-1])].append(group)
        elif label == "NORP":
            found[(label, key + "s")].append(group)
        elif " " in key:
            city, _, name = sightings[0].text.rpartition(" ")
            if label == "ORG" and name.endswith("s") and ground(city):
                found[(label, key_of(name))].append(group)
            first, *rest = key.split()
            short = rest[-1] in word_set("legal_forms") or all(
                word in _HOUSE_WORDS for word in rest
            )
            if label == "ORG" and short:
                found[(label, first)].append(group)
            if label == "ORG" and rest[-1] in word_set("legal_forms") and len(rest) > 1:
                found[(label, " ".join([first, *rest[:-1]]))].append(group)
            if label == "ORG" and rest[-1] in word_set("bodies"):
                found[(label, rest[-1])].append(group)
            initials = "".join(c for c in sightings[0].text if c.isupper())
            found[(label, initials)].append(group)
    return found


def _handle(group: Group, groups: dict[Group, list[Sighting]]) -> Handle:
    key, label = group
    if label == "PERSON":
        return label, _person_words(key)[-1]
    if label == "NORP":
        return label, key
    short = groups[group][0].text.replace(".", "").replace("&", "")
    if short.isupper() and len(short) > 1:
        return label, short
    return label, key


def _person_words(key: str) -> list[str]:
    """The words of a name without "Jr." and the like."""
    words = key.split()
    return words[:-1] if len(words) > 1 and words[-1] in _GENERATIONS else words


def _within(short: str, full: str) -> bool:
    return len(short) < len(full) and set(short.split()) <= set(full.split())


def _stands_for(group: Group, other: Group) -> bool:
    """Whether one name that shares its handle with another is a shorter form of it."""
    words, full = _person_words(group[0]), _person_words(other[0])
    if group == other or (group[1] != "NORP" and len(words) >= len(full)):
        return False
    if group[1] != "PERSON":
        return True
    return words == full[-len(words) :] or (len(words) > 1 and words[0] == full[0])


def best_name(sightings: list[Sighting]) -> tuple[str, tuple[str, ...]]:
    """The fullest way in which a thing is named, and all ways, most frequent first."""
    counts = Counter(sighting.text for sighting in sightings)
    variants = tuple(text for text, _ in counts.most_common())

    def fullness(text: str) -> tuple[int, int, int, int]:
        return (
            0 if text.isupper() and len(text) > 6 else 1,
            len(text.split()),
            counts[text],
            len(text),
        )

    name = max(variants, key=fullness)
    place = ground(name.title()) if name.isupper() and len(name) > 3 else None
    if (name.isupper() and len(name) > 6) or (place and place.kind != "bloc"):
        name = name.title()
    return name, variants

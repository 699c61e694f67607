"""Roles: what people are called beside their names ("Ukrainian President", "head of the bank")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.names.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting

_INSIDE = frozenset(["NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "VBN", "HYPH", "POS", "AFX"])
_ARTICLES = frozenset(["the", "a", "an", "its", "his", "her", "their"])
_LONGEST_BEFORE = 7
_LONGEST_AFTER = 10


def role_of(readings: Sequence[Reading], sightings: Iterable[Sighting]) -> str | None:
    """The role that a person's mentions give, from the first that gives more than an honorific."""
    honorific: str | None = None
    for sighting in sightings:
        reading = readings[sighting.reading]
        if reading.style != "sentence":
            continue
        role = _before(reading, sighting) or _after(reading, sighting)
        if role and (" " in role or role.lower() in word_set("roles")):
            return role
        honorific = honorific or role
    return honorific


def _before(reading: Reading, sighting: Sighting) -> str | None:
    last = sighting.first
    if not last or reading.rows[last]:
        return None
    first = last - 1
    if not _is_role(reading.lowers[first]):
        first = _office_with_of(reading, last)
        if first < 0:
            return None
    while first > 0 and last - first < _LONGEST_BEFORE and not reading.rows[first]:
        word, tag = reading.lowers[first - 1], reading.tags[first - 1]
        if tag not in _INSIDE or word in word_set("verbs_of_saying") | word_set("calendar"):
            break
        first -= 1
    while first < last and reading.tags[first] in ("POS", "HYPH"):
        first += 1
    return _words(reading, first, last)


def _office_with_of(reading: Reading, last: int) -> int:
    """Where an office such as "Secretary of State" begins that ends before `last`; else -1."""
    for i in range(last - 2, max(last - 6, 0), -1):
        if reading.lowers[i] == "of" and _is_role(reading.lowers[i - 1]):
            inside = range(i + 1, last)
            return i - 1 if all(reading.words[k][0].isupper() for k in inside) else -1
    return -1


def _after(reading: Reading, sighting: Sighting) -> str | None:
    i, count = sighting.last, len(reading.words)
    if i + 2 < count and reading.words[i] == "," and reading.words[i + 1].isdigit():
        i += 2
    if i + 1 >= count or reading.words[i] != ",":
        return None
    first = i + 1
    if reading.lowers[first] in _ARTICLES:
        first += 1
    end = first
    while end < count and end - first <= _LONGEST_AFTER and reading.words[end] not in ',.;:()"—–':
        end += 1
    if end == count or end - first > _LONGEST_AFTER:
        return None
    head = next((k for k in range(first, min(first + 5, end)) if _is_role(reading.lowers[k])), None)
    if head is None or any(reading.tags[k] not in _INSIDE for k in range(first, head)):
        return None
    if any(reading.tags[k] in ("VBD", "VBZ", "VBP", "MD") for k in range(first, end)):
        return None
    return _words(reading, first, end)


def _is_role(lower: str) -> bool:
    bare = lower.rstrip(".")
    return bare in word_set("titles") or bare in word_set("roles")


def _words(reading: Reading, first: int, last: int) -> str:
    offset = reading.passage.start
    text = reading.text[reading.starts[first] - offset : reading.ends[last - 1] - offset]
    return " ".join(text.split())

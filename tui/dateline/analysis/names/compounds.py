"""Compounds: names of several words that the model cut short, put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.names.geography import ground
from dateline.analysis.names.sightings import is_capital, sight
from dateline.analysis.names.vocabulary import (
    common_words,
    given_names,
    known_names,
    weights,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting

_STRONG = 2.4


def capital_runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """The half-open token ranges of capitalised words, with "of", "and" and the like inside."""
    count = len(reading.words)
    i = 0
    while i < count:
        if not is_capital(reading, i):
            i += 1
            continue
        j = i + 1
        while j < count:
            if is_capital(reading, j):
                j += 1
                continue
            lower = reading.lowers[j]
            if lower in word_set("joiners") and j + 1 < count:
                k = j + 2 if lower == "of" and reading.lowers[j + 1] == "the" else j + 1
                if k < count and is_capital(reading, k):
                    j = k + 1
                    continue
            break
        yield i, j
        i = j


def join_compounds(index: int, reading: Reading, sightings: list[Sighting]) -> list[Sighting]:
    """The sightings of a reading with compounds in place of their parts.

    A compound is a run of capitals that ends with a word such as "Ministry" or "Cup" where the
    model has no name that ends there, a name that stands in the table of known names, or a given
    name beside the rest of a person's name that the model gave another label.
    """
    found: list[Sighting] = []
    for first, last in capital_runs(reading):
        if last - first > 1:
            found.extend(_keyword_names(index, reading, first, last, sightings))
    joined = _replace(sightings, found)
    return _replace(joined, list(_persons(index, reading, joined)))


def _replace(sightings: list[Sighting], whole: list[Sighting]) -> list[Sighting]:
    kept = [s for s in sightings if not any(w.first < s.last and s.first < w.last for w in whole)]
    return sorted(kept + whole, key=lambda s: s.first)


def _keyword_names(
    index: int, reading: Reading, first: int, last: int, sightings: list[Sighting]
) -> Iterator[Sighting]:
    lowers = reading.lowers
    table = weights("last_word")
    ends = {s.last for s in sightings}
    begin = first
    while begin < last and _no_beginning(reading, begin):
        begin += 1
    for end in range(last, begin + 1, -1):
        strong = [
            (label, weight)
            for label, weight in table.get(lowers[end - 1].rstrip("."), ())
            if weight >= _STRONG
        ]
        if not strong or any(
            lowers[i].rstrip(".") in word_set("titles") for i in range(begin, end - 1)
        ):
            continue
        if end in ends and any(s.last == end and s.last - s.first > 1 for s in sightings):
            return
        start = begin
        for i in range(end - 1, begin, -1):
            if lowers[i] in ("and", "&") and lowers[i] == "and":
                start = i + 1
                break
        if end - start < 2 or (
            end - start == 2 and lowers[start] in common_words() and reading.opens[start]
        ):
            return
        yield sight(index, reading, start, end, strong[0][0])
        return


def _no_beginning(reading: Reading, i: int) -> bool:
    lower = reading.lowers[i]
    return (
        lower in word_set("never")
        or lower in word_set("calendar")
        or lower.rstrip(".") in word_set("titles")
        or (reading.opens[i] and lower in common_words() and not reading.tags[i].startswith("NNP"))
    )


def _persons(index: int, reading: Reading, sightings: list[Sighting]) -> Iterator[Sighting]:
    """A lone given name and the capitalised words right after it."""
    starts = {s.first: s for s in sightings}
    for sighting in sightings:
        i = sighting.first
        if sighting.last - i != 1 or reading.words[i] not in given_names():
            continue
        if reading.words[i] in known_names() or reading.lowers[i] in common_words():
            continue
        place = ground(reading.words[i])
        if place and place.kind in ("country", "demonym"):
            continue
        after = starts.get(i + 1)
        if after and after.last - after.first <= 2 and after.label != "NORP":
            end = after.last
        elif (
            i + 1 < len(reading.words)
            and is_capital(reading, i + 1)
            and reading.tags[i + 1].startswith("NNP")
            and reading.lowers[i + 1] not in common_words()
            and reading.lowers[i + 1] not in word_set("calendar")
        ):
            end = i + 2
        else:
            continue
        if reading.lowers[end - 1] in weights("last_word"):
            continue
        yield sight(index, reading, i, end, "PERSON")

"""Compounds: names of several words that the model cut short, put together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.analysis.names.geography import ground
from dateline.analysis.names.sightings import PARTICLES, is_capital, sight
from dateline.analysis.names.vocabulary import (
    common_words,
    given_names,
    known_names,
    surnames,
    weights,
    word_set,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting

_STRONG = 2.4
_QUESTIONS = frozenset(["will", "may", "can", "art", "so", "an", "my", "in", "see", "don"])


def capital_runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """The half-open token ranges of capitalised words, with "of", "and" and the like inside."""
    capitals, count = reading.capitals, len(reading.words)
    i = 0
    while i < count:
        if not capitals[i]:
            i += 1
            continue
        j = i + 1
        while j < count and not reading.rows[j]:
            if capitals[j]:
                j += 1
                continue
            lower = reading.lowers[j]
            if lower in word_set("joiners") and j + 1 < count:
                k = j + 2 if lower == "of" and reading.lowers[j + 1] == "the" else j + 1
                if k < count and is_capital(reading, k) and not any(reading.rows[j : k + 1]):
                    j = k + 1
                    continue
            break
        yield i, j
        i = j


def join_compounds(index: int, reading: Reading, sightings: list[Sighting]) -> list[Sighting]:
    """The sightings of a reading with compounds in place of their parts.

    A compound is a run of capitals that ends with a word such as "Ministry" or "Cup" where the
    model has no name that ends there, a name that stands in the table of known names, or a given
    name beside the rest of a person's name that the model gave another label; or a place's name
    that was parted at its hyphens.
    """
    found = list(_hyphenated(index, reading, sightings))
    for first, last in capital_runs(reading):
        if last - first > 1:
            found.extend(_known(index, reading, first, last, sightings))
            found.extend(_keyword_names(index, reading, first, last, sightings))
    joined = _replace(sightings, _apart(found))
    return _replace(joined, _apart(list(_persons(index, reading, joined))))


def _apart(found: list[Sighting]) -> list[Sighting]:
    """Of sightings that overlap, the longer one, else the first."""
    kept: list[Sighting] = []
    for sighting in sorted(found, key=lambda s: (s.first - s.last, s.first)):
        if all(s.last <= sighting.first or sighting.last <= s.first for s in kept):
            kept.append(sighting)
    return kept


def _replace(sightings: list[Sighting], whole: list[Sighting]) -> list[Sighting]:
    kept = [s for s in sightings if not any(w.first < s.last and s.first < w.last for w in whole)]
    return sorted(kept + whole, key=lambda s: s.first)


def _hyphenated(index: int, reading: Reading, sightings: list[Sighting]) -> Iterator[Sighting]:
    """Places with hyphens in their names of which the model marked parts ("Port-au-Prince")."""
    words, count = reading.words, len(reading.words)
    i = 0
    while i < count:
        end = i + 1
        while (
            end + 1 < count
            and words[end] == "-"
            and reading.starts[end + 1] - reading.ends[end - 1] == 1
            and words[end + 1].isalpha()
        ):
            end += 2
        if end > i + 1 and words[i][0].isupper() and words[end - 1][0].isupper():
            offset = reading.passage.start
            place = ground(
                reading.text[reading.starts[i] - offset : reading.ends[end - 1] - offset]
            )
            whole = any(s.first <= i and end <= s.last for s in sightings)
            if place and place.kind in ("country", "region", "city") and not whole:
                yield sight(index, reading, i, end, "GPE")
        i = end


def _known(
    index: int, reading: Reading, first: int, last: int, sightings: list[Sighting]
) -> Iterator[Sighting]:
    """The longest names of several words in a run that the table of known names has.

    One that is a part of a longer name, such as "Wall Street" of a newspaper's, is none.
    """
    i = first
    while i < last - 1:
        for end in range(min(last, i + 4), i + 1, -1):
            label = known_names().get(" ".join(reading.words[i:end]))
            inside = any(
                s.first <= i and end <= s.last and s.last - s.first > end - i for s in sightings
            )
            if label and not inside:
                yield sight(index, reading, i, end, label)
                i = end - 1
                break
        i += 1


def _keyword_names(
    index: int, reading: Reading, first: int, last: int, sightings: list[Sighting]
) -> Iterator[Sighting]:
    lowers = reading.lowers
    table = weights("last_word")
    begin = first
    while begin < last and _no_beginning(reading, begin):
        begin += 1
    for person in sightings:
        if person.label == "PERSON" and begin <= person.first and person.last < last:
            begin = person.last + 1 if lowers[person.last] in ("of", "and", "for") else begin
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
        model = next((s for s in sightings if s.first < end <= s.last), None)
        if model and model.last - model.first > 1:
            if model.last == end and end + 1 < last and lowers[end] == "of":
                yield sight(index, reading, model.first, last, strong[0][0])
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
        if end + 1 < last and lowers[end] == "of":
            end = last
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
    """Names of one word with the unmarked capitals beside them: given name and surname."""
    starts = {s.first: s for s in sightings}
    covered = {i for s in sightings for i in range(s.first, s.last)}
    for sighting in sightings:
        i = sighting.first
        if _has_prefix(reading, i, covered):
            yield sight(index, reading, i - 1, sighting.last, "ORG")
            continue
        if sighting.last - i != 1 or sighting.label == "NORP" or not _is_unclear(reading, i):
            continue
        first, last = i, i + 1
        given = reading.words[i] in given_names() and reading.lowers[i] not in common_words()
        after = starts.get(last)
        if given and after and not reading.rows[last] and _is_rest(after):
            last = after.last
        elif _is_loose(reading, last, covered, given=given):
            last += 1
        elif given and (beyond := _beyond_nickname(reading, last)):
            rest = starts.get(beyond)
            last = rest.last if rest else beyond + 1
        elif beyond := _beyond_particles(reading, last):
            rest = starts.get(beyond)
            last = rest.last if rest else beyond + 1
            given = True
        if (
            first
            and _is_loose(reading, first - 1, covered, given=False)
            and not reading.rows[first]
        ):
            first -= 1
        if last - first > 1 and reading.lowers[last - 1] not in weights("last_word"):
            person = given or reading.words[first] in given_names()
            yield sight(index, reading, first, last, "PERSON" if person else sighting.label)


def _beyond_particles(reading: Reading, i: int) -> int:
    """The token behind "von der", "de la" and the like when a name goes on there; else 0."""
    end = i
    while end < len(reading.words) and end - i < 3 and reading.words[end] in PARTICLES:
        end += 1
    goes_on = i < end < len(reading.words) and is_capital(reading, end)
    return end if goes_on and not any(reading.rows[i : end + 1]) else 0


def _beyond_nickname(reading: Reading, i: int) -> int:
    """The token behind a nickname in quotation marks, when the name goes on there; else 0."""
    words = reading.words
    if i >= len(words) or words[i] != '"':
        return 0
    end = next((k for k in range(i + 2, min(i + 6, len(words) - 1)) if words[k] == '"'), 0)
    return end + 1 if end and is_capital(reading, end + 1) and is_capital(reading, i + 1) else 0


def _has_prefix(reading: Reading, i: int, covered: set[int]) -> bool:
    """Whether a team's first word that the model missed stands before a name ("Real Madrid")."""
    if not i or reading.rows[i] or i - 1 in covered or not is_capital(reading, i - 1):
        return False
    return reading.lowers[i - 1] in word_set("team_prefixes")


def _is_unclear(reading: Reading, i: int) -> bool:
    """Whether a name of one word may be a part of a longer one: no place, nothing known."""
    word = reading.words[i]
    if word in known_names() or (word.isupper() and reading.style == "sentence"):
        return False
    place = ground(word)
    return place is None or place.population < 1_000_000


def _is_rest(after: Sighting) -> bool:
    place = ground(after.text)
    country = place is not None and place.kind in ("country", "demonym")
    return after.last - after.first <= 2 and after.label != "NORP" and not country


def _is_loose(reading: Reading, i: int, covered: set[int], *, given: bool) -> bool:
    """Whether an unmarked word may be the rest of a name beside it."""
    if i >= len(reading.words) or i in covered or not is_capital(reading, i):
        return False
    if reading.rows[i] or not reading.tags[i].startswith("NNP"):
        return False
    word, lower = reading.words[i], reading.lowers[i]
    if lower.rstrip(".") in word_set("titles") or lower in word_set("calendar"):
        return False
    if lower in word_set("no_names") or lower in word_set("roles"):
        return False
    if lower in common_words():
        return word in (surnames() if given else given_names()) and lower not in _QUESTIONS
    place = ground(word)
    return place is None or place.population < 1_000_000

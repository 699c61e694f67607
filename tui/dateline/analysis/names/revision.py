"""Revision: names taken apart, or found where they were missed, by the article's other names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dateline.analysis.names.geography import ground
from dateline.analysis.names.sightings import is_capital, sight
from dateline.analysis.names.surfaces import key_of
from dateline.analysis.names.vocabulary import common_words, known_names, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.analysis.names.labels import Verdict
    from dateline.analysis.names.readings import Reading
    from dateline.analysis.names.sightings import Sighting

_LONGEST = 4
_WHOLE = 3
"""Words from which a name is put together again wherever it is repeated."""
_WON = 1.0
"""How far the label of such a name must be ahead."""
_CLEAR = 2.0
_POSSESSIVE = frozenset(["'s", "’s", "'", "’"])


def revise(
    readings: Sequence[Reading], sightings: Sequence[Sighting], verdicts: dict[str, Verdict]
) -> list[Sighting]:
    """The sightings with owners and scores parted from names, and with missed mentions added."""
    people = _people(verdicts)
    keys = Counter(sighting.key for sighting in sightings)
    revised: list[Sighting] = []
    for sighting in sightings:
        revised.extend(_parts(readings[sighting.reading], sighting, people, keys))
    revised = _merged(readings, revised, people)
    revised = _whole(readings, revised, verdicts)
    clear = {key for key, verdict in verdicts.items() if verdict.score >= _CLEAR} | people
    clear |= _team_names(sightings, verdicts)
    by_reading = _by_reading(revised)
    for index, reading in enumerate(readings):
        revised.extend(_missed(index, reading, by_reading.get(index, []), clear))
    return revised


def _by_reading(sightings: Sequence[Sighting]) -> dict[int, list[Sighting]]:
    """The sightings of each reading that has any."""
    found: dict[int, list[Sighting]] = {}
    for sighting in sightings:
        found.setdefault(sighting.reading, []).append(sighting)
    return found


def _team_names(sightings: Sequence[Sighting], verdicts: dict[str, Verdict]) -> set[str]:
    """The keys of team names that also stand without their city ("Lakers", "Eagles")."""
    names: set[str] = set()
    for sighting in sightings:
        city, _, name = sighting.text.rpartition(" ")
        verdict = verdicts.get(sighting.key)
        if city and name.endswith("s") and verdict and verdict.label == "ORG" and ground(city):
            names.add(key_of(name))
    return names


def _merged(
    readings: Sequence[Reading], sightings: list[Sighting], people: set[str]
) -> list[Sighting]:
    """The sightings with a lone word and the surname of a known person behind it made one."""
    ordered = sorted(sightings, key=lambda s: (s.reading, s.first))
    found: list[Sighting] = []
    for sighting in ordered:
        before = found[-1] if found else None
        if (
            before is not None
            and before.reading == sighting.reading
            and before.last == sighting.first
            and before.last - before.first == 1
            and " " not in sighting.key
            and sighting.key in people
            and _may_be_given(readings[before.reading], before)
        ):
            reading = readings[before.reading]
            found[-1] = sight(before.reading, reading, before.first, sighting.last, "PERSON")
        else:
            found.append(sighting)
    return found


def _whole(
    readings: Sequence[Reading], sightings: list[Sighting], verdicts: dict[str, Verdict]
) -> list[Sighting]:
    """The sightings with names of three words and more whole wherever the article repeats them.

    The model reads "Customs and Border Protection" as one name here and as two there. A name that
    begins with a country is repeated without it.
    """
    long: dict[str, dict[tuple[str, ...], str]] = {}
    for sighting in sightings:
        words = readings[sighting.reading].words[sighting.first : sighting.last]
        verdict = verdicts.get(sighting.key)
        if verdict is None or verdict.margin < _WON:
            continue
        for name in (words, words[1:] if ground(words[0]) else []):
            if len(name) >= _WHOLE and name[0][0].isupper():
                long.setdefault(name[0], {})[tuple(name)] = verdict.label
    if not long:
        return sightings
    kept: list[Sighting] = []
    for index, here in _by_reading(sightings).items():
        reading = readings[index]
        wholes = []
        for i, word in enumerate(reading.words):
            names = long.get(word)
            if names is None:
                continue
            for repeated in sorted(names, key=len, reverse=True):
                end = i + len(repeated)
                if tuple(reading.words[i:end]) == repeated and _takes_in(here, i, end):
                    wholes.append(sight(index, reading, i, end, names[repeated]))
                    break
        kept.extend(
            s for s in here if not any(w.first <= s.first and s.last <= w.last for w in wholes)
        )
        kept.extend(wholes)
    return kept


def _takes_in(sightings: Sequence[Sighting], first: int, last: int) -> bool:
    """Whether a token range holds whole sightings only, and is none itself."""
    inside = [s for s in sightings if s.first < last and first < s.last]
    return bool(inside) and all(
        first <= s.first and s.last <= last and s.last - s.first < last - first for s in inside
    )


def _may_be_given(reading: Reading, sighting: Sighting) -> bool:
    word = reading.words[sighting.first]
    if sighting.label == "NORP" or reading.rows[sighting.last] or word in known_names():
        return False
    place = ground(word)
    return word.isalpha() and not word.isupper() and (place is None or place.population < 10**6)


def _people(verdicts: dict[str, Verdict]) -> set[str]:
    """The keys of people, and the surnames of those whose full names are known."""
    people = {key for key, verdict in verdicts.items() if verdict.label == "PERSON"}
    return people | {key.split()[-1] for key in people if " " in key}


def _parts(
    reading: Reading, sighting: Sighting, people: set[str], keys: Counter[str]
) -> Iterator[Sighting]:
    words, first, last = reading.words, sighting.first, sighting.last
    for i in range(first + 1, last - 1):
        if words[i] in _POSSESSIVE and key_of(" ".join(words[first:i])) in people:
            yield sight(sighting.reading, reading, first, i, "PERSON")
            yield sight(sighting.reading, reading, i + 1, last, sighting.label)
            return
    if last - first == 2:
        place = ground(words[last - 1])
        country = place is not None and place.kind in ("country", "demonym")
        if country and words[first].lower() in people:
            yield sight(sighting.reading, reading, first, first + 1, "PERSON")
            yield sight(sighting.reading, reading, first + 1, last, None)
            return
    end = last
    while end - 1 > first and words[end - 1][0].isdigit():
        end -= 1
    if end < last and key_of(" ".join(words[first:end])) in keys:
        yield sight(sighting.reading, reading, first, end, sighting.label)
        return
    yield sighting


def _missed(
    index: int, reading: Reading, sightings: list[Sighting], clear: set[str]
) -> Iterator[Sighting]:
    """Mentions of clear names that stand where nothing was seen."""
    covered = {i for sighting in sightings for i in range(sighting.first, sighting.last)}
    count = len(reading.words)
    i = 0
    while i < count:
        if i in covered or not is_capital(reading, i):
            i += 1
            continue
        end = next(
            (
                end
                for end in range(min(count, i + _LONGEST), i, -1)
                if covered.isdisjoint(range(i, end))
                and key_of(" ".join(reading.words[i:end])) in clear
                and not any(reading.rows[i + 1 : end])
            ),
            0,
        )
        if end > i + 1 or (end and _is_name(reading, i)):
            yield sight(index, reading, i, end, None)
        i = max(end, i + 1)


def _is_name(reading: Reading, i: int) -> bool:
    """Whether one capitalised word is meant as a name, not an everyday word or a month."""
    lower = reading.lowers[i]
    if lower in word_set("calendar") or lower in word_set("never"):
        return False
    if lower not in common_words():
        return True
    following = reading.lowers[i + 1] if i + 1 < len(reading.lowers) else ""
    doubtful = reading.opens[i] and following not in word_set("team_after")
    return reading.tags[i].startswith("NNP") and not doubtful

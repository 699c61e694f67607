"""Sightings: every place in the text where a name may stand, with what the model says of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.analysis.names.surfaces import NAME_LABELS, ends_given_name, key_of, pieces
from dateline.analysis.names.vocabulary import (
    common_words,
    given_names,
    known_names,
    surnames,
    word_set,
)
from dateline.analysis.places.tables import demonyms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dateline.analysis.names.readings import Reading
    from dateline.analysis.parsed import ParsedArticle


_OTHER_LABELS = {"PER": "PERSON", "persName": "PERSON", "placeName": "LOC", "orgName": "ORG"}
"""Labels of pipelines that are not trained on OntoNotes."""
PARTICLES = frozenset(
    ["von", "van", "der", "den", "de", "del", "della", "di", "da", "dos", "bin", "ben", "al", "el"]
) | {"ten", "ter"}
"""Words inside names of people."""
_MARKUP = frozenset("<>@/")
_MARKS = frozenset("$<>@/")
_PART_CODE = re.compile(r"[A-Z]\d{2}")
_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,2}|[A-Z]{0,3}\$?\d[\d.,]*(?:bn|m|k|tn|B|M|K)?")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A token range of a reading that may be a name."""

    reading: int
    """Index of the reading."""
    first: int
    last: int
    """Half-open token range."""
    start: int
    end: int
    """Half-open offsets in the article."""
    text: str
    key: str
    label: str | None
    """The model's label; None where only capitals speak for a name."""
    aside: bool = False
    """Whether it stands in an aside."""


def sight(index: int, reading: Reading, first: int, last: int, label: str | None) -> Sighting:
    """A sighting of a token range."""
    start, end = reading.starts[first], reading.ends[last - 1]
    if _ends_sentence(reading, last):
        end -= 1
    offset = reading.passage.start
    if _lacks_stop(reading, last):
        end += 1
    # A line end with the spaces around it is one space in a name.
    text = " ".join(reading.text[start - offset : end - offset].split())
    aside = reading.passage.aside
    return Sighting(index, first, last, start, end, text, key_of(text), label, aside)


def as_marked(parsed: ParsedArticle) -> list[tuple[Sighting, str]]:
    """What the language model marks as names, as it marks it, with OntoNotes labels."""
    found = []
    for index, passage in enumerate(parsed.passages):
        for entity in passage.doc.ents:
            label = _OTHER_LABELS.get(entity.label_, entity.label_)
            if label in NAME_LABELS:
                start, end = passage.start + entity.start_char, passage.start + entity.end_char
                text = " ".join(entity.text.split())
                sighting = Sighting(
                    index, entity.start, entity.end, start, end, text, key_of(text), label,
                    passage.aside,
                )  # fmt: skip
                found.append((sighting, label))
    return found


def without_labels(readings: Sequence[Reading], sightings: list[Sighting]) -> list[Sighting]:
    """Without words that only open a line as its label ("Emoji: ..."), where the model takes one
    for a person that no list of names knows and the article does not name again."""
    times = Counter(sighting.key for sighting in sightings)
    last_words = {s.text.split()[-1] for s in sightings if s.last - s.first > 1}

    def is_label(sighting: Sighting) -> bool:
        words, last = readings[sighting.reading].words, sighting.last
        return (
            sighting.label == "PERSON"
            and last - sighting.first == 1
            and readings[sighting.reading].opens[sighting.first]
            and words[last : last + 1] == [":"]
            and times[sighting.key] == 1
            and sighting.text not in last_words
            and sighting.text.title() not in given_names()
            and sighting.text.title() not in surnames()
        )

    return [sighting for sighting in sightings if not is_label(sighting)]


def _ends_sentence(reading: Reading, last: int) -> bool:
    """Whether the full stop of an abbreviation such as "Corp." ends the sentence as well."""
    word = reading.words[last - 1]
    closes = last == len(reading.words) or reading.opens[last] or reading.words[last] == '"'
    return closes and len(word) > 2 and word.endswith(".") and "." not in word[:-1]


def _lacks_stop(reading: Reading, last: int) -> bool:
    """Whether the last full stop of "W.Va.," was taken for a mark beside it."""
    end = reading.ends[last - 1] - reading.passage.start
    abbreviated = "." in reading.words[last - 1][1:-1] and reading.words[last - 1][-1] != "."
    return abbreviated and reading.text[end : end + 2] in (".,", ".;", ".:", ".)", ".'", ".’")


def model_sightings(index: int, reading: Reading) -> Iterator[Sighting]:
    """What the language model marked as names, taken apart and trimmed."""
    for entity in reading.doc.ents:
        if entity.label_ in NAME_LABELS:
            for first, last, label in pieces(reading, entity.start, entity.end, entity.label_):
                if not _is_common(reading, first, last):
                    end = last + 2 if label == "PERSON" and _goes_on(reading, first, last) else last
                    yield sight(index, reading, first, end, label)


def _goes_on(reading: Reading, first: int, last: int) -> bool:
    """Whether the model cut a given name at its hyphen ("Yoon Suk" of "Yoon Suk-yeol")."""
    return (
        last - first == 2
        and last + 1 < len(reading.words)
        and reading.words[last] == "-"
        and reading.starts[last + 1] == reading.ends[last - 1] + 1
        and len(reading.words[last + 1]) < 7
        and ends_given_name(reading, first, last + 1)
    )


def _is_common(reading: Reading, first: int, last: int) -> bool:
    """Whether what the model marked is an everyday word, a unit or the first half of a title."""
    if any(not _MARKUP.isdisjoint(word) for word in reading.words[first:last]):
        return True
    if last - first > 1:
        if reading.words[last - 1][0].isdigit() and (
            reading.lowers[first] in word_set("no_names")
            or reading.lowers[first].rstrip(".") in word_set("calendar")
        ):
            return True
        return all(len(word) < 4 and word.isupper() for word in reading.words[first:last]) and (
            len(reading.words[first]) == 1
        )
    word = reading.words[first]
    if word == "State" and reading.lowers[max(0, first - 2) : first] == ["secretary", "of"]:
        return True
    if "$" in word or (_CODE.fullmatch(word) and not _PART_CODE.fullmatch(word)):
        return word not in known_names()
    lower = reading.lowers[first]
    if word in word_set("initialisms") or word in word_set("currency_codes"):
        return True
    if lower.rstrip(".") in word_set("calendar") or lower in word_set("directions"):
        return word not in known_names()
    if lower.rstrip(".") in word_set("no_names") or len(lower.rstrip(".")) < 2:
        return True
    if reading.words[first] in known_names():
        return False
    following = reading.lowers[last] if last < len(reading.lowers) else ""
    if lower in common_words():
        slug = reading.opens[first] and reading.words[first].isupper() and following in ("-", "–")
        if slug and len(lower) > 3:
            return True
        if reading.opens[first] and (
            reading.style != "sentence" or reading.tags[first][:3] != "NNP"
        ):
            return True
        return following in word_set("titles") or following in word_set("roles")
    return False


def capital_sightings(index: int, reading: Reading, taken: list[bool]) -> Iterator[Sighting]:
    """Runs of capitalised words that the model left unmarked (`taken` marks the others)."""
    words, count = reading.words, len(reading.words)
    i = 0
    while i < count:
        if taken[i] or not words[i][0].isupper() or not _may_open(reading, i):
            i += 1
            continue
        j = i + 1
        while j < count and not taken[j] and not reading.rows[j]:
            step = _step(reading, j, taken) or _particles(reading, j, taken)
            if not step:
                break
            j += step
        if not _is_office(reading, i, j) and not _is_speaker(reading, i, j):
            yield sight(index, reading, i, j, None)
        i = j


def _step(reading: Reading, j: int, taken: list[bool]) -> int:
    """How many tokens a run of capitals goes on by at `j`: 0, 1, or 2 over a joining word."""
    if is_capital(reading, j):
        return 0 if reading.lowers[j] in word_set("calendar") else 1
    if j + 1 == len(reading.words) or taken[j + 1] or not is_capital(reading, j + 1):
        return 0
    if reading.words[j] == "-":
        return 2 if reading.starts[j + 1] - reading.ends[j - 1] == 1 else 0
    lower = reading.lowers[j]
    return 2 if lower in word_set("joiners") and lower not in ("and", "for") else 0


def _particles(reading: Reading, j: int, taken: list[bool]) -> int:
    """How many tokens "van der" and the like take at `j` with the capital behind them; else 0."""
    end = j
    while end < len(reading.words) and reading.words[end] in PARTICLES and end - j < 3:
        end += 1
    goes_on = j < end < len(reading.words) and is_capital(reading, end)
    return end + 1 - j if goes_on and not any(taken[j : end + 1]) else 0


def _is_office(reading: Reading, first: int, last: int) -> bool:
    """Whether a run of capitals is an office ("Education Minister", "Chief of Staff")."""
    lowers = reading.lowers
    if last < len(lowers) and lowers[last] in word_set("titles") and last - first == 1:
        return lowers[first] in common_words()
    roles = word_set("roles")
    return all(_is_plain(lower) for lower in lowers[first:last]) and (
        last - first == 1 or lowers[last - 1] in roles or lowers[first] in roles
    )


def _is_speaker(reading: Reading, first: int, last: int) -> bool:
    """Whether initials open a line of an interview ("GT: Yes.")."""
    word = reading.words[first]
    opens = last - first == 1 and last < len(reading.words) and reading.words[last] == ":"
    return opens and reading.opens[first] and len(word) < 4 and word not in known_names()


def _is_plain(lower: str) -> bool:
    return lower in common_words() or lower in word_set("joiners")


def is_capital(reading: Reading, i: int) -> bool:
    """Whether a token is written with a capital as names are."""
    return reading.capitals[i]


def _may_open(reading: Reading, i: int) -> bool:
    """Whether a name that the model left unmarked may begin with a capitalised token."""
    word, lower = reading.words[i], reading.lowers[i]
    if word in demonyms():
        return True
    if (
        _CODE.fullmatch(word)
        or word in word_set("initialisms")
        or word in word_set("currency_codes")
        or not _MARKS.isdisjoint(word)
        or lower.rstrip(".") in word_set("calendar")
        or lower in word_set("never")
    ):
        return False
    if len(word.rstrip(".")) < 2:
        return i + 1 < len(reading.words) and word.endswith(".") and is_capital(reading, i + 1)
    if lower.rstrip(".") in word_set("titles") or lower.rstrip(".") in word_set("no_names"):
        return False
    if reading.opens[i]:
        if lower in common_words() and i + 1 < len(reading.words):
            if reading.tags[i][:2] == "NN" and reading.lowers[i + 1] in word_set("team_after"):
                return reading.lowers[i + 1] not in word_set("roles")
            return (
                word in given_names()
                and is_capital(reading, i + 1)
                and reading.tags[i].startswith("NNP")
            )
        return reading.tags[i].startswith(("NN", "JJ", "FW"))
    return reading.tags[i].startswith("NNP") or lower not in common_words()
